import { fullAddress } from "../../amount/cell-ref";
import type { Recognised, Row, Table, UnknownColumn, UnknownRow } from "../../workbook/recognised";
import type { Identity } from "../language/expression";
import type { FindingCell } from "../report";
import type { Instance, Part } from "./instances";
import { pointTo } from "./point";

/** Why an instance is not judged: what it adds up or looks for was not understood whole. */
export interface Doubt {
  /** In Chinese, without full stop. */
  readonly reason: string;
  readonly cells: readonly FindingCell[];
}

const whole = new WeakMap<Table, boolean>();

/** Whether everything in a table that has amounts is known: no doubt can come from it. */
function isWhole(table: Table): boolean {
  let known = whole.get(table);
  if (known === undefined) {
    known = table.facts.unknownRows.length === 0 && table.facts.unknownColumns.length === 0 && !lacksTotal(table);
    whole.set(table, known);
  }
  return known;
}

/** Whether the tables an identity speaks of are whole, so that none of its instances needs to be looked at for doubts. */
export function speaksOfWholeTables({ left, right }: Identity, { tables }: Pick<Recognised, "tables">): boolean {
  return [...left, ...right].every((term) => {
    const table = tables.get(term.table);
    return !table || isWhole(table);
  });
}

/**
 * What keeps an instance from being judged; null where both sides were understood. A sum is understood only when every row
 * and column that may belong to it is known; a row that is not there is known to be absent only where every row is known;
 * a total that was not found is not zero.
 */
export function doubtOf(instance: Instance): Doubt | null {
  const { parts } = instance;
  for (const part of parts) {
    const { table } = part.slot;
    if (isWhole(table)) continue;
    const found = totalDoubt(part) ?? rowDoubt(part, instance) ?? columnDoubt(part, instance);
    if (found) return found;
  }
  return null;
}

/** A table with amounts and without a total row, though tables of its kind have one. */
function lacksTotal(table: Table): boolean {
  if (table.total() !== null) return false;
  let amounts = false;
  for (const row of table.rows) table.readRow(row, (_, reading) => (amounts ||= reading.kind === "amount" && !reading.shown.isZero()));
  return amounts;
}

function totalDoubt({ slot: { term, table }, rows }: Part): Doubt | null {
  if (term.row.by !== "total" || rows.length > 0 || !lacksTotal(table)) return null;
  const { top, left } = table.area;
  return { reason: `${table.label}没有找到合计行`, cells: [pointTo({ sheet: table.sheet.name, row: top, column: left }, { table: table.number })] };
}

/** A row nobody knows may belong to a sum of rows or of lines, or be the row that seems to be absent. */
function rowDoubt({ slot, rows }: Part, { parts, row }: Instance): Doubt | null {
  const { term, table, column } = slot;
  const lines = parts.filter((other) => other.slot.table === table && other.slot.column === column && other.slot.term.row.by === "line").length;
  const isOpen = term.sum || rows.length === 0 || (term.row.by === "line" && lines > 1);
  if (!isOpen) return null;
  const side = table.spec.columns[column]?.side;
  const unknown = table.facts.unknownRows.filter((one) => one.columns.has(column) && (side === undefined || one.row.side === side));
  const mine = term.row.by === "under" && row ? unknown.filter((one) => standsUnder(one, row, table)) : unknown;
  const [first] = mine;
  if (!first) return null;
  const text = first.row.name || first.row.malformedCode || "";
  return {
    reason: `${fullAddress(first.cell)}“${text.slice(0, 20)}”这一行有金额，没有认出是什么`,
    cells: mine.slice(0, CELLS).map(({ cell, row: { name } }) => pointTo(cell, { table: table.number, row: name, value: name })),
  };
}

const CELLS = 5;

/** Between the row and the next one of its level or above. */
function standsUnder({ row: unknown }: UnknownRow, parent: Row, table: Table): boolean {
  if (unknown.position < parent.position) return false;
  const rank = (row: Row): number => RANKS.indexOf(row.kind);
  const next = table.rows.find((row) => row.position > parent.position && row.kind !== "other" && rank(row) <= rank(parent));
  return next === undefined || unknown.position < next.position;
}

const RANKS: readonly Row["kind"][] = ["total", "unit", "section", "class", "group", "item", "line", "project", "detail"];

/** A column nobody knows may belong to a sum over the columns of one row. */
function columnDoubt({ slot: { table, term }, rows }: Part, { parts }: Instance): Doubt | null {
  const [number] = rows;
  const row = number === undefined ? undefined : table.rows[number];
  const alongside = parts.filter(({ slot, rows: others }) => slot.table === table && slot.term.sum === term.sum && others[0] === number);
  if (!row || new Set(alongside.map(({ slot }) => slot.column)).size < 3) return null;
  const held = table.facts.unknownColumns.find((column) => holds(table, row, column));
  return held
    ? { reason: `${table.label}的“${held.heading.slice(0, 20)}”列有金额，没有认出是什么列`, cells: [pointTo(held.cell, { table: table.number, column: held.heading, value: held.heading })] }
    : null;
}

function holds({ sheet }: Table, row: Row, { position }: UnknownColumn): boolean {
  const value = sheet.values[row.position - sheet.top]?.[position - sheet.left];
  return value !== null && value !== undefined && value !== "" && value !== 0;
}
