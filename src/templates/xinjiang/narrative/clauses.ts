import { words, say } from "../../../narrative/say";
import type { Desk } from "../../../narrative/desk";
import type { Change } from "../../../narrative/figure";
import { also, either, free, maybe, option, told, type Node, type Pattern, type Quantity } from "../../../narrative/pattern/node";
import type { Comparison } from "../../../narrative/comparison";

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
  return also("比上年预算", waysToSay(lastYear).compared);
}

/** 比上年预算数1,332.39万元减少…: last year's figure may be said as well. */
export function priorToo(quantity: Quantity): Node {
  return maybe(say`${told(quantity, quantity.comparison?.prior ?? quantity.figure, "prior")}万元${maybe([words("，")])}`);
}

function flatWords({ lastYear }: Desk): Node {
  return also("与上年预算持平", waysToSay(lastYear).flat);
}

interface Wordings {
  readonly compared: readonly string[];
  readonly flat: readonly string[];
}

/** That nothing changed, said without what it is compared with. */
const FLAT = ["持平", "无变化", "无增减变化", "没有变化", "没有增减变化", "无增减", "无变动", "保持不变"];

const wordings = new Map<number | null, Wordings>();

/** The same in the words of several localities, the last year named or not. */
function waysToSay(lastYear: Node): Wordings {
  const year = lastYear.kind === "year" ? lastYear.year : null;
  const known = wordings.get(year);
  if (known) return known;
  const years = ["上年", "上一年", "去年", ...(year === null ? [] : [`${String(year)}年`])];
  const said = (than: readonly string[], ends: readonly string[]): readonly string[] =>
    years.flatMap((one) => than.flatMap((word) => ends.map((end) => `${word}${one}${end}`)));
  const bases = ["预算", "", "预算数", "年初预算", "相比", "预算相比", "度预算", "度"];
  const made = {
    compared: said(["比", "较", "与", "同"], [...bases, ...bases.map((base) => `${base}，`)]),
    flat: [
      ...FLAT,
      ...said(
        ["与", "同", "和", "较", "比"],
        bases.flatMap((base) => [...FLAT, "一致", "相同"].map((flat) => `${base}${flat}`)),
      ),
    ],
  };
  wordings.set(year, made);
  return made;
}

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
