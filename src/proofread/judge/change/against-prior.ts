import type { CellRef } from "../../../amount/cell-ref";
import { Exact } from "../../../amount/exact";
import { formatPercent, GROUPED } from "../../../amount/format";
import { rateFits } from "../../../amount/rate-fits";
import { yearOnYear } from "../../../amount/ratio";
import { seeCells, shown, type Ledger } from "../../ledger";
import { printedPlaces } from "../../read/figures";
import { spanText } from "../../text/lines";
import { judgeDirections } from "./directions";
import { judgePart } from "./part";
import type { ChangeFound, StatedChange } from "./stated";

/** A change against last year's figure, which the workbook has. */
export function againstPrior(
  ledger: Ledger,
  what: string,
  stated: StatedChange,
  current: Exact,
  prior: Exact,
  cells: readonly CellRef[],
): ChangeFound {
  const { change, rate } = yearOnYear(current, prior);
  const working = `${shown(current)} − 上年${shown(prior)} = ${shown(change)}`;
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
  judgePart(ledger, stated.delta, change.abs(), "增减额", `${what}：${working}`, by, cells);
  const base = prior.isZero()
    ? change.isZero()
      ? "上年、本年都为0"
      : "上年为0，按100%计"
    : `${shown(change.abs())} ÷ ${shown(prior.abs())} = ${formatPercent(rate, GROUPED)}`;
  const rounded =
    ledger.freely && stated.rate?.value && rateFits(current, prior, stated.rate.value, printedPlaces(spanText(stated.rate.digits)));
  if (rounded) ledger.prove(stated.rate, `${by}，${what}：${base}`);
  else judgePart(ledger, stated.rate, rate, "增减幅度", `${what}：${base}`, by, cells);
  judgeDirections(ledger, what, stated, change.sign() < 0, working, cells, change.isZero());
  return { change, prior };
}

const sentence = (change: Exact, rate: Exact): string =>
  `${change.sign() < 0 ? "减少" : "增加"}${shown(change.abs())}万元，${change.sign() < 0 ? "下降" : "增长"}${formatPercent(rate, GROUPED)}`;
