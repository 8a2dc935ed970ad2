import { defineTable, line, overLabels } from "../../define";

/** 表4 财政拨款收支预算总体情况表: fiscal appropriation only, by budget. */
export const fiscal = defineTable({
  key: "fiscal",
  titles: ["财政拨款收支预算总体情况表", "财政拨款收支总体情况表", "财政拨款收支总表"],
  layout: "panels",
  classification: "functional",
  columns: {
    收入合计: { heads: ["合计", "预算数", "金额"], side: "left" },
    合计: { heads: ["合计", "小计"], side: "right" },
    一般公共预算: { heads: ["一般公共预算"], side: "right" },
    政府性基金预算: { heads: ["政府性基金预算", "政府性基金"], side: "right" },
    国有资本经营预算: { heads: ["国有资本经营预算"], side: "right" },
  },
  lines: {
    财政拨款: { labels: ["财政拨款(补助)", "财政拨款", "本年收入"], before: "一、" },
    一般公共预算: line("一般公共预算", "一般公共预算拨款"),
    政府性基金预算: line("政府性基金预算", "政府性基金预算拨款", "基金预算拨款"),
    国有资本经营预算: line("国有资本经营预算", "国有资本经营预算拨款"),
    上年结转: { labels: ["上年结转", "上年结转结余", "财政拨款结转"], optional: true },
    收入总计: { labels: ["收入总计", "收入合计", "总计"], total: true },
  },
  marks: ["财政拨款收入", "财政拨款支出"],
  labelHeads: ["项目"],
  groups: [
    overLabels("财政拨款收入", "收入合计"),
    overLabels("财政拨款支出", "合计", "一般公共预算", "政府性基金预算", "国有资本经营预算"),
  ],
});
