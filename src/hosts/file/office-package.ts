import { TooLarge } from "../../report/limits";
import type { OfficePackage, Relation } from "../../report/package";
import { childrenOf, type XmlElement } from "../../report/xml";
import { Damage } from "./whole/damage";
import { partKey } from "./whole/office-package";
import { onePart } from "./whole/zip";
import { parseXml } from "./xml/tree";

/** A part beyond this is no document's text. */
const LARGEST_PART = 30_000_000;
/** A list of contents beyond this is none. */
const LONGEST_LIST = 4_000_000;

const folder = (path: string): readonly string[] => path.split("/").slice(0, -1);

/** A relation's target as a path from the package's root. */
function resolve(from: string, target: string): string {
  const steps = target.startsWith("/") ? [] : [...folder(from)];
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/** Where the relations of a part stand. */
export function relationsPath(part: string): string {
  const name = part.lastIndexOf("/") + 1;
  return `${part.slice(0, name)}_rels/${part.slice(name)}.rels`;
}

/** UTF-8 unless its byte order mark says otherwise. Throws where the bytes are no text in it. */
export function xmlText(bytes: Uint8Array): string {
  const little = bytes[0] === 0xff && bytes[1] === 0xfe;
  const big = bytes[0] === 0xfe && bytes[1] === 0xff;
  return new TextDecoder(little ? "utf-16le" : big ? "utf-16be" : "utf-8", { fatal: true }).decode(bytes);
}

/** A part as a tree: read once, which shows whether it is whole. Throws `Damage` where it is cut off, spliced, or no XML. */
function treeOf(path: string, bytes: Uint8Array): XmlElement {
  if (bytes.length > LARGEST_PART) throw new TooLarge();
  try {
    return parseXml(xmlText(bytes));
  } catch (cause) {
    throw cause instanceof TooLarge ? cause : new Damage(path, "内容不完整", { cause });
  }
}

/** Whether a zip is a Word document, by what its own list of contents calls its main part: no other part of it is read. Throws `Damage`. */
export function isDocumentPackage(bytes: Uint8Array): boolean {
  const list = onePart(bytes, ({ name, size }) => /^\[content_types\]\.xml$/i.test(name) && size < LONGEST_LIST);
  return (
    list !== null &&
    /["']application\/(?:vnd\.openxmlformats-officedocument\.wordprocessingml\.(?:document|template)|vnd\.ms-word\.(?:document|template)\.macroEnabled)\.main\+xml["']/i.test(
      xmlText(list),
    )
  );
}

/** An Office package of its unpacked XML parts, by name; a part's name is the same in any case and with either slash. */
export function openOfficePackage(filed: ReadonlyMap<string, Uint8Array>): OfficePackage {
  const parts = new Map([...filed].map(([path, part]) => [partKey(path), part]));
  const trees = new Map<string, XmlElement | null>();
  const xml = (path: string): XmlElement | null => {
    const known = trees.get(partKey(path));
    if (known !== undefined) return known;
    const part = parts.get(partKey(path));
    const tree = part ? treeOf(path, part) : null;
    trees.set(partKey(path), tree);
    return tree;
  };
  const relations = (path: string): readonly Relation[] => {
    const root = xml(relationsPath(path));
    return (root ? childrenOf(root, "Relationship") : [])
      .filter(({ attributes }) => attributes["TargetMode"] !== "External")
      .map(({ attributes }) => ({
        id: attributes["Id"] ?? "",
        type: (attributes["Type"] ?? "").split("/").at(-1) ?? "",
        path: resolve(path, attributes["Target"] ?? ""),
      }));
  };
  return { xml, relations };
}
