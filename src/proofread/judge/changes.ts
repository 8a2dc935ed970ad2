import { Exact } from "../../amount/exact";
import { formatAmount, formatPercent, GROUPED } from "../../amount/format";
import { yearOnYear } from "../../amount/ratio";
import { rateFits } from "../../amount/rate-fits";
import type { Comparison } from "../../narrative/comparison";
import { quoted, seeCells, written, type Ledger } from "../ledger";
import type { Stated } from "../read/figures";
import { spanText, type Span } from "../text/lines";
import { opposite } from "../words/opposite";
import { oneSlip } from "../../text/edits";

const show = (value: Exact): string => formatAmount(value, GROUPED);
const DOWN = /减少|下降|降低|压减|缩减|压缩|[降减跌]幅/;
const UP = /增加|增长|上升|上涨|提高|增减|[增涨]幅/;
const WAY = new RegExp(`${DOWN.source}|${UP.source}`);

/** 比上年预算减少112.96万元，下降8.48% — or 与上年预算持平, which states no figures. */
export interface StatedChange {
  readonly flat: boolean;
  /** From 减少 to 8.48%. */
  readonly span: Span;
  readonly direction: Span | null;
  readonly delta: Stated | null;
  readonly growth: Span | null;
  readonly rate: Stated | null;
}

/** What the change of one quantity came to: for its reason, and for sums over last year's figures. */
export interface ChangeFound {
  /** Signed; null where it cannot be known. */
  readonly change: Exact | null;
  readonly prior: Exact | null;
}

/** Last year's figure, and this year's where its cells are to be shown beside. */
export type Compared = Pick<Comparison, "prior"> & Partial<Pick<Comparison, "current">>;

/**
 * 增减额, 增减率 and both directions (docs/rules.md B00–B04): against last year's figure where the workbook has it, else
 * against each other and the current figure.
 *
 * @param current this year's figure to reckon with, 万元.
 * @param printed the figure of the text, whatever it ought to be.
 * @param unsure the figure of the text that `current` is, where no table vouches for it: it may be the one at fault.
 */
export function judgeChange(
  ledger: Ledger,
  id: string,
  what: string,
  stated: StatedChange,
  current: Exact | null,
  comparison: Compared | null,
  unsure: Stated | null = null,
  printed: Stated | null = unsure,
): ChangeFound {
  const prior = comparison?.prior.known ? comparison.prior : null;
  const meant = prior && unsure ? currentMeant(stated, prior.value) : null;
  if (prior && unsure && meant && current && !meant.equals(current)) {
    blameCurrent(ledger, what, unsure, meant, `上年${show(prior.value)}，${spanText(stated.span)}`, prior.cells);
    return againstPrior(ledger, what, stated, meant, prior.value, prior.cells);
  }
  if (prior && unsure && current && isExchanged(stated, current, prior.value))
    return exchanged(ledger, what, stated, unsure, prior.value, prior.cells);
  const now = comparison?.current;
  const own = now?.known && current && now.value.equals(current) ? now.cells : [];
  if (prior && current) return againstPrior(ledger, what, stated, current, prior.value, [...own, ...prior.cells]);
  const turned = current && printed ? exchangedWith(stated, current, printed) : null;
  if (turned) figure(ledger, stated.delta, turned, "增减额", `${what}：与本年数写颠倒了`, "推算", own);
  return withinText(
    ledger,
    id,
    what,
    turned && stated.delta ? { ...stated, delta: { ...stated.delta, value: turned } } : stated,
    current,
    unsure,
    own,
  );
}

/** This year's figure, which the tables have, printed as 增减额, and what is printed for it fits the rate: the two are in each other's place. */
function exchangedWith({ delta, rate, direction }: StatedChange, current: Exact, { value }: Stated): Exact | null {
  if (!value || !delta?.value || !rate?.value || !direction || value.equals(current) || !delta.value.abs().equals(current)) return null;
  const change = DOWN.test(spanText(direction)) ? value.negated() : value;
  return yearOnYear(current, current.minus(change)).rate.equals(rate.value.abs()) ? value : null;
}

/** This year's figure that last year's, 增减额, 增减幅度 and direction all agree on; null where they do not agree. */
function currentMeant(stated: StatedChange, prior: Exact): Exact | null {
  const [delta, rate] = [stated.delta?.value ?? null, stated.rate?.value ?? null];
  if (delta === null || rate === null) return null;
  const { direction, growth } = saying(stated);
  if (direction !== growth) return null;
  const meant = prior.plus(direction === "down" ? delta.negated() : delta);
  const right = yearOnYear(meant, prior);
  return right.rate.equals(rate) && !delta.isZero() ? meant : null;
}

function blameCurrent(
  ledger: Ledger,
  what: string,
  stated: Stated,
  meant: Exact,
  because: string,
  cells: Parameters<typeof seeCells>[0],
): void {
  ledger.blame(stated);
  ledger.fault({
    id: "B-数",
    category: "figure",
    severity: "error",
    at: stated.digits,
    message: `${what}：说明写${spanText(stated.digits)}万元，按${because}应为${show(meant)}万元${seeCells(cells)}。`,
    expected: written(ledger.book, meant, stated),
    replaces: true,
    left: stated.value,
    right: meant,
    cells,
  });
}

/** 9.66万元，比上年减少59.39万元，下降13.99%: with the two amounts in each other's place all of it would be true. */
function isExchanged({ delta, rate, direction }: StatedChange, current: Exact, prior: Exact): boolean {
  const meant = delta?.value?.abs();
  if (!meant || !rate?.value || !direction || meant.equals(current)) return false;
  const right = yearOnYear(meant, prior);
  const isDown = DOWN.test(spanText(direction));
  return right.change.abs().equals(current) && right.rate.equals(rate.value.abs()) && right.change.sign() < 0 === isDown;
}

function exchanged(
  ledger: Ledger,
  what: string,
  stated: StatedChange,
  current: Stated,
  prior: Exact,
  cells: Parameters<typeof seeCells>[0],
): ChangeFound {
  const [now, by] = [spanText(current.digits), stated.delta ? spanText(stated.delta.digits) : ""];
  ledger.blame(current);
  ledger.blame(stated.delta);
  ledger.fault({
    id: "B04",
    category: "change",
    severity: "error",
    at: current.span.line === stated.span.line ? { ...stated.span, start: current.span.start } : stated.span,
    message: `${what}：本年数${now}和增减额${by}像是写颠倒了：上年是${show(prior)}万元${seeCells(cells)}，对调后增减额和幅度都对得上。`,
    advice: "请核对这两个数。",
    cells,
  });
  return { change: null, prior };
}

function againstPrior(
  ledger: Ledger,
  what: string,
  stated: StatedChange,
  current: Exact,
  prior: Exact,
  cells: Parameters<typeof seeCells>[0],
): ChangeFound {
  const { change, rate } = yearOnYear(current, prior);
  const working = `${show(current)} − 上年${show(prior)} = ${show(change)}`;
  if (stated.flat) {
    if (!change.isZero())
      ledger.fault({
        id: "B00",
        category: "direction",
        severity: "error",
        at: stated.span,
        message: `${what}：说明写持平，但${working}${seeCells(cells)}。`,
        expected: sentence(change, rate),
        replaces: false,
        left: Exact.zero,
        right: change,
        cells,
      });
    return { change, prior };
  }
  const by = `上年数${seeCells(cells)}`;
  figure(ledger, stated.delta, change.abs(), "增减额", `${what}：${working}`, by, cells);
  const base = prior.isZero()
    ? change.isZero()
      ? "上年、本年都为0"
      : "上年为0，按100%计"
    : `${show(change.abs())} ÷ ${show(prior.abs())} = ${formatPercent(rate, GROUPED)}`;
  const rounded =
    ledger.freely && stated.rate?.value && rateFits(current, prior, stated.rate.value, placesOf(spanText(stated.rate.digits)));
  if (rounded) ledger.prove(stated.rate, `${by}，${what}：${base}`);
  else figure(ledger, stated.rate, rate, "增减幅度", `${what}：${base}`, by, cells);
  directions(ledger, what, stated, change.sign() < 0, working, cells, change.isZero());
  return { change, prior };
}

function figure(
  ledger: Ledger,
  stated: Stated | null,
  right: Exact,
  name: string,
  working: string,
  by: string,
  cells: Parameters<typeof seeCells>[0],
): void {
  if (!stated) return;
  if (stated.value?.abs().equals(right.round(2)) === true) {
    ledger.prove(stated, `${by}，${working}`);
    if (stated.value.sign() < 0)
      ledger.fault({
        id: "S09",
        category: "wording",
        severity: "warning",
        at: stated.digits,
        message: `${name}前有方向词，数字不应再写负号。`,
        expected: written(ledger.book, right, stated),
        replaces: true,
      });
    return;
  }
  const unit = stated.unit === "percent" ? (stated.written === "倍" ? "倍" : "%") : "万元";
  ledger.blame(stated);
  ledger.fault({
    id: "B04",
    category: "change",
    severity: "error",
    at: stated.digits,
    message: `${name}：说明写${spanText(stated.digits)}${unit}，应为${written(ledger.book, right, stated)}${unit}。${working}${seeCells(cells)}。`,
    unsure: `${name}：说明写${spanText(stated.digits)}${unit}。${working}${seeCells(cells)}。`,
    // In another unit than usual the unit may be what is wrong.
    ...(stated.unit === "amount" && stated.written === "元" ? {} : { expected: written(ledger.book, right, stated), replaces: true }),
    formula: working,
    left: stated.value,
    right,
    cells,
  });
}

function directions(
  ledger: Ledger,
  what: string,
  stated: StatedChange,
  down: boolean,
  working: string,
  cells: Parameters<typeof seeCells>[0],
  unchanged: boolean,
): void {
  for (const [span, [up, lower]] of [
    [stated.direction, ["增加", "减少"]],
    [stated.growth, ["增长", "下降"]],
  ] as const) {
    if (!span || isChoice(span)) continue;
    const words = spanText(span);
    const says = DOWN.test(words) ? "down" : UP.test(words) ? "up" : null;
    if (says === (down ? "down" : "up") || (unchanged && says === "up")) continue;
    const at = says === null ? span : wordAt(span);
    // 增加10% is turned into 减少10% where offices choose their words.
    const turned = ledger.freely && says !== null ? opposite(spanText(at)) : "";
    const right = turned !== "" ? turned : down ? lower : up;
    ledger.fault({
      id: "B00",
      category: "direction",
      severity: unchanged && says !== null ? "warning" : "error",
      at,
      message:
        says === null
          ? `${what}：${quoted(span)}不是增减的方向词，应为“${right}”。`
          : `${what}：写的是“${spanText(at)}”，应为“${right}”。${working}${seeCells(cells)}。`,
      expected: right,
      replaces: true,
      formula: working,
      cells,
    });
  }
}

/** 增加（减少）: which of the two is still to be chosen, and another rule says so. */
export function isChoice({ line, start, end }: Span): boolean {
  return CHOICE_BEFORE.test(line.text.slice(Math.max(0, start - 4), start)) || CHOICE_BEHIND.test(line.text.slice(end, end + 4));
}
const CHOICE_BEFORE = /(?:[增减升降涨]|[加少长降升高低])(?:[（/、]|或者?)$/;
const CHOICE_BEHIND = /^(?:[（/、]|或者?)[增减上下提降持]/;

/** 减少 in 比上年预算减少了. */
function wordAt(span: Span): Span {
  const match = WAY.exec(spanText(span));
  return match ? { ...span, start: span.start + match.index, end: span.start + match.index + match[0].length } : span;
}

const sentence = (change: Exact, rate: Exact): string =>
  `${change.sign() < 0 ? "减少" : "增加"}${show(change.abs())}万元，${change.sign() < 0 ? "下降" : "增长"}${formatPercent(rate, GROUPED)}`;

function withinText(
  ledger: Ledger,
  id: string,
  what: string,
  stated: StatedChange,
  current: Exact | null,
  unsure: Stated | null,
  cells: Parameters<typeof seeCells>[0],
): ChangeFound {
  if (stated.flat) {
    ledger.changes.set(id, { change: Exact.zero, stated: null, at: stated.span });
    return { change: Exact.zero, prior: current };
  }
  const { delta, rate } = stated;
  const says = saying(stated);
  const size = delta?.value ?? null;
  // 增加（减少）302.53万元: which of the two is told to be open, and nothing can be reckoned with it.
  if (stated.direction && isChoice(stated.direction)) {
    ledger.leave(delta, "增减的方向没有选定");
    ledger.leave(rate, "增减的方向没有选定");
    return { change: null, prior: null };
  }
  if (!delta || size === null || current === null) {
    ledger.leave(delta, "没有上年数，也没有本年数，推算不出");
    ledger.leave(rate, "没有上年数，也没有本年数，推算不出");
    return { change: null, prior: null };
  }
  if (!rate?.value) {
    if (size.isZero() && says.direction !== null) ofNothing(ledger, what, stated, says.direction);
    if (says.direction === "up" && size.compare(current) > 0 && current.sign() >= 0) {
      ledger.blame(delta);
      ledger.fault({
        id: "B04",
        category: "change",
        severity: "error",
        at: stated.span,
        message: `${what}：本年${show(current)}，却比上年增加${show(size)}，增加的比本年的还多。`,
        advice: "请对照上年预算数，看是本年数、增减额还是方向写错了。",
        left: size,
        right: current,
        cells,
      });
      return { change: null, prior: null };
    }
    if (ledger.freely && says.direction === "up" && size.equals(current)) ledger.prove(delta, "与本年的数相等，上年为0");
    else ledger.leave(delta, "没有上年数，也没有增减幅度，推算不出");
    const found = signed(current, size, says.direction === "down");
    ledger.changes.set(id, { change: found.change, stated: delta, at: stated.span });
    return found;
  }
  const found = reconcile(current, size, rate.value, says, [spanText(delta.digits), spanText(rate.digits)], ledger.freely);
  if (found.fault === "way") {
    contradictory(ledger, what, stated);
    return { change: null, prior: null };
  }
  const working = `上年 = ${show(found.prior)}，${found.prior.isZero() ? "上年为0按100%计" : `${show(found.change.abs())} ÷ ${show(found.prior)} = ${formatPercent(found.rate, GROUPED)}`}`;
  if (found.fault === null) {
    ledger.prove(delta, `由说明推出${working}`);
    ledger.prove(rate, `由说明推出${working}`);
    directions(ledger, what, stated, found.change.sign() < 0, `由说明推出${working}`, [], found.change.isZero());
    ledger.derived.set(`prior:${id}`, { value: found.prior, at: stated.span, delta, change: found.change });
    return found;
  }
  // Without a table that vouches for the amount, any of the three may be the one at fault.
  const sure = unsure === null || (!ledger.freely && !mayBeSlip(spanText(unsure.digits), size, rate.value, found.change.sign() < 0));
  if (found.fault === "rate" && sure) figure(ledger, rate, found.rate, "增减幅度", `${what}：由说明推出${working}`, "推算", cells);
  else if (found.fault === "delta" && sure)
    figure(ledger, delta, found.change.abs(), "增减额", `${what}：按增减幅度推算，${working}`, "推算", cells);
  else {
    ledger.blame(delta);
    ledger.blame(rate);
    ledger.fault({
      id: "B04",
      category: "change",
      severity: "error",
      at: unsure && unsure.span.line === stated.span.line ? { ...stated.span, start: unsure.span.start } : stated.span,
      message: `${what}：增减额和增减幅度对不上。本年${show(current)}、${spanText(stated.span)}，${working}，而说明写${formatPercent(rate.value, GROUPED)}。`,
      formula: working,
      advice: "请对照上年预算数，看是增减额还是幅度写错了。",
      left: rate.value,
      right: found.rate,
      cells,
    });
  }
  return { change: found.change, prior: null };
}

/** 减少0万元: no change has a direction, but one document says it one way. */
function ofNothing(ledger: Ledger, what: string, { direction, span }: StatedChange, way: "up" | "down"): void {
  ledger.habit(
    "nothing",
    way === "up"
      ? null
      : {
          id: "B00",
          category: "direction",
          severity: "info",
          at: direction ? wordAt(direction) : span,
          message: `${what}没有变动，别处都写“增加0”，这里写“${direction ? spanText(direction) : "减少"}”。`,
          expected: "增加",
          replaces: true,
        },
  );
}

/** 增加5.22万元，下降0.33%: so small a change fits both ways, and which word is wrong nobody can tell from it. */
function contradictory(ledger: Ledger, what: string, { direction, growth, delta, rate, span }: StatedChange): void {
  for (const figure of [delta, rate]) ledger.leave(figure, "增减的方向前后矛盾，推算不出");
  ledger.fault({
    id: "B00",
    category: "direction",
    severity: "error",
    at: { ...span, start: direction?.start ?? span.start, end: growth?.end ?? span.end },
    message: `${what}：前面写“${direction ? spanText(direction) : ""}”，后面写“${growth ? spanText(growth) : ""}”，方向相反。`,
    advice: "请对照上年预算数，看是哪一个写反了。",
  });
}

interface Saying {
  readonly direction: "up" | "down" | null;
  readonly growth: "up" | "down" | null;
}

function saying({ direction, growth }: StatedChange): Saying {
  const of = (span: Span | null): "up" | "down" | null => {
    const words = span ? spanText(span) : "";
    return DOWN.test(words) ? "down" : UP.test(words) ? "up" : null;
  };
  return { direction: of(direction), growth: of(growth) };
}

function signed(current: Exact, size: Exact, down: boolean): { change: Exact; prior: Exact } {
  const change = down ? size.abs().negated() : size.abs();
  return { change, prior: current.minus(change) };
}

interface Reconciled extends ChangeFound {
  readonly change: Exact;
  readonly prior: Exact;
  readonly rate: Exact;
  readonly fault: "rate" | "delta" | "either" | "way" | null;
}

/** Which way, and which of the two figures, makes the clause true. */
function reconcile(
  current: Exact,
  size: Exact,
  rate: Exact,
  says: Saying,
  [deltaText, rateText]: readonly [string, string],
  freely: boolean,
): Reconciled {
  const way = (down: boolean): Reconciled => {
    const { change, prior } = signed(current, size, down);
    const right = yearOnYear(current, prior).rate;
    const fits =
      right.equals(rate.abs()) || (freely && (rateFits(current, prior, rate, placesOf(rateText)) || (prior.isZero() && rate.isZero())));
    return { change, prior, rate: right, fault: prior.sign() >= 0 && fits ? null : "rate" };
  };
  const [down, up] = [way(true), way(false)];
  const likely = says.direction === "down" || (says.direction === null && says.growth === "down") ? down : up;
  const other = likely === down ? up : down;
  if (likely.fault === null && other.fault === null && says.direction !== null && says.growth !== null && says.direction !== says.growth)
    return { ...likely, fault: "way" };
  if (likely.fault === null) return likely;
  if (other.fault === null && says.direction !== null) return other;
  const isDown = likely.change.sign() < 0;
  const rateSlip = likely.prior.sign() >= 0 && oneSlip(rateText, likely.rate.toFixed(2));
  const meant = deltasFrom(current, rate, isDown).filter((change) => oneSlip(deltaText, change.abs().toFixed(2)));
  const deltaSlip = meant.length > 0 || (freely && slipFits(deltaText, current, rate, likely));
  const [change] = meant;
  // Several amounts come to one rate: which of them was meant is certain only where one alone is a slip away.
  if (change && meant.length === 1 && !rateSlip && !freely) return { change, prior: current.minus(change), rate, fault: "delta" };
  return { ...likely, fault: rateSlip && !deltaSlip ? "rate" : "either" };
}

/** 1.60 is printed with two decimals, 1.6 with one. */
const placesOf = (digits: string): number => /\.(\d+)$/.exec(digits)?.[1]?.length ?? 0;

/** Whether another digit somewhere, or two of them swapped, makes of the 增减额 one that the rate fits. */
function slipFits(text: string, current: Exact, rate: Exact, { change }: Pick<Reconciled, "change">): boolean {
  const fits = (digits: string): boolean => {
    const size = Exact.parse(digits.replace(/,/g, ""));
    return size !== null && rateFits(current, current.minus(change.sign() < 0 ? size.negated() : size), rate);
  };
  return Array.from(text).some((digit, at) => {
    if (!/\d/.test(digit)) return false;
    const [before, behind] = [text.slice(0, at), text.slice(at + 1)];
    const next = behind.charAt(0);
    return (
      Array.from("0123456789").some((other) => other !== digit && fits(before + other + behind)) ||
      (/\d/.test(next) && fits(before + next + digit + behind.slice(1)))
    );
  });
}

/** The changes that a rate and this year's figure lead back to: all that come to it as it is printed. */
function deltasFrom(current: Exact, rate: Exact, down: boolean): readonly Exact[] {
  const factor = Exact.ofUnits(100).plus(down ? rate.abs().negated() : rate.abs());
  if (factor.sign() <= 0) return [];
  const middle = current.minus(current.shifted(2).quotient(factor, 2));
  const fits = (change: Exact): boolean => yearOnYear(current, current.minus(change)).rate.equals(rate.abs());
  const found = [middle];
  for (const step of [HUNDREDTH, HUNDREDTH.negated()])
    for (let next = middle.plus(step); found.length < MOST_DELTAS && fits(next); next = next.plus(step)) found.push(next);
  return found;
}

/** Whether a slip in this year's figure may be what is wrong: of those that fit 增减额 and 增减率 one is a keystroke away from it. */
function mayBeSlip(text: string, size: Exact, rate: Exact, down: boolean): boolean {
  const change = down ? size.abs().negated() : size.abs();
  const [least, most] = [rate.abs().plus(HALF), rate.abs().minus(HALF)].map((bound) =>
    bound.sign() > 0 ? size.abs().shifted(2).quotient(bound, 2).plus(change) : null,
  );
  if (!least || !most || most.minus(least).toNumber() > WIDEST) return true;
  for (let one = least; one.compare(most) <= 0; one = one.plus(HUNDREDTH)) if (oneSlip(text, one.toFixed(2))) return true;
  return false;
}
const HALF = Exact.ofUnits(5, 3);
const WIDEST = 5;
const HUNDREDTH = Exact.ofUnits(1, 2);
/** As many and more only in amounts so large that a slip in them says nothing. */
const MOST_DELTAS = 100;
