import type { CellRef } from "../amount/cell-ref";
import { Exact } from "../amount/exact";
import type { TableKey } from "../templates/define";
import { normalise } from "../text/wording";
import type { Recognised, Row, Table } from "../workbook/recognised";
import type { PriorCategory } from "./conventions";
import { findOther } from "./find";
import { incomeSources } from "./income-sources";
import type { Inputs } from "./read";
import { functionalPath } from "./subject-path";
import { threePublicLines, threePublicName } from "./three-public-names";

/** A figure that a 填报-上年对比 row compares: this year's in this year's workbook, last year's in last year's. */
export interface YearFigure {
  readonly category: PriorCategory;
  /** 7 digits; "" where the row is no subject. */
  readonly code: string;
  readonly name: string;
  /** In 万元. */
  readonly value: Exact;
  /** The cells that add up to it. */
  readonly cells: readonly CellRef[];
}

/** The figure that a row of 填报-上年对比 is about: by its code, else by its name. */
export function figureOf(
  { category, code, name }: { readonly category: string; readonly code: string; readonly name: string },
  figures: readonly YearFigure[],
): YearFigure | null {
  const [ofCategory, named] = [normalise(category), normalise(name)];
  const same = (figure: YearFigure): boolean => (code === "" ? normalise(figure.name) === named : figure.code === code);
  return figures.find((figure) => same(figure) && normalise(figure.category) === ofCategory) ?? null;
}

/**
 * The figures of a workbook that are compared with another year, in the order of the document. What a table does not
 * have, or cannot be read, is left out; sources and subjects without an amount too.
 */
export function yearFigures(recognised: Recognised, inputs: Inputs | null = null): readonly YearFigure[] {
  const total = (key: TableKey, column: string): readonly [Table, readonly Row[], string] | null => {
    const table = recognised.tables.get(key);
    const row = table?.total();
    return table && row ? [table, [row], column] : null;
  };
  const line = (key: TableKey, name: string, column: string): readonly [Table, readonly Row[], string] | null => {
    const table = recognised.tables.get(key);
    const row = table?.line(name);
    return table && row ? [table, [row], column] : null;
  };
  const make = (
    category: PriorCategory,
    name: string,
    at: readonly [Table, readonly Row[], string] | null,
    code = "",
  ): readonly YearFigure[] => {
    if (!at) return [];
    const [table, rows, column] = at;
    const amounts = rows.map((row) => table.amount(row, column));
    const cells = rows.map((row) => table.cell(row, column));
    if (amounts.some((amount) => amount === null) || cells.some((cell) => cell === null)) return [];
    return [
      {
        category,
        code,
        name,
        value: Exact.sum(amounts.filter((amount) => amount !== null)).round(2),
        cells: cells.filter((cell) => cell !== null),
      },
    ];
  };
  const items = (category: PriorCategory, key: TableKey): readonly YearFigure[] => {
    const table = recognised.tables.get(key);
    const codes = [...new Set(table?.rows.flatMap((row) => (row.kind === "item" && row.code !== null ? [row.code] : [])) ?? [])];
    return codes.flatMap((code) =>
      make(
        category,
        functionalPath(recognised, inputs, code).join("/"),
        table ? [table, table.withCode(code).filter(({ kind }) => kind === "item"), "合计"] : null,
        code,
      ),
    );
  };
  const some = (figures: readonly YearFigure[]): readonly YearFigure[] => figures.filter(({ value }) => !value.isZero());
  const threePublic = threePublicLines.flatMap((name) =>
    make("“三公”经费", threePublicName(recognised, name), line("threePublic", name, "合计")),
  );
  const { own } = recognised.template.asks;
  if (own)
    return [...own.totals.flatMap(({ category, name, table, column }) => make(category, name, total(table, column))), ...threePublic];
  return [
    ...some(
      incomeSources.flatMap(({ said, column, line: inOverview }) =>
        make(
          "收入来源",
          said,
          recognised.tables.get("income")?.columns.has(column) === true
            ? total("income", column)
            : line("overview", inOverview, "收入预算数"),
        ),
      ),
    ),
    ...(["基本支出", "项目支出"] as const).flatMap((part) => make("支出总额", part, total("expenditure", part))),
    ...(["基本支出", "项目支出"] as const).flatMap((part) => make("一般公共预算", part, total("general", part))),
    ...some(items("功能科目", "general")),
    ...some(items("政府性基金预算", "funds")),
    ...some(items("国有资本经营预算", "stateCapital")),
    ...threePublic,
    ...operatingFunds(inputs, make("机关运行经费", "机关运行经费", total("basic", "公用经费"))),
  ];
}

/** The whole 公用经费, unless the user says how much of it is 机关运行经费. */
function operatingFunds(inputs: Inputs | null, whole: readonly YearFigure[]): readonly YearFigure[] {
  const said = inputs && findOther(inputs, "机关运行经费", "机关运行经费")?.value;
  return said?.value ? whole.map((figure) => ({ ...figure, value: said.value ?? figure.value, cells: [said.cell] })) : whole;
}
