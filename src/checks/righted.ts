import { editDistance } from "../text/edits";
import { normalise } from "../text/wording";
import type { Recognised, Row, Table } from "../workbook/recognised";
import { subjectsInUse, type SubjectsInUse } from "../workbook/subjects-in-use";
import { withRows } from "./localise/causes/edits";
import { amountsOf, withCode } from "./localise/causes/wrong-code";
import type { Suspect } from "./report";

/** The workbook for a text to be held against: in the codes that the checks are certain of, its subjects without slips of the pen in their names. */
export const righted = (recognised: Recognised, suspects: readonly Suspect[]): Recognised =>
  withRightNames(withRightCodes(recognised, suspects));

function withRightCodes(recognised: Recognised, suspects: readonly Suspect[]): Recognised {
  return suspects.reduce((book, { kind, ofCause, expected, sheet, row: position }) => {
    const table = [...book.tables.values()].find((one) => one.sheet.name === sheet);
    const row = table?.rows.find((one) => one.position === position && one.code !== null);
    return kind === "code" && ofCause === true && expected !== null && table && row && isRead(table, row)
      ? withCode(book, table, row, expected)
      : book;
  }, recognised);
}

/** Shorter names are one character off many others. */
const SHORTEST = 4;

function withRightNames(recognised: Recognised): Recognised {
  const subjects = subjectsInUse(recognised);
  return [...recognised.tables.values()].reduce((book, table) => {
    const right = new Map(table.rows.flatMap((row) => rightName(subjects, table, row)));
    return right.size === 0 ? book : withNames(book, table, right);
  }, recognised);
}

/** Whether every cell of the row is an amount or blank: in another row, what could not be read would be nothing. */
function isRead(table: Table, row: Row): boolean {
  let read = true;
  table.readRow(row, (_, { kind }) => (read &&= kind === "amount" || kind === "blank"));
  return read;
}

function rightName(subjects: SubjectsInUse, table: Table, row: Row): readonly (readonly [Row, string])[] {
  const { classification } = table.spec;
  if (row.code === null || row.kind === "project" || classification === null || !isRead(table, row)) return [];
  const known = subjects.find(row.code, classification);
  const said = normalise(row.name);
  if (!known?.inYear || !known.sure || known.name.length < SHORTEST || known.accepted.some((name) => normalise(name) === said)) return [];
  return editDistance(said, normalise(known.name), 1) <= 1 ? [[row, known.name]] : [];
}

function withNames(book: Recognised, table: Table, right: ReadonlyMap<Row, string>): Recognised {
  const renamed = new Map([...right].map(([row, name]) => [row, { ...row, name }] as const));
  const rows = table.rows.map((row) => renamed.get(row) ?? row);
  return withRows(book, table, rows, new Map([...renamed].map(([row, named]) => [named, amountsOf(table, row)])));
}
