import { tables as specs } from "../../tables/catalogue";
import type { TableKey } from "../../tables/define";
import { normalise } from "../../tables/wording";
import { printedNumber } from "../../tables/variants";
import type { Recognised, Row, Table } from "../../workbook/recognised";
import { EVERY_COLUMN, type Identity, type Level, type Term } from "../language/expression";
import { TableIndex } from "./table-index";

/** One addend of an instance: a cell, or the absence of a row (which counts as blank). */
export interface Addend {
  readonly sign: 1 | -1;
  readonly side: "left" | "right";
  readonly table: Table;
  /** null: the table has no such row. */
  readonly row: Row | null;
  readonly column: string;
  readonly term: Term;
}

/** One application of an identity: to one row, one column. */
export interface Instance {
  readonly addends: readonly Addend[];
  /** The row it is about; null when it names its rows outright. */
  readonly row: Row | null;
  /** The column it is about, where it runs over columns. */
  readonly column: string | null;
}

export type Expansion =
  | { readonly kind: "instances"; readonly instances: readonly Instance[] }
  /** The template does not have the table, or the tables have nothing of the kind. */
  | { readonly kind: "notApplicable" }
  /** In Chinese: what was not found. */
  | { readonly kind: "notRun"; readonly reason: string };

/** Applies an identity to the workbook's tables: every instance, or why there is none. */
export function expand(identity: Identity, recognised: Recognised): Expansion {
  const terms = [...identity.left, ...identity.right];
  // A table that the template does not have makes the check inapplicable even where another one is missing.
  const problems = terms.map((term) => missing(term, recognised)).filter((problem) => problem !== null);
  const problem = problems.find(({ kind }) => kind === "notApplicable") ?? problems[0];
  if (problem) return problem;
  const leader = terms.find((term) => !term.sum && term.row.by === "each");
  const columns = columnsOf(terms, recognised);
  const subjects: readonly (Subject | null)[] = leader ? domain(leader, terms, recognised) : [null];
  const instances: Instance[] = [];
  for (const subject of subjects)
    for (const column of columns) {
      // A column that this template does not have contributes nothing; a side without any column says nothing.
      const addends = [
        ...identity.left.flatMap((term) => addendsOf(term, "left", subject, column, recognised)),
        ...identity.right.flatMap((term) => addendsOf(term, "right", subject, column, recognised)),
      ].filter((addend) => addend.table.columns.has(addend.column));
      const empty = (side: "left" | "right"): boolean => !addends.some((addend) => addend.side === side);
      if (empty("left") || empty("right")) continue;
      instances.push({ addends, row: subject?.row ?? null, column });
    }
  return instances.length === 0 ? { kind: "notApplicable" } : { kind: "instances", instances };
}

function missing(term: Term, recognised: Recognised): Expansion | null {
  const number = printedNumber(recognised.variant, term.table);
  const table = recognised.tables.get(term.table);
  if (!table) return number === null ? { kind: "notApplicable" } : { kind: "notRun", reason: `没有找到表${number}（${titleOf(term.table)}）` };
  if (term.column === EVERY_COLUMN || table.columns.has(term.column)) return null;
  const optional = table.spec.columns[term.column]?.optional === true;
  return optional ? null : { kind: "notRun", reason: `${table.label}没有找到“${term.column}”列` };
}

function titleOf(key: TableKey): string {
  return specs[key].titles[0]?.replace("{部门}", "部门") ?? "";
}

/** The columns an identity with 每列 runs over: those of its first such table. */
function columnsOf(terms: readonly Term[], recognised: Recognised): readonly (string | null)[] {
  const term = terms.find((candidate) => candidate.column === EVERY_COLUMN);
  const table = term && recognised.tables.get(term.table);
  if (!term || !table) return [null];
  const side = table.spec.layout === "twoSided" ? "right" : undefined;
  return [...table.columns.keys()].filter((key) => side === undefined || table.spec.columns[key]?.side === side);
}

/** What an instance is about: a row, and how to find the same one in other tables. */
interface Subject {
  readonly row: Row;
  readonly table: Table;
  /** The row stands in the leading term's table. */
  readonly leads: boolean;
  readonly match: { readonly by: "code"; readonly code: string } | { readonly by: "project"; readonly name: string } | null;
}

/**
 * The rows an identity runs over: those of its leading term, and rows of the tables compared with it that the leading
 * table lacks: a subject missing from either table is a difference, not a silence.
 */
function domain(leader: Term, terms: readonly Term[], recognised: Recognised): readonly Subject[] {
  if (leader.row.by !== "each") return [];
  const { level } = leader.row;
  const table = recognised.tables.get(leader.table);
  if (!table) return [];
  const side = table.spec.layout === "twoSided" ? (table.spec.columns[leader.column]?.side ?? "right") : null;
  const rows = TableIndex.of(table).level(level);
  const own = (side === null ? rows : rows.filter((row) => row.side === side)).map((row): Subject => ({ row, table, leads: true, match: matchOf(row, level) }));
  const known = new Set(own.map(keyOf));
  const extra: Subject[] = [];
  const others = new Set(terms.filter((term) => term.row.by === "same" && term.table !== leader.table).map((term) => recognised.tables.get(term.table)));
  for (const other of others) {
    if (!other) continue;
    // A table of projects says its subjects on its project rows.
    const candidates = level === "item" ? [...TableIndex.of(other).level("item"), ...TableIndex.of(other).level("project")] : TableIndex.of(other).level(level);
    for (const row of candidates) {
      const subject: Subject = { row, table: other, leads: false, match: matchOf(row, level) };
      const key = keyOf(subject);
      if (key === null || known.has(key)) continue;
      known.add(key);
      extra.push(subject);
    }
  }
  return [...own, ...extra];
}

function matchOf(row: Row, level: Level): Subject["match"] {
  if (level === "project") return { by: "project", name: row.project ?? row.name };
  return row.code === null ? null : { by: "code", code: row.code };
}

function keyOf({ match }: Subject): string | null {
  return match && (match.by === "code" ? match.code : normalise(match.name));
}

function addendsOf(term: Term, side: "left" | "right", subject: Subject | null, everyColumn: string | null, recognised: Recognised): Addend[] {
  const table = recognised.tables.get(term.table);
  if (!table) return [];
  const column = term.column === EVERY_COLUMN ? (everyColumn ?? term.column) : term.column;
  const addend = (row: Row | null): Addend => ({ sign: term.sign, side, table, row, column, term });
  const index = TableIndex.of(table);
  const { row } = term;
  switch (row.by) {
    case "total":
      return [addend(table.total("right"))];
    case "line":
      return [addend(table.line(row.line))];
    case "code": {
      const rows = index.subjects(row.code);
      return rows.length > 0 ? rows.map(addend) : [addend(null)];
    }
    case "each":
      if (term.sum) return index.level(row.level).map(addend);
      return subject ? [addend(subject.table === table ? subject.row : null)] : [];
    case "under":
      return subject && subject.table === table ? index.below(subject.row, row.level).map(addend) : [];
    case "same": {
      if (!subject) return [];
      if (subject.leads && subject.table === table && !term.sum) return [addend(subject.row)];
      if (!subject.match) return [];
      const rows = sameRows(index, subject.match, term.sum);
      return rows.length > 0 ? rows.map(addend) : [addend(null)];
    }
  }
}

function sameRows(index: TableIndex, match: NonNullable<Subject["match"]>, sum: boolean): readonly Row[] {
  if (match.by === "project") return index.projects(match.name);
  return sum ? index.table.withCode(match.code).filter((row) => row.kind === "project") : index.subjects(match.code);
}
