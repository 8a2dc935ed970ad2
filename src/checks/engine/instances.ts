import { officialTitle, printed } from "../../templates/family";
import type { Recognised, Row, Table } from "../../workbook/recognised";
import { EVERY_COLUMN, type Identity, type Term } from "../language/expression";
import { figuresOf, type Figures } from "./figures";
import { subjectsFor, type Subject } from "./subjects";
import { TableIndex, type RowNumbers } from "./table-index";

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

/** One column of a table that a term speaks of; the same in every instance. */
export interface Slot {
  readonly term: Term;
  readonly side: "left" | "right";
  readonly table: Table;
  readonly column: string;
  readonly figures: Figures;
}

/** The cells that one term contributes to an instance: one column of some rows. */
export interface Part {
  readonly slot: Slot;
  /** Empty where the table has no such row. */
  readonly rows: RowNumbers;
}

/** One application of an identity: to one row, one column. */
export class Instance {
  private list: readonly Addend[] | null = null;

  constructor(
    readonly parts: readonly Part[],
    /** The row it is about; null when it names its rows outright. */
    readonly row: Row | null,
    /** The column it is about, where it runs over columns. */
    readonly column: string | null,
  ) {}

  /** Every addend, made when first asked for: most instances hold and are never looked at closely. */
  get addends(): readonly Addend[] {
    this.list ??= this.parts.flatMap(addendsOf);
    return this.list;
  }
}

function addendsOf({ slot: { term, side, table, column }, rows }: Part): Addend[] {
  const addend = (row: Row | null): Addend => ({ sign: term.sign, side, table, row, column, term });
  return rows.length === 0 ? [addend(null)] : rows.flatMap((number) => table.rows[number] ?? []).map(addend);
}

export type Expansion =
  | { readonly kind: "instances"; readonly instances: readonly Instance[] }
  /** The template does not have the table, or the tables have nothing of the kind. */
  | { readonly kind: "notApplicable" }
  /** In Chinese: what was not found. */
  | { readonly kind: "notRun"; readonly reason: string };

/** Applies an identity to the workbook's tables: every instance, or why there is none. */
export function expand(identity: Identity, recognised: Recognised): Expansion {
  const instances: Instance[] = [];
  const problem = walk(identity, recognised, (instance) => instances.push(instance));
  return problem ?? { kind: "instances", instances };
}

/**
 * As `expand`, one instance at a time: a large workbook has a million, of which nearly all hold and are forgotten at once.
 * @param isAbout leaves instances out that are about another row, where all they name depends on that row.
 * @returns why there is no instance; null when there were some.
 */
export function walk(
  identity: Identity,
  recognised: Recognised,
  visit: (instance: Instance) => void,
  isAbout?: (row: Row) => boolean,
): Exclude<Expansion, { kind: "instances" }> | null {
  const terms = [...identity.left, ...identity.right];
  // A table that the template does not have makes the check inapplicable even where another one is missing.
  const problems = terms.map((term) => missing(term, recognised)).filter((problem) => problem !== null);
  const problem = problems.find(({ kind }) => kind === "notApplicable") ?? problems[0];
  if (problem) return problem;
  const leader = terms.find((term) => !term.sum && term.row.by === "each");
  const columns = columnsOf(terms, recognised).map((column) => ({
    column,
    slots: terms.map((term, index) => slotOf(term, index < identity.left.length ? "left" : "right", column, recognised)),
  }));
  const indexes = terms.map((term) => {
    const table = recognised.tables.get(term.table);
    return table ? TableIndex.of(table) : null;
  });
  const subjects: readonly (Subject | null)[] = leader ? subjectsFor(leader, terms, recognised) : [null];
  const picks =
    isAbout !== undefined &&
    terms.every((term) => term === leader || term.row.by === "same" || term.row.by === "under" || (term.row.by === "each" && !term.sum));
  const rows: (RowNumbers | null)[] = [];
  let count = 0;
  for (const subject of subjects) {
    if (picks && subject && !isAbout(subject.row)) continue;
    const leads = subject?.table.key === leader?.table;
    for (const [index, term] of terms.entries()) rows[index] = rowsOf(term, indexes[index] ?? null, subject, leads);
    for (const { column, slots } of columns) {
      const parts: Part[] = [];
      let left = 0;
      for (let index = 0; index < slots.length; index++) {
        const slot = slots[index];
        const own = rows[index];
        if (!slot || !own) continue;
        parts.push({ slot, rows: own });
        if (slot.side === "left") left++;
      }
      // A column that this template does not have contributes nothing; a side without any column says nothing.
      if (left === 0 || left === parts.length) continue;
      count++;
      visit(new Instance(parts, subject?.row ?? null, column));
    }
  }
  return count === 0 ? { kind: "notApplicable" } : null;
}

function missing(term: Term, recognised: Recognised): Exclude<Expansion, { kind: "instances" }> | null {
  const own = printed(recognised.template, term.table);
  const table = recognised.tables.get(term.table);
  if (!table)
    return own
      ? { kind: "notRun", reason: `没有找到${own.label}（${officialTitle(recognised.template, own.spec, recognised.organisationKind)}）` }
      : { kind: "notApplicable" };
  // A line that the template prints but the sheet lacks, or words otherwise, is not a blank.
  if (term.row.by === "line" && !table.line(term.row.line) && table.spec.lines[term.row.line]?.optional !== true)
    return { kind: "notRun", reason: `${table.label}没有找到“${term.row.line}”这一行` };
  if (term.column === EVERY_COLUMN || table.columns.has(term.column)) return null;
  const optional = table.spec.columns[term.column]?.optional === true;
  return optional ? null : { kind: "notRun", reason: `${table.label}没有找到“${table.spec.columns[term.column]?.word ?? term.column}”列` };
}

/** The columns an identity with 每列 runs over: those of its first such table. */
function columnsOf(terms: readonly Term[], recognised: Recognised): readonly (string | null)[] {
  const term = terms.find((candidate) => candidate.column === EVERY_COLUMN);
  const table = term && recognised.tables.get(term.table);
  if (!term || !table) return [null];
  const side = table.spec.layout === "panels" ? table.spec.classSide : undefined;
  return [...table.columns.keys()].filter((key) => side === undefined || table.spec.columns[key]?.side === side);
}

/** null where the template does not have the column. */
function slotOf(term: Term, side: "left" | "right", everyColumn: string | null, recognised: Recognised): Slot | null {
  const table = recognised.tables.get(term.table);
  const column = term.column === EVERY_COLUMN ? (everyColumn ?? term.column) : term.column;
  return table?.columns.has(column) ? { term, side, table, column, figures: figuresOf(table, column) } : null;
}

/** The rows a term names in an instance (`leads`: the subject stands in the leading term's table); [] where the table lacks the row; null where the term says nothing there. */
function rowsOf(term: Term, index: TableIndex | null, subject: Subject | null, leads: boolean): RowNumbers | null {
  const rows = index && namedRows(term, index, subject, leads);
  const may = term.row.by === "under" || (term.row.by === "each" && term.sum);
  return may && rows?.length === 0 ? null : rows;
}

function namedRows({ row, sum }: Term, index: TableIndex, subject: Subject | null, leads: boolean): RowNumbers | null {
  const own = subject !== null && subject.table === index.table;
  switch (row.by) {
    case "total":
      return index.total();
    case "line":
      return index.line(row.line);
    case "code":
      return index.subjects(row.code);
    case "each":
      if (sum) return index.level(row.level);
      return subject && (own ? subject.alone : []);
    case "under":
      return own ? index.below(subject.number, row.level) : null;
    case "same":
      if (!subject) return null;
      if (leads && own && !sum) return subject.alone;
      return subject.key === null ? null : sameRows(index, subject.by, subject.key, sum);
  }
}

/** Σ同一科目 in a table of projects: the subject's projects; where it lists none, the subject's own row. */
function sameRows(index: TableIndex, by: Subject["by"], key: string, sum: boolean): RowNumbers {
  if (by === "project") return index.projects(key);
  const projects = sum ? index.projectsUnder(key) : [];
  return projects.length > 0 ? projects : index.subjects(key);
}
