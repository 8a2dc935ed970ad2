import type { Desk } from "./desk";
import type { Figure } from "./figure";
import { isNonZero } from "./figure";
import { basicOf, operatingFunds, type Basic } from "./quantities/basic";
import { missingTable } from "./quantities/cells";
import { compare, type Comparison } from "./quantities/compare";
import { expenditureClassNames, expenditureOf, generalBudgetOf, type Expenditure } from "./quantities/expenditure";
import { fiscalOf, type Fiscal } from "./quantities/fiscal";
import { incomeOf, overallTotal, type Income } from "./quantities/income";
import { threePublicOf, type ThreePublic } from "./quantities/three-public";
import { list, words, type Sayable } from "./say";

/** What every template speaks of, each figure computed once. The rest a template computes where it says it. */
export interface Facts {
  readonly total: Figure;
  /** Names of the sources with income, and of the classes with expenditure. */
  readonly incomeNames: Sayable;
  readonly classNames: Sayable;
  readonly income: Income;
  readonly expenditure: Expenditure;
  readonly fiscal: Fiscal;
  readonly general: Expenditure;
  readonly basic: Basic;
  readonly threePublic: ThreePublic;
}

export function factsOf(desk: Desk): Facts {
  const income = incomeOf(desk);
  return {
    total: overallTotal(desk),
    incomeNames: incomeNames(desk, income),
    classNames: classNames(desk),
    income,
    expenditure: expenditureOf(desk),
    fiscal: fiscalOf(desk),
    general: generalBudgetOf(desk),
    basic: basicOf(desk),
    threePublic: threePublicOf(desk),
  };
}

/** 机关运行经费 against last year's. */
export function operatingComparison(desk: Desk): Comparison {
  return compare(desk, operatingFunds(desk), "机关运行经费", ["机关运行经费"]);
}

function incomeNames(desk: Desk, { sources }: Income): Sayable {
  const names = sources.filter(({ current }) => isNonZero(current)).map(({ listed }) => words(listed));
  if (names.length > 0) return list(names);
  return sources.every(({ current }) => current.known) ? words("无") : missingTable(desk.recognised.template, "income", "收入预算包括的来源");
}

function classNames(desk: Desk): Sayable {
  const names = expenditureClassNames(desk);
  if (!names) return missingTable(desk.recognised.template, "overview", "支出预算包括的科目");
  return names.length > 0 ? list(names.map(words)) : words("无");
}
