import type { TableSpec } from "../templates/define";
import { Exact } from "../amount/exact";
import type { ColumnMap } from "./columns";
import type { CellValue, PlainSheet } from "./plain";
import { readCell } from "./reading";
import type { Row } from "./recognised";
import { textAt } from "./row-reader";

/**
 * Where any name may be a project's or a unit's, a total under a word that nobody knows looks like one of them. A row at
 * either end that names no code, and all of whose amounts are what the rest adds up to, is not: it becomes a row that was not
 * understood, so that nothing is judged by it.
 */
export function withoutNamelessTotal(rows: readonly Row[], sheet: PlainSheet, spec: TableSpec, columns: ColumnMap): readonly Row[] {
  if ((spec.layout !== "projects" && spec.layout !== "named") || rows.some(({ kind }) => kind === "total")) return rows;
  const known = rows.filter(({ kind }) => kind !== "other");
  const cellsOf = (row: Row): readonly CellValue[] => sheet.values[row.position - sheet.top] ?? [];
  const ends = [known.at(-1), known[0]].filter((row) => row !== undefined && isNamedOnly(row, cellsOf(row), columns));
  const total = ends.find((end) => end && addsUp(end, known, cellsOf, columns));
  return total
    ? rows.map((row) => (row === total ? { ...row, kind: "other", code: null, project: null, name: row.project ?? row.name } : row))
    : rows;
}

const isNamedOnly = ({ kind }: Row, cells: readonly CellValue[], { codes }: ColumnMap): boolean =>
  (kind === "project" || kind === "unit") && codes.every((column) => textAt(cells, column).trim() === "");

/** A sum of fewer is a row's only part, which has its amount as well. */
const LEAST_ADDENDS = 2;

function addsUp(total: Row, all: readonly Row[], cellsOf: (row: Row) => readonly CellValue[], { amounts }: ColumnMap): boolean {
  const classes = all.filter(({ kind }) => kind === "class");
  const rest = all.filter((row) => row !== total);
  const addends = classes.length > 0 ? classes : rest;
  if (rest.length < LEAST_ADDENDS || (classes.length > 0 && all.length - classes.length < LEAST_ADDENDS)) return false;
  let held = false;
  for (const { index } of amounts.values()) {
    const amount = amountAt(cellsOf(total), index);
    const sum = Exact.sum(addends.map((row) => amountAt(cellsOf(row), index)));
    // Units and their projects both name every amount once.
    if (!sum.equals(amount) && (classes.length > 0 || !sum.equals(amount.plus(amount)))) return false;
    held ||= !amount.isZero();
  }
  return held;
}

function amountAt(cells: readonly CellValue[], column: number): Exact {
  const reading = readCell(cells[column], undefined, "万元");
  return reading.kind === "amount" ? reading.stored : Exact.zero;
}
