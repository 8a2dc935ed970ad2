import { WAYS } from "../../narrative/pattern/align";
import type { Part, Quantity } from "../../narrative/pattern/node";
import type { Reading, Slot } from "../../narrative/pattern/read";
import { wordsBefore } from "../amounts/clause";
import { statedAt, type Stated } from "../read/figures";
import { spanText, type Span } from "../text/lines";
import type { Found } from "./found";

/** What one statement says of one quantity, each with its place. */
export interface Told {
  readonly quantity: Quantity;
  readonly figures: ReadonlyMap<Part, Stated>;
  /** The unit that ought to follow each. */
  readonly units: ReadonlyMap<Part, string>;
  /** Figures that ought to stand and do not. */
  readonly missing: readonly { readonly part: Part; readonly slot: Slot; readonly at: Span }[];
  readonly direction: Way | null;
  readonly growth: Way | null;
  /** 与上年持平 */
  readonly flat: Span | null;
  /** 未安排, 没有安排: the whole statement. */
  readonly none: Span | null;
  readonly reason: Span | null;
  /** Whether a reason, a comparison with last year belong to such a statement. */
  readonly explains: boolean;
  readonly compares: boolean;
  /** Where a reason would stand. */
  readonly end: Span;
}

/** A word for a direction; absent: where one ought to stand. */
export interface Way {
  readonly at: Span;
  readonly absent: boolean;
}

/** The slots of a statement, quantity by quantity. */
export function toldIn(found: Found, { slots, choices }: Reading): readonly Told[] {
  const quantities = new Map<string, Quantity>();
  for (const { node } of slots)
    if ((node.kind === "figure" || node.kind === "way" || node.kind === "free") && node.quantity)
      quantities.set(node.quantity.id, node.quantity);
  for (const { quantity } of choices) if (quantity) quantities.set(quantity.id, quantity);
  return [...quantities.values()].map((quantity) => oneOf(found, slots, choices, quantity));
}

function oneOf(found: Found, slots: readonly Slot[], choices: Reading["choices"], quantity: Quantity): Told {
  const figures = new Map<Part, Stated>();
  const units = new Map<Part, string>();
  const missing: Told["missing"][number][] = [];
  let [direction, growth, reason]: [Way | null, Way | null, Span | null] = [null, null, null];
  let end = found.start;
  for (const slot of slots) {
    const { node, at, place, numeral } = slot;
    if (!("quantity" in node) || node.quantity?.id !== quantity.id) continue;
    const span = at ? spanIn(found, at.start, at.end) : spanIn(found, place, place);
    if (at && node.kind !== "free") end = Math.max(end, span.end);
    if (node.kind === "figure") {
      units.set(node.part, slot.unit);
      const stated = numeral
        ? statedAt(
            found.line,
            found.start + numeral.start,
            found.start + numeral.digits,
            found.start + numeral.end,
            node.part === "share" || node.part === "rate",
          )
        : null;
      if (stated && (node.part !== "share" || isShare(stated))) figures.set(node.part, stated);
      else if (stated) continue;
      else if (!slot.soft || hasUnit(found, slot)) missing.push({ part: node.part, slot, at: span });
    } else if (node.kind === "way") {
      // Another word in its place, and no figure behind it: the two were left out together.
      const absent = at === null || (!WAYS.includes(spanText(span)) && lacks(slots, quantity, node.growth ? "rate" : "delta"));
      const way = { at: absent ? { ...span, end: span.start } : span, absent };
      if (node.growth) growth = way;
      else direction = way;
    } else if (at && at.end > at.start) reason = span;
  }
  const chosen = (tag: "flat" | "none"): Span | null => {
    const one = choices.find((choice) => choice.tag === tag && choice.quantity?.id === quantity.id && choice.end > choice.start);
    return one ? spanIn(found, one.start, one.end - (/[。；]$/.test(found.text.slice(one.start, one.end)) ? 1 : 0)) : null;
  };
  const flat = chosen("flat");
  return {
    quantity,
    figures,
    units,
    missing,
    direction,
    growth,
    flat,
    none: chosen("none"),
    reason,
    explains: slots.some(({ node }) => node.kind === "free" && node.role === "reason" && node.quantity?.id === quantity.id),
    compares: choices.some(({ tag, quantity: of }) => (tag === "flat" || tag === "moved" || tag === "silent") && of?.id === quantity.id),
    end: spanIn(found, (flat?.end ?? end) - found.start, (flat?.end ?? end) - found.start),
  };
}

/** With its % or behind a word that asks for one: else it is another figure, which only stands where a share would. */
const isShare = (stated: Stated): boolean =>
  (stated.unit === "percent" && stated.written !== "") ||
  OF_SHARES.test(
    wordsBefore(stated)
      .split(/[，。；]/)
      .at(-1) ?? "",
  );
const OF_SHARES = /占|比[例重]/;

/** 和家事业单位: what may be left out is there, all but its number. */
function hasUnit({ text }: Found, { unit, place }: Slot): boolean {
  const isBare = (at: number): boolean => text.startsWith(unit, at) && !/\d/.test(text.charAt(at - 1));
  return unit !== "" && (isBare(place) || isBare(place - unit.length));
}

const lacks = (slots: readonly Slot[], quantity: Quantity, part: Part): boolean =>
  slots.some(({ node, numeral }) => node.kind === "figure" && node.quantity?.id === quantity.id && node.part === part && numeral === null);

export const spanIn = ({ line, start }: Found, from: number, to: number): Span => ({ line, start: start + from, end: start + to });
