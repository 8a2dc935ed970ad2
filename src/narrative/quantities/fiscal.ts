import type { Desk } from "../desk";
import { tableOf } from "../desk";
import { firstKnown, isNonZero, type Figure } from "../figure";
import type { Segment } from "../segments";
import { subjectWords } from "../wording";
import { figureIn, figureOf, totalOf } from "./cells";

/** One of the three budgets in 财政拨款收支总表. */
export interface FiscalBudget {
  /** 一般公共预算拨款, 政府性基金预算拨款, 国有资本经营预算 (the published words have no 拨款 there). */
  readonly said: string;
  readonly budget: "一般公共预算" | "政府性基金预算" | "国有资本经营预算";
  readonly income: Figure;
  readonly classes: readonly { readonly name: string; readonly amount: Figure; readonly use: readonly Segment[] }[];
}

export interface Fiscal {
  readonly total: Figure;
  readonly budgets: readonly FiscalBudget[];
  /** Carried over from last year, where the template's 财政拨款收支总表 lists it. */
  readonly carriedOver: Figure | null;
}

const BUDGETS = [
  { said: "一般公共预算拨款", budget: "一般公共预算" },
  { said: "政府性基金预算拨款", budget: "政府性基金预算" },
  { said: "国有资本经营预算", budget: "国有资本经营预算" },
] as const;

/** 财政拨款收支: 财政拨款收支总表. */
export function fiscalOf(desk: Desk): Fiscal {
  const { recognised } = desk;
  const total = firstKnown(
    figureOf(recognised, "fiscal", (table) => table.total("left"), "收入合计", "财政拨款收支总预算"),
    totalOf(recognised, "fiscal", "合计", "财政拨款收支总预算"),
  );
  const carried = tableOf(desk, "fiscal")?.line("上年结转");
  const carriedOver = carried ? figureOf(recognised, "fiscal", () => carried, "收入合计", "上年结转") : null;
  return {
    total,
    budgets: BUDGETS.map(({ said, budget }) => ({ said, budget, ...budgetOf(desk, budget) })),
    carriedOver: carriedOver && isNonZero(carriedOver) ? carriedOver : null,
  };
}

function budgetOf(desk: Desk, budget: FiscalBudget["budget"]): Pick<FiscalBudget, "income" | "classes"> {
  const table = tableOf(desk, "fiscal");
  const income = firstKnown(
    figureOf(desk.recognised, "fiscal", (found) => found.line(budget), "收入合计", budget),
    totalOf(desk.recognised, "fiscal", budget, budget),
  );
  if (!table) return { income, classes: [] };
  const classes = table.rows.flatMap((row) => {
    const amount = row.kind === "class" ? figureIn(table, row, budget) : null;
    if (!amount || (amount.known && amount.value.isZero())) return [];
    const name = subjectWords(row.name);
    const asked = budget === "一般公共预算" ? [name] : [`${budget}/${name}`, name];
    return [
      { name, amount, use: desk.asks.words("支出用途", asked, `${name}${budget === "一般公共预算" ? "" : `（${budget}）`}的主要用途`) },
    ];
  });
  return { income, classes };
}
