import type { ColumnSpec, TableSpec } from "../templates/define";
import { normalise } from "../text/wording";
import type { HeaderBlock, HeaderColumn } from "./header-block";
import { textAt } from "./row-reader";
import { rightStart, sideLabels, type LabelColumns } from "./sides";
import { CLASS_HEAD, CODE_HEADS, GROUP_HEAD, headingYear, ITEM_HEAD, NAME_HEADS, PROJECT_HEADS, ROW_NUMBER_HEADS } from "./vocabulary";

/** Where a table's columns lie under one header block. Indexes are into `values` rows. */
export interface ColumnMap extends LabelColumns {
  readonly amounts: ReadonlyMap<string, HeaderColumn>;
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
  /** One column with whole codes, or 类 款 [项]; [] when names carry the code or there is none. */
  readonly codes: readonly number[];
}

interface Aliases {
  readonly heads: ReadonlySet<string>;
  readonly under: ReadonlySet<string> | null;
}

const aliasCache = new WeakMap<ColumnSpec, Aliases>();

function aliases(spec: ColumnSpec): Aliases {
  let known = aliasCache.get(spec);
  if (!known) {
    known = { heads: new Set(spec.heads.map(normalise)), under: spec.under ? new Set(spec.under.map(normalise)) : null };
    aliasCache.set(spec, known);
  }
  return known;
}

/** Finds every column of a table by its own heading (and group heading); what has none is missing, never guessed. */
export function mapColumns(block: HeaderBlock, spec: TableSpec): ColumnMap {
  const codes = codeColumns(block);
  const taken = new Set<number>(codes);
  const named = block.columns.find((column) => !taken.has(column.index) && column.stack.some((word) => NAME_HEADS.has(word)));
  if (named) taken.add(named.index);
  const split = spec.layout === "twoSided" ? rightStart(block) : null;
  // Amounts stand to the right of what they are amounts of.
  let after = spec.layout === "twoSided" ? -1 : Math.max(-1, ...codes, named?.index ?? -1, projectColumn(block) ?? -1);
  const amounts = new Map<string, HeaderColumn>();
  const missing: string[] = [];
  for (const [key, column] of Object.entries(spec.columns)) {
    const found = findColumn(block, column, taken, split, after);
    if (found) {
      amounts.set(key, found);
      taken.add(found.index);
      // Without anything that parts the sides, the right one is right of the left one's amounts.
      if (column.side === "left") after = found.index;
    } else if (!column.optional) missing.push(key);
  }
  const layout = spec.layout === "twoSided" ? sideLabels(block, spec, amounts, split) : labels(block, spec, amounts, codes, named?.index ?? null);
  const structural = new Set([...taken, layout.label, layout.project, layout.rightCode, layout.rightLabel]);
  const unknown = block.columns.filter((column) => !structural.has(column.index)).map((column) => column.heading);
  return { amounts, missing, unknown, codes: spec.layout === "twoSided" ? [] : codes, ...layout };
}

function findColumn(block: HeaderBlock, column: ColumnSpec, taken: ReadonlySet<number>, split: number | null, after: number): HeaderColumn | undefined {
  const { heads, under } = aliases(column);
  const fits = (candidate: HeaderColumn): boolean =>
    candidate.index > after &&
    !taken.has(candidate.index) &&
    (!under || candidate.stack.some((word) => under.has(word))) &&
    (split === null || column.side === undefined || (column.side === "left") === candidate.index < split);
  return block.columns.find((candidate) => heads.has(candidate.leaf) && fits(candidate)) ?? latest(block.columns.filter((candidate) => heads.has(headingYear(candidate.leaf).word) && fits(candidate)));
}

/** Of "2025年预算数" and "2026年预算数" the later. */
function latest(columns: readonly HeaderColumn[]): HeaderColumn | undefined {
  return columns.reduce<HeaderColumn | undefined>((best, column) => (best && (headingYear(best.leaf).year ?? 0) >= (headingYear(column.leaf).year ?? 0) ? best : column), undefined);
}

function projectColumn(block: HeaderBlock): number | null {
  return block.columns.find((column) => PROJECT_HEADS.has(column.leaf))?.index ?? null;
}

function codeColumns(block: HeaderBlock): number[] {
  const leaf = (heads: ReadonlySet<string>): number | undefined => block.columns.find((column) => heads.has(column.leaf))?.index;
  const levels = [leaf(CLASS_HEAD), leaf(GROUP_HEAD), leaf(ITEM_HEAD)].filter((index) => index !== undefined);
  if (levels.length > 0) return levels;
  const at = block.columns.findIndex((column) => CODE_HEADS.has(column.leaf));
  const first = block.columns[at];
  if (!first) return [];
  // A heading over 类 款 项 without the row that names them spans up to three columns, or is repeated over each.
  const after = block.columns.slice(at + 1).find((column) => !CODE_HEADS.has(column.leaf))?.index ?? first.index + 1;
  return Array.from({ length: Math.min(3, Math.max(1, after - first.index)) }, (_, offset) => first.index + offset);
}

function labels(
  block: HeaderBlock,
  spec: TableSpec,
  amounts: ReadonlyMap<string, HeaderColumn>,
  codes: readonly number[],
  named: number | null,
): LabelColumns {
  const positions = new Set([...amounts.values()].map((column) => column.index));
  const project = projectColumn(block);
  if (spec.layout === "lines" || spec.layout === "named") {
    const own = new Set(spec.labelHeads.map(normalise));
    const labelled = block.columns.find((column) => own.has(column.leaf) && !positions.has(column.index))?.index ?? project;
    return { label: labelled ?? wordiest(block, Math.min(...positions)), project: null, rightCode: null, rightLabel: null };
  }
  const afterCodes = codes.length > 0 ? Math.max(...codes) + 1 : null;
  const free = afterCodes !== null && afterCodes !== project && !positions.has(afterCodes) && !block.columns.some((column) => column.index === afterCodes);
  return { label: named ?? (free ? afterCodes : null), project: spec.layout === "projects" ? project : null, rightCode: null, rightLabel: null };
}

const SAMPLE = 10;
const HAN = /\p{sc=Han}/u;

/** Where no heading says so, the labels stand in the column before the amounts that holds most words. */
function wordiest(block: HeaderBlock, before: number): number | null {
  const rows = block.sheet.values.slice(block.bodyStart, block.bodyStart + SAMPLE);
  const counters = new Set(block.columns.filter((column) => ROW_NUMBER_HEADS.has(column.leaf)).map((column) => column.index));
  let best: number | null = null;
  let most = 0;
  for (let column = 0; column < Math.min(before, 32); column++) {
    const words = counters.has(column) ? 0 : rows.filter((row) => HAN.test(textAt(row, column))).length;
    if (words >= most && words > 0) {
      best = column;
      most = words;
    }
  }
  return best;
}
