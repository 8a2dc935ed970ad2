import type { Book } from "./book";
import { byLine, undecided, type Fault } from "./ledger";
import { canon } from "../text/canon";
import { firstFrom } from "./text/first-from";
import { spanText, type Line, type Span } from "./text/lines";

/**
 * What only differs in the last digit has one cause in one document: said once, of the first, the rest are notes. Such a
 * document rounds otherwise than its tables do, so no amount of theirs is certain to be what ought to stand there: both
 * figures are shown, and none is put in.
 */
export function folded(faults: readonly Fault[]): readonly Fault[] {
  const tails = faults.filter(({ cause, severity }) => cause === "tail" && severity === "warning");
  const [first] = tails;
  if (!first || tails.length < 2) return faults;
  const below = tails.every(({ left, right }) => left && right && left.compare(right) < 0);
  const why = below ? "像是截去了尾数，没有四舍五入" : "像是分别取整造成的";
  const all = `全文有${String(tails.length)}处这样差在尾数，${why}，请一并核对。`;
  return faults.map((fault): Fault => {
    if (!isTablesAmount(fault)) return fault;
    const unsure = undecided(fault);
    if (fault === first) return { ...unsure, advice: all };
    return tails.includes(fault) ? { ...unsure, severity: "info", advice: `与前面同一个原因：${why}。` } : unsure;
  });
}

/** What is held against a cell that is at fault itself, or a name that the tables do not agree on: both are shown, and none is put in. */
export function withoutDoubted(faults: readonly Fault[], { doubted, contested, called }: Book): readonly Fault[] {
  return faults.map((fault): Fault => {
    if (fault.category === "name" && fault.replaces === true && contested.has(canon(fault.expected ?? "")))
      return {
        ...fault,
        severity: "warning",
        message: `${called === "工作簿" ? "工作簿的表" : called}有的写作“${fault.expected ?? ""}”，有的不是，这里写“${spanText(fault.at)}”。`,
        expected: "",
        replaces: false,
        advice: "同一个科目在各表的名称不一样，请先核对表。",
      };
    if (!fault.cells?.some(doubted)) return fault;
    const advice = `${called === "工作簿" ? "工作簿的表" : called}自己也对不上，也许是表上写错了，请先核对表。`;
    return { ...undecided(fault), advice };
  });
}

/**
 * What the 填报 sheet has otherwise, in the parts of a sum that does not come out: the sum proves which of the two is wrong, so the
 * one fault says both.
 */
export function proved(faults: readonly Fault[]): readonly Fault[] {
  const sums = faults.filter(({ id, category, severity }) => id === "B-七" && category === "sum" && severity === "error");
  if (sums.length === 0) return faults;
  const within = (one: Fault, sum: Fault): boolean =>
    one.id === "B-填" &&
    one.category === "figure" &&
    one.at.line === sum.at.line &&
    one.at.start >= sum.at.start &&
    one.at.end <= sum.at.end;
  const told = new Set(sums.filter((sum) => faults.some((one) => within(one, sum))));
  return faults.flatMap((fault): readonly Fault[] => {
    if (told.has(fault)) return [];
    const sum = sums.find((one) => within(fault, one));
    return [sum ? { ...fault, severity: "error", message: `${sum.message}${fault.message}` } : fault];
  });
}

/** A reason that contradicts itself, where the 填报 sheet says which of its words is wrong: one fault, with both. */
export function withOneReason(faults: readonly Fault[]): readonly Fault[] {
  const told = faults.filter(({ id, expected = "", severity }) => id === "B-填" && expected !== "" && severity !== "info");
  const contradictions = faults.filter(({ id, expected = "" }) => id === "B09" && expected === "");
  if (told.length === 0 || contradictions.length === 0) return faults;
  const within = (one: Fault, whole: Fault): boolean =>
    one.at.line === whole.at.line && one.at.start >= whole.at.start && one.at.end <= whole.at.end;
  const merged = new Map(
    contradictions.flatMap((whole) => {
      const inside = told.filter((one) => within(one, whole));
      return inside[0] && inside.length === 1 ? [[inside[0], whole] as const] : [];
    }),
  );
  const gone = new Set(merged.values());
  return faults.flatMap((fault): readonly Fault[] => {
    if (gone.has(fault)) return [];
    const whole = merged.get(fault);
    return [whole ? { ...fault, message: `${whole.message}${fault.message}` } : fault];
  });
}

/**
 * A direction that the sum of the changes, the change's own rate or its reason speak against: one fault, with all that is said of it. The
 * one that has the right word is kept, else the sum's.
 */
export function withOneDirection(faults: readonly Fault[]): readonly Fault[] {
  const sums = faults.filter(({ id, category, at }) => id === "B-和" && category === "sum" && !/[；。]/.test(spanText(at)));
  if (sums.length === 0) return faults;
  const said = new Map<Fault, string>();
  const gone = new Set<Fault>();
  for (const sum of sums) {
    const others = faults.filter(({ category, at }) => category === "direction" && at.line === sum.at.line && isOfClause(at, sum.at));
    const [other] = others;
    if (!other || others.length > 1 || gone.has(other)) continue;
    const [kept, folded] = (other.expected ?? "") === "" ? [sum, other] : [other, sum];
    gone.add(folded);
    said.set(kept, folded.message);
  }
  return faults.flatMap((fault) => {
    const more = said.get(fault);
    return gone.has(fault) ? [] : [more === undefined ? fault : { ...fault, message: `${fault.message}${more}` }];
  });
}

/** Within the words of a change, or behind them and before the next mark that ends what is said of it. */
const isOfClause = (at: Span, { line, start, end }: Span): boolean =>
  (at.start < end && at.end > start) || (at.start >= end && !/[；。]/.test(line.text.slice(end, at.start)));

/** What is held against words that are at fault themselves, and hints at words of which something weightier is said. */
export function withoutConsequences(faults: readonly Fault[]): readonly Fault[] {
  const onLine = byLine(faults);
  const there = (line: Line): readonly Fault[] => onLine.get(line) ?? [];
  const overlapping = new Map([...onLine].map(([line, all]) => [line, overlappingIn(all)]));
  const given = new Map<Fault, Fault>();
  const kept = faults.filter((fault) => {
    if (fault.beside && there(fault.beside).some((one) => one !== fault && one.severity !== "info")) return false;
    // What of a sum is told without its amount is told to lack it.
    if (fault.severity === "info" && fault.category === "sum")
      return !there(fault.at.line).some(
        ({ category, severity, at }) => category === "missing" && severity === "error" && isWithin(at, fault.at),
      );
    if (fault.severity !== "info" || fault.category !== "wording" || ofMany(fault)) return true;
    // What swallowed the words behind a sentence that is gone; and the use of a subject whose name or amount is another's.
    if (
      isRewritten(fault) &&
      there(fault.at.line).some(
        (one) => one.cause === "exchanged" || (one.id === "B-缺" && one.severity === "error" && isBeside(one.at, fault.at)),
      )
    )
      return false;
    if (fault.id === "B-用" && there(fault.at.line).some((one) => saysMore(one, fault))) return false;
    const others = (overlapping.get(fault.at.line)?.(fault.at) ?? []).filter((one) => one !== fault);
    const told = isRewritten(fault) ? others.find(({ id }) => id !== "B-填") : undefined;
    if (told) given.set(told, fault);
    return !told && !others.some((one) => one.severity !== "info" && one.at.end - one.at.start <= SHORT);
  });
  return kept.map((fault) => {
    const other = given.get(fault);
    return other ? { ...fault, advice: `${fault.advice ?? ""}填报表里这一段写的是“${other.expected ?? ""}”。` } : fault;
  });
}

/** A year that is wrong, or something left out, right where the words are said to differ. */
const saysMore = ({ id, category, severity, at }: Fault, { at: { start }, place }: Fault): boolean =>
  severity !== "info" &&
  (category === "year" || id === "B-缺" || (category === "missing" && place === true)) &&
  Math.abs(at.start - start) <= BESIDE;
const BESIDE = 12;

/** Of many such passages the first, which stands for all. */
const ofMany = ({ id, expected = "" }: Fault): boolean => id === "B-填" && expected === "";
/** Other words than those of the 填报 sheet, which has a whole passage for them. */
const isRewritten = ({ id, expected = "" }: Fault): boolean => id === "B-填" && expected !== "";
/** What is said of more words than these is no word of them. */
const SHORT = 30;
const overlap = (a: Span, b: Span): boolean => a.end > a.start && a.start < b.end && b.start < a.end;

/** The faults of a line that overlap a stretch of it, in their order: of thousands only those are looked at that may. */
function overlappingIn(faults: readonly Fault[]): (at: Span) => readonly Fault[] {
  const order = new Map(faults.map((fault, index) => [fault, index]));
  const byStart = [...faults].sort((a, b) => a.at.start - b.at.start);
  const longest = faults.reduce((most, { at }) => Math.max(most, at.end - at.start), 0);
  const firstAt = (place: number): number => firstFrom(byStart, ({ at }) => at.start, place);
  return (at) =>
    byStart
      .slice(firstAt(at.start - longest), firstAt(at.end))
      .filter((one) => overlap(one.at, at))
      .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}

/** In a passage, or right behind the mark that it ends with. */
const isBeside = (one: Span, whole: Span): boolean => one.start >= whole.start && one.end <= whole.end + 2;
const isWithin = (one: Span, whole: Span): boolean => one.start >= whole.start && one.end <= whole.end;

/**
 * Two sentences each of which has the amount of the other: either the amounts stand in each other's place or the names do. Nobody can
 * tell which, so that neither amount is put in. Beside the report's own tables two rows may have changed places as well.
 */
export function exchanged(faults: readonly Fault[], { called }: Pick<Book, "called">): readonly Fault[] {
  const amounts = faults.filter(({ id, category }) => id === "B-数" && category === "figure");
  const hasOther = (one: Fault): boolean =>
    amounts.some(
      (other) =>
        other !== one &&
        isSame(other.left, one.right) &&
        isSame(other.right, one.left) &&
        (called === "报告的表" || other.at.line !== one.at.line),
    );
  const others = new Set(amounts.filter((one) => one.replaces === true && hasOther(one)));
  const lines = new Set([...others].map(({ at }) => at.line));
  return faults.map((fault): Fault => {
    const isShare = fault.id === "B-占" && fault.category === "share" && lines.has(fault.at.line);
    if (!others.has(fault) && !isShare) return fault;
    const { cause: _, expected: __, ...rest } = fault;
    return {
      ...rest,
      // The share is that of the one amount or of the other.
      message: isShare ? fault.message.replace("应为", "按表上的数是") : (fault.unsure ?? fault.message),
      replaces: false,
      cause: "exchanged",
      advice: "另一句写的正是这一句的数：不是两个数写颠倒了，就是两个名称写颠倒了，请核对。",
    };
  });
}

const isSame = (a: Fault["left"], b: Fault["left"]): boolean =>
  a !== null && a !== undefined && b !== null && b !== undefined && a.equals(b);

/** Words of the text beside an amount of the tables. */
const isTablesAmount = ({ category, cells = [] }: Fault): boolean => category === "figure" && cells.length > 0;
