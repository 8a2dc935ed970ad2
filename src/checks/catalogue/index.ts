import type { Check } from "../engine/check";
import { overviewChecks } from "./t01-overview";
import { incomeChecks } from "./t02-income";
import { expenditureChecks } from "./t03-expenditure";
import { fiscalChecks } from "./t04-fiscal";
import { generalChecks } from "./t05-general";
import { basicChecks } from "./t06-basic";
import { projectChecks } from "./t07-projects";
import { otherBudgetChecks } from "./t08-t09-other-budgets";
import { threePublicChecks } from "./t10-three-public";
import { commissionedChecks } from "./t11-commissioned";
import { carriedOverChecks } from "./t12-carried-over";

/** Every check, in the order of the tables. */
export const catalogue: readonly Check[] = [
  ...overviewChecks,
  ...incomeChecks,
  ...expenditureChecks,
  ...fiscalChecks,
  ...generalChecks,
  ...basicChecks,
  ...projectChecks,
  ...otherBudgetChecks,
  ...threePublicChecks,
  ...commissionedChecks,
  ...carriedOverChecks,
];
