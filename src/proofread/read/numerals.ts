import { openSlotsIn } from "../../text/open-slots";
import type { Line, Span } from "../text/lines";
import { figuresOf, firstFigure, valueOf, type Stated } from "./figures";

/** A run of digits, with letters that are mistaken for them. */
const RUN = /[\dOoIl](?:[\d,.OoIl]*[\dOoIl])?/g;
const DIGIT = /\d/;

/** What stands before or behind digits that are no figure: a year, a date, a document's number, an ordinal, a name. */
const NO_FIGURE_BEFORE = /(?:第|表|附件|附表|公开|[A-Za-z]-?|[.…]{3}|[〔【［（]|20\d\d-\d{0,2}-?|\d{2}-)$/;
const NO_FIGURE_AFTER =
  /^(?:年|月(?!均)|日(?:$|[^均产])|号|时(?!间)|[〕】］]|类[）款]|款[）项]|项[）"]|号文|[A-Za-z]|点(?:\d|$)|世纪|-\d{2}-\d{2})/;
const MARK = /^-?(?:（?\d{1,2}[）.、．：]|[①-⑳])/;
/** 2、 where the next entry of a list begins in the same line; 2025.1.1. */
const INNER_MARK = /^[、.．][\p{sc=Han}《“"]/u;
const DATE = /^20\d\d\.\d{1,2}\.\d{1,2}$/;
/** Numbers of telephones and hotlines. */
const LONG_BARE = /^\d{5,}$/;
/** A code or a number before a name in one cell: 201一般公共服务支出, 1.一般公共预算拨款. */
const LABELLED = /^\d{1,7}[.、]?(?!小时|[批场车户人]次|学时|课时|万元|平方米|工作日)\p{sc=Han}{2,}/u;
const PHONE = /^1[3-9]\d{9}$/;
const CODE = /^\d{2,7}$/;
/** A cell that begins with its number: >=95%, 不少于20次, 约30人. */
const MEASURED = /^(?:[≥≤<>=]{1,2}|约|不\p{sc=Han}{1,2})?\d/u;

/**
 * Every number that a text states, with its unit or without one: what years, dates, list marks, codes and numbers of
 * documents are is left out.
 */
export function numeralsOf(line: Line): readonly Stated[] {
  const before = known.get(line);
  if (before) return before;
  const made = read(line);
  known.set(line, made);
  return made;
}

const known = new WeakMap<Line, readonly Stated[]>();

/** The first number that stands wholly in a stretch; null where none does. */
export function numeralIn({ line, start, end }: Span): Stated | null {
  const all = numeralsOf(line);
  const first = all[firstFigure(all, start)];
  return first && first.digits.end <= end ? first : null;
}

function read(line: Line): readonly Stated[] {
  if (line.kind === "row" && isNumbering(line.text)) return [];
  const withUnit = figuresOf(line);
  const bare: Stated[] = [];
  const open = openSlotsIn(line.text);
  const mark = line.kind === "row" ? 0 : (MARK.exec(line.text)?.[0].length ?? 0);
  let next = 0;
  for (const match of line.text.matchAll(RUN)) {
    const [start, digits] = [match.index, match[0]];
    const end = start + digits.length;
    while ((withUnit[next]?.span.end ?? Infinity) <= start) next += 1;
    if (!DIGIT.test(digits) || start < mark || (withUnit[next]?.span.start ?? Infinity) < end) continue;
    if (isNone(line, start, end, digits) || open.some((slot) => start >= slot.start && start < slot.end)) continue;
    const span = { line, start, end };
    bare.push({ span, digits: span, unit: "bare", written: "", value: valueOf(digits) });
  }
  return [...withUnit.filter(({ digits }) => digits.start >= mark), ...bare].sort((a, b) => a.span.start - b.span.start);
}

/** A row that numbers the columns: ※, 1, 2, 3 … */
function isNumbering(text: string): boolean {
  const cells = text
    .split("\t")
    .filter((cell) => /^\d{1,2}$/.test(cell))
    .map(Number);
  return cells.length > 2 && cells.every((value, index) => value === index + 1);
}

function isNone(line: Line, start: number, end: number, digits: string): boolean {
  const before = line.text.slice(Math.max(0, start - 8), start);
  const after = line.text.slice(end, end + 6);
  if (line.kind === "row") {
    const cell = cellAt(line, start, end);
    if (cell.text.length < PASSAGE || !/[，。；]/.test(cell.text)) return rowLabel(line, cell, start, end, digits);
  }
  if (NO_FIGURE_AFTER.test(after) || NO_FIGURE_BEFORE.test(before) || LONG_BARE.test(digits)) return true;
  if (INNER_MARK.test(after) && /(?:^|[。；;：！？\t>]|目标|任务)$/.test(before)) return true;
  if (DATE.test(digits)) return true;
  return /^20[0-4]\d$/.test(digits) && !/[,.]/.test(digits);
}

/** A cell this long with stops in it holds sentences: the goals of a performance sheet. */
const PASSAGE = 24;

interface Cell {
  readonly text: string;
  readonly from: number;
}

function cellAt(line: Line, start: number, end: number): Cell {
  const from = line.text.lastIndexOf("\t", start - 1) + 1;
  const to = line.text.indexOf("\t", end);
  return { text: line.text.slice(from, to < 0 ? line.text.length : to), from };
}

/** In a row: codes in their own cells or before a name, numbering, and digits inside words. */
function rowLabel(line: Line, { text: cell, from }: Cell, start: number, end: number, digits: string): boolean {
  if (cell !== digits)
    return (
      LABELLED.test(cell) ||
      (/\p{sc=Han}{2}/u.test(cell) && !MEASURED.test(cell)) ||
      NO_FIGURE_AFTER.test(line.text.slice(end, end + 4)) ||
      start > from + 6
    );
  if (PHONE.test(digits)) return true;
  if (!CODE.test(digits)) return false;
  const before = line.text
    .slice(0, from)
    .split("\t")
    .filter((one) => one !== "");
  const after = line.text
    .slice(end)
    .split("\t")
    .filter((one) => one !== "");
  return before.every((one) => CODE.test(one)) && after.some((one) => /\p{sc=Han}/u.test(one));
}
