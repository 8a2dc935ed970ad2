import type { PreparedColumn, PreparedTable } from "../templates/prepare";
import { isTotalLabel, normalise } from "../text/wording";
import type { HeaderBlock, HeaderColumn } from "./header-block";
import { panelLabels, panelStarts, sideOf, type Panel } from "./panels";
import { textAt } from "./row-reader";
import { CLASS_HEAD, CODE_HEADS, GROUP_HEAD, ITEM_HEAD, NAME_HEADS, PROJECT_HEADS, ROW_NUMBER_HEADS } from "./vocabulary";

/** Where a table's columns lie under one header block. Indexes are into `values` rows. */
export interface ColumnMap {
  readonly amounts: ReadonlyMap<string, HeaderColumn>;
  readonly missing: readonly string[];
  /** Headings that no column of the table answers to. */
  readonly unknown: readonly HeaderColumn[];
  /** One column with whole codes, or 类 款 [项]; [] when names carry the code or there is none. */
  readonly codes: readonly number[];
  /** Subject name, or the label of a line, unit or project. */
  readonly label: number | null;
  /** The column with the project's name; in grouped tables the one with the details' names. */
  readonly project: number | null;
  /** In tables of panels, from left to right. */
  readonly panels: readonly Panel[];
}

/** Finds every column of a table by its own heading (and group heading); what has none is missing, never guessed. */
export function mapColumns(block: HeaderBlock, table: PreparedTable): ColumnMap {
  const { spec } = table;
  if (spec.layout === "panels") return mapPanels(block, table);
  const codes = spec.classification === null ? [] : codeColumns(block);
  const taken = new Set<number>(codes);
  const named = spec.cells
    ? undefined
    : block.columns.find((column) => !taken.has(column.index) && column.stack.some((word) => NAME_HEADS.has(word)));
  if (named) taken.add(named.index);
  // Amounts stand to the right of what they are amounts of.
  const after = Math.max(-1, ...codes, named?.index ?? -1, spec.cells ? -1 : (projectColumn(block) ?? -1));
  const { amounts, missing } = findAmounts(block, table.columns, taken, () => after);
  const labels = labelColumns(block, table, amounts, codes, named?.index ?? null);
  const structural = new Set([...codes, ...[...amounts.values()].map(({ index }) => index), labels.label, labels.project]);
  const unknown = block.columns.filter((column) => !structural.has(column.index));
  return { amounts, missing, unknown, codes, ...labels, panels: [] };
}

function mapPanels(block: HeaderBlock, table: PreparedTable): ColumnMap {
  const starts = panelStarts(block, table.spec);
  let last = -1;
  const { amounts, missing } = findAmounts(
    block,
    table.columns.filter((column) => starts !== null || column.spec.side !== undefined),
    new Set(),
    (column, found) => {
      if (found && column.spec.side === "left") last = found.index;
      return starts === null ? last : -1;
    },
    (column, index) => starts === null || column.spec.side === undefined || sideOf(index, starts) === column.spec.side,
  );
  const panels = panelLabels(block, table.spec, amounts, starts);
  const structural = new Set([...[...amounts.values()].map(({ index }) => index), ...panels.flatMap(({ label, code }) => [label, code])]);
  const unknown = block.columns.filter((column) => !structural.has(column.index));
  return { amounts, missing, unknown, codes: [], label: panels[0]?.label ?? null, project: null, panels };
}

/**
 * One heading a column, first come first served.
 * @param after the last place that cannot hold a column's amounts; told of each column found.
 */
function findAmounts(
  block: HeaderBlock,
  columns: readonly PreparedColumn[],
  taken: Set<number>,
  after: (column: PreparedColumn, found: HeaderColumn | null) => number,
  fits: (column: PreparedColumn, index: number) => boolean = () => true,
): { readonly amounts: ReadonlyMap<string, HeaderColumn>; readonly missing: readonly string[] } {
  const amounts = new Map<string, HeaderColumn>();
  const missing: string[] = [];
  for (const column of columns) {
    const from = after(column, null);
    const may = (candidate: HeaderColumn): boolean =>
      candidate.index > from &&
      !taken.has(candidate.index) &&
      fits(column, candidate.index) &&
      (!column.under || candidate.stack.some((word) => column.under?.has(word)));
    const own = latestGroup(block.columns.filter((candidate) => isTotalOf(candidate, column.heads) && may(candidate)));
    const ofMore = column.spec.besides?.some((word) => block.words.has(normalise(word))) === true;
    const found =
      (ofMore ? own : undefined) ??
      latestGroup(
        block.columns.filter(
          (candidate) => column.heads.has(candidate.leaf) && may(candidate) && !(ofMore && isTotalLabel(candidate.leaf)),
        ),
      ) ??
      latest(block.columns.filter((candidate) => column.heads.has(candidate.dated.word) && may(candidate))) ??
      own;
    if (found) {
      amounts.set(column.key, found);
      taken.add(found.index);
      after(column, found);
    } else if (column.spec.optional !== true) missing.push(column.key);
  }
  return { amounts, missing };
}

/** 小计 below 基本支出 is 基本支出. */
function isTotalOf({ leaf, stack }: HeaderColumn, heads: ReadonlySet<string>): boolean {
  return GROUP_TOTALS.has(leaf) && heads.has(stack.at(-2) ?? "");
}
const GROUP_TOTALS: ReadonlySet<string> = new Set(["小计", "合计"].map(normalise));

/** Of the same heading below two years the one below the later. */
function latestGroup(columns: readonly HeaderColumn[]): HeaderColumn | undefined {
  const [first] = columns;
  return columns.reduce<HeaderColumn | undefined>((best, column) => (best && yearOver(column) > yearOver(best) ? column : best), first);
}

const YEAR_OVER = /^(20\d\d)年/;
const LAST_YEAR_OVER = /^(?:上年|去年|上一?年度)(?!结转|结余)/;
/** Columns below 上年 are of an earlier year than those below none. */
const yearOver = ({ stack }: HeaderColumn): number =>
  stack.some((word) => LAST_YEAR_OVER.test(word)) ? -1 : Math.max(0, ...stack.map((word) => Number(YEAR_OVER.exec(word)?.[1] ?? 0)));

/** Of "2025年预算数" and "2026年预算数" the later. */
function latest(columns: readonly HeaderColumn[]): HeaderColumn | undefined {
  return columns.reduce<HeaderColumn | undefined>(
    (best, column) => (best && (best.dated.year ?? 0) >= (column.dated.year ?? 0) ? best : column),
    undefined,
  );
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

function labelColumns(
  block: HeaderBlock,
  { spec, labelHeads }: PreparedTable,
  amounts: ReadonlyMap<string, HeaderColumn>,
  codes: readonly number[],
  named: number | null,
): Pick<ColumnMap, "label" | "project"> {
  if (spec.layout === "oneRow" || spec.layout === "totalOnly") return { label: null, project: null };
  const positions = new Set([...amounts.values()].map((column) => column.index));
  const before = Math.min(...positions);
  const project = projectColumn(block);
  if (spec.layout === "lines" || spec.layout === "named" || spec.layout === "outline" || spec.layout === "grouped") {
    const labelled = block.columns.find((column) => labelHeads.has(column.leaf) && !positions.has(column.index))?.index ?? project;
    const label = labelled ?? wordiest(block, before, codes);
    return { label, project: spec.layout === "grouped" && label !== null && label + 1 < before ? label + 1 : null };
  }
  const afterCodes = codes.length > 0 ? Math.max(...codes) + 1 : null;
  const free =
    afterCodes !== null &&
    afterCodes !== project &&
    !positions.has(afterCodes) &&
    !block.columns.some((column) => column.index === afterCodes);
  const own = spec.layout === "projects" ? project : null;
  // Names under a heading that nobody knows are names all the same.
  const label = named ?? (free ? afterCodes : own === null && codes.length > 0 ? wordiest(block, before, codes) : null);
  return { label, project: own };
}

const SAMPLE = 10;
const HAN = /\p{sc=Han}/u;

/** Where no heading says so, the labels stand in the column before the amounts that holds most words. */
function wordiest(block: HeaderBlock, before: number, codes: readonly number[]): number | null {
  const rows = block.sheet.values.slice(block.bodyStart, block.bodyStart + SAMPLE);
  const counters = new Set([
    ...codes,
    ...block.columns.filter((column) => ROW_NUMBER_HEADS.has(column.leaf)).map((column) => column.index),
  ]);
  const isName = (text: string): boolean => HAN.test(text) && !isTotalLabel(normalise(text));
  let best: number | null = null;
  let most = 0;
  for (let column = 0; column < Math.min(before, 32); column++) {
    const words = counters.has(column) ? 0 : rows.filter((row) => isName(textAt(row, column))).length;
    if (words >= most && words > 0) {
      best = column;
      most = words;
    }
  }
  return best;
}
