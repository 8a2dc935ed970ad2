import type { ColumnSpec, TableSpec } from "../tables/define";
import { normalise } from "../tables/wording";
import type { HeaderBlock, HeaderColumn } from "./header-block";
import { CLASS_HEAD, CODE_HEADS, GROUP_HEAD, ITEM_HEAD, NAME_HEADS, PROJECT_HEADS } from "./vocabulary";

/** Where a table's columns lie under one header block. Indexes are into `values` rows. */
export interface ColumnMap {
  readonly amounts: ReadonlyMap<string, HeaderColumn>;
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
  /** One column with whole codes, or 类 款 [项]; [] when names carry the code or there is none. */
  readonly codes: readonly number[];
  /** Subject name, or the label of a line, unit or project. */
  readonly label: number | null;
  readonly project: number | null;
  /** Right side of a two-sided table. */
  readonly rightCode: number | null;
  readonly rightLabel: number | null;
}

const aliasCache = new WeakMap<ColumnSpec, { heads: ReadonlySet<string>; under: ReadonlySet<string> | null }>();

function aliases(spec: ColumnSpec): { heads: ReadonlySet<string>; under: ReadonlySet<string> | null } {
  let known = aliasCache.get(spec);
  if (!known) {
    known = { heads: new Set(spec.heads.map(normalise)), under: spec.under ? new Set(spec.under.map(normalise)) : null };
    aliasCache.set(spec, known);
  }
  return known;
}

export function mapColumns(block: HeaderBlock, spec: TableSpec): ColumnMap {
  const codes = codeColumns(block);
  const taken = new Set<number>(codes);
  const named = block.columns.find((column) => !taken.has(column.index) && column.stack.some((word) => NAME_HEADS.has(word)));
  const amounts = new Map<string, HeaderColumn>();
  const missing: string[] = [];
  let leftEnd = -1;
  for (const [key, column] of Object.entries(spec.columns)) {
    const { heads, under } = aliases(column);
    const found = block.columns.find(
      (candidate) =>
        !taken.has(candidate.index) &&
        heads.has(candidate.leaf) &&
        (!under || candidate.stack.some((word) => under.has(word))) &&
        (column.side !== "right" || candidate.index > leftEnd),
    );
    if (found) {
      amounts.set(key, found);
      taken.add(found.index);
      if (column.side === "left") leftEnd = found.index;
    } else if (!column.optional) missing.push(key);
  }
  const layout = labels(block, spec, amounts, codes, named?.index ?? null);
  const structural = new Set([...taken, layout.label, layout.project, layout.rightCode, layout.rightLabel]);
  const unknown = block.columns.filter((column) => !structural.has(column.index)).map((column) => column.heading);
  return { amounts, missing, unknown, codes: spec.layout === "twoSided" ? [] : codes, ...layout };
}

function codeColumns(block: HeaderBlock): number[] {
  const leaf = (heads: ReadonlySet<string>): number | undefined => block.columns.find((column) => heads.has(column.leaf))?.index;
  const levels = [leaf(CLASS_HEAD), leaf(GROUP_HEAD), leaf(ITEM_HEAD)].filter((index) => index !== undefined);
  if (levels.length > 0) return levels;
  const at = block.columns.findIndex((column) => CODE_HEADS.has(column.leaf));
  const first = block.columns[at];
  if (!first) return [];
  // A heading over 类 款 项 without the row that names them spans up to three columns.
  const next = block.columns[at + 1]?.index ?? first.index + 1;
  return Array.from({ length: Math.min(3, Math.max(1, next - first.index)) }, (_, offset) => first.index + offset);
}

function labels(
  block: HeaderBlock,
  spec: TableSpec,
  amounts: ReadonlyMap<string, HeaderColumn>,
  codes: readonly number[],
  named: number | null,
): Pick<ColumnMap, "label" | "project" | "rightCode" | "rightLabel"> {
  const positions = [...amounts.values()].map((column) => column.index);
  const firstAmount = positions.length > 0 ? Math.min(...positions) : null;
  const project = block.columns.find((column) => PROJECT_HEADS.has(column.leaf))?.index ?? null;
  if (spec.layout === "twoSided") {
    const left = Object.entries(spec.columns).find(([, column]) => column.side === "left")?.[0];
    const leftAmount = left === undefined ? undefined : amounts.get(left)?.index;
    const rightAmounts = positions.filter((index) => leftAmount === undefined || index > leftAmount);
    const right = rightAmounts.length > 0 ? Math.min(...rightAmounts) : null;
    const between = block.columns.filter((column) => column.index > (leftAmount ?? -1) && right !== null && column.index < right);
    const rightCode = between.find((column) => CODE_HEADS.has(column.leaf))?.index ?? null;
    const rightLabel = between.filter((column) => column.index !== rightCode).at(-1)?.index ?? (right === null ? null : right - 1);
    const label = block.columns.filter((column) => leftAmount !== undefined && column.index < leftAmount).at(-1)?.index;
    return { label: label ?? (leftAmount === undefined ? null : leftAmount - 1), project: null, rightCode, rightLabel };
  }
  if (spec.layout === "lines" || spec.layout === "named") {
    const own = new Set(spec.labelHeads.map(normalise));
    const labelled = block.columns.find((column) => own.has(column.leaf))?.index ?? project;
    const label = labelled ?? (firstAmount === null ? null : firstAmount - 1);
    return { label: label !== null && label >= 0 ? label : null, project: null, rightCode: null, rightLabel: null };
  }
  const afterCodes = codes.length > 0 ? Math.max(...codes) + 1 : null;
  const label = named ?? (afterCodes !== null && afterCodes !== project && !positions.includes(afterCodes) ? afterCodes : null);
  return { label, project: spec.layout === "projects" ? project : null, rightCode: null, rightLabel: null };
}
