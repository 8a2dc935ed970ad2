import type { PriorCategory } from "../../inputs/conventions";
import type { Desk } from "../desk";
import type { Comparison } from "../comparison";
import { changeOf, type Figure } from "../figure";

export function compare(desk: Desk, current: Figure, category: PriorCategory, names: readonly string[], code = ""): Comparison {
  const { prior, reason, explained } = desk.asks.prior(category, names, code);
  const change = changeOf(current, prior);
  return { current, prior, change, reason: reason(change), explained };
}
