import { isTotalLabel } from "../text/wording";
import type { CellValue, PlainSheet } from "./plain";
import { headingYear, isLabelHeading, LABEL_HEADS, type DatedHeading, type Words } from "./vocabulary";

/** Consecutive rows of headings, with each column's headings from top to bottom. Positions are indexes into `values`. */
export interface HeaderBlock {
  readonly sheet: PlainSheet;
  readonly first: number;
  /** Last row of the headings proper; a number row (※) may follow. */
  readonly last: number;
  /** First row of the body. */
  readonly bodyStart: number;
  readonly columns: readonly HeaderColumn[];
  /** Every heading in it. */
  readonly words: ReadonlySet<string>;
}

export interface HeaderColumn {
  readonly index: number;
  /** The lowest heading, normalised. */
  readonly leaf: string;
  /** The same without the year it names, and that year: "预算数" and 2026. */
  readonly dated: DatedHeading;
  /** As printed. */
  readonly heading: string;
  /** 0-based row of that heading on the sheet. */
  readonly row: number;
  /** All headings over the column, groups carried to the right over the columns they span. */
  readonly stack: readonly string[];
}

/** All header blocks of a sheet, top to bottom. */
export function findHeaderBlocks(sheet: PlainSheet, words: Words): HeaderBlock[] {
  const blocks: HeaderBlock[] = [];
  const { values } = sheet;
  for (let row = 0; row < values.length; row++) {
    if (!isHeaderRow(values[row] ?? [], words, 2)) continue;
    let first = row;
    let last = row;
    while (
      last + 1 < values.length &&
      (isHeaderRow(values[last + 1] ?? [], words, 1) || isBelowGroups(values, last + 1, words)) &&
      !beginsBody(values, last + 1, words)
    )
      last++;
    while (first > (blocks.at(-1)?.bodyStart ?? 0) && isHeaderRow(values[first - 1] ?? [], words, 1)) first--;
    let bodyStart = last + 1;
    while (bodyStart < values.length && isNumberRow(values[bodyStart] ?? [])) bodyStart++;
    const columns = headerColumns(values.slice(first, last + 1), words, sheet.top + first);
    blocks.push({ sheet, first, last, bodyStart, columns, words: new Set(columns.flatMap(({ stack }) => stack)) });
    row = bodyStart - 1;
  }
  return blocks;
}

/** Digits with their separators: a code or an amount kept as text, never a heading. */
const NUMERIC = /^[\s(（-]*[\d０-９][\d０-９\s,，.．)）-]*$/;

/**
 * Mostly headings, no number, not only totals. `least` 1: a row beside a surer one, which may hold a single heading but
 * no more strange words than known ones.
 */
function isHeaderRow(row: readonly CellValue[], words: Words, least: number): boolean {
  // Most rows hold a figure behind their names: those need no looking at.
  if (row.some(isNoText)) return false;
  let known = 0;
  let unknown = 0;
  let totals = 0;
  for (const cell of row) {
    if (typeof cell !== "string" || cell === "") continue;
    if (words.isHeading(cell)) {
      known++;
      if (isTotalLabel(words.heading(cell))) totals++;
    } else if (isYear(cell)) continue;
    else if (NUMERIC.test(cell)) return false;
    else if (cell.trim() !== "" && ++unknown > known + 2) return false;
  }
  if (known === totals) return false;
  return least === 1 ? known > unknown : known >= least && known >= unknown;
}

const isNoText = (cell: CellValue): boolean => cell !== null && typeof cell !== "string";

/** 2025年, 2026年度: which year the columns below it are of, and neither a heading known nor one strange. */
const isYear = (cell: string): boolean => YEAR_SIGN.test(cell) && YEAR_ALONE.test(cell.normalize("NFKC"));
/** As it is written; most words have none. */
const YEAR_SIGN = /[年\uf98e]/;
const YEAR_ALONE = /^\s*20\d\d\s*年度?\s*$/;

const LONGEST_HEADING = 30;
/** Neither a figure nor a sentence. */
const NO_HEADING = /[\d０-９。；：]/;
const HAN = /\p{sc=Han}/u;

/**
 * Whether a row holds the headings below groups (基本支出 over 人员支出 and 日常公用支出), whatever words they are: no figure in it,
 * two or more words below one heading that spans them, and elsewhere nothing but known headings.
 */
function isBelowGroups(values: PlainSheet["values"], index: number, words: Words): boolean {
  const above = values[index - 1] ?? [];
  let group = "";
  let below = 0;
  let spans = false;
  for (const [column, cell] of (values[index] ?? []).entries()) {
    const over = above[column];
    if (over !== null && over !== undefined && over !== "")
      [group, below] = [typeof over === "string" && (words.isHeading(over) || isYear(over)) ? over : "", 0];
    if (cell === null || cell === "") continue;
    if (typeof cell !== "string" || cell.length > LONGEST_HEADING || NO_HEADING.test(cell) || !HAN.test(cell)) return false;
    // Below a heading over names stand headings of names only: any other word begins the body.
    if (isLabelHeading(words.heading(group)) && !isLabelHeading(words.heading(cell))) return false;
    below++;
    if (group !== "" && below > 1) spans = true;
    // What stands alone below a heading is a row's own name, unless it is a heading itself or others follow it.
    else if (!words.isHeading(cell) && !isFollowed(values, index, column)) return false;
  }
  return spans;
}

/** Whether the next column has words in this row too, below the same heading. */
function isFollowed(values: PlainSheet["values"], index: number, column: number): boolean {
  const [above, next] = [values[index - 1]?.[column + 1], values[index]?.[column + 1]];
  return (above === null || above === undefined || above === "") && typeof next === "string" && next !== "";
}

/** Whether a row has words below a heading over names ("项目"): they are names of rows, even if they are headings elsewhere. */
function beginsBody(values: PlainSheet["values"], index: number, words: Words): boolean {
  return (values[index] ?? []).some((cell, column) => {
    const above = values[index - 1]?.[column];
    return (
      typeof cell === "string" &&
      typeof above === "string" &&
      cell.trim() !== "" &&
      LABEL_HEADS.has(words.heading(above)) &&
      !isLabelHeading(words.heading(cell))
    );
  });
}

const MARK = /^(?:[※*]+|栏次|行次|[a-z]|\d{1,2}(?:[=＝].*)?)$/i;
const SURE_MARK = /^(?:※+|栏次|行次)$/;

/**
 * The row that numbers the columns: ※ ※ ※ ※ 1 2 3, 栏次 1 2 3. Other numbers in it are no amounts either, as long as it
 * names nothing.
 */
export function isNumberRow(row: readonly CellValue[]): boolean {
  let run = 0;
  let longest = 0;
  let previous = Number.NaN;
  let strange = 0;
  for (const cell of row) {
    if (cell === null || cell === "") continue;
    const text = typeof cell === "string" || typeof cell === "number" ? String(cell).normalize("NFKC").trim() : "!";
    if (text === "") continue;
    if (SURE_MARK.test(text)) return true;
    if (!MARK.test(text)) {
      if (/\p{L}/u.test(text)) return false;
      strange++;
      continue;
    }
    const number = Number.parseInt(text, 10);
    if (Number.isNaN(number)) continue;
    run = number === previous + 1 ? run + 1 : 1;
    longest = Math.max(longest, run);
    previous = number;
  }
  return strange === 0 ? longest >= 2 && longest === run : longest >= 3;
}

function headerColumns(rows: readonly (readonly CellValue[])[], words: Words, top: number): HeaderColumn[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const texts = rows.map((row) => row.map((cell) => (typeof cell === "string" ? cell.trim() : "")));
  const carried = texts.map((row) => carriedRight(row, width, words));
  const columns: HeaderColumn[] = [];
  for (let index = 0; index < width; index++) {
    const lowest = lowestWords(texts, index);
    const heading = texts[lowest]?.[index];
    const leaf = carried[lowest]?.[index];
    if (heading === undefined || typeof leaf !== "string") continue;
    // What a lower row carries on to the right is of the columns before.
    const stack = carried.slice(0, lowest + 1).flatMap((row) => row[index] ?? []);
    columns.push({ index, leaf, dated: headingYear(leaf), heading, row: top + lowest, stack });
  }
  return columns;
}

/** The lowest row with words in a column; -1 where there is none. */
function lowestWords(texts: readonly (readonly string[])[], column: number): number {
  let row = texts.length - 1;
  while (row >= 0 && (texts[row]?.[column] ?? "") === "") row--;
  return row;
}

/** A row's headings, each carried to the right over the columns it spans; null before the first. */
function carriedRight(texts: readonly string[], width: number, words: Words): readonly (string | null)[] {
  const carried: (string | null)[] = [];
  for (let column = 0; column < width; column++) {
    const text = texts[column] ?? "";
    carried.push(text === "" ? (carried[column - 1] ?? null) : words.heading(text));
  }
  return carried;
}
