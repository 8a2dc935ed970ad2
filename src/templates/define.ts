import type { Unit } from "../amount/unit";
import { normalise } from "../text/wording";

/**
 * A disclosure table by what it means, never by its place in one template's numbering: the printed number comes from the
 * template. "own:…" are tables that one family alone has.
 */
export type TableKey =
  | "overview"
  | "income"
  | "expenditure"
  | "fiscal"
  | "general"
  | "basic"
  | "projects"
  | "funds"
  | "stateCapital"
  | "threePublic"
  | "commissioned"
  | "carriedOver"
  | "fiscalExpenditure"
  | "fiscalBasic"
  | "operating"
  | "procurement"
  | `own:${string}`;

/** 部门 (a department's summary) or 单位 (a single unit): the same tables in other words. */
export type OrganisationKind = "部门" | "单位";

/** Panels of a table whose rows hold several things side by side. */
export type PanelSide = "left" | "middle" | "right";

/**
 * What a table's rows are.
 * panels: lines and classes of expenditure side by side · coded: one subject a row · projects: subjects with projects below
 * them · lines: fixed lines · named: units and projects by name · oneRow: one row of amounts, each under the heading of its
 * line · totalOnly: one row of amounts, the total of a table that lists nothing · grouped: sections with their details, in
 * two label columns · outline: fixed lines with details below, each known by its words.
 */
export type Layout = "panels" | "coded" | "projects" | "lines" | "named" | "oneRow" | "totalOnly" | "grouped" | "outline";

export interface ColumnSpec {
  /** Every heading this column has been printed under; the first is the usual one. */
  readonly heads: readonly string[];
  /** Group headings above it, where the same heading stands under several groups. */
  readonly under?: readonly string[];
  /** Some forms do not have it: its absence is no fault. */
  readonly optional?: true;
  /** In tables of panels. */
  readonly side?: PanelSide;
  /** How this family calls it in a formula, where that is not its key. */
  readonly word?: string;
  /** Headings beside which a bare 合计 may be of them as well: then it is this column only below a heading of its own. */
  readonly besides?: readonly string[];
  /** It repeats what another column counts already (其中：…): it is no part of any sum. */
  readonly within?: true;
  /** Printed in the tables of this kind of organisation alone. */
  readonly of?: OrganisationKind;
}

/** A heading printed above several columns; wider ones stand above narrower ones. */
export interface GroupHead<C extends string = string> {
  readonly head: string;
  /** Keys of the columns below it. */
  readonly over: readonly C[];
  /** It stands over the names of its rows, too. */
  readonly labels?: true;
}

export interface LineSpec {
  readonly labels: readonly string[];
  /** Lines of the same name are told apart by the section they stand in. */
  readonly section?: string;
  readonly optional?: true;
  /** The panel it stands in; the left one where nothing is said. */
  readonly side?: PanelSide;
  /** It is the total of its side. */
  readonly total?: true;
  /** Printed before its label: "一、", "其中：". */
  readonly before?: string;
}

export interface TableSpec<C extends string = string, L extends string = string> {
  readonly key: TableKey;
  /** Every title it has been printed under, without number and year; the first is the usual one. {部门} stands for 部门 or 单位. */
  readonly titles: readonly string[];
  readonly layout: Layout;
  readonly classification: "functional" | "economic" | null;
  readonly columns: Readonly<Record<C, ColumnSpec>>;
  /** Fixed lines. */
  readonly lines: Readonly<Record<L, LineSpec>>;
  /** In tables of one row: the heading of each line. */
  readonly cells: Readonly<Record<L, ColumnSpec>> | null;
  /** Headings above the amount columns that tell this table from one with the same columns. */
  readonly marks: readonly string[];
  /** The heading over the row labels, where it is this table's own. */
  readonly labelHeads: readonly string[];
  /** The panel in which classes of expenditure are listed. */
  readonly classSide: PanelSide;
  /** The unit it is printed in, where that is not the family's. */
  readonly unit: Unit | null;
  /** Whether it is published without amounts where there is nothing: and whether a sentence below must say so. */
  readonly empty: "says so" | "may be" | null;
  /** What its total row is called in a formula. */
  readonly totalWord: string;
  /** In some forms it is one row of amounts, the total, without subjects. */
  readonly mayBeTotalOnly: boolean;
  /** The headings above those of its columns. */
  readonly groups: readonly GroupHead[];
  /** Headings of further columns of words, between the names of its rows and the amounts. */
  readonly texts: readonly string[];
  /** What there is none of where it is empty, as the sentence below it says; null where it says nothing. */
  readonly nothing: string | null;
}

type Optional =
  | "classification"
  | "lines"
  | "marks"
  | "labelHeads"
  | "classSide"
  | "unit"
  | "empty"
  | "totalWord"
  | "mayBeTotalOnly"
  | "texts"
  | "nothing";

export function defineTable<const C extends string, const L extends string = never>(
  spec: Omit<TableSpec<C, L>, Optional | "cells" | "groups"> &
    Partial<Pick<TableSpec<C, L>, Optional>> & { readonly groups?: readonly GroupHead<NoInfer<C>>[] },
): TableSpec<C, L> {
  return {
    classification: null,
    marks: [],
    labelHeads: [],
    lines: {} as Record<L, LineSpec>,
    cells: null,
    classSide: "right",
    unit: null,
    empty: null,
    mayBeTotalOnly: false,
    groups: [],
    texts: [],
    nothing: null,
    totalWord: spec.layout === "panels" ? "支出总计" : "总计",
    ...spec,
  };
}

/** The one column that a table of one row has when it is read as lines. */
export const ONE_COLUMN = "合计";

/** A table of one row of amounts, read as lines: each heading names the line of the amount below it. */
export function defineOneRow<const L extends string>(
  spec: Pick<TableSpec, "key" | "titles"> & {
    readonly cells: Readonly<Record<L, ColumnSpec>>;
    readonly groups?: readonly GroupHead<NoInfer<L>>[];
  } & Partial<Pick<TableSpec, "marks" | "unit" | "empty">>,
): TableSpec<typeof ONE_COLUMN, L> {
  const lines = Object.fromEntries(
    Object.entries<ColumnSpec>(spec.cells).map(([line, { heads, optional }]): [string, LineSpec] => [
      line,
      { labels: heads, ...(optional && { optional }) },
    ]),
  );
  const { groups = [], cells, ...rest } = spec;
  return {
    ...defineTable({ layout: "oneRow", columns: { [ONE_COLUMN]: { heads: [] } }, ...rest, lines: lines as Record<L, LineSpec> }),
    cells,
    groups,
  };
}

export function head(...heads: string[]): ColumnSpec {
  return { heads };
}

export function optionalHead(...heads: string[]): ColumnSpec {
  return { heads, optional: true };
}

/** The same heading stands under several groups: this is the one under `group`. */
export function headUnder(group: string | readonly string[], ...heads: string[]): ColumnSpec {
  return { heads, under: typeof group === "string" ? [group] : group };
}

/** The heading over these columns. */
export function over<C extends string>(groupHead: string, ...columns: readonly C[]): GroupHead<C> {
  return { head: groupHead, over: columns };
}

/** The heading over these columns and over the names of their rows; without columns, over the names alone. */
export function overLabels<C extends string = never>(groupHead: string, ...columns: readonly C[]): GroupHead<C> {
  return { head: groupHead, over: columns, labels: true };
}

export function line(...labels: string[]): LineSpec {
  return { labels };
}

export function optionalLine(...labels: string[]): LineSpec {
  return { labels, optional: true };
}

/** All titles of a table, both 部门 and 单位, normalised. */
export function normalisedTitles(spec: Pick<TableSpec, "titles">): readonly string[] {
  return spec.titles.flatMap((title) =>
    title.includes("{部门}") ? ["部门", "单位"].map((kind) => normalise(title.replace("{部门}", kind))) : [normalise(title)],
  );
}

/** What the sheet's amount columns are found by: in tables of one row the headings of its lines. */
export function printedColumns(spec: TableSpec): Readonly<Record<string, ColumnSpec>> {
  return spec.cells ?? spec.columns;
}
