import type { Desk } from "./desk";
import { isNonZero, isZero, lacking, type Figure } from "./figure";
import { field, item, text } from "./paragraphs";
import { missingTable, totalOf } from "./quantities/cells";
import type { Expenditure } from "./quantities/expenditure";
import type { Income } from "./quantities/income";
import type { NamedItem } from "./quantities/named";
import { projectsOf, type Project } from "./quantities/projects";
import { fundTotals, itemsOf, structureOf } from "./quantities/subjects";
import { words } from "./say";
import type { Paragraph, Segment } from "./segments";
import { partSentence, scaleSentence, sourceSentence, subjectSentence } from "./sentences";
import { chineseNumber } from "./wording";

// The parts of a document that are as long as the workbook makes them: one paragraph a source, subject or project.

type Paragraphs = readonly Paragraph[];

/** 二: one paragraph a source of income. */
export function sources(desk: Desk, income: Income): Paragraphs {
  return income.sources.flatMap((source) => {
    const said = sourceSentence(desk, source);
    return said ? [text(said)] : [];
  });
}

/** 三: 基本支出 and 项目支出 with their shares. */
export function parts(desk: Desk, expenditure: Expenditure): Paragraphs {
  return expenditure.parts.map((part) => text(partSentence(desk, part)));
}

/** 五（一）: the same without shares. */
export function scale(desk: Desk, general: Expenditure): Paragraphs {
  return general.parts.map((part) => text(scaleSentence(desk, part)));
}

/** 五（二）: 1.一般公共服务支出（类）910.03万元，占74.63%。 */
export function structure(desk: Desk, total: Figure): Paragraphs {
  const { say, settings } = desk;
  const mark = (index: number): Segment => words(settings.structureMark === null ? "" : `${index + 1}${settings.structureMark}`);
  const found = structureOf(desk, total);
  if (!found) return [text(say`${missingTable(desk.recognised.template, "general", "结构情况")}`)];
  return found.map(({ name, amount, share }, index) => item(say`${mark(index)}${words(name)}（类）${amount}万元，占${share}。`));
}

/** 五（三）: every 项 of this year and those that only last year had. */
export function uses(desk: Desk): Paragraphs {
  return subjects(desk, "general", "功能科目") ?? [text(desk.say`${missingTable(desk.recognised.template, "general", "具体使用情况")}`)];
}

/** 七: a block for each project. */
export function projects(desk: Desk): Paragraphs {
  const { say, name, year } = desk;
  const found = projectsOf(desk);
  if (!found) return [text(say`${missingTable(desk.recognised.template, "projects", "项目情况")}`)];
  if (found.length > 0) return found.flatMap((project, index) => projectBlock(desk, project, index));
  const total = totalOf(desk.recognised, "projects", "项目支出合计", "项目情况");
  return isNonZero(total)
    ? [text(say`${lacking("表7缺项目名称", "表7有金额而没有认出项目名称，请检查“项目名称”列。")}`)]
    : [text(say`${name}${year}年没有使用一般公共预算拨款安排的项目支出，一般公共预算项目支出情况表为空表。`)];
}

function projectBlock({ say, settings }: Desk, project: Project, index: number): Paragraphs {
  const mark = settings.projectMark === "chinese" ? `（${chineseNumber(index + 1)}）` : `${index + 1}.`;
  const lines = (label: string, values: readonly (readonly Segment[])[]): Paragraphs => values.map((value, line) => field(line === 0 ? say`${words(label)}：${value}` : say`${value}`));
  return [
    item(say`${words(mark)}项目名称：${project.name}`),
    ...lines("设立的政策依据", project.basis),
    field(say`预算安排规模：${project.amount}万元`),
    ...lines("项目承担单位", project.unit),
    ...lines("资金分配情况", project.allocation),
    ...lines("资金执行时间", project.period),
  ];
}

/** 八、九: the empty table is said to be empty; otherwise the amount, and every 项 as in 五（三）. */
export function fund(desk: Desk, key: "funds" | "stateCapital", budget: "政府性基金预算" | "国有资本经营预算"): Paragraphs {
  const { say, name, year } = desk;
  const { total, basic, project } = fundTotals(desk, key, `${budget}支出`);
  if (!total.known) return [text(say`${total}`)];
  if (isZero(total)) return [text(say`${name}${year}年没有使用${words(budget)}拨款安排的支出，${words(budget)}支出情况表为空表。`)];
  return [
    text(say`${name}${year}年使用${words(budget)}拨款安排的支出${total}万元，其中：基本支出${basic}万元，项目支出${project}万元。具体使用情况如下：`),
    ...(subjects(desk, key, budget) ?? []),
  ];
}

/** 十一: 1.甲项目委托业务费62.00万元，主要用于：…。 */
export function commissioned({ say }: Desk, items: readonly NamedItem[]): Paragraphs {
  const suffix = (name: string): Segment => words(name.endsWith("委托业务费") ? "" : "委托业务费");
  return items.map(({ name, plainName, amount, note }, index) => item(say`${words(`${index + 1}.`)}${name}${suffix(plainName)}${amount}万元，主要用于：${note}。`));
}

/** 结转: 1.甲项目10.00万元，完全不予公开。 */
export function carried({ say }: Desk, items: readonly NamedItem[]): Paragraphs {
  return items.map(({ name, amount, note }, index) => item(say`${words(`${index + 1}.`)}${name}${amount}万元，${note}。`));
}

function subjects(desk: Desk, key: "general" | "funds" | "stateCapital", category: "功能科目" | "政府性基金预算" | "国有资本经营预算"): Paragraphs | null {
  const items = itemsOf(desk, key, category);
  return items?.map((entry, index) => item(desk.say`${words(`${index + 1}${desk.settings.itemMark}`)}${subjectSentence(desk, entry)}`)) ?? null;
}

/** What stands before a list, and where there is none. */
export function followedBy(items: readonly unknown[]): Segment {
  return words(items.length > 0 ? "，其中：" : "。");
}
