import { formatAmount, GROUPED } from "../amount/format";
import type { Unit } from "../amount/unit";
import type { PlainSheet } from "../workbook/plain";
import { isCellError } from "../workbook/plain";
import { readCell } from "../workbook/reading";
import type { Table } from "../workbook/recognised";

/** A cell of a table as it is to be printed. */
export interface GridCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
  /** Amounts stand right, headings, codes and the total's name in the middle, names left. */
  readonly align: "left" | "center" | "right";
  /** How far a name stands in, in characters. */
  readonly indent: number;
  /** Still to be filled in. */
  readonly open: boolean;
}

/** A table as it is to be printed. */
export interface Grid {
  /** "表5"; "" where none is printed. */
  readonly label: string;
  readonly title: string;
  /** Below the title, in its middle; "" where nothing is printed there. */
  readonly subtitle: string;
  /** The line above it: at the left and at the right. */
  readonly organisation: string;
  readonly unit: string;
  /** The sentence below it. */
  readonly note: string;
  readonly width: number;
  /** Rows that repeat on every page. */
  readonly headingRows: number;
  /** Cells covered by another are left out. */
  readonly rows: readonly (readonly GridCell[])[];
}

export function gridCell(text: string, more: Partial<GridCell> = {}): GridCell {
  return { text, columns: 1, rows: 1, align: "left", indent: 0, open: false, ...more };
}

/** A disclosure table as printed, with its number where the template prints one: headings with their spans (told from blanks, for plain data knows no merged cells), then the body. */
export function gridOf(table: Table, numbered: boolean): Grid {
  const { sheet, area, facts } = table;
  const first = table.rows.reduce((top, row) => Math.min(top, row.position), area.bottom + 1);
  const headTop = Math.max(
    area.top,
    ...[table.title?.cell, facts.organisation?.cell, facts.statedUnit?.cell].map((cell) => (cell ? cell.row + 1 : area.top)),
  );
  const headBottom = Math.max(headTop, first - 1);
  // Of a table that lies on its side every column is a row of its own.
  const right = table.rows.reduce((most, { amountColumn }) => Math.max(most, amountColumn ?? 0), area.right);
  const skipped = new Set(facts.skippedRows);
  const heading = headingRows(sheet, { top: headTop, bottom: headBottom, left: area.left, right });
  const positions = range(headBottom + 1, area.bottom).filter((row) => !skipped.has(row));
  return {
    label: numbered ? table.label : "",
    title:
      table.title?.text.replace(/^(?:表\s*\d+\s*[:：]?|\d+[.、])\s*/u, "") ??
      table.spec.titles[0]?.replace("{部门}", facts.organisation?.kind ?? "部门") ??
      "",
    subtitle: "",
    organisation: facts.organisation ? `编制${facts.organisation.kind ?? "部门"}：${facts.organisation.text}` : "",
    unit: `单位：${facts.unit}`,
    note: facts.note?.text ?? "",
    width: right - area.left + 1,
    headingRows: heading.length,
    rows: [...heading, ...bodyRows(table, positions, range(area.left, right))],
  };
}

function bodyRows(table: Table, positions: readonly number[], columns: readonly number[]): readonly (readonly GridCell[])[] {
  const { sheet } = table;
  const amounts = new Set([
    ...[...table.columns.values()].map(({ position }) => position),
    ...table.rows.map(({ amountColumn }) => amountColumn),
  ]);
  const totals = new Set(
    [...table.rows, ...table.facts.extraTotals].flatMap(({ kind, position, labelColumn }) =>
      kind === "total" ? [`${position},${labelColumn}`] : [],
    ),
  );
  const said = (row: number, column: number): string => printed(sheet, row, column, amounts.has(column) ? table.facts.unit : null);
  const codes = new Set(
    columns.filter((column) => {
      const texts = positions.map((row) => said(row, column)).filter((text) => text !== "" && !TOTAL.test(text));
      return !amounts.has(column) && texts.length > 0 && texts.every((text) => /^\d{1,7}$/.test(text));
    }),
  );
  return positions.map((row) => {
    const cells = columns.map((column) => {
      const text = said(row, column);
      const middle = codes.has(column) || totals.has(`${row},${column}`);
      return gridCell(text, {
        align: amounts.has(column) ? "right" : middle ? "center" : "left",
        indent: middle || amounts.has(column) ? 0 : indentOf(sheet.values[row - sheet.top]?.[column - sheet.left]),
      });
    });
    return totalSpread(
      cells,
      columns.map((column) => totals.has(`${row},${column}`)),
      columns.map((column) => amounts.has(column)),
    );
  });
}

const TOTAL = /^[总合]\s*计$/;

/** The total's name stands over all label columns that its row leaves blank. */
function totalSpread(cells: readonly GridCell[], isTotal: readonly boolean[], isAmount: readonly boolean[]): readonly GridCell[] {
  const at = isTotal.indexOf(true);
  const name = cells[at];
  if (!name || isTotal.indexOf(true, at + 1) >= 0) return cells;
  const free = (column: number): boolean => isAmount[column] === false && cells[column]?.text === "";
  let [from, to] = [at, at];
  while (free(from - 1)) from -= 1;
  while (free(to + 1)) to += 1;
  return [...cells.slice(0, from), { ...name, columns: to - from + 1 }, ...cells.slice(to + 1)];
}

/** Spaces before a name, as wide as they are printed. */
function indentOf(value: PlainSheet["values"][number][number] | undefined): number {
  const spaces = typeof value === "string" ? (/^[ \u00a0\u3000]+/.exec(value)?.[0] ?? "") : "";
  return Math.min(
    6,
    Array.from(spaces).reduce((width, space) => width + (space === "\u3000" ? 1 : 0.5), 0),
  );
}

interface Area {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/**
 * A heading followed by blanks spans them as long as something stands below the blanks (a group heading), or nothing
 * does and the heading above covers them; a heading with blanks below spans them down.
 */
function headingRows(sheet: PlainSheet, area: Area): readonly (readonly GridCell[])[] {
  const text = (row: number, column: number): string => printed(sheet, row, column, null);
  const taken = new Set<string>();
  const key = (row: number, column: number): string => `${row},${column}`;
  return range(area.top, area.bottom).map((row) =>
    range(area.left, area.right).flatMap((column): GridCell[] => {
      if (taken.has(key(row, column))) return [];
      const own = text(row, column);
      let right = column;
      const free = (next: number): boolean =>
        next <= area.right &&
        text(row, next) === "" &&
        !taken.has(key(row, next)) &&
        range(row + 1, area.bottom).some((below) => text(below, next) !== "");
      while (own !== "" && free(right + 1)) right += 1;
      let down = row;
      const empty = (below: number): boolean =>
        below <= area.bottom && range(column, right).every((at) => text(below, at) === "" && !taken.has(key(below, at)));
      while (own !== "" && empty(down + 1)) down += 1;
      for (const coveredRow of range(row, down)) for (const covered of range(column, right)) taken.add(key(coveredRow, covered));
      return [gridCell(own, { columns: right - column + 1, rows: down - row + 1, align: "center" })];
    }),
  );
}

/** Amounts in 万元 have two decimals, those in 元 what the sheet shows: whole 元 are published whole. null: no amount. */
function printed(sheet: PlainSheet, row: number, column: number, unit: Unit | null): string {
  const value = sheet.values[row - sheet.top]?.[column - sheet.left] ?? null;
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  if (unit === null) return String(value).replace(/\s+/g, " ").trim();
  const reading = readCell(value, sheet.formats[row - sheet.top]?.[column - sheet.left], "万元");
  if (reading.kind === "amount") return formatAmount(reading.shown, { ...GROUPED, trimZeros: unit === "元" && reading.decimals === 0 });
  return reading.kind === "blank" ? "" : String(value).replace(/\s+/g, " ").trim();
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
