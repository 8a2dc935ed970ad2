import type { Exact } from "../../amount/exact";
import { formatAmount, GROUPED } from "../../amount/format";
import { oneSlip } from "../../text/edits";
import { figuresOf, type Stated } from "../read/figures";
import { spanText, type Line, type Span } from "../text/lines";

/** An amount that something changed by. */
export interface Moved {
  readonly stated: Stated;
  readonly change: Exact;
  /** From the word for its direction on. */
  readonly at: Span;
}

const WAY = /(?:(增加|增长|上升|提高|增[收支])|(减少|下降|降低|压减|减[收支]))(?:了|约)?$/;
/** A person's own words on why, up to the end of what they explain. */
const OWN = /(?:主要)?原因|主要[是系]|一是|因为|由于/;
const ENDS = /[；。](?![二三四五]是)/;

/** What a line says that something changed by, but for what stands in a reason. */
export const movedIn = (line: Line): readonly Moved[] => allMovedIn(line).filter(({ at }) => !isOwn(line.text.slice(0, at.start)));

/** What a line says that something changed by, in reasons as well. */
export function allMovedIn(line: Line): readonly Moved[] {
  return figuresOf(line).flatMap((stated): Moved[] => {
    const before = line.text.slice(0, stated.span.start);
    const way = WAY.exec(before.slice(-LONGEST));
    if (!way || stated.unit !== "amount" || !stated.value) return [];
    const change = way[2] === undefined ? stated.value.abs() : stated.value.abs().negated();
    return [{ stated, change, at: { ...stated.span, start: stated.span.start - way[0].length } }];
  });
}
const LONGEST = 4;
const FARTHEST = 400;

/** Whether what follows is part of a reason. */
function isOwn(before: string): boolean {
  const near = before.slice(-FARTHEST);
  const last = near.split(ENDS).at(-1) ?? "";
  return OWN.test(last);
}

/** 增加5.00万元, as messages tell it. */
export const show = (value: Exact): string => `${value.sign() < 0 ? "减少" : "增加"}${formatAmount(value.abs(), GROUPED)}万元`;

/** A keystroke, or a direction turned round, from what it ought to be. */
export const isSlip = ({ stated, change }: Moved, right: Exact): boolean =>
  right.negated().equals(change) ||
  (right.sign() === change.sign() && oneSlip(spanText(stated.digits), right.abs().toFixed(2))) ||
  (right.sign() === change.sign() && oneSlip(spanText(stated.digits).replace(/,/g, ""), right.abs().toString()));
