import { defineTable, head, optionalHead, over, overLabels, type GroupHead } from "../../define";

/** The headings of both budgets' tables: what it is spent on, basic expenditure within it. */
export function budgetGroups(budget: string): readonly GroupHead<"合计" | "基本支出" | "人员经费" | "公用经费" | "项目支出">[] {
  return [
    overLabels("科目"),
    over(`${budget}支出`, "合计", "基本支出", "人员经费", "公用经费", "项目支出"),
    over("基本支出", "人员经费", "公用经费"),
  ];
}

/** 表8 政府性基金预算支出情况表. Before 2024 without the split of basic expenditure. */
export const funds = defineTable({
  key: "funds",
  titles: ["政府性基金预算支出情况表", "政府性基金预算支出表"],
  empty: "says so",
  layout: "coded",
  classification: "functional",
  columns: {
    合计: head("合计", "总计"),
    基本支出: optionalHead("基本支出"),
    人员经费: optionalHead("人员经费"),
    公用经费: optionalHead("公用经费"),
    项目支出: head("项目支出"),
  },
  marks: ["政府性基金预算支出"],
  groups: budgetGroups("政府性基金预算"),
  nothing: "使用政府性基金预算拨款安排的支出",
});
