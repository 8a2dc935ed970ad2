import type { Desk } from "../../../narrative/desk";
import { tableOf } from "../../../narrative/desk";
import { firstKnown, isNonZero, lacking, plus, type Figure } from "../../../narrative/figure";
import { figureIn, figureOf, totalOf } from "../../../narrative/quantities/cells";
import { subjectWords } from "../../../narrative/wording";
import { elsewhere } from "../../common/narrative/free";
import type { TableKey } from "../../define";
import { printed, type Template } from "../../family";
import type { overview as since2021 } from "../from-2021/tables";
import type { overview, threePublic } from "../tables";

/** Lines of 收支总表, of twelve tables or of thirteen. */
type Line = keyof (typeof overview)["lines"] | keyof (typeof since2021)["lines"];

/** What of it this workbook's tables can have: not the uses of the twelve, nor the sources of the thirteen, in the other. */
export const income = ({ recognised }: Desk, line: Line): Figure =>
  has(recognised.template, "overview", line)
    ? figureOf(recognised, "overview", (table) => table.line(line), "收入预算数", line)
    : elsewhere(line);

/** The twelve tables list the uses of all expenditure in 收支总表, the thirteen in 支出总表. */
export function use({ recognised }: Desk, use: Line | OtherUse): Figure {
  const { template } = recognised;
  if (has(template, "overview", use))
    return figureOf(
      recognised,
      "overview",
      (table) => table.line(use),
      printed(template, "overview")?.spec.columns["支出用途"] ? "支出用途" : "支出预算数",
      use,
    );
  return hasColumn(template, "expenditure", use) ? totalOf(recognised, "expenditure", use, use) : elsewhere(use);
}
export type OtherUse = "事业单位经营支出" | "上缴上级支出" | "对附属单位补助支出";

/** What is carried over of one source: a column of its own among the thirteen tables. */
export const carriedOver = ({ recognised }: Desk, source: string): Figure => {
  const column = `结转${source}`;
  return hasColumn(recognised.template, "income", column) ? totalOf(recognised, "income", column, column) : elsewhere(column);
};

const has = (template: Template, key: TableKey, line: string): boolean => Object.hasOwn(printed(template, key)?.spec.lines ?? {}, line);
const hasColumn = (template: Template, key: TableKey, column: string): boolean =>
  Object.hasOwn(printed(template, key)?.spec.columns ?? {}, column);

/** A total of a table that not every form has. */
export const totalIfPrinted = (desk: Desk, key: TableKey, what: string): Figure =>
  printed(desk.recognised.template, key) ? total(desk, key, what) : elsewhere(what);

export const total = ({ recognised }: Desk, key: TableKey, what: string): Figure => totalOf(recognised, key, "合计", what);

/** 收、支 of fiscal appropriations. */
export const fiscalTotal = (desk: Desk): Figure =>
  firstKnown(
    figureOf(desk.recognised, "fiscal", (table) => table.total("left"), "收入合计", "财政拨款收支总预算"),
    total(desk, "fiscal", "财政拨款收支总预算"),
  );

export const oneOf = ({ recognised }: Desk, line: keyof (typeof threePublic)["lines"]): Figure =>
  figureOf(recognised, "threePublic", (table) => table.line(line), "合计", line);

/** Classes with expenditure, as 收支预算总表 lists them. */
export function classesOf(desk: Desk): readonly { readonly name: string; readonly figure: Figure }[] {
  const table = tableOf(desk, "overview");
  return (table?.rows ?? []).flatMap((row) => {
    const figure = table && row.kind === "class" ? figureIn(table, row, "支出预算数") : null;
    return figure && isNonZero(figure) ? [{ name: subjectWords(row.name), figure }] : [];
  });
}

const PERSONNEL: readonly string[] = ["301", "303"];

/** 人员经费 is what the classes 301 and 303 come to, 公用经费 the rest (docs/rules.md H2). */
export function partOfBasic(desk: Desk, key: "fiscalBasic" | "basic", part: "人员经费" | "公用经费"): Figure {
  const table = tableOf(desk, key);
  const classes = (table?.rows ?? []).filter(({ kind }) => kind === "class");
  if (!table || classes.length === 0 || classes.some(({ code }) => code === null))
    return lacking(part, `${part}要由各类级经济科目相加，表上没有认出这些科目`);
  const personnel = part === "人员经费";
  return plus(classes.filter(({ code }) => PERSONNEL.includes(code ?? "") === personnel).map((row) => figureIn(table, row, "合计")));
}

/** 货物, 工程, 服务: one that is not listed is not bought. */
export function purchase(desk: Desk, line: "货物" | "工程" | "服务"): Figure {
  const table = tableOf(desk, "procurement");
  if (!table?.total()) return lacking(line, "政府采购预算表没有合计");
  return table.line(line) ? figureOf(desk.recognised, "procurement", (found) => found.line(line), "合计", line) : plus([]);
}
