import { defineTable } from "../../define";
import { budgetGroups, funds } from "./government-funds";

/** 表9 国有资本经营预算支出情况表: laid out like 表8. */
export const stateCapital = defineTable({
  key: "stateCapital",
  titles: ["国有资本经营预算支出情况表", "国有资本经营预算支出表"],
  empty: "says so",
  layout: "coded",
  classification: "functional",
  columns: funds.columns,
  marks: ["国有资本经营预算支出"],
  groups: budgetGroups("国有资本经营预算"),
  nothing: "使用国有资本经营预算拨款安排的支出",
});
