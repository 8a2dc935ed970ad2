import {
  defineOneRow,
  defineTable,
  head,
  headUnder,
  optionalHead,
  over,
  overLabels,
  type ColumnSpec,
  type LineSpec,
  type TableSpec,
} from "../define";

const BASIC_AND_PROJECT = { 合计: head("合计"), 基本支出: head("基本支出"), 项目支出: head("项目支出") };
const right = (...heads: string[]): ColumnSpec => ({ heads, side: "right" });
/** A line with its number. */
const numbered = (before: string, ...labels: string[]): LineSpec => ({ labels, before });
/** Over the codes and names of subjects, and over their amounts. */
const headed = (amounts: string) => [overLabels("项目"), over(amounts, "合计", "基本支出", "项目支出")] as const;
const coded = { layout: "coded", classification: "functional", totalWord: "合计" } as const;

/** {预算单位} of a single unit, 部门 of a department: both are printed, and "单位" alone over some tables. */
const titled = (rest: string): readonly string[] => [`部门${rest}`, `预算单位${rest}`, `单位${rest}`];

/** A single unit splits the right side by use; a department does not. */
export const overview = defineTable({
  key: "overview",
  titles: titled("财务收支预算总表"),
  layout: "panels",
  classification: "functional",
  columns: {
    收入预算数: { heads: ["预算数"], side: "left" },
    支出预算数: { ...right("合计", "预算数"), word: "预算数" },
    人员经费: { ...right("人员经费"), optional: true, of: "单位" },
    公用经费: { ...right("公用经费"), optional: true, of: "单位" },
    项目支出: { ...right("项目支出"), optional: true, of: "单位" },
  },
  lines: {
    财政拨款: numbered("一、", "财政拨款收入"),
    一般公共预算拨款: numbered("1. ", "一般公共预算", "一般公共预算资金"),
    政府性基金预算拨款: numbered("2. ", "政府性基金预算", "政府性基金"),
    国有资本经营预算拨款: numbered("3. ", "国有资本经营预算"),
    事业收入: numbered("二、", "事业收入"),
    事业单位经营收入: numbered("三、", "事业单位经营收入"),
    其他收入: numbered("四、", "其他收入"),
    收入总计: { labels: ["收入总计"], total: true },
  },
  marks: ["本年收入", "本年支出"],
  labelHeads: ["项目"],
  groups: [
    overLabels("本年收入", "收入预算数"),
    overLabels("本年支出", "支出预算数", "人员经费", "公用经费", "项目支出"),
    over("预算数", "支出预算数", "人员经费", "公用经费", "项目支出"),
    over("基本支出", "人员经费", "公用经费"),
  ],
});

export const income = defineTable({
  ...coded,
  key: "income",
  titles: titled("收入预算总表"),
  columns: {
    总计: { heads: ["合计"], word: "合计" },
    财政拨款: { heads: ["财政拨款收入"], word: "财政拨款收入" },
    事业收入: head("事业收入"),
    事业单位经营收入: head("事业单位经营收入"),
    其他收入: head("其他收入"),
  },
  marks: ["收入预算"],
  groups: [overLabels("项目"), over("收入预算", "总计", "财政拨款", "事业收入", "事业单位经营收入", "其他收入")],
});

export const expenditure = defineTable({
  ...coded,
  key: "expenditure",
  titles: titled("支出预算总表"),
  columns: BASIC_AND_PROJECT,
  marks: ["支出预算"],
  groups: headed("支出预算"),
});

export const fiscal = defineTable({
  key: "fiscal",
  titles: titled("财政拨款收支预算总表"),
  layout: "panels",
  classification: "functional",
  columns: {
    收入合计: { heads: ["预算数"], side: "left", word: "预算数" },
    合计: right("合计"),
    一般公共预算: right("一般公共预算"),
    政府性基金预算: right("政府性基金预算", "政府性基金"),
    国有资本经营预算: right("国有资本经营预算"),
  },
  lines: {
    一般公共预算: numbered("一、", "一般公共预算", "一般公共预算资金"),
    政府性基金预算: numbered("二、", "政府性基金预算", "政府性基金"),
    国有资本经营预算: numbered("三、", "国有资本经营预算"),
    收入总计: { labels: ["收入总计"], total: true },
  },
  marks: ["财政拨款收入", "财政拨款支出"],
  labelHeads: ["项目"],
  groups: [
    overLabels("财政拨款收入", "收入合计"),
    overLabels("财政拨款支出", "合计", "一般公共预算", "政府性基金预算", "国有资本经营预算"),
  ],
});

export const general = defineTable({
  ...coded,
  key: "general",
  titles: titled("一般公共预算支出功能分类预算表"),
  columns: BASIC_AND_PROJECT,
  marks: ["一般公共预算支出"],
  groups: headed("一般公共预算支出"),
});

export const funds = defineTable({
  ...coded,
  key: "funds",
  titles: titled("政府性基金预算支出功能分类预算表"),
  columns: BASIC_AND_PROJECT,
  marks: ["政府性基金预算支出"],
  empty: "says so",
  groups: headed("政府性基金预算支出"),
  nothing: "政府性基金预算财政拨款安排的预算",
});

export const stateCapital = defineTable({
  ...coded,
  key: "stateCapital",
  titles: [...titled("国有资本经营预算支出功能分类预算表"), ...titled("国有资本经营财政拨款预算支出功能分类预算表")],
  columns: BASIC_AND_PROJECT,
  marks: ["国有资本经营预算支出"],
  groups: headed("国有资本经营预算支出"),
  nothing: "国有资本经营预算财政拨款安排的预算",
  empty: "says so",
});

export const basic = defineTable({
  ...coded,
  key: "basic",
  classification: "economic",
  titles: titled("一般公共预算基本支出部门预算经济分类预算表"),
  columns: { 合计: head("合计"), 人员经费: head("人员经费"), 公用经费: head("公用经费") },
  marks: ["一般公共预算基本支出"],
  groups: [overLabels("项目"), over("一般公共预算基本支出", "合计", "人员经费", "公用经费")],
});

const VEHICLES = ["公务用车购置及运行费", "公务用车购置及运行维护费"];

/** The one table in 万元; what it says of 机关运行经费 leaves 事业单位 out, so that it ties to no other table. */
export const threePublic = defineOneRow({
  key: "threePublic",
  titles: [...titled("“三公”经费和机关运行经费预算表"), ...titled("“三公”经费和机关运行费预算表")],
  cells: {
    总计: head("合计"),
    因公出国: head("因公出国(境)费", "因公出国(境)费用"),
    公务接待费: head("公务接待费"),
    公务用车小计: headUnder(VEHICLES, "小计"),
    公务用车购置: headUnder(VEHICLES, "购置费", "公务用车购置费"),
    公务用车运行: headUnder(VEHICLES, "运行费", "公务用车运行费", "运行维护费"),
    机关运行经费: optionalHead("机关运行经费预算数", "机关运行经费"),
  },
  marks: ["“三公”经费预算数", "机关运行经费预算数"],
  groups: [
    over("“三公”经费预算数", "总计", "因公出国", "公务接待费", "公务用车小计", "公务用车购置", "公务用车运行"),
    over("公务用车购置及运行费", "公务用车小计", "公务用车购置", "公务用车运行"),
  ],
  unit: "万元",
});

export const tables: readonly TableSpec[] = [overview, income, expenditure, fiscal, general, funds, stateCapital, basic, threePublic];
