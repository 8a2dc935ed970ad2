/** What Excel's schemas forbid in a workbook's package (ECMA-376 part 1, 18; part 2, 9), as far as writing one can go wrong. */
import { DOMParser } from "@xmldom/xmldom";
import { unzipSync } from "fflate";

/** Children in the order that the schema wants them; an element of the same list may come again only where it is in AGAIN. */
const ORDER: Readonly<Record<string, string>> = {
  worksheet:
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst",
  workbook:
    "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst",
  styleSheet: "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst",
  dxf: "font numFmt fill alignment border protection extLst",
  xf: "alignment protection extLst",
  border: "start end left right top bottom diagonal vertical horizontal",
  sheetView: "pane selection pivotSelection extLst",
  c: "f v is extLst",
  is: "t r rPh phoneticPr",
  dataValidation: "formula1 formula2",
  cfRule: "formula colorScale dataBar iconSet extLst",
};
const AGAIN = new Set(["conditionalFormatting", "selection", "pivotSelection", "formula", "r", "rPh"]);
const CELL_TYPES = new Set(["b", "n", "e", "s", "str", "inlineStr", "d"]);
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

const elements = (node: Document | Element, name: string): Element[] => Array.from(node.getElementsByTagNameNS("*", name));
const children = (node: Element): Element[] => Array.from(node.childNodes).filter((child): child is Element => child.nodeType === 1);

function* every(node: Element): Generator<Element> {
  yield node;
  for (const child of children(node)) yield* every(child);
}

function disorder(root: Element): string[] {
  return [...every(root)].flatMap((element) => {
    const order = ORDER[element.localName]?.split(" ");
    if (!order || element.namespaceURI !== root.namespaceURI) return [];
    const names = children(element)
      .filter((child) => child.namespaceURI === root.namespaceURI)
      .map((child) => child.localName);
    return names.flatMap((name, i) => {
      const before = names[i - 1];
      if (!order.includes(name)) return [`${element.localName} holds ${name}`];
      const wrong = before !== undefined && (order.indexOf(before) > order.indexOf(name) || (before === name && !AGAIN.has(name)));
      return wrong ? [`${name} stands behind ${before} in ${element.localName}`] : [];
    });
  });
}

/** Lists that say how many they hold say it rightly. */
const miscounted = (root: Element): string[] =>
  [...every(root)].flatMap((element) => {
    const count = element.getAttribute("count");
    return count && element.localName !== "sst" && element.localName !== "tableStyles" && Number(count) !== children(element).length
      ? [`${element.localName} says ${count} and holds ${String(children(element).length)}`]
      : [];
  });

const columnOf = (address: string): number =>
  Array.from(address.replace(/\d+/, "")).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

function cellFaults(sheet: Element, styles: number, rules: number, shared: number): string[] {
  const faults: string[] = [];
  let last = 0;
  for (const row of elements(sheet, "row")) {
    const number = Number(row.getAttribute("r") || last + 1);
    if (number <= last) faults.push(`row ${String(number)} behind row ${String(last)}`);
    last = number;
    let column = 0;
    for (const cell of children(row)) {
      const address = cell.getAttribute("r") ?? "";
      const [type, value] = [cell.getAttribute("t") || "n", elements(cell, "v")[0]?.textContent];
      if (address !== "" && !new RegExp(`^[A-Z]{1,3}${String(number)}$`).test(address))
        faults.push(`cell ${address} in row ${String(number)}`);
      if (address !== "" && columnOf(address) <= column) faults.push(`cell ${address} out of order`);
      column = address === "" ? column + 1 : columnOf(address);
      if (!CELL_TYPES.has(type)) faults.push(`cell ${address} of type ${type}`);
      if (type === "n" && value !== undefined && value !== "" && !NUMBER.test(value)) faults.push(`cell ${address} holds ${value}`);
      if (type === "s" && !(Number(value) < shared)) faults.push(`cell ${address} points at text ${value ?? ""}`);
      if ((type === "inlineStr") !== elements(cell, "is").length > 0) faults.push(`cell ${address}: ${type} and its text`);
      if (Number(cell.getAttribute("s") || 0) >= styles) faults.push(`cell ${address} has style ${cell.getAttribute("s") ?? ""}`);
    }
  }
  for (const rule of elements(sheet, "cfRule"))
    if (rule.getAttribute("dxfId") && Number(rule.getAttribute("dxfId")) >= rules)
      faults.push(`a rule has style ${rule.getAttribute("dxfId") ?? ""}`);
  const merges = elements(sheet, "mergeCell").map((merge) => merge.getAttribute("ref") ?? "");
  if (new Set(merges).size < merges.length) faults.push("an area is merged twice");
  for (const list of ["mergeCells", "hyperlinks", "dataValidations", "cols"])
    for (const element of elements(sheet, list)) if (children(element).length === 0) faults.push(`${list} is empty`);
  return faults;
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);
const partOf = (owner: string, target: string): string =>
  decodeURIComponent(new URL(target.replaceAll("\\", "/"), `http://package/${folderOf(owner)}`).pathname).slice(1);

/** Every fault of a saved .xlsx; empty where Excel would open it without a word. */
export function ooxmlFaults(bytes: Uint8Array): string[] {
  const faults: string[] = [];
  const packed = unzipSync(bytes);
  const names = new Map(Object.keys(packed).map((name) => [name.replaceAll("\\", "/").toLowerCase(), name]));
  const parse = (name: string): Element | null => {
    const text = new TextDecoder(packed[name]?.[0] === 0xff ? "utf-16le" : "utf-8", { fatal: true }).decode(packed[name]);
    try {
      return new DOMParser({
        errorHandler: (level: string, message: string) => {
          throw new Error(`${level}: ${message}`);
        },
      }).parseFromString(text, "text/xml").documentElement;
    } catch (cause) {
      faults.push(`${name}: ${String(cause)}`);
      return null;
    }
  };
  const roots = new Map(
    [...names].flatMap(([key, name]) => {
      const root = /\.(?:xml|rels)$/.test(key) ? parse(name) : null;
      return root ? [[key, root] as const] : [];
    }),
  );
  const types = roots.get("[content_types].xml");
  const declared = new Set(
    types ? elements(types, "Override").map((entry) => (entry.getAttribute("PartName") ?? "").slice(1).toLowerCase()) : [],
  );
  const byEnding = new Set(types ? elements(types, "Default").map((entry) => entry.getAttribute("Extension")?.toLowerCase()) : []);
  for (const part of declared) if (!names.has(decodeURIComponent(part))) faults.push(`${part} is declared and not there`);
  if (types && elements(types, "Override").length > declared.size) faults.push("a part is declared twice");
  for (const key of names.keys())
    if (!declared.has(key) && !byEnding.has(key.slice(key.lastIndexOf(".") + 1)) && key !== "[content_types].xml")
      faults.push(`${key} has no content type`);
  for (const [key, root] of roots) {
    if (!key.endsWith(".rels")) continue;
    const owner = key.replace(/_rels\/([^/]*)\.rels$/, "$1");
    if (owner !== "" && !names.has(owner)) faults.push(`${key} belongs to no part`);
    const ids = children(root).map((relation) => relation.getAttribute("Id"));
    if (new Set(ids).size < ids.length) faults.push(`${key}: an id twice`);
    for (const relation of children(root)) {
      const target = relation.getAttribute("Target") ?? "";
      if (relation.getAttribute("TargetMode") !== "External" && !target.startsWith("#") && !names.has(partOf(owner, target).toLowerCase()))
        faults.push(`${key} points at ${target}`);
    }
  }
  const rootCalled = (name: string): Element | undefined => [...roots.values()].find((root) => root.localName === name);
  const count = (parent: string, root: Element | undefined): number =>
    root ? (elements(root, parent)[0] ? children(elements(root, parent)[0] as Element).length : 0) : 0;
  const styles = rootCalled("styleSheet");
  const shared = rootCalled("sst");
  for (const [key, root] of roots) {
    const related = roots.get(`${folderOf(key)}_rels/${key.slice(folderOf(key).length)}.rels`);
    const ids = new Set(related ? children(related).map((relation) => relation.getAttribute("Id")) : []);
    for (const element of every(root))
      for (const { localName, prefix, value } of Array.from(element.attributes))
        if (localName === "id" && prefix === "r" && !ids.has(value)) faults.push(`${key}: ${element.localName} names relation ${value}`);
    if (!["worksheet", "workbook", "styleSheet"].includes(root.localName)) continue;
    faults.push(...[...disorder(root), ...miscounted(root)].map((fault) => `${key}: ${fault}`));
    if (root.localName === "worksheet")
      faults.push(
        ...cellFaults(root, Math.max(1, count("cellXfs", styles)), count("dxfs", styles), shared ? children(shared).length : 0).map(
          (fault) => `${key}: ${fault}`,
        ),
      );
  }
  const sheets = [...roots.values()].filter((root) => root.localName === "workbook").flatMap((root) => elements(root, "sheet"));
  for (const attribute of ["name", "sheetId"])
    if (new Set(sheets.map((sheet) => sheet.getAttribute(attribute)?.toLowerCase())).size < sheets.length)
      faults.push(`two sheets have one ${attribute}`);
  for (const name of rootCalled("workbook") ? elements(rootCalled("workbook") as Element, "definedName") : [])
    if (Number(name.getAttribute("localSheetId") || 0) >= sheets.length)
      faults.push(`a name of sheet ${name.getAttribute("localSheetId") ?? ""}`);
  return faults;
}
