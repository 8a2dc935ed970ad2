import { incomeSources, type IncomeSource } from "../../inputs/income-sources";
import type { Desk } from "../desk";
import { firstKnown, isNonZero, isZero, minus, shareOf, type Figure } from "../figure";
import { compare } from "./compare";
import type { Comparison } from "../comparison";
import { figureOf, totalOf } from "./cells";

/** The lines of 收支总表 that hold a source and the transfers from above together: where the split is not filled in, the rest is own. */
const JOINT: Readonly<Record<string, { whole: string; part: string }>> = {
  一般财力: { whole: "一般公共预算拨款", part: "上级一般公共预算安排转移支付" },
  政府性基金收入: { whole: "政府性基金预算拨款", part: "上级政府性基金安排转移支付" },
  国有资本经营收入: { whole: "国有资本经营预算拨款", part: "上级国有资本经营预算安排转移支付" },
};

export interface SourceIncome {
  readonly said: string;
  readonly listed: string;
  /** Other names under which people know it. */
  readonly alsoSaid: readonly string[];
  readonly current: Figure;
  readonly share: Figure;
  /** null: nothing this year and nothing known of last year. */
  readonly comparison: Comparison | null;
  readonly always: boolean;
}

export interface Income {
  readonly total: Figure;
  readonly sources: readonly SourceIncome[];
}

/** 收入预算: 收入总表's total row; what 收入总表 does not have, from 收支总表. */
export function incomeOf(desk: Desk): Income {
  const { recognised } = desk;
  const total = firstKnown(totalOf(recognised, "income", "总计", "收入预算"), overallTotal(desk));
  const sources = incomeSources.map((source) => {
    const current = sourceFigure(desk, source);
    return {
      said: source.said,
      listed: source.listed,
      alsoSaid: source.alsoInput ?? [],
      current,
      share: shareOf(current, total),
      comparison: compareSource(desk, source, current),
      always: source.always,
    };
  });
  return { total, sources };
}

/** 收支总预算: 收入总计 of 收支总表. */
export function overallTotal(desk: Desk): Figure {
  const { recognised } = desk;
  return firstKnown(
    figureOf(recognised, "overview", (table) => table.total("left"), "收入预算数", "收入总计"),
    figureOf(recognised, "overview", (table) => table.total("right"), "支出预算数", "支出总计"),
    totalOf(recognised, "income", "总计", "收入总计"),
    totalOf(recognised, "expenditure", "合计", "支出总计"),
  );
}

function sourceFigure(desk: Desk, source: IncomeSource): Figure {
  const inTable2 = totalOf(desk.recognised, "income", source.column, source.listed);
  return inTable2.known ? inTable2 : firstKnown(lineFigure(desk, source.line), inTable2);
}

function lineFigure(desk: Desk, line: string): Figure {
  const at = (key: string): Figure => figureOf(desk.recognised, "overview", (table) => table.line(key), "收入预算数", key);
  const own = at(line);
  const joint = JOINT[line];
  if (!joint || isNonZero(own)) return own;
  const rest = minus(at(joint.whole), [at(joint.part)]);
  return rest.known ? rest : own;
}

function compareSource(desk: Desk, source: IncomeSource, current: Figure): Comparison | null {
  const names = [source.said, source.listed, ...(source.alsoInput ?? [])];
  if (!isZero(current)) return compare(desk, current, "收入来源", names);
  const prior = desk.asks.givenPrior("收入来源", names);
  return prior && isNonZero(prior) ? compare(desk, current, "收入来源", names) : null;
}
