import type { PanelSide, TableSpec } from "../templates/define";
import { normalise } from "../text/wording";
import type { HeaderBlock, HeaderColumn } from "./header-block";
import { CODE_HEADS, NAME_HEADS, PROJECT_HEADS, RIGHT_GROUPS, ROW_NUMBER_HEADS } from "./vocabulary";

/** One panel of a table: the columns that name its rows. */
export interface Panel {
  readonly side: PanelSide;
  readonly label: number | null;
  readonly code: number | null;
}

/** Where each panel begins, by side; the first begins at 0. */
export type PanelStarts = ReadonlyMap<PanelSide, number>;

const LABEL = normalise("项目");
const isLabel = ({ leaf }: HeaderColumn): boolean => leaf === LABEL || PROJECT_HEADS.has(leaf) || NAME_HEADS.has(leaf);

/** The sides a table has, from left to right. */
function sidesOf(spec: TableSpec): readonly PanelSide[] {
  const used = new Set(Object.values(spec.columns).map(({ side }) => side ?? "left"));
  return (["left", "middle", "right"] as const).filter((side) => used.has(side));
}

/**
 * Where a table's panels begin: with two, the right one under "支出", else at the heading of its subjects, else at the
 * second "项目"; with three, at their label columns. null when nothing tells, and then amounts are taken from left to right.
 */
export function panelStarts(block: HeaderBlock, spec: TableSpec): PanelStarts | null {
  const sides = sidesOf(spec);
  if (sides.length > 2) {
    const labels = block.columns.filter(isLabel).map(({ index }) => index);
    return labels.length === sides.length ? new Map(sides.map((side, place) => [side, place === 0 ? 0 : (labels[place] ?? 0)])) : null;
  }
  const group = block.columns.find((column) => column.stack.length > 1 && column.stack.some((word) => RIGHT_GROUPS.has(word)));
  const subjects = block.columns.find((column) => NAME_HEADS.has(column.leaf) || CODE_HEADS.has(column.leaf));
  const [, second] = block.columns.filter((column) => column.leaf === LABEL || PROJECT_HEADS.has(column.leaf));
  const starts = [group, subjects, second].flatMap((column) => (column && column.index > 0 ? [column.index] : []));
  return starts.length > 0
    ? new Map([
        ["left", 0],
        ["right", Math.min(...starts)],
      ])
    : null;
}

/** The panel a column stands in. */
export function sideOf(index: number, starts: PanelStarts): PanelSide {
  let side: PanelSide = "left";
  for (const [candidate, start] of starts) if (index >= start) side = candidate;
  return side;
}

/** The columns that name the rows of each panel. */
export function panelLabels(
  block: HeaderBlock,
  spec: TableSpec,
  amounts: ReadonlyMap<string, HeaderColumn>,
  starts: PanelStarts | null,
): readonly Panel[] {
  const named = block.columns.filter((column) => !ROW_NUMBER_HEADS.has(column.leaf));
  let before: number | null = null;
  return sidesOf(spec).map((side, place): Panel => {
    const own = [...amounts].flatMap(([key, column]) => ((spec.columns[key]?.side ?? "left") === side ? [column.index] : []));
    const amount = own.length > 0 ? Math.min(...own) : null;
    const from = place === 0 ? 0 : (starts?.get(side) ?? (before === null ? 0 : before + 1));
    // Where the amounts' heading is missing, the labels are still what stands under their own.
    const to = amount ?? nextStart(starts, from);
    const between = to === null ? [] : named.filter((column) => column.index >= from && column.index < to);
    const code = place === 0 ? null : (between.find((column) => CODE_HEADS.has(column.leaf))?.index ?? null);
    const words = between.filter((column) => column.index !== code);
    const label =
      ((place === 0 ? words.find((column) => column.leaf === LABEL) : undefined) ?? words.at(-1))?.index ?? fallback(amount, before, code);
    before = own.length > 0 ? Math.max(...own) : before;
    return { side, label, code };
  });
}

function nextStart(starts: PanelStarts | null, from: number): number | null {
  const later = [...(starts?.values() ?? [])].filter((start) => start > from);
  return later.length > 0 ? Math.min(...later) : null;
}

/** A label column without a heading stands right before the amounts, unless something else stands there. */
function fallback(amount: number | null, ...others: readonly (number | null)[]): number | null {
  return amount === null || amount === 0 || others.includes(amount - 1) ? null : amount - 1;
}
