import type { Ledger } from "../ledger";
import { figuresOf } from "../read/figures";
import type { Line } from "../text/lines";
import { listMark, listRank } from "../text/list-mark";

/**
 * Texts of which no family's sentences are known: what shows by itself that the sentence before it, or the one that it announces, is not
 * there. `all`: the whole text, in which tables stand between the lines of the narrative.
 */
export function judgeLeftHanging(ledger: Ledger, lines: readonly Line[], all: readonly Line[]): void {
  const empty = lines.map((line) => isLabel(line) && headsNothing(line, all[line.index + 1]));
  lines.forEach((line, at) => {
    const [above, next] = [lines[at - 1], lines[at + 1]];
    if (line.kind === "row" || ledger.isLacking(line.index - 1, line.index + 1)) return;
    const isOpening =
      above?.index === line.index - 1 &&
      ((OPENS.test(line.text) && (isLabel(above) || isMoreThan(line, above))) || (GOES_ON.test(line.text) && isTitle(above)));
    if (isOpening) tellOpening(ledger, line);
    else if (empty[at] && !empty[at - 1] && !empty[at + 1] && hasAmountsBeside(lines, at)) tellLabel(ledger, line);
    else if (next && isUnfinished(line, lines.slice(Math.max(0, at - FAR), at), next)) tellEnd(ledger, line);
    else if (DIVIDED_FIRST.test(line.text) && next && !isFollowed(line, lines.slice(at + 1))) tellDivision(ledger, line);
  });
}

/** What has a whole, or an amount, before it. */
const OPENS =
  /^(?:其中[：，\p{sc=Han}]|具体(?:支出|变动|安排|分配)?(?:情况|内容)?(?:如下)?：|(?:[比较与](?:上年|上一年|去年|20\d\d年)[^，。；：\d]{0,14}|同比)(?:增加|减少|增长|下降))/u;

/** 收入按资金来源分为：甲A万元; 受甲影响，比上年预算减少B万元: under the title of a section the whole itself was told first. */
const GOES_ON =
  /^(?:(?:收入|支出|资金|收支)?按[^，。；：\d]{2,16}(?:分类|划分|分)(?:为)?[：，]|受[^。；\d]{2,60}影响，[比较与](?:上年|上一年|去年|20\d\d年))[^。]*\d(?:万元|元)/;
const isTitle = ({ text, kind }: Line): boolean =>
  kind !== "row" && listMark({ text }) !== null && text.length <= LONGEST_TITLE && !/[，。；：]|结构|构成|分类|划分|具体|分布/.test(text);
const LONGEST_TITLE = 50;

/** 其中：甲A万元，乙B万元 are no parts of what the entry above tells: that is less. */
function isMoreThan(line: Line, above: Line): boolean {
  if (listMark(above) === null || !line.text.startsWith("其中") || above.text.endsWith("：")) return false;
  const amountsOf = (one: Line): readonly number[] =>
    figuresOf(one).flatMap(({ unit, value }) => (unit === "amount" && value ? [value.toNumber()] : []));
  const [most, own] = [Math.max(0, ...amountsOf(above)), Math.max(0, ...amountsOf(line))];
  return most > 0 && own > most;
}

/** 2.政府采购情况, or the same with a full stop: no sentence, and no amount in it. */
const LABEL =
  /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．、]|（\d{1,2}）)(?:[^，。；：\d]{2,40}$|[^，。；：\d无没未不较比为是均]{2,30}[。：]$)/;
const isLabel = ({ text, kind }: Line): boolean => kind !== "row" && LABEL.test(text);

/** The next entry of its own list, or what stands above it, right behind it. */
const headsNothing = (line: Line, next: Line | undefined): boolean =>
  next !== undefined && next.kind !== "row" && listMark(next) !== null && listRank(next) <= listRank(line);

/** Headings one after the other are contents or names, duties have no amounts: its neighbours in the list have sentences that tell some. */
function hasAmountsBeside(lines: readonly Line[], at: number): boolean {
  const own = lines[at];
  if (!own) return false;
  const before = contentOf(lines.slice(Math.max(0, at - FAR), at).reverse(), own, true);
  const behind = contentOf(lines.slice(at + 1, at + 1 + FAR), own, false);
  const sides = [before, behind].filter((side) => side.length > 0);
  return (
    sides.every((side) => side.some(({ text }) => text.endsWith("。"))) &&
    sides.some((side) => side.some((line) => figuresOf(line).some(({ unit, written }) => unit === "amount" || written === "辆")))
  );
}

/** The neighbour in its list, and what stands below that; nothing where the list begins or ends here. */
function contentOf(side: readonly Line[], own: Line, isBefore: boolean): readonly Line[] {
  const higher = side.findIndex((line) => listRank(line) < listRank(own));
  const within = side.slice(0, higher < 0 ? undefined : higher);
  const first = within.findIndex((line) => listMark(line) === listMark(own));
  if (first < 0) return [];
  if (isBefore) return within.slice(0, first + 1);
  const next = within.findIndex((line, index) => index > first && listMark(line) === listMark(own));
  return within.slice(first, next < 0 ? undefined : next);
}
const FAR = 8;

/** …；服务类采购预算 dropped: a list within a sentence that is not ended, before another paragraph; entries of a list may all end so. */
function isUnfinished(line: Line, before: readonly Line[], next: Line): boolean {
  const { text, kind } = line;
  if (kind !== "prose" || !/[；，、]$/.test(text) || !/其中|包括|；[^；]*；$/.test(text)) return false;
  const mark = listMark(line);
  // Full stops within it, and none at its end.
  if (/。[^。]{10,}$/.test(text) && (next.kind === "heading" || mark !== null)) return !before.at(-1)?.text.endsWith(text.slice(-1));
  if (mark === null) return next.kind === "heading";
  if (mark !== listMark(next)) return next.kind === "heading" && !next.text.endsWith("：");
  return (
    [...before]
      .reverse()
      .find((one) => listRank(one) <= listRank(line))
      ?.text.endsWith("。") === true && !next.text.endsWith(text.slice(-1))
  );
}

/** 1.按支出功能分类，包括…: who divides in one way first divides in another as well. */
const DIVIDED_FIRST = /^(?:1[.．、]|（[1一]）)按[^，。；\d]{2,12}(?:分类|划分|分)(?:[，：]|$)/;
function isFollowed(line: Line, behind: readonly Line[]): boolean {
  const next = behind.find((one) => listRank(one) <= listRank(line));
  return next === undefined || listMark(next) === listMark(line);
}

function tellOpening(ledger: Ledger, line: Line): void {
  ledger.lacks(line, {
    at: 0,
    severity: "info",
    message: `这一段从“${line.text.slice(0, 4)}”说起，前面没有写它说的是哪个数。`,
    advice: "请看是不是漏了前一句。",
  });
}

function tellLabel(ledger: Ledger, line: Line): void {
  ledger.lacks(line, {
    severity: "info",
    message: `“${line.text.replace(/[。：]$/, "")}”下面没有内容。`,
    advice: "请补上内容；没有的，写明没有。",
  });
}

function tellEnd(ledger: Ledger, line: Line): void {
  ledger.lacks(line, {
    severity: "info",
    message: `这一段以“${line.text.slice(-1)}”结尾，没有写完。`,
    advice: "请看是不是漏了最后一项；没有漏的，改成句号。",
  });
}

function tellDivision(ledger: Ledger, line: Line): void {
  ledger.lacks(line, {
    severity: "info",
    message: "这里只有第1种分法，后面没有第2种。",
    advice: "请看是不是漏了一段。",
  });
}
