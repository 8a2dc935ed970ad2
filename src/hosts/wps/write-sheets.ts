import type { SheetDraft } from "../../workbook/draft";
import { isOwnSheet } from "../../workbook/own-sheets";
import { isUnfinishedName, OWN_SHEET, unfinishedName } from "../own-sheet";
import { fillSheet, freeze, requireWritten } from "./draft-sheet";
import { growSheet } from "./grow-sheet";
import type { WpsApplication, WpsSheet, WpsWorkbook } from "./model";
import { problem } from "./problems";
import { usedArea } from "./ranges";
import { attempt, isOwn, named, quietly, sheetsOf, truth, VERY_HIDDEN, VISIBLE } from "./sheets";

interface Present {
  readonly draft: SheetDraft;
  /** null where the workbook has no sheet of that name yet. */
  readonly sheet: WpsSheet | null;
}

/**
 * Adds the drafts at the end, or rewrites sheets of this tool's own. All is checked before anything is changed. However a call
 * fails on the way, every sheet is as it was or complete: a new one is filled out of sight, and takes the place of the old
 * one's content in a single step; a 填报 sheet that is there only gains.
 */
export function writeDrafts(app: WpsApplication, workbook: WpsWorkbook, drafts: readonly SheetDraft[]): void {
  quietly(app, () => {
    const sheets = sheetsOf(workbook);
    const present = drafts.map((draft): Present => ({ draft, sheet: named(sheets, draft.name) }));
    requireAllowed(workbook, present);
    dropLeft(workbook);
    try {
      for (const { draft, sheet } of present)
        if (sheet && draft.carriesOver) growSheet(sheet, draft);
        else buildSheet(app, workbook, draft, sheet);
    } catch (cause) {
      attempt(() => dropLeft(workbook));
      throw cause;
    }
  });
}

function requireAllowed(workbook: WpsWorkbook, present: readonly Present[]): void {
  const foreign = present.filter(({ draft, sheet }) => sheet && !draft.carriesOver && !isOwn(workbook, sheet));
  if (foreign.length > 0) throw problem.foreign(foreign.map(({ draft }) => draft.name));
  const rebuilt = present.filter(({ draft, sheet }) => !(sheet && draft.carriesOver));
  if (truth(workbook.ProtectStructure) && rebuilt.length > 0) throw problem.structure();
  const locked = present.filter(({ sheet }) => truth(sheet?.ProtectContents));
  if (locked.length > 0) throw problem.sheets(locked.map(({ draft }) => draft.name));
}

/**
 * What a failure has left goes: sheets under the name of an unfinished one that bear this tool's mark, or that would be one of
 * its own and are blank still.
 */
export function dropUnfinished(app: WpsApplication, workbook: WpsWorkbook): void {
  quietly(app, () => dropLeft(workbook));
}

function dropLeft(workbook: WpsWorkbook): void {
  for (const sheet of sheetsOf(workbook))
    if (isUnfinishedName(sheet.Name) && (isOwn(workbook, sheet) || (isBlank(sheet) && isOwnSheet(sheet.Name.slice(1))))) drop(sheet);
}

/** A blank sheet has nothing used, or a single cell without anything in it. */
function isBlank(sheet: WpsSheet): boolean {
  const area = usedArea(sheet);
  return !area || (area.top === area.bottom && area.left === area.right && (sheet.Range("A1").Value2 ?? "") === "");
}

/** A very hidden sheet cannot be deleted in every edition. */
function drop(sheet: WpsSheet): void {
  sheet.Visible = VISIBLE;
  sheet.Delete();
}

/** A sheet at the end, out of sight, that bears this tool's mark. */
export function addSheet(workbook: WpsWorkbook, name: string): WpsSheet {
  const before = sheetsOf(workbook);
  workbook.Worksheets.Add(undefined, before.at(-1));
  const after = sheetsOf(workbook);
  const made = after.find((sheet) => !before.some((known) => known.Name === sheet.Name));
  if (!made || after.length !== before.length + 1) throw problem.undone("新建工作表");
  made.Name = name;
  made.Visible = VERY_HIDDEN;
  made.Names.Add(OWN_SHEET, "=TRUE", false);
  if (made.Name !== name || !isOwn(workbook, made)) {
    attempt(() => drop(made));
    throw problem.undone("新建工作表");
  }
  return made;
}

/** The sheet filled out of sight; the name comes last: a sheet that bears it is complete. */
function buildSheet(app: WpsApplication, workbook: WpsWorkbook, draft: SheetDraft, old: WpsSheet | null): void {
  const made = addSheet(workbook, unfinishedName(draft.name));
  fillSheet(made, draft);
  if (old) replaceContent(app, old, made, draft);
  else show(app, made, draft);
}

function show(app: WpsApplication, made: WpsSheet, draft: SheetDraft): void {
  made.Visible = VISIBLE;
  made.Name = draft.name;
  if (made.Name !== draft.name) throw problem.undone("新建工作表");
  freeze(app, made, draft.frozenRows);
}

/** The whole of one sheet copied over another: one step for WPS; what refers to the old sheet stays whole. */
function replaceContent(app: WpsApplication, old: WpsSheet, made: WpsSheet, draft: SheetDraft): void {
  made.Visible = VISIBLE;
  made.Cells.Copy(old.Cells);
  requireWritten(old, draft);
  freeze(app, old, draft.frozenRows);
  drop(made);
}
