import type { Node } from "./pattern/node";

/** How one family's sentences go on to the year before. */
export interface ComparedWays {
  /** What stands before: ， or a full stop. "": they begin with it. */
  readonly marks: readonly string[];
  /** What of the year before this year is held against: 预算, 预算执行数. */
  readonly bases: readonly string[];
}

export interface ComparedWords {
  /** 比上年预算 · 较2025年预算数相比 · 同比 */
  readonly compared: readonly string[];
  /** 与上年预算持平 · 较2025年没有变化 · 保持不变 */
  readonly flat: readonly string[];
}

/** That nothing changed, said without what it is compared with. */
const FLAT = ["持平", "无变化", "无增减变化", "没有变化", "没有增减变化", "无增减", "无变动", "没有增减", "保持不变"];
const LAST = ["上年", "上一年", "去年"];

const known = new WeakMap<ComparedWays, Map<number | null, ComparedWords>>();

/** The same in the words of several localities, the last year named or not. `ways` is a constant of its family. */
export function comparedWords(lastYear: Node, ways: ComparedWays): ComparedWords {
  const year = lastYear.kind === "year" ? lastYear.year : null;
  const of = known.get(ways) ?? new Map<number | null, ComparedWords>();
  known.set(ways, of);
  const before = of.get(year);
  if (before) return before;
  const bases = ways.bases.flatMap((base) => [base, `${base}相比`]);
  const years = [...LAST, ...(year === null ? [] : [`${String(year)}年`])];
  const said = (than: readonly string[], ends: readonly string[]): readonly string[] =>
    ways.marks.flatMap((mark) => than.flatMap((word) => years.flatMap((one) => ends.map((end) => `${mark}${word}${one}${end}`))));
  const made = {
    compared: [
      ...said(["比", "较", "与", "同"], [...bases, ...bases.map((base) => `${base}，`)]),
      ...ways.marks.flatMap((mark) => [`${mark}同比`, `${mark}较同期`]),
    ],
    flat: [
      ...ways.marks.flatMap((mark) => FLAT.map((flat) => `${mark}${flat}`)),
      ...said(
        ["与", "同", "和", "较", "比"],
        bases.flatMap((base) => [...FLAT, "增加持平", "一致", "相同"].map((flat) => `${base}${flat}`)),
      ),
    ],
  };
  of.set(year, made);
  return made;
}
