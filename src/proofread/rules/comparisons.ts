import { isShareBehind } from "../amounts/share-behind";
import { rememberedFor } from "../../text/remembered";
import type { Stated } from "../read/figures";
import { spanText, type Line, type Span } from "../text/lines";
import { SAME_AS_BEFORE } from "../words/same-as-before";
import { between, sentencesOf, type Sentence } from "./sentences";

/** Two amounts of one thing in two years following one another, and what the sentence says of their difference. */
export interface Claim {
  readonly prior: Stated;
  readonly current: Stated;
  readonly delta: Stated | null;
  readonly rate: Stated | null;
  /** 增加, 降幅, 持平 … as they stand, the last one behind which the rate stands. */
  readonly moves: readonly Span[];
  /** Said to be the same. */
  readonly flat: boolean;
  /** Amounts before them in the sentence, the nearest first: behind the parts of a whole, it may be the whole that is compared. */
  readonly before: readonly Stated[];
}

/** In which year an amount is, as the words before it say: a year, 上年, 本年, or nothing. */
type When = number | "last" | "this" | null;

const WHEN = /(?:(上年|上一年|去年)(?!结转|结余)|(本年|今年)|(\d{4})年)(?:度)?(?:，[^，。；]{0,24}|[^，。；]{0,16})$/;
const MOVE =
  /(?:增加|减少|增长|下降|上升|降低|提高|压减|调减|调增|(?:增|降|减|涨)幅(?:度)?|(?:增长|下降|增减)(?:率|幅度))(?:了|约|为|达)?$/;
/** What may stand between an amount and the verb: nothing, or with what it is compared. */
const COMPARED = /^）?[，、]?(?:同比|相比)?(?:(?:比|较|与|同)[^，。；\d]{0,8}(?:\d{4}年)?[^，。；\d]{0,14})?$/;
/** The like of 预算 may have been carried out, and is another figure then. */
const CARRIED_OUT = /执行|决算|完成/;
const NO_NOUN =
  /(?:上年|上一年|去年|本年|今年|\d{4}年)度?|(?:增加|减少|增长|下降|上升|降低|提高|压减|压缩)(?:到|至)|当年|年初|财政预算|预算|执行|决算|完成|安排|批复|编制|总额|总计|合计|金额|规模|[数由从比较与同的为约共计达了：，（）]/g;

/** Every such claim of a line. */
export const claimsOf = rememberedFor((line: Line): readonly Claim[] =>
  sentencesOf(line).flatMap((sentence) => sentence.figures.flatMap((_, index) => claimAt(sentence, index) ?? [])),
);

function claimAt(sentence: Sentence, index: number): Claim | null {
  const [first, next] = [sentence.figures[index], sentence.figures[index + 1]];
  if (first?.unit !== "amount" || !next) return null;
  // A万元，占P%，比上年B万元增加…
  const at = isShareBehind(first, next) ? index + 2 : index + 1;
  const second = sentence.figures[at];
  if (second?.unit !== "amount") return null;
  const [before, middle] = [wordsBefore(sentence, index), wordsBefore(sentence, at)];
  if (MOVE.test(before) || MOVE.test(middle)) return null;
  const [one, other] = [whenOf(before), whenOf(middle)];
  const noun = nounOf(middle);
  if (noun !== "" && noun !== nounOf(before)) return null;
  if (follows(other, one)) return changeAfter(sentence, at + 1, { prior: first, current: second, before: [] }, before);
  const beside = one ?? (/^[，（]?(?:比|较|与|同)/.test(middle) ? "this" : null);
  if (!follows(beside, other)) return null;
  const earlier = sentence.figures
    .slice(0, index)
    .filter(({ unit }) => unit === "amount")
    .reverse();
  return changeAfter(sentence, at + 1, { prior: second, current: first, before: earlier }, middle);
}

/** 增加50.00万元，增长12.50%: one of the two at least, or 持平. */
function changeAfter(sentence: Sentence, at: number, amounts: Pick<Claim, "prior" | "current" | "before">, ofPrior: string): Claim | null {
  const { line, figures } = sentence;
  const moves: Span[] = [];
  const moved = (index: number, unit: Stated["unit"]): Stated | null => {
    const [figure, words] = [figures[index], wordsBefore(sentence, index)];
    const move = MOVE.exec(words);
    const base = move ? words.slice(0, move.index) : "";
    if (!figure || figure.unit !== unit || !move || !COMPARED.test(base) || otherBase(base, ofPrior)) return null;
    const start = figure.span.start - words.length + move.index;
    moves.push({ line, start, end: start + move[0].replace(/[了约为达]$/, "").length });
    return figure;
  };
  const ahead = moved(at, "amount");
  const rate = moved(ahead ? at + 1 : at, "percent");
  // 增长12.50%，增加50.00万元
  const delta = ahead ?? (rate && moved(at + 1, "amount"));
  if (delta || rate) return { ...amounts, delta, rate, moves, flat: false };
  const from = Math.max(amounts.prior.span.end, amounts.current.span.end);
  const flat = SAME_AS_BEFORE.exec(line.text.slice(from, sentence.end));
  if (!flat?.[1] || otherBase(flat[0], ofPrior)) return null;
  const end = from + flat[0].length;
  return { ...amounts, delta: null, rate: null, flat: true, moves: [{ line, start: end - flat[1].length, end }] };
}

/** 比上年预算, where the amount beside it is what was carried out of it. */
function otherBase(base: string, ofPrior: string): boolean {
  return base.includes("预算") && CARRIED_OUT.test(base) !== CARRIED_OUT.test(ofPrior);
}

function whenOf(words: string): When {
  const match = WHEN.exec(words);
  if (!match) return null;
  if (match[1] !== undefined) return "last";
  return match[2] === undefined ? Number(match[3]) : "this";
}

/** Whether `later` is the year after `earlier`. */
function follows(later: When, earlier: When): boolean {
  if (earlier === null || later === null || earlier === "this" || later === "last") return false;
  return typeof earlier !== "number" || typeof later !== "number" || later === earlier + 1;
}

const nounOf = (words: string): string => (words.split(/[，；]/).at(-1) ?? "").replace(NO_NOUN, "");

function wordsBefore({ line, start, figures }: Sentence, index: number): string {
  const figure = figures[index];
  return figure ? between(line, figures[index - 1], figure, start) : "";
}

const DOWN = /减|降/;
const UP = /增[^减]|上升|提高|涨/;
/** Which way a verb goes; null where it says neither (增减幅度). */
export function wayOf(move: Span): "up" | "down" | null {
  const words = spanText(move);
  if (UP.test(`${words}。`)) return "up";
  return DOWN.test(words) && !words.includes("增减") ? "down" : null;
}
