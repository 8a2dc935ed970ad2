import { OWN_SHEET } from "../../own-sheet";
import { children, elements, sibling } from "./package";

/** Before these the names of a workbook stand. */
const AFTER_NAMES = [
  "calcPr",
  "oleSize",
  "customWorkbookViews",
  "pivotCaches",
  "smartTagPr",
  "smartTagTypes",
  "webPublishing",
  "fileRecoveryPr",
  "webPublishObjects",
  "extLst",
];

/** Positions of the sheets that this tool wrote, among all sheets of the workbook. */
export const ownSheets = (workbook: Element): ReadonlySet<number> =>
  new Set(
    elements(workbook, "definedName")
      .filter((name) => name.getAttribute("name") === OWN_SHEET && name.hasAttribute("localSheetId"))
      .map((name) => Number(name.getAttribute("localSheetId"))),
  );

/** Marks these sheets as this tool's own. */
export function claimSheets(workbook: Element, positions: readonly number[]): void {
  const known = ownSheets(workbook);
  const fresh = positions.filter((position) => !known.has(position));
  if (fresh.length === 0) return;
  let names = children(workbook, "definedNames")[0];
  if (!names) {
    names = sibling(workbook, "definedNames");
    workbook.insertBefore(names, AFTER_NAMES.map((name) => children(workbook, name)[0]).find((element) => element !== undefined) ?? null);
  }
  for (const position of fresh) {
    const name = sibling(names, "definedName");
    name.setAttribute("name", OWN_SHEET);
    name.setAttribute("localSheetId", String(position));
    name.setAttribute("hidden", "1");
    name.appendChild(workbook.ownerDocument.createTextNode("TRUE"));
    names.appendChild(name);
  }
}
