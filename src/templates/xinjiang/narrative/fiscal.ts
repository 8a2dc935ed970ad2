import { isNonZero, isZero, lacking } from "../../../narrative/figure";
import { free, name, told, type Node, type Pattern } from "../../../narrative/pattern/node";
import { ours, text, type Passage } from "../../../narrative/paragraphs";
import type { Fiscal, FiscalBudget } from "../../../narrative/quantities/fiscal";
import { list, say, words } from "../../../narrative/say";
import { counted } from "./sentences";

/** 收入全部为一般公共预算拨款，无政府性基金预算拨款和国有资本经营预算。 · 收入包括甲和乙，无丙。 Nothing where 表4 is missing. */
export function composition({ total, budgets }: Fiscal): readonly Passage[] {
  if (!total.known) return [];
  const named = (some: readonly FiscalBudget[]): Node => name([words(joined(some.map(({ said }) => said)))], "拨款名称");
  const present = budgets.filter(({ income }) => isNonZero(income));
  const absent = budgets.filter(({ income }) => !isNonZero(income));
  if (present.length === 0) return [text(say`没有财政拨款收入。`)];
  const none = absent.length > 0 ? say`，无${named(absent)}` : [];
  return [present.length === 1 ? text(say`收入全部为${named(present)}${none}。`) : ours(text(say`收入包括${named(present)}${none}。`))];
}

/** 收入预算包括：一般公共预算拨款1,219.43万元；政府性基金预算拨款… Nothing where there is no fiscal money at all. */
export function fiscalIncomes({ total, budgets, carriedOver }: Fiscal): readonly Passage[] {
  const present = budgets.filter(({ income }) => !isZero(income));
  if (present.length === 0 && !carriedOver) return total.known ? [] : [text(say`收入预算包括：${total}。`)];
  const incomes = present.map(
    ({ said, budget, income }) =>
      say`${name([words(said)], "拨款名称", [budget, `${budget}拨款`])}${told({ id: `fiscal.${budget}`, what: said, figure: income })}万元`,
  );
  const all = carriedOver ? [...incomes, say`上年结转${counted("fiscal.上年结转", "上年结转", carriedOver)}万元`] : incomes;
  const said = text(say`收入预算包括：${list(all, "；")}。`);
  return [all.length > 1 ? ours(said) : said];
}

/** 一般公共预算支出包括：一般公共服务支出910.03万元，主要用于…；…。 One paragraph a budget that has expenditure. */
export function fiscalUses({ total, budgets }: Fiscal): readonly Passage[] {
  const spent = budgets.filter(({ classes }) => classes.length > 0);
  if (spent.length === 0 && total.known && total.value.isZero()) return [text(say`没有财政拨款支出。`)];
  return spent.map(({ budget, classes }) =>
    text(
      say`${words(budget)}支出包括：${list(
        classes.map(
          ({ name: said, amount, use }) =>
            say`${name([words(said)], "科目名称")}${counted(`fiscal.${budget}.${said}`, `财政拨款的${said}`, amount)}万元，主要用于${free(use, `“${said}”的主要用途`, "use")}`,
        ),
        "；",
      )}。`,
    ),
  );
}

/** A class that the tables do not have, or that no table tells. */
export function useForm(): Pattern {
  const amount = told({ id: "fiscal.一般公共预算.*", what: "", figure: lacking("金额", "公开表上没有这一类") });
  return say`${free([], "类级科目", "name")}${amount}万元，主要用于${free([], "主要用途", "use")}。`;
}

/** 甲、乙和丙 */
function joined(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join("、")}和${names.at(-1) ?? ""}`;
}
