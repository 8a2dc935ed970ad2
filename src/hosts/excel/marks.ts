import { address } from "../../amount/cell-ref";
import type { CellMark } from "../door";
import { MARK_LEVELS, MARK_LOOKS, MARK_TAG, markRule } from "../mark-rule";
import { addressLists } from "../draft/address-lists";
import { problem } from "./problems";
import type { Sync } from "./session";

interface Surveyed {
  readonly sheet: Excel.Worksheet;
  readonly protected: boolean;
  readonly ours: readonly Excel.ConditionalFormat[];
}

/** Replaces this tool's marks by these. Sheets that are protected keep theirs; the problem thrown at the end names them. */
export async function markCells(context: Excel.RequestContext, sync: Sync, marks: readonly CellMark[]): Promise<void> {
  const surveyed = await survey(context, sync);
  const wanted = new Map<string, CellMark[]>();
  for (const mark of marks) wanted.set(mark.sheet, [...(wanted.get(mark.sheet) ?? []), mark]);
  const refused: string[] = [];
  for (const { sheet, ours, protected: locked } of surveyed) {
    const own = wanted.get(sheet.name) ?? [];
    if (locked) {
      if (own.length > 0 || ours.length > 0) refused.push(sheet.name);
      continue;
    }
    // The new ones first: where Excel breaks off in between, no mark is lost, and the next time takes all of them back.
    for (const level of MARK_LEVELS)
      addMarks(
        sheet,
        level,
        own.filter((mark) => mark.level === level),
      );
    for (const format of ours) format.delete();
  }
  await sync();
  if (refused.length > 0) throw problem.sheets(refused);
}

/** Finds this tool's marks on every sheet by their rule; the user's own conditional formats are only looked at. */
async function survey(context: Excel.RequestContext, sync: Sync): Promise<Surveyed[]> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name,items/protection/protected");
  await sync();
  const all = worksheets.items.map((sheet) => {
    // Kept by the library until the batch ends: members of the collection are found again through the range.
    const formats = sheet.getRange().conditionalFormats;
    formats.load("items/type,items/customOrNullObject/rule/formula");
    return { sheet, formats };
  });
  await sync();
  return all.map(({ sheet, formats }) => ({
    sheet,
    protected: sheet.protection.protected,
    ours: formats.items.filter((format) => format.type === "Custom" && isOurs(format.customOrNullObject.rule.formula)),
  }));
}

/** Ours by its rule; one without any was left by a request that Excel broke off, for nobody can enter such a one. */
const isOurs = (formula: string): boolean => formula === "" || formula.includes(MARK_TAG);

/** Later ones stand above earlier ones, so errors are added last. */
function addMarks(sheet: Excel.Worksheet, level: CellMark["level"], marks: readonly CellMark[]): void {
  for (const list of addressLists(marks.map(address))) {
    const areas = sheet.getRanges(list);
    areas.untrack();
    const { custom } = areas.conditionalFormats.add("Custom");
    custom.rule.formula = markRule(level);
    const { fill, writing } = MARK_LOOKS[level];
    custom.format.fill.color = fill;
    custom.format.font[writing] = true;
  }
}
