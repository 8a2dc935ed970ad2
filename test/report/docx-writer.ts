import { strToU8, zipSync } from "fflate";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const NAMESPACES = `xmlns:w="${W}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"`;

/** A run; a paragraph of runs or other XML; a cell with its properties. */
export const r = (text: string, properties = ""): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const p = (inner: string, properties = ""): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inner.startsWith("<") ? inner : r(inner)}</w:p>`;
export const tc = (text: string, properties = ""): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${text.startsWith("<") ? text : p(text)}</w:tc>`;
export const tbl = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.join("")}</w:tr>`).join("")}</w:tbl>`;

/** A Word file of these parts; `main`: the document part's path; `picture`: bytes of an empty picture in it. */
export function docx(
  body: string,
  parts: { readonly numbering?: string; readonly styles?: string; readonly footnotes?: string } = {},
  main = "word/document.xml",
  picture = 0,
): Uint8Array {
  const folder = main.split("/").slice(0, -1).join("/");
  const name = main.split("/").at(-1) ?? "";
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const relations = (inner: string): string =>
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  const kinds = ["numbering", "styles", "footnotes"] as const;
  const files: Record<string, string> = {
    "[Content_Types].xml": `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": relations(relation("rId1", "officeDocument", main)),
    [main]: `${head}<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    [`${folder}/_rels/${name}.rels`]: relations(
      kinds
        .filter((kind) => parts[kind] !== undefined)
        .map((kind, i) => relation(`rId${i + 1}`, kind, `${kind}.xml`))
        .join(""),
    ),
  };
  for (const kind of kinds)
    if (parts[kind] !== undefined) files[`${folder}/${kind}.xml`] = `${head}<w:${kind} ${NAMESPACES}>${parts[kind]}</w:${kind}>`;
  const texts = Object.entries(files).map(([path, text]) => [path, strToU8(text)] as const);
  const pictures = picture > 0 ? [[`${folder}/media/image1.png`, new Uint8Array(picture)] as const] : [];
  return zipSync(Object.fromEntries([...texts, ...pictures]), { level: 1 });
}
