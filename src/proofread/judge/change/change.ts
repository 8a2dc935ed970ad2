import type { Exact } from "../../../amount/exact";
import type { Comparison } from "../../../narrative/comparison";
import { shown, type Ledger } from "../../ledger";
import type { Stated } from "../../read/figures";
import { spanText } from "../../text/lines";
import { againstPrior } from "./against-prior";
import { blameCurrent, currentMeant, exchangedWith, isExchanged, tellExchanged } from "./exchanged";
import { judgePart } from "./part";
import type { ChangeFound, StatedChange } from "./stated";
import { withinText } from "./within-text";

/** Last year's figure, and this year's where its cells are to be shown beside. */
export type Compared = Pick<Comparison, "prior"> & Partial<Pick<Comparison, "current">>;

/**
 * 增减额, 增减率 and both directions (docs/rules.md B00–B04): against last year's figure where the workbook has it, else
 * against each other and the current figure.
 *
 * @param current this year's figure to reckon with, 万元.
 * @param printed the figure of the text, whatever it ought to be.
 * @param unsure the figure of the text that `current` is, where no table vouches for it: it may be the one at fault.
 */
export function judgeChange(
  ledger: Ledger,
  id: string,
  what: string,
  stated: StatedChange,
  current: Exact | null,
  comparison: Compared | null,
  unsure: Stated | null = null,
  printed: Stated | null = unsure,
): ChangeFound {
  const prior = comparison?.prior.known ? comparison.prior : null;
  const meant = prior && unsure ? currentMeant(stated, prior.value) : null;
  if (prior && unsure && meant && current && !meant.equals(current)) {
    blameCurrent(ledger, what, unsure, meant, `上年${shown(prior.value)}，${spanText(stated.span)}`, prior.cells);
    return againstPrior(ledger, what, stated, meant, prior.value, prior.cells);
  }
  if (prior && unsure && current && isExchanged(stated, current, prior.value))
    return tellExchanged(ledger, what, stated, unsure, prior.value, prior.cells);
  const now = comparison?.current;
  const own = now?.known && current && now.value.equals(current) ? now.cells : [];
  if (prior && current) return againstPrior(ledger, what, stated, current, prior.value, [...own, ...prior.cells]);
  const turned = current && printed ? exchangedWith(stated, current, printed) : null;
  if (turned) judgePart(ledger, stated.delta, turned, "增减额", `${what}：与本年数写颠倒了`, "推算", own);
  return withinText(
    ledger,
    id,
    what,
    turned && stated.delta ? { ...stated, delta: { ...stated.delta, value: turned } } : stated,
    current,
    unsure,
    own,
  );
}
