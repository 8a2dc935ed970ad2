import { Exact } from "../amount/exact";
import type { CellRef } from "../amount/cell-ref";
import { checkBook } from "../book/check";
import type { Book } from "../book/open";
import { lacksTotal } from "../checks/engine/understood";
import type { CheckReport, Finding } from "../checks/report";
import type { Recognised, Table } from "../workbook/recognised";
import type { OpenedReport } from "./open-report";

/** A table of a text whose amounts stand in other columns than they did in the document. */
export interface SlippedTable {
  readonly table: Table;
  /** In Chinese, without full stop. */
  readonly reason: string;
  /** The cells of other tables that do not agree with it. */
  readonly beside: readonly CellRef[];
}

/** The report's book without the tables that slipped, what it says when checked, and which these are. */
export interface Held {
  readonly book: Book;
  readonly check: CheckReport;
  readonly slipped: readonly SlippedTable[];
}

/**
 * A text keeps no columns but its tabs: copied out of a program, cells are pushed aside, glued together and torn apart. Where
 * what does not agree would, if an amount stood one column beside, or a row has a cell more or less than the others, the table
 * was not read: nothing of it is judged, and it is said.
 */
export function withoutSlipped(opened: OpenedReport, printed: Book): Held {
  const check = checkBook(printed);
  if (opened.report.kind !== "text") return { book: printed, check, slipped: [] };
  // What the worst of them makes of the others is over when it is gone.
  const [worst] = [...slippedIn(opened, printed.recognised, check)].sort((a, b) => b.signs - a.signs);
  if (!worst) return { book: printed, check, slipped: [] };
  const rest = withoutSlipped(opened, { ...printed, recognised: without(printed.recognised, worst) });
  return { ...rest, slipped: [worst, ...rest.slipped] };
}

/** `signs`: how many things that do not agree speak for it. */
type Suspected = SlippedTable & { readonly signs: number };

function slippedIn(opened: OpenedReport, recognised: Recognised, { findings }: CheckReport): readonly Suspected[] {
  const wrong = findings.filter(({ verdict, severity }) => verdict === "broken" && severity === "error");
  return [...recognised.tables.values()].flatMap((table) => {
    const own = wrong.filter(({ cells }) => cells.some(({ sheet }) => sheet === table.sheet.name));
    if (own.length === 0) return [];
    const beside = own.filter((finding) => isBeside(table, finding, own)).length;
    const reason = reasonOf(opened, table, own, beside > 0);
    const others = own.flatMap(({ cells }) => cells.filter(({ sheet }) => sheet !== table.sheet.name));
    return reason === null ? [] : [{ table, reason, beside: others, signs: own.length + beside }];
  });
}

function reasonOf({ sheets }: OpenedReport, table: Table, own: readonly Finding[], beside: boolean): string | null {
  if (beside) return "有的数像是挤到了旁边的列里";
  if (sheets.places.get(table.sheet.name)?.table.ragged === true) return "有的行比别的行多一格或少一格";
  if (holdsTwo(table)) return "有的格里挤着两个数";
  if (hasGap(table) || repeated(own)) return "编码像是错了列";
  return lacksTotal(table) ? "没有找到合计行，像是只读到一部分" : null;
}

/**
 * A blank cell ought to hold, for the two sides to agree, what stands right beside it, where it does not agree either: in these
 * tables one amount stands in several columns, so that its neighbour alone tells nothing.
 */
function isBeside(table: Table, { cells, difference }: Finding, own: readonly Finding[]): boolean {
  const off = difference === null ? null : (Exact.parse(difference)?.abs() ?? null);
  if (!off || off.isZero()) return false;
  const isWrong = ({ row, column }: Pick<CellRef, "row" | "column">): boolean =>
    own.some((one) => one.cells.some((cell) => cell.sheet === table.sheet.name && cell.row === row && cell.column === column));
  return cells.some((cell) => {
    if (cell.sheet !== table.sheet.name || amountAt(table, cell)?.isZero() === false) return false;
    return [-1, 1].some((by) => {
      const beside = { row: cell.row, column: cell.column + by };
      return amountAt(table, beside)?.equals(off) === true && isWrong(beside);
    });
  });
}

/** The amount that is printed in a cell of the table, whichever of its columns that is. */
function amountAt({ sheet }: Table, { row, column }: Pick<CellRef, "row" | "column">): Exact | null {
  const value = sheet.values[row - sheet.top]?.[column - sheet.left];
  return typeof value === "number" || typeof value === "string" ? Exact.parse(String(value).replace(/,/g, "").trim()) : null;
}

/** 210, nothing, 11: a code that is not under another. */
const hasGap = ({ sheet, area, rows }: Table): boolean =>
  rows.some(({ position }) => {
    const [first, second, third] = (sheet.values[position - sheet.top] ?? [])
      .slice(area.left - sheet.left)
      .map((value) => (typeof value === "string" || typeof value === "number" ? String(value).trim() : ""));
    return /^\d{3}$/.test(first ?? "") && second === "" && /^\d{2}$/.test(third ?? "");
  });

/** So often the same thing is wrong with one table's rows, and it is no figure: its columns are. */
const OFTEN = 3;
const repeated = (own: readonly Finding[]): boolean =>
  own.some(({ id, difference }) => difference === null && own.filter((one) => one.id === id).length >= OFTEN);

const TWO = /\d\.\d{2}\s*-?[\d,]*\d\.\d{2}/;
const holdsTwo = ({ sheet }: Table): boolean =>
  sheet.values.some((row) => row.some((value) => typeof value === "string" && TWO.test(value)));

function without(recognised: Recognised, { table, reason }: SlippedTable): Recognised {
  return {
    ...recognised,
    tables: new Map([...recognised.tables].filter(([, one]) => one !== table)),
    unread: [...recognised.unread, { sheet: table.sheet.name, reason: `${table.label}没有读懂：${reason}` }],
  };
}
