import { defineTable, head } from "../../define";

/** 表7 一般公共预算项目支出情况表: every project under its functional subject, by economic class. */
export const projects = defineTable({
  key: "projects",
  titles: ["一般公共预算项目支出情况表", "一般公共预算项目支出表"],
  empty: "may be",
  layout: "projects",
  classification: "functional",
  columns: {
    项目支出合计: head("项目支出合计", "合计", "总计"),
    工资福利支出: head("工资福利支出"),
    商品和服务支出: head("商品和服务支出"),
    对个人和家庭的补助: head("对个人和家庭的补助", "对个人和家庭补助"),
    债务利息及费用支出: head("债务利息及费用支出", "债务利息支出"),
    "资本性支出(基本建设)": head("资本性支出(基本建设)"),
    资本性支出: head("资本性支出", "其他资本性支出"),
    "对企业补助(基本建设)": head("对企业补助(基本建设)"),
    对企业补助: head("对企业补助"),
    对社会保障基金补助: head("对社会保障基金补助", "社会保障补助"),
    其他支出: head("其他支出"),
  },
  labelHeads: ["项目名称"],
});
