import { Exact } from "../../../../amount/exact";
import { readCell } from "../../../../workbook/reading";
import { isNumberRow } from "../../../../workbook/header-block";
import type { CellValue, PlainSheet } from "../../../../workbook/plain";
import { isTotalLabel, normalise, normaliseLabel } from "../../../../text/wording";

/** A column of amounts of a table as it stands on a sheet, whatever its heading. */
export interface RegionColumn {
  /** Into the rows of `values`. */
  readonly index: number;
  /** The lowest heading, as printed. */
  readonly heading: string;
  /** All headings over it from top to bottom, those of groups carried to the right. */
  readonly heads: readonly string[];
  /** 合计, 小计: it may be what columns to its right come to. */
  readonly isTotal: boolean;
}

/** A table as it stands on a sheet: headings, and rows with amounts below them. Nothing of it has to be known. */
export interface Region {
  readonly sheet: PlainSheet;
  readonly columns: readonly RegionColumn[];
  /** Rows with amounts, as indexes into `values`. */
  readonly rows: readonly number[];
  /** One unit in the last place that its amounts are printed to. */
  readonly precision: Exact;
}

type Amounts = Pick<Region, "sheet" | "columns" | "rows">;

/** No amounts, or amounts that nobody adds up. */
const NO_AMOUNTS =
  /^[类款项目]$|编码|代码|编号|序号|栏次|行次|数量|个数|人数|面积|%|比率|比例|比重|占比|幅度?$|率$|备注|说明|名称|类型|类别|年度|日期|时间/;
/** 其中：…, of the column beside it. */
const PART = /^其中/;
const TOTAL_HEAD = /(?:合计|总计|小计)$/;
const LONGEST_HEADING = 30;
const HEAD_ROWS = 5;

const textOf = (cell: CellValue | undefined): string => (typeof cell === "string" ? cell.trim() : "");
const isText = (cell: CellValue): boolean => textOf(cell) !== "" && !/^[-\d.,()（）%]+$/.test(textOf(cell));

/** Two words or more and no number: headings, among them one of a total. */
const isHead = (row: readonly CellValue[]): boolean =>
  row.filter(isText).length > 1 && row.every((cell) => cell === null || cell === "" || isText(cell));
const isNumbered = (row: readonly CellValue[]): boolean => row.some((cell) => /^(?:栏次|行次|※+)$/.test(textOf(cell)));

/** The tables of a sheet that have a column for what others come to. */
export function regionsOf(sheet: PlainSheet): readonly Region[] {
  const { values } = sheet;
  const regions: Region[] = [];
  for (let row = 0; row < values.length; row += 1) {
    if (!isHead(values[row] ?? [])) continue;
    let end = row + 1;
    while (end < row + HEAD_ROWS && (isHead(values[end] ?? []) || isBelow(values, end))) end += 1;
    const head = values.slice(row, end);
    while (isNumberRow(values[end] ?? [])) end += 1;
    let stop = end;
    while (stop < values.length && !(isHead(values[stop] ?? []) && hasTotal(values[stop] ?? []))) stop += 1;
    if (head.some(hasTotal)) {
      const region = regionOf(sheet, head, end, stop);
      if (region) regions.push(region);
    }
    row = stop - 1;
  }
  return regions;
}

const hasTotal = (row: readonly CellValue[]): boolean => row.some((cell) => TOTAL_HEAD.test(normalise(textOf(cell))));

/** A single heading below a group. */
const isBelow = (values: PlainSheet["values"], row: number): boolean => {
  const cells = (values[row] ?? []).filter((cell) => cell !== null && cell !== "");
  return cells.length === 1 && isText(cells[0] ?? null) && TOTAL_HEAD.test(normalise(textOf(cells[0])));
};

function regionOf(sheet: PlainSheet, head: readonly (readonly CellValue[])[], from: number, to: number): Region | null {
  const body = sheet.values.slice(from, to);
  const width = Math.max(0, ...head.map(({ length }) => length));
  const columns: RegionColumn[] = [];
  for (let index = 0; index < width; index += 1) {
    const heading =
      head
        .map((cells) => textOf(cells[index]))
        .filter((text) => text !== "")
        .at(-1) ?? "";
    const words = normalise(heading);
    if (words === "" || words.length > LONGEST_HEADING || NO_AMOUNTS.test(words) || PART.test(words)) continue;
    const cells = body.flatMap((row) => (isNumbered(row) ? [] : [row[index] ?? null]));
    if (cells.some(isText) || !cells.some((cell) => typeof cell === "number" || textOf(cell) !== "")) continue;
    columns.push({ index, heading, heads: headsOver(head, index), isTotal: TOTAL_HEAD.test(words) });
  }
  const rows = body.flatMap((row, at) => (!isNumbered(row) && columns.some(({ index }) => (row[index] ?? "") !== "") ? [from + at] : []));
  return columns.some(({ isTotal }) => isTotal) && columns.length > 1
    ? { sheet, columns, rows, precision: precisionOf({ sheet, columns, rows }) }
    : null;
}

/** Finer than 分 in 万元 nothing is. */
const PLACES = [6, 5, 4, 3, 2, 1, 0];
/** Whole 元 that end in 00 throughout were 万元 with two decimals. Rule: docs/rules.md 0.7. */
const CONVERTED = 2;
const LEAST_YUAN = 1_000_000;
/** A few figures are mistyped to more digits than the others have. */
const SLIPS = 20;

function precisionOf(amounts: Amounts): Exact {
  const all = amounts.rows.flatMap((row) =>
    amounts.columns.flatMap((column) => {
      const amount = amountAt(amounts, row, column);
      return amount && !amount.isZero() ? [amount] : [];
    }),
  );
  if (all.every((amount) => isWhole(amount.shifted(-CONVERTED))) && all.some((amount) => amount.abs().toNumber() >= LEAST_YUAN))
    return Exact.ofUnits(1).shifted(CONVERTED);
  const places = PLACES.find((place) => all.filter((amount) => !isWhole(amount.shifted(place - 1))).length * SLIPS > all.length) ?? 0;
  return Exact.ofUnits(1, places);
}
const isWhole = (amount: Exact): boolean => amount.decimals() === 0;

/** What a lower row carries on to the right is of the columns before. */
function headsOver(head: readonly (readonly CellValue[])[], index: number): readonly string[] {
  const lowest = Math.max(...head.map((cells, at) => (textOf(cells[index]) === "" ? -1 : at)));
  return head.slice(0, lowest + 1).flatMap((cells) => {
    const carried = cells
      .slice(0, index + 1)
      .map(textOf)
      .filter((text) => text !== "")
      .at(-1);
    return carried === undefined ? [] : [normalise(carried)];
  });
}

/** Lines with their amounts, taken for a table. */
export function regionOfLines(sheet: PlainSheet, indexes: readonly number[], rows: readonly number[]): Region {
  const columns = indexes.map((index): RegionColumn => ({ index, heading: "", heads: [], isTotal: false }));
  return { sheet, columns, rows, precision: precisionOf({ sheet, columns, rows }) };
}

/** The amount of a cell, in the unit in which it is printed; null where it is blank or none. */
export function amountAt({ sheet }: Pick<Region, "sheet">, row: number, { index }: Pick<RegionColumn, "index">): Exact | null {
  const read = readCell(sheet.values[row]?.[index], sheet.formats[row]?.[index], "万元", sheet.formulas[row]?.[index]);
  return read.kind === "amount" ? read.shown : null;
}

/** What a row is called: its first words. */
export const nameAt = ({ sheet }: Region, row: number): string =>
  (sheet.values[row] ?? []).map(textOf).find((text) => text !== "" && isText(text)) ?? "";

/** 合计, wherever its name stands. */
export const isTotalRow = ({ sheet }: Region, row: number): boolean =>
  (sheet.values[row] ?? []).some((cell) => isTotalLabel(normaliseLabel(textOf(cell))));
