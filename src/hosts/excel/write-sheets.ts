import type { SheetDraft } from "../../workbook/draft";
import { isOwnSheet } from "../../workbook/own-sheets";
import { isUnfinishedName, OWN_SHEET, unfinishedName } from "../own-sheet";
import { fillSheet, passing } from "./draft-sheet";
import { growSheet } from "./grow-sheet";
import type { NoteWriting } from "./own-writing";
import { problem } from "./problems";
import type { Sync } from "./session";

interface Present {
  readonly draft: SheetDraft;
  /** null where the workbook has no sheet of that name yet. */
  readonly sheet: Excel.Worksheet | null;
}

/**
 * Adds the drafts at the end, or rewrites sheets of this tool's own. All is checked before anything is changed. However a
 * call fails on the way, every sheet is as it was or complete: a new one is filled out of sight, and takes the place of the
 * old one's content in a single step; a 填报 sheet that is there only gains.
 */
export async function writeDrafts(
  context: Excel.RequestContext,
  sync: Sync,
  drafts: readonly SheetDraft[],
  note: NoteWriting,
): Promise<void> {
  const { workbook } = context;
  workbook.load("readOnly,protection/protected");
  workbook.worksheets.load("items/id,items/name,items/protection/protected");
  await sync();
  const present = drafts.map((draft): Present => ({ draft, sheet: named(workbook.worksheets.items, draft.name) }));
  await requireOwn(
    sync,
    present.filter(({ draft }) => !draft.carriesOver),
  );
  if (workbook.readOnly) throw problem.readOnly();
  const rebuilt = present.filter(({ draft, sheet }) => !(sheet && draft.carriesOver));
  if (workbook.protection.protected && rebuilt.length > 0) throw problem.structure();
  const locked = present.filter(({ sheet }) => sheet?.protection.protected).map(({ draft }) => draft.name);
  if (locked.length > 0) throw problem.sheets(locked);
  if (rebuilt.length > 0 && workbook.worksheets.items.some(({ name }) => isUnfinishedName(name))) await dropUnfinished(context, sync, note);
  for (const { draft, sheet } of present)
    if (sheet && draft.carriesOver) await growSheet(sync, sheet, draft, note);
    else await buildSheet(context, sync, draft, sheet, note);
}

/**
 * What a failure, or a pane that was closed midway, has left goes: sheets under the name of an unfinished one that bear
 * this tool's mark, or that would be one of its own and are blank still.
 */
export async function dropUnfinished(context: Excel.RequestContext, sync: Sync, note: NoteWriting): Promise<void> {
  const { worksheets } = context.workbook;
  worksheets.load("items/id,items/name");
  await sync();
  const left = worksheets.items
    .filter(({ name }) => isUnfinishedName(name))
    .map((sheet) => ({ sheet, own: sheet.names.getItemOrNullObject(OWN_SHEET), used: passing(sheet.getUsedRangeOrNullObject()) }));
  if (left.length === 0) return;
  await sync();
  const ours = left.filter(({ sheet, own, used }) => !own.isNullObject || (used.isNullObject && isOwnSheet(sheet.name.slice(1))));
  if (ours.length === 0) return;
  for (const { sheet } of ours) {
    note(sheet.id);
    sheet.delete();
  }
  await sync();
}

/** Excel does not tell capitals apart in names of sheets. */
const named = (sheets: readonly Excel.Worksheet[], name: string): Excel.Worksheet | null =>
  sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase()) ?? null;

async function requireOwn(sync: Sync, present: readonly Present[]): Promise<void> {
  const marks = present.flatMap(({ draft, sheet }) =>
    sheet ? [{ name: draft.name, mark: sheet.names.getItemOrNullObject(OWN_SHEET) }] : [],
  );
  if (marks.length === 0) return;
  await sync();
  const foreign = marks.filter(({ mark }) => mark.isNullObject).map(({ name }) => name);
  if (foreign.length > 0) throw problem.foreign(foreign);
}

/** The sheet filled out of sight. */
async function buildSheet(
  context: Excel.RequestContext,
  sync: Sync,
  draft: SheetDraft,
  old: Excel.Worksheet | null,
  note: NoteWriting,
): Promise<void> {
  const { worksheets } = context.workbook;
  const made = worksheets.add(unfinishedName(draft.name));
  made.load("id");
  made.visibility = "VeryHidden";
  made.names.add(OWN_SHEET, "=TRUE").visible = false;
  await fillSheet(sync, made, draft);
  note(made.id);
  if (old) note(old.id);
  if (old) await replaceContent(sync, old, made, draft);
  else await show(sync, made, draft.name);
}

/** The name comes last: a sheet that bears it is complete. */
async function show(sync: Sync, made: Excel.Worksheet, name: string): Promise<void> {
  made.visibility = "Visible";
  made.name = name;
  await sync();
}

/**
 * The whole of one sheet copied over another: one step for Excel, which is done or not done; what refers to the old sheet
 * stays whole. What stands beside the cells follows.
 */
async function replaceContent(sync: Sync, old: Excel.Worksheet, made: Excel.Worksheet, draft: SheetDraft): Promise<void> {
  passing(old.getRange()).copyFrom(passing(made.getRange()), "All");
  old.freezePanes.unfreeze();
  if (draft.frozenRows > 0) old.freezePanes.freezeRows(draft.frozenRows);
  made.delete();
  await sync();
}
