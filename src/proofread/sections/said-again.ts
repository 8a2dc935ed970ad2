import type { Exact } from "../../amount/exact";
import { oneSlip } from "../../text/edits";
import type { Ledger } from "../ledger";
import { spanText, type Span } from "../text/lines";
import { priorStated, unitOfMeasure, valueStated, type Indicator } from "./indicator";
import { isThings, isTime, sharedUnit, type Unit } from "./measures";
import { mentionsOf, type Mention } from "./mentions";
import { pairsOf } from "../../text/pairs";
import { common, subjectOf } from "./subject-words";

/** An indicator, and by what its goal is known. */
interface Wanted {
  readonly indicator: Indicator;
  readonly number: Exact;
  readonly unit: Unit;
  readonly pairs: ReadonlySet<string>;
  readonly subject: ReadonlySet<string>;
  /** Its name, and its name without what it is counted by. */
  readonly names: readonly string[];
}

/**
 * What goals and allocations say of the indicators: the same number proves both; another number, or another unit, of what can be
 * nothing else is told. Each passage is held against them by itself, and where two say one sentence, against the other.
 */
export function judgeSaid(ledger: Ledger, indicators: readonly Indicator[], passages: readonly (readonly Span[])[]): void {
  const wanted = indicators.flatMap(wantedOf);
  const said = passages.map(mentionsOf);
  for (const mentions of said) {
    const settled = new Set<Mention | Wanted>();
    const settle = (mention: Mention, one: Wanted, by: string): void => {
      for (const stated of [mention.stated, valueStated(one.indicator)]) ledger.prove(stated, by);
      settled.add(mention).add(one);
    };
    for (const mention of mentions) for (const one of wanted) if (saysAgain(one, mention)) settle(mention, one, "目标和指标一致");
    for (const one of wanted)
      if (!settled.has(one))
        for (const part of partsOf(
          one,
          mentions.filter((mention) => !settled.has(mention)),
        ))
          settle(part, one, "目标里的几项合计与指标一致");
    const open = mentions.filter((mention) => !settled.has(mention));
    for (const { mention, one, likeness } of matched(
      open,
      wanted.filter((one) => !settled.has(one)),
      wanted,
    ))
      judge(ledger, mention, one, likeness);
  }
  judgeSentences(ledger, said);
}

/** 建议不少于100件、提案不少于50件 beside 议案件数 ≥150件: neighbours in one sentence that are the indicator's number together. */
function partsOf({ number, unit, pairs }: Wanted, mentions: readonly Mention[]): readonly Mention[] {
  const alike = mentions.filter((mention) => mention.unit.name !== "" && sharedUnit(mention.unit, unit) === "same");
  return alike.flatMap((first, index) => {
    const second = alike[index + 1];
    return second?.sentence === first.sentence &&
      first.number.plus(second.number).equals(number) &&
      [first, second].some(({ around }) => common(pairs, pairsOf(around)) > 0)
      ? [first, second]
      : [];
  });
}

/** A sentence that goals and uses both have, their numbers apart: where those differ, one of the two is wrong. */
function judgeSentences(ledger: Ledger, said: readonly (readonly Mention[])[]): void {
  const first = new Map<string, Mention>();
  for (const mentions of said) {
    const own = new Map<string, Mention>();
    for (const mention of mentions) {
      const key = `${mention.frame} ${String(mention.turn)}`;
      if (mention.frame.length >= LONG_FRAME && !own.has(key)) own.set(key, mention);
    }
    for (const [key, mention] of own) {
      const before = first.get(key);
      if (before) besideSentence(ledger, before, mention);
      else first.set(key, mention);
    }
  }
}
const LONG_FRAME = 8;

function besideSentence(ledger: Ledger, before: Mention, mention: Mention): void {
  if (before.number.equals(mention.number)) {
    for (const one of [before, mention]) if (one.stated && !ledger.standing(one.stated)) ledger.prove(one.stated, "两处同一句话里的数一致");
    return;
  }
  if ([before, mention].some(({ at }) => ledger.isFaulted(at))) return;
  for (const one of [before, mention]) ledger.blame(one.stated);
  ledger.fault({
    id: "B-绩",
    category: "figure",
    severity: "warning",
    at: before.at,
    message: `同一句话，这里写${saidBy(before)}，另一处写${saidBy(mention)}。`,
    left: before.number,
    right: mention.number,
    advice: "请核对，两处改成一致。",
  });
}

/** 筹备会议场次 is spoken of as 筹备会议20场. */
const COUNTED = /(?:数量|人数|次数|场次|批次|件数|条数|篇数|个数|份数|期数|家数|户数|辆数|台数|册数|里程|面积|长度|数)$/;

function wantedOf(indicator: Indicator): readonly Wanted[] {
  const { value, core } = indicator;
  if (!value) return [];
  const unit = unitOfMeasure(value);
  const bare = core.replace(COUNTED, "");
  return [
    {
      indicator,
      number: value.number.shifted(unit.places),
      unit,
      pairs: pairsOf(core.replace(/[^\p{sc=Han}]/gu, " ")),
      subject: subjectOf(core),
      names: bare === core ? [core] : [core, bare],
    },
  ];
}

/**
 * 聘请政务热线工作人员7名 beside the indicator 政务热线工作人员聘请数量 =7人: the same number, counted in the same, in a passage that
 * speaks of the same in other words.
 */
function saysAgain(one: Wanted, mention: Mention): boolean {
  if (!isAsMany(mention, one) || sharedUnit(mention.unit, one.unit) === "other") return false;
  return common(one.pairs, pairsOf(mention.around)) >= (one.number.toString().length > 1 ? 1 : 2);
}

/** 12万元 is 12 where that has no unit. */
const isAsMany = ({ number, unit }: Mention, one: Wanted): boolean =>
  number.equals(one.number) ||
  (sharedUnit(unit, one.unit) === "open" && number.shifted(-unit.places).equals(one.number.shifted(-one.unit.places)));

/** How much of the one's subject the other has. */
interface Likeness {
  /** Of the indicator's subject, the share that stands around the number. */
  readonly covered: number;
  /** Of the words right at the number, the share that is of the indicator's subject. */
  readonly meant: number;
  readonly hits: number;
  /** The words before the number end as the name of this indicator does, and of no other. */
  readonly named: boolean;
}

const SHORTEST_NAME = 3;
const OPERATOR = /(?:为|约|共|达到?|不少于|不低于|不超过|控制在|提高到|提升到|以上|[≥≤<>=]){1,4}$/;

function likenessOf(one: Wanted, { before, after }: Mention, all: readonly Wanted[]): Likeness {
  const [head, tail] = [subjectOf(before), subjectOf(after)];
  const near = head.size > 0 ? head : tail;
  const hits = common(one.subject, new Set([...head, ...tail]));
  return {
    hits,
    covered: one.subject.size === 0 ? 0 : hits / one.subject.size,
    meant: near.size === 0 ? 0 : common(one.subject, near) / near.size,
    named: endsAs(one, before.replace(OPERATOR, ""), all),
  };
}

/** …满意度 of whom the one says 学员 and the other 讲师 is not the same. */
function endsAs({ names, indicator }: Wanted, words: string, all: readonly Wanted[]): boolean {
  return names.some((name) => {
    let size = Math.min(name.length, words.length);
    while (size >= SHORTEST_NAME && !words.endsWith(name.slice(-size))) size -= 1;
    if (size < SHORTEST_NAME) return false;
    const ending = name.slice(-size);
    const [said, own] = [subjectOf(words.slice(0, -size)), subjectOf(name.slice(0, -size))];
    return (
      (said.size === 0 || own.size === 0 || common(said, own) > 0) &&
      !all.some((other) => other.indicator !== indicator && other.names.some((one) => one.endsWith(ending)))
    );
  });
}

/** Which number of a text speaks of which indicator: each the likeliest of the other, and no other nearly as likely. */
interface Match {
  readonly mention: Mention;
  readonly one: Wanted;
  readonly likeness: Likeness;
}

const HALF = 0.5;
/** So many pairs of characters of an indicator's name around a number that is a slip away from its own. */
const SPEAKS = 2;
const scoreOf = ({ covered, meant, named }: Likeness): number => covered + meant + (named ? 2 : 0);

function matched(mentions: readonly Mention[], wanted: readonly Wanted[], all: readonly Wanted[]): readonly Match[] {
  const possible = mentions.flatMap((mention) =>
    wanted.flatMap((one) => {
      const likeness = likenessOf(one, mention, all);
      const units = sharedUnit(mention.unit, one.unit);
      const alike =
        likeness.named ||
        likeness.covered >= HALF ||
        (likeness.meant === 1 && likeness.hits > 0) ||
        (units === "same" && isSlip(mention, one) && common(one.pairs, pairsOf(mention.around)) >= SPEAKS);
      return alike && (units !== "other" || mention.number.equals(one.number)) ? [{ mention, one, likeness }] : [];
    }),
  );
  return possible.filter((match) =>
    possible.every(
      (other) =>
        other === match ||
        (other.mention !== match.mention && other.one !== match.one) ||
        scoreOf(other.likeness) < scoreOf(match.likeness),
    ),
  );
}

/** Certain by the words alone. */
function isCertain({ named, covered, meant, hits }: Likeness): boolean {
  return named || (covered > HALF && meant >= HALF && hits > 1) || (covered === 1 && meant === 1);
}

function judge(ledger: Ledger, mention: Mention, one: Wanted, likeness: Likeness): void {
  const { indicator } = one;
  if (mention.vague || one.unit.per !== mention.unit.per || !inEach(mention, one)) return;
  const units = sharedUnit(mention.unit, one.unit);
  if (units === "open" && !likeness.named) return;
  if (units === "other") {
    const short = mention.digits.length <= 2;
    if (!short || isTime(mention.unit, one.unit) || (isCertain(likeness) && isThings(mention.unit, one.unit)))
      otherUnit(ledger, mention, indicator);
    return;
  }
  const stale = indicator.prior?.number.shifted(unitOfMeasure(indicator.prior).places).equals(mention.number) === true;
  if (mention.number.equals(one.number) || !(isCertain(likeness) || stale || isSlip(mention, one))) return;
  differs(ledger, mention, indicator, stale);
}

/** 每月4次 is no other number than 48次 in all. */
const inEach = ({ each }: Mention, { indicator }: Wanted): boolean => each === "" || indicator.core.includes(each);

/** What two numbers of different things hardly have in common: two digits swapped, one of three or more, the point. */
function isSlip({ digits, number }: Mention, { indicator, number: wanted }: Wanted): boolean {
  const [said, right] = [digits.replace(/,/g, ""), indicator.value?.number.toString() ?? ""];
  const [longer, shorter] = number.compare(wanted) > 0 ? [number, wanted] : [wanted, number];
  if ([1, 2, 3, 4].some((places) => shorter.shifted(places).equals(longer))) return true;
  if (said.length === 2 && right.length === 2) return said === right.charAt(1) + right.charAt(0);
  return Math.min(said.length, right.length) > 1 && Math.max(said.length, right.length) > 2 && oneSlip(said, right);
}

function differs(ledger: Ledger, mention: Mention, indicator: Indicator, stale: boolean): void {
  ledger.blame(mention.stated);
  const stated = valueStated(indicator);
  if (stated && ledger.standing(stated)?.kind !== "proved") ledger.blame(stated);
  if (stale) ledger.prove(priorStated(indicator), "与文字里的数相同");
  ledger.fault({
    id: "B-绩",
    category: stale ? "year" : "figure",
    severity: "warning",
    at: mention.at,
    message: `这里写${saidBy(mention)}，绩效指标“${indicator.core}”是“${spanText(indicator.valueAt)}”。${stale ? "写的正是上年完成值，像是沿用了上年的文字。" : ""}`,
    left: mention.number,
    right: indicator.value?.number ?? null,
    advice: "请核对，两处改成一致。",
  });
}

const saidBy = ({ digits, unit }: Mention): string => `${digits}${unit.written}`;

/** 接通量达到91000个, where the indicator counts them as 件: told of the one that the indicator's own name or last year's value speaks against. */
function otherUnit(ledger: Ledger, mention: Mention, indicator: Indicator): void {
  const { core, value, valueAt, prior, name } = indicator;
  const own = value?.unit ?? "";
  const backed = own !== "" && (prior?.unit === own || spanText(name).endsWith(`（${own}）`) || core.endsWith(`${own}数`));
  const stated = backed ? mention.stated : valueStated(indicator);
  ledger.blame(stated);
  ledger.fault({
    id: "B-绩",
    category: "wording",
    severity: "warning",
    at: backed ? { ...mention.at, end: mention.at.end + mention.unit.written.length } : valueAt,
    message: `指标“${core}”以“${own}”计量，目标里同一个数写的是“${mention.unit.written}”。`,
    advice: "请改成同一个计量单位。",
  });
}
