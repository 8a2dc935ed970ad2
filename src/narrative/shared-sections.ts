import type { Desk } from "./desk";
import { isNonZero, isZero, lacking } from "./figure";
import { field, item, sub, text } from "./paragraphs";
import { basicOf } from "./quantities/basic";
import { expenditureClassNames, expenditureOf, generalBudgetOf } from "./quantities/expenditure";
import { fiscalOf, type Fiscal, type FiscalBudget } from "./quantities/fiscal";
import { incomeOf, overallTotal } from "./quantities/income";
import { missingTable, totalOf } from "./quantities/cells";
import { projectsOf } from "./quantities/projects";
import { fundTotals, itemsOf, structureOf } from "./quantities/subjects";
import { threePublicOf } from "./quantities/three-public";
import { list, words, type Sayable } from "./say";
import type { Paragraph, Segment } from "./segments";
import { because, changedBy, compared, partSentence, scaleSentence, sourceSentence, subjectSentence } from "./sentences";
import { chineseNumber } from "./wording";

// The paragraphs that every template has, in the order of the document. What differs between templates in them is a
// setting; what is different altogether stands in the template's own file.

/** 一、收支预算总体情况 */
export function overall(desk: Desk): readonly Paragraph[] {
  const { say, name, year, kind } = desk;
  const { sources } = incomeOf(desk);
  const listed = sources.filter(({ current }) => isNonZero(current)).map(({ listed: said }) => words(said));
  const classes = expenditureClassNames(desk);
  const names: Sayable = classes ? list(classes.map(words)) : missingTable(desk.recognised.variant, 1, "支出预算包括的科目");
  return [
    text(say`按照全口径预算的原则，${name}${year}年所有收入和支出均纳入${kind}预算管理。收支总预算${overallTotal(desk)}万元。`),
    text(say`收入预算包括：${listed.length > 0 ? list(listed) : missingOrNone(desk)}。`),
    text(say`支出预算包括：${names}。`),
  ];
}

function missingOrNone(desk: Desk): Sayable {
  const anything = incomeOf(desk).sources.every(({ current }) => current.known);
  return anything ? words("无") : missingTable(desk.recognised.variant, 2, "收入预算包括的来源");
}

/** 二、收入预算 */
export function income(desk: Desk): readonly Paragraph[] {
  const { say, organisation, kind } = desk;
  const { total, sources } = incomeOf(desk);
  return [
    text(say`${organisation}${kind}收入预算${total}万元，其中：`),
    ...sources.flatMap((source) => {
      const said = sourceSentence(desk, source);
      return said ? [text(said)] : [];
    }),
  ];
}

/** 三、支出预算 */
export function expenditure(desk: Desk): readonly Paragraph[] {
  const { say, name, year } = desk;
  const { total, parts } = expenditureOf(desk);
  return [text(say`${name}${year}年支出预算${total}万元，其中：`), ...parts.map((part) => text(partSentence(desk, part)))];
}

/** 四、财政拨款收支 */
export function fiscal(desk: Desk): readonly Paragraph[] {
  const { say, year } = desk;
  const found = fiscalOf(desk);
  const present = found.budgets.filter((budget) => !isZero(budget.income));
  const shown = present.length > 0 ? present : found.budgets.slice(0, 1);
  const incomes: Sayable[] = shown.map((budget) => say`${words(budget.said)}${budget.income}万元`);
  if (found.carriedOver) incomes.push(say`上年结转${found.carriedOver}万元`);
  return [
    text(say`${year}年财政拨款收支总预算${found.total}万元。`),
    ...(found.total.known ? [text(composition(desk, found))] : []),
    text(say`收入预算包括：${list(incomes, "；")}。`),
    ...found.budgets.filter(({ classes }) => classes.length > 0).map((budget) => text(say`${words(budget.budget)}支出包括：${uses(desk, budget)}。`)),
  ];
}

/** 收入全部为一般公共预算拨款，无政府性基金预算拨款和国有资本经营预算。 */
function composition({ say }: Desk, { budgets }: Fiscal): readonly Segment[] {
  const named = (some: readonly FiscalBudget[]): Segment => words(joined(some.map(({ said }) => said)));
  const [present, absent] = [budgets.filter(({ income }) => isNonZero(income)), budgets.filter(({ income }) => !isNonZero(income))];
  const none = absent.length > 0 ? say`，无${named(absent)}` : [];
  if (present.length === 0) return say`没有财政拨款收入。`;
  return present.length === 1 ? say`收入全部为${named(present)}${none}。` : say`收入包括${named(present)}${none}。`;
}

/** 甲、乙和丙 */
function joined(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join("、")}和${names.at(-1) ?? ""}`;
}

function uses({ say }: Desk, { classes }: FiscalBudget): Sayable {
  return list(classes.map(({ name, amount, use }) => say`${words(name)}${amount}万元，主要用于${use}`), "；");
}

/** 五、一般公共预算当年拨款 */
export function generalBudget(desk: Desk): readonly Paragraph[] {
  const { say, name, year, settings } = desk;
  const { total, parts } = generalBudgetOf(desk);
  const structure = structureOf(desk, total);
  const items = itemsOf(desk, 5, "功能科目");
  const mark = (index: number): Segment => words(settings.structureMark === null ? "" : `${index + 1}${settings.structureMark}`);
  const missing = (what: string): readonly Paragraph[] => [text(say`${missingTable(desk.recognised.variant, 5, what)}`)];
  return [
    sub(say`（一）一般公共预算当年拨款规模变化情况`),
    text(say`${name}${year}年一般公共预算拨款合计${total}万元，其中：`),
    ...parts.map((part) => text(scaleSentence(desk, part))),
    sub(say`（二）${words(settings.structureHeading)}`),
    ...(structure?.map((entry, index) => item(say`${mark(index)}${words(entry.name)}（类）${entry.amount}万元，占${entry.share}。`)) ?? missing("结构情况")),
    sub(say`（三）一般公共预算当年拨款具体使用情况`),
    ...(items?.map((entry, index) => item(say`${words(`${index + 1}${settings.itemMark}`)}${subjectSentence(desk, entry)}`)) ?? missing("具体使用情况")),
  ];
}

/** 六、一般公共预算基本支出 */
export function basicExpenditure(desk: Desk): readonly Paragraph[] {
  const { say, name, year } = desk;
  const { total, parts } = basicOf(desk);
  return [
    text(say`${name}${year}年一般公共预算基本支出${total}万元，其中：`),
    ...parts.map(({ said, amount, subjects }) =>
      text(subjects.length > 0 ? say`${words(said)}${amount}万元，主要包括：${list(subjects.map(words))}。` : say`${words(said)}${amount}万元。`),
    ),
  ];
}

/** 七、一般公共预算项目支出 */
export function projects(desk: Desk): readonly Paragraph[] {
  const { say, name, year, settings } = desk;
  const found = projectsOf(desk);
  const total = totalOf(desk.recognised, 7, "项目支出合计", "项目情况");
  if (found?.length === 0 && isNonZero(total))
    return [text(say`${lacking("表7缺项目名称", "表7有金额而没有认出项目名称，请检查“项目名称”列。")}`)];
  if (found?.length === 0) return [text(say`${name}${year}年没有使用一般公共预算拨款安排的项目支出，一般公共预算项目支出情况表为空表。`)];
  if (!found) return [text(say`${missingTable(desk.recognised.variant, 7, "项目情况")}`)];
  const mark = (index: number): Segment => words(settings.projectMark === "chinese" ? `（${chineseNumber(index + 1)}）` : `${index + 1}.`);
  const lines = (label: string, values: readonly (readonly Segment[])[]): readonly Paragraph[] =>
    values.map((value, index) => field(index === 0 ? say`${words(label)}：${value}` : say`${value}`));
  return found.flatMap((project, index) => [
    item(say`${mark(index)}项目名称：${project.name}`),
    ...lines("设立的政策依据", project.basis),
    field(say`预算安排规模：${project.amount}万元`),
    ...lines("项目承担单位", project.unit),
    ...lines("资金分配情况", project.allocation),
    ...lines("资金执行时间", project.period),
  ]);
}

/** 八、政府性基金预算 · 九、国有资本经营预算 */
export function fund(desk: Desk, key: 8 | 9, budget: "政府性基金预算" | "国有资本经营预算"): readonly Paragraph[] {
  const { say, name, year } = desk;
  const { total, basic, project } = fundTotals(desk, key, `${budget}支出`);
  if (isZero(total)) return [text(say`${name}${year}年没有使用${words(budget)}拨款安排的支出，${words(budget)}支出情况表为空表。`)];
  if (!total.known) return [text(say`${total}`)];
  const items = itemsOf(desk, key, budget) ?? [];
  return [
    text(say`${name}${year}年使用${words(budget)}拨款安排的支出${total}万元，其中：基本支出${basic}万元，项目支出${project}万元。具体使用情况如下：`),
    ...items.map((entry, index) => item(say`${words(`${index + 1}${desk.settings.itemMark}`)}${subjectSentence(desk, entry)}`)),
  ];
}

/** 十、财政拨款“三公”经费 */
export function threePublic(desk: Desk): readonly Paragraph[] {
  const { say, name, year, settings } = desk;
  const { total, change, parts } = threePublicOf(desk);
  const amounts = parts.map((part) => say`${words(part.name)}${part.comparison.current}万元`);
  const changes = parts.map((part) => say`${words(part.name)}${changeOrFlat(desk, part.comparison.change)}${because(desk, part.comparison)}`);
  const whole = change.unchanged && settings.unchanged === "flat" ? compared(desk, change) : say`比上年预算${changedBy(desk, change)}`;
  return [
    text(say`${name}${year}年财政拨款“三公”经费数为${total}万元，其中：${list(amounts, "，")}。`),
    text(say`${year}年财政拨款${words(settings.threePublicTotal)}${whole}，其中：${list(changes, "；")}。`),
  ];
}

function changeOrFlat(desk: Desk, change: Parameters<typeof changedBy>[1]): readonly Segment[] {
  return change.unchanged && desk.settings.unchanged === "flat" ? compared(desk, change) : changedBy(desk, change);
}
