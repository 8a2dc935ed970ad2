import { Exact } from "../../amount/exact";
import type { Stated } from "../read/figures";
import { numeralIn } from "../read/numerals";
import { spanText, type Span } from "../text/lines";
import { unitAt, type Unit } from "./measures";
import { subjectOf } from "./subject-words";

/** A number of goals or an allocation, what it counts, and the words around it. */
export interface Mention {
  readonly at: Span;
  /** As the text's coverage counts it; null where that takes the digits for part of a name. */
  readonly stated: Stated | null;
  readonly digits: string;
  readonly number: Exact;
  readonly unit: Unit;
  /** The words before it and behind it that belong to it: up to a stop, or to the number before or behind. */
  readonly before: string;
  readonly after: string;
  /** Between the two stops in which it stands. */
  readonly around: string;
  /** Of those words without their numbers, and which of the numbers it is. */
  readonly frame: string;
  readonly turn: number;
  /** Which sentence of the passage it stands in. */
  readonly sentence: number;
  /** 每日, 月均: so many of it in each. */
  readonly each: string;
  /** About so many, or so many more than in another year: another number is no fault. */
  readonly vague: boolean;
}

const NUMBER = /\d(?:,?\d)*(?:\.\d+)?/g;
const STOPS = /[。；，：！？]/;
const BREAKS = /[。；，、：！？]/;
/** 2026年, 12月底前, 1、 and （2）: a year, a date, a list's mark. */
const NO_NUMBER_AFTER = /^(?:年|月(?!均)|[日号](?!均)|[〕】）、．：]|-)/;
const NO_NUMBER_BEFORE = /(?:第|[〔【（“《A-Za-z-]|目标|任务)$/;
const VAGUE_BEFORE = /(?:近|各|分别|累计|新增|同比|[比较]上年|上年|去年|增长|下降|减少|增加|压减|翻)[^到至]{0,4}$/;
const VAGUE_AFTER = /^[余多来几]/;
const EACH = /每个?(日|天|周|月|季|年|人|户|次|场|批)|(日|月|季|年)均/;
/** A passage with more numbers than this is a list of them. */
const MOST = 60;
/** Longer numbers without a unit are names: the 12345 hotline. */
const LONGEST_BARE = 4;
const [WIDE_BEFORE, WIDE_AFTER] = [18, 14];

interface Found {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  readonly unit: Unit;
}

function numbersIn(words: string): readonly Found[] {
  return [...words.matchAll(NUMBER)].slice(0, MOST).map(({ index: start, 0: digits }) => {
    const end = start + digits.length;
    return { start, end, digits, unit: unitAt(words.slice(end, end + WIDE_AFTER)) };
  });
}

/** Every number of a passage, whose pieces are read as one. */
export function mentionsOf(pieces: readonly Span[]): readonly Mention[] {
  const words = pieces.map(spanText).join("");
  const found = numbersIn(words);
  const mentions: Mention[] = [];
  found.forEach(({ start, end, digits, unit }, index) => {
    const at = placeOf(pieces, start, end);
    const number = Exact.parse(digits.replace(/,/g, ""));
    if (!at || !number || isNone(words, start, end) || (unit.name === "" && digits.length > LONGEST_BARE)) return;
    const last = found[index - 1];
    const from = Math.max(0, start - WIDE_BEFORE, last ? last.end + last.unit.written.length : 0);
    const behind = end + unit.written.length;
    const head = words.slice(Math.min(from, start), start);
    const tail = words.slice(behind, Math.min(behind + WIDE_AFTER, found[index + 1]?.start ?? words.length));
    const [before, after] = [head.slice(lastBreak(head)), tail.slice(0, firstBreak(tail))];
    const around = passageAround(words, start, end);
    mentions.push({
      at,
      stated: numeralIn(at),
      digits,
      number: number.shifted(unit.places),
      unit,
      before:
        subjectOf(`${before} ${after}`).size > 0 ? before : ((last && goesOn(words, last, start) ? mentions.at(-1)?.before : null) ?? head),
      after,
      around: around.words,
      frame: around.words.replace(NUMBER, "#"),
      turn: around.turn,
      sentence: words.slice(0, start).split(/[。；！？]/).length,
      each: EACH.exec(around.words)?.slice(1).join("") ?? "",
      vague: VAGUE_BEFORE.test(head) || VAGUE_AFTER.test(words.charAt(end)),
    });
  });
  return mentions;
}

/** 培训6期、480人次: the second is said of the same. */
const goesOn = (words: string, last: Found, start: number): boolean => !/[。；]/.test(words.slice(last.end, start));

const isNone = (words: string, start: number, end: number): boolean =>
  NO_NUMBER_AFTER.test(words.slice(end, end + 2)) || NO_NUMBER_BEFORE.test(words.slice(Math.max(0, start - 2), start));

/** Where a stretch of the pieces' words stands; null across the seam of two. */
function placeOf(pieces: readonly Span[], start: number, end: number): Span | null {
  let from = 0;
  for (const piece of pieces) {
    const to = from + piece.end - piece.start;
    if (start >= from && end <= to) return { line: piece.line, start: piece.start + start - from, end: piece.start + end - from };
    from = to;
  }
  return null;
}

function lastBreak(words: string): number {
  let at = words.length;
  while (at > 0 && !BREAKS.test(words.charAt(at - 1))) at -= 1;
  return at;
}

function firstBreak(words: string): number {
  const at = words.search(BREAKS);
  return at < 0 ? words.length : at;
}

/** The words between two stops, and how many numbers stand before in them. */
function passageAround(words: string, start: number, end: number): { readonly words: string; readonly turn: number } {
  let [left, right] = [start, end];
  while (left > 0 && !STOPS.test(words.charAt(left - 1))) left -= 1;
  while (right < words.length && !STOPS.test(words.charAt(right))) right += 1;
  return { words: words.slice(left, right), turn: [...words.slice(left, start).matchAll(NUMBER)].length };
}
