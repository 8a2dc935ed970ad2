import type { PlainSheet } from "../workbook/plain";
import { isCellError } from "../workbook/plain";
import { readCell } from "../workbook/reading";
import type { Table } from "../workbook/recognised";
import { formatAmount, GROUPED } from "../amount/format";

/** A cell of a table as it is to be printed. */
export interface GridCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
  /** Amounts stand right, headings in the middle, names left. */
  readonly align: "left" | "center" | "right";
}

export interface Grid {
  readonly title: string;
  readonly organisation: string;
  readonly unit: string;
  readonly note: string;
  readonly width: number;
  /** Rows that repeat on every page. */
  readonly headingRows: number;
  /** Cells covered by another are left out. */
  readonly rows: readonly (readonly GridCell[])[];
}

/** A disclosure table as printed: headings with their spans (told from blanks, for plain data knows no merged cells), then the body. */
export function gridOf(table: Table): Grid {
  const { sheet, area, facts } = table;
  const first = table.rows.reduce((top, row) => Math.min(top, row.position), area.bottom + 1);
  const headTop = Math.max(
    area.top,
    ...[table.title?.cell, facts.organisation?.cell, facts.statedUnit?.cell].map((cell) => (cell ? cell.row + 1 : area.top)),
  );
  const headBottom = Math.max(headTop, first - 1);
  const amounts = new Set([
    ...[...table.columns.values()].map(({ position }) => position),
    ...table.rows.map(({ amountColumn }) => amountColumn),
  ]);
  // Of a table that lies on its side every column is a row of its own.
  const right = table.rows.reduce((most, { amountColumn }) => Math.max(most, amountColumn ?? 0), area.right);
  const skipped = new Set(facts.skippedRows);
  const heading = headingRows(sheet, { top: headTop, bottom: headBottom, left: area.left, right });
  const body = range(headBottom + 1, area.bottom)
    .filter((row) => !skipped.has(row))
    .map((row) =>
      range(area.left, right).map((column): GridCell => ({
        text: printed(sheet, row, column, amounts.has(column)),
        columns: 1,
        rows: 1,
        align: amounts.has(column) ? "right" : "left",
      })),
    );
  return {
    title:
      table.title?.text.replace(/^(?:表\s*\d+\s*[:：]?|\d+[.、])\s*/u, "") ??
      table.spec.titles[0]?.replace("{部门}", facts.organisation?.kind ?? "部门") ??
      "",
    organisation: facts.organisation ? `编制${facts.organisation.kind ?? "部门"}：${facts.organisation.text}` : "",
    unit: `单位：${facts.unit}`,
    note: facts.note?.text ?? "",
    width: right - area.left + 1,
    headingRows: heading.length,
    rows: [...heading, ...body],
  };
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
  const text = (row: number, column: number): string => printed(sheet, row, column, false);
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
      return [{ text: own, columns: right - column + 1, rows: down - row + 1, align: "center" }];
    }),
  );
}

function printed(sheet: PlainSheet, row: number, column: number, amount: boolean): string {
  const value = sheet.values[row - sheet.top]?.[column - sheet.left] ?? null;
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  if (!amount) return String(value).replace(/\s+/g, " ").trim();
  const reading = readCell(value, sheet.formats[row - sheet.top]?.[column - sheet.left], "万元");
  if (reading.kind === "amount") return formatAmount(reading.shown, GROUPED);
  return reading.kind === "blank" ? "" : String(value).replace(/\s+/g, " ").trim();
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
