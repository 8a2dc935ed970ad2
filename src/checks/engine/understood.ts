import { fullAddress } from "../../amount/cell-ref";
import { subjectOf } from "../../templates/common/subjects";
import type { TableKey } from "../../templates/define";
import { notes, rememberedFor } from "../../text/remembered";
import { normalise } from "../../text/wording";
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

const SAME_PROJECT = "project";

/** Whether everything in a table that has amounts is known: no doubt can come from it. */
const isWhole = rememberedFor((table: Table): boolean => {
  const { unknownRows, unknownColumns, strangeUnit, exchangedTitle } = table.facts;
  return (
    unknownRows.length === 0 &&
    unknownColumns.length === 0 &&
    strangeUnit === null &&
    exchangedTitle === null &&
    table.number !== null &&
    !lacksTotal(table)
  );
}, notes());

/** The tables an identity speaks of; null where a row may be in doubt though its table is known whole: found by name or code. */
const tablesOf = rememberedFor(({ left, right }: Identity): { readonly keys: readonly TableKey[] | null } => {
  const terms = [...left, ...right];
  const leader = terms.find(({ sum, row }) => !sum && row.by === "each");
  const byName =
    leader?.row.by === "each" &&
    leader.row.level === SAME_PROJECT &&
    terms.some(({ row, table }) => row.by === "same" && table !== leader.table);
  return { keys: byName || terms.some(({ row }) => row.by === "code") ? null : [...new Set(terms.map(({ table }) => table))] };
});

/** Whether the tables an identity speaks of are whole, so that none of its instances needs to be looked at for doubts. */
export function speaksOfWholeTables(identity: Identity, { tables }: Pick<Recognised, "tables">): boolean {
  const { keys } = tablesOf(identity);
  if (!keys) return false;
  for (const key of keys) {
    const table = tables.get(key);
    if (table && !isWhole(table)) return false;
  }
  return true;
}

/**
 * What keeps an instance from being judged; null where both sides were understood. A sum is understood only when every row
 * and column that may belong to it is known; a row that is not there is known to be absent only where every row is known;
 * a total that was not found is not zero.
 */
export function doubtOf(instance: Instance): Doubt | null {
  const { parts } = instance;
  for (const { slot } of parts) {
    const mistaken = titleDoubt(slot.table);
    if (mistaken) return mistaken;
  }
  for (const part of parts) {
    const { table } = part.slot;
    const misnamed = projectDoubt(part, instance) ?? nameDoubt(part) ?? levelDoubt(part, instance);
    if (misnamed) return misnamed;
    if (isWhole(table)) continue;
    const found = unitDoubt(table) ?? totalDoubt(part) ?? rowDoubt(part, instance) ?? columnDoubt(part, instance);
    if (found) return found;
  }
  return null;
}

/** A project is the same as another table's by its name alone: one of another name is not known to be absent. */
function projectDoubt({ slot: { table, term }, rows }: Part, { row, parts }: Instance): Doubt | null {
  if (row?.kind !== SAME_PROJECT || term.row.by !== "same" || rows.length > 0) return null;
  const from = parts.find(({ slot }) => slot.table.rows.includes(row))?.slot.table;
  if (!from || from === table) return null;
  const name = row.project ?? row.name;
  return {
    reason: `${table.label}没有叫“${name.slice(0, 20)}”的项目`,
    cells: [pointTo(from.labelCell(row), { table: from.number, row: name, value: name })],
  };
}

/** A code under the name of something else: an office that numbers its subjects its own way. */
function nameDoubt({ slot: { table, term }, rows }: Part): Doubt | null {
  const [number] = rows;
  const row = number === undefined || term.row.by !== "code" ? undefined : table.rows[number];
  const subject = row?.code ? subjectOf(row.code) : null;
  if (!row || !subject || row.name === "" || isAlike(row.name, subject.name)) return null;
  const cell = table.labelCell(row);
  return {
    reason: `${fullAddress(cell)} ${row.code ?? ""} 的名称是“${row.name.slice(0, 20)}”，不是“${subject.name}”`,
    cells: [pointTo(cell, { table: table.number, row: row.name, value: row.name })],
  };
}

/** Where no template says that it must, a table need not sum up its items: a class without a row of its own is not absent. */
function levelDoubt({ slot: { table, term }, rows }: Part, { row }: Instance): Doubt | null {
  const code = row?.code ?? null;
  if (table.number !== null || code === null || term.row.by !== "same" || rows.length > 0) return null;
  const below = table.rows.find((one) => one.code !== code && one.code?.startsWith(code));
  return below
    ? {
        reason: `${table.label}没有 ${code} 这一行，只有它下面的科目`,
        cells: [pointTo(table.labelCell(below), { table: table.number, row: below.name, value: below.name })],
      }
    : null;
}

/** Whether two names have at least half of their characters in common: former names and slips of the pen do. */
function isAlike(a: string, b: string): boolean {
  const [first, second] = [new Set(normalise(a)), new Set(normalise(b))];
  const common = [...first].filter((character) => second.has(character)).length;
  return common * 2 >= Math.min(first.size, second.size);
}

/** A table whose title stands exchanged with another's. */
export function titleDoubt({ label, number, facts: { exchangedTitle } }: Table): Doubt | null {
  return exchangedTitle && { reason: `${label}的${exchangedTitle.reason}`, cells: [pointTo(exchangedTitle.cell, { table: number })] };
}

function unitDoubt({ label, number, facts: { strangeUnit } }: Table): Doubt | null {
  return (
    strangeUnit && {
      reason: `${label}的单位是“${strangeUnit.text}”，本工具只认元和万元`,
      cells: [pointTo(strangeUnit.cell, { table: number, value: strangeUnit.text })],
    }
  );
}

/** A table without a total row, though tables of its kind have one; one that may be empty is, where it has no amounts. */
export function lacksTotal(table: Table): boolean {
  if (table.total() !== null) return false;
  if (table.spec.empty === null && table.facts.note === null && table.rows.every(({ kind }) => kind === "other")) return true;
  let amounts = false;
  for (const row of table.rows) table.readRow(row, (_, reading) => (amounts ||= reading.kind === "amount" && !reading.shown.isZero()));
  return amounts;
}

function totalDoubt({ slot: { term, table, column }, rows }: Part): Doubt | null {
  if (term.row.by !== "total") return null;
  const [number] = rows;
  const total = number === undefined ? undefined : table.rows[number];
  if (total) {
    // Where no template says what the table looks like, or rows were not understood, a total may stand elsewhere.
    const mayBeElsewhere = table.number === null || table.facts.unknownRows.some(({ columns }) => columns.has(column));
    const cell = mayBeElsewhere && table.read(total, column)?.kind === "blank" ? table.cell(total, column) : null;
    return (
      cell && { reason: `${fullAddress(cell)}是空白，不知道合计是不是写在别处`, cells: [pointTo(cell, { table: null, row: total.name })] }
    );
  }
  if (!lacksTotal(table)) return null;
  const { top, left } = table.area;
  return {
    reason: `${table.label}没有找到合计行`,
    cells: [pointTo({ sheet: table.sheet.name, row: top, column: left }, { table: table.number })],
  };
}

/** A row nobody knows may belong to a sum of rows or of lines, or be the row that seems to be absent. */
function rowDoubt({ slot, rows }: Part, { parts, row }: Instance): Doubt | null {
  const { term, table, column } = slot;
  const lines = parts.filter(
    (other) => other.slot.table === table && other.slot.column === column && other.slot.term.row.by === "line",
  ).length;
  // The total of a two-sided table holds what other tables leave out where a line of it is not known.
  const isTie = table.spec.layout === "panels" && term.row.by === "total" && parts.some((other) => other.slot.table !== table);
  const isOpen = term.sum || rows.length === 0 || isTie || (term.row.by === "line" && lines > 1);
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
    ? {
        reason: `${table.label}的“${held.heading.slice(0, 20)}”列有金额，没有认出是什么列`,
        cells: [pointTo(held.cell, { table: table.number, column: held.heading, value: held.heading })],
      }
    : null;
}

function holds({ sheet }: Table, row: Row, { position }: UnknownColumn): boolean {
  const value = sheet.values[row.position - sheet.top]?.[position - sheet.left];
  return value !== null && value !== undefined && value !== "" && value !== 0;
}
