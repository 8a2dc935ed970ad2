import { defineOneRow, defineTable, head, headUnder, line, optionalHead, optionalLine, type TableSpec } from "../define";

const BASIC_AND_PROJECT = { 合计: head("合计", "总计"), 基本支出: head("基本支出"), 项目支出: head("项目支出") };

/** What a single column of amounts is headed by. */
const FIGURES = ["预算数", "金额", "本年预算", "本年预算数"];

/** Every title made of one word of each list. */
const titled = (...words: readonly (readonly string[])[]): readonly string[] =>
  words.reduce<readonly string[]>((begun, next) => begun.flatMap((start) => next.map((word) => start + word)), [""]);

const OF_WHOM = ["{部门}", ""];
/** 总表 by the names it has in different places; the usual ones first. */
const WHOLE = ["总体情况表", "总表", "预算总表", "预算总体情况表"];
const LISTED = ["情况表", "表", "预算表", "预算情况表", "预算总表", "总表", "明细表"];

/** Income from the treasury, by budget. */
const GRANTED = ["", "收入", "拨款", "拨款收入", "财政拨款", "财政拨款收入", "资金"];
const GENERAL = titled(["一般公共预算"], GRANTED);
const FUNDS = titled(["政府性基金"], ["预算", ""], GRANTED);
const STATE_CAPITAL = titled(["国有资本经营"], ["预算", ""], GRANTED);

const OFFICE = ["单位名称", "部门名称", "单位名称(科目)"];
const CARRIED_OVER = ["上年结转", "上年结转结余", "上年结转和结余", "年初结转和结余", "年初结转结余"];
const SOURCE_COLUMNS = {
  财政拨款: optionalHead("财政拨款收入", "财政拨款"),
  一般公共预算: optionalHead(...GENERAL),
  政府性基金预算: optionalHead(...FUNDS),
  国有资本经营预算: optionalHead(...STATE_CAPITAL),
  财政专户管理资金: optionalHead("财政专户管理资金收入", "财政专户管理资金", "财政专户拨款"),
  事业收入: optionalHead("事业收入"),
  事业单位经营收入: optionalHead("事业单位经营收入", "经营收入"),
  上级补助收入: optionalHead("上级补助收入"),
  附属单位上缴收入: optionalHead("附属单位上缴收入"),
  其他收入: optionalHead("其他收入", "其他资金"),
  上年结转: optionalHead(...CARRIED_OVER),
};
const INCOME_TITLES = [...titled(OF_WHOM, ["收入"], WHOLE), "收入预算表"];

const EXPENDITURE_TITLES = [...titled(OF_WHOM, ["支出"], WHOLE), "支出预算表"];

const VEHICLES = titled(["公务用车购置"], ["及", "和"], ["运行", "运行维护", "运维"], ["费"]);
const THREE_PUBLIC = "“三公”经费";
const THREE_PUBLIC_TITLES = [
  ...titled(["", "一般公共预算", "财政拨款"], ["", "财政拨款", "拨款"], [THREE_PUBLIC], ["", "支出"], LISTED),
  ...titled(["一般公共预算", "财政拨款"], ["安排的"], [THREE_PUBLIC], ["", "支出"], LISTED),
  ...titled(
    ["", "一般公共预算", "一般公共预算拨款"],
    [THREE_PUBLIC],
    ["及", "、"],
    ["会议费、培训费", "会议费和培训费"],
    ["", "支出"],
    LISTED,
  ),
];
const OF_BUDGET = titled(["", "一般公共预算", "财政拨款"], ["", "财政拨款", "拨款", "拨款安排的", "财政拨款安排的"]);
const money = (what: string): readonly string[] => titled([what], ["费", "费用", "经费", "支出", "费支出"]);
const ABROAD = money("因公出国(境)");
const HOSPITALITY = [...money("公务接待"), "公务接待费用"];
const BOTH_VEHICLES = [...VEHICLES, ...titled(["公务用车购置"], ["及", "和"], ["运行", "运行维护", "运维"], ["支出"]), "公务用车费"];
const BOUGHT = ["公务用车购置", "公务用车购置费", "公务用车购置支出", "购置费"];
const RUN = [...titled(["公务用车"], ["运行", "运行维护", "运维"], ["费", "支出", "费用"]), "公务用车运行维护", "运行费", "运行维护费"];

export const overview = defineTable({
  key: "overview",
  titles: [...titled(OF_WHOM, ["收支"], WHOLE), "{部门}预算收支总表"],
  layout: "panels",
  classification: "functional",
  columns: {
    收入预算数: { heads: [...FIGURES, "合计"], side: "left" },
    支出预算数: { heads: [...FIGURES, "合计"], side: "right" },
  },
  lines: {
    财政拨款: optionalLine("财政拨款", "财政拨款收入", "财政拨款(补助)"),
    一般公共预算拨款: optionalLine(...GENERAL),
    政府性基金预算拨款: optionalLine(...FUNDS),
    国有资本经营预算拨款: optionalLine(...STATE_CAPITAL),
    上年结转: optionalLine(...CARRIED_OVER, "上年结转资金"),
    收入总计: { labels: ["收入总计", "收入合计", "总计"], total: true },
    本年支出合计: { labels: ["本年支出合计", "本年支出小计", "当年支出小计"], side: "right", optional: true },
    结转下年: { labels: ["结转下年", "年终结转结余", "结转下年资金", "年末结转和结余"], side: "right", optional: true },
  },
  labelHeads: ["项目"],
});

export const fiscal = defineTable({
  key: "fiscal",
  titles: [...titled(["财政拨款收支"], WHOLE), "财政拨款预算收支总表"],
  layout: "panels",
  classification: "functional",
  columns: {
    收入合计: { heads: [...FIGURES, "合计"], side: "left" },
    合计: { heads: ["合计", "小计", ...FIGURES], side: "right" },
    一般公共预算: { heads: ["一般公共预算", "一般公共预算财政拨款"], side: "right", optional: true },
    政府性基金预算: { heads: ["政府性基金预算", "政府性基金", "政府性基金预算财政拨款"], side: "right", optional: true },
    国有资本经营预算: { heads: ["国有资本经营预算", "国有资本经营预算财政拨款"], side: "right", optional: true },
  },
  lines: {
    一般公共预算: optionalLine(...GENERAL),
    政府性基金预算: optionalLine(...FUNDS),
    国有资本经营预算: optionalLine(...STATE_CAPITAL),
    上年结转: optionalLine(...CARRIED_OVER, ...titled(["上年", "年初"], ["财政拨款"], ["结转", "结转结余", "结转和结余"])),
    收入总计: { labels: ["收入总计", "收入合计", "总计"], total: true },
  },
  labelHeads: ["项目"],
});

/**
 * The tables that every department publishes, in the words met most often across provinces. They are looked for only in
 * workbooks that are of no known family; what they do not know of a table keeps its sums from being judged. A table that is
 * laid out in different ways in different places stands here once for each way.
 */
export const tables: readonly TableSpec[] = [
  overview,
  // By unit instead of by subject.
  defineTable({
    key: "income",
    titles: INCOME_TITLES,
    layout: "named",
    columns: { 总计: head("总计", "合计", "收入总计"), ...SOURCE_COLUMNS },
    labelHeads: [...OFFICE, "部门(单位)名称"],
  }),
  defineTable({
    key: "income",
    titles: INCOME_TITLES,
    layout: "coded",
    classification: "functional",
    columns: { 总计: head("总计", "合计"), ...SOURCE_COLUMNS },
  }),
  // By source, in one column of figures.
  defineTable({
    key: "income",
    titles: INCOME_TITLES,
    layout: "lines",
    columns: { 总计: head(...FIGURES), 财政拨款: optionalHead("财政拨款收入") },
    lines: { 本年收入合计: optionalLine("本年收入合计"), 上年结转: optionalLine(...CARRIED_OVER, "上年结转资金") },
    labelHeads: ["项目"],
  }),
  defineTable({
    key: "expenditure",
    titles: EXPENDITURE_TITLES,
    layout: "coded",
    classification: "functional",
    columns: BASIC_AND_PROJECT,
  }),
  defineTable({
    key: "expenditure",
    titles: EXPENDITURE_TITLES,
    layout: "lines",
    columns: { 合计: head(...FIGURES), 基本支出: optionalHead("基本支出"), 项目支出: optionalHead("项目支出") },
    lines: {
      基本支出: optionalLine("基本支出"),
      项目支出: optionalLine("项目支出"),
      本年支出合计: optionalLine("本年支出合计"),
      结转下年: optionalLine("结转下年", "年终结转结余"),
    },
    labelHeads: ["项目"],
  }),
  fiscal,
  defineTable({
    key: "general",
    titles: titled(["一般公共预算"], ["", "财政拨款", "当年财政拨款", "当年拨款", "拨款"], ["支出"], LISTED),
    layout: "coded",
    classification: "functional",
    columns: BASIC_AND_PROJECT,
    marks: ["一般公共预算支出"],
  }),
  defineTable({
    key: "basic",
    titles: titled(
      ["一般公共预算"],
      ["", "财政拨款", "当年财政拨款", "当年拨款", "拨款"],
      ["基本支出"],
      [...LISTED, "经济分类情况表", "经济分类表"],
    ),
    layout: "coded",
    classification: "economic",
    columns: {
      合计: head("合计", "总计", "预算数", "金额"),
      人员经费: optionalHead("人员经费", "人员支出"),
      公用经费: optionalHead("公用经费", "日常公用经费", "公用支出", "日常公用支出"),
    },
    marks: ["一般公共预算基本支出"],
  }),
  defineTable({
    key: "funds",
    titles: titled(["政府性基金"], ["预算", ""], ["", "财政拨款", "拨款"], ["支出"], LISTED),
    layout: "coded",
    classification: "functional",
    columns: BASIC_AND_PROJECT,
    marks: ["政府性基金预算支出"],
    empty: "may be",
  }),
  defineTable({
    key: "stateCapital",
    titles: titled(["国有资本经营"], ["预算", ""], ["", "财政拨款", "拨款"], ["支出"], LISTED),
    layout: "coded",
    classification: "functional",
    columns: BASIC_AND_PROJECT,
    marks: ["国有资本经营预算支出"],
    empty: "may be",
  }),
  defineOneRow({
    key: "threePublic",
    titles: THREE_PUBLIC_TITLES,
    cells: {
      总计: {
        heads: [...titled(OF_BUDGET, [THREE_PUBLIC], ["合计", "", "支出", "预算", "预算数", "支出预算"]), "合计", "总计"],
        besides: ["会议费", "培训费", "机关运行经费", "行政经费"],
      },
      因公出国: head(...ABROAD),
      公务接待费: head(...HOSPITALITY),
      公务用车小计: headUnder(BOTH_VEHICLES, "小计", "合计"),
      公务用车购置: headUnder(BOTH_VEHICLES, ...BOUGHT),
      公务用车运行: headUnder(BOTH_VEHICLES, ...RUN),
    },
    empty: "may be",
  }),
  defineTable({
    key: "threePublic",
    titles: THREE_PUBLIC_TITLES,
    layout: "lines",
    columns: { 合计: head(...FIGURES, "合计", `${THREE_PUBLIC}预算数`) },
    lines: {
      因公出国: line(...ABROAD),
      公务接待费: line(...HOSPITALITY),
      公务用车小计: line(...BOTH_VEHICLES),
      公务用车购置: line(...BOUGHT),
      公务用车运行: line(...RUN),
      总计: line("总计", "合计", "共计", THREE_PUBLIC, `${THREE_PUBLIC}合计`),
      // Beside them in some places, and no part of them.
      行政经费: optionalLine("行政经费"),
      机关运行经费: optionalLine("机关运行经费"),
      会议费: optionalLine("会议费"),
      培训费: optionalLine("培训费"),
    },
    labelHeads: ["项目"],
    empty: "may be",
  }),
];
