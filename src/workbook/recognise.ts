import type { Unit } from "../amount/unit";
import { tableKeys } from "../templates/xinjiang/tables/index";
import type { TableKey } from "../templates/define";
import { printedNumber, variants, type VariantId } from "../templates/xinjiang/variants";
import { asRead } from "./as-read";
import { assign, type Assignment } from "./assign";
import { findHeaderBlocks, type HeaderBlock } from "./header-block";
import { candidates, type Candidate } from "./identify";
import { layTable, type Laid } from "./lay-table";
import { nearMisses, tableName } from "./near-misses";
import { commonest, findKind, findOrganisation } from "./organisation";
import { joinPages } from "./pages";
import type { PlainSheet, PlainWorkbook } from "./plain";
import { readTable, type Parts, type RawTables } from "./read-table";
import { Table, type Choices, type Recognised } from "./recognised";
import { separateUnits } from "./units-and-projects";
import { printedPrecisions } from "./precision";
import { tableUnits } from "./units";
import { findVariant } from "./variant";
import { Words } from "./vocabulary";
import { findYear } from "./year";

/**
 * Finds the disclosure tables of a workbook by what its sheets say: titles, headings and rows, never by position.
 * Never throws whatever the sheets hold; what is not found is missing, never guessed.
 */
export function recogniseWorkbook(given: PlainWorkbook, choices: Choices = {}): Recognised {
  const { workbook, unseen, calculated } = asRead(given);
  const { all, assignment, parts } = readTables(workbook, choices);
  const organisation = findOrganisation(parts.values());
  const organisationKind = choices.organisationKind ?? findKind(parts.values());
  const tablesRead = separateUnits(withDuplicates(parts, assignment, choices), organisation);
  const year = findYear(workbook, [...parts.values()].map((part) => part.facts.note?.text ?? ""));
  const found = findVariant(tablesRead, year, organisationKind, workbook);
  const variant = choices.variant ?? found.variant;
  const { order } = variants[variant];
  const absent = order.filter((key) => !parts.has(key));
  const unit: Unit = commonest([...parts.values()].map((part) => part.facts.unit)) ?? "万元";
  return {
    workbook,
    unseen,
    calculated,
    variant,
    variantEvidence: choices.variant ? ["由用户选定"] : found.evidence,
    organisation,
    organisationKind,
    year,
    unit,
    tables: numbered(tablesRead, variant),
    missing: absent.map((key) => order.indexOf(key) + 1),
    nearMisses: nearMisses(workbook, absent, all, assignment, choices, (key) => tableName(key, printedNumber(variant, key))),
    duplicates: assignment.others.map(({ spec, block }) => ({ key: spec.key, sheet: block.sheet.name, range: `第${block.sheet.top + block.first + 1}行起` })),
  };
}

interface Found {
  readonly all: readonly Candidate[];
  readonly assignment: Assignment;
  readonly parts: RawTables;
}

function readTables(workbook: PlainWorkbook, choices: Choices): Found {
  const words = new Words();
  const blocksOf = new Map<PlainSheet, readonly HeaderBlock[]>();
  const all: Candidate[] = [];
  for (const sheet of workbook.sheets) {
    if (sheet.name.startsWith("填报-")) continue;
    const found = sheetCandidates(findHeaderBlocks(sheet, words));
    blocksOf.set(sheet, [...new Set(found.map(({ block }) => block))]);
    all.push(...found);
  }
  const { first, continuations } = joinPages(all, blocksOf);
  const assignment = assign(first, choices.sheets ?? {});
  const laid = new Map<TableKey, Laid>();
  for (const key of tableKeys) {
    const candidate = assignment.chosen.get(key);
    if (candidate) laid.set(key, layTable(candidate, blocksOf.get(candidate.block.sheet) ?? [], continuations));
  }
  const units = tableUnits(laid);
  const parts = new Map<TableKey, Parts>();
  for (const [key, table] of laid) parts.set(key, readTable(table, units.get(key) ?? { unit: "万元", doubt: null }));
  return { all: first, assignment, parts };
}

/** Two sheets with the same table are a doubt until the user points at one of them. */
function withDuplicates(parts: RawTables, { others }: Assignment, choices: Choices): RawTables {
  const doubted = new Map(parts);
  for (const { spec, block } of others) {
    const part = doubted.get(spec.key);
    if (part && choices.sheets?.[spec.key] === undefined)
      doubted.set(spec.key, { ...part, facts: { ...part.facts, doubts: [...part.facts.doubts, `工作表“${block.sheet.name}”上还有一张同名的表，现用的是“${part.candidate.block.sheet.name}”，请指定用哪一张`] } });
  }
  return doubted;
}

/** A block that resembles no table is rows of one: words such as “单位资金” are headings elsewhere. */
function sheetCandidates(blocks: readonly HeaderBlock[]): readonly Candidate[] {
  const all: Candidate[] = [];
  for (const block of blocks) all.push(...candidates(block, all.at(-1)?.block.bodyStart ?? 0));
  return all;
}

function numbered(parts: RawTables, variant: VariantId): Map<TableKey, Table> {
  const tables = new Map<TableKey, Table>();
  const precision = printedPrecisions([...parts.values()].map(({ facts, readings }) => ({ unit: facts.unit, readings })));
  for (const [key, part] of parts) {
    const number = printedNumber(variant, key) ?? tableKeys.findIndex((own) => own === key) + 1;
    tables.set(key, new Table(part.candidate.spec, number, part.candidate.block.sheet, part.title, part.area, part.columns, part.rows, part.readings, part.order, part.facts, precision(part.facts.unit)));
  }
  return tables;
}
