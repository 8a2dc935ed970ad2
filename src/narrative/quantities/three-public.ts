import { threePublicLines, threePublicName, type ThreePublicLine } from "../../inputs/three-public-names";
import { printed } from "../../templates/family";
import type { Desk } from "../desk";
import { changeOf, firstKnown, isZero, plus, type Change, type Figure } from "../figure";
import { words } from "../say";
import { figureOf } from "./cells";
import { compare } from "./compare";
import type { Comparison } from "../comparison";

export interface ThreePublicPart {
  readonly line: ThreePublicLine;
  /** In the table's own words. */
  readonly name: string;
  /** Other words for the same line, as other years have it. */
  readonly others: readonly string[];
  readonly comparison: Comparison;
}

export interface ThreePublic {
  readonly total: Figure;
  readonly change: Change;
  readonly comparison: Comparison;
  /** In the order of the sentence, which is not that of the table (docs/rules.md D3). */
  readonly parts: readonly ThreePublicPart[];
}

/** “三公”经费: “三公”表. */
export function threePublicOf(desk: Desk): ThreePublic {
  const parts = threePublicLines.map((line): ThreePublicPart => {
    const name = threePublicName(desk.recognised, line);
    const current = figureOf(desk.recognised, "threePublic", (table) => table.line(line), "合计", name);
    const others = printed(desk.recognised.template, "threePublic")?.spec.lines[line]?.labels ?? [];
    const comparison = compare(desk, current, "“三公”经费", [name, ...others]);
    return {
      line,
      name,
      others,
      comparison:
        comparison.reason === null && isZero(current) && isZero(comparison.prior) ? withNeither(desk, name, comparison) : comparison,
    };
  });
  const summed = plus(parts.map(({ comparison }) => comparison.current));
  const total = firstKnown(
    figureOf(desk.recognised, "threePublic", (table) => table.total() ?? table.line("总计"), "合计", "“三公”经费合计"),
    summed,
  );
  const prior = plus(parts.map(({ comparison }) => comparison.prior));
  const change = changeOf(total, prior);
  return { total, change, comparison: { current: total, prior, change, reason: null, explained: true }, parts };
}

/** 公务用车购置 of “三公”表. */
export function vehiclePurchase(desk: Desk): Figure {
  return figureOf(desk.recognised, "threePublic", (table) => table.line("公务用车购置"), "合计", "公务用车购置");
}

/** Nothing in either year explains itself. */
function withNeither(desk: Desk, name: string, comparison: Comparison): Comparison {
  return { ...comparison, reason: [...desk.years.last, words("年与"), ...desk.years.current, words(`年均未安排${name}`)] };
}
