import type { Desk } from "../desk";
import { tableOf } from "../desk";
import { firstKnown, isNonZero, type Figure } from "../figure";
import { hasInstitutions } from "../../workbook/institutions";
import { subjectWords } from "../wording";
import { figureIn, totalOf } from "./cells";
import { generalPart } from "./expenditure";

export interface BasicPart {
  readonly said: "人员经费" | "公用经费";
  readonly amount: Figure;
  /** 款 of the economic classification with an amount in this part, in order of the table; null without the table. */
  readonly subjects: readonly string[] | null;
}

export interface Basic {
  readonly total: Figure;
  readonly parts: readonly BasicPart[];
}

/** 一般公共预算基本支出: 基本支出表 by 款. */
export function basicOf(desk: Desk): Basic {
  const { recognised } = desk;
  const total = firstKnown(totalOf(recognised, "basic", "合计", "基本支出"), generalPart(desk, "基本支出"));
  const part = (said: BasicPart["said"]): BasicPart => ({
    said,
    amount: totalOf(recognised, "basic", said, said),
    subjects: subjectsIn(desk, said),
  });
  return { total, parts: [part("人员经费"), part("公用经费")] };
}

/**
 * 机关运行经费 is the operating part of basic expenditure (docs/rules.md B 其他（一）); where 事业单位 are in it, what the office fills in,
 * and the whole of it until then.
 */
export function operatingFunds(desk: Desk): Figure {
  const all = totalOf(desk.recognised, "basic", "公用经费", "机关运行经费（公用经费）");
  if (!all.known) return all;
  const atMost = "表上有事业单位的支出，机关运行经费不含事业单位的公用经费，请人工核对";
  return desk.asks.other("机关运行经费", "机关运行经费", "万元", hasInstitutions(desk.recognised) ? { ...all, atMost } : all);
}

function subjectsIn(desk: Desk, column: BasicPart["said"]): readonly string[] | null {
  const table = tableOf(desk, "basic");
  if (!table) return null;
  const rows = table.rows.filter((row) => row.kind === "group" && isNonZero(figureIn(table, row, column)));
  return [...new Set(rows.map(({ name }) => subjectWords(name)))];
}
