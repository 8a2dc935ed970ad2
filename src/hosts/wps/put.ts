import { address } from "../../amount/cell-ref";
import { isCellError } from "../../workbook/plain";
import type { CellEntry } from "../door";
import { entryOf, type Entry } from "../draft/grid";
import { isDoubtful, textOf } from "./enter";
import type { WpsApplication, WpsRange, WpsWorkbook } from "./model";
import { problem } from "./problems";
import { cellValue, formulaOf, uniform } from "./shapes";
import { attempt, quietly, requireSheet, truth } from "./sheets";

const cellOf = (workbook: WpsWorkbook, entry: CellEntry): WpsRange => requireSheet(workbook, entry.sheet).Range(address(entry));

/** Types the entries in, and gives back what stood there. All or none: where WPS did not take one, all are put back. */
export function putCells(app: WpsApplication, workbook: WpsWorkbook, entries: readonly CellEntry[]): readonly CellEntry[] {
  const locked = entries.map(({ sheet }) => requireSheet(workbook, sheet)).filter((sheet) => truth(sheet.ProtectContents));
  if (locked.length > 0) throw problem.sheets([...new Set(locked.map(({ Name }) => Name))]);
  const before = entries.map((entry) => read(workbook, entry));
  return quietly(app, () => {
    try {
      for (const entry of entries) write(cellOf(workbook, entry), entry);
      if (entries.some((entry) => !isThere(read(workbook, entry), entry))) throw problem.undone("写入单元格");
    } catch (cause) {
      for (const entry of before) attempt(() => write(cellOf(workbook, entry), entry));
      throw cause;
    }
    return before;
  });
}

function read(workbook: WpsWorkbook, entry: CellEntry): CellEntry {
  const { sheet, row, column } = entry;
  const cell = cellOf(workbook, entry);
  const raw = uniform(cell.Value2);
  const formula = formulaOf(uniform(cell.Formula), raw);
  return { sheet, row, column, value: cellValue(raw, formula !== undefined), ...(formula !== undefined && { formula }) };
}

/** Formats stay: what could be read as something else is typed with an apostrophe, as a person would. */
function write(cell: WpsRange, { value, formula }: CellEntry): void {
  if (formula !== undefined) cell.Formula = formula;
  else if (value === null || value === "") cell.ClearContents();
  else cell.Value2 = typedIn(value);
}

function typedIn(value: Exclude<CellEntry["value"], null>): Entry | boolean {
  if (typeof value === "boolean") return value;
  if (isCellError(value)) return value.error;
  const entry = entryOf(value);
  const words = textOf(entry);
  return words !== null && !isDoubtful(words) ? words : entry;
}

function isThere(now: CellEntry, wanted: CellEntry): boolean {
  if (wanted.formula !== undefined) return now.formula !== undefined;
  if (isCellError(wanted.value)) return isCellError(now.value);
  return (now.value ?? "") === (wanted.value ?? "");
}
