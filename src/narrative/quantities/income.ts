import type { Desk } from "../desk";
import { firstKnown, isNonZero, isZero, minus, shareOf, type Figure } from "../figure";
import { compare, type Comparison } from "./compare";
import { figureOf, totalOf } from "./cells";

interface Source {
  /** Column of 表2. */
  readonly column: string;
  /** Line of 表1 that says the same, for workbooks without the column. */
  readonly line: string;
  /** In the sentence of section 二. */
  readonly said: string;
  /** In the list of section 一. */
  readonly listed: string;
  readonly alsoInput?: readonly string[];
  /** Said even where there is nothing: 未安排. */
  readonly always: boolean;
}

/** In the order in which the document speaks of them. */
const SOURCES: readonly Source[] = [
  { column: "一般公共预算", line: "一般财力", said: "一般公共预算", listed: "一般公共预算", always: true },
  { column: "上级一般公共预算转移支付", line: "上级一般公共预算安排转移支付", said: "上级一般公共预算安排的转移支付资金", listed: "上级一般公共预算安排的转移支付", always: true },
  { column: "政府性基金预算", line: "政府性基金收入", said: "政府性基金预算", listed: "政府性基金预算", always: true },
  { column: "上级政府性基金转移支付", line: "上级政府性基金安排转移支付", said: "上级政府性基金安排的转移支付资金", listed: "上级政府性基金安排的转移支付", always: true },
  { column: "国有资本经营预算", line: "国有资本经营收入", said: "国有资本经营预算", listed: "国有资本经营预算", always: true },
  {
    column: "上级国有资本经营预算转移支付", line: "上级国有资本经营预算安排转移支付",
    said: "上级国有资本经营预算安排的转移支付资金", listed: "上级国有资本经营预算安排的转移支付", always: true,
  },
  { column: "财政专户", line: "财政专户核拨", said: "财政专户", listed: "财政专户", alsoInput: ["财政专户管理资金", "财政专户（教育收费）", "财政专户核拨"], always: false },
  { column: "单位资金", line: "单位资金", said: "单位资金", listed: "单位资金", always: false },
  { column: "财政拨款结转", line: "财政拨款结转", said: "财政拨款结转", listed: "财政拨款结转结余", alsoInput: ["财政拨款结转结余"], always: false },
  { column: "非财政拨款结转结余", line: "非财政拨款结转结余", said: "非财政拨款结转结余", listed: "非财政拨款结转结余", alsoInput: ["非财政拨款结转"], always: false },
];

/** The lines of 表1 that hold a source and the transfers from above together: where the split is not filled in, the rest is own. */
const JOINT: Readonly<Record<string, { whole: string; part: string }>> = {
  一般财力: { whole: "一般公共预算拨款", part: "上级一般公共预算安排转移支付" },
  政府性基金收入: { whole: "政府性基金预算拨款", part: "上级政府性基金安排转移支付" },
  国有资本经营收入: { whole: "国有资本经营预算拨款", part: "上级国有资本经营预算安排转移支付" },
};

export interface SourceIncome {
  readonly said: string;
  readonly listed: string;
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

/** 收入预算: 表2's total row; what 表2 does not have, from 表1. */
export function incomeOf(desk: Desk): Income {
  const { recognised } = desk;
  const total = firstKnown(totalOf(recognised, 2, "总计", "收入预算"), overallTotal(desk));
  const sources = SOURCES.map((source) => {
    const current = sourceFigure(desk, source);
    return { said: source.said, listed: source.listed, current, share: shareOf(current, total), comparison: compareSource(desk, source, current), always: source.always };
  });
  return { total, sources };
}

/** 收支总预算: 收入总计 of 表1. */
export function overallTotal(desk: Desk): Figure {
  const { recognised } = desk;
  return firstKnown(
    figureOf(recognised, 1, (table) => table.total("left"), "收入预算数", "收入总计"),
    figureOf(recognised, 1, (table) => table.total("right"), "支出预算数", "支出总计"),
    totalOf(recognised, 2, "总计", "收入总计"),
    totalOf(recognised, 3, "合计", "支出总计"),
  );
}

function sourceFigure(desk: Desk, source: Source): Figure {
  const inTable2 = totalOf(desk.recognised, 2, source.column, source.listed);
  return inTable2.known ? inTable2 : firstKnown(lineFigure(desk, source.line), inTable2);
}

function lineFigure(desk: Desk, line: string): Figure {
  const at = (key: string): Figure => figureOf(desk.recognised, 1, (table) => table.line(key), "收入预算数", key);
  const own = at(line);
  const joint = JOINT[line];
  if (!joint || isNonZero(own)) return own;
  const rest = minus(at(joint.whole), [at(joint.part)]);
  return rest.known ? rest : own;
}

function compareSource(desk: Desk, source: Source, current: Figure): Comparison | null {
  const names = [source.said, source.listed, ...(source.alsoInput ?? [])];
  if (!isZero(current)) return compare(desk, current, "收入来源", names);
  const { prior } = desk.asks.prior("收入来源", names);
  return isNonZero(prior) ? compare(desk, current, "收入来源", names) : null;
}
