import { Exact } from "../../amount/exact";
import { formatPercent, GROUPED } from "../../amount/format";
import { share } from "../../amount/ratio";
import type { Check, IdentityCheck } from "../../checks/engine/check";
import { printable, withoutNumbering } from "../../text/wording";
import type { Recognised } from "../../workbook/recognised";
import { agree, amountAt, partsOf, type Part, type Quantity } from "./parts";

/** An amount of the flow, as printed: 万元 to two decimals, and its share of the whole. */
export interface FlowPart {
  readonly name: string;
  readonly amount: string;
  readonly share: string;
}

/** Where the money comes from, for what it is spent, and on which functions. */
export interface Flow {
  readonly total: string;
  readonly sources: readonly FlowPart[];
  readonly uses: readonly FlowPart[];
  readonly classes: readonly FlowPart[];
  /** From a use to a class, both by their place. */
  readonly links: readonly { readonly use: number; readonly class: number; readonly amount: string }[];
  /** What the tables do not say, and so is not drawn: sentences. */
  readonly left: readonly string[];
}

export type FlowFigures = Flow | { readonly problem: string };

const INCOME: Quantity = { table: "overview", row: { line: "收入总计" }, column: "收入预算数" };
const SPENT: Quantity = { table: "expenditure", row: "total", column: "合计" };
/** What is not spent this year stands in the overview alone. */
const KEPT = ["结转下年", "结转下年资金"];

/**
 * Income to expenditure, from 收支总表 and 支出总表. Which source pays for which use no table says: both meet in the total.
 * What does not add up is not drawn: the check says where it goes wrong.
 */
export function flowFigures(recognised: Recognised, checks: readonly Check[]): FlowFigures {
  const identities = checks.filter((check): check is IdentityCheck => check.kind === "identity");
  const total = amountAt(INCOME, recognised);
  const spent = amountAt(SPENT, recognised);
  if (!total || !spent)
    return { problem: `没有找到${total ? "支出总表的合计" : "收支总表的收入总计"}，画不成。请先在“校验”里看这张表认在哪里。` };
  if (total.isZero()) return { problem: "收入总计是 0.00，没有可画的。" };
  const sources = partsOf(INCOME, recognised, identities);
  const uses = [...partsOf(SPENT, recognised, identities), ...keptOf(recognised, total.minus(spent))];
  const classes = classesOf(recognised, uses);
  if ([total, spent, ...[...sources, ...uses].map(({ amount }) => amount)].some((amount) => amount.sign() < 0))
    return { problem: "有负数，画不成流向图。请看表上的数。" };
  if (!agree(sum(uses), total, uses.length + 1)) return { problem: "收入总计和支出总计不是同一个数，画不成。请先在“校验”里改好。" };
  const part = ({ name, amount }: Pick<Part, "name" | "amount">): FlowPart => ({ name, ...printedOf(amount, total) });
  const isSplit = sources.length > 1 || sources.some(({ name }) => !/总计|合计/.test(name));
  return {
    total: total.toFixed(2),
    sources: sources.map(part),
    uses: uses.map(part),
    classes: classes?.rows.map(part) ?? [],
    links: classes?.links ?? [],
    left: [
      ...(isSplit ? [] : ["收支总表没有认出收入分哪几项，来源只画了总数。"]),
      ...(classes ? [] : ["支出总表没有按功能分类分列基本支出和项目支出，功能类没有画。"]),
    ],
  };
}

const sum = (parts: readonly { readonly amount: Exact }[]): Exact => Exact.sum(parts.map(({ amount }) => amount));

export function printedOf(amount: Exact, whole: Exact): Pick<FlowPart, "amount" | "share"> {
  const points = share(amount, whole);
  return { amount: amount.toFixed(2), share: points ? formatPercent(points, GROUPED) : "" };
}

/** What the overview keeps for next year, where that is all that is not spent. */
function keptOf(recognised: Recognised, rest: Exact): readonly Part[] {
  return KEPT.flatMap((line): Part[] => {
    const amount = amountAt({ table: "overview", row: { line }, column: "支出预算数" }, recognised);
    return amount && !amount.isZero() && agree(amount, rest, 2) ? [{ name: "结转下年", amount, column: null }] : [];
  });
}

interface Classes {
  readonly rows: readonly { readonly name: string; readonly amount: Exact }[];
  readonly links: Flow["links"];
}

/** The classes of 支出总表, largest first, and what each takes of every use; null where they do not make up the uses. */
function classesOf(recognised: Recognised, uses: readonly Part[]): Classes | null {
  const table = recognised.tables.get(SPENT.table);
  const columns = uses.flatMap(({ column }) => column ?? []);
  const rows = (table?.rows ?? [])
    .filter(({ kind }) => kind === "class")
    .map((row) => ({
      name: printable(withoutNumbering(row.name)) || (row.code ?? ""),
      amount: table?.amount(row, SPENT.column) ?? Exact.zero,
      of: columns.map((column) => table?.amount(row, column) ?? Exact.zero),
    }))
    .filter(({ amount }) => !amount.isZero())
    .sort((a, b) => b.amount.compare(a.amount));
  const isWhole = columns.every((column, index) =>
    agree(
      Exact.sum(rows.map(({ of }) => of[index] ?? Exact.zero)),
      uses.find((use) => use.column === column)?.amount ?? Exact.zero,
      rows.length + 1,
    ),
  );
  if (rows.length === 0 || columns.length === 0 || !isWhole || rows.some(({ of }) => of.some((amount) => amount.sign() < 0))) return null;
  const links = rows.flatMap(({ of }, place) =>
    of.flatMap((amount, index) => {
      const use = uses.findIndex(({ column }) => column === columns[index]);
      return amount.isZero() ? [] : [{ use, class: place, amount: amount.toFixed(2) }];
    }),
  );
  return { rows, links };
}
