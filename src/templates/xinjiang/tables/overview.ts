import { defineTable, overLabels, type LineSpec } from "../../define";

/** A line of a section, with what is printed before it. */
const within =
  (section: string) =>
  (before: string, ...labels: string[]): LineSpec => ({ labels, section, ...(before !== "" && { before }) });
const income = within("本年收入");
const carried = within("上年结转结余");

/** 表1 部门收支总体情况表: all income on the left, all expenditure by class on the right. */
export const overview = defineTable({
  key: "overview",
  titles: ["{部门}收支总体情况表", "{部门}收支预算总体情况表", "{部门}收支总表", "{部门}收支预算总表"],
  layout: "panels",
  classification: "functional",
  columns: {
    收入预算数: { heads: ["预算数", "金额", "合计"], side: "left" },
    支出预算数: { heads: ["预算数", "金额", "合计"], side: "right" },
  },
  lines: {
    本年收入: income("一、", "本年收入", "本年收入合计"),
    一般公共预算拨款: income("1. ", "一般公共预算拨款", "一般公共预算"),
    一般财力: income("其中：", "一般财力"),
    上级一般公共预算安排转移支付: income("", "上级一般公共预算安排转移支付", "上级一般公共预算安排的转移支付"),
    政府性基金预算拨款: income("2. ", "政府性基金预算拨款", "基金预算拨款", "政府性基金预算"),
    政府性基金收入: income("其中：", "政府性基金收入"),
    上级政府性基金安排转移支付: income("", "上级政府性基金安排转移支付", "上级政府性基金安排的转移支付"),
    国有资本经营预算拨款: income("3. ", "国有资本经营预算拨款", "国有资本经营预算"),
    国有资本经营收入: income("其中：", "国有资本经营收入", "国有资本经营预算收入"),
    上级国有资本经营预算安排转移支付: income("", "上级国有资本经营预算安排转移支付", "上级国有资本经营预算安排的转移支付"),
    财政专户核拨: income("4. ", "财政专户核拨", "财政专户管理资金", "财政专户"),
    单位资金: income("5. ", "单位资金"),
    事业收入: income("其中：", "事业收入"),
    上级补助收入: income("", "上级补助收入"),
    附属单位上缴收入: income("", "附属单位上缴收入"),
    事业单位经营收入: income("", "事业单位经营收入"),
    其他收入: income("", "其他收入"),
    上年结转结余: carried("二、", "上年结转结余", "上年结转", "上年结余结转"),
    财政拨款结转: carried("1. ", "财政拨款结转", "财政拨款结转结余"),
    结转一般公共预算拨款: carried("其中：", "一般公共预算拨款", "一般公共预算"),
    结转政府性基金预算拨款: carried("", "政府性基金预算拨款", "基金预算拨款", "政府性基金预算"),
    结转国有资本经营预算拨款: carried("", "国有资本经营预算拨款", "国有资本经营预算"),
    非财政拨款结转结余: carried("2. ", "非财政拨款结转结余", "非财政拨款结转"),
    结转财政专户核拨: carried("其中：", "财政专户核拨", "财政专户管理资金", "财政专户"),
    结转单位资金: carried("", "单位资金"),
    收入总计: { labels: ["收入总计", "收入合计", "总计"], total: true },
  },
  marks: ["收入", "支出"],
  labelHeads: ["项目"],
  groups: [overLabels("收入", "收入预算数"), overLabels("支出", "支出预算数")],
});
