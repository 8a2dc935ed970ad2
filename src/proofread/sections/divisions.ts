import { Exact } from "../../amount/exact";
import { judgeSum } from "../../amount/tolerance";
import { isChange } from "../amounts/clause";
import type { Ledger } from "../ledger";
import { figuresOf, lastPlaceOf, type Stated } from "../read/figures";
import { asBeside, isSlipOf } from "../read/slip";
import { spanText, type Line, type Span } from "../text/lines";
import { sentenceStart } from "../text/sentence";

/** 按支出性质划分：, 按资金来源分为：, （按经济分类）: every way of dividing a whole divides all of it. */
const BY = /按[^，。；：\d]{2,12}?(?:划分|分类|分)(?:为)?[：，]/g;
/** 项目10个，分别是：甲A万元、乙B万元 */
const EACH = /分别(?:为|是)：/g;
/** 收入包括：甲A万元、乙B万元；支出包括：丙C万元、丁D万元 */
const SIDES = /(收入|支出)(?:主要)?包括：/g;
/** What names only some of its parts, or divides one of them again. */
const NOT_ALL = /其中|包括|主要|等(?=[，。；、])|如下|以上|以下/;
/** 与2025年预算数21.00万元相比: no part of anything. */
const COMPARED_WITH = /[比较与同](?:上年|上一年|去年|20\d\d年)[^，。；：\d]{0,16}$/;

interface Division {
  readonly at: Span;
  readonly parts: readonly Stated[];
}

/**
 * Divisions that by what they say are complete: 按…划分, 分别为, and what comes in beside what goes out. What they come to is the whole that
 * the paragraph tells; where it is not, an amount is wrong or a part is left out, and nobody knows which.
 */
export function readDivisions(ledger: Ledger, lines: readonly Line[]): void {
  const prose = lines.filter(({ kind }) => kind !== "row");
  prose.forEach((line, at) => {
    const before = prose[at - 1];
    const divided: Division[] = [];
    for (const match of firstOf(line, BY)) {
      const division = divisionAt(line, match.index + match[0].length);
      if (!division) continue;
      const whole = onlyAmount(line, match.index, divided) ?? (divided.length === 0 && before ? onlyAmount(before) : null);
      divided.push(division);
      if (whole) judge(ledger, whole, division);
    }
    for (const match of firstOf(line, EACH)) {
      const division = divisionAt(line, match.index + match[0].length);
      const whole = amountsIn(line, sentenceStart(line.text, match.index), match.index).at(-1);
      if (division && whole) judge(ledger, whole, division);
    }
    for (const match of firstOf(line, COUNTED)) judgeCounted(ledger, line, match);
    judgeSides(ledger, line);
  });
}

/** No paragraph divides more: each division is looked at to the end of its sentence, which may be that of the paragraph. */
const MOST = 12;
const firstOf = (line: Line, words: RegExp): readonly RegExpExecArray[] => [...line.text.matchAll(words)].slice(0, MOST);

const amountsIn = (line: Line, from: number, to: number): readonly Stated[] =>
  figuresOf(line, from, to).filter((one) => one.unit === "amount" && !isChange(one) && !isCompared(one));
const isCompared = ({ span: { line, start } }: Stated): boolean => COMPARED_WITH.test(line.text.slice(Math.max(0, start - 30), start));

/** The one amount that a paragraph tells before that place, apart from what it has divided by then. */
function onlyAmount(line: Line, to = line.text.length, divided: readonly Division[] = []): Stated | null {
  const amounts = amountsIn(line, 0, to).filter(({ span }) => !divided.some(({ at }) => span.start >= at.start && span.end <= at.end));
  const [first] = amounts;
  return first?.value && amounts.every(({ value }) => value?.equals(first.value ?? Exact.zero) === true) ? first : null;
}

/** What is listed from there to the end of its sentence, or to where another list begins; null where an item has no amount. */
function divisionAt(line: Line, start: number): Division | null {
  const rest = line.text.slice(start);
  const stop = rest.search(/。|；(?:按|收入|支出|其中)/);
  const end = start + (stop < 0 ? rest.length : stop);
  const words = line.text.slice(start, end);
  const parts = amountsIn(line, start, end);
  if (parts.length < 2 || NOT_ALL.test(words) || parts.some(({ value }) => value === null)) return null;
  // Every item is a name and an amount; what stands behind that is its share and what it changed by.
  const isNamed = parts.every(({ span }, at) => {
    const from = parts[at - 1]?.span.end ?? start;
    return /[\p{sc=Han}）]$/u.test(line.text.slice(from, span.start));
  });
  const items = words.split(/[、；]/).filter((item) => item !== "" && !/^[，（]/.test(item));
  return isNamed && items.every((item) => /\d/.test(item)) ? { at: { line, start, end }, parts } : null;
}

function judge(ledger: Ledger, whole: Stated, { at, parts }: Division): void {
  const all = [whole, ...parts];
  const sum = sumOf(parts);
  const missing = (whole.value ?? Exact.zero).minus(sum);
  if (judgeSum(missing, parts.length, lastPlaceOf(all, ledger.book.lastPlace)) !== "broken") {
    for (const stated of all) if (!ledger.standing(stated)) ledger.prove(stated, `列出的各项合计 = ${spanText(whole.span)}`);
    return;
  }
  if (all.some(({ span }) => ledger.isFaulted(span)) || ledger.isLacking(whole.span.line.index, at.line.index)) return;
  const slipped = all.filter((stated) => {
    const right = stated === whole ? sum : (stated.value ?? Exact.zero).plus(missing);
    return right.sign() > 0 && isSlipOf(stated, right);
  });
  const one = slipped.length === 1 ? slipped[0] : undefined;
  const start = whole.span.line === at.line ? whole.span.start : at.start;
  for (const stated of one ? [one] : all) if (ledger.standing(stated)?.kind !== "proved") ledger.blame(stated);
  ledger.fault({
    id: "B-和",
    category: "sum",
    severity: "warning",
    at: one ? one.digits : { ...at, start },
    message: `列出的各项合起来是${asBeside(whole, sum)}，合计写${spanText(whole.span)}。`,
    left: sum,
    right: whole.value,
    advice: "请核对这几个数，看是哪一个写错了，或者漏了一项。",
  });
}

const sumOf = (parts: readonly Stated[]): Exact => Exact.sum(parts.flatMap(({ value }) => value ?? []));

/** 5个项目设置了绩效目标，涉及资金100.00万元，其中：甲A万元，乙B万元 */
const COUNTED = /(?<![\d.])(\d{1,3})[个项](?=[^。；：]{0,60}万?元，其中：)[^。；：]{2,70}：/g;

/** So many are listed as are counted: all of them; one fewer, which come to less: one is left out. */
function judgeCounted(ledger: Ledger, line: Line, match: RegExpExecArray): void {
  const start = match.index + match[0].length;
  const division = divisionAt(line, start);
  const [whole, ...others] = amountsIn(line, match.index, start);
  if (!division || !whole?.value || others.length > 0) return;
  const [said, listed] = [Number(match[1]), division.parts.length];
  if (listed === said) judge(ledger, whole, division);
  const rest = whole.value.minus(sumOf(division.parts));
  if (listed !== said - 1 || rest.sign() <= 0 || judgeSum(rest, listed, lastPlaceOf([whole], ledger.book.lastPlace)) !== "broken") return;
  if ([whole, ...division.parts].some(({ span }) => ledger.isFaulted(span)) || ledger.isLacking(line.index)) return;
  ledger.lacks(line, {
    message: `写的是${String(said)}个，后面列了${String(listed)}个，合起来比${spanText(whole.span)}少${asBeside(whole, rest)}。`,
    advice: "请看是不是漏了一项。",
  });
}

/** 收入包括：…；支出包括：…: what comes in and what goes out are the same amount. */
function judgeSides(ledger: Ledger, line: Line): void {
  const sides = firstOf(line, SIDES).map((match) => ({
    called: match[1] ?? "",
    ...sideAt(line, match.index + match[0].length),
  }));
  const [first, second, ...more] = sides;
  if (!first || !second || more.length > 0 || first.called === second.called) return;
  const all = [...first.parts, ...second.parts];
  if (first.parts.length === 0 || second.parts.length === 0) return;
  const [one, other] = [sumOf(first.parts), sumOf(second.parts)];
  if (judgeSum(one.minus(other), all.length, lastPlaceOf(all, ledger.book.lastPlace)) !== "broken") {
    for (const stated of all) if (!ledger.standing(stated)) ledger.prove(stated, "收入、支出各项合计相等");
    return;
  }
  const at = { line, start: first.at.start, end: second.at.end };
  if (all.some(({ span }) => ledger.isFaulted(span)) || ledger.isLacking(line.index)) return;
  for (const stated of all) if (ledger.standing(stated)?.kind !== "proved") ledger.blame(stated);
  const [unit] = first.parts;
  ledger.fault({
    id: "B-和",
    category: "sum",
    severity: "warning",
    at,
    message: unit
      ? `${first.called}各项合起来是${asBeside(unit, one)}，${second.called}各项合起来是${asBeside(unit, other)}，收入和支出应当相等。`
      : "",
    left: one,
    right: other,
    advice: "请对照收支总表，看是哪一个数写错了，或者漏了一项。",
  });
}

/** A side may be of one part alone. */
function sideAt(line: Line, start: number): Division {
  const division = divisionAt(line, start);
  if (division) return division;
  const rest = line.text.slice(start);
  const stop = rest.search(/[。；、]/);
  const end = start + (stop < 0 ? rest.length : stop);
  const parts = rest.charAt(stop) === "、" ? [] : amountsIn(line, start, end);
  return { at: { line, start, end }, parts: parts.length === 1 ? parts : [] };
}
