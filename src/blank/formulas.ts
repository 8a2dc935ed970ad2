import { columnLetters } from "../amount/cell-ref";
import { EVERY_COLUMN, type Identity, type Term } from "../checks/language/expression";
import type { TableKey } from "../templates/define";
import type { SheetColumn } from "./columns";
import type { Slot, Strips } from "./rows";

/** A table laid out on a blank sheet: what its columns and rows are, and where they stand. */
export interface Laid {
  readonly key: TableKey;
  readonly columns: readonly SheetColumn[];
  readonly strips: Strips;
  /** The body's first row on the sheet, 0-based. */
  readonly top: number;
}

/** What an amount is the sum of: cells of the sheet, or a function over them. */
export interface Sum {
  readonly parts: string;
  /** It is a formula of its own, not a list of cells. */
  readonly whole: boolean;
}

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** What one identity makes of a cell. */
interface Definition {
  readonly sum: Sum;
  /** 0: it speaks of this row; 1: of every row. */
  readonly rank: 0 | 1;
  /** Terms that the form does not print. */
  readonly absent: number;
}

/**
 * The sum that stands in a cell of a blank table, by the identities of its template: one that speaks of the row itself before
 * one that speaks of every row, and one whose terms are all printed before one with terms the form does not have.
 */
export function sumOf(laid: Laid, identities: readonly Identity[], row: number, column: SheetColumn): Sum | null {
  const slot = laid.strips.get(column.strip)?.[row];
  if (!slot || slot.kind === "nothing") return null;
  const found = identities.flatMap((identity) => definition(laid, identity, { slot, row, column }) ?? []);
  return [...found].sort((a, b) => a.rank - b.rank || a.absent - b.absent)[0]?.sum ?? null;
}

interface At {
  readonly slot: Slot;
  readonly row: number;
  readonly column: SheetColumn;
}

/** An identity defines a cell where that stands alone on its left and several others of the same table, added up, on its right. */
function definition(laid: Laid, { left, operator, right }: Identity, at: At): Definition | null {
  const [own, ...more] = left;
  if (
    operator !== "=" ||
    !own ||
    more.length > 0 ||
    own.sum ||
    [...left, ...right].some(({ table, sign }) => table !== laid.key || sign === -1)
  )
    return null;
  if (right.length === 1 && right[0]?.sum !== true) return null;
  if (own.column !== EVERY_COLUMN && own.column !== at.column.key) return null;
  const rank = rankOf(own, at.slot);
  if (rank === null) return null;
  const column = (term: Term): string => (term.column === EVERY_COLUMN ? (at.column.key ?? "") : term.column);
  const [first] = right;
  if (first?.sum === true) {
    const sum = rowsSum(laid, first, at, column(first));
    return sum && { sum, rank, absent: 0 };
  }
  const cells = right.map((term) => cellOf(laid, term, at, column(term)));
  const known = cells.filter((cell) => cell !== null);
  return known.length === 0 ? null : { sum: { parts: areas(known).join(","), whole: false }, rank, absent: cells.length - known.length };
}

function rankOf({ row }: Term, slot: Slot): 0 | 1 | null {
  switch (row.by) {
    case "line":
      return (slot.kind === "line" || slot.kind === "total") && slot.line === row.line ? 0 : null;
    case "total":
      return slot.kind === "total" && (slot.line === null || slot.line === "总计") ? 0 : null;
    case "each":
      if (row.level === "row") return 1;
      return row.level === "unit" && slot.kind === "unit" ? 0 : null;
    default:
      return null;
  }
}

/** The one cell that a term names; null where the form does not print it. */
function cellOf({ columns, strips, top }: Laid, { row }: Term, at: At, key: string): Cell | null {
  const same = row.by === "same";
  for (const [index, column] of columns.entries()) {
    if (column.key !== key || (same && column.strip !== at.column.strip)) continue;
    const slots = strips.get(column.strip) ?? [];
    const found = same ? at.row : slots.findIndex((slot) => isNamed(slot, row));
    if (found >= 0) return { row: top + found, column: index };
  }
  return null;
}

function isNamed(slot: Slot, row: Term["row"]): boolean {
  if (row.by === "line") return (slot.kind === "line" || slot.kind === "total") && slot.line === row.line;
  return row.by === "total" && slot.kind === "total";
}

/** All rows that a term adds up: where they are told only by what is filled in, those that have it. */
function rowsSum(laid: Laid, { row }: Term, at: At, key: string): Sum | null {
  const index = laid.columns.findIndex((column) => column.key === key);
  const column = laid.columns[index];
  if (!column || (row.by !== "each" && row.by !== "under")) return null;
  const slots = laid.strips.get(column.strip) ?? [];
  const cells = (kind: Slot["kind"], from = 0): readonly Cell[] =>
    slots.flatMap((slot, offset) => (slot.kind === kind && offset >= from ? [{ row: laid.top + offset, column: index }] : []));
  const plain = (found: readonly Cell[]): Sum | null => (found.length === 0 ? null : { parts: areas(found).join(","), whole: false });
  const where = (condition: (area: (column: number) => string) => string | null, found: readonly Cell[]): Sum | null => {
    const [first, last] = [found[0], found.at(-1)];
    if (!first || !last) return null;
    const told = condition((of) => areaOf({ row: first.row, column: of }, { row: last.row, column: of }));
    return told === null ? null : { parts: `SUMPRODUCT(${told},${areaOf(first, last)})`, whole: true };
  };
  switch (row.level) {
    case "unit":
      return plain(cells("unit"));
    case "project":
      if (row.by === "under") return plain(cells("project", at.row));
      return laid.columns.some(({ kind }) => kind === "code") ? where((area) => projectRows(laid, area), cells("project")) : null;
    case "class":
      return plain(cells("class")) ?? where((area) => classRows(laid, area), cells("entry"));
    case "section":
      return where((area) => sectionRows(laid, area), cells("entry"));
    default:
      return null;
  }
}

/** Of a 类: its code stands in the first of several columns alone, or has three digits in one. */
function classRows({ columns }: Laid, area: (column: number) => string): string | null {
  const codes = columns.flatMap(({ kind }, index) => (kind === "code" ? [index] : []));
  const [first, second] = codes;
  if (first === undefined) return null;
  return second === undefined ? `--(LEN(${area(first)})=3)` : `(${area(first)}<>"")*(${area(second)}="")`;
}

/** Of a project: its name is filled in. */
function projectRows({ columns }: Laid, area: (column: number) => string): string | null {
  const name = columns.findIndex(({ kind }) => kind === "text");
  return name < 0 ? null : `--(${area(name)}<>"")`;
}

/** The row that adds up a group of sources says 小计 in its second column. */
function sectionRows({ columns }: Laid, area: (column: number) => string): string | null {
  const labels = columns.flatMap(({ kind }, index) => (kind === "label" ? [index] : []));
  return labels[1] === undefined ? null : `--(${area(labels[1])}="小计")`;
}

/** Cells as areas: those that follow one another in a row or a column are one. */
function areas(cells: readonly Cell[]): readonly string[] {
  const runs: { from: Cell; to: Cell }[] = [];
  for (const cell of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const run = runs.at(-1);
    const beside = run?.from.row === cell.row && run.to.row === cell.row && run.to.column + 1 === cell.column;
    const below = run?.from.column === cell.column && run.to.column === cell.column && run.to.row + 1 === cell.row;
    if (run && (beside || below)) run.to = cell;
    else runs.push({ from: cell, to: cell });
  }
  return runs.map(({ from, to }) => areaOf(from, to));
}

function areaOf(from: Cell, to: Cell): string {
  const at = ({ row, column }: Cell): string => `${columnLetters(column)}${row + 1}`;
  return from.row === to.row && from.column === to.column ? at(from) : `${at(from)}:${at(to)}`;
}
