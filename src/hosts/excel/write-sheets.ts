import type { SheetDraft } from "../../workbook/draft";
import { emptySheet, fillSheet } from "./draft-sheet";
import { problem } from "./problems";
import type { Sync } from "./session";

/**
 * A hidden name on each sheet of this tool's own. It is kept in the file and goes with the sheet when that is renamed or
 * moved; a sheet of the user's that happens to have the same title does not carry it.
 */
export const OWN_SHEET = "_BudgetDisclosureSheet";

interface Present {
  readonly draft: SheetDraft;
  /** null where the workbook has no sheet of that name yet. */
  readonly sheet: Excel.Worksheet | null;
}

/** Adds the drafts at the end, or rewrites sheets of this tool's own. All is checked before anything is changed. */
export async function writeDrafts(context: Excel.RequestContext, sync: Sync, drafts: readonly SheetDraft[]): Promise<void> {
  const { workbook } = context;
  workbook.load("readOnly,protection/protected");
  workbook.worksheets.load("items/name,items/protection/protected");
  await sync();
  const present = drafts.map((draft): Present => ({ draft, sheet: named(workbook.worksheets.items, draft.name) }));
  await requireOwn(sync, present.filter(({ draft }) => !draft.carriesOver));
  if (workbook.readOnly) throw problem.readOnly();
  if (workbook.protection.protected && present.some(({ sheet }) => sheet === null)) throw problem.structure();
  const locked = present.filter(({ sheet }) => sheet?.protection.protected).map(({ draft }) => draft.name);
  if (locked.length > 0) throw problem.sheets(locked);
  for (const { draft, sheet } of present) {
    if (sheet) emptySheet(sheet);
    await fillSheet(sync, sheet ?? ownSheet(workbook, draft.name), draft);
  }
}

/** Excel does not tell capitals apart in names of sheets. */
const named = (sheets: readonly Excel.Worksheet[], name: string): Excel.Worksheet | null =>
  sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase()) ?? null;

async function requireOwn(sync: Sync, present: readonly Present[]): Promise<void> {
  const marks = present.flatMap(({ draft, sheet }) => (sheet ? [{ name: draft.name, mark: sheet.names.getItemOrNullObject(OWN_SHEET) }] : []));
  if (marks.length === 0) return;
  await sync();
  const foreign = marks.filter(({ mark }) => mark.isNullObject).map(({ name }) => name);
  if (foreign.length > 0) throw problem.foreign(foreign);
}

function ownSheet(workbook: Excel.Workbook, name: string): Excel.Worksheet {
  const sheet = workbook.worksheets.add(name);
  sheet.names.add(OWN_SHEET, "=TRUE").visible = false;
  return sheet;
}
