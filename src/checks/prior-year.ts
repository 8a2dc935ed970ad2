import { fullAddress } from "../amount/cell-ref";
import { Exact } from "../amount/exact";
import { formatAmount, GROUPED } from "../amount/format";
import { judgeSum } from "../amount/tolerance";
import type { PriorCategory } from "../inputs/conventions";
import { lastName } from "../inputs/find";
import type { Inputs, PriorInput } from "../inputs/read";
import { normalise } from "../text/wording";
import type { Recognised } from "../workbook/recognised";
import type { Finding, FindingCell, Severity } from "./report";

/**
 * Last year's figures against one another (rules.md B): what the narrative gives piece by piece must add up to what it
 * gives as a whole, or the derived 增减额 contradict each other. Only the 填报 sheet can be wrong here.
 */
export function reconcilePriors(recognised: Recognised, inputs: Inputs): readonly Finding[] {
  if (!inputs.sheets.priors.sheet || inputs.priors.length === 0) return [];
  return reconciliations(inputs.priors, (code) => isProjectOnly(recognised, code))
    .filter(({ left, right }) => left.rows.length > 0 && right.rows.length > 0)
    .flatMap((reconciliation) => judge(reconciliation) ?? []);
}

/** The rules by themselves, for the documents. */
export function priorYearRules(): readonly { readonly id: string; readonly formula: string; readonly severity: Severity; readonly why: string }[] {
  return reconciliations([], () => false).map((rule) => ({ id: rule.id, formula: formulaOf(rule), severity: rule.severity, why: rule.why }));
}

interface Side {
  readonly words: string;
  readonly rows: readonly PriorInput[];
}

interface Reconciliation {
  readonly id: string;
  readonly left: Side;
  readonly operator: "=" | "<=";
  readonly right: Side;
  readonly severity: Severity;
  readonly why: string;
}

function reconciliations(priors: readonly PriorInput[], projectOnlyCode: (code: string) => boolean): readonly Reconciliation[] {
  const of = (category: PriorCategory, ...names: readonly string[]): readonly PriorInput[] =>
    priors.filter((row) => normalise(row.category) === normalise(category) && (names.length === 0 || names.some((name) => normalise(row.name) === normalise(name))));
  const sources = of("收入来源");
  const general = sources.filter(({ name }) => GENERAL.some((prefix) => normalise(name).startsWith(normalise(prefix))));
  const expenditure = of("支出总额", "基本支出", "项目支出");
  const budget = of("一般公共预算", "基本支出", "项目支出");
  const subjects = of("功能科目");
  const projectOnly = subjects.filter(({ code }) => projectOnlyCode(code));
  const [publicTotal, publicParts] = threePublic(of("“三公”经费"));
  return [
    {
      id: "P01", left: { words: "三、支出的上年数之和", rows: expenditure }, operator: "=", right: { words: "二、各收入来源的上年数之和", rows: sources },
      severity: "error", why: "上年收入总计与上年支出总计是同一个数",
    },
    {
      id: "P02", left: { words: "五（一）基本支出、项目支出的上年数之和", rows: budget }, operator: "=", right: { words: "二、一般公共预算（含上级转移支付）的上年数", rows: general },
      severity: "error", why: "上年一般公共预算拨款与上年一般公共预算收入是同一个数",
    },
    {
      id: "P03", left: { words: "五（三）各功能科目的上年数之和", rows: subjects }, operator: "=", right: { words: "五（一）基本支出、项目支出的上年数之和", rows: budget },
      severity: "error", why: "各科目的上年数合起来就是上年一般公共预算拨款；只有上年有的科目也要列",
    },
    {
      id: "P04", left: { words: "只列项目支出的科目的上年数之和", rows: projectOnly }, operator: "<=", right: { words: "五（一）项目支出的上年数", rows: of("一般公共预算", "项目支出") },
      severity: "warning", why: "这些科目本年只有项目支出，上年数一般不应多于上年项目支出",
    },
    {
      id: "P05", left: { words: "“三公”经费各项的上年数之和", rows: publicParts }, operator: "=", right: { words: "“三公”经费的上年合计", rows: publicTotal },
      severity: "error", why: "各项之和等于合计",
    },
    {
      id: "P06", left: { words: "机关运行经费的上年数", rows: of("机关运行经费") }, operator: "<=", right: { words: "五（一）基本支出的上年数", rows: of("一般公共预算", "基本支出") },
      severity: "warning", why: "机关运行经费是基本支出的一部分",
    },
    ...(["基本支出", "项目支出"] as const).map((part, index): Reconciliation => ({
      id: `P0${7 + index}`, left: { words: `五（一）${part}的上年数`, rows: of("一般公共预算", part) }, operator: "<=", right: { words: `三、${part}的上年数`, rows: of("支出总额", part) },
      severity: "warning", why: `一般公共预算${part}是全部${part}的一部分`,
    })),
  ];
}

function formulaOf({ left, operator, right }: Reconciliation): string {
  return `${left.words} ${operator === "=" ? "=" : "≤"} ${right.words}`;
}

const GENERAL = ["一般公共预算", "上级一般公共预算"];

/** Codes under which this year's 表5 has project expenditure and nothing else. */
function isProjectOnly(recognised: Recognised, code: string): boolean {
  const table = recognised.tables.get("general");
  const rows = table?.withCode(code).filter(({ kind }) => kind === "item") ?? [];
  return table !== undefined && rows.length > 0 && rows.every((row) => table.amount(row, "基本支出")?.isZero() === true && table.amount(row, "项目支出")?.isZero() === false);
}

/** The total, where the user has a row for it, and the parts; a subtotal of vehicles is neither. */
function threePublic(rows: readonly PriorInput[]): readonly [readonly PriorInput[], readonly PriorInput[]] {
  const isTotal = ({ name }: PriorInput): boolean => ["合计", "总计", "三公经费", "三公经费合计"].includes(normalise(name));
  return [rows.filter(isTotal), rows.filter((row) => !isTotal(row) && !/小计|购置(?:及|和)运行/u.test(normalise(row.name)))];
}

function judge(reconciliation: Reconciliation): Finding | null {
  const { id, left, operator, right, severity, why } = reconciliation;
  const formula = formulaOf(reconciliation);
  const cells = [...left.rows.map((row) => findingCell(row, "left")), ...right.rows.map((row) => findingCell(row, "right"))];
  const base = { id, key: `${id}|填报-上年对比`, formula, why, cells };
  const blank = [...left.rows, ...right.rows].filter(({ prior }) => prior.value === null);
  if (blank.length > 0) return { ...base, verdict: "notRun", severity: "info", message: `上年预算数还有${blank.length}格未填（${blank.slice(0, 3).map(({ prior }) => fullAddress(prior.cell)).join("、")}${blank.length > 3 ? "等" : ""}），${formula.replace(" = ", "与").replace(" ≤ ", "与")}未核对。`, advice: "填好后重新校验。", left: null, right: null, difference: null };
  const [a, b] = [sum(left.rows), sum(right.rows)];
  const difference = a.minus(b);
  if (difference.isZero() || (operator === "<=" && difference.sign() < 0)) return null;
  const addends = left.rows.length + right.rows.length - 1;
  const verdict = judgeSum(difference, addends);
  // Last year's figures are mostly this year's minus a printed change, so a tail of rounding is no news.
  if (verdict === "holds" || verdict === "rounding") return null;
  const rounding = verdict === "unlikely";
  return {
    ...base,
    verdict: rounding ? "rounding" : "broken",
    severity: rounding ? "warning" : severity,
    message: `${left.words} ${formatAmount(a, GROUPED)} ${operator === "=" ? "≠" : ">"} ${right.words} ${formatAmount(b, GROUPED)}，差 ${formatAmount(difference, GROUPED)}。${why}。`,
    advice: rounding ? "" : "请对照上年公开的说明和表，核对“填报-上年对比”里这几行的上年预算数，看有没有漏行或填错。",
    left: a.toString(),
    right: b.toString(),
    difference: difference.toFixed(2),
  };
}

function sum(rows: readonly PriorInput[]): Exact {
  return Exact.sum(rows.map(({ prior }) => prior.value ?? Exact.zero));
}

function findingCell({ prior, category, name }: PriorInput, side: FindingCell["side"]): FindingCell {
  return { ...prior.cell, table: null, rowLabel: `${category}·${lastName(name)}`, columnLabel: "上年预算数", value: prior.value?.toString() ?? "", side, sign: 1 };
}
