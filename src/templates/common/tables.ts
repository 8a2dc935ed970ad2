import { defineTable, head, line, optionalHead, type TableSpec } from "../define";

const BASIC_AND_PROJECT = { 合计: head("合计", "总计"), 基本支出: head("基本支出"), 项目支出: head("项目支出") };

/**
 * The tables that every department publishes, in the words met most often across provinces. They are looked for only in
 * workbooks that are of no known family; what they do not know of a table keeps its sums from being judged.
 */
export const tables: readonly TableSpec[] = [
  defineTable({
    key: "overview",
    titles: [
      "{部门}收支总体情况表",
      "{部门}收支总表",
      "{部门}收支预算总表",
      "{部门}预算收支总表",
      "收支总表",
      "收支预算总表",
      "收支总体情况表",
    ],
    layout: "panels",
    classification: "functional",
    columns: {
      收入预算数: { heads: ["预算数", "金额", "合计"], side: "left" },
      支出预算数: { heads: ["预算数", "金额", "合计"], side: "right" },
    },
    lines: {
      财政拨款: line("财政拨款", "财政拨款收入", "财政拨款(补助)"),
      收入总计: { labels: ["收入总计", "收入合计", "总计"], total: true },
      本年支出合计: { labels: ["本年支出合计", "本年支出小计", "当年支出小计"], side: "right", optional: true },
      结转下年: { labels: ["结转下年", "年终结转结余", "结转下年资金", "年末结转和结余"], side: "right", optional: true },
    },
    labelHeads: ["项目"],
  }),
  defineTable({
    key: "income",
    titles: ["{部门}收入总体情况表", "{部门}收入总表", "{部门}收入预算总表", "收入总表", "收入预算总表", "收入预算表", "收入总体情况表"],
    layout: "coded",
    classification: "functional",
    columns: { 总计: head("总计", "合计"), 财政拨款: optionalHead("财政拨款收入", "财政拨款") },
  }),
  defineTable({
    key: "expenditure",
    titles: ["{部门}支出总体情况表", "{部门}支出总表", "{部门}支出预算总表", "支出总表", "支出预算总表", "支出预算表", "支出总体情况表"],
    layout: "coded",
    classification: "functional",
    columns: BASIC_AND_PROJECT,
  }),
  defineTable({
    key: "fiscal",
    titles: ["财政拨款收支总体情况表", "财政拨款收支预算总体情况表", "财政拨款收支总表", "财政拨款收支预算总表", "财政拨款预算收支总表"],
    layout: "panels",
    classification: "functional",
    columns: {
      收入合计: { heads: ["预算数", "金额", "合计"], side: "left" },
      合计: { heads: ["合计", "小计", "预算数", "金额"], side: "right" },
      一般公共预算: { heads: ["一般公共预算", "一般公共预算财政拨款"], side: "right", optional: true },
      政府性基金预算: { heads: ["政府性基金预算", "政府性基金", "政府性基金预算财政拨款"], side: "right", optional: true },
      国有资本经营预算: { heads: ["国有资本经营预算", "国有资本经营预算财政拨款"], side: "right", optional: true },
    },
    lines: {
      上年结转: { labels: ["上年结转", "上年结转结余", "上年财政拨款结转"], optional: true },
      收入总计: { labels: ["收入总计", "收入合计", "总计"], total: true },
    },
    labelHeads: ["项目"],
  }),
  defineTable({
    key: "general",
    titles: [
      "一般公共预算支出情况表",
      "一般公共预算支出表",
      "一般公共预算支出预算表",
      "一般公共预算财政拨款支出表",
      "一般公共预算财政拨款支出预算表",
    ],
    layout: "coded",
    classification: "functional",
    columns: BASIC_AND_PROJECT,
    marks: ["一般公共预算支出"],
  }),
  defineTable({
    key: "basic",
    titles: [
      "一般公共预算基本支出情况表",
      "一般公共预算基本支出表",
      "一般公共预算基本支出预算表",
      "一般公共预算财政拨款基本支出表",
      "一般公共预算财政拨款基本支出预算表",
    ],
    layout: "coded",
    classification: "economic",
    columns: { 合计: head("合计", "总计"), 人员经费: head("人员经费"), 公用经费: head("公用经费", "日常公用经费") },
    marks: ["一般公共预算基本支出"],
  }),
  defineTable({
    key: "funds",
    titles: [
      "政府性基金预算支出情况表",
      "政府性基金预算支出表",
      "政府性基金预算财政拨款支出表",
      "政府性基金支出预算表",
      "政府性基金预算拨款支出预算表",
    ],
    layout: "coded",
    classification: "functional",
    columns: BASIC_AND_PROJECT,
    marks: ["政府性基金预算支出"],
    empty: "may be",
  }),
  defineTable({
    key: "stateCapital",
    titles: ["国有资本经营预算支出情况表", "国有资本经营预算支出表", "国有资本经营预算财政拨款支出表"],
    layout: "coded",
    classification: "functional",
    columns: BASIC_AND_PROJECT,
    marks: ["国有资本经营预算支出"],
    empty: "may be",
  }),
];
