import type { Exact } from "../../amount/exact";
import type { Change } from "../../narrative/figure";
import type { Node } from "../../narrative/pattern/node";
import type { Difference, Reading, Slot } from "../../narrative/pattern/read";
import { segmentsText } from "../../narrative/segments";
import { canon } from "../../text/canon";
import type { Ledger } from "../ledger";
import { figuresOf } from "../read/figures";
import type { Found } from "../sentences/found";
import { spanIn, toldIn } from "../sentences/slots";
import { spanText, type Span } from "../text/lines";
import { judgeOtherOffices } from "../words/other-offices";
import { asMeant, type Meant } from "./as-meant";
import { judgeDifferences } from "./differences";
import { judgeWords } from "./inputs";
import { judgeListed } from "./lists";
import { judgeName } from "./names";
import { namesOf, nothingIn, nothingOf } from "./nothing";
import { judgeReason } from "./reasons";
import { judgeTold } from "./told";
import { judgeUses } from "./uses";
import { judgeWay } from "./way";
import { wordedOtherwise } from "./worded";

/**
 * Holds one statement of the text against what it ought to say: its names, figures, lists, own words, and the rest. `ours`: its
 * other words are nobody's but ours, and the text may have others.
 */
export function judgeStatement(ledger: Ledger, found: Found, reading: Reading, ours = false): void {
  const meant = asMeant(reading, found);
  const { slots, differences: all, none } = withoutNothing(ledger.freely ? withoutMoved(meant, found) : meant, found);
  const others = judgeOtherOffices(ledger, found, all);
  const beside = [...nothingIn(found), ...others];
  const differences = all.filter((one) => !beside.some(({ start, end }) => one.start <= end && one.end >= start));
  judgeDifferences(ledger, found, { ...reading, slots, differences }, ours);
  for (const slot of slots) {
    if (slot.node.kind === "name") judgeName(ledger, found, slot);
    else if (slot.node.kind === "year") judgeYear(ledger, found, slot);
    else if (slot.node.kind === "free" && slot.node.role === "reason") reasonOfWay(ledger, found, slot, slots);
    else if (slot.at && slot.node.kind === "list") judgeListed(ledger, slot.node, spanIn(found, slot.at.start, slot.at.end));
    else if (slot.node.kind === "free") ownWords(ledger, found, slot);
  }
  const bare = slots
    .flatMap(({ node, at }) => (node.kind === "free" && node.role === "name" && at ? [found.text.slice(at.start, at.end)] : []))
    .join("");
  const loose = isLoose(found, slots, differences);
  for (const told of toldIn(found, { ...reading, slots })) {
    const quantity = told.quantity.id.endsWith("*")
      ? { ...told.quantity, id: told.quantity.id.replace("*", bare), what: bare }
      : told.quantity;
    const absent = none.get(quantity.id);
    if (absent) ledger.denied.push({ quantity, at: spanIn(found, absent.start, absent.end) });
    judgeTold(ledger, {
      ...told,
      quantity,
      missing: loose || absent ? [] : told.missing,
      none: told.none ?? (absent ? spanIn(found, absent.start, absent.end) : null),
    });
    if (told.reason && quantity.of === "threePublic") wordedOtherwise(ledger, told.reason, quantity.what, othersOf(slots, quantity.what));
  }
  constants(ledger, found, { ...reading, slots, differences });
}

/** What a clause of the statement says there is nothing of: neither its name nor its figure is missing. */
function withoutNothing(meant: Meant, found: Found): Meant {
  if (nothingIn(found).length === 0) return meant;
  const none = new Map(meant.none);
  const slots = meant.slots.map((slot, index): Slot => {
    const { node } = slot;
    if (node.kind === "figure" && node.part === "current" && node.quantity && !slot.numeral) {
      const before = meant.slots[index - 1]?.node;
      const clause = nothingOf(found, namesOf(node.quantity, before?.kind === "name" ? waysOf(before) : []));
      if (clause) none.set(node.quantity.id, clause);
    }
    if (node.kind !== "name" || slot.exact) return slot;
    return nothingOf(found, waysOf(node)) ? { ...slot, at: null, soft: true } : slot;
  });
  return { ...meant, slots, none };
}

/** 较上年减少157.86万元，下降29.2%: by what something changed is neither how much there is nor a share, though they stand where those would. */
function withoutMoved(meant: Meant, { text }: Found): Meant {
  const slots = meant.slots.map((slot): Slot => {
    const { node, at } = slot;
    const isMoved =
      node.kind === "figure" && (node.part === "current" || node.part === "share") && at && MOVED.test(text.slice(0, at.start));
    return isMoved ? { ...slot, at: null, numeral: null, soft: true } : slot;
  });
  return { ...meant, slots };
}
const MOVED = /(?:增加|减少|增长|下降|上升|降低)(?:了|约|为)?$/;

const waysOf = ({ segments, others }: Extract<Node, { kind: "name" }>): readonly string[] => [segmentsText(segments), ...others].map(canon);

/**
 * With figures that no slot has claimed, or a reason that has swallowed the words before it, nobody knows whether a figure
 * is missing or was only said elsewhere.
 */
function isLoose({ line, start, text }: Found, slots: readonly Slot[], differences: readonly Difference[]): boolean {
  const swallowed = slots.some(
    ({ node, at }) => node.kind === "free" && node.role === "reason" && at && hasSwallowed(text.slice(at.start, at.end)),
  );
  return swallowed || differences.some((one) => figuresOf(line, start + one.start, start + one.end).length > 0);
}

/** 增加3.00万元，主要原因是… in what ought to be the reason alone. */
const hasSwallowed = (reason: string): boolean => CHANGE.test(reason.slice(0, Math.max(0, reason.indexOf("原因"))));
const CHANGE = /(?:增加|减少|增长|下降)\d[\d,.]*(?:万元|%)/;

function othersOf(slots: readonly Slot[], what: string): readonly string[] {
  return slots.flatMap(({ node }) => (node.kind === "name" && segmentsText(node.segments) === what ? node.others : []));
}

function ownWords(ledger: Ledger, found: Found, { node, at }: Slot): void {
  if (node.kind !== "free" || !at || at.end <= at.start || node.role === "name") return;
  if (node.role === "way") {
    if (node.quantity) judgeWay(ledger, spanIn(found, at.start, at.end), node.quantity);
    return;
  }
  const span = judgeWords(ledger, spanIn(found, at.start, at.end), node.segments.length > 0 ? node.segments : null, node.what);
  if (node.role === "note") ledger.uses.push({ what: node.what, at: span });
  if (node.role === "use") judgeUses(ledger, span, node.what);
}

/** 财政拨款收入支出增加的主要原因是…: the reason for a change whose figures are said elsewhere, by the way that this sentence says it went. */
function reasonOfWay(ledger: Ledger, found: Found, { node, at }: Slot, slots: readonly Slot[]): void {
  if (node.kind !== "free" || !node.quantity || !at || at.end <= at.start) return;
  const { id, what, comparison } = node.quantity;
  const ofWay = slots.some((one) => one.node.kind === "free" && one.node.role === "way" && one.node.quantity?.id === id);
  if (!ofWay) return;
  const span = spanIn(found, at.start, at.end);
  const words = comparison?.reason ? judgeWords(ledger, span, node.segments, node.what) : span;
  const change = comparison?.change.amount.known ? signed(comparison.change) : (ledger.changes.get(id)?.change ?? null);
  if (change && !change.isZero()) judgeReason(ledger, what, "other", words, { change, prior: null }, span);
}

const signed = ({ amount, down }: Change): Exact | null => (amount.known ? (down === true ? amount.value.negated() : amount.value) : null);

/** A year of the template's own words: the budget's or the one before. */
/** 比, 较, 与 right before a year. */
const COMPARES = /[比较与同]$/;

function judgeYear(ledger: Ledger, found: Found, { node, at, place, exact, soft }: Slot): void {
  if (node.kind !== "year" || exact || node.year === null) return;
  const right = String(node.year);
  if (!at) {
    // Where each office words its sentences as it likes, the year may have been said a sentence before.
    if (
      soft ||
      ledger.freely ||
      !/[。；：，]$/.test(found.text) ||
      saidByWord(found.text, place, node.year - (ledger.book.year ?? node.year))
    )
      return;
    ledger.fault({
      id: "B07",
      category: "year",
      severity: "error",
      at: spanIn(found, place, place),
      place: true,
      message: `这里缺年度“${right}”。`,
      expected: right,
    });
    return;
  }
  const span = spanIn(found, at.start, at.end);
  // 与2024年持平: where each office words its sentences as it likes, one may compare where the pattern names the year itself.
  if (ledger.freely && Number(spanText(span)) === node.year - 1 && COMPARES.test(found.text.slice(0, at.start))) return;
  ledger.fault({
    id: "B07",
    category: "year",
    severity: "error",
    at: span,
    message: `年度写的是“${spanText(span)}”，应为${right}年。`,
    expected: right,
    replaces: true,
    why: "本年是预算年度，上年是它的前一年",
  });
}

/** 本年, 上年 in place of the year: this budget's, or the one before. */
function saidByWord(text: string, place: number, back: number): boolean {
  const around = text.slice(Math.max(0, place - 4), place + 4);
  return back === 0 ? /本年|今年|当年/.test(around) : back === -1 && /上年|去年|上一年/.test(around);
}

/** Figures of the template's own words (50万元以上) that stand as they ought to. */
function constants(ledger: Ledger, found: Found, { slots, differences }: Reading): void {
  const taken: readonly Span[] = [
    ...slots.flatMap(({ at }) => (at ? [spanIn(found, at.start, at.end)] : [])),
    ...differences.map(({ start, end }) => spanIn(found, start, end)),
  ];
  for (const stated of figuresOf(found.line, found.start, found.end))
    if (!taken.some(({ start, end }) => stated.digits.start < end && stated.digits.end > start))
      ledger.prove(stated, "与模板规定的文字一致");
}
