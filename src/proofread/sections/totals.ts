import { incomeSources } from "../../inputs/income-sources";
import { isNonZero, isZero, type Figure } from "../../narrative/figure";
import { expenditureClassNames } from "../../narrative/quantities/expenditure";
import { fundTotals } from "../../narrative/quantities/subjects";
import { expenditureClasses } from "../../templates/common/subjects";
import { judgeWords } from "../judge/inputs";
import { seeCells, type Ledger } from "../ledger";
import { statementsOf, type Statement } from "../read/statements";
import { canon } from "../../text/canon";
import { spanText, type Line, type Span } from "../text/lines";
import { judgeList, listAfter, noteName, resolveName, type Named } from "../words/names";
import { judgeUses } from "./spending";
import { judgeStatement, type Reading, type Target } from "./target";

const endsWith = (statement: Statement, words: RegExp): boolean => words.test(spanText(statement.label));

/** 一: 收支总预算 and the two lists of names. */
export function readOverall({ ledger, line }: Reading): void {
  const { book } = ledger;
  for (const statement of statementsOf(line))
    if (endsWith(statement, /收支(?:总)?预算(?:总额|为)?$/)) judgeStatement(ledger, statement, { id: "total", what: "收支总预算", figure: book.facts.total });
  const incomes = listAfter(line, /收入预算包括：/);
  if (incomes && book.facts.income.sources.every(({ current }) => current.known)) {
    const sources = book.facts.income.sources.map(({ listed, said, current }) => ({ listed, said, current, also: incomeSources.find((source) => source.said === said)?.alsoInput ?? [] }));
    judgeList(ledger, incomes, {
      what: "收入预算的来源",
      wanted: sources.filter(({ current }) => isNonZero(current)).map(({ listed, said, current, also }) => ({ names: [listed, said, ...also, `${listed}拨款`], cells: current.known ? current.cells : [] })),
      known: sources.map(({ listed }) => listed),
    });
  }
  const classes = listAfter(line, /支出预算包括：/);
  const names = book.withWorkbook ? expenditureClassNames(book.desk) : null;
  if (classes && names) judgeList(ledger, classes, { what: "支出预算的科目", wanted: names.map((name) => ({ names: [name], cells: [] })), known: expenditureClasses.map(({ name }) => name) });
}

/** 二: the total, and one sentence a source. */
export function readIncome({ ledger, line }: Reading): void {
  const { income } = ledger.book.facts;
  const candidates: readonly Named<(typeof income.sources)[number]>[] = income.sources.map((source) => ({
    names: [source.said, source.listed, ...(incomeSources.find(({ said }) => said === source.said)?.alsoInput ?? [])],
    value: source,
  }));
  for (const statement of statementsOf(line)) {
    if (endsWith(statement, /(?:收入|收支)预算(?:总额|合计|为)?$/)) {
      judgeStatement(ledger, statement, { id: "income", what: "收入预算", figure: income.total });
      continue;
    }
    const found = resolveName(statement.label, candidates);
    if (!found) continue;
    if (!found.exact) noteName(ledger, found.at, found.name, "收入来源");
    const source = found.value;
    judgeStatement(ledger, statement, {
      id: `income.${source.said}`, what: `${source.said}收入`, figure: source.current, comparison: source.comparison, whole: ["income", "total"], wholeFigure: income.total, of: "source",
    });
    const reason = statement.reason ? spanText(statement.reason) : "";
    const transfers = income.sources.find(({ said }) => said.startsWith("上级一般公共预算"));
    if (source.said === "一般公共预算" && /转移支付/.test(reason) && statement.reason && transfers && isZero(transfers.current) && transfers.comparison === null)
      ledger.fault({
        id: "B09", category: "direction", severity: "warning", at: within(statement.reason, /[^，。；]{0,6}转移支付(?:资金)?/),
        message: "一般公共预算的理由提到转移支付，但“上级一般公共预算安排的转移支付资金”本年和上年都没有安排，这笔钱不在这一项里。",
      });
  }
  for (const match of line.text.matchAll(/([^。；，、]{4,30}?)(?:本年)?未安排(?=[。；]|$)/g)) notArranged(ledger, line, match, candidates);
}

function within(span: { line: Line; start: number; end: number }, words: RegExp): typeof span {
  const match = words.exec(spanText(span));
  return match ? { ...span, start: span.start + match.index, end: span.start + match.index + match[0].length } : span;
}

function notArranged(ledger: Ledger, line: Line, match: RegExpExecArray, candidates: readonly Named<Ledger["book"]["facts"]["income"]["sources"][number]>[]): void {
  const label = { line, start: match.index, end: match.index + (match[1] ?? "").length };
  const found = resolveName(label, candidates);
  if (!found) return;
  if (!found.exact) noteName(ledger, found.at, found.name, "收入来源");
  const { current, comparison, said } = found.value;
  if (current.known && !current.value.isZero())
    ledger.fault({ id: "B02", category: "figure", severity: "error", at: { line, start: label.start, end: match.index + match[0].length }, message: `说明写${said}未安排，表上是${current.value.toFixed(2)}万元${seeCells(current.cells)}。`, right: current.value, cells: current.cells });
  else if (comparison !== null && comparison.prior.known && !comparison.prior.value.isZero())
    ledger.fault({ id: "B02", category: "missing", severity: "error", at: { line, start: label.start, end: match.index + match[0].length }, message: `${said}上年有${comparison.prior.value.toFixed(2)}万元${seeCells(comparison.prior.cells)}，不能只写未安排，应写明比上年减少的金额和原因。`, cells: comparison.prior.cells });
}

/** 三 and 五（一）: 基本支出, 项目支出. */
export function readParts({ ledger, line, section }: Reading): void {
  const general = section !== "expenditure";
  const { facts } = ledger.book;
  const totals = general ? facts.general : facts.expenditure;
  const prefix = general ? "general" : "expenditure";
  for (const statement of statementsOf(line)) {
    const target = partTarget(ledger, statement, general, totals, prefix);
    if (target) judgeStatement(ledger, statement, target);
  }
}

function partTarget(ledger: Ledger, statement: Statement, general: boolean, totals: Ledger["book"]["facts"]["general"], prefix: string): Target | null {
  if (endsWith(statement, general ? /(?:拨款(?:合计|总额)?|合计|总计)(?:为)?$/ : /支出(?:总)?预算(?:总额|合计|为)?$/))
    return { id: prefix, what: general ? "一般公共预算拨款" : "支出预算", figure: totals.total };
  const found = resolveName(statement.label, totals.parts.map((part) => ({ names: [part.said], value: part })), 4);
  if (!found) return null;
  if (!found.exact) noteName(ledger, found.at, found.name, "支出类别");
  const part = found.value;
  return {
    id: `${prefix}.${part.said}`, what: `${general ? "一般公共预算" : ""}${part.said}`, figure: part.comparison.current, comparison: part.comparison,
    whole: [prefix, "total"], wholeFigure: totals.total, of: "part",
  };
}

/** 四: 财政拨款收支. */
export function readFiscal({ ledger, line }: Reading): void {
  const { fiscal } = ledger.book.facts;
  composition(ledger, line);
  const spent = fiscal.budgets.find(({ budget }) => new RegExp(`${budget}支出包括`).test(line.text)) ?? fiscal.budgets[0];
  const incomes = /收入预算包括：/.test(line.text);
  for (const statement of statementsOf(line, /主要用于[^；。]*/g)) {
    if (endsWith(statement, /财政拨款收支(?:总)?预算(?:总额|为)?$/)) {
      judgeStatement(ledger, statement, { id: "fiscal", what: "财政拨款收支总预算", figure: fiscal.total });
      continue;
    }
    const label = afterColon(statement);
    if (incomes) {
      const found = resolveName(label.label, fiscal.budgets.map((budget) => ({ names: [budget.said, budget.budget, `${budget.budget}拨款`], value: budget })));
      if (found && !found.exact) noteName(ledger, found.at, found.name, "拨款名称");
      if (found) judgeStatement(ledger, label, { id: `fiscal.${found.value.budget}`, what: found.value.said, figure: found.value.income });
    } else if (spent) readUse(ledger, label, spent);
  }
}

function afterColon(statement: Statement): Statement {
  const colon = spanText(statement.label).lastIndexOf("：");
  return colon < 0 ? statement : { ...statement, label: { ...statement.label, start: statement.label.start + colon + 1 } };
}

function readUse(ledger: Ledger, statement: Statement, { budget, classes }: Ledger["book"]["facts"]["fiscal"]["budgets"][number]): void {
  const official = expenditureClasses.map(({ name }) => ({ names: [name], value: null }));
  const found = resolveName(statement.label, [...classes.map((one) => ({ names: [one.name], value: one })), ...(classes.length === 0 || !ledger.book.withWorkbook ? official : [])]);
  if (found) {
    if (!found.exact) noteName(ledger, found.at, found.name, "科目名称");
    judgeStatement(ledger, statement, { id: `fiscal.${budget}.${found.name}`, what: `财政拨款的${found.name}`, figure: found.value?.amount ?? null });
    const use = statement.current ? useAfter(statement.current.span) : null;
    if (use) judgeUses(ledger, judgeWords(ledger, use, found.value?.use ?? null, `“${found.name}”的主要用途`), found.name);
  } else if (ledger.book.withWorkbook && statement.current && spanText(statement.label).endsWith("支出"))
    ledger.fault({ id: "B-四", category: "extra", severity: "error", at: statement.label, message: `表4没有“${spanText(statement.label)}”这一项支出。`, expected: "" });
}

/** The words after 主要用于 that follow an amount. */
function useAfter({ line, end }: Span): Span | null {
  const match = /^[，、]?主要用于：?([^；。]*)/.exec(line.text.slice(end));
  const words = match?.[1] ?? "";
  return match && words !== "" ? { line, start: end + match[0].length - words.length, end: end + match[0].length } : null;
}

const COMPOSITION = /收入全部为一般公共预算拨款，无([^。]+)/;

function composition(ledger: Ledger, line: Line): void {
  const match = COMPOSITION.exec(line.text);
  if (!match) return;
  for (const { budget, income } of ledger.book.facts.fiscal.budgets)
    if (isNonZero(income) && (match[1] ?? "").includes(budget) && income.known)
      ledger.fault({
        id: "B-四", category: "figure", severity: "error", at: { line, start: match.index, end: match.index + match[0].length },
        message: `说明写没有${budget}，表4是${income.value.toFixed(2)}万元${seeCells(income.cells)}。`, cells: income.cells,
      });
}

/** 八, 九: the sentence that says there is nothing, or the amounts. */
export function readFund({ ledger, line, section }: Reading): void {
  const key = section === "fund" ? "funds" : "stateCapital";
  const budget = section === "fund" ? "政府性基金预算" : "国有资本经营预算";
  const totals = fundTotals(ledger.book.desk, key, `${budget}支出`);
  const none = /没有使用([^，。]{2,20}?)(?:拨款)?安排的支出，([^。；]*?)为空表/.exec(line.text);
  if (none) {
    const named: Named<null>[] = [{ names: [budget], value: null }];
    const at = { line, start: none.index + 4, end: none.index + 4 + (none[1] ?? "").length };
    if (!(none[1] ?? "").startsWith(budget)) {
      const found = resolveName(at, named);
      if (found) noteName(ledger, at, budget, "预算名称");
    }
    const table = { line, start: none.index + none[0].length - 3 - (none[2] ?? "").length, end: none.index + none[0].length - 3 };
    if (canon(spanText(table)) !== canon(`${budget}支出情况表`)) noteName(ledger, table, `${budget}支出情况表`, "表名");
    if (isNonZero(totals.total) && totals.total.known)
      ledger.fault({ id: "S14", category: "figure", severity: "error", at: { line, start: none.index, end: none.index + none[0].length }, message: `说明写没有${budget}支出，表上是${totals.total.value.toFixed(2)}万元${seeCells(totals.total.cells)}。`, cells: totals.total.cells });
    return;
  }
  const figures: readonly (readonly [RegExp, string, Figure])[] = [[/基本支出$/, "基本支出", totals.basic], [/项目支出$/, "项目支出", totals.project], [/(?:支出|拨款|合计|预算)(?:为)?$/, "支出", totals.total]];
  for (const statement of statementsOf(line)) {
    const found = figures.find(([words]) => endsWith(statement, words));
    if (found) judgeStatement(ledger, statement, { id: `${section}.${found[1]}`, what: `${budget}${found[1]}`, figure: found[2], of: "part" });
  }
}
