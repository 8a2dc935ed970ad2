import { defineTable, head, over } from "../../define";

/** 表5 一般公共预算支出情况表: general public budget by functional subject, basic and project. */
export const general = defineTable({
  key: "general",
  titles: ["一般公共预算支出情况表", "一般公共预算支出预算情况表", "一般公共预算支出表"],
  layout: "coded",
  classification: "functional",
  columns: { 合计: head("合计", "总计"), 基本支出: head("基本支出"), 项目支出: head("项目支出") },
  marks: ["一般公共预算支出"],
  groups: [over("一般公共预算支出", "合计", "基本支出", "项目支出")],
});
