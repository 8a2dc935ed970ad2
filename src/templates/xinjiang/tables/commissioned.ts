import { defineTable, head, over } from "../../define";

/** 表11 财政拨款委托业务费支出情况表 (twelve-table template only): units and their projects. */
export const commissioned = defineTable({
  key: "commissioned",
  titles: ["财政拨款委托业务费支出情况表", "委托业务费支出情况表", "财政拨款委托业务费支出表"],
  empty: "may be",
  layout: "named",
  columns: {
    合计: head("合计", "总计"),
    一般公共预算: head("一般公共预算"),
    政府性基金: head("政府性基金", "政府性基金预算"),
    国有资本经营预算: head("国有资本经营预算"),
  },
  marks: ["资金来源"],
  groups: [over("资金来源", "一般公共预算", "政府性基金", "国有资本经营预算")],
  labelHeads: ["项目名称"],
});
