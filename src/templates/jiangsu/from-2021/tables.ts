import { defineOneRow, defineTable, head, headUnder, over, overLabels, type ColumnSpec, type LineSpec, type TableSpec } from "../../define";
import { operating as operatingBefore } from "../tables";

const coded = { layout: "coded", totalWord: "合计" } as const;
const onRight = (...labels: string[]): LineSpec => ({ labels, side: "right" });
const may = (spec: ColumnSpec): ColumnSpec => ({ ...spec, optional: true });
/** A line with its number. */
const numbered = (before: string, ...labels: string[]): LineSpec => ({ labels, before });

/** All income on the left, all expenditure by class on the right, each with what is carried over. */
export const overview = defineTable({
  key: "overview",
  titles: ["收支总表", "收支预算总表"],
  layout: "panels",
  classification: "functional",
  columns: {
    收入预算数: { heads: ["预算数", "金额"], side: "left", word: "收入预算数" },
    支出预算数: { heads: ["预算数", "金额"], side: "right", word: "支出预算数" },
  },
  lines: {
    一般公共预算拨款: numbered("一、", "一般公共预算拨款收入", "一般公共预算拨款", "一般公共预算财政拨款收入"),
    政府性基金预算拨款: numbered("二、", "政府性基金预算拨款收入", "政府性基金预算拨款", "政府性基金预算财政拨款收入"),
    国有资本经营预算拨款: numbered("三、", "国有资本经营预算拨款收入", "国有资本经营预算拨款", "国有资本经营预算财政拨款收入"),
    财政专户管理资金: numbered("四、", "财政专户管理资金收入", "财政专户管理资金"),
    事业收入: numbered("五、", "事业收入"),
    事业单位经营收入: numbered("六、", "事业单位经营收入"),
    上级补助收入: numbered("七、", "上级补助收入"),
    附属单位上缴收入: numbered("八、", "附属单位上缴收入"),
    其他收入: numbered("九、", "其他收入"),
    当年收入小计: { labels: ["本年收入合计"] },
    上年结转资金: { labels: ["上年结转结余", "上年结转和结余"] },
    收入总计: { labels: ["收入总计"], total: true },
    当年支出小计: onRight("本年支出合计"),
    结转下年资金: onRight("年终结转结余", "年终结转和结余"),
    支出总计: { ...onRight("支出总计"), total: true },
  },
  labelHeads: ["项目"],
  groups: [overLabels("收入", "收入预算数"), overLabels("支出", "支出预算数")],
});

const current = (...heads: string[]): ColumnSpec => headUnder(THIS_YEAR, ...heads);
const carried = (...heads: string[]): ColumnSpec => headUnder(CARRIED, ...heads);
const THIS_YEAR = "本年收入";
const CARRIED = ["上年结转结余", "上年结转和结余"];

/** Department and units, each with what it has by source. */
export const income = defineTable({
  key: "income",
  titles: ["收入总表", "收入预算总表"],
  layout: "named",
  columns: {
    总计: { heads: ["合计"], word: "合计" },
    本年收入: { ...current("小计"), word: "本年收入小计" },
    一般公共预算: { ...current("一般公共预算"), word: "本年一般公共预算" },
    政府性基金预算: { ...current("政府性基金预算"), word: "本年政府性基金预算" },
    国有资本经营预算: { ...current("国有资本经营预算"), word: "本年国有资本经营预算" },
    财政专户管理资金: { ...current("财政专户管理资金"), word: "本年财政专户管理资金" },
    事业收入: current("事业收入"),
    事业单位经营收入: current("事业单位经营收入"),
    上级补助收入: current("上级补助收入"),
    附属单位上缴收入: current("附属单位上缴收入"),
    其他收入: current("其他收入"),
    上年结转结余: { ...carried("小计"), word: "上年结转结余小计" },
    结转一般公共预算: { ...carried("一般公共预算"), word: "结转的一般公共预算" },
    结转政府性基金预算: { ...carried("政府性基金预算"), word: "结转的政府性基金预算" },
    结转国有资本经营预算: { ...carried("国有资本经营预算"), word: "结转的国有资本经营预算" },
    结转财政专户管理资金: { ...carried("财政专户管理资金"), word: "结转的财政专户管理资金" },
    结转单位资金: { ...carried("单位资金"), word: "结转的单位资金" },
  },
  texts: ["部门代码"],
  labelHeads: ["部门名称", "单位名称"],
  groups: [
    over(
      THIS_YEAR,
      "本年收入",
      "一般公共预算",
      "政府性基金预算",
      "国有资本经营预算",
      "财政专户管理资金",
      "事业收入",
      "事业单位经营收入",
      "上级补助收入",
      "附属单位上缴收入",
      "其他收入",
    ),
    over(
      "上年结转结余",
      "上年结转结余",
      "结转一般公共预算",
      "结转政府性基金预算",
      "结转国有资本经营预算",
      "结转财政专户管理资金",
      "结转单位资金",
    ),
  ],
  totalWord: "合计",
  marks: ["部门代码", THIS_YEAR],
});

export const expenditure = defineTable({
  ...coded,
  key: "expenditure",
  classification: "functional",
  titles: ["支出总表", "支出预算总表"],
  columns: {
    合计: head("合计"),
    基本支出: head("基本支出"),
    项目支出: head("项目支出"),
    事业单位经营支出: may(head("事业单位经营支出")),
    上缴上级支出: may(head("上缴上级支出")),
    对附属单位补助支出: may(head("对附属单位补助支出")),
  },
  marks: ["事业单位经营支出", "上缴上级支出"],
});

/** The three budgets of one side of income. */
const budget = (section: string, before: string, what: string): LineSpec => ({ labels: [`${what}拨款`, what], section, before });

/** Fiscal appropriations: this year's and what is carried over, against classes of expenditure. */
export const fiscal = defineTable({
  key: "fiscal",
  titles: ["财政拨款收支总表", "财政拨款收支预算总表"],
  layout: "panels",
  classification: "functional",
  columns: {
    收入合计: { heads: ["预算数", "金额"], side: "left", word: "收入预算数" },
    合计: { heads: ["预算数", "金额"], side: "right", word: "支出预算数" },
  },
  lines: {
    本年收入: { labels: ["本年收入"], section: "本年收入", before: "一、" },
    一般公共预算: budget("本年收入", "（一）", "一般公共预算"),
    政府性基金预算: budget("本年收入", "（二）", "政府性基金预算"),
    国有资本经营预算: budget("本年收入", "（三）", "国有资本经营预算"),
    上年结转: { labels: ["上年结转", "上年结转结余"], section: "上年结转", before: "二、" },
    结转一般公共预算: budget("上年结转", "（一）", "一般公共预算"),
    结转政府性基金预算: budget("上年结转", "（二）", "政府性基金预算"),
    结转国有资本经营预算: budget("上年结转", "（三）", "国有资本经营预算"),
    收入总计: { labels: ["收入总计"], total: true },
    本年支出: { ...onRight("本年支出"), before: "一、" },
    结转下年: { ...onRight("年终结转结余", "结转下年", "年终结转"), before: "二、" },
    支出总计: { ...onRight("支出总计"), total: true },
  },
  labelHeads: ["项目"],
  groups: [overLabels("收入", "收入合计"), overLabels("支出", "合计")],
});

/** Basic expenditure, told apart by what it is spent on, and projects. */
const split = {
  ...coded,
  classification: "functional",
  columns: {
    合计: head("合计"),
    基本支出: headUnder("基本支出", "小计"),
    人员经费: headUnder("基本支出", "人员经费"),
    公用经费: headUnder("基本支出", "公用经费"),
    项目支出: head("项目支出"),
  },
  groups: [over("基本支出", "基本支出", "人员经费", "公用经费")],
} as const;

const economic = { ...coded, classification: "economic" } as const;
const BY_USE = { 合计: head("合计"), 人员经费: head("人员经费"), 公用经费: head("公用经费") };
const SUBJECTS = "部门预算支出经济分类科目";
const basicOf = (group: string) => [overLabels(SUBJECTS), over(group, "合计", "人员经费", "公用经费")] as const;

export const fiscalExpenditure = defineTable({
  ...split,
  key: "fiscalExpenditure",
  titles: ["财政拨款支出表", "财政拨款支出表(功能科目)", "财政拨款支出预算表(功能科目)", "财政拨款支出预算表"],
});
export const fiscalBasic = defineTable({
  ...economic,
  key: "fiscalBasic",
  titles: ["财政拨款基本支出表", "财政拨款基本支出表(经济科目)", "财政拨款基本支出预算表(经济科目)", "财政拨款基本支出预算表"],
  columns: BY_USE,
  groups: basicOf("本年财政拨款基本支出"),
  marks: ["本年财政拨款基本支出"],
});
export const general = defineTable({
  ...split,
  key: "general",
  titles: ["一般公共预算支出表", "一般公共预算支出表(功能科目)", "一般公共预算支出预算表(功能科目)", "一般公共预算支出预算表"],
});
export const basic = defineTable({
  ...economic,
  key: "basic",
  titles: [
    "一般公共预算基本支出表",
    "一般公共预算基本支出表(经济科目)",
    "一般公共预算基本支出预算表(经济科目)",
    "一般公共预算基本支出预算表",
  ],
  columns: BY_USE,
  groups: basicOf("本年一般公共预算基本支出"),
  marks: ["本年一般公共预算基本支出"],
});

const VEHICLES = ["公务用车购置及运行维护费", "公务用车购置及运行费"];

/** One row: 三公, and beside it meetings and training. */
export const threePublic = defineOneRow({
  key: "threePublic",
  titles: [
    "一般公共预算“三公”经费、会议费、培训费支出表",
    "一般公共预算“三公”经费、会议费、培训费支出预算表",
    "财政拨款“三公”经费、会议费、培训费支出表",
    "“三公”经费、会议费、培训费支出表",
    "“三公”经费、会议费、培训费支出预算表",
  ],
  cells: {
    总计: head("“三公”经费合计", "“三公”经费"),
    因公出国: head("因公出国(境)费", "因公出国(境)费用"),
    公务用车小计: headUnder(VEHICLES, "小计"),
    公务用车购置: headUnder(VEHICLES, "公务用车购置费"),
    公务用车运行: headUnder(VEHICLES, "公务用车运行维护费", "公务用车运行费"),
    公务接待费: head("公务接待费"),
    会议费: head("会议费"),
    培训费: head("培训费"),
  },
  marks: ["会议费", "培训费"],
  groups: [over("公务用车购置及运行维护费", "公务用车小计", "公务用车购置", "公务用车运行")],
});

const BASIC_AND_PROJECT = { 合计: head("合计"), 基本支出: head("基本支出"), 项目支出: head("项目支出") };

export const funds = defineTable({
  ...coded,
  key: "funds",
  classification: "functional",
  titles: ["政府性基金预算支出表", "政府性基金预算支出预算表", "政府性基金支出预算表"],
  columns: BASIC_AND_PROJECT,
  marks: ["本年政府性基金预算支出"],
  groups: [over("本年政府性基金预算支出", "合计", "基本支出", "项目支出")],
  empty: "may be",
  nothing: "政府性基金预算支出",
});

export const stateCapital = defineTable({
  ...coded,
  key: "stateCapital",
  classification: "functional",
  titles: ["国有资本经营预算支出预算表", "国有资本经营预算支出表"],
  columns: BASIC_AND_PROJECT,
  empty: "may be",
  nothing: "国有资本经营预算支出",
});

export const procurement = defineTable({
  key: "procurement",
  titles: ["政府采购支出表", "政府采购支出预算表", "政府采购预算表"],
  layout: "outline",
  columns: {
    合计: { ...head("总计"), word: "总计" },
    一般公共预算资金: may(head("一般公共预算资金")),
    政府性基金: may(head("政府性基金", "政府性基金资金")),
    其他资金: may(head("其他资金")),
    上年结转和结余资金: may(head("上年结转和结余资金")),
  },
  lines: {
    货物: { labels: ["货物", "货物A"], before: "一、", optional: true },
    工程: { labels: ["工程", "工程B"], before: "二、", optional: true },
    服务: { labels: ["服务", "服务C"], before: "三、", optional: true },
  },
  labelHeads: ["采购品目大类"],
  texts: ["专项名称", "经济科目", "采购品目名称", "采购组织形式"],
  groups: [over("资金来源", "合计", "一般公共预算资金", "政府性基金", "其他资金", "上年结转和结余资金")],
  totalWord: "合计",
  marks: ["采购品目大类", "资金来源"],
  empty: "may be",
});

/** 机关运行经费 is told as it was. */
export const operating = operatingBefore;

export const tables: readonly TableSpec[] = [
  overview,
  income,
  expenditure,
  fiscal,
  fiscalExpenditure,
  fiscalBasic,
  general,
  basic,
  threePublic,
  funds,
  stateCapital,
  operating,
  procurement,
];
