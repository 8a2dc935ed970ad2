import type { Template } from "../templates/family";
import type { Catalogue, PreparedFamily } from "../templates/prepare";
import { normalise } from "../text/wording";
import { findForm } from "./form";
import { findKind } from "./organisation";
import { isOwnSheet } from "./own-sheets";
import type { PlainWorkbook } from "./plain";
import type { Parts } from "./read-table";
import { readTables, type Reading } from "./read-tables";
import type { Choices } from "./recognised";
import { isSharedModelAlone } from "./shared-model";
import { bareTitle, tableOfSheetName, titleOf, titlesAtTop, titlesBelow } from "./title";
import { findYear } from "./year";

/** A family decided from what the workbook says, with the workbook read as it. */
export interface FamilyFinding {
  readonly family: PreparedFamily;
  readonly template: Template;
  /** In Chinese. */
  readonly evidence: readonly string[];
  readonly reading: Reading;
}

/** "No template at all", as a choice. */
export const NO_TEMPLATE = "none";

/** How a template is named in choices: "xinjiang/2026-12". */
export function templateId({ family, id }: Pick<Template, "family" | "id">): string {
  return family === null || id === null ? NO_TEMPLATE : `${family}/${id}`;
}

/** Less than this much of a table speaks for no family. */
const LEAST_FIT = 0.75;
/** Of the tables that were found, this share must fit. */
const LEAST_SHARE = 0.5;
/** A two-sided table of which fewer lines are found is another family's, whatever its title. */
const LEAST_LINES = 0.5;

/**
 * The family a workbook belongs to: the one whose tables fit best, by titles, columns and lines. Families are tried in the
 * order of how many of their titles stand in the workbook, so that one reading is enough for nearly every workbook.
 */
export function chooseFamily(workbook: PlainWorkbook, catalogue: Catalogue, choices: Choices): FamilyFinding {
  if (choices.template !== undefined) return settled(workbook, catalogue, choices);
  const sheets = titledTables(workbook);
  const ranked = catalogue.families.map((family) => ({ family, hits: titleHits(sheets, family) })).sort((a, b) => b.hits - a.hits);
  let best: { readonly family: PreparedFamily; readonly reading: Reading; readonly fit: number } | null = null;
  for (const { family, hits } of ranked) {
    // A family of which no title stands here needs to be tried only where no title says anything.
    if (best && (hits <= best.fit || hits === 0)) break;
    const reading = readTables(workbook, family, choices);
    const fit = fitOf(reading);
    const strange = strangeTables(sheets, family, catalogue.common);
    // Tables that every department publishes, under titles this family does not have, speak against it.
    if (
      fit > (best?.fit ?? 0) &&
      strange + strangeParts(reading, catalogue.common) < fit &&
      !isSharedModelAlone(reading, family, catalogue.common, strange + misfits(sheets, family, reading))
    )
      best = { family, reading, fit };
  }
  return best ? formed(workbook, best.family, best.reading, choices) : common(workbook, catalogue, choices);
}

function settled(workbook: PlainWorkbook, catalogue: Catalogue, choices: Choices): FamilyFinding {
  for (const family of catalogue.families)
    for (const template of family.templates)
      if (templateId(template) === choices.template)
        return { family, template, evidence: ["由用户选定"], reading: readTables(workbook, family, choices) };
  return choices.template === NO_TEMPLATE
    ? common(workbook, catalogue, choices)
    : chooseFamily(workbook, catalogue, withoutTemplate(choices));
}

function withoutTemplate({ organisationKind, sheets }: Choices): Choices {
  return { ...(organisationKind && { organisationKind }), ...(sheets && { sheets }) };
}

function common(workbook: PlainWorkbook, { common: family }: Catalogue, choices: Choices): FamilyFinding {
  const [template] = family.templates;
  if (!template) throw new RangeError("the common tables have no form");
  return {
    family,
    template: { ...template, family: null, id: null },
    evidence: ["没有认出是哪一套公开表"],
    reading: readTables(workbook, family, choices),
  };
}

function formed(workbook: PlainWorkbook, family: PreparedFamily, reading: Reading, choices: Choices): FamilyFinding {
  const parts = [...reading.parts.values()];
  const year = findYear(
    workbook,
    parts.map((part) => part.facts.note?.text ?? ""),
  );
  const { template, evidence } = findForm(family, reading.parts, year, choices.organisationKind ?? findKind(parts), workbook);
  const titled = parts.filter((part) => part.candidate.named).length;
  return { family, template, evidence: [`${titled}张表的标题是${family.family.name}这套表的`, ...evidence], reading };
}

/** What may be titles over a table: at the top of a sheet, with its name, or further down; without numbers and years. Looked for once, whatever the family. */
interface Titled {
  readonly name: string;
  readonly titles: readonly string[];
}

function titledTables({ sheets }: PlainWorkbook): readonly Titled[] {
  return sheets
    .filter(({ name }) => !isOwnSheet(name))
    .flatMap((sheet) => [
      { name: bareTitle(normalise(sheet.name)), titles: titlesAtTop(sheet) },
      ...titlesBelow(sheet).map((titles) => ({ name: "", titles })),
    ]);
}

/** How many of a family's tables are named by a title or a sheet's name. */
function titleHits(sheets: readonly Titled[], family: PreparedFamily): number {
  const exact = new Set<string>();
  const inside = new Set<string>();
  for (const { name, titles } of sheets) {
    const named = tableOfSheetName(name, family);
    if (named) inside.add(named);
    for (const title of titles) {
      const found = titleOf(title, family);
      if (found) (found.exact ? exact : inside).add(found.key);
    }
  }
  return exact.size + [...inside].filter((key) => !exact.has(key)).length * INSIDE;
}

/** How many tables carry a title that is known of some table anywhere, and that is none of the family's. */
function strangeTables(sheets: readonly Titled[], family: PreparedFamily, common: PreparedFamily): number {
  return sheets.filter(
    ({ titles }) => titles.some((bare) => titleOf(bare, common) !== null) && !titles.some((bare) => titleOf(bare, family) !== null),
  ).length;
}

/** How many tables have a title of the family over columns that are not those of its table. */
function misfits(sheets: readonly Titled[], family: PreparedFamily, { parts }: Reading): number {
  const unread = sheets.flatMap(({ titles }) => {
    const title = titles.map((bare) => titleOf(bare, family)).find((found) => found?.exact === true);
    return title && !parts.has(title.key) ? [title.key] : [];
  });
  return new Set(unread).size;
}

/** How many tables that were found by their columns alone stand, on a sheet with others, under a title known of some table anywhere. */
function strangeParts({ parts }: Reading, common: PreparedFamily): number {
  return [...parts.values()].filter(
    ({ candidate: { named, above } }) => !named && above.titles.some(({ bare }) => titleOf(bare, common) !== null),
  ).length;
}

/** A title inside more words, or a sheet's name cut short, says less. */
const INSIDE = 0.5;

/** How well the tables that were found fit the family: 1 for each that fits wholly; 0 where the family cannot be it. */
function fitOf({ parts }: Reading): number {
  const fits = [...parts.values()].map((part) => ({ part, lines: linesFound(part) }));
  // Where a column was not found, its lines were not read: nothing is known of them.
  if (
    fits.some(
      ({ part: { candidate }, lines }) =>
        candidate.spec.layout === "panels" && candidate.columns.missing.length === 0 && lines < LEAST_LINES,
    )
  )
    return 0;
  const total = fits.reduce(
    (sum, { part: { candidate }, lines }) => sum + (candidate.matched / candidate.required) * lines * (candidate.named ? 1 : UNNAMED),
    0,
  );
  return total >= LEAST_FIT && total >= fits.length * LEAST_SHARE ? total : 0;
}

/** A table found by its columns alone. */
const UNNAMED = 0.7;

/** The share of a table's fixed lines that stand in it; 1 for tables without any. */
function linesFound({ candidate: { spec }, rows }: Parts): number {
  const wanted = Object.entries(spec.lines)
    .filter(([, line]) => line.optional !== true)
    .map(([key]) => key);
  if (wanted.length === 0) return 1;
  const found = new Set(rows.map(({ line }) => line));
  const totals = rows.some((row) => row.kind === "total");
  return wanted.filter((key) => found.has(key) || (key === "总计" && totals)).length / wanted.length;
}
