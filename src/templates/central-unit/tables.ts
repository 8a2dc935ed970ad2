import {
  defineTable,
  head,
  headUnder,
  line,
  optionalLine,
  over,
  overLabels,
  type ColumnSpec,
  type LineSpec,
  type TableSpec,
} from "../define";

const may = (...heads: string[]): ColumnSpec => ({ heads, optional: true });
const onRight = (...labels: string[]): LineSpec => ({ labels, side: "right" });
const coded = { layout: "coded", classification: "functional", totalWord: "合计" } as const;

/** Carried-over funds stand beside this year's on both sides. */
export const overview = defineTable({
  key: "overview",
  titles: ["收支预算总表"],
  layout: "panels",
  classification: "functional",
  columns: {
    收入预算数: { heads: ["预算数"], side: "left", word: "收入预算数" },
    支出预算数: { heads: ["预算数"], side: "right", word: "支出预算数" },
  },
  lines: {
    财政拨款: line("财政拨款", "财政拨款收入", "一般公共预算拨款收入"),
    上级补助收入: optionalLine("上级补助收入"),
    事业收入: line("事业收入"),
    事业单位经营收入: optionalLine("事业单位经营收入", "经营收入"),
    附属单位缴款: optionalLine("附属单位缴款", "附属单位上缴收入", "附属单位上缴款"),
    其他收入: line("其他收入"),
    捐赠收入: optionalLine("捐赠收入"),
    本年收入合计: line("本年收入合计"),
    使用非财政拨款结余: optionalLine("使用非财政拨款结余", "用事业基金弥补收支差额"),
    上年结转: optionalLine("上年结转", "上年结转结余"),
    收入总计: { labels: ["收入总计"], total: true },
    本年支出合计: onRight("本年支出合计"),
    结转下年: { ...onRight("结转下年", "年终结转"), optional: true },
  },
  labelHeads: ["项目"],
  groups: [overLabels("收入", "收入预算数"), overLabels("支出", "支出预算数")],
});

/** By subject and source; in some years one row of totals. */
export const income = defineTable({
  ...coded,
  key: "income",
  mayBeTotalOnly: true,
  titles: ["收入预算表"],
  columns: {
    总计: { heads: ["本年收入合计", "收入合计", "合计"], word: "合计" },
    上年结转: may("上年结转"),
    财政拨款: { heads: ["财政拨款收入", "财政拨款"], word: "财政拨款收入" },
    上级补助收入: may("上级补助收入"),
    事业收入: headUnder("事业收入", "金额", "事业收入"),
    教育收费: { heads: ["其中:教育收费"], optional: true, within: true },
    经营收入: may("经营收入", "事业单位经营收入"),
    附属单位缴款: may("附属单位缴款", "附属单位上缴收入"),
    其他收入: head("其他收入"),
    使用非财政拨款结余: may("使用非财政拨款结余", "用事业基金弥补收支差额"),
  },
  marks: ["本年收入合计"],
  groups: [over("事业收入", "事业收入", "教育收费")],
});

export const expenditure = defineTable({
  ...coded,
  key: "expenditure",
  titles: ["支出预算表"],
  columns: {
    合计: head("合计", "本年支出合计"),
    基本支出: head("基本支出"),
    项目支出: head("项目支出"),
    上缴上级支出: may("上缴上级支出"),
    经营支出: may("经营支出", "事业单位经营支出"),
    对下级单位补助支出: may("对下级单位补助支出", "对附属单位补助支出"),
  },
});

export const fiscalExpenditure = defineTable({
  ...coded,
  key: "fiscalExpenditure",
  titles: ["财政拨款支出预算表"],
  columns: { 合计: { heads: ["合计", "财政拨款支出"], word: "合计" }, 基本支出: head("基本支出"), 项目支出: head("项目支出") },
});

export const tables: readonly TableSpec[] = [overview, income, expenditure, fiscalExpenditure];
