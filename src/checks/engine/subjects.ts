import type { TableKey } from "../../templates/define";
import { notes, type Notes } from "../../text/remembered";
import { normalise } from "../../text/wording";
import type { Recognised, Row, Table } from "../../workbook/recognised";
import type { Level, Term } from "../language/expression";
import { TableIndex, type RowNumbers } from "./table-index";

/** What an instance is about: a row, and how to find the same one in other tables. */
export interface Subject {
  readonly row: Row;
  readonly number: number;
  /** Its number as a list; with those of its namesakes where tables are compared. */
  readonly alone: RowNumbers;
  readonly table: Table;
  /** Its code or, where projects are compared, its project's normalised name; null where it has none. */
  readonly key: string | null;
  readonly by: "code" | "project";
}

const domains = notes<Recognised, Map<string, readonly Subject[]>>();

/**
 * The rows an identity runs over: those of its leading term, and rows of the tables compared with it that the leading
 * table lacks: a subject missing from either table is a difference, not a silence. Made once a workbook for identities
 * that run over the same rows.
 */
export function subjectsFor(leader: Term, others: readonly TableKey[], recognised: Recognised): readonly Subject[] {
  if (leader.row.by !== "each") return [];
  const { level } = leader.row;
  const table = recognised.tables.get(leader.table);
  if (!table) return [];
  const side = table.spec.layout === "panels" ? (table.spec.columns[leader.column]?.side ?? table.spec.classSide) : null;
  const known = within(domains, recognised);
  const key = `${level} ${table.key} ${side ?? ""} ${others.join(" ")}`;
  let subjects = known.get(key);
  if (!subjects) {
    const compared = others.flatMap((other) => recognised.tables.get(other) ?? []);
    known.set(key, (subjects = domain(table, level, side, compared)));
  }
  return subjects;
}

function domain(table: Table, level: Level, side: Row["side"] | null, others: readonly Table[]): readonly Subject[] {
  const all = subjectsOf(table, level);
  const rows = side === null ? all : all.filter(({ row }) => row.side === side);
  if (others.length === 0) return rows;
  const met = new Set<string>();
  const own = together(rows, met);
  const extra: Subject[] = [];
  for (const other of others) {
    // A table of projects says its subjects on its project rows.
    for (const subject of subjectsOf(other, level === "item" ? "itemOrProject" : level)) {
      if (subject.key === null || met.has(subject.key)) continue;
      met.add(subject.key);
      extra.push(subject);
    }
  }
  return extra.length === 0 ? own : [...own, ...extra];
}

/**
 * Compared with another table a code counts once, with all its rows: several units may repeat a subject, and rows
 * repeated a thousand times are compared once, not each with all. Puts the codes into `met`.
 */
function together(subjects: readonly Subject[], met: Set<string>): readonly Subject[] {
  let repeated = false;
  for (const { key } of subjects) {
    if (key === null) continue;
    repeated ||= met.has(key);
    met.add(key);
  }
  if (!repeated) return subjects;
  const namesakes = new Map<string, number[]>();
  const firsts: Subject[] = [];
  for (const subject of subjects) {
    const known = subject.key === null ? undefined : namesakes.get(subject.key);
    if (known) {
      known.push(subject.number);
      continue;
    }
    const numbers = [subject.number];
    if (subject.key !== null) namesakes.set(subject.key, numbers);
    firsts.push({ ...subject, alone: numbers });
  }
  return firsts;
}

const listed = notes<Table, Map<Level | "itemOrProject", readonly Subject[]>>();
const made = notes<Table, Map<Subject["by"], Subject[]>>();

/** The rows of a level as subjects; made once a table, since most identities run over the same ones. */
function subjectsOf(table: Table, level: Level | "itemOrProject"): readonly Subject[] {
  const levels = within(listed, table);
  let subjects = levels.get(level);
  if (!subjects) {
    const index = TableIndex.of(table);
    const rows = level === "itemOrProject" ? [...index.level("item"), ...index.level("project")] : index.level(level);
    subjects = rows.flatMap((number) => subjectAt(table, number, level === "project" ? "project" : "code") ?? []);
    levels.set(level, subjects);
  }
  return subjects;
}

/** The subject of a row: one object whatever the level it is listed under. */
function subjectAt(table: Table, number: number, by: Subject["by"]): Subject | null {
  const kinds = within(made, table);
  let subjects = kinds.get(by);
  if (!subjects) kinds.set(by, (subjects = []));
  const known = subjects[number];
  if (known) return known;
  const row = table.rows[number];
  if (!row) return null;
  const key = by === "project" ? normalise(row.project ?? row.name) : row.code;
  const subject: Subject = { row, number, alone: [number], table, key, by };
  subjects[number] = subject;
  return subject;
}

function within<K extends object, L, V>(maps: Notes<K, Map<L, V>>, key: K): Map<L, V> {
  let map = maps.get(key);
  if (!map) maps.set(key, (map = new Map<L, V>()));
  return map;
}
