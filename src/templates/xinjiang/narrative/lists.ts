import type { Desk } from "../../../narrative/desk";
import { isNonZero, isZero, lacking, type Figure } from "../../../narrative/figure";
import { either, free, maybe, name, option, told, type Pattern, type Quantity } from "../../../narrative/pattern/node";
import { field, item, ours, text, type Passage } from "../../../narrative/paragraphs";
import { missingTable, totalOf } from "../../../narrative/quantities/cells";
import type { Expenditure } from "../../../narrative/quantities/expenditure";
import type { Income } from "../../../narrative/quantities/income";
import type { NamedItem } from "../../../narrative/quantities/named";
import { projectsOf, type Project } from "../../../narrative/quantities/projects";
import { askedItems, fundTotals, itemsOf, structureOf } from "../../../narrative/quantities/subjects";
import { say, words } from "../../../narrative/say";
import type { Segment } from "../../../narrative/segments";
import { chineseNumber } from "../../../narrative/wording";
import { mark } from "./clauses";
import { counted, partSentence, scaleSentence, sourceSentence, subjectForm, subjectSentence } from "./sentences";

// The parts of a document that are as long as the workbook makes them: one paragraph a source, subject or project.

type Passages = readonly Passage[];

/** 二: one paragraph a source of income. */
export function sources(desk: Desk, income: Income): Passages {
  return income.sources.flatMap((source) => {
    const said = sourceSentence(desk, source, income.total);
    return said ? [text(said)] : [];
  });
}

/** 三: 基本支出 and 项目支出 with their shares. */
export function parts(desk: Desk, expenditure: Expenditure): Passages {
  return expenditure.parts.map((part) => text(partSentence(desk, part, expenditure.total)));
}

/** 五（一）: the same without shares. */
export function scale(desk: Desk, general: Expenditure): Passages {
  return general.parts.map((part) => text(scaleSentence(desk, part)));
}

/** 五（二）: 1.一般公共服务支出（类）910.03万元，占74.63%。 */
export function structure(desk: Desk, total: Figure): Passages {
  const found = structureOf(desk, total);
  if (!found) return [text(say`${missingTable(desk.recognised.template, "general", "结构情况")}`)];
  if (found.length === 0) return [text(nothingOf(desk))];
  return found.map(({ name: said, amount, share }, index) =>
    item(say`${mark(index, desk.settings.structureMark)}${structureEntry(said, amount, share, total)}`),
  );
}

function structureEntry(said: string, amount: Figure, share: Figure, total: Figure): Pattern {
  const quantity: Quantity = {
    id: `structure.${said}`,
    what: `${said}（类）`,
    figure: amount,
    whole: ["general", "fiscal", "total"],
    wholeFigure: total,
  };
  return say`${name([words(said)], "类级科目")}（类）${told(quantity)}万元，占${told(quantity, share, "share")}。`;
}

const nothingOf = ({ name: said, year }: Desk): Pattern => say`${said}${year}年没有一般公共预算拨款安排的支出。`;

/** 五（三）: every 项 of this year and those that only last year had. */
export function uses(desk: Desk): Passages {
  const found = subjects(desk, "general", "功能科目");
  if (found?.length === 0) return [text(nothingOf(desk))];
  return found ?? [text(say`${missingTable(desk.recognised.template, "general", "具体使用情况")}`)];
}

/** What may stand in 二 beside what the tables have: every source, whether it is spoken of or not. */
export function sourceForms(desk: Desk, income: Income): readonly Pattern[] {
  return income.sources.flatMap((source) => {
    const said = sourceSentence(desk, { ...source, always: true }, income.total);
    return said ? [said] : [];
  });
}

/** In 五: any class, any subject; where 表5 is missing, those that the 填报 sheet asks for. */
export function generalForms(desk: Desk, total: Figure): readonly Pattern[] {
  const unknown = lacking("金额", "公开表上没有这一类");
  const quantity: Quantity = { id: "structure.*", what: "", figure: unknown, whole: ["general", "fiscal", "total"], wholeFigure: total };
  const anyClass = say`${mark(0, ".")}${free([], "类级科目", "name")}（类）${told(quantity)}万元，占${told(quantity, unknown, "share")}。`;
  return [
    anyClass,
    ...askedItems(desk).map((entry) => subjectSentence(desk, entry, "items")),
    say`${mark(0, ".")}${subjectForm(desk, "items")}`,
  ];
}

/** 七: a block for each project. */
export function projects(desk: Desk): Passages {
  const found = projectsOf(desk);
  if (!found) return [text(say`${missingTable(desk.recognised.template, "projects", "项目情况")}`)];
  if (found.length > 0) return found.flatMap((project, index) => projectBlock(desk, project, index));
  const total = totalOf(desk.recognised, "projects", "项目支出合计", "项目情况");
  return isNonZero(total)
    ? [text(say`${lacking("缺表7项目名称", "表7有金额而没有认出项目名称，请检查“项目名称”列。")}`)]
    : [text(say`${desk.name}${desk.year}年没有使用一般公共预算拨款安排的项目支出，一般公共预算项目支出情况表为空表。`)];
}

function projectBlock({ settings }: Desk, project: Project, index: number): Passages {
  const sign = settings.projectMark === "chinese" ? `（${chineseNumber(index + 1)}）` : `${String(index + 1)}.`;
  const said = project.name.text;
  const lines = (label: string, values: readonly (readonly Segment[])[]): Passages =>
    values.map((value, line) => {
      const own = free(value, `项目“${said}”的${label}`, "field");
      return field(line === 0 ? say`${words(label)}：${own}` : say`${own}`);
    });
  return [
    item(say`${maybe([words(sign)], true)}项目名称：${name([project.name], "项目名称")}`),
    ...lines("设立的政策依据", project.basis),
    field(say`预算安排规模：${counted(`project.${said}`, `项目“${said}”的预算安排规模`, project.amount)}万元`),
    ...lines("项目承担单位", project.unit),
    ...lines("资金分配情况", project.allocation),
    ...lines("资金执行时间", project.period),
  ];
}

/** 八, 九: the empty table is said to be empty; otherwise the amount, and every 项 as in 五（三）. */
export function fund(desk: Desk, key: "funds" | "stateCapital", budget: "政府性基金预算" | "国有资本经营预算"): Passages {
  const { total, basic, project } = fundTotals(desk, key, `${budget}支出`);
  const own = name([words(budget)], "预算名称");
  const quantity: Quantity = { id: key, what: `${budget}支出`, figure: total };
  const none = say`${desk.name}${desk.year}年没有使用${own}拨款安排的支出，${name([words(`${budget}支出情况表`)], "表名")}为空表。`;
  const some = say`${desk.name}${desk.year}年使用${own}拨款安排的支出${told(quantity)}万元，其中：`;
  const split = say`基本支出${counted(`${key}.基本支出`, `${budget}基本支出`, basic)}万元，项目支出${counted(`${key}.项目支出`, `${budget}项目支出`, project)}万元。具体使用情况如下：`;
  const written = !total.known ? say`${total}` : isZero(total) ? none : some;
  const opening = either(written, [option("none", quantity, none), option("said", quantity, some)]);
  return !total.known || isZero(total) ? [text([opening])] : [text([opening, ...split]), ...(subjects(desk, key, budget) ?? [])].map(ours);
}

/** A named project with an amount that the table does not have. */
export function namedForm(prefix: string, lead: string): Pattern {
  return say`${mark(0, ".")}${free([], "项目名称", "name")}${told({ id: `${prefix}.*`, what: "", figure: lacking("金额", "公开表上没有这一项") })}万元，${words(lead)}${free([], "说明", "note")}。`;
}

/** 十一: 1.甲项目委托业务费62.00万元，主要用于：…。 */
export function commissioned(items: readonly NamedItem[]): Passages {
  return items.map(({ name: said, plainName, amount, note }, index) =>
    item(
      say`${mark(index, ".")}${name([said], "项目名称")}${maybe([words("委托业务费")], !plainName.endsWith("委托业务费"))}${counted(`commissioned.${plainName}`, plainName, amount)}万元，主要用于：${free(note, `“${plainName}”的说明`, "note")}。`,
    ),
  );
}

/** 结转: 1.甲项目10.00万元，完全不予公开。 */
export function carried({ settings }: Desk, items: readonly NamedItem[]): Passages {
  const suffixed = (plainName: string): boolean => settings.carriedSuffix !== "" && !plainName.endsWith(settings.carriedSuffix);
  return items.map(({ name: said, plainName, amount, note }, index) =>
    item(
      say`${mark(index, ".")}${name([said], "项目名称")}${maybe([words("结转")], suffixed(plainName))}${counted(`carried.${plainName}`, plainName, amount)}万元，${free(note, `“${plainName}”的说明`, "note")}。`,
    ),
  );
}

function subjects(
  desk: Desk,
  key: "general" | "funds" | "stateCapital",
  category: "功能科目" | "政府性基金预算" | "国有资本经营预算",
): Passages | null {
  const prefix = key === "general" ? "items" : `${key}.items`;
  return (
    itemsOf(desk, key, category)?.map((entry, index) =>
      item(say`${mark(index, desk.settings.itemMark)}${subjectSentence(desk, entry, prefix)}`),
    ) ?? null
  );
}
