import { Exact } from "../../amount/exact";
import { judgeSum, WHOLE } from "../../amount/tolerance";
import type { Wan } from "../../amount/unit";
import { depthsOf } from "../amounts/depths";
import type { Ledger } from "../ledger";
import { figuresOf } from "../read/figures";
import { spanText, type Line, type Span } from "../text/lines";
import { isFirstEntry, listMark } from "../text/list-mark";
import { tellLeftOut, tellNoWhole, tellUnled } from "./changes-left-out";
import { allMovedIn, isSlip, movedIn, show, type Moved } from "./moved";
import { judgeGrowth, judgeToldAgain, toldElsewhere, toldOf, type Told } from "./told-changes";
import { sentenceStart } from "../text/sentence";

/**
 * 与上年相比减少1,106.89万元，其中：甲减少6,331.03万元，…；乙增加2,110.30万元，…: changes that come to the whole change prove it and
 * each other, whatever they are of. What is out by one keystroke or one direction is told; more can be changes of other things.
 */
export function readEnumeratedChanges(ledger: Ledger, lines: readonly Line[]): void {
  const prose = lines.filter(({ kind }) => kind !== "row");
  for (const line of prose)
    for (const [whole, ...parts] of explainedIn(line)) if (whole && parts.length > 1) judgeExplained(ledger, whole, parts);
  const told = toldOf(prose);
  judgeToldAgain(ledger, told);
  judgeGrowth(ledger, told);
  tellUnled(ledger, prose);
  const divided = dividedIn(prose, ledger.book.lastPlace);
  for (const group of groupsOf(prose, divided)) {
    const [whole, ...listed] = changesIn(group, told, divided);
    if (!whole) tellNoWhole(ledger, group);
    if (!whole || listed.length === 0 || listed.length + unmovedIn(group, whole) < 2) continue;
    const ways = [listed, withReasons(group, whole)];
    const holding = ways.find((parts) => holds(ledger, whole, parts));
    if (holding) {
      for (const { stated } of [whole, ...holding]) ledger.prove(stated, `本段各项增减额之和 = ${show(whole.change)}`);
      continue;
    }
    const parts = ways.find((one) => isTurnedIn(whole, one)) ?? listed;
    const sum = sumOf(parts);
    const all = [whole, ...parts];
    if (all.some(({ stated }) => ledger.standing(stated)?.kind === "faulty")) continue;
    const wantedOf = (one: Moved): Exact => (one === whole ? sum : one.change.plus(whole.change.minus(sum)));
    const isTurned = (one: Moved): boolean => wantedOf(one).negated().equals(one.change);
    const pair = swapped(parts, whole.change.minus(sum));
    const slips = likeliest(
      all.filter((one) => isSlip(one, wantedOf(one))),
      isTurned,
    );
    const slipped = pair
      ? all.filter((one) => pair.includes(one) || isTurned(one))
      : slips.some(isTurned)
        ? slips
        : (surplus(parts, sum.minus(whole.change)) ?? slips);
    const wrong = slipped.length > 0 ? slipped : (exchanged(whole, parts, sum) ?? []);
    for (const one of wrong) ledger.blame(one.stated);
    if (wrong.length > 0) tell(ledger, wrong, parts, whole, sum);
    else if (listed.length > 1) tellLeftOut(ledger, prose, group, whole, whole.change.minus(sum));
  }
}

/** 其中：甲减少5.00万元；乙与上年持平: how many parts of a list are said not to have moved, which come to nothing; the list is of the change before it. */
function unmovedIn(group: readonly Line[], whole: Moved): number {
  const from = group.indexOf(whole.at.line);
  const text = group
    .slice(from)
    .map((line, index) => (index === 0 ? line.text.slice(whole.at.end) : line.text))
    .join("");
  const begins = text.indexOf("其中");
  return begins < 0 || AMOUNT.test(text.slice(0, begins)) ? 0 : [...text.slice(begins).matchAll(UNMOVED)].length;
}
const AMOUNT = /\d[\d,.]{0,16}(?:万|亿)?元/;
const UNMOVED =
  /[与同比较](?:上年|上一年|去年|20\d\d年)(?:度)?(?:年初)?(?:预算|执行)?数?(?:基本)?(?:持平|相同|一致|相比(?:无变化|持平|没有变化))/g;

const sumOf = (parts: readonly Moved[]): Exact => Exact.sum(parts.map(({ change }) => change));

const holds = (ledger: Ledger, whole: Moved, parts: readonly Moved[]): boolean =>
  judgeSum(sumOf(parts).minus(whole.change), parts.length, placeOf(ledger, [whole, ...parts])) !== "broken";

/** Turned round, one of them alone puts all right. */
const isTurnedIn = (whole: Moved, parts: readonly Moved[]): boolean =>
  parts.some(({ change }) => sumOf(parts).minus(whole.change).equals(change.plus(change)));

/** 甲减少180.00万元，主要是压减开支，乙增加20.00万元: nothing but a comma ends the reason, and the list goes on. */
function withReasons(group: readonly Line[], { stated: whole }: Moved): readonly Moved[] {
  const all = group.flatMap(allMovedIn);
  return all.slice(all.findIndex(({ stated }) => stated.span.line === whole.span.line && stated.span.start === whole.span.start) + 1);
}

/** In a text of whole 万元 each change was rounded by itself, and so may be out by one. */
const placeOf = ({ book }: Ledger, all: readonly Moved[]): Exact<Wan> =>
  book.coarse && all.every(({ stated }) => !spanText(stated.digits).includes(".")) ? WHOLE : book.lastPlace;

/** A direction turned round that alone puts all right is no chance; a digit may be. */
function likeliest(slipped: readonly Moved[], isTurned: (one: Moved) => boolean): readonly Moved[] {
  const turned = slipped.filter(isTurned);
  return turned.length > 0 ? turned : slipped;
}

function tell(
  ledger: Ledger,
  slipped: readonly Moved[],
  parts: readonly Moved[],
  whole: Moved,
  sum: Exact,
  severity: "warning" | "info" = "warning",
): void {
  for (const at of stretchesOf(slipped))
    ledger.fault({
      id: "B-和",
      category: "sum",
      severity,
      at,
      message: `${slipped.length > 1 ? `${slipped.map((one) => spanText(one.at)).join("、")}里像是有写错的：` : ""}各项增减额加起来是${parts.map(({ change }) => show(change)).join("、")}${parts.length > 1 ? `，合${show(sum)}` : ""}；合计写的是${show(whole.change)}。`,
      left: sum,
      right: whole.change,
      advice: "请核对这几个增减额和方向，看是哪一个写错了。",
    });
}

/** The one of which alone there is too much: all of it. */
function surplus(parts: readonly Moved[], over: Exact): readonly Moved[] | null {
  const found = parts.filter(({ change }) => change.equals(over));
  return found.length === 1 && parts.length > 2 ? found : null;
}

/** Where one of several is wrong and nobody knows which, those of one paragraph are one stretch of it. */
function stretchesOf(slipped: readonly Moved[]): readonly Span[] {
  const byLine = new Map<Line, Span>();
  for (const { at } of slipped) {
    const before = byLine.get(at.line);
    byLine.set(at.line, { ...at, start: Math.min(at.start, before?.start ?? at.start), end: Math.max(at.end, before?.end ?? at.end) });
  }
  return [...byLine.values()];
}

/** Two of opposite directions whose amounts stand in each other's place. */
function swapped(parts: readonly Moved[], missing: Exact): readonly Moved[] | null {
  for (const one of parts)
    for (const other of parts) {
      if (one.change.sign() <= 0 || other.change.sign() >= 0) continue;
      const gain = other.change.abs().minus(one.change).times(Exact.ofUnits(2));
      if (gain.equals(missing)) return [one, other];
    }
  return null;
}

/** The whole and one of its parts in each other's place. */
function exchanged(whole: Moved, parts: readonly Moved[], sum: Exact): readonly Moved[] | null {
  const part = parts.find(({ change }) => !change.equals(whole.change) && sum.minus(change).plus(whole.change).equals(change));
  return part ? [whole, part] : null;
}

/** What is one enumeration: each part may stand on a line of its own. */
function groupsOf(lines: readonly Line[], divided: Divided): readonly (readonly Line[])[] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1) ?? [];
    const last = group.at(-1);
    const listed =
      /：$/.test(group[0]?.text ?? "") &&
      listMark(line) !== null &&
      (group.length === 1 || sameMarks(group[1], line) || isWithin(group, line));
    if (group[0] && divided.get(group[0])?.includes(line) === true) {
      group.push(line);
      continue;
    }
    // Behind the last entry of a list, its mark lost or a later entry gone, a sentence without a number is no entry.
    const isOver = last && listMark(last) !== null && listMark(line) === null;
    const goesOn = last && (line.text.startsWith("其中") || /其中：?$/.test(last.text) || (last.text.endsWith("；") && !isOver) || listed);
    if (goesOn) groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  return groups;
}

/**
 * 甲A万元，比上年…。 and the entries of a list right behind it, whose amounts come to A: they are what it is divided into, though nothing
 * says so. By the line that leads.
 */
type Divided = ReadonlyMap<Line, readonly Line[]>;
function dividedIn(lines: readonly Line[], lastPlace: Exact): Divided {
  const divided = new Map<Line, readonly Line[]>();
  lines.forEach((line, at) => {
    const lead = lines[at - 1];
    if (!lead || listMark(lead) !== null || !isFirstEntry(line)) return;
    const end = lines.findIndex((one, index) => index > at && (!sameMarks(line, one) || isFirstEntry(one)));
    const entries = lines.slice(at, end < 0 ? undefined : end);
    const [whole, ...parts] = [lead, ...entries].map((one) => figuresOf(one).find(({ unit }) => unit === "amount")?.value ?? null);
    const values = parts.flatMap((part) => part ?? []);
    if (!whole || values.length < 2 || values.length < parts.length) return;
    if (judgeSum(Exact.sum(values).minus(whole), values.length, lastPlace) !== "broken") divided.set(lead, entries);
  });
  return divided;
}

/** 2.公务用车购置及运行费…。其中： and its （1）, （2）: the next entry of a list within the list. */
const isWithin = (group: readonly Line[], line: Line): boolean => group.length > 2 && sameMarks(group.at(-1), line);

/** Two entries of one list. */
const sameMarks = (one: Line | undefined, other: Line): boolean => {
  const mark = listMark(other);
  return one !== undefined && mark !== null && mark === listMark(one);
};

/** 支出较上年增加296.77万元，主要是甲增加426.88万元，乙减少130.11万元: each change, and those that a sentence explains it by. */
function explainedIn(line: Line): readonly (readonly Moved[])[] {
  const moved = line.text.includes("，主要") ? allMovedIn(line) : [];
  return [...line.text.matchAll(/，主要(?:原因)?(?:是|为)/g)].map(({ index }) => {
    const from = sentenceStart(line.text, index);
    const stop = line.text.slice(index).search(/[；。]/);
    const end = stop < 0 ? line.text.length : index + stop;
    const all = moved.filter(({ at }) => at.start >= from && at.end <= end);
    const whole = all.filter(({ at }) => at.end <= index).at(-1);
    const between = whole ? line.text.slice(whole.at.end, index) : "";
    return whole && !/[；，]/.test(between.replace(/^，[增减升降][长少加降低][\d.,]+%/, ""))
      ? [whole, ...all.filter(({ at }) => at.start > index)]
      : [];
  });
}

/** What mainly explains a change need not be all of it; a direction turned round that alone makes it all of it is one. */
function judgeExplained(ledger: Ledger, whole: Moved, parts: readonly Moved[]): void {
  const sum = Exact.sum(parts.map(({ change }) => change));
  if (judgeSum(sum.minus(whole.change), parts.length, ledger.book.lastPlace) !== "broken") {
    for (const { stated } of [whole, ...parts]) ledger.prove(stated, `本句各项增减额之和 = ${show(whole.change)}`);
    return;
  }
  if ([whole, ...parts].some(({ stated }) => ledger.standing(stated)?.kind === "faulty")) return;
  const wantedOf = (one: Moved): Exact => (one === whole ? sum : one.change.plus(whole.change.minus(sum)));
  const turned = [whole, ...parts].filter((one) => wantedOf(one).negated().equals(one.change));
  const slipped = turned.length > 0 ? turned : [whole, ...parts].filter((one) => isSlip(one, wantedOf(one)));
  if (turned.length > 0) for (const one of turned) ledger.blame(one.stated);
  if (slipped.length > 0) tell(ledger, slipped, parts, whole, sum, turned.length > 0 ? "warning" : "info");
}

/**
 * The change of an entry, which it tells first; of one that tells what its parts changed by alone, theirs. （七）职业年金37.00万元，上年未安排:
 * what there was none of has grown by all that there is.
 */
function entryOf(line: Line): readonly Moved[] {
  const all = movedIn(line);
  const [first] = all;
  if (first) return line.text.slice(0, first.at.start).includes("其中") ? withoutDivided(all) : [first];
  const [stated] = figuresOf(line).filter(({ unit }) => unit === "amount");
  return stated?.value && NONE_BEFORE.test(line.text.slice(stated.span.end)) ? [{ stated, change: stated.value, at: stated.span }] : [];
}
/** 其中：甲减少1.00万元，乙减少2.00万元。某某费减少3.00万元: behind its parts the entry tells what all of it changed by. */
function withoutDivided(all: readonly Moved[]): readonly Moved[] {
  const parts = all.slice(0, -1);
  const last = all.at(-1);
  return last && parts.length > 1 && Exact.sum(parts.map(({ change }) => change)).equals(last.change) ? [last] : all;
}
const NONE_BEFORE = /^[，（](?:上年|上一年|去年|20\d\d年)(?:度)?(?:均?未安排|没有安排|无此项|未列|无安排|未编)/;

/** 甲A万元（乙B万元，比上年减少3.00万元；…），比上年减少3.00万元: what brackets divide tells its own change behind them. */
function withoutBracketed(line: Line, all: readonly Moved[]): readonly Moved[] {
  if (all.length < 2 || !line.text.includes("（")) return all;
  const depths = depthsOf(line.text);
  return all.filter(({ at }, index) => {
    if ((depths[at.start] ?? 0) === 0) return true;
    const next = all.slice(index + 1, index + 1 + BRACKETED).find(({ at: { start } }) => (depths[start] ?? 0) < (depths[at.start] ?? 0));
    if (!next || next.at.start - at.end > LONGEST_BRACKET) return true;
    const between = line.text.slice(at.end, next.at.start);
    return /[（；。]/.test(between.slice(between.lastIndexOf("）")));
  });
}
/** More parts, and more words, no brackets hold. */
const BRACKETED = 6;
const LONGEST_BRACKET = 300;

const ANOTHER = /[；。][^；。]*\d(?:万|亿)?元/;

/** The change of the whole, and of those that 其中 names; [] where there are none. */
function changesIn(group: readonly Line[], told: Told, divided: Divided): readonly Moved[] {
  let whole: Moved | undefined;
  const parts: Moved[] = [];
  let begun = false;
  // An entry whose change is told: those of the list within it are parts of that.
  let within = false;
  for (const line of group) {
    const begins = line.text.indexOf("其中");
    // Of an entry of a list the first change is its own; what it is divided into are parts of that.
    const own = begun && listMark(line) !== null ? entryOf(line) : withoutBracketed(line, movedIn(line));
    const outer = sameMarks(group[1], line);
    if (within && !outer) continue;
    within = outer && own.length > 0 && line.text.endsWith("其中：");
    for (const one of own) {
      if (begun || (begins >= 0 && one.at.start > begins)) parts.push(one);
      else whole = one;
    }
    // 甲B万元，减少0.40万元；乙C万元，其中丙D万元，减少1.60万元: the list is of an amount that stands behind the change.
    if (whole?.at.line === line && begins >= 0 && ANOTHER.test(line.text.slice(whole.at.end, begins))) return [];
    begun ||= begins >= 0 || (line === group[0] && (line.text.endsWith("：") || divided.has(line)));
  }
  const [lead, ...entries] = group;
  // Of a whole that is told elsewhere each part has to say what it changed by.
  const counted = entries.filter((line) => figuresOf(line).some(({ unit }) => unit === "amount")).length;
  if (!whole && lead && parts.length === counted) whole = toldElsewhere(lead, figuresOf(lead), told);
  return whole ? [whole, ...parts] : [];
}
