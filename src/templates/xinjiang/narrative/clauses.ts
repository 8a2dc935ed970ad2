import { words, say } from "../../../narrative/say";
import type { Desk } from "../../../narrative/desk";
import type { Change } from "../../../narrative/figure";
import { also, either, free, maybe, option, told, type Node, type Pattern, type Quantity } from "../../../narrative/pattern/node";
import type { Comparison } from "../../../narrative/comparison";
import { comparedWords, type ComparedWays } from "../../../narrative/compared-words";

/** 减少112.96万元，下降8.48% (docs/rules.md B00–B04: never negative, the direction says which way) */
export function changedBy(desk: Desk, change: Change, quantity: Quantity): Pattern {
  const moved = say`${maybe([comparedWith(desk), priorToo(quantity)])}${movedBy(desk, change, quantity)}`;
  return change.down === null ? [either(say`${change.amount}`, [option("moved", quantity, moved)])] : moved;
}

function movedBy({ settings }: Desk, change: Change, quantity: Quantity): Pattern {
  const isDown = change.down === true;
  const way: Node = { kind: "way", quantity, growth: false, up: "增加", down: "减少", isDown };
  const growth: Node = { kind: "way", quantity, growth: true, ...settings.growth, isDown };
  return say`${way}${told(quantity, change.amount, "delta")}万元，${growth}${told(quantity, change.rate, "rate")}`;
}

/** 比上年预算减少112.96万元，下降8.48% · 与上年预算持平 */
export function compared(desk: Desk, change: Change, quantity: Quantity): Pattern {
  const flat = say`${flatWords(desk)}`;
  const moved = say`${comparedWith(desk)}${priorToo(quantity)}${movedBy(desk, change, quantity)}`;
  const isFlat = change.unchanged && desk.settings.unchanged === "flat";
  const written = isFlat ? flat : change.down === null ? say`${comparedWith(desk)}${change.amount}` : moved;
  return [either(written, [option("moved", quantity, moved), option("flat", quantity, flat)])];
}

/** With what this year is compared, in the words of several localities. */
function comparedWith({ lastYear }: Desk): Node {
  return also("比上年预算", comparedWords(lastYear, WAYS).compared);
}

/** 比上年预算数1,332.39万元减少…: last year's figure may be said as well. */
export function priorToo(quantity: Quantity): Node {
  return maybe(say`${told(quantity, quantity.comparison?.prior ?? quantity.figure, "prior")}万元${maybe([words("，")])}`);
}

function flatWords({ lastYear }: Desk): Node {
  return also("与上年预算持平", comparedWords(lastYear, WAYS).flat);
}

const WAYS: ComparedWays = { marks: [""], bases: ["预算", "", "预算数", "年初预算", "度预算", "度"] };

const LEADS = [
  "，主要原因是",
  "，主要原因是：",
  "。主要原因是：",
  "。主要原因是",
  "，主要原因为",
  "，主要是",
  "，主要系",
  "，原因是",
  "，原因：",
  "，原因是：",
  "，主要原因：",
  "，主要原因",
  "。主要原因为",
  "。主要是",
];

/** ，主要原因是…; nothing where there is no change to explain and nobody did. */
export function because({ settings }: Desk, comparison: Comparison, quantity: Quantity, lead = `，${settings.reasonLead}`): Pattern {
  const { reason } = comparison;
  const said = say`${also(lead, LEADS)}${free(reason ?? [], `“${quantity.what}”的主要原因`, "reason", quantity)}`;
  return [maybe(said, reason !== null)];
}

/** The mark that numbers an item: 1. or 1、 or （1）; a text may number otherwise. */
export function mark(index: number, sign: string | null): Pattern {
  return [maybe([words(sign === null ? "" : `${String(index + 1)}${sign}`)], sign !== null)];
}
