import type { Check } from "../engine/check";
import { carriedOverChecks } from "./t12-carried-over";
import { commissionedChecks } from "./t11-commissioned";
import { counterpartChecks } from "./counterparts";
import { expenditureChecks } from "./t03-expenditure";
import { fiscalChecks } from "./t04-fiscal";
import { basicChecks } from "./t06-basic";
import { generalChecks } from "./t05-general";
import { incomeChecks } from "./t02-income";
import { otherBudgetChecks } from "./t08-t09-other-budgets";
import { overviewChecks } from "./t01-overview";
import { plausibilityChecks } from "./plausibility";
import { projectChecks } from "./t07-projects";
import { nameMatchChecks } from "./project-names";
import { fileChecks } from "./structure/as-saved";
import { cellChecks } from "./structure/cells";
import { decimalChecks } from "./structure/decimals";
import { emptyChecks } from "./structure/empty";
import { headChecks } from "./structure/heads";
import { tableChecks } from "./structure/tables";
import { totalChecks } from "./structure/totals";
import { codeChecks } from "./subjects/codes";
import { levelChecks } from "./subjects/levels";
import { nameChecks } from "./subjects/names";
import { useChecks } from "./subjects/use";
import { threePublicChecks } from "./t10-three-public";

/** Checks under one heading of the manual. */
export interface Chapter {
  readonly heading: string;
  readonly checks: readonly Check[];
}

/** Every check, in the order of the tables; then what concerns all of them. */
export const chapters: readonly Chapter[] = [
  { heading: "表1 部门收支总体情况表", checks: overviewChecks },
  { heading: "表2 部门收入总体情况表", checks: incomeChecks },
  { heading: "表3 部门支出总体情况表", checks: expenditureChecks },
  { heading: "表4 财政拨款收支预算总体情况表", checks: fiscalChecks },
  { heading: "表5 一般公共预算支出情况表", checks: generalChecks },
  { heading: "表6 一般公共预算基本支出情况表", checks: basicChecks },
  { heading: "表7 一般公共预算项目支出情况表", checks: projectChecks },
  { heading: "表8 政府性基金预算支出情况表、表9 国有资本经营预算支出情况表", checks: otherBudgetChecks },
  { heading: "表10 财政拨款“三公”经费支出情况表", checks: threePublicChecks },
  { heading: "表11 财政拨款委托业务费支出情况表", checks: commissionedChecks },
  { heading: "表12 上年结转结余情况表（11张表的模板里是表11）", checks: carriedOverChecks },
  { heading: "功能分类与经济分类", checks: counterpartChecks },
  { heading: "表的结构", checks: [...tableChecks, ...headChecks, ...cellChecks, ...decimalChecks, ...totalChecks, ...emptyChecks, ...fileChecks] },
  { heading: "科目", checks: [...codeChecks, ...nameChecks, ...levelChecks, ...useChecks] },
  { heading: "名称与合理性", checks: [...nameMatchChecks, ...plausibilityChecks] },
];

export const catalogue: readonly Check[] = chapters.flatMap(({ checks }) => checks);
