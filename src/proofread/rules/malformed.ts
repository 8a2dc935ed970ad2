import type { Ledger } from "../ledger";
import { spanText, type Line, type Span } from "../text/lines";

const UNIT = "(?=亿元|万元|元|%|平方米|㎡|辆|台|个|家|人)";
/** 1O.00万元, O辆 */
const LETTERED = new RegExp(`(?<![A-Za-z\\d.,])(?:[\\d.,]*[OoIl][\\dOoIl.,]*)${UNIT}`, "g");
/** 01.00万元 */
const PADDED = new RegExp(`(?<![\\d.,A-Za-z-])0\\d[\\d,]*(?:\\.\\d+)?${UNIT}`, "g");
/** 124.56万元, 12.456万元, 9.98% */
const DECIMAL = /(?<![\d.,A-Za-z-])\d[\d,]*\.(\d+)(万元|%)/g;
/** 36,00.00万元, 2,4000万元 */
const GROUPED = /(?<![\d.,A-Za-z-])\d[\d,]{0,20},[\d,]{0,20}\d(?:\.\d+)?(?=亿元|万元|元)/g;
const WELL_GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.|$)/;
/** 财政业务费10.00， 申请400.00以上 */
const BARE = /(?<=[\p{sc=Han}）])\d[\d,]*\.\d{1,2}(?=[，。；、]|以[上下内])/gu;
/** 公务接待费2.00万，比上年: 万元 without its 元. */
const CUT_UNIT = /(?<![\d.,])\d[\d,]*(?:\.\d+)?万(?=[，。；、（）]|以[上下内]|$)/g;
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
  for (const [index, line] of lines.entries()) {
    if (line.kind === "row") continue;
    for (const at of matches(line, LETTERED)) lettered(ledger, at);
    for (const at of matches(line, PADDED)) padded(ledger, at);
    for (const at of matches(line, GROUPED)) grouped(ledger, at);
    for (const match of line.text.matchAll(DECIMAL)) decimals(ledger, line, match);
    // …506.48万 at the end of a torn line goes on in the next.
    const torn = lines[index + 1]?.text.startsWith("元") === true;
    const cut = matches(line, CUT_UNIT).filter(({ end }) => !(torn && end === line.text.length));
    // Whoever writes 万 throughout means it so.
    for (const at of cut.length > 1 ? [] : cut) cutUnit(ledger, at);
    for (const at of matches(line, YEAR)) noYear(ledger, at);
    if (!UNITLESS.test(line.text)) for (const at of matches(line, BARE)) bare(ledger, at);
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
  const sentence = line.text.slice(before.lastIndexOf("。") + 1).split("。", 1)[0] ?? "";
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
  if (ledger.isFaulted(at)) return;
  ledger.fault({
    id: "B07",
    category: "year",
    severity: "warning",
    at,
    message: `“${spanText(at)}年”不是年份，年份是四位数。`,
    advice: "请核对年份。",
  });
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

function decimals(ledger: Ledger, line: Line, { index, 0: all, 1: decimal = "", 2: unit = "" }: RegExpMatchArray): void {
  const start = index ?? 0;
  ledger.habit("bare", null);
  ledger.habit(
    `decimals.${unit}`,
    decimal.length <= 2
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

function bare(ledger: Ledger, at: Span): void {
  ledger.habit("bare", {
    id: "B06",
    category: "wording",
    severity: "warning",
    at,
    message: `“${spanText(at)}”后面没有单位。`,
    advice: "请补上单位。",
  });
}
