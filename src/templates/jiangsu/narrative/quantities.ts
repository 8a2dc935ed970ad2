import type { Desk } from "../../../narrative/desk";
import { tableOf } from "../../../narrative/desk";
import { firstKnown, isNonZero, lacking, plus, type Figure } from "../../../narrative/figure";
import { figureIn, figureOf, totalOf } from "../../../narrative/quantities/cells";
import { subjectWords } from "../../../narrative/wording";
import type { TableKey } from "../../define";
import type { overview, threePublic } from "../tables";

export const income = ({ recognised }: Desk, line: keyof (typeof overview)["lines"]): Figure =>
  figureOf(recognised, "overview", (table) => table.line(line), "收入预算数", line);

export const use = ({ recognised }: Desk, line: keyof (typeof overview)["lines"]): Figure =>
  figureOf(recognised, "overview", (table) => table.line(line), "支出用途", line);

/** What is spent of fiscal appropriations on one use. */
export const fiscalUse = ({ recognised }: Desk, line: "基本支出" | "项目支出" | "单位预留机动经费"): Figure =>
  figureOf(recognised, "fiscal", (table) => table.line(line), "合计", line);

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
