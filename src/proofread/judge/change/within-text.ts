import type { CellRef } from "../../../amount/cell-ref";
import { Exact } from "../../../amount/exact";
import { formatPercent, GROUPED } from "../../../amount/format";
import { shown, type Ledger } from "../../ledger";
import type { Stated } from "../../read/figures";
import { spanText } from "../../text/lines";
import { judgeDirections } from "./directions";
import { judgePart } from "./part";
import { mayBeSlip, reconcile, signed } from "./reconcile";
import { isChoice, saying, wordAt, type ChangeFound, type StatedChange } from "./stated";

/** A change by its own arithmetic: last year's figure is reckoned back from this year's, 增减额 and 增减幅度. */
export function withinText(
  ledger: Ledger,
  id: string,
  what: string,
  stated: StatedChange,
  current: Exact | null,
  unsure: Stated | null,
  cells: readonly CellRef[],
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
      moreThanAll(ledger, what, stated, delta, current, cells);
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
  const working = `上年 = ${shown(found.prior)}，${found.prior.isZero() ? "上年为0按100%计" : `${shown(found.change.abs())} ÷ ${shown(found.prior)} = ${formatPercent(found.rate, GROUPED)}`}`;
  if (found.fault === null) {
    ledger.prove(delta, `由说明推出${working}`);
    ledger.prove(rate, `由说明推出${working}`);
    judgeDirections(ledger, what, stated, found.change.sign() < 0, `由说明推出${working}`, [], found.change.isZero());
    ledger.derived.set(`prior:${id}`, { value: found.prior, at: stated.span, delta, change: found.change });
    return found;
  }
  // Without a table that vouches for the amount, any of the three may be the one at fault.
  const sure = unsure === null || (!ledger.freely && !mayBeSlip(spanText(unsure.digits), size, rate.value, found.change.sign() < 0));
  if (found.fault === "rate" && sure) judgePart(ledger, rate, found.rate, "增减幅度", `${what}：由说明推出${working}`, "推算", cells);
  else if (found.fault === "delta" && sure)
    judgePart(ledger, delta, found.change.abs(), "增减额", `${what}：按增减幅度推算，${working}`, "推算", cells);
  else {
    ledger.blame(delta);
    ledger.blame(rate);
    ledger.fault({
      id: "B04",
      category: "change",
      severity: "error",
      at: unsure && unsure.span.line === stated.span.line ? { ...stated.span, start: unsure.span.start } : stated.span,
      message: `${what}：增减额和增减幅度对不上。本年${shown(current)}、${spanText(stated.span)}，${working}，而说明写${formatPercent(rate.value, GROUPED)}。`,
      formula: working,
      advice: "请对照上年预算数，看是增减额还是幅度写错了。",
      left: rate.value,
      right: found.rate,
      cells,
    });
  }
  return { change: found.change, prior: null };
}

/** 本年5万元，比上年增加8万元: there cannot have been less than nothing. */
function moreThanAll(ledger: Ledger, what: string, stated: StatedChange, delta: Stated, current: Exact, cells: readonly CellRef[]): void {
  const size = delta.value ?? Exact.zero;
  ledger.blame(delta);
  ledger.fault({
    id: "B04",
    category: "change",
    severity: "error",
    at: stated.span,
    message: `${what}：本年${shown(current)}，却比上年增加${shown(size)}，增加的比本年的还多。`,
    advice: "请对照上年预算数，看是本年数、增减额还是方向写错了。",
    left: size,
    right: current,
    cells,
  });
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
