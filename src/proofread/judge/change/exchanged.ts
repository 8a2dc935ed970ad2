import type { CellRef } from "../../../amount/cell-ref";
import type { Exact } from "../../../amount/exact";
import { yearOnYear } from "../../../amount/ratio";
import { seeCells, shown, written, type Ledger } from "../../ledger";
import type { Stated } from "../../read/figures";
import { spanText } from "../../text/lines";
import { saying, wayOf, type ChangeFound, type StatedChange } from "./stated";

/** This year's figure that last year's, 增减额, 增减幅度 and direction all agree on; null where they do not agree. */
export function currentMeant(stated: StatedChange, prior: Exact): Exact | null {
  const [delta, rate] = [stated.delta?.value ?? null, stated.rate?.value ?? null];
  if (delta === null || rate === null) return null;
  const { direction, growth } = saying(stated);
  if (direction !== growth) return null;
  const meant = prior.plus(direction === "down" ? delta.negated() : delta);
  const right = yearOnYear(meant, prior);
  return right.rate.equals(rate) && !delta.isZero() ? meant : null;
}

/** The change vouches for another figure of this year than the one printed before it. */
export function blameCurrent(ledger: Ledger, what: string, stated: Stated, meant: Exact, because: string, cells: readonly CellRef[]): void {
  ledger.blame(stated);
  ledger.fault({
    id: "B-数",
    category: "figure",
    severity: "error",
    at: stated.digits,
    message: `${what}：说明写${spanText(stated.digits)}万元，按${because}应为${shown(meant)}万元${seeCells(cells)}。`,
    expected: written(ledger.book, meant, stated),
    replaces: true,
    left: stated.value,
    right: meant,
    cells,
  });
}

/** 9.66万元，比上年减少59.39万元，下降13.99%: with the two amounts in each other's place all of it would be true. */
export function isExchanged({ delta, rate, direction }: StatedChange, current: Exact, prior: Exact): boolean {
  const meant = delta?.value?.abs();
  if (!meant || !rate?.value || !direction || meant.equals(current)) return false;
  const right = yearOnYear(meant, prior);
  const isDown = wayOf(spanText(direction)) === "down";
  return right.change.abs().equals(current) && right.rate.equals(rate.value.abs()) && right.change.sign() < 0 === isDown;
}

/** Both are shown: neither is certain before somebody looks. */
export function tellExchanged(
  ledger: Ledger,
  what: string,
  stated: StatedChange,
  current: Stated,
  prior: Exact,
  cells: readonly CellRef[],
): ChangeFound {
  const [now, by] = [spanText(current.digits), stated.delta ? spanText(stated.delta.digits) : ""];
  ledger.blame(current);
  ledger.blame(stated.delta);
  ledger.fault({
    id: "B04",
    category: "change",
    severity: "error",
    at: current.span.line === stated.span.line ? { ...stated.span, start: current.span.start } : stated.span,
    message: `${what}：本年数${now}和增减额${by}像是写颠倒了：上年是${shown(prior)}万元${seeCells(cells)}，对调后增减额和幅度都对得上。`,
    advice: "请核对这两个数。",
    cells,
  });
  return { change: null, prior };
}

/** This year's figure, which the tables have, printed as 增减额, and what is printed for it fits the rate: the two are in each other's place. */
export function exchangedWith({ delta, rate, direction }: StatedChange, current: Exact, { value }: Stated): Exact | null {
  if (!value || !delta?.value || !rate?.value || !direction || value.equals(current) || !delta.value.abs().equals(current)) return null;
  const change = wayOf(spanText(direction)) === "down" ? value.negated() : value;
  return yearOnYear(current, current.minus(change)).rate.equals(rate.value.abs()) ? value : null;
}
