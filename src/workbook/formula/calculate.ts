import { parseAddress, type CellRef } from "../../amount/cell-ref";
import { Exact } from "../../amount/exact";
import { isCellError, type CellValue, type PlainSheet, type PlainWorkbook } from "../plain";
import { parseFormula, type Cells } from "./parse";
import { NotCalculable, scalarOf, type Matrix, type Scalar } from "./values";

/** Cells looked at in one workbook, and formulas that lead to one another: bounds on hostile input. */
const MOST_CELLS = 2_000_000;
const DEEPEST = 200;

export interface Calculated {
  /** The same workbook where nothing was to be worked out. */
  readonly workbook: PlainWorkbook;
  readonly cells: readonly CellRef[];
}

/**
 * Formulas without a result (as libraries write them that do not calculate) worked out exactly, as far as they are plain
 * sums; what is beyond that stays without a value. Never throws.
 */
export function calculate(workbook: PlainWorkbook): Calculated {
  const wanting = workbook.sheets.flatMap(withoutResult);
  if (wanting.length === 0) return { workbook, cells: [] };
  const results = new Results(workbook);
  const cells = wanting.filter((cell) => results.at(cell) !== undefined);
  const changed = new Set(cells.map(({ sheet }) => sheet));
  const sheets = workbook.sheets.map((sheet) => (changed.has(sheet.name) ? withResults(sheet, results) : sheet));
  return { workbook: { ...workbook, sheets }, cells };
}

const isMissing = (value: CellValue | undefined): boolean => value === null || value === undefined;

function withoutResult(sheet: PlainSheet): readonly CellRef[] {
  const wanting: CellRef[] = [];
  sheet.formulas.forEach((row, r) =>
    row.forEach((formula, c) => {
      if (formula !== undefined && isMissing(sheet.values[r]?.[c]))
        wanting.push({ sheet: sheet.name, row: sheet.top + r, column: sheet.left + c });
    }),
  );
  return wanting;
}

function withResults(sheet: PlainSheet, results: Results): PlainSheet {
  const result = (row: number, column: number): CellValue => {
    const value = results.at({ sheet: sheet.name, row: sheet.top + row, column: sheet.left + column });
    return value === undefined ? null : value instanceof Exact ? value.toNumber() : (value ?? 0);
  };
  const values = sheet.values.map((row, r) => {
    const formulas = sheet.formulas[r] ?? [];
    return formulas.length === 0
      ? row
      : Array.from({ length: Math.max(row.length, formulas.length) }, (_, c) =>
          formulas[c] !== undefined && isMissing(row[c]) ? result(r, c) : (row[c] ?? null),
        );
  });
  return { ...sheet, values };
}

/** Each formula is worked out once, and those it leads to before it. */
class Results {
  private readonly sheets: ReadonlyMap<string, PlainSheet>;
  /** undefined: cannot be worked out, or is being worked out just now and leads back to itself. */
  private readonly known = new Map<string, Scalar | undefined>();
  private looked = 0;
  private depth = 0;

  constructor(workbook: PlainWorkbook) {
    this.sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  }

  at({ sheet, row, column }: CellRef): Scalar | undefined {
    const key = `${sheet}!${row},${column}`;
    if (this.known.has(key)) return this.known.get(key);
    this.known.set(key, undefined);
    const own = this.sheets.get(sheet);
    const formula = own?.formulas[row - own.top]?.[column - own.left];
    const value = formula === undefined ? undefined : this.workOut(formula, sheet);
    this.known.set(key, value);
    return value;
  }

  private workOut(formula: string, sheet: string): Scalar | undefined {
    this.depth++;
    try {
      if (this.depth > DEEPEST) throw new NotCalculable();
      const cells: Cells = (named, from, to) => this.range(named ?? sheet, from, to);
      return scalarOf(parseFormula(formula)(cells));
    } catch (error) {
      if (error instanceof NotCalculable) return undefined;
      throw error;
    } finally {
      this.depth--;
    }
  }

  private range(name: string, from: string, to: string): Matrix {
    const sheet = this.sheets.get(name);
    const [first, last] = [parseAddress(from), parseAddress(to)];
    if (!sheet || !first || !last) throw new NotCalculable();
    const [top, left] = [Math.min(first.row, last.row), Math.min(first.column, last.column)];
    const [rows, columns] = [Math.abs(first.row - last.row) + 1, Math.abs(first.column - last.column) + 1];
    this.looked += rows * columns;
    if (this.looked > MOST_CELLS) throw new NotCalculable();
    return Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => this.value(sheet, top + r, left + c)));
  }

  private value(sheet: PlainSheet, row: number, column: number): Scalar {
    const [r, c] = [row - sheet.top, column - sheet.left];
    const value = sheet.values[r]?.[c] ?? null;
    if (isCellError(value)) throw new NotCalculable();
    if (value === null && sheet.formulas[r]?.[c] !== undefined) {
      const result = this.at({ sheet: sheet.name, row, column });
      if (result === undefined) throw new NotCalculable();
      return result;
    }
    return typeof value === "number" ? Exact.ofDouble(value) : value;
  }
}
