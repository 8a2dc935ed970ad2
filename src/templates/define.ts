import { normalise } from "../text/wording";

/**
 * A disclosure table by what it means, never by its place in one template's numbering: the printed number comes from the
 * template. "own:…" are tables that one family alone has.
 */
export type TableKey =
  | "overview" | "income" | "expenditure" | "fiscal" | "general" | "basic" | "projects" | "funds" | "stateCapital" | "threePublic"
  | "commissioned" | "carriedOver" | "fiscalExpenditure" | "fiscalBasic" | "operating" | "procurement" | `own:${string}`;

/**
 * What a table's rows are.
 * twoSided: income lines on the left, expenditure classes on the right (T1, T4) · coded: one subject a row (T2, T3, T5,
 * T6, T8, T9) · projects: subjects with projects below them (T7) · lines: fixed lines (T10) · named: units and projects
 * by name (T11, T12).
 */
export type Layout = "twoSided" | "coded" | "projects" | "lines" | "named";

export interface ColumnSpec {
  /** Every heading this column has been printed under; the first is the usual one. */
  readonly heads: readonly string[];
  /** Group headings above it, where the same heading stands under several groups. */
  readonly under?: readonly string[];
  /** Some templates do not have it: its absence is no fault. */
  readonly optional?: true;
  /** In two-sided tables. */
  readonly side?: "left" | "right";
}

export interface LineSpec {
  readonly labels: readonly string[];
  /** Lines of the same name are told apart by the section they stand in. */
  readonly section?: string;
  readonly optional?: true;
}

export interface TableSpec<C extends string = string, L extends string = string> {
  readonly key: TableKey;
  /** Every title it has been printed under, without "表N"; the first is the usual one. {部门} stands for 部门 or 单位. */
  readonly titles: readonly string[];
  readonly layout: Layout;
  readonly classification: "functional" | "economic" | null;
  readonly columns: Readonly<Record<C, ColumnSpec>>;
  /** Fixed lines (left side, or all of a `lines` table). */
  readonly lines: Readonly<Record<L, LineSpec>>;
  /** Headings above the amount columns that tell this table from one with the same columns. */
  readonly marks: readonly string[];
  /** The heading over the row labels, where it is this table's own. */
  readonly labelHeads: readonly string[];
}

export function defineTable<const C extends string, const L extends string = never>(spec: {
  key: TableKey;
  titles: readonly string[];
  layout: Layout;
  classification?: "functional" | "economic";
  columns: Readonly<Record<C, ColumnSpec>>;
  lines?: Readonly<Record<L, LineSpec>>;
  marks?: readonly string[];
  labelHeads?: readonly string[];
}): TableSpec<C, L> {
  return { classification: null, marks: [], labelHeads: [], lines: {} as Record<L, LineSpec>, ...spec };
}

export function head(...heads: string[]): ColumnSpec {
  return { heads };
}

export function optionalHead(...heads: string[]): ColumnSpec {
  return { heads, optional: true };
}

export function line(...labels: string[]): LineSpec {
  return { labels };
}

/** All titles of a table, both 部门 and 单位, normalised. */
export function normalisedTitles(spec: TableSpec): readonly string[] {
  return spec.titles.flatMap((title) =>
    title.includes("{部门}") ? ["部门", "单位"].map((kind) => normalise(title.replace("{部门}", kind))) : [normalise(title)],
  );
}
