import type { Desk } from "../desk";
import { tableOf } from "../desk";
import { firstKnown, isNonZero, minus, shareOf, type Figure } from "../figure";
import { subjectWords } from "../wording";
import { figureIn, totalOf } from "./cells";
import { compare } from "./compare";
import type { Comparison } from "../comparison";
import { overallTotal } from "./income";

export interface ExpenditurePart {
  readonly said: "基本支出" | "项目支出";
  readonly share: Figure;
  readonly comparison: Comparison;
}

export interface Expenditure {
  readonly total: Figure;
  readonly parts: readonly ExpenditurePart[];
}

const PARTS = ["基本支出", "项目支出"] as const;

/** 支出预算: 支出总表; without it, where all money is general public budget, that budget's. */
export function expenditureOf(desk: Desk): Expenditure {
  const total = firstKnown(totalOf(desk.recognised, "expenditure", "合计", "支出预算"), overallTotal(desk));
  const general = generalTotal(desk);
  const allGeneral = total.known && general.known && total.value.equals(general.value);
  return {
    total,
    parts: PARTS.map((said) => {
      const stated = totalOf(desk.recognised, "expenditure", said, said);
      const current = allGeneral ? firstKnown(stated, generalPart(desk, said)) : stated;
      return { said, share: shareOf(current, total), comparison: compare(desk, current, "支出总额", [said]) };
    }),
  };
}

/** 一般公共预算当年拨款: 一般公共预算支出表. */
export function generalBudgetOf(desk: Desk): Expenditure {
  const total = generalTotal(desk);
  return {
    total,
    parts: PARTS.map((said) => {
      const current = generalPart(desk, said);
      return { said, share: shareOf(current, total), comparison: compare(desk, current, "一般公共预算", [said]) };
    }),
  };
}

function generalTotal({ recognised }: Desk): Figure {
  return firstKnown(
    totalOf(recognised, "general", "合计", "一般公共预算拨款"),
    totalOf(recognised, "fiscal", "一般公共预算", "一般公共预算拨款"),
  );
}

/** 一般公共预算支出表; without it 基本支出表 and 项目支出表, or what the other part leaves of the total. */
export function generalPart(desk: Desk, said: ExpenditurePart["said"]): Figure {
  const { recognised } = desk;
  const [basic, project] = [totalOf(recognised, "basic", "合计", "基本支出"), totalOf(recognised, "projects", "项目支出合计", "项目支出")];
  const stated = totalOf(recognised, "general", said, said);
  if (stated.known) return stated;
  const [own, other] = said === "基本支出" ? [basic, project] : [project, basic];
  const derived = firstKnown(own, minus(generalTotal(desk), [other]));
  return derived.known ? derived : stated;
}

/** Names of the classes with expenditure, from the right side of 收支总表; null without the table. */
export function expenditureClassNames(desk: Desk): readonly string[] | null {
  const overview = tableOf(desk, "overview");
  if (overview)
    return namesOfClasses(overview.rows.filter((row) => row.kind === "class" && isNonZero(figureIn(overview, row, "支出预算数"))));
  const expenditure = tableOf(desk, "expenditure");
  return expenditure
    ? namesOfClasses(expenditure.rows.filter((row) => row.kind === "class" && isNonZero(figureIn(expenditure, row, "合计"))))
    : null;
}

function namesOfClasses(rows: readonly { readonly name: string }[]): readonly string[] {
  return rows.map(({ name }) => subjectWords(name));
}
