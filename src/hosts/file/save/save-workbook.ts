import type { SheetDraft } from "../../../workbook/draft";
import { writeSheet } from "../write-workbook";
import { editCells, type CellEdit } from "./cells";
import { children, elements, MAIN, Package, RELATION } from "./package";
import { mergeStyles } from "./styles";

/** What has changed since a workbook was opened. */
export interface WorkbookChanges {
  /** Sheets of this tool, added or rewritten, in order. */
  readonly drafts: readonly { readonly draft: SheetDraft; readonly hidden: boolean }[];
  /** Cells that the user changed, by sheet name; applied after the drafts are written. */
  readonly edits: ReadonlyMap<string, readonly CellEdit[]>;
  /** The formula, with its "=", that a cell held when the workbook was opened. */
  readonly formulaAt: (sheet: string, row: number, column: number) => string | undefined;
}

const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

/** The workbook's main part. */
function mainPart(file: Package): string {
  const path = file.relations("").find((relation) => relation.type === "officeDocument")?.path;
  if (path === undefined) throw new Error("the package has no workbook part");
  return path;
}

/** The part of each sheet by its name, in order. */
function sheetParts(file: Package, workbook: string): Map<string, string> {
  const byId = new Map(file.relations(workbook).map((relation) => [relation.id, relation.path]));
  return new Map(elements(file.tree(workbook), "sheet").map((sheet) => [sheet.getAttribute("name") ?? "", byId.get(sheet.getAttributeNS(RELATION, "id") ?? "") ?? ""]));
}

/** The part of the style sheet; the drafts' own becomes it where the file has none. */
function stylesPart(file: Package, workbook: string, drafts: Package, from: string, serialised: string): { path: string; renumber: (style: number) => number } {
  const known = file.relations(workbook).find((relation) => relation.type === "styles")?.path;
  if (known !== undefined && file.has(known)) return { path: known, renumber: mergeStyles(file, known, drafts, from) };
  const path = "xl/styles.xml";
  file.put(path, serialised);
  file.declare(path, STYLES_TYPE);
  file.relate(workbook, "styles", path);
  return { path, renumber: (style) => style };
}

function addSheetEntry(file: Package, workbook: string, name: string, path: string, hidden: boolean): void {
  const list = elements(file.tree(workbook), "sheets")[0];
  if (!list) throw new Error("the workbook lists no sheets");
  const entry = file.tree(workbook).createElementNS(MAIN, "sheet");
  entry.setAttribute("name", name);
  entry.setAttribute("sheetId", String(1 + Math.max(0, ...children(list, "sheet").map((sheet) => Number(sheet.getAttribute("sheetId"))))));
  if (hidden) entry.setAttribute("state", "veryHidden");
  entry.setAttributeNS(RELATION, "r:id", file.relate(workbook, "worksheet", path));
  list.appendChild(entry);
}

/** Takes the drafts, written as a workbook of their own, over into the file. */
async function addDrafts(file: Package, workbook: string, changes: WorkbookChanges): Promise<void> {
  const { writeXlsx } = await import("hucre/xlsx");
  const { XMLSerializer } = await import("@xmldom/xmldom");
  const written = Package.open(await writeXlsx({ sheets: changes.drafts.map(({ draft }) => writeSheet(draft)), stringMode: "inline" }));
  const writtenWorkbook = mainPart(written);
  const writtenStyles = written.relations(writtenWorkbook).find((relation) => relation.type === "styles")?.path ?? "xl/styles.xml";
  const text = (path: string): string => new XMLSerializer().serializeToString(written.tree(path));
  const { renumber } = stylesPart(file, workbook, written, writtenStyles, text(writtenStyles));
  const sources = sheetParts(written, writtenWorkbook);
  for (const { draft, hidden } of changes.drafts) {
    const source = sources.get(draft.name) ?? "";
    for (const [name, attribute] of [["c", "s"], ["row", "s"], ["col", "style"]] as const)
      for (const element of elements(written.tree(source), name)) {
        const style = element.getAttribute(attribute);
        if (style) element.setAttribute(attribute, String(renumber(Number(style))));
      }
    const known = sheetParts(file, workbook).get(draft.name);
    if (known) {
      file.put(known, text(source));
      file.dropRelations(known);
      continue;
    }
    let number = 1;
    while (file.has(`xl/worksheets/sheet${String(number)}.xml`)) number++;
    const path = `xl/worksheets/sheet${String(number)}.xml`;
    file.put(path, text(source));
    file.declare(path, SHEET_TYPE);
    addSheetEntry(file, workbook, draft.name, path, hidden);
  }
}

/** Excel calculates everything anew when it opens the file: totals over edited cells are not calculated here. */
function recalculateOnOpen(file: Package, workbook: string): void {
  const root = file.root(workbook);
  const known = children(root, "calcPr")[0];
  const entry = known ?? file.tree(workbook).createElementNS(MAIN, "calcPr");
  entry.setAttribute("fullCalcOnLoad", "1");
  if (known) return;
  const before = ["definedNames", "externalReferences", "functionGroups", "sheets"].map((name) => children(root, name)[0]).find((element) => element !== undefined);
  root.insertBefore(entry, before?.nextSibling ?? null);
}

/** Excel's list of formula cells must not name a cell whose formula is gone; it makes the list anew. */
function dropCalculationChain(file: Package, workbook: string): void {
  for (const relation of file.relations(workbook))
    if (relation.type === "calcChain") {
      file.remove(relation.path);
      relation.element.parentNode?.removeChild(relation.element);
    }
}

/**
 * The original .xlsx or .xlsm with the changes put in. Every part that no change touches keeps its bytes: styles,
 * merges, drawings, macros, print settings and unknown extensions stay as they are.
 */
export async function saveWorkbook(original: Uint8Array, changes: WorkbookChanges): Promise<Uint8Array> {
  if (changes.drafts.length === 0 && changes.edits.size === 0) return original;
  const file = Package.open(original);
  const workbook = mainPart(file);
  const before = sheetParts(file, workbook);
  if (changes.drafts.length > 0) await addDrafts(file, workbook, changes);
  let overwritten = changes.drafts.some(({ draft }) => before.has(draft.name));
  for (const [sheet, edits] of changes.edits) {
    const path = sheetParts(file, workbook).get(sheet);
    if (path !== undefined && edits.length > 0) overwritten = editCells(file.root(path), edits, (row, column) => changes.formulaAt(sheet, row, column)) || overwritten;
  }
  if (overwritten) dropCalculationChain(file, workbook);
  recalculateOnOpen(file, workbook);
  return file.bytes();
}
