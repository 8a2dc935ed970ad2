import { address } from "../../amount/cell-ref";
import type { CellMark } from "../door";
import { addressLists } from "../draft/address-lists";
import { MARK_LEVELS, MARK_LOOKS, MARK_TAG, markRule } from "../mark-rule";
import { colourNumber } from "./colours";
import type { WpsApplication, WpsFormatCondition, WpsSheet, WpsWorkbook } from "./model";
import { problem } from "./problems";
import { LONGEST_ADDRESS } from "./select";
import { attempt, count, isThing, membersOf, quietly, sheetsOf, text, truth } from "./sheets";

/** A rule that is a formula. */
const EXPRESSION = 2;

/** This tool's marks on a sheet, by their rule; the user's own conditional formats are only looked at. */
const marksOn = (sheet: WpsSheet): readonly WpsFormatCondition[] =>
  (membersOf(sheet.Cells.FormatConditions) as readonly WpsFormatCondition[]).filter(
    (format) => attempt(() => format.Type === EXPRESSION && text(format.Formula1).includes(MARK_TAG)) === true,
  );

/** Replaces this tool's marks by these. Sheets that are protected keep theirs; the problem thrown at the end names them. */
export function markCells(app: WpsApplication, workbook: WpsWorkbook, marks: readonly CellMark[]): void {
  quietly(app, () => {
    const refused: string[] = [];
    for (const sheet of sheetsOf(workbook)) {
      const wanted = marks.filter((mark) => mark.sheet === sheet.Name);
      const before = marksOn(sheet);
      if (wanted.length + before.length === 0) continue;
      if (truth(sheet.ProtectContents)) {
        refused.push(sheet.Name);
        continue;
      }
      // The new ones first: where WPS breaks off in between, no mark is lost, and the next time takes all of them back.
      const lists = MARK_LEVELS.map((level) => addressLists(wanted.filter((mark) => mark.level === level).map(address), LONGEST_ADDRESS));
      MARK_LEVELS.forEach((level, i) => {
        for (const list of lists[i] ?? []) addMark(sheet, level, list);
      });
      remove(before);
      // What WPS did not do it did without a word.
      if (marksOn(sheet).length !== lists.flat().length) throw problem.undone(wanted.length > 0 ? "标记" : "清除标记");
    }
    if (refused.length > 0) throw problem.sheets(refused);
  });
}

/** From the last: taking one away moves those behind it. */
function remove(marks: readonly WpsFormatCondition[]): void {
  for (const mark of [...marks].reverse()) mark.Delete();
}

function addMark(sheet: WpsSheet, level: CellMark["level"], list: string): void {
  const { FormatConditions: formats } = sheet.Range(list);
  const added = formats.Add(EXPRESSION, undefined, markRule(level)) ?? formats.Item(count(formats.Count));
  if (!isThing(added)) throw problem.undone("标记");
  const mark = added as WpsFormatCondition;
  const { fill, writing } = MARK_LOOKS[level];
  mark.Interior.Color = colourNumber(fill);
  mark.Font[writing === "bold" ? "Bold" : "Italic"] = true;
  // Above the user's own: an edition that has no such call shows both.
  attempt(() => mark.SetFirstPriority());
}
