import { isCellError } from "../../workbook/plain";
import type { CellEntry } from "../door";
import { entryOf } from "../draft/grid";
import type { NoteWriting } from "./own-writing";
import { cellValue, formulaOf } from "./plain";
import { problem } from "./problems";
import type { Sync, Work } from "./session";

/**
 * Types the entries in, and gives back what stood there. What stood there is read once, so that a second attempt after a
 * refusal gives back what the user had; where Excel breaks off midway it is put back.
 */
export function putCells(entries: readonly CellEntry[], note: NoteWriting): Work<readonly CellEntry[]> {
  let before: readonly CellEntry[] | null = null;
  return async (context, sync) => {
    const ids = await requireSheets(context, sync, entries);
    const write = (typed: readonly CellEntry[]): void => {
      for (const entry of typed) {
        note(ids.get(entry.sheet) ?? "", [entry]);
        rangeOf(context, entry).formulas = [[typedIn(entry)]];
      }
    };
    before ??= await read(context, sync, entries);
    try {
      write(entries);
      await sync();
    } catch (cause) {
      write(before);
      await sync().catch(() => undefined);
      throw cause;
    }
    return before;
  };
}

const rangeOf = ({ workbook }: Excel.RequestContext, { sheet, row, column }: CellEntry): Excel.Range => {
  const range = workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, 1, 1);
  range.untrack();
  return range;
};

/** The ids of the sheets, by name. */
async function requireSheets(
  { workbook }: Excel.RequestContext,
  sync: Sync,
  entries: readonly CellEntry[],
): Promise<ReadonlyMap<string, string>> {
  const sheets = [...new Set(entries.map(({ sheet }) => sheet))].map((name) => ({
    name,
    sheet: workbook.worksheets.getItemOrNullObject(name),
  }));
  for (const { sheet } of sheets) sheet.load("id");
  await sync();
  const gone = sheets.find(({ sheet }) => sheet.isNullObject);
  if (gone) throw problem.noSheet(gone.name);
  return new Map(sheets.map(({ name, sheet }) => [name, sheet.id]));
}

async function read(context: Excel.RequestContext, sync: Sync, entries: readonly CellEntry[]): Promise<readonly CellEntry[]> {
  const ranges = entries.map((entry) => rangeOf(context, entry));
  for (const range of ranges) range.load("values,valueTypes,formulas");
  await sync();
  return entries.map(({ sheet, row, column }, index): CellEntry => {
    const range = ranges[index];
    const raw: unknown = range?.values[0]?.[0];
    const formula = formulaOf(range?.formulas[0]?.[0], raw);
    return { sheet, row, column, value: cellValue(raw, range?.valueTypes[0]?.[0]), ...(formula !== undefined && { formula }) };
  });
}

function typedIn({ value, formula }: CellEntry): string | number | boolean {
  if (formula !== undefined) return formula;
  if (typeof value === "boolean") return value;
  return isCellError(value) ? value.error : entryOf(value);
}
