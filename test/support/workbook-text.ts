import type { CellValue, PlainSheet, PlainWorkbook } from "../../src/workbook/plain";

/**
 * A workbook written as text, so that a test shows the tables it speaks of.
 *
 *   # 表5                                    a sheet and its name
 *   类 | 款 | 项 | 科目名称 | 合计             cells between bars
 *   201 | | | 一般公共服务支出 | 912.02         digits alone are text (a code); with a point they are an amount
 *
 * An amount has two decimals as formatted ("912.02" is shown 0.00); "2.4" and "80." are General numbers; "1.004~0.00" is
 * stored 1.004 and shown to two decimals. "'24.00" is a number kept as text. "=SUM(E5:E6)~24.00" is a formula with its
 * result. "#REF!" is an error.
 */
export function workbookFromText(text: string, name = "text.xlsx"): PlainWorkbook {
  const sheets = text
    .split(/^\s*# /m)
    .slice(1)
    .map((part) => sheetFromText(part));
  return { name, sheets };
}

interface Cell {
  readonly value: CellValue;
  readonly format?: string;
  readonly formula?: string;
}

function sheetFromText(part: string): PlainSheet {
  const [name = "", ...lines] = part.split("\n").map((line) => line.trim());
  const rows = lines
    .filter((line, index) => line !== "" || index < lines.length - 1)
    .map((line) => line.split("|").map((cell) => cellFromText(cell.trim())));
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell.value === null)) rows.pop();
  return {
    name,
    visibility: "visible",
    top: 0,
    left: 0,
    values: rows.map((row) => row.map((cell) => cell.value)),
    formats: rows.map((row) => row.map((cell) => cell.format)),
    formulas: rows.map((row) => row.map((cell) => cell.formula)),
  };
}

function cellFromText(text: string): Cell {
  if (text === "") return { value: null };
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (/^#[A-Z/0]+[!?A]?$/.test(text)) return { value: { error: text } };
  if (text.startsWith("=")) {
    const at = text.lastIndexOf("~");
    return { ...cellFromText(text.slice(at + 1)), formula: text.slice(0, at) };
  }
  const stored = /^(-?\d+\.\d+)~(0\.0+)$/.exec(text);
  if (stored?.[1] !== undefined) return { value: Number(stored[1]), format: stored[2] ?? "0.00" };
  if (/^-?\d+\.\d\d$/.test(text)) return { value: Number(text), format: "0.00" };
  return /^-?\d+\.\d*$/.test(text) ? { value: Number(text) } : { value: text };
}

/** The workbook with one cell changed: "表5!E6" to a value, shown as it is. */
export function withCell(workbook: PlainWorkbook, sheet: string, row: number, column: number, value: CellValue): PlainWorkbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((one) =>
      one.name !== sheet
        ? one
        : {
            ...one,
            values: one.values.map((cells, index) => (index !== row - one.top ? cells : replaced(cells, column - one.left, value))),
          },
    ),
  };
}

function replaced(cells: readonly CellValue[], column: number, value: CellValue): readonly CellValue[] {
  const copy = [...cells];
  while (copy.length <= column) copy.push(null);
  copy[column] = value;
  return copy;
}
