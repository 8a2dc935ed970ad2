/** What programs, converters and hands do to the order of things inside a file: parts and marks that are well formed and do not fit. */
import { unzipSync, zipSync } from "fflate";
import type { Random } from "../../test/workbook/perturbed/random";
import type { Mutation } from "./mutations";

type Parts = Record<string, Uint8Array>;

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const bytesOf = (words: string): Uint8Array => new TextEncoder().encode(words);

function pick<T>(random: Random, list: readonly T[]): T {
  const chosen = list[random.below(list.length)];
  if (chosen === undefined) throw new Error("nothing to pick from");
  return chosen;
}

const repacked =
  (change: (parts: Parts, random: Random) => void): Mutation =>
  (bytes, random) => {
    const parts = unzipSync(bytes);
    change(parts, random);
    return zipSync(parts, { mtime: new Date(2000, 0, 1) });
  };

/** Changes the XML of one of the parts whose names fit. */
const inPart = (name: RegExp, change: (xml: string, random: Random) => string): Mutation =>
  repacked((parts, random) => {
    const names = Object.keys(parts).filter((one) => name.test(one));
    if (names.length === 0) return;
    const chosen = pick(random, names);
    parts[chosen] = bytesOf(change(textOf(parts[chosen]), random));
  });

/** One of the places that fit, put otherwise. */
function replaceOne(xml: string, pattern: RegExp, random: Random, by: (found: string) => string): string {
  const found = Array.from(xml.matchAll(pattern));
  if (found.length === 0) return xml;
  const one = pick(random, found);
  return xml.slice(0, one.index) + by(one[0]) + xml.slice(one.index + one[0].length);
}

const SHEET = /worksheets\/[^/]+\.xml$/;
const ODD_NUMBERS = ["-1", "0", "16385", "99999999999", "4294967297", "1e9", "1.5", "NaN", ""];
const deep = (open: string, close: string, inside: string, depth: number): string => open.repeat(depth) + inside + close.repeat(depth);

/** The cells are as they were, or the file is refused. */
export const sameWorkbook: Readonly<Record<string, Mutation>> = {
  dimension: inPart(SHEET, (xml, random) => {
    const said = pick(random, ["A1", "A1:XFD1048576", "XFD1048576", "C9:A1", "A0:B0", "#REF!", ""]);
    return /<dimension/.test(xml)
      ? xml.replace(/<dimension[^>]*>/, `<dimension ref="${said}"/>`)
      : xml.replace(/<sheetData/, `<dimension ref="${said}"/><sheetData`);
  }),
  merged: inPart(SHEET, (xml, random) => {
    const areas = Array.from({ length: 1 + random.below(2000) }, () => {
      const [row, column] = [1 + random.below(30), pick(random, ["A", "B", "C", "XFD"])];
      return `<mergeCell ref="${column}${String(row)}:${pick(random, ["D", "E", "XFD"])}${String(row + random.below(1_048_000))}"/>`;
    });
    return xml
      .replace(/<mergeCells.*?<\/mergeCells>/s, "")
      .replace("</sheetData>", `</sheetData><mergeCells>${areas.join("")}</mergeCells>`);
  }),
  groups: inPart(SHEET, (xml) =>
    xml.replace("</worksheet>", `<extLst><ext>${deep("<group>", "</group>", "", 1000)}</ext></extLst></worksheet>`),
  ),
  outlines: inPart(SHEET, (xml, random) => xml.replace(/<row /g, () => `<row outlineLevel="${String(random.below(2000))}" `)),
  twisted: repacked((parts, random) => {
    const name = pick(
      random,
      Object.keys(parts).filter((one) => /workbook\.xml\.rels$/.test(one)),
    );
    const xml = textOf(parts[name]);
    const targets = Array.from(xml.matchAll(/Target="([^"]*)"/g), ([, target = ""]) => target);
    // Two relations of different kinds point at each other's parts.
    const [one, other] = [
      targets.find((target) => target.includes("sheet")) ?? "",
      pick(
        random,
        targets.filter((target) => !target.includes("sheet")),
      ),
    ];
    parts[name] = bytesOf(xml.replaceAll(one, "\u0001").replaceAll(other, one).replaceAll("\u0001", other));
  }),
  ids: inPart(/workbook\.xml\.rels$/, (xml, random) =>
    replaceOne(xml, /Id="[^"]*"/g, random, () => pick(random, xml.match(/Id="[^"]*"/g) ?? [])),
  ),
  sharedOut: inPart(SHEET, (xml, random) =>
    replaceOne(xml, /(<c [^>]*t="s"[^>]*>)<v>\d+<\/v>/g, random, (found) =>
      found.replace(/<v>\d+/, `<v>${pick(random, ["-1", "999999", "1.5", "NaN", "1e3", "4294967296"])}`),
    ),
  ),
  rowTwice: inPart(SHEET, (xml, random) => replaceOne(xml, /<row .*?<\/row>/gs, random, (found) => found + found)),
  cellTwice: inPart(SHEET, (xml, random) => replaceOne(xml, /<c [^>]*?>.*?<\/c>/gs, random, (found) => found + found)),
  valueTwice: inPart(SHEET, (xml, random) =>
    replaceOne(xml, /<v>[^<]*<\/v>/g, random, (found) => `${found}<v>${String(random.below(1000))}</v>`),
  ),
  dataTwice: inPart(SHEET, (xml) => xml.replace(/<sheetData.*<\/sheetData>/s, (all) => all + all)),
  textTwice: inPart(/sharedStrings\.xml$|worksheets/, (xml, random) =>
    replaceOne(xml, /<t(?: [^>]*)?>[^<]*<\/t>/g, random, (found) => `${found}<t>又</t>`),
  ),
};

/** Whatever is read, it ends, and in the words of the field. */
export const otherWorkbook: Readonly<Record<string, Mutation>> = {
  partsSwapped: repacked((parts, random) => {
    const names = Object.keys(parts).filter((one) => /\.(xml|rels)$/.test(one));
    const [one, other] = [pick(random, names), pick(random, names)];
    [parts[one], parts[other]] = [parts[other] ?? new Uint8Array(), parts[one] ?? new Uint8Array()];
  }),
  columns: inPart(SHEET, (xml, random) => {
    const cols = Array.from({ length: 5 }, () => `<col min="${pick(random, ODD_NUMBERS)}" max="${pick(random, ODD_NUMBERS)}" hidden="1"/>`);
    return xml.replace(/<cols>.*?<\/cols>/s, "").replace("<sheetData", `<cols>${cols.join("")}</cols><sheetData`);
  }),
  addresses: inPart(SHEET, (xml, random) =>
    replaceOne(xml, /<(?:c|row) [^>]*r="[^"]*"/g, random, (found) =>
      found.replace(/r="[^"]*"/, `r="${pick(random, [...ODD_NUMBERS, "XFD1048576", "AAAA1", "a1"])}"`),
    ),
  ),
  dates: inPart(/xl\/workbook\.xml$/, (xml) =>
    xml.replace(/<workbookPr[^>]*\/>/, "").replace("<sheets", '<workbookPr date1904="1"/><sheets'),
  ),
  styles: inPart(SHEET, (xml, random) => xml.replace(/ s="\d+"/g, () => ` s="${pick(random, ODD_NUMBERS)}"`)),
  types: inPart(SHEET, (xml, random) =>
    replaceOne(xml, /<c [^>]*>/g, random, (found) =>
      found.replace(/ t="[^"]*"/, "").replace(/(\/?>)$/, ` t="${pick(random, ["s", "str", "inlineStr", "b", "e", "d", "n", "z"])}"$1`),
    ),
  ),
  nested: inPart(SHEET, (xml, random) =>
    replaceOne(xml, /<(?:c|row|v|f|t)[ >]/g, random, (found) => `${deep("<x>", "</x>", "", 2000)}${found}`),
  ),
  bigText: inPart(SHEET, (xml, random) => replaceOne(xml, /<v>[^<]*<\/v>/g, random, () => `<v>${"9".repeat(100_000)}</v>`)),
  sharedFormula: inPart(SHEET, (xml, random) =>
    replaceOne(
      xml,
      /<c ([^>]*)>/g,
      random,
      (found) => `${found}<f t="shared" si="${pick(random, ODD_NUMBERS)}" ref="A1:XFD1048576">${"(".repeat(2000)}A1</f>`,
    ),
  ),
};

const BODY = /word\/document\.xml$/;
const intoBody = (inside: (random: Random) => string): Mutation =>
  inPart(BODY, (xml, random) => replaceOne(xml, /<w:p[ >]/g, random, (found) => `${inside(random)}${found}`));
const run = (words: string): string => `<w:r><w:t>${words}</w:t></w:r>`;
const paragraph = (inside: string): string => `<w:p>${inside}</w:p>`;
const depthOf = (random: Random): number => pick(random, [3, 50, 1000, 20_000]);

/** What Word and its neighbours leave in a document. */
export const documents: Readonly<Record<string, Mutation>> = {
  tables: intoBody((random) => deep("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", paragraph(run("深处1,221.42万元")), depthOf(random))),
  controls: intoBody((random) => deep("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", paragraph(run("控件")), depthOf(random))),
  boxes: intoBody((random) =>
    deep(
      "<w:p><w:r><w:pict><v:shape xmlns:v='v'><v:textbox><w:txbxContent>",
      "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
      paragraph(run("框")),
      depthOf(random),
    ),
  ),
  chunk: intoBody(() => '<w:altChunk xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="没有"/>'),
  deleted: inPart(BODY, (xml, random) =>
    replaceOne(xml, /<w:r[ >].*?<\/w:r>/gs, random, (found) => deep('<w:del w:id="1">', "</w:del>", found, depthOf(random))),
  ),
  moved: inPart(BODY, (xml, random) =>
    replaceOne(xml, /<w:p[ >].*?<\/w:p>/gs, random, (found) => `<w:moveFromRangeStart w:id="1" w:name="m"/>${found}`),
  ),
  fields: intoBody((random) => paragraph(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>`.repeat(depthOf(random)))),
  spans: inPart(BODY, (xml, random) =>
    replaceOne(
      xml,
      /<w:tc>/g,
      random,
      (found) =>
        `${found}<w:tcPr><w:gridSpan w:val="${pick(random, ODD_NUMBERS)}"/><w:vMerge${pick(random, ["", ' w:val="restart"'])}/></w:tcPr>`,
    ),
  ),
  cells: inPart(BODY, (xml, random) => replaceOne(xml, /<w:tc>.*?<\/w:tc>/gs, random, (found) => pick(random, ["", found.repeat(2000)]))),
  styleCircle: inPart(/word\/styles\.xml$/, (xml) =>
    xml.replace(/<w:basedOn [^>]*>/g, "").replace(/<w:style [^>]*w:styleId="([^"]*)"[^>]*>/g, '$&<w:basedOn w:val="$1"/>'),
  ),
  bodyTwice: inPart(BODY, (xml) => xml.replace(/<w:body>.*<\/w:body>/s, (all) => all + all)),
  partsSwapped: otherWorkbook["partsSwapped"] ?? ((bytes) => bytes),
};

/** An .ods whose rows and columns are repeated, spanned and nested beyond any sheet. */
export const openSheets: Readonly<Record<string, Mutation>> = {
  repeated: inPart(/^content\.xml$/, (xml, random) =>
    replaceOne(
      xml,
      /<table:table-(?:row|cell)(?= |>)/g,
      random,
      (found) =>
        `${found} ${found.endsWith("row") ? "table:number-rows-repeated" : "table:number-columns-repeated"}="${pick(random, ["1000000", "1048577", "4294967296", "-1", "0", "1e9", "x"])}"`,
    ),
  ),
  allRepeated: inPart(/^content\.xml$/, (xml) =>
    xml.replace(/<table:table-row(?= |>)/g, '<table:table-row table:number-rows-repeated="100000"'),
  ),
  spanned: inPart(/^content\.xml$/, (xml, random) =>
    replaceOne(
      xml,
      /<table:table-cell(?= |>)/g,
      random,
      (found) => `${found} table:number-rows-spanned="1000000" table:number-columns-spanned="1000000"`,
    ),
  ),
  nested: inPart(/^content\.xml$/, (xml) =>
    xml.replace(/<table:table-row[ >].*<\/table:table-row>/s, (rows) =>
      deep("<table:table-row-group>", "</table:table-row-group>", rows, 1000),
    ),
  ),
  swapped: otherWorkbook["partsSwapped"] ?? ((bytes) => bytes),
};

/** Chains of an OLE file's sectors that run into each other, or in a circle; sizes and directories that lie. */
export const chains: Readonly<Record<string, Mutation>> = {
  overlapping: (bytes, random) => {
    const copy = bytes.slice();
    const view = new DataView(copy.buffer);
    const [size, fat] = [1 << view.getUint16(30, true), view.getUint32(76, true)];
    const at = (fat + 1) * size;
    for (let left = 1 + random.below(4); left > 0; left--) {
      const [one, other] = [at + 4 * random.below(size / 4), at + 4 * random.below(size / 4)];
      if (Math.max(one, other) + 4 <= copy.length) view.setUint32(one, view.getUint32(other, true), true);
    }
    return copy;
  },
  directory: (bytes, random) => {
    const copy = bytes.slice();
    const view = new DataView(copy.buffer);
    const size = 1 << view.getUint16(30, true);
    const entry = (view.getUint32(48, true) + 1) * size + 128 * random.below(4);
    const field = pick(random, [64, 66, 68, 72, 76, 116, 120]);
    if (entry + field + 4 <= copy.length)
      view.setUint32(entry + field, pick(random, [0, 1, 2, 3, 0xfffffffe, 0xffffffff, random.below(2 ** 31)]), true);
    return copy;
  },
  header: (bytes, random) => {
    const copy = bytes.slice();
    copy[pick(random, [24, 26, 30, 32, 44, 48, 56, 60, 64, 68, 72, 76, 80])] = random.below(256);
    return copy;
  },
  records: (bytes, random) => {
    const copy = bytes.slice();
    // Lengths of records are two bytes anywhere behind the head.
    const at = 512 + 2 * random.below((copy.length - 514) / 2);
    new DataView(copy.buffer).setUint16(at, pick(random, [0, 1, 4, 8224, 65535]), true);
    return copy;
  },
};
