import type { Exact } from "../../../../amount/exact";
import { inWan, type Unit } from "../../../../amount/unit";
import { notes, rememberedFor } from "../../../../text/remembered";
import { normalise, normaliseLabel } from "../../../../text/wording";
import { readCell } from "../../../../workbook/reading";
import { sheetsSeen } from "../../../../workbook/own-sheets";
import type { CellValue, PlainSheet } from "../../../../workbook/plain";
import type { Recognised } from "../../../../workbook/recognised";

/** A cell of a sheet, as indexes into its `values`. */
export interface At {
  readonly sheet: PlainSheet;
  readonly row: number;
  readonly column: number;
}

/** An amount of a performance sheet, 万元, and the words before it. */
export interface Labelled {
  readonly label: string;
  readonly amount: Exact;
  readonly at: At;
}

/** The goals of one project, on a sheet of its own or in a list of many. */
export interface Performance {
  readonly name: string;
  readonly nameAt: At;
  /** One amount, or a total with what it is made up of; more where the whole term stands beside the year. */
  readonly money: readonly (readonly Labelled[])[];
  /** What the indicators weigh; null where one of them says nothing, or there is no such column. */
  readonly weights: readonly { readonly weight: Exact; readonly at: At }[] | null;
}

/** What a sheet of goals is called. */
const TITLE = /绩效目标(?:申报|批复|公开)?表$/;
const LONGEST_TITLE = 40;
const NAME = /^项目\(?名称\)?:?$/;
const INDICATOR = /^(?:三级指标|指标内容|指标名称|绩效指标)$/;
const VALUE = /^(?:指标值|目标值|年度指标值|绩效指标值)/;
const WEIGHT = /^(?:指标)?(?:分值|权重|分值权重|指标分值)(?:\(.{1,4}\))?$/;
const MONEY_HEAD = /^(?:项目|预算|资金|年度)*(?:金额|预算数|预算总额|资金总额)(?:\((?:万元|元)\))?$/;
const TOTAL = /总额|^(?:项目|预算|年度)?资金(?:合计)?$/;
const UNIT = /(?:单位|金额):?\(?(?:人民币)?(万元|元)|\((万元|元)\)/;
const SUMMED = /^(?:合计|小计|总计|总分)/;

/** The words of a cell, as they are compared. */
export const textOf = (cell: CellValue | undefined): string => (typeof cell === "string" ? normalise(cell) : "");
/** The amount in a cell, in the unit of its sheet. */
export const amountOf = ({ sheet, row, column }: At): Exact | null => {
  const read = readCell(sheet.values[row]?.[column], sheet.formats[row]?.[column], "万元", sheet.formulas[row]?.[column]);
  return read.kind === "amount" ? read.stored : null;
};

/** Whether a sheet, or a part of it, is of goals: what stands there belongs to no table of amounts. */
export const isPerformanceTitle = (words: string): boolean => words.length <= LONGEST_TITLE && TITLE.test(words);

/** Rows from a title to the next on its sheet. */
interface Block {
  readonly sheet: PlainSheet;
  readonly from: number;
  readonly to: number;
}

/** Few cells of a large table are worth reading as a title. */
const isTitle = (cell: CellValue): boolean => typeof cell === "string" && GOALS.test(cell) && isPerformanceTitle(textOf(cell));
const GOALS = /绩\s{0,4}效/;

function blocksOf(sheet: PlainSheet): readonly Block[] {
  const starts = sheet.values.flatMap((cells, row) => (cells.some(isTitle) ? [row] : []));
  if (starts.length === 0) return [];
  const others = sheet.values.flatMap((cells, row) =>
    cells.some((cell) => /表$/.test(textOf(cell)) && textOf(cell).length > 3) ? [row] : [],
  );
  return starts.map((from) => ({ sheet, from, to: others.find((row) => row > from) ?? sheet.values.length }));
}

/** Every project that the visible sheets tell the goals of; what cannot be read is left out. */
export const performancesIn = rememberedFor(
  ({ workbook, unit }: Recognised): readonly Performance[] =>
    sheetsSeen(workbook)
      .flatMap(blocksOf)
      .flatMap((block) => {
        const own = unitIn(block) ?? unit;
        return listIn(block, own) ?? formIn(block, own);
      }),
  notes(),
);

/** The unit that rows of a sheet say. */
export function unitIn({ sheet, from, to }: Block): Unit | null {
  for (const cells of sheet.values.slice(from, to))
    for (const cell of cells) {
      const found = UNIT.exec(textOf(cell));
      const unit = found?.[1] ?? found?.[2];
      if (unit === "元" || unit === "万元") return unit;
    }
  return null;
}

interface Head {
  readonly row: number;
  readonly indicator: number;
  readonly value: number;
  readonly weight: number;
  readonly cells: readonly string[];
}

/** The row that heads the indicators. */
function headOf({ sheet, from, to }: Block): Head | null {
  for (let row = from + 1; row < to; row += 1) {
    const cells = (sheet.values[row] ?? []).map((cell) => textOf(cell));
    const find = (words: RegExp): number => cells.findIndex((cell) => words.test(cell));
    const value = find(VALUE);
    const named = cells.slice(0, Math.max(0, value)).reduce((last, cell, column) => (INDICATOR.test(cell) ? column : last), -1);
    if (value > 0 && named >= 0) return { row, indicator: named, value, weight: find(WEIGHT), cells };
  }
  return null;
}

/** One project: labels and what they say, then its indicators. */
function formIn(block: Block, unit: Unit): readonly Performance[] {
  const { sheet, from } = block;
  const head = headOf(block);
  if (!head) return [];
  const rows = Array.from({ length: head.row - from - 1 }, (_, index) => from + 1 + index);
  const nameAt = rows.flatMap((row) => {
    const cells = sheet.values[row] ?? [];
    const label = cells.findIndex((cell) => NAME.test(textOf(cell)));
    const column = label < 0 ? -1 : cells.findIndex((cell, at) => at > label && cell !== null && cell !== "");
    return column < 0 || textOf(cells[column]) === "" ? [] : [{ sheet, row, column }];
  });
  const [own, ...others] = nameAt;
  if (!own || others.length > 0) return [];
  const name = textOf(sheet.values[own.row]?.[own.column]);
  return [{ name, nameAt: own, money: moneyIn(sheet, rows, unit), weights: weightsIn(block, head, head.row + 1, block.to) }];
}

/** Amounts by the column that their labels stand in: the total and, in the rows right below, what it is made up of. */
function moneyIn(sheet: PlainSheet, rows: readonly number[], unit: Unit): readonly (readonly Labelled[])[] {
  const byColumn = new Map<number, Labelled[]>();
  for (const row of rows) {
    const cells = sheet.values[row] ?? [];
    cells.forEach((cell, column) => {
      const label = normaliseLabel(textOf(cell)).replace(/:$/, "");
      const next = cells.findIndex((one, at) => at > column && one !== null && one !== "");
      const amount = next < 0 || label === "" ? null : amountOf({ sheet, row, column: next });
      if (amount === null) return;
      const before = byColumn.get(column) ?? [];
      const last = before.at(-1);
      if (!TOTAL.test(label) && (!last || last.at.row !== row - 1)) return;
      if (TOTAL.test(label) && before.length > 0) return;
      byColumn.set(column, [...before, { label, amount: inWan(amount, unit), at: { sheet, row, column: next } }]);
    });
  }
  return [...byColumn.values()];
}

/** A list: a project begins where its name stands, and its indicators are the rows down to the next. Null where it is none. */
function listIn(block: Block, unit: Unit): readonly Performance[] | null {
  const { sheet, to } = block;
  const head = headOf(block);
  const named = head?.cells.findIndex((cell) => NAME.test(cell)) ?? -1;
  if (!head || named < 0) return null;
  const money = head.cells.findIndex((cell) => MONEY_HEAD.test(cell));
  const starts: number[] = [];
  for (let row = head.row + 1; row < to; row += 1)
    if (textOf(sheet.values[row]?.[named]) !== "" && !SUMMED.test(textOf(sheet.values[row]?.[named]))) starts.push(row);
  return starts.map((row, index) => {
    const at = { sheet, row, column: money };
    const amount = money < 0 ? null : amountOf(at);
    return {
      name: textOf(sheet.values[row]?.[named]),
      nameAt: { sheet, row, column: named },
      money: amount === null ? [] : [[{ label: head.cells[money] ?? "", amount: inWan(amount, unit), at }]],
      weights: weightsIn(block, head, row, starts[index + 1] ?? to),
    };
  });
}

function weightsIn({ sheet }: Block, { indicator, value, weight: column }: Head, from: number, to: number): Performance["weights"] {
  if (column < 0) return null;
  const weights: { weight: Exact; at: At }[] = [];
  for (let row = from; row < to; row += 1) {
    const cells = sheet.values[row] ?? [];
    const [name, said] = [textOf(cells[indicator]), cells[value] ?? ""];
    if (name === "" && said === "") continue;
    if (SUMMED.test(name)) continue;
    const read = amountOf({ sheet, row, column });
    if (!read || read.sign() <= 0) return null;
    weights.push({ weight: read, at: { sheet, row, column } });
  }
  return weights.length > 1 ? weights : null;
}
