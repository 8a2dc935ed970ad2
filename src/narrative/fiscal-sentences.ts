import type { Desk } from "./desk";
import { isNonZero, isZero } from "./figure";
import { text } from "./paragraphs";
import type { Fiscal, FiscalBudget } from "./quantities/fiscal";
import { list, words, type Sayable } from "./say";
import type { Paragraph, Segment } from "./segments";

/** 收入全部为一般公共预算拨款，无政府性基金预算拨款和国有资本经营预算。 · 收入包括甲和乙，无丙。 Nothing where 表4 is missing. */
export function composition({ say }: Desk, { total, budgets }: Fiscal): readonly Paragraph[] {
  if (!total.known) return [];
  const named = (some: readonly FiscalBudget[]): Segment => words(joined(some.map(({ said }) => said)));
  const present = budgets.filter(({ income }) => isNonZero(income));
  const absent = budgets.filter(({ income }) => !isNonZero(income));
  if (present.length === 0) return [text(say`没有财政拨款收入。`)];
  const none = absent.length > 0 ? say`，无${named(absent)}` : [];
  return [text(present.length === 1 ? say`收入全部为${named(present)}${none}。` : say`收入包括${named(present)}${none}。`)];
}

/** 一般公共预算拨款1,219.43万元；政府性基金预算拨款… */
export function fiscalIncomes({ say }: Desk, { budgets, carriedOver }: Fiscal): Sayable {
  const present = budgets.filter(({ income }) => !isZero(income));
  const incomes = (present.length > 0 ? present : budgets.slice(0, 1)).map(({ said, income }) => say`${words(said)}${income}万元`);
  return list(carriedOver ? [...incomes, say`上年结转${carriedOver}万元`] : incomes, "；");
}

/** 一般公共预算支出包括：一般公共服务支出910.03万元，主要用于…；…。 One paragraph a budget that has expenditure. */
export function fiscalUses({ say }: Desk, { budgets }: Fiscal): readonly Paragraph[] {
  return budgets
    .filter(({ classes }) => classes.length > 0)
    .map(({ budget, classes }) =>
      text(say`${words(budget)}支出包括：${list(classes.map(({ name, amount, use }) => say`${words(name)}${amount}万元，主要用于${use}`), "；")}。`),
    );
}

/** 甲、乙和丙 */
function joined(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join("、")}和${names.at(-1) ?? ""}`;
}
