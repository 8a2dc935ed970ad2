import { doubtYear } from "./doubtful-year";
import type { Fault, Ledger } from "../ledger";
import { figuresOf } from "../read/figures";
import { spanText, type Line, type Span } from "../text/lines";
import { sentenceStart } from "../text/sentence";

/** Lines without one hold nothing of what is looked for here; where one has to stand, it is asked for before what stands before it. */
const ANY = /[\dOoIl]/;
const UNIT = "(?=亿元|万元|元|%|平方米|㎡|辆|台|个|家|人)";
/** 1O.00万元, O辆 */
const LETTERED = new RegExp(`(?<![A-Za-z\\d.,])(?:[\\d.,]*[OoIl][\\dOoIl.,]*)${UNIT}`, "g");
/** 01.00万元 */
const PADDED = new RegExp(`(?<![\\d.,A-Za-z-])0\\d[\\d,]*(?:\\.\\d+)?${UNIT}`, "g");
/** 124.56万元, 12.456万元, 9.98% */
const DECIMAL = /(?<![\d.,A-Za-z-])\d[\d,]*\.(\d+)(万元|%)/g;
/** 36,00.00万元, 2,4000万元 */
const GROUPED = /(?<![\d.,A-Za-z-])\d[\d,]{0,20},[\d,]{0,20}\d(?:\.\d+)?(?=亿元|万元|元)/g;
/** 794.9978万元 */
const TO_THE_YUAN = /\d\.\d{4}万元/;
const WELL_GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.|$)/;
/** 财政业务费10.00， 申请400.00以上 */
const BARE = /(?=\d)(?<=[\p{sc=Han}）])\d[\d,]*\.\d{1,6}(?=[，。；、]|以[上下内])(?![，、]\d[\d,]*(?:\.\d+)?(?:[亿万]?元|%))/gu;
/** 下降12.50，占65.37；增长10主要: these are measured in nothing but %. */
const BARE_RATE =
  /(?=\d)(?<=(?:增长|下降|上升|降低|增幅|降幅|(?<!侵|强|霸|抢)占(?![地用有编])[^，。；：、（）\d]{0,14})(?:了|约|为|达)?)\d[\d,]*(?:\.\d+)?(?=[，。；、）]|主要|的?原因)/g;
/** 比上年的12,530.03增加2,079.49元: an amount, and right behind it what it changed by. */
const BARE_PRIOR = /(?=\d)(?<=[比较与](?:上年|上一年|去年|\d{4}年)度?[^，。；\d]{0,10})\d[\d,]*\.\d+(?=(?:增加|减少|增长|下降)\d)/g;
/** 公务接待费预算200，与上年持平: what is said of money is said in 万元 or 元 everywhere else. */
const BARE_MONEY =
  /(?=\d)(?<=(?:经费|费用?|预算|支出|收入|拨款|资金)(?:安排)?(?:数|额)?(?:为|共|共计|合计)?)\d[\d,]*(?:\.\d+)?(?=[，。；、（）])/g;
const IN_MONEY = /(?:经费|费用?|预算|支出|收入|拨款|资金)(?:安排)?(?:数|额)?(?:为|共|共计|合计)?\d[\d,.]*(?:亿|万)?元/g;
/** 减少53，增长9.08%; 减少53（-9.08%）: an amount, for its rate follows. */
const BARE_CHANGE =
  /(?=\d)(?<=(?:增加|减少)(?:了|约)?)\d[\d,]*(?:\.\d+)?(?=[，（](?:(?:同比)?(?:增长|下降|减少|增加|降低)|(?<=（)[+-])\d[\d,.]*%)/g;
/** 公务接待费2.00万，比上年: 万元 without its 元. */
const CUT_UNIT = /(?<![\d.,])\d[\d,]*(?:\.\d+)?万(?=[，。；、（）]|以[上下内]|$)/g;
/** 36.50亿元: beside such ones a number without a unit has lost it. */
const IN_YI = /\d\.\d+亿元/g;
/** The words before it, and of its sentence, that make it money: a figure with two places is, whatever they are. */
const MONEY = /(?:费|预算|支出|收入|拨款|资金|经费|价值|单价|合计|总额|总计)(?:（[类款项]）)?(?:安排)?数?(?:为|共|共计)?$/;
/** What is counted in 万 is no money. */
const COUNTED = /人口|人数|群众|人次|学生|户|亩|吨|件|株|册|字|[平立]方|公里/;
/** 201年, 20226年 */
const YEAR = /(?<![\d.,])(?:20\d|20\d{3,4})(?=年(?!限|期|来|间|前|后))/g;
const AS_DIGIT: Readonly<Record<string, string>> = { O: "0", o: "0", I: "1", l: "1" };
/** What they would be in, where a document says figures without units on purpose. */
const UNITLESS = /单位：|单位（|（万元）|系数|比例|版/;

/** What no number is written like: letters for digits, zeros in front; and what this document writes otherwise everywhere else. */
export function judgeMalformed(ledger: Ledger, lines: readonly Line[]): void {
  const toTheYuan = lines.some(({ text, kind }) => kind !== "row" && TO_THE_YUAN.test(text));
  for (const [index, line] of lines.entries()) {
    if (line.kind === "row" || !ANY.test(line.text)) continue;
    for (const at of matches(line, LETTERED)) lettered(ledger, at);
    for (const at of matches(line, PADDED)) padded(ledger, at);
    for (const at of matches(line, GROUPED)) grouped(ledger, at);
    for (const match of line.text.matchAll(DECIMAL)) decimals(ledger, line, match, toTheYuan);
    // …506.48万 at the end of a torn line goes on in the next.
    const torn = lines[index + 1]?.text.startsWith("元") === true;
    const cut = matches(line, CUT_UNIT).filter(({ end }) => !(torn && end === line.text.length));
    // Whoever writes 万 throughout means it so.
    for (const at of cut.length > 1 ? [] : cut) cutUnit(ledger, at);
    for (const at of matches(line, YEAR)) noYear(ledger, at);
    for (const at of matches(line, BARE_RATE)) unitless(ledger, at, "“%”");
    for (const at of [...matches(line, BARE_PRIOR), ...matches(line, BARE_CHANGE)]) unitless(ledger, at, "金额的单位");
    if (UNITLESS.test(line.text)) continue;
    for (let times = matches(line, IN_MONEY).length; times > 0; times -= 1) ledger.habit("money", null);
    const money = matches(line, BARE_MONEY);
    const all = [...money, ...amongAmounts(line).filter(({ start }) => !money.some((one) => one.start === start))];
    for (const at of all) ledger.habit("money", lacksUnit(at));
    for (let times = matches(line, IN_YI).length; times > 0; times -= 1) ledger.habit("bare", null);
    for (const at of matches(line, BARE)) bare(ledger, at);
  }
}

const matches = (line: Line, words: RegExp): readonly Span[] =>
  [...line.text.matchAll(words)].map(({ index, 0: { length } }) => ({ line, start: index, end: index + length }));

function lettered(ledger: Ledger, at: Span): void {
  const said = spanText(at);
  if (ledger.isFaulted(at, true)) return;
  ledger.fault({
    id: "B-数",
    category: "figure",
    severity: "error",
    at,
    message: `数字“${said}”里夹着字母。`,
    expected: said.replace(/[OoIl]/g, (letter) => AS_DIGIT[letter] ?? letter),
    replaces: true,
    advice: "请对照公开表改正。",
  });
}

function cutUnit(ledger: Ledger, at: Span): void {
  const { line, start, end } = at;
  const before = line.text.slice(0, start);
  const sentence = line.text.slice(sentenceStart(line.text, start)).split("。", 1)[0] ?? "";
  const clause = before.split(/[，。；]/).at(-1) ?? "";
  const isMoney = /\.\d\d万$/.test(spanText(at)) || MONEY.test(clause) || sentence.includes("万元");
  const unit = { line, start: end - 1, end };
  if (!isMoney || COUNTED.test(clause) || ledger.isFaulted(unit)) return;
  ledger.fault({
    id: "B06",
    category: "wording",
    severity: "warning",
    at: unit,
    message: `“${spanText(at)}”是金额，“万”后面漏了“元”。`,
    expected: "万元",
    replaces: true,
  });
}

function noYear(ledger: Ledger, at: Span): void {
  doubtYear(ledger, at, `“${spanText(at)}年”不是年份，年份是四位数。`, "请核对年份。");
}

function padded(ledger: Ledger, at: Span): void {
  if (!ledger.isFaulted(at))
    ledger.fault({
      id: "B-数",
      category: "figure",
      severity: "error",
      at,
      message: `数字“${spanText(at)}”以0开头，像是写错了位。`,
      advice: "请对照公开表改正。",
    });
}

function grouped(ledger: Ledger, at: Span): void {
  if (WELL_GROUPED.test(spanText(at)) || ledger.isFaulted(at)) return;
  ledger.fault({
    id: "B06",
    category: "wording",
    severity: "warning",
    at,
    message: `“${spanText(at)}”的千分位分得不对，请看是不是多写或少写了一位。`,
    advice: "请对照公开表改正。",
  });
}

function decimals(
  ledger: Ledger,
  line: Line,
  { index, 0: all, 1: decimal = "", 2: unit = "" }: RegExpMatchArray,
  toTheYuan: boolean,
): void {
  const start = index ?? 0;
  ledger.habit("bare", null);
  ledger.habit(
    `decimals.${unit}`,
    // 0.083% says no more than two figures of what there is. Amounts told to the 元 (794.9978万元) have up to four, and in 46,970.124万元
    // the point stands by its groups.
    decimal.length <= 2 || (unit === "%" ? /^0\.0/.test(all) : toTheYuan || WELL_GROUPED.test(all))
      ? null
      : {
          id: "B-数",
          category: "figure",
          severity: "warning",
          at: { line, start, end: start + all.length - unit.length },
          message: `别处的${unit === "%" ? "百分数" : "金额"}都是两位小数，这里是${String(decimal.length)}位，请看小数点是否写错了位。`,
          advice: "请对照公开表改正。",
        },
  );
}

/** 甲12万元、乙144、丙28万元: between two amounts, or behind two, what is listed without a unit is an amount as well. */
function amongAmounts(line: Line): readonly Span[] {
  const amounts = figuresOf(line);
  return matches(line, BARE_AMONG).filter(({ start, end }) => {
    const [earlier, last] = amounts.filter((one) => one.span.end <= start).slice(-2);
    const next = amounts.find((one) => one.span.start >= end);
    const others = next ? [last ?? earlier, next] : [earlier, last];
    if (others.some((one) => one?.unit !== "amount")) return false;
    const from = Math.min(...others.map((one) => one?.span.start ?? 0));
    const to = Math.max(end, ...others.map((one) => one?.span.end ?? 0));
    return !/[。；]/.test(line.text.slice(from, to)) && !COUNTED_AMONG.test(line.text.slice(Math.max(0, start - NOUN), start));
  });
}
const BARE_AMONG = /(?=\d)(?<=\p{sc=Han}{2})\d[\d,]*(?:\.\d+)?(?=[，、；。）])(?![，、]\d)/gu;
/** What is counted without a unit, or numbered. */
const COUNTED_AMONG = /[人名户批次个项件辆台第年月表附图]|编制|团组|保有量|以下|小计/;
const NOUN = 6;

function bare(ledger: Ledger, at: Span): void {
  ledger.habit("bare", lacksUnit(at));
}

function unitless(ledger: Ledger, at: Span, unit: string): void {
  if (!ledger.isFaulted(at)) ledger.fault({ ...lacksUnit(at), message: `“${spanText(at)}”后面漏了${unit}。` });
}

const lacksUnit = (at: Span): Fault => ({
  id: "B06",
  category: "wording",
  severity: "warning",
  at,
  message: `“${spanText(at)}”后面没有单位。`,
  advice: "请补上单位。",
});
