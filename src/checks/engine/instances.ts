import type { TableKey } from "../../templates/define";
import { officialTitle, printed, type PrintedTable } from "../../templates/family";
import { rememberedFor } from "../../text/remembered";
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
  const problem = walk(identity, recognised, { visit: (instance) => instances.push(instance) });
  return problem ?? { kind: "instances", instances };
}

/** An identity laid out once for all workbooks. */
interface Plan {
  /** Those of the left side first. */
  readonly terms: readonly Term[];
  readonly lefts: number;
  /** The term whose rows the identity runs over. */
  readonly leader: Term | null;
  /** The tables whose rows are held against the leader's. */
  readonly others: readonly TableKey[];
  /** The first term that runs over every column. */
  readonly everyColumn: Term | null;
  /** Whether all its terms name depends on the row it is about. */
  readonly followsRow: boolean;
}

const planOf = rememberedFor(({ left, right }: Identity): Plan => {
  const terms = [...left, ...right];
  const leader = terms.find((term) => !term.sum && term.row.by === "each") ?? null;
  return {
    terms,
    lefts: left.length,
    leader,
    others: leader ? [...new Set(terms.flatMap(({ row, table }) => (row.by === "same" && table !== leader.table ? [table] : [])))] : [],
    everyColumn: terms.find((term) => term.column === EVERY_COLUMN) ?? null,
    followsRow: terms.every(
      (term) => term === leader || term.row.by === "same" || term.row.by === "under" || (term.row.by === "each" && !term.sum),
    ),
  };
});

/** What the terms of an identity name, one by one: null where a term says nothing. */
export type Slots = readonly (Slot | null)[];
export type NamedRows = readonly (RowNumbers | null)[];

/** How the instances of an identity are gone through. */
export interface Walk {
  readonly visit: (instance: Instance) => void;
  /** Told of every instance before it is made; true: it need not be. */
  readonly skim?: (slots: Slots, rows: NamedRows) => boolean;
  /** Leaves instances out that are about another row, where all they name depends on that row. */
  readonly isAbout?: ((row: Row) => boolean) | undefined;
}

/**
 * As `expand`, one instance at a time: a large workbook has a million, of which nearly all hold and are forgotten at once.
 * In small steps, each of which the engine compiles by itself: a hundred files are over before one large step has paid.
 * @returns why there is no instance; null when there were some.
 */
export function walk(identity: Identity, recognised: Recognised, how: Walk): Exclude<Expansion, { kind: "instances" }> | null {
  const plan = planOf(identity);
  const problem = problemOf(plan.terms, recognised);
  if (problem) return problem;
  const lines = linesOf(plan, recognised);
  const subjects: readonly (Subject | null)[] = plan.leader ? subjectsFor(plan.leader, plan.others, recognised) : [null];
  const isAbout = plan.followsRow ? how.isAbout : undefined;
  const indexes = plan.terms.map(({ table }) => indexOf(table, recognised));
  const rows: (RowNumbers | null)[] = [];
  let count = 0;
  for (const subject of subjects) {
    if (isAbout && subject && !isAbout(subject.row)) continue;
    nameRows(plan, indexes, subject, rows);
    for (const line of lines)
      if (applies(line.slots, rows, plan.lefts)) {
        count++;
        if (!how.skim?.(line.slots, rows)) how.visit(instanceOf(line, rows, subject));
      }
  }
  return count === 0 ? NOT_APPLICABLE : null;
}

const NOT_APPLICABLE = { kind: "notApplicable" } as const;

function indexOf(key: TableKey, { tables }: Recognised): TableIndex | null {
  const table = tables.get(key);
  return table ? TableIndex.of(table) : null;
}

/** A table that the template does not have makes the check inapplicable even where another one is missing. */
function problemOf(terms: readonly Term[], recognised: Recognised): ReturnType<typeof missing> {
  let first: ReturnType<typeof missing> = null;
  for (const term of terms) {
    const problem = missing(term, recognised);
    if (problem?.kind === "notApplicable") return problem;
    first ??= problem;
  }
  return first;
}

/** What an identity names in one of the columns it runs over. */
interface Line {
  readonly column: string | null;
  readonly slots: Slots;
}

function linesOf({ terms, lefts, everyColumn }: Plan, recognised: Recognised): readonly Line[] {
  return columnsOf(everyColumn, recognised).map((column) => ({
    column,
    slots: terms.map((term, index) => slotOf(term, index < lefts ? "left" : "right", column, recognised)),
  }));
}

/** The rows every term names where the identity is about a subject, into `rows`. */
function nameRows(
  { terms, leader }: Plan,
  indexes: readonly (TableIndex | null)[],
  subject: Subject | null,
  rows: (RowNumbers | null)[],
): void {
  const leads = subject?.table.key === leader?.table;
  for (let index = 0; index < terms.length; index++) {
    const term = terms[index];
    rows[index] = term ? rowsOf(term, indexes[index] ?? null, subject, leads) : null;
  }
}

/** A column that this template does not have contributes nothing; a side without any column says nothing. */
function applies(slots: Slots, rows: NamedRows, lefts: number): boolean {
  let left = false;
  let right = false;
  for (let index = 0; index < slots.length; index++) {
    if (!slots[index] || !rows[index]) continue;
    if (index < lefts) left = true;
    else right = true;
  }
  return left && right;
}

function instanceOf({ column, slots }: Line, rows: NamedRows, subject: Subject | null): Instance {
  const parts: Part[] = [];
  for (let index = 0; index < slots.length; index++) {
    const slot = slots[index];
    const own = rows[index];
    if (slot && own) parts.push({ slot, rows: own });
  }
  return new Instance(parts, subject?.row ?? null, column);
}

/** A table that was not found: by its number and title, or where no template gives it one, by what such tables are called. */
function labelled({ label, spec }: PrintedTable, { template, organisationKind }: Recognised): string {
  const title = officialTitle(template, spec, organisationKind);
  return template.family === null ? `“${title}”这样的表` : `${label}（${title}）`;
}

function missing(term: Term, recognised: Recognised): Exclude<Expansion, { kind: "instances" }> | null {
  const table = recognised.tables.get(term.table);
  if (!table) {
    const own = printed(recognised.template, term.table);
    return own ? { kind: "notRun", reason: `没有找到${labelled(own, recognised)}` } : { kind: "notApplicable" };
  }
  // A line that the template prints but the sheet lacks, or words otherwise, is not a blank.
  if (term.row.by === "line" && !table.line(term.row.line) && table.spec.lines[term.row.line]?.optional !== true)
    return { kind: "notRun", reason: `${table.label}没有找到“${term.row.line}”这一行` };
  if (term.column === EVERY_COLUMN || table.columns.has(term.column)) return null;
  const optional = table.spec.columns[term.column]?.optional === true;
  return optional ? null : { kind: "notRun", reason: `${table.label}没有找到“${table.spec.columns[term.column]?.word ?? term.column}”列` };
}

const ONCE = [null] as const;

/** The columns an identity with 每列 runs over: those of its first such table. */
function columnsOf(everyColumn: Term | null, recognised: Recognised): readonly (string | null)[] {
  const table = everyColumn && recognised.tables.get(everyColumn.table);
  if (!table) return ONCE;
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
