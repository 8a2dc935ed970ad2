import type { TableKey } from "../define";

/**
 * What tables of all families mean by the same words: the keys of their columns and lines, which core identities speak
 * of. A family keys its columns and lines by these where it means the same, and by words of its own where it does not.
 */
export interface Meaning<C extends string, L extends string> {
  readonly key: TableKey;
  readonly columns: Readonly<Record<C, unknown>>;
  readonly lines: Readonly<Record<L, unknown>>;
}

function meaning<const C extends string, const L extends string = never>(
  key: TableKey,
  columns: readonly C[],
  lines: readonly L[] = [],
): Meaning<C, L> {
  const named = <K extends string>(words: readonly K[]): Readonly<Record<K, unknown>> =>
    Object.fromEntries(words.map((word) => [word, true])) as Readonly<Record<K, unknown>>;
  return { key, columns: named(columns), lines: named(lines) };
}

const BASIC_AND_PROJECT = ["合计", "基本支出", "项目支出"] as const;

/** 收支总表: all income on the left, all expenditure on the right. */
export const overview = meaning("overview", ["收入预算数", "支出预算数"], ["财政拨款", "收入总计"]);
/** 收入总表, by subject and source. */
export const income = meaning("income", ["总计", "财政拨款"]);
/** 支出总表, by subject. */
export const expenditure = meaning("expenditure", BASIC_AND_PROJECT);
/** 财政拨款收支总表. */
export const fiscal = meaning(
  "fiscal",
  ["收入合计", "合计", "一般公共预算", "政府性基金预算", "国有资本经营预算"],
  ["一般公共预算", "政府性基金预算", "国有资本经营预算", "上年结转", "收入总计"],
);
/** 一般公共预算支出表. */
export const general = meaning("general", BASIC_AND_PROJECT);
/** 一般公共预算基本支出表, by economic subject. */
export const basic = meaning("basic", ["合计", "人员经费", "公用经费"]);
/** 政府性基金预算支出表. */
export const funds = meaning("funds", BASIC_AND_PROJECT);
/** 国有资本经营预算支出表. */
export const stateCapital = meaning("stateCapital", BASIC_AND_PROJECT);
/** “三公”经费. */
export const threePublic = meaning(
  "threePublic",
  ["合计"],
  ["因公出国", "公务接待费", "公务用车小计", "公务用车购置", "公务用车运行", "总计"],
);
