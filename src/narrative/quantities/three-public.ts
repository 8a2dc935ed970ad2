import { tables } from "../../tables/catalogue";
import { normaliseLabel } from "../../tables/wording";
import type { Desk } from "../desk";
import { tableOf } from "../desk";
import { changeOf, firstKnown, isZero, plus, type Change, type Figure } from "../figure";
import { words } from "../say";
import { subjectWords } from "../wording";
import { figureOf } from "./cells";
import { compare, type Comparison } from "./compare";

type ThreePublicLine = "因公出国" | "公务用车购置" | "公务用车运行" | "公务接待费";

export interface ThreePublicPart {
  readonly line: ThreePublicLine;
  /** In the table's own words. */
  readonly name: string;
  readonly comparison: Comparison;
}

export interface ThreePublic {
  readonly total: Figure;
  readonly change: Change;
  /** In the order of the sentence, which is not that of the table (rules.md D3). */
  readonly parts: readonly ThreePublicPart[];
}

const LINES: readonly ThreePublicLine[] = ["因公出国", "公务用车购置", "公务用车运行", "公务接待费"];

/** “三公”经费: 表10. */
export function threePublicOf(desk: Desk): ThreePublic {
  const parts = LINES.map((line): ThreePublicPart => {
    const name = threePublicName(desk, line);
    const current = figureOf(desk.recognised, 10, (table) => table.line(line), "合计", name);
    const comparison = compare(desk, current, "“三公”经费", [name, ...tables[10].lines[line].labels]);
    return { line, name, comparison: comparison.reason === null && isZero(current) && isZero(comparison.prior) ? withNeither(desk, name, comparison) : comparison };
  });
  const summed = plus(parts.map(({ comparison }) => comparison.current));
  const total = firstKnown(figureOf(desk.recognised, 10, (table) => table.total() ?? table.line("总计"), "合计", "“三公”经费合计"), summed);
  return { total, change: changeOf(total, plus(parts.map(({ comparison }) => comparison.prior))), parts };
}

/** 公务用车购置 of 表10. */
export function vehiclePurchase(desk: Desk): Figure {
  return figureOf(desk.recognised, 10, (table) => table.line("公务用车购置"), "合计", "公务用车购置");
}

/** As this workbook's 表10 words it, without "其中："; the template's usual words where the line is absent. */
export function threePublicName(desk: Desk, line: ThreePublicLine): string {
  const row = tableOf(desk, 10)?.line(line);
  if (row) return subjectWords(row.name).replace(/^其中[:：]/, "").replace(/^(?:[（(]?[\d一二三四五]+[）)]?[.、．]?)\s*/u, "");
  const [twelve = line, other = twelve] = tables[10].lines[line].labels;
  const label = desk.recognised.variant === "2026-12" || normaliseLabel(other) === normaliseLabel(twelve) || line === "公务接待费" ? twelve : other;
  return subjectWords(label);
}

/** Nothing in either year explains itself. */
function withNeither(desk: Desk, name: string, comparison: Comparison): Comparison {
  return { ...comparison, reason: [...desk.lastYear, words("年与"), ...desk.year, words(`年均未安排${name}`)] };
}
