import type { Difference, Reading } from "../../narrative/pattern/read";
import { segmentsText } from "../../narrative/segments";
import type { Ledger } from "../ledger";
import { figuresOf } from "../read/figures";
import type { Found } from "../sentences/found";
import { spanIn } from "../sentences/slots";
import { spanText, type Span } from "../text/lines";
import { noteOtherName } from "../words/known-names";
import { isCut } from "../words/whole-words";
import { otherwise, widened } from "./names";

const LED_WRONGLY = /期中：$/;
const HAN = /\p{sc=Han}/u;
const MARK = /[，。；：]/;

/** Words that are not those of the template: a slip, something put in or left out; how a list is numbered is nobody's fault. */
export function judgeDifferences(ledger: Ledger, found: Found, { slots, differences, cost }: Reading, ours = false): void {
  const gaps = slots.filter(({ node, numeral, soft }) => node.kind === "figure" && numeral === null && !soft);
  const turned = ledger.freely || ours || cost >= ONE_TURNED ? [] : turnedIn(found, differences);
  for (const one of turned) tellTurned(ledger, found, one);
  for (const difference of differences) {
    if (turned.some(({ parts }) => parts.includes(difference))) continue;
    const said = found.text.slice(difference.start, difference.end);
    if (difference.start === 0 && /^[\d一二三四五六七八九十（）、.]*$/.test(said + difference.wanted)) continue;
    if (gaps.some(({ unit }) => unit !== "" && said === unit)) continue;
    if (meansTheSame(said, difference.wanted) || isReference(found.text, difference) || isPlaceholder(said)) continue;
    // 期中： is a slip of its own, and what leads to a name is no part of it.
    if (difference.wanted === "" && LED_WRONGLY.test(said)) continue;
    // What a mark parts from a name is no part of it.
    const beside = difference.wanted === "" && HAN.test(said) && !MARK.test(said) ? widened(found, slots, difference) : null;
    if (beside && beside.slot.node.kind === "name") {
      if (
        !(allowed(said) && !NAMED_LEVEL.test(found.text.slice(difference.end))) &&
        !otherwise(beside.slot.node.others, spanText(beside.span))
      )
        noteOtherName(ledger, beside.span, segmentsText(beside.slot.node.segments), beside.slot.node.what);
    } else if (ledger.freely) doubledWords(ledger, spanIn(found, difference.start, difference.end), difference, said);
    else if (/\d/.test(difference.wanted) || (/^\d+$/.test(said) && difference.wanted === "") || isUnit(found.text, difference, said))
      constant(ledger, found, difference, said);
    else worded(ledger, spanIn(found, difference.start, difference.end), difference, said, { alone: cost < ONE_SLIP, ours });
  }
}

/** Two characters that have changed places: 财政拨款支收总预算. */
interface Turned {
  readonly start: number;
  readonly right: string;
  /** The character where it stands, and where it ought to. */
  readonly parts: readonly [Difference, Difference];
}

function turnedIn({ text }: Found, differences: readonly Difference[]): readonly Turned[] {
  return differences.flatMap((first, at): readonly Turned[] => {
    const next = differences[at + 1];
    if (!next || next.start !== first.end + 1) return [];
    const [extra, lost] = first.wanted === "" ? [first, next] : [next, first];
    const said = text.slice(first.start, Math.max(first.end + 1, next.end));
    if (lost.start !== lost.end || extra.wanted !== "" || text.slice(extra.start, extra.end) !== lost.wanted || !TWO_HAN.test(said))
      return [];
    return [{ start: first.start, right: `${said.charAt(1)}${said.charAt(0)}`, parts: [first, next] }];
  });
}
const TWO_HAN = /^\p{sc=Han}{2}$/u;

function tellTurned(ledger: Ledger, found: Found, { start, right }: Turned): void {
  const at = spanIn(found, start, start + right.length);
  if (ledger.isFaulted(at)) return;
  ledger.fault({
    id: "B10",
    category: "wording",
    severity: "warning",
    at,
    message: `“${contextOf(at)}”：“${spanText(at)}”两个字颠倒了，应为“${right}”。`,
    expected: right,
    replaces: true,
  });
}

/** What people put behind a name or before it without meaning another: 部门, 单位, 其中. */
const allowed = (said: string): boolean =>
  /^(?:部门|单位|本级|其中：?|为|共|预算|支出|合计|拨款|资金|财政|故|因此|所以|均|亦|也|（部门）|（单位）)$/.test(said);

/** A name before its level is that of the classification, to the character: 住房公积金支出（项）. */
const NAMED_LEVEL = /^（[类款项]）/;

/** Characters that say the same where a sentence has the one or the other. */
const SAME: readonly string[] = ["未无", "底末", "共合", "均都皆", "较比", "与和及同", "为是"];
const meansTheSame = (said: string, wanted: string): boolean =>
  // 2025年年底
  (said === "年" && wanted === "") ||
  (said.length === 1 && wanted.length === 1 && SAME.some((alike) => alike.includes(said) && alike.includes(wanted)));

/** ____万元: a figure that is still to be filled in. */
export const isPlaceholder = (said: string): boolean => /_{2,}|[XxＸ×*]{2,}/.test(said);

/** （表8）, （详见附表8）: which table is spoken of. */
const REFERENCE = /（(?:详?见)?附?表\d{1,2}）/g;
export const isReference = (text: string, { start, end, wanted }: Difference): boolean =>
  wanted === "" && [...text.matchAll(REFERENCE)].some(({ index, 0: { length } }) => index <= start && index + length >= end);

/** Words that make no other sentence: put in, left out or one for the other. */
const HARMLESS_WORDS = [
  "共计 共有 合计 总计 总额 金额 主要 原因 因为 包括 如下 其中 相比 相应 所属 下属 均 全部 当年 本年 年度 12月31日 部门 单位 本级",
  "预算数 预算 支出 收入 财政拨款 政府采购 项目 资金 总体 情况 安排 个项目 为 的 是 有 共 系 其 约 和 与 及 底 末 度 型 ，",
].flatMap((words) => words.split(" "));
const HARMLESS = new RegExp(`^(?:${HARMLESS_WORDS.join("|")}|\\d{1,3}(?=个项目))*$`);
const LONGEST = 14;
const isHarmless = (words: string): boolean => words.length <= LONGEST && HARMLESS.test(words);

/** 50元以上 for 50万元以上. */
const isUnit = (text: string, { start, wanted }: Difference, said: string): boolean =>
  /\d$/.test(text.slice(0, start)) && /^[亿万元]+$/.test(said + wanted);

/** 50万元以上 with another number: the template's own figures. */
function constant(ledger: Ledger, found: Found, { start, end, wanted }: Difference, said: string): void {
  const span = spanIn(found, start, end);
  // 5O万元: that a letter stands in the number is told of the number.
  if (LETTERS.test(numberAround(found.text, start, end))) return;
  const stated = figuresOf(found.line, found.start, found.end).find(({ digits }) => digits.start <= span.end && digits.end >= span.start);
  if (stated) ledger.blame(stated);
  const isGone = !stated && said === "";
  ledger.fault({
    id: "B-模",
    category: isGone ? "missing" : "figure",
    severity: "error",
    at: stated?.digits ?? span,
    ...(isGone ? { place: true, expected: wanted } : {}),
    message: stated ? `这里的“${spanText(stated.digits)}”是模板规定的数，写得不对。` : `这里比模板少了“${wanted}”。`,
    advice: "请对照模板改正。",
  });
}

const LETTERS = /[OoIl]/;
const LONGEST_NUMBER = 8;

/** The digits, and letters that may stand for some, around a place. */
function numberAround(text: string, start: number, end: number): string {
  const before = /[\dOoIl]{0,8}$/.exec(text.slice(Math.max(0, start - LONGEST_NUMBER), start))?.[0] ?? "";
  const behind = /^[\dOoIl]{0,8}/.exec(text.slice(end, end + LONGEST_NUMBER))?.[0] ?? "";
  return before + text.slice(start, end) + behind;
}

/** Of more than this a sentence differs in more than one character: then nobody knows what was meant. */
const ONE_SLIP = 200;
const ONE_TURNED = 300;
/** Characters that a sentence may do without. */
const SPARE = /[的了为是数度共有其均都等总已类款额型新再全项费和与及或在将由于至个以所各本要应可之内时表]/;

interface How {
  readonly alone: boolean;
  /** Other words are nobody's fault, opposite ones are. */
  readonly ours: boolean;
}

function worded(ledger: Ledger, at: Span, difference: Difference, said: string, { alone, ours }: How): void {
  const { wanted } = difference;
  if (!HAN.test(said + wanted) || doubledWords(ledger, at, difference, said)) return;
  const turned = turnedRound(said, wanted);
  if (turned) {
    ledger.fault({
      id: "B-用",
      category: "wording",
      severity: turned.sum && ledger.book.withWorkbook ? "error" : "warning",
      at,
      ...(said === "" ? { place: true as const } : {}),
      message: `“${contextOf(at)}”：${turned.what}`,
      expected: wanted,
      ...(said === "" || !alone ? {} : { replaces: true }),
      advice: "请对照公开表，看是不是写反了。",
    });
    return;
  }
  if (ours) return;
  const swapped = said.length === 1 && wanted.length === 1;
  // All the rest of the sentence is the template's.
  const lost = said === "" && wanted.length === 1 && alone && !SPARE.test(wanted);
  const level = lost || (said === "" && LEVEL.test(wanted));
  const compared = said === "" && wanted === "预算" && /^[比较与]/.test(at.line.text.slice(at.end));
  if (!level && !swapped && said.replace(/[^\p{sc=Han}]/gu, "").length < 2 && wanted.replace(/[^\p{sc=Han}]/gu, "").length < 2) return;
  const grave = level || (swapped && alone);
  if (!grave && !compared && isHarmless(said) && isHarmless(wanted)) return;
  const context = contextOf(at);
  ledger.worded.push({
    key: `${wanted}→${said}`,
    fault: {
      id: "B-用",
      category: "wording",
      severity: grave ? "warning" : "info",
      at,
      ...(said === "" ? { place: true as const } : {}),
      message:
        said === ""
          ? `“${context}”这里比模板少了“${wanted}”。`
          : wanted === ""
            ? `“${said}”是模板没有的文字。`
            : `模板写“${wanted}”，这里写“${said}”。`,
      ...(swapped && alone ? { expected: wanted, replaces: true } : {}),
    },
  });
}

/** Whether what is put in says once more what stands beside it, which is told. */
function doubledWords(ledger: Ledger, at: Span, { wanted }: Difference, said: string): boolean {
  const again = wanted === "" && HAN.test(said) ? doubled(at, said) : null;
  // 组织部部|门收入: the second begins another word.
  if (again && !isCut(again.at.line, again.at.end))
    ledger.fault({
      id: "B10",
      category: "wording",
      severity: "warning",
      at: again.at,
      message: `“${again.words}”：连着写了两遍。`,
      expected: again.words,
      replaces: true,
    });
  return again !== null;
}

/** （项） behind the name of a subject: which level it is of. */
const LEVEL = /^（[类款项]）$/;

/** What stands once more right before it or behind it, whatever mark is between the two. */
function doubled({ line, start, end }: Span, said: string): { readonly words: string; readonly at: Span } | null {
  const words = said.replace(/^[，、；]|[，、；]$/, "");
  const [mark, tail] = [said.indexOf(words), said.length - said.indexOf(words) - words.length];
  if (words === "") return null;
  if (tail === 0 && line.text.slice(Math.max(0, start - words.length), start) === words)
    return { words, at: { line, start: start - words.length, end } };
  const next = mark > 0 && tail === 0 ? end + mark : end;
  const between = line.text.slice(end, next);
  if (line.text.startsWith(words, next) && between === said.slice(0, next - end))
    return { words, at: { line, start: start + mark, end: next + words.length } };
  return null;
}

const NEGATION = /没有|未|无|不/;
/** Nothing but a negation, with the like of 再 or 曾. */
const DENIES = /^(?:没有|[并尚暂]?[未无不])(?:再|曾|有)?$/;
const DENIED = /^(?:未|没有|无)(?:安排|发生)?$/;
const FIGURE = /(?<![\d,.])\d[\d,.]*(?:亿|万)?元/;
const OPPOSITES: readonly (readonly [string, string])[] = [
  ["上", "下"],
  ["前", "后"],
  ["收入", "支出"],
];

/** The template's words with the opposite meaning: 没有 left out or put in, 以下 for 以上, an amount where there is none. */
function turnedRound(said: string, wanted: string): { readonly what: string; readonly sum: boolean } | null {
  if (DENIED.test(wanted) && FIGURE.test(said) && /[1-9]/.test(said))
    return { what: `模板写“${wanted}”，这里写了“${said}”，公开表上没有这笔数。`, sum: true };
  if (DENIES.test(wanted) && !NEGATION.test(said)) return { what: `这里比模板少了“${wanted}”，意思相反。`, sum: false };
  if (DENIES.test(said) && !NEGATION.test(wanted)) return { what: `“${said}”是模板没有的文字，意思相反。`, sum: false };
  return OPPOSITES.some((pair) => pair.includes(said) && pair.includes(wanted))
    ? { what: `模板写“${wanted}”，这里写“${said}”，意思相反。`, sum: false }
    : null;
}
const contextOf = ({ line, start, end }: Span): string => line.text.slice(Math.max(0, start - 6), end + 6);

/** Words that a document has differently again and again are its own way of saying it. */
export function settleWording(ledger: Ledger): void {
  const times = new Map<string, number>();
  for (const { key } of ledger.worded) times.set(key, (times.get(key) ?? 0) + 1);
  for (const { key, fault } of ledger.worded) if (times.get(key) === 1) ledger.fault(fault);
}

/** What most of a sort say, the few that do not have left out. */
export function settleHabits(ledger: Ledger): void {
  for (const { said, lacking } of ledger.habits.values())
    if (said > 1 && lacking.length * 2 <= said) for (const fault of lacking) if (!isToldBehind(ledger, fault.at)) ledger.fault(fault);
}

/** What stands there instead, or right behind, is told to be wrong. */
const isToldBehind = (ledger: Ledger, { line, start, end }: Span): boolean =>
  ledger.isFaulted({ line, start, end: Math.max(end, start + BEHIND) });
const BEHIND = 16;
