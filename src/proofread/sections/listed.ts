import { Exact } from "../../amount/exact";
import { formatAmount, GROUPED } from "../../amount/format";
import { judgeSum } from "../../amount/tolerance";
import type { Ledger } from "../ledger";
import { figuresOf, lastPlaceOf, type Stated } from "../read/figures";
import { asBeside, isSlipOf } from "../read/slip";
import { spanText, type Line } from "../text/lines";
import { isFirstEntry, listMark } from "../text/list-mark";
import { isChange } from "../amounts/clause";
import { isComplete } from "../amounts/kinds";
import { sentenceBefore, sentenceStart } from "../text/sentence";

/**
 * “三公”经费预算54.47万元，…。具体情况如下： and one paragraph for each of its parts: the first amount of each is that part's. What comes
 * to the whole proves it; what is out by a keystroke in one of them is told, and nobody knows in which.
 */
export function readListed(ledger: Ledger, lines: readonly Line[]): void {
  lines.forEach((line, at) => {
    const amounts = LEADS.test(line.text) ? amountsOf(line) : [];
    const [first] = amounts;
    if (!first?.value || first.value.isZero() || isOfParts(first, amounts)) return;
    const parts = entriesBehind(lines, at + 1).map(firstAmount);
    const known = parts.flatMap((part) => (part?.value ? [part] : []));
    // What has no amount may be part of the whole all the same, unless there is none of it.
    if (known.length < 2 || known.length < parts.length) return;
    const sum = Exact.sum(known.flatMap(({ value }) => value ?? []));
    // 收入A万元，加上级补助B万元，支出C万元，其中： Any of them may be what is listed.
    const whole = amounts.find(({ value }) => value?.equals(sum) === true) ?? first;
    // Who tells of what there is none of as well leaves nothing out, and no part is more than the whole.
    const isAll = known.length > 2 && known.some(({ value }) => value?.isZero() === true);
    const isMore = line.text.endsWith("其中：") && sum.compare(first.value) > 0;
    const complete = isComplete(wordsOf(whole), known.map(wordsOf).join("；")) || ((isAll || isMore) && isSole(line, whole));
    judge(ledger, whole, known, complete, "下面各段的金额");
  });
}

/** “三公”经费支出中，甲A万元；乙B万元。具体情况如下： the lead tells the parts itself, and the whole nowhere. */
const isOfParts = (first: Stated, amounts: readonly Stated[]): boolean => amounts.length > 1 && AMONG.test(wordsOf(first));
const AMONG = /(?:支出|收入|经费|预算|资金|拨款)中，[^，。；]*$/;

/** 2026年收入预算100.00万元，其中： Whatever else a line tells of may be what is listed. */
const isSole = (line: Line, whole: Stated): boolean =>
  figuresOf(line).filter(({ unit }) => unit === "amount").length === 1 && CLOSE.test(line.text.slice(whole.span.end));
const CLOSE = /^[，。]?[^，。；]{0,12}：$/;

/** 2.按支出用途分类，包括甲A万元（其中：…）；乙B万元。 divides the whole that the paragraph before it tells, each such paragraph all of it. */
export function readDivided(ledger: Ledger, lines: readonly Line[]): void {
  let whole: Stated | null = null;
  for (const line of lines) {
    const divided = DIVIDED.exec(line.text);
    if (!divided) {
      // Below another heading something else is divided.
      whole = line.kind === "prose" && listMark(line) === null ? soleAmount(line) : null;
      continue;
    }
    const stop = line.text.indexOf("。");
    const outside = line.text.slice(0, stop < 0 ? undefined : stop).replace(/（[^（）]*）/g, (words) => "　".repeat(words.length));
    const parts = figuresOf(line, divided[0].length, outside.length).filter(
      ({ unit, value, span }) => unit === "amount" && value !== null && outside.charAt(span.start) !== "　",
    );
    if (whole?.value && parts.length > 1) judge(ledger, whole, parts, !NOT_ALL.test(outside.slice(divided[0].length)), "各项的金额");
  }
}
const DIVIDED = /^(?:\d{1,2}[.．、]|（\d{1,2}）)?按[^，。；\d]{2,12}(?:分类|划分)(?:，(?:主要)?(?:包括|其中)[：，]?|：)/;
/** 项目总预算A万元，其中甲B万元，乙C万元，合计D万元。: what begins and what ends the list are one amount, and its parts all there are. */
export function readTotalled(ledger: Ledger, lines: readonly Line[]): void {
  for (const line of lines) {
    if (line.kind === "row") continue;
    for (const { index: end, 0: words } of line.text.matchAll(TOTALLED)) {
      const start = line.text.lastIndexOf("其中", end);
      const from = Math.max(sentenceStart(line.text, end), line.text.lastIndexOf("；", end) + 1);
      if (start < from) continue;
      const whole = figuresOf(line, from, start)
        .filter(({ unit }) => unit === "amount")
        .at(-1);
      const parts = figuresOf(line, start, end).filter(({ unit }) => unit === "amount");
      const total = figuresOf(line, end + words.length)[0];
      if (!whole?.value || total?.span.start !== end + words.length || total.unit !== "amount" || parts.length < 2) continue;
      if ([...parts, whole].some(({ value }) => value === null) || parts.some(isChange)) continue;
      const sum = Exact.sum(parts.flatMap(({ value }) => value ?? []));
      // Where one of the two is what the parts make, the other is what is wrong.
      judge(ledger, whole.value.equals(sum) ? total : whole, parts, true, "其中各项的金额");
      if (total.value?.equals(whole.value) === true) ledger.prove(total, "与前面的总数一致");
    }
  }
}
const TOTALLED = /，(?:合计|共计|总计)(?=\d)/g;

/** What a part holds, and parts that are not named. */
const NOT_ALL = /其中|包括|等|增加|减少/;

/** The words that name an amount: those of its sentence. */
const wordsOf = ({ span: { line, start } }: Stated): string => sentenceBefore(line.text, start);

/** 支出预算A万元。 with nothing else in it. */
function soleAmount(line: Line): Stated | null {
  const amounts = figuresOf(line).filter(({ unit }) => unit === "amount");
  return amounts.length === 1 ? (amounts[0] ?? null) : null;
}

/** What announces its parts, one paragraph each. */
const LEADS = /(?:其中|情况如下|如下|情况为|包括)：$|[，。；]其中：$/;

/** The amounts of a paragraph that are no changes; the first; of what there is said to be none of, none. */
const amountsOf = (line: Line): readonly Stated[] => figuresOf(line).filter((stated) => stated.unit === "amount" && !isChange(stated));
const firstAmount = (line: Line): Stated | null => amountsOf(line)[0] ?? null;

/** The entries of the list that begins at a line, as far as it goes in one kind of mark. */
function entriesBehind(lines: readonly Line[], from: number): readonly Line[] {
  const [first] = lines.slice(from, from + 1);
  const mark = first ? listMark(first) : null;
  if (!first) return [];
  if (mark === null) return namedEntries(lines.slice(from, from + FARTHEST));
  const entries: Line[] = [];
  for (const line of lines.slice(from, from + FARTHEST)) {
    const own = listMark(line);
    // Another list, of the same whole or of something else.
    if (entries.length > 0 && own === mark && isFirstEntry(line)) break;
    if (own === mark && line.kind === "prose") entries.push(line);
    else if (own !== null || line.kind !== "prose") break;
  }
  return entries;
}
/** 人员经费A万元，…。 and 公用经费B万元。, each its own paragraph without a mark, as long as each begins with a name and its amount. */
function namedEntries(lines: readonly Line[]): readonly Line[] {
  const first = lines[0]?.text.split(/\d/, 1)[0] ?? "";
  const end = lines.findIndex(
    (line) => line.kind !== "prose" || listMark(line) !== null || !NAMED_FIRST.test(line.text) || isBeside(line, first),
  );
  return end < 0 ? lines : lines.slice(0, end);
}
/** 乙C万元，其中：基本支出…, where the first entry is of 基本支出 too: that stands beside the whole and is itself divided so. */
const isBeside = ({ text }: Line, first: string): boolean => first !== "" && text.includes(`其中：${first}`);
const NAMED_FIRST = /^(?:-{2}|[\p{sc=Han}（）“”"]){2,30}(?:（\d{3,7}）)?(?:为|：)?\d[\d,.]*(?:亿|万)?元/u;

/** Longer lists are of something else. */
const FARTHEST = 80;

/** A shorter number is a keystroke from too many. */
const LONG = 3;

/** `complete`: they are all the parts that there are. */
function judge(ledger: Ledger, whole: Stated, parts: readonly Stated[], complete: boolean, what: string): void {
  const all = [whole, ...parts];
  const sum = Exact.sum(parts.flatMap(({ value }) => value ?? []));
  const missing = (whole.value ?? Exact.zero).minus(sum);
  if (judgeSum(missing, parts.length, lastPlaceOf(all, ledger.book.lastPlace)) !== "broken") {
    for (const stated of all) if (!ledger.standing(stated)) ledger.prove(stated, `下面各段合计${formatAmount(sum, GROUPED)}`);
    return;
  }
  if (all.some(({ span }) => ledger.isFaulted(span))) return;
  const open = all.filter((stated) => ledger.standing(stated)?.kind !== "proved");
  const slipped = open.filter((stated) => {
    const right = stated === whole ? sum : (stated.value ?? Exact.zero).plus(missing);
    return right.sign() > 0 && isSlipOf(stated, right) && (complete || spanText(stated.digits).length >= LONG);
  });
  // What is said to be missing among them explains it.
  if (slipped.length === 0 && ledger.isLacking(whole.span.line.index, parts.at(-1)?.span.line.index)) return;
  const certain = slipped.length === 0 && complete ? [whole] : slipped;
  for (const stated of certain) {
    ledger.blame(stated);
    ledger.fault({
      id: "B-和",
      category: "sum",
      severity: "warning",
      at: stated.digits,
      message: `${what}合起来是${asBeside(whole, sum)}，合计写${spanText(whole.span)}。`,
      left: sum,
      right: whole.value,
      advice: "请核对这几个数，看是哪一个写错了，或者漏了一项。",
    });
  }
}
