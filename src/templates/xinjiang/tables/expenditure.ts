import { defineTable, head, over } from "../../define";

/** 表3 部门支出总体情况表: expenditure of every functional subject, basic and project. */
export const expenditure = defineTable({
  key: "expenditure",
  titles: ["{部门}支出总体情况表", "{部门}支出预算总体情况表", "{部门}支出总表"],
  layout: "coded",
  classification: "functional",
  columns: { 合计: head("合计", "总计"), 基本支出: head("基本支出"), 项目支出: head("项目支出") },
  marks: ["支出预算"],
  groups: [over("支出预算", "合计", "基本支出", "项目支出")],
});
