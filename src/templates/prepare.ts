import { normalise, normaliseLabel } from "../text/wording";
import { normalisedTitles, printedColumns, type ColumnSpec, type TableKey, type TableSpec } from "./define";
import { templateOf, type Family, type Template } from "./family";

/** A table made ready for recognising it: its words normalised. */
export interface PreparedTable {
  readonly spec: TableSpec;
  /** Its place in the family's fullest form, from 1. */
  readonly number: number;
  readonly marks: readonly string[];
  readonly labelHeads: ReadonlySet<string>;
  /** The columns that every form has. */
  readonly required: readonly string[];
  readonly columns: readonly PreparedColumn[];
  readonly lineLabels: ReadonlySet<string>;
}

export interface PreparedColumn {
  readonly key: string;
  readonly spec: ColumnSpec;
  readonly heads: ReadonlySet<string>;
  readonly under: ReadonlySet<string> | null;
}

/** A title a table has been printed under. */
export interface KnownTitle {
  readonly key: TableKey;
  readonly title: string;
  /** Without 情况表 or 表: sheet names are often cut short. */
  readonly core: string;
}

/** A family made ready for recognising workbooks. */
export interface PreparedFamily {
  readonly family: Family;
  readonly templates: readonly Template[];
  readonly tables: readonly PreparedTable[];
  /** Longest first, so that a title contained in another never speaks for it. */
  readonly titles: readonly KnownTitle[];
  readonly exactTitles: ReadonlyMap<string, TableKey>;
  /** Words that stand over amounts and labels. */
  readonly headings: ReadonlySet<string>;
}

/** Every family this tool knows, and what they all share. */
export interface Catalogue {
  readonly families: readonly PreparedFamily[];
  /** Tables that are told by meaning alone, for workbooks of no known family. */
  readonly common: PreparedFamily;
}

/** Makes families ready: words are normalised and indexed once, not for each workbook. */
export function prepare(families: readonly Family[], common: Family): Catalogue {
  return { families: families.map(prepareFamily), common: prepareFamily(common) };
}

function prepareFamily(family: Family): PreparedFamily {
  const titles = family.tables.flatMap((spec) =>
    normalisedTitles(spec).map((title): KnownTitle => ({
      key: spec.key,
      title,
      core: title.replace(/(?:明细)?(?:情况)?(?:明细)?表$/, ""),
    })),
  );
  return {
    family,
    templates: family.forms.map((form) => templateOf(family, form)),
    tables: family.tables.map((spec, index) => prepareTable(spec, index + 1)),
    titles: [...titles].sort((a, b) => b.title.length - a.title.length),
    exactTitles: new Map(titles.map(({ title, key }) => [title, key])),
    headings: new Set(family.tables.flatMap(headingsOf)),
  };
}

function prepareTable(spec: TableSpec, number: number): PreparedTable {
  const columns = Object.entries(printedColumns(spec)).map(([key, column]): PreparedColumn => ({
    key,
    spec: column,
    heads: new Set(column.heads.map(normalise)),
    under: column.under ? new Set(column.under.map(normalise)) : null,
  }));
  return {
    spec,
    number,
    marks: spec.marks.map(normalise),
    labelHeads: new Set(spec.labelHeads.map(normalise)),
    required: columns.filter((column) => column.spec.optional !== true).map(({ key }) => key),
    columns,
    lineLabels: new Set(spec.cells ? [] : Object.values(spec.lines).flatMap((line) => line.labels.map(normaliseLabel))),
  };
}

function headingsOf(spec: TableSpec): readonly string[] {
  const columns = Object.values(printedColumns(spec)).flatMap((column) => [...column.heads, ...(column.under ?? [])]);
  return [...columns, ...spec.marks, ...spec.labelHeads].map(normalise);
}
