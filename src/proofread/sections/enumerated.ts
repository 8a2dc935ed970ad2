import { Exact } from "../../amount/exact";
import { formatAmount, GROUPED } from "../../amount/format";
import { judgeSum, WHOLE } from "../../amount/tolerance";
import type { Ledger } from "../ledger";
import { figuresOf, lastPlaceOf, type Stated } from "../read/figures";
import { asBeside, isSlipOf } from "../read/slip";
import { spanText, type Line } from "../text/lines";
import { depthsOf } from "../amounts/depths";
import { isComplete } from "../amounts/kinds";
import { sentenceBefore } from "../text/sentence";

/**
 * 总预算1410.00万元，其中甲340.00万元，…，合计1410.00万元: an amount that is what the amounts behind it add up to proves them,
 * whatever they are of. Blamed is only what is said to be part of a whole and cannot be: amounts that stand side by side
 * need not be parts of one, and what is named after 其中 need not be all of it.
 */
export function readEnumerated(ledger: Ledger, lines: readonly Line[]): void {
  for (const line of lines) {
    const figures = figuresOf(line).filter(({ value }) => value !== null && !value.isZero());
    const cars = figures.filter(({ written }) => written === "辆");
    if (cars.length > 1) readCars(ledger, cars);
    if (cars[0]) uncountedCars(ledger, cars[0]);
    const amounts = figures.filter(({ unit }) => unit === "amount");
    const depths = amounts.length < 2 ? [] : depthsOf(line.text);
    amounts.forEach((whole, at) => {
      const rest = amounts.slice(at + 1, at + 1 + MOST);
      const parts = partsOf(whole, rest);
      if (!parts) {
        judgeParts(ledger, whole, rest, depths);
        return;
      }
      if ([whole, ...parts].every((stated) => ledger.standing(stated)?.kind === "proved")) return;
      const again = amounts[at + 1 + parts.length];
      const all = again?.value?.equals(whole.value ?? Exact.zero) === true ? [whole, ...parts, again] : [whole, ...parts];
      for (const stated of all)
        if (ledger.standing(stated)?.kind !== "faulty") ledger.prove(stated, `本段${sumOf(parts)} = ${show(whole)}`);
    });
  }
}

/** 其中：一般公务用车1辆、其他用车辆: among cars that are counted, some of which the number or its unit is left out. */
function uncountedCars(ledger: Ledger, whole: Stated): void {
  const { line, end } = whole.span;
  const list = /^，?其中[：，]?([^。；]*)/.exec(line.text.slice(end));
  if (!list?.[1]?.includes("辆")) return;
  let at = end + list[0].length - list[1].length;
  for (const item of list[1].split(/(?<=[、，])/)) {
    const words = item.replace(/[、，]$/, "");
    const span = { line, start: at, end: at + words.length };
    at += item.length;
    if (!CAR.test(words) || ledger.isFaulted(span)) continue;
    ledger.fault({
      id: "B10",
      category: "missing",
      severity: "warning",
      at: span,
      message: `别的车辆都写了几辆，“${words}”没有写${/\d$/.test(words) ? "“辆”" : "数量"}。`,
      advice: "请补上。",
    });
  }
}
const CAR = /(?:用车|车辆)(?:\d{1,4}|辆)?$/;

/**
 * 共有车辆46辆，其中，一般公务用车40辆、执法执勤用车6辆。 They need not all be named, and cannot be more than there are; where the list goes
 * down to the other cars, all of them are.
 */
function readCars(ledger: Ledger, [whole, ...rest]: readonly Stated[]): void {
  if (!whole?.value) return;
  const sum = Exact.sum(rest.flatMap(({ value }) => value ?? []));
  const only = rest.length === 1 && sum.compare(whole.value) === 0;
  if (only || partsOf(whole, rest)?.length === rest.length)
    for (const stated of [whole, ...rest]) ledger.prove(stated, `本段${sumOf(rest)} = ${show(whole)}`);
  else if (CARS_LISTED.test(whole.span.line.text.slice(whole.span.end, rest[0]?.span.start).replace(OF_NOTHING, "")))
    judgeParts(ledger, whole, rest, depthsOf(whole.span.line.text));
}

/**
 * 基本支出A万元，其中：甲B万元、乙C万元；项目支出D万元: parts that are joined otherwise end at the semicolon, behind which the next of their
 * whole's own level stands. `joints`: what stands between those before.
 */
export const endsParts = (joints: readonly string[], next: string): boolean =>
  next.includes("；") && joints.length > 0 && !joints.some((joint) => joint.includes("；"));

/** More parts than this nobody lists in one sentence. */
const MOST = 60;

/** Money with its two decimals, what is counted without. */
const shown = (value: Exact | null, { unit }: Stated): string =>
  value === null ? "" : unit === "amount" ? formatAmount(value, GROUPED) : value.toString();
const show = (stated: Stated): string => shown(stated.value, stated);
const sumOf = (parts: readonly Stated[]): string => parts.map(show).join(" + ");

const LISTED = /^(?:[，。；、]?其中[：，]?(?:包括)?|：|，包括|（(?:其中|包括|含)[：，]?|。分项情况[是为]?：)(?:\d{7})?[^，。；\d]{1,30}$/;
/** 共有车辆7辆，机要通信用车1辆、…: kinds of cars are listed without saying so. */
const CARS_NEXT = /^[，：][^，。；：\d]{2,24}用车$/;
const CARS_LISTED = new RegExp(`${LISTED.source}|${CARS_NEXT.source}`);
/** ，同比增长9.24%; ，与上年持平; ，主要是…: what is said of an amount before the next part is named. */
const REMARK = new RegExp(
  [
    "[，；。]?(?:按?[同可][口比]径)?(?:同比|[比较与和同](?:上年|上一年|去年|\\d{4}年|年初)[^，。；\\d]{0,20}，?)?(?:增加|减少|增长|下降|上升|降低)\\d[\\d,.]{0,20}(?:万元|元|%)",
    "，[比较与和同](?:上年|上一年|去年|\\d{4}年|年初)[^，。；\\d]{0,20}(?:持平|一致|相同|无增减(?:变化)?)",
    "，(?:主要|原因)[^；。\\d]{0,80}(?=[；。])",
  ].join("|"),
  "g",
);
/** ，占4.87%: what share of the whole it is parts no enumeration. */
const SHARE = /^[，、（]占[^，。；\d]{0,14}\d{1,3}(?:\.\d{1,4})?%）?/;
/** 、2210201住房公积金: some put its code before the name of a subject. */
const NEXT = /^[，；、和及]+(?:\d{7})?[^，。；\d]{1,30}$/;
/** 、工程支出0.00万元: what there is none of adds nothing. */
const OF_NOTHING = /(?<=[、，：])[^，。；：、\d]{1,30}0(?:\.0{1,4})?(?:万元|元|辆)[、，]/g;
/** 比上年减少150.00万元，其中…: what follows are parts of something else. */
const CHANGE = /(?:[增减降涨]|(?<!提)升)(?:[加长少低高幅收支])?(?:了|约)?$/;
/** 较2025年的1100.00万元减少…，其中: the parts are this year's. */
const OF_BEFORE = /[比较与同][^，。；：]{0,28}$/;
/** Changes have signs, and another budget is no part. */
const NO_PART = /增|减|升|降|比|较|(?<!基本|项目)支出预算|合计|共计|总计/;
/** 原因是本年增加了其他资金7000.00万元。其中…: what follows a reason are no parts of the amount in it. */
const IN_REASON = /原因|主要是|由于|因为/;
/** A reason goes on behind a semicolon where it counts on. */
function isInReason(sentence: string): boolean {
  const clause = sentence.split("；").at(-1) ?? "";
  return IN_REASON.test(/^(?:\d|[一二三四五]是|（)/.test(clause) ? sentence : clause);
}
/** 基本支出8.00万元，包括人员经费5.00万元: what a part is divided into. */
const DIVIDES = /^[，；（]?(?:其中|包括|包含)/;

/** （公务用车购置费90.00万元，公务用车运行费250.00万元） */
const DIVIDED = /（[^（）\d]*\d[^（）]*）/g;

/** A shorter number is a keystroke from too many. */
const LONG = 3;

/** 、其他用车2辆 · 、其他用车0辆 */
const OTHER_CARS = /其[他它](?:用途)?(?:的)?(?:公务)?(?:用车|车辆)\d/;

/** 、其他用车0辆, behind the last of which there is any. */
const NO_OTHER_CARS = /^[、，；和及]其[他它](?:用途)?(?:的)?(?:公务)?(?:用车|车辆)0辆/;

/** 2,906万元，其中：279万元，2,626万元: each may have been rounded to whole 万元 by itself. */
const isOfWholeAmounts = (all: readonly Stated[]): boolean =>
  all.every(({ written, digits }) => written === "万元" && /^\d[\d,]{2,}$/.test(spanText(digits)));

/** 其中：一般公共预算355.68万元，政府性基金0万元，…: how many parts of the sentence are said to be nothing. */
const noughtsBehind = ({ span: { line, end } }: Stated): number =>
  [...(line.text.slice(end).split("。", 1)[0] ?? "").matchAll(/(?<![\d.,])0(?:\.0{1,4})?(?:万元|元)/g)].length;

/** 598.46万元，其中：甲418.80万元、乙8.00万元。 More than the whole is wrong; less by one keystroke is worth a look. */
function judgeParts(ledger: Ledger, whole: Stated, rest: readonly Stated[], depths: readonly number[]): void {
  const { text } = whole.span.line;
  if (CHANGE.test(text.slice(0, whole.span.start)) || OF_BEFORE.test(text.slice(Math.max(0, whole.span.start - 30), whole.span.start)))
    return;
  if (isInReason(sentenceBefore(text, whole.span.start))) return;
  const parts: Stated[] = [];
  let last: Stated = whole;
  let divides = false;
  const joints: string[] = [];
  for (const stated of rest) {
    // What a part is divided into in a bracket behind it is passed over; behind the bracket that a list stands in it is over.
    const depth = depths[stated.span.start] ?? 0;
    const level = depths[parts[0]?.span.start ?? stated.span.start] ?? 0;
    if (depth > level) continue;
    if (depth < level) break;
    if (CHANGE.test(text.slice(Math.max(0, stated.span.start - 4), stated.span.start))) continue;
    const between = text.slice(last.span.end, stated.span.start).replace(DIVIDED, "");
    const words = between.replace(OF_NOTHING, "").replace(SHARE, "").replace(REMARK, "");
    const isFirst = parts.length === 0;
    // What is itself divided within another list ends where the next part of that begins.
    if (isFirst && DIVIDES.test(words)) divides = words.startsWith("，包括");
    if (divides && words.includes("；")) break;
    // What a part is divided into is passed over, up to the next part of its own level.
    if (!isFirst && !words.includes("；") && (last !== parts.at(-1) || DIVIDES.test(words))) {
      last = stated;
      continue;
    }
    if (
      !(isFirst ? (whole.written === "辆" ? CARS_LISTED : LISTED) : NEXT).test(words) ||
      NO_PART.test(words) ||
      (!isFirst && DIVIDES.test(words))
    )
      break;
    if (!isFirst && endsParts(joints, between)) break;
    if (!isFirst) joints.push(between);
    parts.push(stated);
    last = stated;
  }
  const all = [whole, ...parts];
  const end = parts.at(-1);
  if (
    !end ||
    parts.length < (noughtsBehind(whole) >= 2 ? 1 : 2) ||
    !whole.value ||
    all.some((stated) => ledger.standing(stated)?.kind === "faulty")
  )
    return;
  if (all.every((stated) => ledger.standing(stated)?.kind === "proved")) return;
  const sum = Exact.sum(parts.flatMap(({ value }) => value ?? []));
  const missing = whole.value.minus(sum);
  // 基本支出A万元，其中甲B万元，乙C万元。其中丙D万元、丁E万元: divided once more is the whole of the list, not its last part.
  if (/^。/.test(text.slice(whole.span.end)) && isToldBefore(whole, sum)) return;
  // Each was rounded by itself.
  const verdict = judgeSum(missing, parts.length, lastPlaceOf(all, ledger.book.lastPlace));
  if (verdict === "holds")
    for (const stated of all) if (!ledger.standing(stated)) ledger.prove(stated, `本段${sumOf(parts)} = ${show(whole)}`);
  if (verdict === "holds" || verdict === "rounding") return;
  if (ledger.isFaulted({ ...whole.span, end: end.span.end })) return;
  const more = verdict === "broken" && missing.sign() < 0;
  const none = end.written === "辆" ? (NO_OTHER_CARS.exec(text.slice(end.span.end))?.[0] ?? "") : "";
  const complete =
    isComplete(sentenceBefore(text, whole.span.start), text.slice(whole.span.end, end.span.start).replace(REMARK, "")) ||
    (end.written === "辆" && (OTHER_CARS.test(text.slice(whole.span.end).split(/[。；]/, 1)[0] ?? "") || none !== ""));
  const slipped = all.filter((stated) => {
    const right = stated === whole ? sum : (stated.value ?? Exact.zero).plus(missing);
    return right.sign() > 0 && isSlipOf(stated, right) && spanText(stated.digits).length >= LONG;
  });
  if (!more && !complete && slipped.length === 0) return;
  if (!more && isOfWholeAmounts(all) && judgeSum(missing, parts.length, WHOLE) !== "broken") return;
  if (more || complete) for (const stated of all) ledger.blame(stated);
  // In the unit that the text has: what 元 differ by is little in 万元.
  const said = (value: Exact): string =>
    whole.unit !== "amount" || whole.written === "万元" ? shown(value, whole) : asBeside(whole, value);
  ledger.fault({
    id: "B-和",
    category: "sum",
    severity: more ? "error" : complete ? "warning" : "info",
    at: { ...whole.span, end: end.span.end + none.length },
    message: more
      ? `“其中”各项加起来比合计还多：${parts.map(({ value }) => said(value ?? Exact.zero)).join(" + ")} = ${said(sum)}，合计写${said(whole.value)}。`
      : `“其中”各项加起来是${said(sum)}，合计写${said(whole.value)}，差${said(missing.abs())}；${complete ? "" : "如果已全部列出，"}有一个数写错了。`,
    left: sum,
    right: whole.value,
    advice: "请核对这几个数，看是哪一个写错了。",
  });
}

/** Whether an amount before it in its paragraph is that much. */
const isToldBefore = ({ span: { line, start } }: Stated, sum: Exact): boolean =>
  figuresOf(line, 0, start).some(({ unit, value }) => unit === "amount" && value?.equals(sum) === true);

/** The amounts right behind it that add up to it, two at least. */
function partsOf({ value: whole }: Stated, rest: readonly Stated[]): readonly Stated[] | null {
  let sum: Exact = Exact.zero;
  for (let count = 0; count < rest.length; count += 1) {
    const value = rest[count]?.value;
    if (!whole || !value) return null;
    sum = sum.plus(value);
    const order = sum.compare(whole);
    if (order > 0) return null;
    if (order === 0) return count > 0 ? rest.slice(0, count + 1) : null;
  }
  return null;
}
