import type { Desk } from "../../../narrative/desk";
import type { Comparison } from "../../../narrative/comparison";
import { comparedWords, type ComparedWays } from "../../../narrative/compared-words";
import type { Change } from "../../../narrative/figure";
import { also, either, free, maybe, option, told, type Node, type Pattern, type Quantity } from "../../../narrative/pattern/node";
import { say, words } from "../../../narrative/say";

/** ，比2025年预算增加794.88万元 · ，与2025年预算持平: the change is said without its rate. */
export function compared(desk: Desk, quantity: Quantity, { change }: Comparison): Pattern {
  const way: Node = { kind: "way", quantity, growth: false, up: "增加", down: "减少", isDown: change.down === true };
  const than = also("，比上年预算", comparedWords(desk.lastYear, WAYS).compared);
  const moved = say`${than}${way}${told(quantity, change.amount, "delta")}万元`;
  const flat = say`${also("，与上年预算持平", comparedWords(desk.lastYear, WAYS).flat)}`;
  const written = change.unchanged ? flat : change.down === null ? say`${than}${change.amount}` : moved;
  return [either(written, [option("moved", quantity, moved), option("flat", quantity, flat)])];
}

/** 增加, 减少 or 持平, as the amounts before have it; nothing where that is not known. */
export function wayOf({ unchanged, down }: Change): string {
  if (unchanged) return "持平";
  return down === null ? "" : down ? "减少" : "增加";
}

/** ，比2025年预算执行数减少1.10% · ，比2025年预算执行数持平: said with its rate alone. */
export function comparedByRate(desk: Desk, quantity: Quantity): Pattern {
  const { change } = desk.asks.unasked(quantity.figure);
  const way: Node = { kind: "way", quantity, growth: true, up: "增加", down: "减少", isDown: false };
  const moved = say`${also("，比上年预算执行数", comparedWords(desk.lastYear, WAYS).compared)}${way}${told(quantity, change.rate, "rate")}`;
  const flat = say`${also("，比上年预算执行数持平", comparedWords(desk.lastYear, WAYS).flat)}`;
  return [either(moved, [option("moved", quantity, moved), option("flat", quantity, flat)])];
}

/** ，主要原因是…; where nothing changed it may be left out. */
export function because(quantity: Quantity, reason: Comparison["reason"] = null): Pattern {
  return [
    maybe(say`${also("，主要原因是", LEADS)}${free(reason ?? [], `“${quantity.what}”的主要原因`, "reason", quantity)}`, reason !== null),
  ];
}

const LEADS = [
  "。主要原因是：",
  "。主要原因是",
  "，主要原因是：",
  "，主要原因为",
  "，原因是",
  "，主要是",
  "，主要系",
  "，主要原因：",
  "。主要是",
];
const WAYS: ComparedWays = {
  marks: ["，", "。"],
  bases: ["预算", "预算数", "预算执行数", "当年预算执行数", "执行数", "度预算", ""],
};

/** The number of an entry: the document numbers its own way. */
export const mark = (sign: string): Pattern => [maybe([words(sign)], true)];
