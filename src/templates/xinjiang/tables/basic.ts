import { defineTable, head, over } from "../../define";

/** 表6 一般公共预算基本支出情况表: basic expenditure by economic subject, personnel and operating. */
export const basic = defineTable({
  key: "basic",
  titles: ["一般公共预算基本支出情况表", "一般公共预算基本支出表"],
  layout: "coded",
  classification: "economic",
  columns: { 合计: head("合计", "总计"), 人员经费: head("人员经费"), 公用经费: head("公用经费", "日常公用经费") },
  marks: ["一般公共预算基本支出"],
  groups: [over("一般公共预算基本支出", "合计", "人员经费", "公用经费")],
});
