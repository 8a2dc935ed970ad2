import { isTotalLabel, normalise } from "../../../../text/wording";
import type { CellValue, PlainSheet } from "../../../../workbook/plain";
import { isLabelHeading } from "../../../../workbook/vocabulary";

/** A list of lines with their amounts beside them, as it stands on a sheet: one side of a 收支总表. */
export interface LineList {
  /** Where its names stand, as an index into the rows of `values`. */
  readonly label: number;
  readonly columns: readonly number[];
  /** Lines with a name, as indexes into `values`. */
  readonly rows: readonly number[];
  readonly sums: readonly LineSum[];
}

/** A line that is the sum of others, by how they are numbered. */
export interface LineSum {
  readonly total: number;
  readonly parts: readonly number[];
  /** Lines without a number behind the last part: parts as well, or what that one is divided into. */
  readonly open: readonly number[];
  /** What a line is divided into need not be all of it. */
  readonly isDivision: boolean;
}

/** How lines are numbered: one kind of mark a level. */
const MARKS = [/^[一二三四五六七八九十]{1,3}、/, /^\([一二三四五六七八九十]{1,3}\)/, /^\d{1,2}[、.．](?!\d)/, /^\(\d{1,2}\)/];
const FIRST = /^一、/;
const PART = /^其中/;
const FARTHEST = 60;
const BROADEST = 8;

const textAt = ({ values }: PlainSheet, row: number, column: number): string => {
  const cell = values[row]?.[column];
  return typeof cell === "string" ? normalise(cell) : "";
};
const HAN = /\p{sc=Han}/u;
const isWords = (cell: CellValue | undefined): boolean => typeof cell === "string" && HAN.test(cell);

/** Every list of a sheet that begins with 一、 and ends with a total. `bound`: the row behind the last of the table that a row is in. */
export function lineListsOf(sheet: PlainSheet, bound: (row: number) => number): readonly LineList[] {
  return sheet.values.flatMap((cells, row) =>
    cells.flatMap((_, label) => (FIRST.test(textAt(sheet, row, label)) ? (listFrom(sheet, row, label, bound(row)) ?? []) : [])),
  );
}

function listFrom(sheet: PlainSheet, first: number, label: number, bound: number): LineList | null {
  const rows: number[] = [];
  for (let row = first; row < Math.min(bound, first + FARTHEST); row += 1) {
    const text = textAt(sheet, row, label);
    if (row > first && (FIRST.test(text) || isLabelHeading(text))) break;
    if (text !== "") rows.push(row);
  }
  const last = Math.max(...rows.map((row, at) => (isTotal(textAt(sheet, row, label)) ? at : -1)));
  const own = rows.slice(0, last + 1);
  const columns: number[] = [];
  for (let column = label + 1; column <= label + BROADEST && !own.some((row) => isWords(sheet.values[row]?.[column])); column += 1)
    if (own.some((row) => typeof sheet.values[row]?.[column] === "number")) columns.push(column);
  return own.length > 2 && columns.length > 0 ? { label, columns, rows: own, sums: sumsOf(sheet, label, own) } : null;
}

const isTotal = (text: string): boolean => levelOf(text) < 0 && (isTotalLabel(text) || /(?:合计|总计|小计)$/.test(text));
const levelOf = (text: string): number => MARKS.findIndex((mark) => mark.test(text));

interface Node {
  readonly row: number;
  readonly level: number;
  readonly parts: number[];
  /** Divided into parts that are named 其中: they need not be all. */
  isPartial: boolean;
}

/** What each line comes to: a total what stands on the first level above it, any other line what is numbered below it. */
function sumsOf(sheet: PlainSheet, label: number, rows: readonly number[]): readonly LineSum[] {
  const sums: LineSum[] = [];
  const nodes: Node[] = [];
  let top: number[] = [];
  let stack: Node[] = [];
  let before: number | null = null;
  for (const row of rows) {
    const text = textAt(sheet, row, label);
    const level = levelOf(text);
    if (isTotal(text)) {
      const [last] = stack;
      const open = last && last.parts.every((part) => levelOf(textAt(sheet, part, label)) < 0) ? last.parts : [];
      const parts = before === null ? top : [before, ...top];
      if (parts.length > 0) sums.push({ total: row, parts, open, isDivision: false });
      [before, top, stack] = [row, [], []];
      continue;
    }
    if (level < 0 && stack.length === 0) {
      top.push(row);
      continue;
    }
    if (level >= 0) {
      const at = stack.findIndex((node) => node.level === level);
      if (at >= 0) stack = stack.slice(0, at);
    }
    const over = stack.at(-1);
    if (PART.test(text)) {
      if (over) over.isPartial = true;
      continue;
    }
    if (over) over.parts.push(row);
    else top.push(row);
    if (level < 0) continue;
    const node: Node = { row, level, parts: [], isPartial: false };
    nodes.push(node);
    stack.push(node);
  }
  const divisions = nodes.flatMap(({ row, parts, isPartial }): LineSum[] =>
    isPartial || parts.length < 2 ? [] : [{ total: row, parts, open: [], isDivision: true }],
  );
  return [...divisions, ...sums];
}
