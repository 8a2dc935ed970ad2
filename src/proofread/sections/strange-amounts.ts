import { fullAddress } from "../../amount/cell-ref";
import { Exact } from "../../amount/exact";
import { formatAmount, formatPercent, GROUPED } from "../../amount/format";
import { share } from "../../amount/ratio";
import type { Ledger } from "../ledger";
import type { Stated } from "../read/figures";
import { spanText, type Line, type Span } from "../text/lines";
import { economicSubjects, functionalSubjects } from "../../templates/common/subjects";
import { canon } from "../../text/canon";
import { editDistance } from "../../text/edits";
import { slips } from "../words/scan";
import { tellLess } from "./left-unsaid";
import type { Held, Named } from "./held-amounts";

const SHORTEST_CLASS = 6;

/** What stands between a name and its amount without saying more. */
const JOINED = /(?:预算数|预算|支出|安排|财政拨款|拨款)?(?:为|：|共|共计)?$/;
/** Parts of an office's units, another year, what changed: another amount under the same name. */
const OF_OTHERS = /本级|所属|下属|各单位|上年|去年|\d{4}年(?:执行|决算)|增加|减少|增长|下降|结转|执行数|决算/;

/**
 * 基本支出716.35万元, where every table has 711.35 of 基本支出 and the clause says nothing else: told as it stands beside what the
 * tables have, and nothing is proposed. `clause`: the words between the amount and the mark before it.
 */
export function judgeNamed(
  ledger: Ledger,
  stated: Stated,
  clause: string,
  byName: ReadonlyMap<string, readonly Held[]>,
  index: ReadonlyMap<string, readonly Named[]>,
): void {
  if (!stated.value || stated.written !== "万元" || ledger.standing(stated) || ledger.isFaulted(stated.span)) return;
  const { line, start } = stated.span;
  const held = byName.get(clause) ?? byName.get(clause.replace(JOINED, ""));
  const [first] = held ?? [];
  const value = stated.value;
  // 49,376万元 is what the tables have as 49,376.11.
  if (!held || !first || value.isZero() || held.some((one) => one.value.round(value.decimals()).equals(value))) return;
  // 公务用车运行维护费 may be what another table calls 公务用车运行费.
  const sheets = new Set(held.flatMap(({ cell }) => cell?.sheet ?? []));
  const others = (index.get(value.toString()) ?? []).filter(({ cell }) => !cell || !sheets.has(cell.sheet));
  if (others.some(({ row, column }) => [row, column].some((name) => isLike(name, clause)))) return;
  if (new Set(held.map((one) => one.value.toString())).size > MOST_VALUES || OF_OTHERS.test(sentenceUpTo(line, start))) return;
  ledger.blame(stated);
  ledger.fault({
    id: "B-数",
    category: "figure",
    severity: "warning",
    at: stated.digits,
    message: `公开表上“${clause}”是${[...new Set(held.map((one) => formatAmount(one.value, GROUPED)))].join("、")}${first.cell ? `（${fullAddress(first.cell)}）` : ""}，这里写${spanText(stated.digits)}。`,
    left: value,
    right: first.value,
    cells: held.flatMap(({ cell }) => cell ?? []).slice(0, MOST_VALUES),
    advice: "请对照公开表核对，看说的是不是同一笔钱。",
  });
}
/** Right before an amount that the tables have under a name, that name with one character wrong: 社会保障和业就支出346.68万元. */
export function judgeMisnamed(
  ledger: Ledger,
  stated: Stated,
  clause: string,
  byName: ReadonlyMap<string, unknown>,
  index: ReadonlyMap<string, readonly Named[]>,
): void {
  if (!stated.value || stated.unit !== "amount" || stated.value.isZero() || byName.has(clause)) return;
  const { line, start } = stated.span;
  const from = Math.max(0, start - REACH);
  const before = line.text.slice(from, start);
  const names = [...new Set((index.get(stated.value.toString()) ?? []).flatMap(({ row, column, isTotal }) => (isTotal ? column : row)))];
  if (names.some((name) => name !== "" && before.includes(name))) return;
  for (const name of names.filter((one) => one.length >= SHORTEST_NAME && ONLY_WORDS.test(one)))
    for (const window of slips(before, name)) {
      const at = { line, start: from + window.start, end: from + window.end };
      if (!BETWEEN.test(before.slice(window.end)) || ledger.isFaulted(at)) continue;
      ledger.fault({
        id: "B08",
        category: "name",
        severity: "warning",
        at,
        message: `公开表上${formatAmount(stated.value, GROUPED)}万元是“${name}”，这里写“${spanText(at)}”。`,
        advice: "请对照公开表核对名称。",
      });
      return;
    }
}
/** 科学某术支出1.00万元: a class of expenditure with one character wrong, where nothing says whose amount it is. */
export function judgeClassName(ledger: Ledger, stated: Stated): void {
  if (stated.unit !== "amount") return;
  const { line, start } = stated.span;
  const before = line.text.slice(Math.max(0, start - REACH), start);
  const words = CLASS_BEFORE.exec(before)?.[1];
  if (words === undefined || known.has(words)) return;
  const right = classes.find((name) => editDistance(words, name, 1) === 1 && words.slice(0, -2) !== name.slice(0, -2));
  const end = start - (before.length - before.lastIndexOf(words) - words.length);
  const at = { line, start: end - words.length, end };
  if (right === undefined || ledger.isFaulted(at)) return;
  ledger.fault({
    id: "B08",
    category: "name",
    severity: "warning",
    at,
    message: `功能分类里没有“${words}”这一类，有“${right}”。`,
    advice: "请核对科目名称。",
  });
}
const CLASS_BEFORE = /(?:^|[，。；：、）]|其中|包括)(\p{sc=Han}{5,16}支出)(?:预算数|预算)?(?:为)?$/u;
const known: ReadonlySet<string> = new Set([...functionalSubjects, ...economicSubjects].map(({ name }) => canon(name)));
const classes: readonly string[] = [
  ...new Set(functionalSubjects.flatMap(({ code, name }) => (code.length === 3 && name.length >= SHORTEST_CLASS ? [canon(name)] : []))),
];

const REACH = 40;
const SHORTEST_NAME = 6;
const ONLY_WORDS = /^\p{sc=Han}+$/u;
/** What may stand between the two. */
const BETWEEN = /^(?:支出|收入)?(?:（[\d项]{1,7}）)?(?:预算数?|安排)?[为：]?$/;

/** A name with more different amounts says too little. */
const MOST_VALUES = 4;

const LIKE = 4;
const isLike = (name: string, clause: string): boolean => name.length >= LIKE && clause.startsWith(name.slice(0, LIKE));

const sentenceUpTo = (line: Line, end: number): string => line.text.slice(Math.max(line.text.lastIndexOf("。", end - 1), 0), end);

/** Amounts of a document are in 万元 throughout: one in 元 that is, in 万元, what the tables have, or that stands where a budget is told. */
export function judgeYuan(ledger: Ledger, figures: readonly Stated[], index: ReadonlyMap<string, unknown>): void {
  const amounts = figures.filter(({ unit }) => unit === "amount");
  const inYuan = amounts.filter(({ written }) => written === "元");
  if (amounts.length < LEAST || inYuan.length * LEAST > amounts.length) return;
  for (const stated of inYuan) {
    if (!stated.value || ledger.isFaulted(stated.span)) continue;
    const { line, start } = stated.span;
    const meant = stated.value.shifted(4);
    if (!index.has(meant.toString()) && !(meant.decimals() > 0 && BUDGETED.test(line.text.slice(0, start)))) continue;
    ledger.blame(stated);
    ledger.fault({
      id: "B06",
      category: "wording",
      severity: "warning",
      at: { ...stated.span, start: stated.digits.end },
      message: `全文的金额都是万元，这里写${spanText(stated.span)}，请看是不是“万元”漏了“万”。`,
      advice: "请核对计量单位。",
    });
  }
}
const LEAST = 6;
const BUDGETED = /(?:预算|支出|收入|拨款|安排|经费|费|增加|减少|资金|总额|金额|规模)(?:数|额)?(?:为|共)?$/;

const DOWN = /减少|下降|降低|压减|[降减]幅/;

/** 增加5.00万元，下降3.10%: whatever it is of, both cannot be. */
export function judgeWays(ledger: Ledger, delta: Stated, rate: Stated): void {
  if (delta.unit !== "amount" || rate.unit !== "percent" || delta.value?.isZero() !== false || rate.value?.isZero() !== false) return;
  const { line } = delta.span;
  const first = /(增加|减少|增长|下降)了?$/.exec(line.text.slice(Math.max(0, delta.span.start - 3), delta.span.start))?.[1];
  const second = /^[，、（](增长|下降|减少|增加|降低|上升|增幅|降幅)为?$/.exec(line.text.slice(delta.span.end, rate.span.start))?.[1];
  if (first === undefined || second === undefined || DOWN.test(first) === DOWN.test(second)) return;
  const at: Span = { line, start: delta.span.start - first.length, end: rate.span.end };
  if (ledger.isFaulted(at)) return;
  for (const stated of [delta, rate]) ledger.blame(stated);
  ledger.fault({
    id: "B00",
    category: "direction",
    severity: "error",
    at,
    message: `前面写“${first}”，后面写“${second}”，方向相反。`,
    advice: "请核对是增加还是减少。",
  });
}

/** Fewer shares of one whole say nothing of the others of the paragraph. */
const ALIKE = 2;

/**
 * 甲A万元，占P%；乙B万元，占Q%；丙C万元，占R%: most are shares of one whole, wherever that is said; one that is not is wrong, or its
 * amount is. `wholes`: the amounts it may be, those of the tables among them.
 */
export function judgeShares(
  ledger: Ledger,
  figures: readonly Stated[],
  wholes: readonly Stated[],
  index: ReadonlyMap<string, readonly Named[]>,
): void {
  const pairs = figures.flatMap((rate, at) => {
    const part = figures[at - 1];
    if (rate.unit !== "percent" || part?.unit !== "amount" || !part.value || !rate.value || part.value.isZero()) return [];
    const between = rate.span.line.text.slice(part.span.end, rate.span.start);
    return /^[，（]占[^，。；\d]{0,12}$/.test(between) ? [{ part, rate, value: part.value, said: rate.value }] : [];
  });
  if (pairs.length <= ALIKE) return;
  const fits = (one: (typeof pairs)[number], whole: Stated["value"]): boolean =>
    whole !== null && !whole.isZero() && share(one.value, whole, one.said.decimals())?.equals(one.said) === true;
  const whole = wholes.find(({ value, unit }) => unit === "amount" && pairs.filter((one) => fits(one, value)).length * 2 > pairs.length);
  const value = whole?.value;
  if (!value) return;
  const rest = value.minus(Exact.sum(pairs.map((one) => one.value)));
  const [first] = pairs;
  if (first && rest.sign() > 0 && ledger.book.withWorkbook && pairs.every((one) => fits(one, value)))
    tellLess(ledger, first.part.span.line, value, rest, index);
  for (const one of pairs) {
    if (fits(one, value) || ledger.standing(one.rate)?.kind === "proved") continue;
    const at = { ...one.part.span, end: one.rate.span.end };
    const right = share(one.value, value);
    const near = right && right.minus(one.said).abs().toNumber() < ROUNDED;
    if (near || ledger.isFaulted(at)) continue;
    ledger.blame(one.rate);
    ledger.fault({
      id: "B-占",
      category: "share",
      severity: "warning",
      at,
      message: `${formatAmount(one.value, GROUPED)} ÷ ${formatAmount(value, GROUPED)} = ${right ? formatPercent(right, GROUPED) : ""}，这里写${spanText(one.rate.span)}；同一段别的占比都是照${formatAmount(value, GROUPED)}算的。`,
      left: one.said,
      ...(right && { right }),
      advice: "请核对金额和占比，看是哪一个写错了。",
    });
  }
}
const ROUNDED = 0.02;
