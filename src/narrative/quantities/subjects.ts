import type { CellRef } from "../../amount/cell-ref";
import type { PriorCategory } from "../../inputs/conventions";
import { findPrior } from "../../inputs/find";
import type { PriorInput } from "../../inputs/read";
import { functionalPath } from "../../inputs/subject-path";
import { normalise } from "../../text/wording";
import type { TableKey } from "../../templates/define";
import type { Desk } from "../desk";
import { tableOf } from "../desk";
import { isZero, plus, shareOf, type Figure } from "../figure";
import { subjectWords } from "../wording";
import { figureIn, figureOf, nothing, totalOf } from "./cells";
import { compare } from "./compare";
import type { Comparison } from "../comparison";

/** One functional subject at 项 level. */
export interface SubjectItem {
  readonly code: string;
  /** 类, 款, 项. */
  readonly path: readonly string[];
  readonly comparison: Comparison;
}

/** Classes of 一般公共预算支出表 (else of 财政拨款收支总表's 一般公共预算 column) with their shares; null where neither is there. */
export function structureOf(
  desk: Desk,
  total: Figure,
): readonly { readonly name: string; readonly amount: Figure; readonly share: Figure }[] | null {
  const general = tableOf(desk, "general");
  const table = general ?? tableOf(desk, "fiscal");
  if (!table) return null;
  const column = general ? "合计" : "一般公共预算";
  return table.rows.flatMap((row) => {
    const amount = row.kind === "class" ? figureIn(table, row, column) : null;
    return amount && !isZero(amount) ? [{ name: subjectWords(row.name), amount, share: shareOf(amount, total) }] : [];
  });
}

/**
 * The items of 一般公共预算支出表 (or of another budget) with those that only last year had (docs/rules.md B 五（三）), in order of code or those at the
 * end; null without the table.
 */
export function itemsOf(desk: Desk, key: TableKey, category: PriorCategory): readonly SubjectItem[] | null {
  const table = tableOf(desk, key);
  if (!table) return null;
  const codes = [...new Set(table.rows.flatMap((row) => (row.kind === "item" && row.code !== null ? [row.code] : [])))];
  const current = codes.flatMap((code): SubjectItem[] => {
    const path = functionalPath(desk.recognised, desk.asks.inputs, code).map(subjectWords);
    const amount = plus(
      table
        .withCode(code)
        .filter(({ kind }) => kind === "item")
        .map((row) => figureIn(table, row, "合计")),
    );
    if (isZero(amount) && desk.asks.givenPrior(category, namesOf(path), code)?.value.isZero() !== false) return [];
    return [{ code, path, comparison: compare(desk, amount, category, namesOf(path), code) }];
  });
  const answered = new Set(
    codes.map((code) =>
      findPrior(desk.asks.inputs, category, namesOf(functionalPath(desk.recognised, desk.asks.inputs, code).map(subjectWords)), code),
    ),
  );
  const only = desk.asks.inputs.priors.filter((row) => isPriorOnly(row, category) && !codes.includes(row.code) && !answered.has(row));
  const gone = only.map((row): SubjectItem => {
    const path = row.name.split(/[/／]/).map(subjectWords);
    const cells: readonly CellRef[] = [];
    return {
      code: row.code,
      path,
      comparison: compare(desk, nothing(cells, `${table.label}没有这一科目`), category, [row.name], row.code),
    };
  });
  return desk.settings.priorOnly === "last" ? [...current, ...gone] : gone.reduce(insertByCode, current);
}

/** The items of the 填报 sheet, where the workbook lacks the table: last year's figures and the reasons are known all the same. */
export function askedItems(desk: Desk): readonly SubjectItem[] {
  if (tableOf(desk, "general")) return [];
  return desk.asks.inputs.priors
    .filter(({ category, name }) => normalise(category) === "功能科目" && name !== "")
    .map(({ code, name }) => {
      const path = name.split(/[/／]/).map((part) => part.trim());
      const current = figureOf(desk.recognised, "general", () => null, "合计", path.at(-1) ?? name);
      return { code, path, comparison: compare(desk, current, "功能科目", [name, path.at(-1) ?? ""], code) };
    });
}

function isPriorOnly(row: PriorInput, category: PriorCategory): boolean {
  return normalise(row.category) === normalise(category) && row.prior.value !== null && !row.prior.value.isZero();
}

/** A 填报 row may name a subject in full or by its 项 alone. */
function namesOf(path: readonly string[]): readonly string[] {
  return [path.join("/"), path.at(-1) ?? ""];
}

function insertByCode(items: readonly SubjectItem[], item: SubjectItem): readonly SubjectItem[] {
  const at = item.code === "" ? -1 : items.findIndex(({ code }) => code > item.code);
  return at < 0 ? [...items, item] : [...items.slice(0, at), item, ...items.slice(at)];
}

/** 合计, 基本支出, 项目支出 of 基金支出表 or 国资支出表; 基本支出 from its parts where the template splits it. */
export function fundTotals(
  desk: Desk,
  key: "funds" | "stateCapital",
  what: string,
): { readonly total: Figure; readonly basic: Figure; readonly project: Figure } {
  const { recognised } = desk;
  const table = tableOf(desk, key);
  const basic =
    table && !table.columns.has("基本支出")
      ? plus([totalOf(recognised, key, "人员经费", what), totalOf(recognised, key, "公用经费", what)])
      : totalOf(recognised, key, "基本支出", what);
  return { total: totalOf(recognised, key, "合计", what), basic, project: totalOf(recognised, key, "项目支出", what) };
}
