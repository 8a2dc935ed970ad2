import { Exact } from "../../../../amount/exact";
import { inspected, type Inspection, type Remark } from "../../../../checks/engine/check";
import { oneSlip } from "../../../../text/edits";
import { printable } from "../../../../text/wording";
import { sheetsSeen } from "../../../../workbook/own-sheets";
import type { PlainSheet } from "../../../../workbook/plain";
import type { Recognised } from "../../../../workbook/recognised";
import { lineListsOf, type LineList } from "./lines";
import { amountAt, regionOfLines } from "./region";
import { comesOut } from "./relations";
import { cellsRemark } from "./remark";

/** Lists of numbered lines, one beside the other: what most of them come to makes the few certain that do not. */
export function lined({ workbook, tables }: Recognised): Inspection {
  let holds = 0;
  const remarks: Remark[] = [];
  for (const sheet of sheetsSeen(workbook)) {
    const areas = [...tables.values()].filter((table) => table.sheet.name === sheet.name).map(({ area }) => area);
    const bound = (row: number): number => {
      const [at, end] = [sheet.top + row, sheet.values.length];
      const ends = areas.flatMap(({ top, bottom }) => (at >= top && at <= bottom ? [bottom + 1] : top > at ? [top] : []));
      return Math.min(end, ...ends.map((one) => one - sheet.top));
    };
    const lists = lineListsOf(sheet, bound);
    const byTable = new Map<number, typeof lists>();
    for (const list of lists) byTable.set(list.rows[0] ?? 0, [...(byTable.get(list.rows[0] ?? 0) ?? []), list]);
    for (const sides of byTable.values()) {
      const judged = sides.flatMap((list) => judgeLines(sheet, list));
      const broken = judged.flatMap(({ broken: one }) => one ?? []);
      const right = judged.length - broken.length;
      holds += right;
      if (right >= LEAST_LINES && broken.length <= Math.min(right, MOST_BROKEN))
        remarks.push(...linesAtFault(broken).map((one) => lineRemark(sheet, one, right)));
    }
  }
  return inspected(holds, remarks);
}
/** So many sums of a table of lines must come out, and so many at most may not: one wrong figure stands in no more. */
const LEAST_LINES = 2;
const MOST_BROKEN = 3;

interface BrokenLines {
  readonly label: number;
  readonly column: number;
  readonly total: number;
  readonly parts: readonly number[];
  readonly said: Exact;
  readonly sum: Exact;
}

interface Judged {
  readonly broken: BrokenLines | null;
}

/** Of sums of one column that speak of the same figure, the first: one figure is wrong. */
const linesAtFault = (broken: readonly BrokenLines[]): readonly BrokenLines[] =>
  broken.filter(
    (one, at) =>
      !broken
        .slice(0, at)
        .some(
          ({ column, total, parts }) =>
            column === one.column && [total, ...parts].some((row) => row === one.total || one.parts.includes(row)),
        ),
  );

/** The sums of a list that say something, each with what it lacks; what is not understood is left out. */
function judgeLines(sheet: PlainSheet, { label, columns, rows, sums }: LineList): readonly Judged[] {
  const region = regionOfLines(sheet, columns, rows);
  const amount = (row: number, column: number): Exact => amountAt(region, row, { index: column }) ?? Exact.zero;
  return columns.flatMap((column) =>
    sums.flatMap(({ total, parts, open, isDivision }): readonly Judged[] => {
      const said = amount(total, column);
      const held = parts.map((row) => amount(row, column));
      const [sum, more] = [Exact.sum(held), Exact.sum(open.map((row) => amount(row, column)))];
      if (said.isZero() || sum.isZero()) return [];
      const count = held.filter((one) => !one.isZero()).length;
      if (comesOut(region, said, sum, count) || (open.length > 0 && comesOut(region, said, sum.plus(more), count + open.length)))
        return [{ broken: null }];
      // What the lines without a number are parts of is not known.
      const last = parts.at(-1);
      if (open.length > 0 && !more.isZero() && (last === undefined || !more.equals(amount(last, column)))) return [];
      // What a line is divided into may be told of in part.
      if (
        isDivision &&
        sum.compare(said) < 0 &&
        !oneSlip(said.toFixed(2), sum.toFixed(2)) &&
        !parts.some((row) => isSlip(amount(row, column), said.minus(sum)))
      )
        return [];
      return [{ broken: { label, column, total, parts, said, sum } }];
    }),
  );
}
const isSlip = (part: Exact, lacking: Exact): boolean => !part.isZero() && oneSlip(part.toFixed(2), part.plus(lacking).toFixed(2));

const nameIn = (sheet: PlainSheet, row: number, label: number): string => {
  const cell = sheet.values[row]?.[label];
  return typeof cell === "string" ? printable(cell) : "";
};

function lineRemark(sheet: PlainSheet, { label, column, total, parts, said, sum }: BrokenLines, others: number): Remark {
  const cells = { total: { row: total, column }, parts: parts.map((row) => ({ row, column })), said, sum };
  return cellsRemark(sheet, cells, ({ row }) => nameIn(sheet, row, label), `同一张表另外${String(others)}处都相等。`);
}
