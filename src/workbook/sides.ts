import type { TableSpec } from "../templates/define";
import { normalise } from "../text/wording";
import type { HeaderBlock, HeaderColumn } from "./header-block";
import { CODE_HEADS, NAME_HEADS, RIGHT_GROUPS, ROW_NUMBER_HEADS } from "./vocabulary";

/** The columns that name a row. */
export interface LabelColumns {
  /** Subject name, or the label of a line, unit or project. */
  readonly label: number | null;
  readonly project: number | null;
  /** Right side of a two-sided table. */
  readonly rightCode: number | null;
  readonly rightLabel: number | null;
}

const LABEL = normalise("项目");

/**
 * Where the right side of a two-sided table begins: under "支出", else at the heading of its subjects, else at the second
 * "项目"; null when nothing tells, and then amounts are taken from left to right.
 */
export function rightStart(block: HeaderBlock): number | null {
  const group = block.columns.find((column) => column.stack.length > 1 && column.stack.some((word) => RIGHT_GROUPS.has(word)));
  const subjects = block.columns.find((column) => NAME_HEADS.has(column.leaf) || CODE_HEADS.has(column.leaf));
  const [, second] = block.columns.filter((column) => column.leaf === LABEL);
  const starts = [group, subjects, second].flatMap((column) => (column && column.index > 0 ? [column.index] : []));
  return starts.length > 0 ? Math.min(...starts) : null;
}

/** The columns that name the lines on the left and the subjects on the right. */
export function sideLabels(block: HeaderBlock, spec: TableSpec, amounts: ReadonlyMap<string, HeaderColumn>, split: number | null): LabelColumns {
  const on = (side: "left" | "right"): number[] => [...amounts].flatMap(([key, column]) => (spec.columns[key]?.side === side ? [column.index] : []));
  const leftAmount = on("left")[0] ?? null;
  const rightAmount = on("right").length > 0 ? Math.min(...on("right")) : null;
  const rightFrom = split ?? (leftAmount === null ? 0 : leftAmount + 1);
  const named = block.columns.filter((column) => !ROW_NUMBER_HEADS.has(column.leaf));
  const left = leftAmount === null ? [] : named.filter((column) => column.index < leftAmount);
  const between = rightAmount === null ? [] : named.filter((column) => column.index >= rightFrom && column.index < rightAmount);
  const rightCode = between.find((column) => CODE_HEADS.has(column.leaf))?.index ?? null;
  const rightLabel = between.filter((column) => column.index !== rightCode).at(-1)?.index ?? null;
  return {
    label: (left.find((column) => column.leaf === LABEL) ?? left.at(-1))?.index ?? fallback(leftAmount),
    project: null,
    rightCode,
    rightLabel: rightLabel ?? fallback(rightAmount, leftAmount, rightCode),
  };
}

/** A label column without a heading stands right before the amounts, unless something else stands there. */
function fallback(amount: number | null, ...others: readonly (number | null)[]): number | null {
  return amount === null || amount === 0 || others.includes(amount - 1) ? null : amount - 1;
}
