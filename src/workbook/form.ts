import type { OrganisationKind, TableKey } from "../templates/define";
import type { FormFacts, Template } from "../templates/family";
import type { PreparedFamily } from "../templates/prepare";
import { normalise, normaliseLabel } from "../text/wording";
import type { PlainWorkbook } from "./plain";
import type { RawTables } from "./read-table";

/** A form of a family decided from what the workbook says, with the reasons. */
export interface FormFinding {
  readonly template: Template;
  readonly evidence: readonly string[];
}

/** Decides the form by the forms' own features, not by the year alone. */
export function findForm(
  family: PreparedFamily,
  tables: RawTables,
  year: number | null,
  kind: OrganisationKind,
  workbook: PlainWorkbook,
): FormFinding {
  const [first] = family.templates;
  if (!first) throw new RangeError(`${family.family.id} has no form`);
  const facts = listen(family, tables, year, kind, workbook);
  const met = family.family.features.filter((feature) => feature.holds(facts));
  const score = ({ id }: Template): number => met.reduce((sum, { of, weight }) => sum + (id !== null && of.includes(id) ? weight : 0), 0);
  const template = family.templates.reduce((best, one) => (score(one) > score(best) ? one : best), first);
  const own = met.filter(({ of }) => template.id !== null && of.includes(template.id));
  return { template, evidence: own.map(({ why }) => (typeof why === "string" ? why : why(facts))) };
}

function listen(
  family: PreparedFamily,
  tables: RawTables,
  year: number | null,
  kind: OrganisationKind,
  workbook: PlainWorkbook,
): FormFacts {
  const parts = [...tables.values()];
  return {
    has: (key) => tables.has(key),
    number: (key) => tables.get(key)?.candidate.above.number ?? null,
    title: (key) => tables.get(key)?.candidate.title?.bare ?? "",
    hasColumn: (key, column) => {
      const table = tables.get(key);
      return table ? table.columns.has(column) : null;
    },
    year,
    kind,
    heads: new Set(parts.flatMap((part) => [...part.columns.values()].map((column) => normalise(column.heading)))),
    words: new Set(parts.flatMap((part) => [...part.candidate.block.words])),
    labels: new Set(
      parts.flatMap(({ rows }) =>
        rows.filter(({ line, kind }) => line !== null || kind === "other").map(({ name }) => normaliseLabel(name)),
      ),
    ),
    classes: new Set(tables.get("overview")?.rows.flatMap((row) => (row.code === null ? [] : [row.code])) ?? []),
    notes: parts.flatMap((part) => part.facts.note?.text ?? []),
    lists: (key) => isListed(key, family, tables, workbook),
  };
}

/** A list of contents is short. */
const ROWS = 60;

/** Whether a sheet without a table names one of a table's titles. */
function isListed(key: TableKey, family: PreparedFamily, tables: RawTables, workbook: PlainWorkbook): boolean {
  const titles = family.titles.filter((title) => title.key === key).map(({ title }) => title);
  const used = new Set([...tables.values()].map((part) => part.candidate.block.sheet));
  return workbook.sheets.some(
    (sheet) =>
      !used.has(sheet) &&
      sheet.values
        .slice(0, ROWS)
        .some((row) =>
          row.some((cell) => typeof cell === "string" && cell.length < 80 && titles.some((title) => normalise(cell).includes(title))),
        ),
  );
}
