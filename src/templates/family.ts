import type { Unit } from "../amount/unit";
import { normalisedTitles, type OrganisationKind, type TableKey, type TableSpec } from "./define";
import type { Paper } from "./paper";

/**
 * A family of templates: the tables of one province (or of one kind of office) as a baseline, and what its forms, mostly
 * one a year, change. Everything that is true of one family alone stands in its folder.
 */
export interface Family {
  /** As contracts name it: "xinjiang". */
  readonly id: string;
  /** For people: "新疆". */
  readonly name: string;
  readonly tables: readonly TableSpec[];
  /** The unit its tables are printed in. */
  readonly unit: Unit;
  readonly forms: readonly Form[];
  /** Its forms were each met at one unit: another unit may have had one of them before. */
  readonly formsOfUnits?: true;
  /** What speaks for one form and against the others. */
  readonly features: readonly Feature[];
  /** Codes of the classes that its two-sided tables print whether or not they have amounts; null: only those with amounts. */
  readonly classList: readonly string[] | null;
  /** How its sheets are laid out; null where it prints none. */
  readonly paper: Paper | null;
}

/** One form of a family: what a year changed. */
export interface Form {
  /** Named by its first year and number of tables: "2026-12". */
  readonly id: string;
  /** Its first year, where it is named by another. */
  readonly since?: number;
  /** For the user to choose from. */
  readonly label: string;
  /** Tables in printed order. */
  readonly order: readonly TableKey[];
  /** How the n-th table is called: "表5", "公开05表". */
  readonly tableLabel: (number: number) => string;
  /** Titles that are not the usual ones in this form. */
  readonly titles?: Readonly<Partial<Record<TableKey, string>>>;
  /** Its titles changed from year to year, or are not known: every title that a table has been printed under is right. */
  readonly anyTitle?: true;
  /** Labels of fixed lines that are not the usual ones in this form. */
  readonly lineWords?: LineWords;
  /** Classes of the family's list that this form leaves out. */
  readonly classesLeftOut?: readonly string[];
  /** Columns and lines, by key, that its tables do not have. */
  readonly leavesOut?: Readonly<Partial<Record<TableKey, readonly string[]>>>;
  /** Tables that are one row of amounts in this form. */
  readonly totalOnly?: readonly TableKey[];
  /** Items of 填报-其他事项 that its narrative speaks of beside the usual ones, and those that it does not. */
  readonly asks?: Asks;
  /** Where its sheets are not laid out like the family's others. */
  readonly paper?: Partial<Paper>;
}

export interface Asks {
  readonly also: readonly string[];
  readonly not: readonly string[];
  /** Where its narrative speaks of other things than the usual one: all that it asks for beside “三公”. */
  readonly own?: OwnAsks;
}

/** What the narrative of a family asks the 填报 sheets for. */
export interface OwnAsks {
  /** Totals that it compares with last year's: the row of 填报-上年对比, and where this year's amount stands. */
  readonly totals: readonly {
    readonly category: "收入来源" | "支出总额" | "一般公共预算" | "政府性基金预算" | "国有资本经营预算";
    readonly name: string;
    readonly table: TableKey;
    readonly column: string;
  }[];
  /** Rows of 填报-其他事项. */
  readonly others: readonly {
    readonly category: "政府采购" | "国有资产" | "预算绩效";
    readonly name: string;
    readonly unit: "万元" | "辆" | "台" | "个";
  }[];
}

/** How a form words the fixed lines of its tables: by table and line. */
export type LineWords = Readonly<Partial<Record<TableKey, Readonly<Record<string, string>>>>>;

/** One piece of evidence for some forms. Weights are comparable within a family. */
export interface Feature {
  readonly weight: number;
  readonly of: readonly string[];
  /** In Chinese. */
  readonly why: string | ((facts: FormFacts) => string);
  readonly holds: (facts: FormFacts) => boolean;
}

/** What the tables of a workbook say about their form. All words are normalised. */
export interface FormFacts {
  has(key: TableKey): boolean;
  /** The number printed above a table; null where none is. */
  number(key: TableKey): number | null;
  /** The title's own words; "" where there is none. */
  title(key: TableKey): string;
  /** Whether a table has a column; null where the workbook lacks the table. */
  hasColumn(key: TableKey, column: string): boolean | null;
  readonly year: number | null;
  readonly kind: OrganisationKind;
  /** Headings of amount columns, and all headings. */
  readonly heads: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  /** Labels of fixed lines. */
  readonly labels: ReadonlySet<string>;
  /** Class codes that the overview lists. */
  readonly classes: ReadonlySet<string>;
  /** Sentences that say a table is empty. */
  readonly notes: readonly string[];
  /** Whether a cover or list of contents names one of a table's titles. */
  lists(key: TableKey): boolean;
}

/** A table as a template prints it. */
export interface PrintedTable {
  readonly key: TableKey;
  readonly spec: TableSpec;
  /** Its place, from 1; null where the template numbers no tables. */
  readonly number: number | null;
  /** "表5" */
  readonly label: string;
}

/** One form of one family: what a workbook was recognised as. */
export interface Template {
  /** null: no family fits; the tables are those that all families share. */
  readonly family: string | null;
  /** The form's id; null where no family fits. */
  readonly id: string | null;
  readonly label: string;
  /** The year in which it took the place of an earlier form; null where no earlier one is known, so that it may be older. */
  readonly begun: number | null;
  readonly unit: Unit;
  /** In printed order. */
  readonly tables: readonly PrintedTable[];
  readonly titles: Readonly<Partial<Record<TableKey, string>>>;
  readonly anyTitle: boolean;
  readonly lineWords: LineWords;
  /** Codes of the classes that its two-sided tables print in full; null: only those with amounts. */
  readonly classList: readonly string[] | null;
  /** Columns and lines, by key, that its tables do not have. */
  readonly leavesOut: Readonly<Partial<Record<TableKey, readonly string[]>>>;
  readonly totalOnly: readonly TableKey[];
  readonly asks: Asks;
  /** How its sheets are laid out; null where no family fits. */
  readonly paper: Paper | null;
}

export function templateOf(family: Family, form: Form): Template {
  const specs = new Map(family.tables.map((spec) => [spec.key, spec]));
  return {
    family: family.id,
    id: form.id,
    label: form.label,
    begun: begunOf(family, form),
    unit: family.unit,
    tables: form.order.flatMap((key, index) => {
      const spec = specs.get(key);
      return spec ? [{ key, spec, number: index + 1, label: form.tableLabel(index + 1) }] : [];
    }),
    titles: form.titles ?? {},
    anyTitle: form.anyTitle === true,
    lineWords: form.lineWords ?? {},
    classList: family.classList?.filter((code) => form.classesLeftOut?.includes(code) !== true) ?? null,
    leavesOut: form.leavesOut ?? {},
    totalOnly: form.totalOnly ?? [],
    asks: form.asks ?? { also: [], not: [] },
    paper: family.paper && { ...family.paper, ...form.paper },
  };
}

/** Forms are named by their first year: 2026-12; one by the year in which it had come to all offices. */
export const sinceOf = ({ id, since }: Form): number => since ?? Number.parseInt(id, 10);

function begunOf({ forms, formsOfUnits }: Family, form: Form): number | null {
  const since = sinceOf(form);
  return formsOfUnits !== true && forms.some((other) => sinceOf(other) < since) ? since : null;
}

/** The table of a key as this template prints it; null where it does not have the table. */
export function printed(template: Template, key: TableKey): PrintedTable | null {
  return template.tables.find((table) => table.key === key) ?? null;
}

/** What a fixed line is called in a template. */
export function lineWord(template: Template, key: TableKey, line: string): string {
  return template.lineWords[key]?.[line] ?? printed(template, key)?.spec.lines[line]?.labels[0] ?? line;
}

/** The title that a template prints, in 部门 or 单位 wording. */
export function officialTitle(template: Template, spec: TableSpec, kind: OrganisationKind): string {
  const own = template.titles[spec.key] ?? spec.titles[0] ?? "";
  return own.replace("{部门}", kind);
}

/** Every title that is right in a template: the one it prints; where a family words 部门 and 单位 apart, any of the kind's; any where none is settled. */
export function rightTitles(template: Template, spec: TableSpec, kind: OrganisationKind): readonly string[] {
  if (template.anyTitle) return normalisedTitles(spec);
  const other = kind === "部门" ? "单位" : "部门";
  const fixed = spec.titles.some((title) => title.includes("{部门}"));
  const apart = !fixed && spec.titles.some((title) => title.includes("单位")) && spec.titles.some((title) => title.includes("部门"));
  if (!apart) return [officialTitle(template, spec, kind)];
  const own = spec.titles.filter((title) => (kind === "单位" ? title.includes(kind) : !title.includes(other)));
  return own.length > 0 ? own : spec.titles;
}
