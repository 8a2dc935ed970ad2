import { fullAddress } from "../amount/cell-ref";
import { Exact } from "../amount/exact";
import { formatAmount, GROUPED, lessOrMore } from "../amount/format";
import { judgeSum } from "../amount/tolerance";
import type { PriorCategory } from "../inputs/conventions";
import { lastName } from "../inputs/find";
import type { Inputs, PriorInput } from "../inputs/read";
import { normalise } from "../text/wording";
import type { Recognised } from "../workbook/recognised";
import type { Examples, Rule } from "./engine/check";
import { examplesOfEquality, examplesOfLimit } from "./examples";
import type { Finding, FindingCell, Severity } from "./report";

/** A rule over last year's figures on the 填报 sheet. */
export interface Reconciliation extends Rule {
  readonly kind: "reconciliation";
  /** The rule in words, in place of a formula. */
  readonly rule: string;
  readonly examples: Examples;
  readonly operator: "=" | "<=";
  readonly left: Side;
  readonly right: Side;
}

/** One side: what it is called, and which rows add up to it. */
interface Side {
  readonly words: string;
  readonly rows: (figures: Figures) => readonly PriorInput[];
}

/**
 * Last year's figures against one another (docs/rules.md B): what the narrative gives piece by piece must add up to what it
 * gives as a whole, or the derived 增减额 contradict each other. Only the 填报 sheet can be wrong here.
 */
export function reconcilePriors(
  recognised: Recognised,
  inputs: Inputs,
  rules: readonly Reconciliation[] = reconciliations(),
): readonly Finding[] {
  if (!inputs.sheets.priors.sheet || inputs.priors.length === 0) return [];
  const figures = new Figures(inputs.priors, (code) => isProjectOnly(recognised, code));
  return rules.flatMap((rule) => judge(rule, rule.left.rows(figures), rule.right.rows(figures)) ?? []);
}

/** The rows of 填报-上年对比 by what they are. */
class Figures {
  private readonly byCategory = new Map<string, PriorInput[]>();

  constructor(
    priors: readonly PriorInput[],
    private readonly projectOnlyCode: (code: string) => boolean,
  ) {
    for (const row of priors) {
      const category = normalise(row.category);
      const rows = this.byCategory.get(category);
      if (rows) rows.push(row);
      else this.byCategory.set(category, [row]);
    }
  }

  of(category: PriorCategory, ...names: readonly string[]): readonly PriorInput[] {
    const rows = this.byCategory.get(normalise(category)) ?? [];
    const wanted = names.map(normalise);
    return names.length === 0 ? rows : rows.filter(({ name }) => wanted.includes(normalise(name)));
  }

  get general(): readonly PriorInput[] {
    return this.of("收入来源").filter(({ name }) => GENERAL.some((prefix) => normalise(name).startsWith(normalise(prefix))));
  }

  get projectOnly(): readonly PriorInput[] {
    return this.of("功能科目").filter(({ code }) => this.projectOnlyCode(code));
  }

  /** The total, where the user has a row for it, and the parts; a subtotal of vehicles is neither. */
  get threePublic(): { readonly total: readonly PriorInput[]; readonly parts: readonly PriorInput[] } {
    const rows = this.of("“三公”经费");
    const isTotal = ({ name }: PriorInput): boolean => ["合计", "总计", "三公经费", "三公经费合计"].includes(normalise(name));
    return {
      total: rows.filter(isTotal),
      parts: rows.filter((row) => !isTotal(row) && !/小计|购置(?:及|和)运行/u.test(normalise(row.name))),
    };
  }
}

const side = (words: string, rows: Side["rows"]): Side => ({ words, rows });
const ofBudget = (part: string): Side => side(`五（一）${part}的上年数`, (figures) => figures.of("一般公共预算", part));

const wholeBudget = side("五（一）基本支出、项目支出的上年数之和", (figures) => figures.of("一般公共预算", "基本支出", "项目支出"));

let known: readonly Reconciliation[] | null = null;

/** Every rule over last year's figures: of all workbooks the same. */
export function reconciliations(): readonly Reconciliation[] {
  known ??= allRules();
  return known;
}

function allRules(): readonly Reconciliation[] {
  const rule = (id: string, severity: Severity, left: Side, operator: "=" | "<=", right: Side, why: string): Reconciliation => ({
    kind: "reconciliation",
    id,
    family: null,
    severity,
    left,
    operator,
    right,
    why,
    source: "P",
    rule: `${left.words} ${operator === "=" ? "=" : "≤"} ${right.words}`,
    examples: operator === "=" ? examplesOfEquality(1) : examplesOfLimit,
  });
  return [
    rule(
      "P01",
      "error",
      side("三、支出的上年数之和", (figures) => figures.of("支出总额", "基本支出", "项目支出")),
      "=",
      side("二、各收入来源的上年数之和", (figures) => figures.of("收入来源")),
      "上年收入总计与上年支出总计是同一个数",
    ),
    rule(
      "P02",
      "error",
      wholeBudget,
      "=",
      side("二、一般公共预算（含上级转移支付）的上年数", (figures) => figures.general),
      "上年一般公共预算拨款与上年一般公共预算收入是同一个数",
    ),
    rule(
      "P03",
      "error",
      side("五（三）各功能科目的上年数之和", (figures) => figures.of("功能科目")),
      "=",
      wholeBudget,
      "各科目的上年数合起来就是上年一般公共预算拨款；只有上年有的科目也要列",
    ),
    rule(
      "P04",
      "warning",
      side("只列项目支出的科目的上年数之和", (figures) => figures.projectOnly),
      "<=",
      ofBudget("项目支出"),
      "这些科目本年只有项目支出，上年数一般不应多于上年项目支出",
    ),
    rule(
      "P05",
      "error",
      side("“三公”经费各项的上年数之和", (figures) => figures.threePublic.parts),
      "=",
      side("“三公”经费的上年合计", (figures) => figures.threePublic.total),
      "各项之和等于合计",
    ),
    rule(
      "P06",
      "warning",
      side("机关运行经费的上年数", (figures) => figures.of("机关运行经费")),
      "<=",
      ofBudget("基本支出"),
      "机关运行经费是基本支出的一部分",
    ),
    ...(["基本支出", "项目支出"] as const).map((part, index) =>
      rule(
        `P0${7 + index}`,
        "warning",
        ofBudget(part),
        "<=",
        side(`三、${part}的上年数`, (figures) => figures.of("支出总额", part)),
        `一般公共预算${part}是全部${part}的一部分`,
      ),
    ),
  ];
}

const GENERAL = ["一般公共预算", "上级一般公共预算"];

/** Codes under which this year's 一般公共预算支出表 has project expenditure and nothing else. */
function isProjectOnly(recognised: Recognised, code: string): boolean {
  const table = recognised.tables.get("general");
  const rows = table?.withCode(code).filter(({ kind }) => kind === "item") ?? [];
  return (
    table !== undefined &&
    rows.length > 0 &&
    rows.every((row) => table.amount(row, "基本支出")?.isZero() === true && table.amount(row, "项目支出")?.isZero() === false)
  );
}

function judge(
  { id, left, operator, right, severity, why, rule: formula }: Reconciliation,
  leftRows: readonly PriorInput[],
  rightRows: readonly PriorInput[],
): Finding | null {
  if (leftRows.length === 0 || rightRows.length === 0) return null;
  const cells = [...leftRows.map((row) => findingCell(row, "left")), ...rightRows.map((row) => findingCell(row, "right"))];
  const base = { id, key: `${id}|填报-上年对比`, formula, why, cells };
  const blank = [...leftRows, ...rightRows].filter(({ prior }) => prior.value === null);
  if (blank.length > 0)
    return {
      ...base,
      verdict: "notRun",
      severity: "info",
      message: `上年预算数还有${blank.length}格未填（${blank
        .slice(0, 3)
        .map(({ prior }) => fullAddress(prior.cell))
        .join("、")}${blank.length > 3 ? "等" : ""}），${formula.replace(" = ", "与").replace(" ≤ ", "与")}未核对。`,
      advice: "填好后重新校验。",
      left: null,
      right: null,
      difference: null,
    };
  const [a, b] = [sum(leftRows), sum(rightRows)];
  const difference = a.minus(b);
  if (difference.isZero() || (operator === "<=" && difference.sign() < 0)) return null;
  const addends = leftRows.length + rightRows.length - 1;
  const verdict = judgeSum(difference, addends);
  // Last year's figures are mostly this year's minus a printed change, so a tail of rounding is no news.
  if (verdict === "holds" || verdict === "rounding") return null;
  const rounding = verdict === "unlikely";
  return {
    ...base,
    verdict: rounding ? "rounding" : "broken",
    severity: rounding ? "warning" : severity,
    message: `${left.words} ${formatAmount(a, GROUPED)} ${operator === "=" ? "≠" : ">"} ${right.words} ${formatAmount(b, GROUPED)}，${lessOrMore(difference)} ${formatAmount(difference.abs(), GROUPED)}。${why}。`,
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
  return {
    sheet: prior.cell.sheet,
    row: prior.cell.row,
    column: prior.cell.column,
    table: null,
    rowLabel: `${category}·${lastName(name)}`,
    columnLabel: "上年预算数",
    value: prior.value?.toString() ?? "",
    side,
    sign: 1,
  };
}
