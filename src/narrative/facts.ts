import type { Desk } from "./desk";
import type { Figure } from "./figure";
import { isNonZero } from "./figure";
import { basicOf, operatingFunds, type Basic } from "./quantities/basic";
import { missingTable } from "./quantities/cells";
import { compare } from "./quantities/compare";
import type { Comparison } from "./comparison";
import { expenditureClassNames, expenditureOf, generalBudgetOf, type Expenditure } from "./quantities/expenditure";
import { fiscalOf, type Fiscal } from "./quantities/fiscal";
import { incomeOf, overallTotal, type Income } from "./quantities/income";
import { threePublicOf, type ThreePublic } from "./quantities/three-public";
import type { Listed, Node } from "./pattern/node";
import { say, words } from "./say";

/** What every template speaks of, each figure computed once. The rest a template computes where it says it. */
export interface Facts {
  readonly total: Figure;
  /** Names of the sources with income, and of the classes with expenditure. */
  readonly incomeNames: Node;
  readonly classNames: Node;
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

function incomeNames(desk: Desk, { sources }: Income): Node {
  const present = sources.filter(({ current }) => isNonZero(current));
  const all = sources.every(({ current }) => current.known);
  const instead = all ? say`${words("无")}` : say`${missingTable(desk.recognised.template, "income", "收入预算包括的来源")}`;
  const names = present.map(({ said, listed, alsoSaid }): Listed => ({
    segments: [words(listed)],
    others: [said, ...alsoSaid, `${listed}拨款`],
  }));
  return { kind: "list", list: "income", what: "收入预算的来源", names: all || names.length > 0 ? names : null, instead };
}

function classNames(desk: Desk): Node {
  const names = expenditureClassNames(desk);
  const instead = names ? say`${words("无")}` : say`${missingTable(desk.recognised.template, "overview", "支出预算包括的科目")}`;
  return {
    kind: "list",
    list: "classes",
    what: "支出预算的科目",
    names: names?.map((one) => ({ segments: [words(one)], others: [] })) ?? null,
    instead,
  };
}
