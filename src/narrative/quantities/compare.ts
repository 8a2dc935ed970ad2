import type { PriorCategory } from "../../inputs/conventions";
import type { Desk } from "../desk";
import { changeOf, type Change, type Figure } from "../figure";
import type { Segment } from "../segments";

/** An amount held against last year's. */
export interface Comparison {
  readonly current: Figure;
  readonly prior: Figure;
  readonly change: Change;
  /** null: none given and none needed. */
  readonly reason: readonly Segment[] | null;
  readonly explained: boolean;
}

export function compare(desk: Desk, current: Figure, category: PriorCategory, names: readonly string[], code = ""): Comparison {
  const { prior, reason, explained } = desk.asks.prior(category, names, code);
  const change = changeOf(current, prior);
  return { current, prior, change, reason: reason(change), explained };
}
