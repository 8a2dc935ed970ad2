import { Exact } from "../amount/exact";
import { tableKeys } from "../tables/catalogue";
import type { TableKey } from "../tables/define";
import { normalise } from "../tables/wording";
import { printedNumber, variants, type OrganisationKind } from "../tables/variants";
import { readBody } from "./body";
import { findHeaderBlocks, type HeaderBlock } from "./header-block";
import { assign, candidates, type Candidate } from "./identify";
import type { PlainSheet, PlainWorkbook } from "./plain";
import { readCell, type Reading } from "./reading";
import { Table, type Choices, type Column, type Recognised, type Row, type TableFacts } from "./recognised";
import { findNote } from "./surroundings";
import { separateUnits } from "./units-and-projects";
import { printedPrecision, tableUnits, type Unit } from "./units";
import { findVariant } from "./variant";
import { Words } from "./vocabulary";
import { findYear } from "./year";

/**
 * Finds the disclosure tables of a workbook by what its sheets say: titles, headings and rows, never by position.
 * Never throws whatever the sheets hold; what is not found is missing, never guessed.
 */
export function recogniseWorkbook(workbook: PlainWorkbook, choices: Choices = {}): Recognised {
  const words = new Words();
  const blocksOf = new Map<PlainSheet, readonly HeaderBlock[]>();
  const all: Candidate[] = [];
  for (const sheet of workbook.sheets) {
    if (sheet.name.startsWith("填报-")) continue;
    const blocks = findHeaderBlocks(sheet, words);
    blocksOf.set(sheet, blocks);
    blocks.forEach((block, index) => {
      const before = blocks[index - 1];
      all.push(...candidates(block, before ? before.bodyStart : 0));
    });
  }
  const { first, continuations } = joinPages(all, blocksOf);
  const { chosen, others } = assign(first, choices.sheets ?? {});
  const units = tableUnits(chosen);
  const parts = new Map<TableKey, Parts>();
  for (const key of tableKeys) {
    const candidate = chosen.get(key);
    if (candidate) parts.set(key, readTable(candidate, blocksOf, continuations, units.get(key) ?? "万元"));
  }
  const organisation = commonest([...parts.values()].map((part) => part.facts.organisation?.text ?? null));
  separateNamed(parts, organisation);
  const kind = choices.organisationKind ?? findKind(parts);
  const year = findYear(workbook, [...parts.values()].map((part) => part.facts.note?.text ?? ""));
  const found = findVariant(parts, year, kind);
  const variant = choices.variant ?? found.variant;
  const tables = new Map<TableKey, Table>();
  for (const [key, part] of parts) {
    const number = printedNumber(variant, key) ?? key;
    tables.set(key, new Table(part.candidate.spec, number, part.candidate.block.sheet, part.title, part.area, part.columns, part.rows, part.readings, part.order, part.facts));
  }
  const unit: Unit = commonest([...units.values()]) ?? "万元";
  return {
    workbook,
    variant,
    variantEvidence: choices.variant ? ["由用户选定"] : found.evidence,
    organisation,
    organisationKind: kind,
    year,
    unit,
    precision: printedPrecision(unit, storedAmounts(parts)),
    tables,
    missing: variants[variant].order.flatMap((key, index) => (parts.has(key) ? [] : [index + 1])),
    duplicates: others.map((other) => ({ key: other.spec.key, sheet: other.block.sheet.name, range: `第${other.block.sheet.top + other.block.first + 1}行起` })),
  };
}

interface Parts {
  readonly candidate: Candidate;
  readonly title: Table["title"];
  readonly area: Table["area"];
  readonly columns: ReadonlyMap<string, Column>;
  rows: readonly Row[];
  readings: ReadonlyMap<Row, readonly (Reading | undefined)[]>;
  readonly order: ReadonlyMap<string, number>;
  readonly facts: TableFacts;
}

/** A repeated page header is no new table: the block continues the one above when both are best taken for the same table. */
function joinPages(all: readonly Candidate[], blocksOf: ReadonlyMap<PlainSheet, readonly HeaderBlock[]>): {
  first: readonly Candidate[];
  continuations: ReadonlyMap<HeaderBlock, Candidate>;
} {
  const best = new Map<HeaderBlock, Candidate>();
  for (const candidate of all) {
    const known = best.get(candidate.block);
    if (!known || candidate.score > known.score) best.set(candidate.block, candidate);
  }
  const continuations = new Map<HeaderBlock, Candidate>();
  for (const blocks of blocksOf.values()) {
    let leader: Candidate | null = null;
    for (const block of blocks) {
      const own = best.get(block);
      if (!own) continue;
      const sameColumns = leader !== null && sameHeadings(leader.block, block);
      if (leader && sameColumns && (own.title === null || own.title.normalised === leader.title?.normalised)) continuations.set(block, own);
      else leader = own;
    }
  }
  return { first: all.filter((candidate) => !continuations.has(candidate.block)), continuations };
}

function sameHeadings(a: HeaderBlock, b: HeaderBlock): boolean {
  const shape = (block: HeaderBlock): string => block.columns.map((column) => `${column.index}${column.leaf}`).join("|");
  return shape(a) === shape(b);
}

function readTable(
  candidate: Candidate,
  blocksOf: ReadonlyMap<PlainSheet, readonly HeaderBlock[]>,
  continuations: ReadonlyMap<HeaderBlock, Candidate>,
  unit: Unit,
): Parts {
  const { block, spec, columns: map } = candidate;
  const { sheet } = block;
  const blocks = blocksOf.get(sheet) ?? [];
  const later = blocks.slice(blocks.indexOf(block) + 1);
  const pages: Candidate[] = [];
  let end = sheet.values.length;
  for (const next of later) {
    const page = continuations.get(next);
    if (!page) {
      end = Math.min(end, topOf(next, block.bodyStart));
      break;
    }
    pages.push(page);
  }
  const repeated = (index: number): boolean => pages.some((page) => index >= page.above.top && index < page.block.bodyStart);
  const body = readBody(sheet, spec, map, { start: block.bodyStart, end, repeated });
  const order = new Map<string, number>();
  const columns = new Map<string, Column>();
  for (const [key, found] of map.amounts) {
    order.set(key, order.size);
    columns.set(key, { key, position: sheet.left + found.index, heading: found.heading });
  }
  const readings = readAmounts(candidate, body.rows, [...map.amounts].map(([key, found]) => ({ key, index: found.index })), unit);
  const positions = [...columns.values()].map((column) => column.position);
  const labels = [...map.codes, map.label, map.project, map.rightLabel].filter((column) => column !== null).map((column) => column + sheet.left);
  const title = candidate.title;
  return {
    candidate,
    title: title && { text: title.text, cell: title.cell },
    area: {
      top: sheet.top + candidate.above.top,
      left: Math.min(...positions, ...labels),
      bottom: sheet.top + Math.max(body.last, block.bodyStart - 1),
      right: Math.max(...positions, ...labels),
    },
    columns,
    rows: body.rows,
    readings,
    order,
    facts: {
      organisation: candidate.above.organisation,
      statedUnit: candidate.above.statedUnit,
      unit,
      note: findNote(sheet, block.bodyStart, end),
      skippedRows: body.skipped.map((index) => sheet.top + index),
      extraTotals: body.extraTotals,
      unknownHeadings: map.unknown,
      missingColumns: map.missing,
      evidence: candidate.evidence,
      doubts: doubtsOf(candidate),
    },
  };
}

/** Where the next table's head begins: titles and names above its headings are not rows of this table. */
function topOf(next: HeaderBlock, floor: number): number {
  return candidates(next, floor)[0]?.above.top ?? next.first;
}

function doubtsOf(candidate: Candidate): string[] {
  const doubts: string[] = [];
  if (!candidate.title) doubts.push("表上没有找到标题，是按列标题认出来的，请核对");
  if (candidate.columns.missing.length > 0) doubts.push(`没有找到列：${candidate.columns.missing.join("、")}`);
  if (candidate.block.sheet.visibility !== "visible") doubts.push("这张表在隐藏的工作表里");
  return doubts;
}

function readAmounts(
  candidate: Candidate,
  rows: readonly Row[],
  columns: readonly { key: string; index: number }[],
  unit: Unit,
): ReadonlyMap<Row, readonly (Reading | undefined)[]> {
  const { sheet } = candidate.block;
  const { spec } = candidate;
  const shift = unit === "元" ? -4 : 0;
  const twoSided = spec.layout === "twoSided";
  const readings = new Map<Row, readonly (Reading | undefined)[]>();
  for (const row of rows) {
    if (row.kind === "other") continue;
    const index = row.position - sheet.top;
    const cells = sheet.values[index] ?? [];
    const formats = sheet.formats[index];
    readings.set(
      row,
      columns.map(({ key, index: column }) =>
        twoSided && spec.columns[key]?.side !== row.side ? undefined : readCell(cells[column], formats?.[column], shift),
      ),
    );
  }
  return readings;
}

function separateNamed(parts: Map<TableKey, Parts>, organisation: string | null): void {
  const projectTable = parts.get(7)?.rows ?? [];
  const units = new Set(projectTable.filter((row) => row.kind === "unit").map((row) => normalise(row.name)));
  if (organisation !== null) units.add(normalise(organisation));
  const projects = new Set(projectTable.flatMap((row) => (row.project === null ? [] : [normalise(row.project)])));
  for (const key of [11, 12] as const) {
    const part = parts.get(key);
    if (!part) continue;
    const rows = separateUnits(part.rows, units, projects);
    const readings = new Map<Row, readonly (Reading | undefined)[]>();
    rows.forEach((row, index) => {
      const before = part.rows[index];
      const known = before && part.readings.get(before);
      if (known) readings.set(row, known);
    });
    part.rows = rows;
    part.readings = readings;
  }
}

function findKind(parts: ReadonlyMap<TableKey, Parts>): OrganisationKind {
  const votes = [...parts.values()].flatMap((part) => [
    part.facts.organisation?.kind ?? null,
    part.title && /^单位(?:收支|收入|支出)/.test(part.title.text) ? ("单位" as const) : part.title && /^部门(?:收支|收入|支出)/.test(part.title.text) ? ("部门" as const) : null,
  ]);
  return commonest(votes) ?? "部门";
}

function commonest<T extends string>(values: readonly (T | null)[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce<[T, number] | null>((best, entry) => (best && best[1] >= entry[1] ? best : entry), null)?.[0] ?? null;
}

function* storedAmounts(parts: ReadonlyMap<TableKey, Parts>): Iterable<Exact> {
  for (const part of parts.values())
    for (const readings of part.readings.values())
      for (const reading of readings) if (reading?.kind === "amount") yield reading.stored;
}
