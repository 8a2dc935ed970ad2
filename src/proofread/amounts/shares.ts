import { Exact } from "../../amount/exact";
import { formatAmount, formatPercent, GROUPED } from "../../amount/format";
import { share } from "../../amount/ratio";
import { judgeShare } from "../../amount/tolerance";
import type { Ledger } from "../ledger";
import { printedPlaces, type Stated } from "../read/figures";
import { spanText, type Span } from "../text/lines";
import { bareNoun } from "./clause";
import type { Named } from "./held";
import { tellLess } from "./left-unsaid";

/** The amounts of a text by each ending of the words right before them, so long as a name may be. */
export function amountsByEnding(figures: readonly Stated[]): ReadonlyMap<string, readonly Stated[]> {
  const byEnding = new Map<string, Stated[]>();
  for (const stated of figures) {
    const { unit, value, span } = stated;
    if (unit !== "amount" || !value) continue;
    const before = span.line.text.slice(Math.max(0, span.start - LONGEST_NAME - 1), span.start).replace(/为$/, "");
    // 本年收入预算36.19万元 is told of 本年收入 as well.
    for (const words of new Set([before, bareNoun(before)]))
      for (let size = SHORTEST_WHOLE; size <= Math.min(LONGEST_NAME, words.length); size += 1)
        byEnding.set(words.slice(-size), [...(byEnding.get(words.slice(-size)) ?? []).slice(-FEW), stated]);
  }
  return byEnding;
}
const LONGEST_NAME = 14;
const SHORTEST_WHOLE = 3;
/** Several amounts of one name are known to be several without all of them. */
const FEW = 40;

/** 甲B万元，占支出总预算的C%: of the one amount that the text tells under that name. */
export function judgeNamedShares(ledger: Ledger, all: readonly Stated[], told: ReadonlyMap<string, readonly Stated[]>): void {
  const untold = new Map<string, Implied[]>();
  all.forEach((rate, at) => {
    const shared = sharedBy(all, at);
    if (!shared || !rate.value) return;
    const { part, value, words } = shared;
    if (ledger.standing(rate) || ledger.isFaulted(stretchOf(part, rate))) return;
    const name = /^[，、（]占([^，。；\d]{3,14}?)(?:的(?:比例|比重)?)?(?:分别)?为?$/.exec(words)?.[1];
    const values = (told.get(name ?? "") ?? []).flatMap(({ value }) => value ?? []);
    const [whole] = values;
    if (name === undefined || OWN_WHOLE.test(name)) return;
    if (!whole || whole.isZero() || values.some((one) => !one.equals(whole))) {
      const [amount, said] = [value.toNumber(), rate.value.toNumber()];
      const off = 1.5 * lastPlace(rate);
      if (amount > 0 && said > off) {
        const implied = {
          part,
          rate,
          value,
          said: rate.value,
          least: (amount * ALL) / (said + off),
          most: (amount * ALL) / (said - off),
        };
        untold.set(name, [...(untold.get(name) ?? []), implied]);
      }
      return;
    }
    if (fits(value, whole, rate.value)) ledger.prove(rate, workingOf(value, whole));
    else tellShare(ledger, part, rate, whole, `“${name}”是前面写的${formatAmount(whole, GROUPED)}万元`);
  });
  for (const [name, pairs] of untold) judgeImplied(ledger, name, pairs.slice(0, FEW));
}

/** 占同类项目支出: of each amount it is another whole. */
const OWN_WHOLE = /^(?:同类|同期|该|此|其|上述|所在)/;

/** What is said between an amount and its share: 甲B万元，占C%; of a list of both (甲、乙分别为A万元和B万元，占全部的P%和Q%) the share at the same place. */
function sharedBy(figures: readonly Stated[], at: number): { readonly part: Stated; readonly value: Exact; readonly words: string } | null {
  if (figures[at]?.unit !== "percent") return null;
  const behind = sharedBehind(figures[at], figures[at + 1]);
  if (behind) return behind;
  let [first, last] = [at, at];
  while (isListed(figures[first - 1], figures[first])) first -= 1;
  while (isListed(figures[last], figures[last + 1])) last += 1;
  const from = first - (last - first + 1);
  const amounts = figures.slice(Math.max(from, 0), first);
  const [part, before, rate] = [figures[from + at - first], figures[first - 1], figures[first]];
  if (!part?.value || !before || !rate || before.span.line !== rate.span.line || amounts.some(({ unit }) => unit !== "amount")) return null;
  if (amounts.some((one, index) => index > 0 && !isListed(amounts[index - 1], one))) return null;
  return { part, value: part.value, words: rate.span.line.text.slice(before.span.end, rate.span.start) };
}

/** 占支出总额P%的甲为A万元: the part behind its share; the words as they would stand between the two the other way round. */
function sharedBehind(
  rate: Stated,
  part: Stated | undefined,
): { readonly part: Stated; readonly value: Exact; readonly words: string } | null {
  if (part?.unit !== "amount" || !part.value || part.span.line !== rate.span.line) return null;
  const { text } = part.span.line;
  const whole = SHARE_AHEAD.exec(text.slice(Math.max(0, rate.span.start - LONGEST_NAME - 2), rate.span.start))?.[1];
  if (whole === undefined || !PART_BEHIND.test(text.slice(rate.span.end, part.span.start))) return null;
  return { part, value: part.value, words: `，${whole}` };
}
const SHARE_AHEAD = /(?:^|[，。；：、])(占[^，。；：、\d]{1,14})$/;
const PART_BEHIND = /^的[^，。；：、\d]{2,24}$/;

/** From an amount to its share, whichever comes first. */
const stretchOf = ({ span: part }: Stated, { span: rate }: Stated): Span => ({
  line: rate.line,
  start: Math.min(part.start, rate.start),
  end: Math.max(part.end, rate.end),
});

const isListed = (one: Stated | undefined, next: Stated | undefined): boolean =>
  one !== undefined &&
  one.unit === next?.unit &&
  one.span.line === next.span.line &&
  /^[、，和及]$/.test(one.span.line.text.slice(one.span.end, next.span.start));

/** 合计A万元，其中：甲B万元，占C%. */
export function shares(ledger: Ledger, figures: readonly Stated[], before: readonly Stated[]): void {
  figures.forEach((rate, at) => {
    const shared = sharedBy(figures, at);
    if (!shared || !rate.value || ledger.standing(rate) || !/占[^，。；\d]{0,12}$/.test(shared.words)) return;
    const whole = [...before, ...figures.slice(0, at)].find(
      ({ unit, value }) => unit === "amount" && value !== null && !value.isZero() && fits(shared.value, value, rate.value),
    );
    if (!whole && shared.part === figures[at - 1]) besideSiblings(ledger, figures, at);
    if (whole?.value) ledger.prove(rate, workingOf(shared.value, whole.value));
  });
}

/** 合计A万元，其中：甲B万元，占P%；乙C万元，占Q%: where the others are shares of that whole, one that is not is wrong, or its amount is. */
function besideSiblings(ledger: Ledger, figures: readonly Stated[], at: number): void {
  const [part, rate] = [figures[at - 1], figures[at]];
  const listed = figures.findIndex(
    ({ span }, index) => index < at - 1 && /^[，。；]?其中[：，]?/.test(span.line.text.slice(span.end, figures[index + 1]?.span.start)),
  );
  const whole = figures[listed]?.unit === "amount" ? figures[listed].value : null;
  if (!whole || whole.isZero() || !part?.value || !rate?.value || rate.value.isZero()) return;
  if (ledger.isFaulted(stretchOf(part, rate))) return;
  const others = figures.filter((one, index) => {
    const before = figures[index - 1];
    if (index <= listed + 1 || index === at || one.unit !== "percent" || before?.unit !== "amount" || !before.value) return false;
    return !before.value.isZero() && fits(before.value, whole, one.value);
  });
  if (others.length === 0) return;
  tellShare(ledger, part, rate, whole, othersOf(whole));
}

const fits = (part: Exact, whole: Exact, rate: Exact | null): boolean =>
  rate !== null && (judgeShare(part, whole, rate) !== "broken" || share(part, whole, rate.decimals())?.equals(rate) === true);

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
  const pairs = pairsIn(figures).filter(({ value }) => !value.isZero());
  // Of two that make up the whole one that fits is enough.
  const isAll = Math.abs(Exact.sum(pairs.map(({ said }) => said)).toNumber() - ALL) <= ROUNDED;
  if (pairs.length < ALIKE || (pairs.length === ALIKE && !isAll)) return;
  const fits = (one: (typeof pairs)[number], whole: Stated["value"]): boolean =>
    whole !== null && !whole.isZero() && share(one.value, whole, one.said.decimals())?.equals(one.said) === true;
  const ofMost = (least: number): Stated | undefined =>
    wholes.find(
      (one) =>
        one.unit === "amount" && !pairs.some(({ part }) => part === one) && pairs.filter((pair) => fits(pair, one.value)).length >= least,
    );
  const value = (ofMost(Math.floor(pairs.length / 2) + 1) ?? (pairs.length === ALIKE ? ofMost(1) : undefined))?.value;
  if (!value) return;
  const rest = value.minus(Exact.sum(pairs.map((one) => one.value)));
  const [first, last] = [pairs[0], pairs.at(-1)];
  // What its line does not end may go on in the next.
  const ends = last?.rate.span.line.text.includes("。", last.rate.span.end) === true;
  if (first && ends && rest.sign() > 0 && ledger.book.withWorkbook && pairs.every((one) => fits(one, value)))
    tellLess(ledger, first.part.span.line, value, rest, index);
  for (const one of pairs) {
    if (fits(one, value) || ledger.standing(one.rate)?.kind === "proved") continue;
    const right = share(one.value, value);
    const near = right && isRounded(right, one.said);
    if (!near && !ledger.isFaulted(stretchOf(one.part, one.rate))) tellShare(ledger, one.part, one.rate, value, othersOf(value));
  }
}
const ROUNDED = 0.02;
/** The last digit may be off by one, so that the shares make up the whole. */
export const isRounded = (right: Exact, said: Exact): boolean => right.minus(said).abs().toNumber() < ROUNDED;

/**
 * 甲A万元，占P%；乙B万元，占Q% with no whole told beside them: where the shares come to 100%, or another of them is the share of what the
 * amounts come to, that is the whole.
 */
export function judgeSharesOfSum(ledger: Ledger, figures: readonly Stated[]): void {
  const pairs = pairsIn(figures).filter(({ value }) => !value.isZero());
  if (pairs.length < 2) return;
  const whole = Exact.sum(pairs.map(({ value }) => value));
  const isWhole = Math.abs(Exact.sum(pairs.map(({ said }) => said)).toNumber() - ALL) <= ROUNDED;
  const wrong = pairs.filter((one) => !isNear(one, whole));
  const [first] = wrong;
  const last = wrong.at(-1);
  if (!first || !last || (!isWhole && wrong.length !== 1)) return;
  if (wrong.some(({ part, rate }) => ledger.standing(rate)?.kind === "proved" || ledger.isFaulted(stretchOf(part, rate)))) return;
  if (!isWhole && pairs.every((one) => one === first || one.said.toNumber() >= ALL)) return;
  if (wrong.length === 1) {
    tellShare(ledger, first.part, first.rate, whole, `各项合起来是${formatAmount(whole, GROUPED)}万元`);
    return;
  }
  for (const { rate } of wrong) ledger.blame(rate);
  ledger.fault({
    id: "B-占",
    category: "share",
    severity: "warning",
    at: { ...first.part.span, end: last.rate.span.end },
    message: `各项合起来是${formatAmount(whole, GROUPED)}万元，照此${wrong.map(({ value }) => workingOf(value, whole)).join("、")}，这里写${wrong.map(({ rate }) => spanText(rate.span)).join("、")}。`,
    advice: "请核对金额和占比，看是不是写颠倒了。",
  });
}
const ALL = 100;

interface Pair {
  readonly part: Stated;
  readonly rate: Stated;
  readonly value: Exact;
  readonly said: Exact;
}

/** 甲A万元，占P%: an amount and its share right behind it. */
const pairsIn = (figures: readonly Stated[]): readonly Pair[] =>
  figures.flatMap((rate, at) => {
    const shared = sharedBy(figures, at);
    if (!shared || !rate.value || !/^[，、（]占[^，。；\d]{0,12}$/.test(shared.words)) return [];
    return [{ part: shared.part, rate, value: shared.value, said: rate.value }];
  });

/** The last digit may be off by one, so that the shares make up the whole. */
function isNear({ value, said, rate }: Pair, whole: Exact): boolean {
  const right = share(value, whole);
  return right !== null && right.minus(said).abs().toNumber() <= 1.5 * lastPlace(rate);
}
const lastPlace = ({ digits }: Stated): number => 10 ** -Math.min(2, printedPlaces(spanText(digits)));

/** Of which whole a share is one, at least and at most. */
interface Implied extends Pair {
  readonly least: number;
  readonly most: number;
}
const meet = (one: Implied, other: Implied): boolean => one.least <= other.most && other.least <= one.most;
const middle = ({ value, said }: Implied): string => formatAmount(value.shifted(2).quotient(said, 2), GROUPED);

/** 占任务数的56.4%: each has its own. */
const OF_EACH = /任务|目标|计划|指标|年初|上年|去年|同期|调整/;

/** Shares of one whole by one name, whose amount the text does not tell: those that are of another than most are told. */
function judgeImplied(ledger: Ledger, name: string, pairs: readonly Implied[]): void {
  const meeting = (one: Implied): number => pairs.filter((other) => meet(one, other)).length;
  const most = Math.max(...pairs.map(meeting));
  const common = most * 2 > pairs.length ? pairs.find((one) => meeting(one) === most) : undefined;
  const [first, second] = pairs;
  if (!first || !second || OF_EACH.test(name)) return;
  for (const one of common ? pairs.filter((other) => !meet(common, other)) : pairs.length === 2 ? [second] : []) {
    if (ledger.standing(one.rate) || ledger.isFaulted(stretchOf(one.part, one.rate))) continue;
    ledger.blame(one.rate);
    ledger.fault({
      id: "B-占",
      category: "share",
      severity: "warning",
      at: stretchOf(one.part, one.rate),
      message: `照别处占“${name}”的比例推算，“${name}”大约是${middle(common ?? first)}万元；照这里推算大约是${middle(one)}万元。`,
      advice: "请核对金额和占比，看是哪一处写错了。",
    });
  }
}

const othersOf = (whole: Exact): string => `同一段别的占比都是照${formatAmount(whole, GROUPED)}算的`;

/** 12.00 ÷ 48.00 = 25.00% */
export const workingOf = (part: Exact, whole: Exact): string => {
  const right = share(part, whole);
  return `${formatAmount(part, GROUPED)} ÷ ${formatAmount(whole, GROUPED)} = ${right ? formatPercent(right, GROUPED) : ""}`;
};

/** A share that is not the part's of the whole, and how the whole is known: the part may be what is wrong as well. */
export function tellShare(ledger: Ledger, part: Stated, rate: Stated, whole: Exact, why: string): void {
  if (!part.value || !rate.value) return;
  const right = share(part.value, whole);
  ledger.blame(rate);
  ledger.fault({
    id: "B-占",
    category: "share",
    severity: "warning",
    at: stretchOf(part, rate),
    message: `${workingOf(part.value, whole)}，这里写${spanText(rate.span)}；${why}。`,
    left: rate.value,
    ...(right && { right }),
    advice: "请核对金额和占比，看是哪一个写错了。",
  });
}
