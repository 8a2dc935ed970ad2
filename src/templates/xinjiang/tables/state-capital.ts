import { defineTable } from "../../define";
import { t8 } from "./government-funds";

/** 表9 国有资本经营预算支出情况表: laid out like 表8. */
export const t9 = defineTable({
  key: "stateCapital",
  titles: ["国有资本经营预算支出情况表", "国有资本经营预算支出表"],
  layout: "coded",
  classification: "functional",
  columns: t8.columns,
  marks: ["国有资本经营预算支出"],
});
