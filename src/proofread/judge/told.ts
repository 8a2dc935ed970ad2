import type { Exact } from "../../amount/exact";
import { share } from "../../amount/ratio";
import { judgeShare } from "../../amount/tolerance";
import { figureText, isZero, known, type Change, type Figure } from "../../narrative/figure";
import type { Part } from "../../narrative/pattern/node";
import { seeCells, written, type Entry, type Fault, type Ledger } from "../ledger";
import type { Stated } from "../read/figures";
import { figuresOf, valueOf } from "../read/figures";
import type { Told } from "../sentences/slots";
import { spanText, type Span } from "../text/lines";
import { oneSlip } from "../../text/edits";
import { SAME_AS_BEFORE } from "../words/same-as-before";
import { isPlaceholder } from "./differences";
import { judgeChange } from "./change/change";
import { isChoice, type StatedChange } from "./change/stated";
import { judgeEmptySource } from "./empty-sources";
import { cellsBehind, isShareOf, judgeFigure, judgeShareOf, unreadable, type Whole } from "./figures";
import { judgeWords } from "./inputs";
import { judgeReason, LEAD } from "./reasons";
import { judgeProjectElsewhere } from "./projects-elsewhere";
import { judgePoints, judgeShareInMoney, judgeUnit } from "./units";
import { sentenceBefore } from "../text/sentence";

/** Holds everything one statement says of a quantity against it: figure, share, change, direction, reason. */
export function judgeTold(ledger: Ledger, told: Told): void {
  const { quantity, figures, reason } = told;
  const { id, what, figure, comparison = null } = quantity;
  if (told.none) saidNothing(ledger, told, told.none);
  const current = figures.get("current");
  const entry = current ? measured(ledger, told, current, figure) : null;
  // Where one figure is still to be filled in, the others wait for it.
  const waits = [...figures.values()].some(({ digits }) => ledger.isOpen(digits));
  const both = movedAndSame(told);
  if (both) ledger.fault({ ...BOTH, at: both, message: `${what}：${BOTH.message}` });
  if (!waits && !both) missingFigures(ledger, told);
  const isCertain = figure.known && figure.atMost === undefined;
  const now = isCertain ? figure.value : (entry?.stated.value ?? ledger.entries.get(id)?.stated.value ?? null);
  const prior = figures.get("prior");
  if (prior && comparison?.prior.known) judgeFigure(ledger, `said:prior:${id}`, `${what}的上年数`, prior, comparison.prior);
  const part = figures.get("share");
  if (part) {
    const whole = wholeMeant(ledger, quantity, ledger.value(entry), part);
    const meant = shareMeant(ledger.value(entry), whole?.value ?? null, part);
    const stands =
      part.unit === "amount" && isBehindShare(part)
        ? judgeShareInMoney(ledger, what, part, whole !== null && entry !== null && meant === null)
        : judgeUnit(ledger, `${what}占比`, part, told.units.get("share") ?? "%", meant);
    if (stands) judgeShareOf(ledger, what, stands, entry, whole, !mayBeOfOther(quantity, whole, part));
  }
  shared(ledger, told);
  const change = changeIn(told);
  if (change) rated(ledger, told, change);
  if (told.compares && !told.none) compared(ledger, told, change);
  if (!change || both) return;
  let settled = change;
  for (const part of ["delta", "rate"] as const) {
    const stated = figures.get(part);
    if (stated?.value && stated.written.endsWith("百分点")) judgePoints(ledger, what, stated);
    else if (stated?.value) {
      const unit = told.units.get(part) ?? "";
      const right = !isCertain ? null : ((part === "delta" ? comparison?.change.amount : comparison?.change.rate) ?? null);
      settled = { ...settled, [part]: judgeUnit(ledger, what, stated, unit, right) ?? inUnit(stated, unit, right) };
    }
  }
  const found = judgeChange(ledger, id, what, settled, now, comparison, isCertain ? null : (current ?? null), current);
  for (const stated of [settled.delta, settled.rate])
    if (stated?.value === null && ledger.standing(stated)?.kind !== "faulty") unreadable(ledger, stated, null);
  missingWays(ledger, told, found.change?.sign() ?? null);
  // Which way it went is told to be open: until it is settled there is nothing to explain.
  if (told.explains && !(change.direction && isChoice(change.direction))) explained(ledger, told, change, found.change);
  if (!quantity.of) return;
  // What is only put together from the reasons of its parts nobody has written so.
  const given = comparison?.explained === true ? comparison.reason : null;
  const words = reason ? judgeWords(ledger, reason, given, `“${what}”的主要原因`) : null;
  if (words) restated(ledger, words, [current, figures.get("delta")]);
  if (words && quantity.of === "source") judgeEmptySource(ledger, words, what);
  if (words && quantity.of === "item") judgeProjectElsewhere(ledger, words, what, figure);
  if (words || !ledger.freely)
    judgeReason(ledger, what, quantity.of, words, found, change.span, !figures.has("rate") && comparison?.prior.known !== true);
}

/** The totals of sections, those of a single table among them. */
const WHOLES = "all";
const BOTH = { id: "B00", category: "direction", severity: "error", message: "既写增减又写持平，请留下一个。" } as const;

/** 减少5.00万元，与上年预算持平: which of the two is meant nobody can tell. */
function movedAndSame({ figures, growth, direction }: Told): Span | null {
  const last = figures.get("delta")?.span ?? direction?.at;
  if (!last || figures.has("rate") || growth?.absent === false) return null;
  const same = SAME_AS_BEFORE.exec(last.line.text.slice(last.end));
  return same ? { ...last, start: direction?.at.start ?? last.start, end: last.end + same[0].length } : null;
}

/** What was said of its unit settles it: it is reckoned with as it ought to stand. */
const inUnit = (stated: Stated, unit: string, right: Figure | null): Stated => ({
  ...stated,
  written: unit,
  value: right?.known ? right.value : valueOf(spanText(stated.digits), unit),
});

/** 占0.38万元, 占收入合计的0.38万元 */
function isBehindShare({ digits: { line, start } }: Stated): boolean {
  const before = line.text.slice(Math.max(0, start - NEAR), start);
  const at = before.lastIndexOf("占");
  return at >= 0 && !/[，。；：（、\d]/.test(before.slice(at));
}
const NEAR = 16;

/** The percentage that ought to stand, where the one that stands cannot be: its parts as printed allow no other. */
function shareMeant(part: Exact | null, whole: Exact | null, { value }: Stated): Figure | null {
  const right = part && whole ? share(part, whole) : null;
  if (!part || !whole || !right || !value || judgeShare(part, whole, value) !== "broken") return null;
  return known(right, [], "", "percent");
}

/** What the others of its sort have and this one has not. */
const leftOut = (at: Span, message: string, advice: string): Fault => ({
  id: "B-缺",
  category: "missing",
  severity: "warning",
  at,
  place: true,
  message,
  advice,
});

/** Most of a sort are compared with last year, or explained: one that is not has it left out. */
function compared(ledger: Ledger, { quantity, missing, end }: Told, change: StatedChange | null): void {
  // Of a figure that is left out it is told that it is, and of what follows it nothing.
  if (ledger.freely && NO_FIGURE.test(end.line.text)) return;
  if (missing.some(({ part }) => part === "delta" || part === "rate")) return;
  // What is left for the next year is what this one does not spend: the forms compare it with nothing.
  if (LEFT.test(quantity.what)) return;
  if (ledger.freely && !change && (!isSomething(quantity) || COMPARED.test(end.line.text.slice(end.start)))) return;
  ledger.habit(
    `compared.${sortOf(quantity.id)}`,
    change ? null : leftOut(end, `${quantity.what}没有与上年比较。`, "别处都写了比上年增减多少，请补上。"),
  );
}

const LEFT = /^(?:结转下年|年终结转)/;
/** 。比上年增加5.00万元（上年无此项预算）: in words of the office's own. */
const COMPARED = /[比较与同和](?:上年|上一年|去年|\d{4}年)[^。；]{0,12}(?:增加|减少)\d/;
const NO_FIGURE = /[^\d百千余亿]万元/;

/** Most parts of a whole are told with their shares: where offices choose what they tell, one that is something and has none has it left out. */
function shared(ledger: Ledger, { quantity, figures, end }: Told): void {
  if (!ledger.freely || quantity.wholeFigure === undefined || !figures.has("current") || !isSomething(quantity)) return;
  ledger.habit(
    `shared.${sortOf(quantity.id)}`,
    figures.has("share") ? null : leftOut(end, `${quantity.what}没有写占比，别处都写了。`, "请补上占比。"),
  );
}

/** The same of the rate by which something changed; of what is new there is none. */
function rated(ledger: Ledger, { quantity, figures }: Told, { delta, rate, span }: StatedChange): void {
  const [current, by] = [figures.get("current")?.value, delta?.value];
  // Of what is new there is none; more than there is now is another fault.
  if (!ledger.freely || !current || !by || by.isZero() || by.compare(current) >= 0) return;
  ledger.habit(
    `rated.${sortOf(quantity.id)}`,
    rate ? null : leftOut({ ...span, start: span.end }, `${quantity.what}没有写增减幅度，别处都写了。`, "请补上幅度。"),
  );
}

function explained(ledger: Ledger, { quantity, reason, figures }: Told, { span }: StatedChange, change: Exact | null): void {
  const lacks = reason === null || reason.end <= reason.start;
  // What is said of the change itself comes first.
  if (lacks && ledger.freely && ledger.isFaulted(span)) return;
  const idle = change?.isZero() === true;
  // Said in a sentence of its own: what behind the change is more than a full stop.
  const saidOtherwise = ledger.freely && (idle || !figures.has("current") || /^[。，；]?[^。，；]/.test(span.line.text.slice(span.end)));
  // What has to be explained is asked for elsewhere.
  const asked = !ledger.freely && quantity.of !== undefined && change !== null && !change.isZero();
  if (lacks && (saidOtherwise || asked || LEAD.test(span.line.text.slice(span.end)))) return;
  ledger.habit(
    `explained.${ledger.freely && !quantity.id.includes(".") ? WHOLES : sortOf(quantity.id)}`,
    lacks
      ? {
          id: "B09",
          category: "missing",
          severity: idle ? "info" : "warning",
          at: { ...span, start: span.end },
          place: true,
          message: `${quantity.what}没有写主要原因，别处都写了。`,
          advice: idle ? "没有增减的可以不写；要写就都写。" : "请补上主要原因。",
        }
      : null,
  );
}

const isSomething = ({ figure }: Told["quantity"]): boolean => figure.known && !figure.value.isZero();

/** items.2010301 is one of the items, threePublic.公务接待费 one of “三公”经费. */
const sortOf = (id: string): string => id.split(".")[0] ?? id;

function measured(ledger: Ledger, { quantity, units }: Told, current: Stated, figure: Figure): Entry | null {
  const { id, what } = quantity;
  const unit = units.get("current") ?? "";
  const meant = judgeUnit(ledger, what, current, unit, figure.known && figure.atMost !== undefined ? null : figure);
  if (meant) return judgeFigure(ledger, id, what, meant, figure);
  const entry: Entry = { id, what, stated: inUnit(current, unit, figure), figure };
  if (!ledger.entries.has(id)) ledger.entries.set(id, entry);
  return entry;
}

/** 未安排, 没有…: true only where there is nothing this year, and nothing that went away. */
function saidNothing(ledger: Ledger, { quantity }: Told, at: Span): void {
  const { figure, what, comparison } = quantity;
  if (figure.known && !figure.value.isZero())
    ledger.fault({
      id: "B02",
      category: "figure",
      severity: "error",
      at,
      message: `说明写没有${what}，表上是${figure.value.toFixed(2)}万元${seeCells(figure.cells)}。`,
      right: figure.value,
      cells: figure.cells,
    });
  else if (figure.known && comparison?.prior.known && !isZero(comparison.prior))
    ledger.fault({
      id: "B02",
      category: "missing",
      severity: "error",
      at,
      message: `${what}上年有${comparison.prior.value.toFixed(2)}万元${seeCells(comparison.prior.cells)}，不能只写未安排，应写明比上年减少的金额和原因。`,
      cells: comparison.prior.cells,
    });
}

const NAMES: Readonly<Record<Part, string>> = { current: "金额", share: "占比", delta: "增减额", rate: "增减幅度", prior: "上年数" };

/** What was left out together, with the words for its direction, is one fault. */
function missingFigures(ledger: Ledger, said: Told): void {
  // Said in other words it may tell no figure at all: only what has its unit has lost one.
  const told = ledger.freely
    ? { ...said, missing: said.missing.filter(({ slot, at }) => at.line.text.startsWith(slot.unit, at.start)) }
    : said;
  const { quantity, missing } = told;
  const change = missing.filter(({ part }) => part === "delta" || part === "rate");
  const [first] = change;
  if (!first || change.length < 2) for (const gap of missing) missingFigure(ledger, told, gap);
  else {
    for (const gap of missing) if (!change.includes(gap)) missingFigure(ledger, told, gap);
    const right = quantity.comparison?.change;
    const { amounts } = ledger.book;
    ledger.fault({
      id: "B-缺",
      category: "missing",
      severity: "error",
      at: first.at,
      place: true,
      message: `${quantity.what}没有写比上年增减多少。`,
      ...(right?.amount.known && right.rate.known
        ? {
            expected: `${wayOf(right, false)}${figureText(right.amount, amounts)}万元，${wayOf(right, true)}${figureText(right.rate, amounts)}`,
          }
        : {}),
      advice: "请补上增减额和增减幅度。",
    });
  }
}

const wayOf = ({ down }: Change, growth: boolean): string => (growth ? (down ? "下降" : "增长") : down ? "减少" : "增加");

function missingFigure(ledger: Ledger, told: Told, { part, slot, at }: Told["missing"][number]): void {
  const { quantity } = told;
  if (part === "current") ledger.missing.add(quantity.id);
  // ____万元: another rule says that it is still to be filled in.
  if (isPlaceholder(at.line.text.slice(Math.max(0, at.start - 6), at.end + 6))) return;
  const right = slot.node.kind === "figure" && slot.node.figure.known ? slot.node.figure : null;
  const change = quantity.comparison?.change;
  const way = absentWay(told, part) && change?.amount.known ? wayOf(change, part === "rate") : "";
  const like: Stated = {
    span: at,
    digits: at,
    unit: part === "share" || part === "rate" ? "percent" : slot.unit === "万元" ? "amount" : "count",
    written: slot.unit,
    value: null,
  };
  ledger.fault({
    id: "B-数",
    category: "missing",
    severity: "error",
    at,
    place: true,
    message: `${quantity.what}${part === "current" && like.unit === "count" ? "" : `的${NAMES[part]}`}没有写，或者读不成数。`,
    ...(right
      ? {
          expected: `${way}${written(ledger.book, right.value, like)}${at.line.text.startsWith(slot.unit, at.end) ? "" : slot.unit}`,
          cells: right.cells,
        }
      : {}),
    advice: "请对照公开表补上。",
  });
}

/** Whether the word for the direction was left out with its figure. */
const absentWay = ({ direction, growth }: Told, part: Part): boolean =>
  (part === "delta" && direction?.absent === true) || (part === "rate" && growth?.absent === true);

function missingWays(ledger: Ledger, { quantity, direction, growth, figures }: Told, sign: number | null): void {
  // An amount where a change was looked for may be an amount, and not a change without its direction.
  if (ledger.freely && !figures.has("current")) return;
  for (const [way, [up, down], figure] of [
    [direction, ["增加", "减少"], "delta"],
    [growth, ["增长", "下降"], "rate"],
  ] as const)
    if (way?.absent && figures.has(figure))
      ledger.fault({
        id: "B00",
        category: "direction",
        severity: "error",
        at: way.at,
        place: true,
        message: `${quantity.what}没有写是${up}还是${down}。`,
        ...(sign === null ? {} : { expected: sign < 0 ? down : up }),
      });
}

function changeIn({ figures, direction, growth, flat }: Told): StatedChange | null {
  const [delta, rate] = [figures.get("delta") ?? null, figures.get("rate") ?? null];
  const parts = [direction?.at, delta?.span, growth?.at, rate?.span].flatMap((one) => one ?? []);
  const first = parts[0];
  if (flat && !delta && !rate) return { flat: true, span: flat, direction: null, delta: null, growth: null, rate: null };
  if (!first || (!delta && !rate)) return null;
  const present = (way: Told["direction"]): Span | null => (way && !way.absent ? way.at : null);
  return {
    flat: false,
    delta,
    rate,
    direction: present(direction),
    growth: present(growth),
    span: { ...first, start: Math.min(...parts.map(({ start }) => start)), end: Math.max(...parts.map(({ end }) => end)) },
  };
}

/** What a quantity is a share of: the figure that is named, else the first of those that the text states. */
function wholeOf(ledger: Ledger, { wholeFigure, whole = [] }: Pick<Told["quantity"], "whole" | "wholeFigure">): Whole | null {
  if (wholeFigure?.known) return wholeFigure;
  for (const key of whole) {
    const entry = ledger.entries.get(key) ?? null;
    const value = ledger.value(entry);
    if (value !== null) return { value, cells: cellsBehind(entry) };
  }
  return null;
}

/** The whole that makes the share right, where an office may have taken another; else the one that is usually meant. */
function wholeMeant(ledger: Ledger, quantity: Told["quantity"], amount: Exact | null, stated: Stated): Whole | null {
  const usual = wholeOf(ledger, quantity);
  const fits = (whole: Whole): boolean => amount !== null && isShareOf(ledger, amount, whole.value, stated);
  if (!usual || fits(usual)) return usual;
  const others = (quantity.otherWholes ?? []).flatMap(({ id, figure }) => wholeOf(ledger, { whole: [id], wholeFigure: figure }) ?? []);
  return others.find(fits) ?? usual;
}

/** 占本年支出的…, where this year's expenditure is not all there is: which of the two is meant is not certain. */
function mayBeOfOther({ otherWholes = [] }: Told["quantity"], whole: Whole | null, { span }: Stated): boolean {
  const before = span.line.text.slice(0, span.start);
  const said =
    before
      .slice(-OF_WHAT)
      .split(/[，。；]/)
      .at(-1) ?? "";
  const named = said.includes("本年") || PARTS_OF_THIS_YEAR.test(sentenceBefore(before));
  return named && otherWholes.some(({ figure }) => figure.known && whole?.value.equals(figure.value) === false);
}
const OF_WHAT = 20;
/** 本年支出中，基本支出…；项目支出… */
const PARTS_OF_THIS_YEAR = /本年(?:预算)?(?:收入|支出)(?:预算)?中，/;

/** An amount in a reason that says the sentence's own figure again; one that is a keystroke away from it and more than it can hardly be meant otherwise. */
function restated(ledger: Ledger, reason: Span, own: readonly (Stated | undefined)[]): void {
  const amounts = figuresOf(reason.line, reason.start, reason.end).filter(({ unit }) => unit === "amount");
  const only = amounts.length === 1 ? amounts[0] : undefined;
  const near = own.find((one) => only && one && isMore(only, one) && ledger.standing(one)?.kind === "proved");
  if (only && near && own.every((one) => one?.value?.compare(only.value ?? one.value) !== 0)) {
    ledger.blame(only);
    ledger.fault({
      id: "B05",
      category: "figure",
      severity: "warning",
      at: only.digits,
      message: `理由里写${spanText(only.span)}，本句的金额是${spanText(near.span)}，像是同一个数写错了。`,
      advice: "请核对，两处改成一致。",
      left: only.value,
      right: near.value,
    });
  }
  for (const stated of amounts)
    for (const one of own)
      if (one?.value && stated.value?.equals(one.value) === true && ledger.standing(one)?.kind === "proved")
        ledger.prove(stated, "与本句的金额一致");
}

/** One digit other, or two swapped, and more than all that the sentence speaks of. */
function isMore({ digits, value }: Stated, own: Stated): boolean {
  const [a, b] = [spanText(digits), spanText(own.digits)];
  return value !== null && own.value !== null && value.compare(own.value) > 0 && a.length === b.length && oneSlip(a, b);
}
