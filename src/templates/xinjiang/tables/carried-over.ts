import { defineTable, head, over, type ColumnSpec } from "../../define";

const fiscal = (...heads: string[]): ColumnSpec => ({ heads, under: ["财政拨款", "财政拨款结转"] });
const other = (...heads: string[]): ColumnSpec => ({ heads, under: ["非财政拨款", "非财政拨款结转结余"] });

/** 表12 (表11 in eleven-table templates) 上年结转结余情况表: units and their projects. */
export const carriedOver = defineTable({
  key: "carriedOver",
  titles: ["上年结转结余情况表", "上年结转结余情况明细表", "上年结转结余明细表"],
  empty: "says so",
  layout: "named",
  columns: {
    合计: head("合计", "总计"),
    财政拨款小计: fiscal("小计"),
    财政拨款人员经费: fiscal("人员经费"),
    财政拨款公用经费: fiscal("公用经费"),
    财政拨款项目支出: fiscal("项目支出"),
    非财政拨款小计: other("小计"),
    非财政拨款人员经费: other("人员经费"),
    非财政拨款公用经费: other("公用经费"),
    非财政拨款项目支出: other("项目支出"),
  },
  marks: ["财政拨款", "非财政拨款"],
  labelHeads: ["项目"],
  groups: [
    over("财政拨款", "财政拨款小计", "财政拨款人员经费", "财政拨款公用经费", "财政拨款项目支出"),
    over("基本支出", "财政拨款人员经费", "财政拨款公用经费"),
    over("非财政拨款", "非财政拨款小计", "非财政拨款人员经费", "非财政拨款公用经费", "非财政拨款项目支出"),
    over("基本支出", "非财政拨款人员经费", "非财政拨款公用经费"),
  ],
  nothing: "上年结转结余预算安排的支出",
});
