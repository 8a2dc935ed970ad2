import type { Comparison } from "../../../narrative/comparison";
import { comparedWords, type ComparedWays } from "../../../narrative/compared-words";
import type { Desk } from "../../../narrative/desk";
import { lacking, shareOf, type Figure } from "../../../narrative/figure";
import { also, either, free, maybe, name, option, told, type Node, type Pattern, type Quantity } from "../../../narrative/pattern/node";
import { say, words } from "../../../narrative/say";

/** The parts of sentences whose matter a form fixes and whose words each office chooses. */

export const quantityOf = (id: string, what: string, figure: Figure, comparison: Comparison | null = null): Quantity => ({
  id,
  what,
  figure,
  comparison,
  ...(comparison && { of: "other" }),
});

/** The same as a part of a whole; `others`: what an office may take for the whole instead. */
export const partOf = (quantity: Quantity, whole: Quantity, others: readonly Pick<Quantity, "id" | "figure">[] = []): Quantity => ({
  ...quantity,
  whole: [whole.id],
  wholeFigure: whole.figure,
  otherWholes: others,
});

/** The organisation by its name, or as it speaks of itself. */
export function us({ organisation }: Desk): Node {
  return organisation.kind === "name" ? { ...organisation, others: OURSELVES } : organisation;
}
const OURSELVES = ["部门", "单位", "厅", "局", "委", "办", "会", "院", "校", "所", "馆", "中心"].flatMap((kind) => [
  `本${kind}`,
  `我${kind}`,
]);

/** What no table of the family has. */
export const elsewhere = (what: string): Figure => lacking(what, `${what}不在公开表里`);

/** What an amount is of, by each of the names that offices give it. */
export const called = (usual: string, ...others: readonly string[]): Node => also(usual, others);

/** 13,377.11万元 */
export const amount = (quantity: Quantity): Pattern => say`${told(quantity)}万元`;

/** ，占99.40% · ，占本年支出合计的99.40% · ，占比99.40%, of a part: which may be left out. */
export function share(part: Quantity, of: readonly string[] = []): Pattern {
  const figure = part.wholeFigure ? shareOf(part.figure, part.wholeFigure) : part.figure;
  const leads = [
    ...of.flatMap((one) => [`，占${one}的`, `，占${one}`, `，占${one}的比重为`, `，占${one}的比例为`]),
    "，占比",
    "，占比为",
    "（占",
  ];
  return [maybe(say`${also("，占", leads)}${told(part, figure, "share")}`, true)];
}

const WAYS: ComparedWays = { marks: ["，", "。"], bases: ["预算", "预算数", "", "数", "度", "度预算", "年初预算", "相比"] };

/** What of it changed, where a sentence tells: 与上年相比，财政拨款收、支总计各增加. */
const SUBJECTS = ["收支预算总计各", "收、支总计各", "财政拨款收、支总计各", "财政拨款收支总计各", "收、支各", "财政拨款支出", "各", "总体"];

/** The form's other choice, left standing: another rule says so. */
const CHOICES = ["（减少）", "（下降）", "（增加）", "（增长）", "（降低）", "（减）", "/减少", "/下降"];

/** ，与上年相比增加3,226.63万元，增长31.79% · ，与上年预算数一致; the rate may be left out, and all of it; `asked`: not where most others have it. */
export function compared(desk: Desk, quantity: Quantity, comparison: Comparison, asked = true): Pattern {
  const { change } = comparison;
  const isDown = change.down === true;
  const way: Node = { kind: "way", quantity, growth: false, up: "增加", down: "减少", isDown };
  const growth: Node = { kind: "way", quantity, growth: true, up: "增长", down: "下降", isDown };
  const { compared: than, flat: same } = comparedWords(desk.lastYear, WAYS);
  const rate = maybe(say`${also("，", ["（"])}${growth}${maybe([also("（）", CHOICES)])}${told(quantity, change.rate, "rate")}`, true);
  const moved = say`${also("，与上年相比", than)}${maybe([also("收、支预算总计各", SUBJECTS)])}${way}${maybe([also("（）", CHOICES)])}${told(quantity, change.amount, "delta")}万元${rate}`;
  const flat = say`${also("，与上年预算数一致", same)}`;
  const nothing = option(asked ? "silent" : "said", quantity, []);
  const written = change.unchanged ? flat : change.down === null ? say`${also("，与上年相比", than)}${change.amount}` : moved;
  return [either(written, [option("moved", quantity, moved), option("flat", quantity, flat), nothing])];
}

const LEADS = [
  "，主要原因",
  "。主要原因",
  "，主要原因是",
  "。主要原因是：",
  "，主要原因是：",
  "。主要原因：",
  "，主要原因：",
  "，主要是",
  "。主要是",
  "，主要系",
  "，原因是",
  "。原因是",
];

/** 与上年相比，2021年收支总预算增加2,780.98万元 · 教育支出比上年减少6,505.48万元: what changed, and by how much; what there is of it stands elsewhere. */
export function changed(desk: Desk, label: Pattern, quantity: Quantity): Pattern {
  const { change } = quantity.comparison ?? desk.asks.unasked(quantity.figure);
  const isDown = change.down === true;
  const way: Node = { kind: "way", quantity, growth: false, up: "增加", down: "减少", isDown };
  const growth: Node = { kind: "way", quantity, growth: true, up: "增长", down: "下降", isDown };
  const { compared: than } = comparedWords(desk.lastYear, BESIDE);
  const rate = maybe(say`${also("，", ["（"])}${growth}${told(quantity, change.rate, "rate")}`);
  return say`${maybe([also("与上年相比，", than)])}${label}${maybe([also("比上年", than)])}${way}${told(quantity, change.amount, "delta")}万元${rate}`;
}
const BESIDE: ComparedWays = { marks: ["", "，"], bases: ["预算", "预算数", "", "年初预算", "部门预算", "度部门预算", "度预算"] };

/** 。主要原因是…; a sentence of an office's own may stand in its place. */
export function because(quantity: Quantity, { reason }: Comparison): Pattern {
  return [
    maybe(say`${also("。主要原因是", LEADS)}${free(reason ?? [], `“${quantity.what}”的主要原因`, "reason", quantity)}`, reason !== null),
  ];
}

/** ，主要用于…, as an office likes. */
export function usedFor(what: string): Pattern {
  return [
    maybe(
      say`${also("，主要用于", ["。主要用于", "，用于", "，主要是用于", "，主要是", "，主要用于："])}${free([], `“${what}”的用途`, "note")}`,
    ),
  ];
}

/** The name of a subject, which people write with 支出 behind it or without. */
export function subject(printed: string, level: "类" | "款" | "项"): Node {
  const bare = printed.replace(/支出$/, "");
  return name([words(printed)], `${level}级科目`, bare === printed ? [`${printed}支出`] : bare.length > 1 ? [bare] : []);
}
