import type { SheetDraft } from "../../../workbook/draft";
import { writeSheet } from "../write-workbook";
import type { CellMark } from "../../door";
import type { CellEdit, SheetEdits, StyledEdit } from "./edits";
import { markSheets } from "./marks";
import { claimSheets } from "./own-sheets";
import { children, elements, Package, RELATION, relationId, sibling, strictly } from "./package";
import { editSheetPart } from "./sheet-part";
import { mergeStyles, styleOfLook } from "./styles";

/** What has changed since a workbook was opened. */
export interface WorkbookChanges {
  /** Sheets of this tool, added or rewritten, in order. */
  readonly drafts: readonly { readonly draft: SheetDraft; readonly hidden: boolean }[];
  /** What the user changed, by sheet name; applied after the drafts are written. */
  readonly edits: ReadonlyMap<string, SheetEdits>;
  /** This tool's marks as they are to be in the file; absent where they are to stay as they are. */
  readonly marks?: readonly CellMark[];
  /** The formula, with its "=", that a cell held when the workbook was opened. */
  readonly formulaAt: (sheet: string, row: number, column: number) => string | undefined;
}

const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

/** The workbook's main part. Throws where the package has none. */
export function mainPart(file: Package): string {
  const path = file.relations("").find((relation) => relation.type === "officeDocument")?.path;
  if (path === undefined) throw new Error("the package has no workbook part");
  return path;
}

/** The part of each sheet by its name, in order. */
export function sheetParts(file: Package, workbook: string): Map<string, string> {
  const byId = new Map(file.relations(workbook).map((relation) => [relation.id, relation.path]));
  return new Map(
    elements(file.tree(workbook), "sheet").map((sheet) => [sheet.getAttribute("name") ?? "", byId.get(relationId(sheet)) ?? ""]),
  );
}

/** The part of the style sheet; the drafts' own becomes it where the file has none. */
function stylesPart(
  file: Package,
  workbook: string,
  drafts: Package,
  from: string,
  serialised: string,
): { path: string; renumber: (style: number) => number } {
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
  const entry = sibling(list, "sheet");
  entry.setAttribute("name", name);
  entry.setAttribute("sheetId", String(1 + Math.max(0, ...children(list, "sheet").map((sheet) => Number(sheet.getAttribute("sheetId"))))));
  if (hidden) entry.setAttribute("state", "veryHidden");
  const known = elements(list, "sheet")[0]?.attributes;
  const id = Array.from(known ?? []).find((attribute) => attribute.localName === "id" && attribute.namespaceURI !== null);
  entry.setAttributeNS(id?.namespaceURI ?? RELATION, id?.name ?? "r:id", file.relate(workbook, "worksheet", path));
  list.appendChild(entry);
}

/** Takes the drafts, written as a workbook of their own, over into the file. */
async function addDrafts(file: Package, workbook: string, changes: WorkbookChanges): Promise<void> {
  const { writeXlsx } = await import("hucre/xlsx");
  const { XMLSerializer } = await import("@xmldom/xmldom");
  const written = Package.open(await writeXlsx({ sheets: changes.drafts.map(({ draft }) => writeSheet(draft)), stringMode: "inline" }));
  const writtenWorkbook = mainPart(written);
  const writtenStyles = written.relations(writtenWorkbook).find((relation) => relation.type === "styles")?.path ?? "xl/styles.xml";
  const strict = file.isStrict(workbook);
  const text = (path: string): string => {
    const xml = new XMLSerializer().serializeToString(written.tree(path));
    return strict ? strictly(xml) : xml;
  };
  const { renumber } = stylesPart(file, workbook, written, writtenStyles, text(writtenStyles));
  const sources = sheetParts(written, writtenWorkbook);
  for (const { draft, hidden } of changes.drafts) {
    const source = sources.get(draft.name) ?? "";
    for (const [name, attribute] of [
      ["c", "s"],
      ["row", "s"],
      ["col", "style"],
    ] as const)
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
  const order = [...sheetParts(file, workbook).keys()];
  claimSheets(
    file.root(workbook),
    changes.drafts.filter(({ hidden }) => !hidden).map(({ draft }) => order.indexOf(draft.name)),
  );
}

/** Excel calculates everything anew when it opens the file: totals over edited cells are not calculated here. */
function recalculateOnOpen(file: Package, workbook: string): void {
  const root = file.root(workbook);
  const known = children(root, "calcPr")[0];
  const entry = known ?? sibling(root, "calcPr");
  entry.setAttribute("fullCalcOnLoad", "1");
  if (known) return;
  const before = ["definedNames", "externalReferences", "functionGroups", "sheets"]
    .map((name) => children(root, name)[0])
    .find((element) => element !== undefined);
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

/** The edits with each look as a number of the file's style sheet. */
function styled(file: Package, workbook: string, cells: readonly CellEdit[]): readonly StyledEdit[] {
  const styles = file.relations(workbook).find((relation) => relation.type === "styles")?.path;
  return cells.map(({ look, ...edit }) =>
    look === undefined || styles === undefined ? edit : { ...edit, style: styleOfLook(file, styles, look) },
  );
}

/** Puts the user's edits into the sheets' parts. Whether a formula went or is another. */
function editSheets(file: Package, workbook: string, changes: WorkbookChanges): boolean {
  let overwritten = false;
  const parts = sheetParts(file, workbook);
  for (const [sheet, edits] of changes.edits) {
    const path = parts.get(sheet);
    if (path === undefined) continue;
    const edited = editSheetPart(file.content(path), { ...edits, cells: styled(file, workbook, edits.cells) }, (row, column) =>
      changes.formulaAt(sheet, row, column),
    );
    file.put(path, edited.pieces);
    overwritten ||= edited.overwritten;
  }
  return overwritten;
}

/**
 * The original .xlsx or .xlsm with the changes put in. Every part that no change touches keeps its bytes: styles,
 * merges, drawings, macros, print settings and unknown extensions stay as they are.
 */
export async function saveWorkbook(original: Uint8Array, changes: WorkbookChanges): Promise<Uint8Array> {
  if (changes.drafts.length === 0 && changes.edits.size === 0 && changes.marks === undefined) return original;
  const file = Package.open(original);
  const workbook = mainPart(file);
  const before = sheetParts(file, workbook);
  if (changes.drafts.length > 0) await addDrafts(file, workbook, changes);
  const overwritten = editSheets(file, workbook, changes) || changes.drafts.some(({ draft }) => before.has(draft.name));
  if (changes.marks) markSheets(file, workbook, sheetParts(file, workbook), changes.marks);
  if (overwritten) dropCalculationChain(file, workbook);
  if (changes.drafts.length > 0 || changes.edits.size > 0) recalculateOnOpen(file, workbook);
  return file.bytes();
}
