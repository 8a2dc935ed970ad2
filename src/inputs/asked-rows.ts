import { formulaAddress, type CellRef } from "../amount/cell-ref";
import { Exact } from "../amount/exact";
import { hasInstitutions } from "../workbook/institutions";
import type { Recognised } from "../workbook/recognised";
import type { InputSheetKey } from "./conventions";
import { aboutTexts, basicItems, otherItems } from "./conventions";
import { yearFigures } from "./current-figures";
import { lastName } from "./find";
import type { LastYear } from "./last-year";
import type { LastYearText, LastYearWords } from "./last-year-words";
import { normalise } from "../text/wording";
import { projectRows } from "./project-rows";
import { functionalPath } from "./subject-path";
import type { Inputs } from "./read";
import { markUnconfirmed } from "./unconfirmed";

/** What can be filled in for the user: last year's figures and last year's words. */
export interface Carryover {
  readonly lastYear?: LastYear;
  readonly text?: LastYearText;
}

/** A value to write: a text, a number, or a formula of ours with what it gives. */
export interface Prefill {
  readonly value: string | number | null;
  readonly formula?: string;
}

/** One row a 填报 sheet should have, by column key. */
export interface AskedRow {
  /** Tells it from the others of its sheet and finds it among those already there. */
  readonly label: Readonly<Record<string, string>>;
  readonly fill: Readonly<Record<string, Prefill>>;
  /** This year's cells, for the comparison columns. */
  readonly current: { readonly cells: readonly CellRef[]; readonly value: Exact } | null;
}

const text = (value: string): Prefill => ({ value });

/** The rows of every 填报 sheet, in the order of the document. */
export function askedRows(
  recognised: Recognised,
  existing: Inputs,
  carryover: Carryover,
): Readonly<Record<InputSheetKey, readonly AskedRow[]>> {
  return {
    basics: basicRows(recognised),
    priors: priorRows(recognised, existing, carryover),
    texts: textRows(recognised, existing, carryover.text),
    projects: projectTexts(recognised, carryover.text),
    others: otherRows(recognised),
  };
}

function row(
  label: Readonly<Record<string, string>>,
  fill: Readonly<Record<string, Prefill>> = {},
  current: AskedRow["current"] = null,
): AskedRow {
  return { label, fill, current };
}

function basicRows(recognised: Recognised): readonly AskedRow[] {
  const known: Partial<Record<(typeof basicItems)[number], Prefill>> = {
    单位名称: { value: recognised.organisation },
    单位类型: text(recognised.organisationKind),
    预算年度: { value: recognised.year },
  };
  return basicItems.map((item) => row({ 项目: item }, { 内容: known[item] ?? { value: null } }));
}

function priorRows(recognised: Recognised, existing: Inputs, { lastYear, text: words }: Carryover): readonly AskedRow[] {
  const now = yearFigures(recognised, existing);
  const priorOf = (category: string, code: string, name: string): Prefill => {
    const found = lastYear?.figures.find((figure) => figure.category === category && figure.code === code && figure.name === name);
    return { value: found ? found.value.toNumber() : null };
  };
  const reason = (category: string, name: string): Prefill => {
    const same = (other: string): boolean =>
      category === "功能科目"
        ? normalise(lastName(other)) === normalise(lastName(name)) && tail(other) === tail(name)
        : stripped(other) === stripped(name);
    const found = words?.words.find((word) => word.to === "reason" && word.category === category && same(word.name));
    return found ? text(markUnconfirmed(found.text)) : { value: null };
  };
  const thisYear = now.map(({ category, code, name, value, cells }) =>
    row(
      { 类别: category, 科目编码: code, 名称: name },
      { 上年预算数: priorOf(category, code, name), 主要原因: reason(category, name) },
      { cells, value },
    ),
  );
  const gone = (lastYear?.figures ?? []).filter(({ kind }) => kind === "lastOnly");
  return gone.reduce<readonly AskedRow[]>(
    (rows, { category, code, name, value }) =>
      insertInCategory(
        rows,
        row(
          { 类别: category, 科目编码: code, 名称: name },
          { 上年预算数: { value: value.toNumber() }, 主要原因: reason(category, name) },
          { cells: [], value: Exact.zero },
        ),
      ),
    thisYear,
  );
}

const tail = (path: string): string => normalise(path.split("/").slice(-2).join("/"));
/** “三公” names differ by 费, 费用 and 维护 from year to year. */
const stripped = (name: string): string =>
  normalise(name)
    .replace(/(?:维护)?(?:费用|费)$/u, "")
    .replace(/维护$/u, "");

/** Behind the last row of its category, or where its code belongs. */
function insertInCategory(rows: readonly AskedRow[], added: AskedRow): readonly AskedRow[] {
  const same = rows.map((other, index) => ({ index, other })).filter(({ other }) => other.label["类别"] === added.label["类别"]);
  const code = added.label["科目编码"] ?? "";
  const before = code === "" ? undefined : same.find(({ other }) => (other.label["科目编码"] ?? "") > code);
  const at = before?.index ?? (same.at(-1)?.index ?? rows.length - 1) + 1;
  return [...rows.slice(0, at), added, ...rows.slice(at)];
}

function textRows(recognised: Recognised, existing: Inputs, words: LastYearText | undefined): readonly AskedRow[] {
  const content = (category: string, name: string): Prefill => {
    const plain = name.split("/").at(-1) ?? name;
    const found = words?.words.find(
      (word) => word.to === "words" && word.category === category && normalise(word.name) === normalise(plain),
    );
    return found ? text(markUnconfirmed(found.text)) : { value: null };
  };
  const make = (category: string, name: string): AskedRow => row({ 类别: category, 名称: name }, { 内容: content(category, name) });
  const remark = row({ 类别: "其他需说明的事项", 名称: "" }, { 内容: text(`本${recognised.organisationKind}无其他需说明事项`) });
  return [
    ...aboutTexts.map((name) => make("部门概况", name)),
    ...(recognised.template.asks.own ? itemsOf(recognised, existing) : classesOf(recognised)).map((name) => make("支出用途", name)),
    ...namedProjects(recognised, "commissioned").map((name) => make("委托业务费用途", name)),
    ...namedProjects(recognised, "carriedOver").map((name) => make("结转说明", name)),
    remark,
  ];
}

function classesOf(recognised: Recognised): readonly string[] {
  const table = recognised.tables.get("fiscal");
  if (!table) return [];
  const named = (column: string, prefix: string): readonly string[] =>
    table.rows
      .filter((other) => other.kind === "class" && table.amount(other, column)?.isZero() === false)
      .map(({ name }) => prefix + name.replace(/\(/g, "（").replace(/\)/g, "）"));
  return [...named("一般公共预算", ""), ...named("政府性基金预算", "政府性基金预算/"), ...named("国有资本经营预算", "国有资本经营预算/")];
}

/** Every functional item that has an amount, by its path: 类/款/项. */
function itemsOf(recognised: Recognised, existing: Inputs): readonly string[] {
  const paths = (["general", "funds", "stateCapital"] as const).flatMap((key) => {
    const table = recognised.tables.get(key);
    return (table?.rows ?? []).flatMap((other) =>
      other.kind === "item" && other.code !== null && table?.amount(other, "合计")?.isZero() === false
        ? [functionalPath(recognised, existing, other.code).join("/")]
        : [],
    );
  });
  return [...new Set(paths)];
}

function namedProjects(recognised: Recognised, key: "commissioned" | "carriedOver"): readonly string[] {
  const table = recognised.tables.get(key);
  if (!table) return [];
  const of = (kind: "project" | "unit"): readonly string[] =>
    table.rows.filter((other) => other.kind === kind && table.amount(other, "合计")?.isZero() === false).map(({ name }) => name);
  const projects = of("project");
  return [...new Set(projects.length > 0 ? projects : of("unit"))];
}

function projectTexts(recognised: Recognised, words: LastYearText | undefined): readonly AskedRow[] {
  const table = recognised.tables.get("projects");
  const rows = table
    ? projectRows(table.rows).filter(({ rows: found }) => found.some((found1) => table.amount(found1, "项目支出合计")?.isZero() !== true))
    : [];
  const field = (name: string, wanted: Extract<LastYearWords, { to: "project" }>["field"]): Prefill => {
    const found = words?.words.find((word) => word.to === "project" && word.field === wanted && normalise(word.name) === normalise(name));
    return found ? text(markUnconfirmed(found.text)) : { value: null };
  };
  return rows.map(({ name, unit }) =>
    row(
      { 项目名称: name },
      {
        设立的政策依据: field(name, "设立的政策依据"),
        项目承担单位: unit ? text(unit.name) : { value: null },
        资金分配情况: field(name, "资金分配情况"),
        资金执行时间: recognised.year === null ? { value: null } : text(`${recognised.year}年1月1日至${recognised.year}年12月31日`),
      },
    ),
  );
}

function otherRows(recognised: Recognised): readonly AskedRow[] {
  const { also, not, own } = recognised.template.asks;
  const asked =
    own?.others ??
    otherItems.filter(({ name, when }) => {
      if (when === "institutions") return hasInstitutions(recognised) && recognised.tables.has("basic");
      return !not.includes(name) && (when !== "form" || also.includes(name));
    });
  const totals: Readonly<Record<string, Prefill | null>> = {
    整体绩效目标金额: reference(recognised, "overview", "收入预算数", "left"),
    财政拨款项目金额: reference(recognised, "projects", "项目支出合计", "right"),
  };
  return asked.map(({ category, name, unit }) =>
    row({ 类别: category, 项目: name, 计量单位: unit }, { 数值: totals[name] ?? { value: null } }),
  );
}

function reference(recognised: Recognised, key: "overview" | "projects", column: string, side: "left" | "right"): Prefill | null {
  const table = recognised.tables.get(key);
  const total = table?.total(side);
  const cell = table && total ? table.cell(total, column) : null;
  const value = table && total ? table.amount(total, column) : null;
  return cell && value ? { value: value.round(2).toNumber(), formula: currentFormula([cell], recognised) } : null;
}

/** This year's cells as a formula in 万元: of the unit of their own table, as one may be in another than the rest. */
export function currentFormula(cells: readonly CellRef[], { tables, unit }: Recognised): string {
  const sum = cells.map(formulaAddress).join("+");
  const own = [...tables.values()].find(({ sheet }) => sheet.name === cells[0]?.sheet);
  return (own?.facts.unit ?? unit) === "元" ? `=ROUND((${sum})/10000,2)` : `=${sum}`;
}
