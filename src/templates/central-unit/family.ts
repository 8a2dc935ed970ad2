import type { Family } from "../family";
import { CENTRAL_UNIT } from "./narrative/id";
import { paper } from "./paper";
import { tables } from "./tables";

const baseline = { order: tables.map(({ key }) => key), tableLabel: (number: number): string => `第${number}张表` };
/** Columns of income that came and went. */
const CARRIED = ["上年结转", "使用非财政拨款结余"];
const OTHER_SOURCES = ["上级补助收入", "经营收入", "附属单位缴款"];
/** Met once; no sum of this year's income takes it in. */
const overview = ["捐赠收入"];

/** 中央部门所属单位: four tables in 万元 under the unit's own name, without numbers; years change the columns of income. */
export const centralUnit: Family = {
  id: CENTRAL_UNIT,
  name: "中央部门所属单位",
  tables,
  unit: "万元",
  forms: [
    { id: "2021-4", label: "4张表（收入表列本年收入）", ...baseline, leavesOut: { overview, income: [...CARRIED, ...OTHER_SOURCES] } },
    { id: "2023-4", label: "4张表（收入表含上年结转）", ...baseline, leavesOut: { overview, income: OTHER_SOURCES } },
    { id: "2024-4", label: "4张表（收入表只有一行）", ...baseline, leavesOut: { overview, income: CARRIED }, totalOnly: ["income"] },
  ],
  formsOfUnits: true,
  features: [
    { weight: 2, of: ["2023-4"], why: "收入表列有上年结转", holds: (facts) => facts.hasColumn("income", "上年结转") === true },
    { weight: 2, of: ["2024-4"], why: "收入表列有上级补助收入", holds: (facts) => facts.hasColumn("income", "上级补助收入") === true },
    { weight: 1, of: ["2021-4"], why: "收入表列本年收入", holds: (facts) => facts.hasColumn("income", "上年结转") === false },
  ],
  classList: null,
  paper,
};
