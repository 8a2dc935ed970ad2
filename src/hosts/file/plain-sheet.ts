import type { CellObject, ColInfo, DenseWorkSheet, RowInfo } from "@e965/xlsx";
import type { CellValue, PlainSheet } from "../../workbook/plain";

const ERRORS: Readonly<Record<number, string>> = {
  0x00: "#NULL!",
  0x07: "#DIV/0!",
  0x0f: "#VALUE!",
  0x17: "#REF!",
  0x1d: "#NAME?",
  0x24: "#NUM!",
  0x2a: "#N/A",
  0x2b: "#GETTING_DATA",
};
const NOTHING: readonly undefined[] = [];

type Lines = readonly (ColInfo | RowInfo | undefined)[] | undefined;

/** Positions of what is marked hidden; the parser leaves holes where nothing is said. */
const hiddenIn = (all: Lines): readonly number[] => (all ?? []).flatMap((one, at) => (one?.hidden === true ? [at] : []));

type Cells = readonly (CellObject | undefined)[];

/** A cell as the engine knows it; dates stay the serial numbers that Excel keeps. */
function valueOf(cell: CellObject | undefined): CellValue {
  if (!cell) return null;
  switch (cell.t) {
    case "n":
      // NaN, INF and what else a damaged or foreign writer put where a number belongs: no number, to be seen at its cell.
      return typeof cell.v === "number" ? (Number.isFinite(cell.v) ? cell.v : { error: "#NUM!" }) : null;
    case "s":
    case "b":
      return cell.v === undefined || cell.v instanceof Date ? null : cell.v;
    case "e":
      return { error: typeof cell.v === "number" ? (ERRORS[cell.v] ?? "#VALUE!") : String(cell.v ?? cell.w ?? "#VALUE!") };
    case "d":
      return cell.v instanceof Date ? cell.v.toISOString().slice(0, 10) : (cell.w ?? null);
    default:
      return null;
  }
}

const holds = (cell: CellObject | undefined): boolean => cell !== undefined && (cell.t !== "z" || cell.f !== undefined);

/** First column that holds something in any row; one pass that stops early in each row. */
function firstColumn(rows: readonly Cells[]): number {
  let left = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    let c = 0;
    while (c < Math.min(left, row.length) && !holds(row[c])) c++;
    if (c < row.length) left = Math.min(left, c);
  }
  return Number.isFinite(left) ? left : 0;
}

/** The formula with its "="; the parser leaves the sign out and keeps the ODF prefix. */
const formulaOf = (cell: CellObject): string | undefined => (cell.f === undefined ? undefined : `=${cell.f.replace(/^(of:|oooc:)?=/, "")}`);

/**
 * One parsed sheet as plain data, from the first row and column that hold something. Linear in the cells; rows without
 * formats or formulas share one empty array, so a large sheet costs little more than its values.
 */
export function plainSheet(name: string, sheet: DenseWorkSheet | undefined, visibility: PlainSheet["visibility"]): PlainSheet {
  // The parser leaves holes where rows are blank.
  const all: readonly Cells[] = Array.from((sheet?.["!data"] ?? []) as readonly (Cells | undefined)[], (row) => row ?? NOTHING);
  const top = Math.max(
    0,
    all.findIndex((row) => row.some(holds)),
  );
  const rows = all.slice(top);
  while (rows.length > 0 && !rows[rows.length - 1]?.some(holds)) rows.pop();
  const left = firstColumn(rows);
  const values: CellValue[][] = [];
  const formats: (readonly (string | undefined)[])[] = [];
  const formulas: (readonly (string | undefined)[])[] = [];
  for (const row of rows) {
    let end = row.length;
    while (end > left && !holds(row[end - 1])) end--;
    const width = Math.max(0, end - left);
    const line = new Array<CellValue>(width).fill(null);
    let lineFormats: (string | undefined)[] | null = null;
    let lineFormulas: (string | undefined)[] | null = null;
    for (let i = 0; i < width; i++) {
      const cell = row[left + i];
      if (!cell) continue;
      line[i] = valueOf(cell);
      if (cell.z !== undefined && cell.z !== "General")
        (lineFormats ??= new Array<string | undefined>(width).fill(undefined))[i] = String(cell.z);
      if (cell.f !== undefined) (lineFormulas ??= new Array<string | undefined>(width).fill(undefined))[i] = formulaOf(cell);
    }
    values.push(line);
    formats.push(lineFormats ?? NOTHING);
    formulas.push(lineFormulas ?? NOTHING);
  }
  const hidden = { rows: hiddenIn(sheet?.["!rows"] as Lines), columns: hiddenIn(sheet?.["!cols"] as Lines) };
  return {
    name,
    visibility,
    top: rows.length > 0 ? top : 0,
    left,
    values,
    formats,
    formulas,
    ...(hidden.rows.length + hidden.columns.length > 0 && { hidden }),
  };
}
