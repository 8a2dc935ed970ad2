import { formatAmount, formatPercent, GROUPED } from "../../amount/format";
import { share } from "../../amount/ratio";
import type { Ledger } from "../ledger";
import { figuresOf, printedPlaces, type Stated } from "../read/figures";
import { spanText, type Line } from "../text/lines";

/** B万元，完成全年预算A万元的R%; 预算为A万元，决算为B万元，完成预算的R%. */
const OF_TOLD = /^，(?:完成|为|占)(?:年初|全年|调整)?预算(?:数)?的$/;
const OF_NEXT = /^，(?:完成|为|占)(?:年初|全年|调整)?预算(?:数)?$/;
const BUDGET = /预算(?:数)?(?:安排)?为?$/;
const SPENT = /(?:决算|支出|执行)(?:数)?(?:为|共)?$/;
/** Offices cut the decimals off as well as rounding them. */
const SLACK = 1.5;

/** How much of its budget was carried out: the two amounts tell the rate. */
export function judgeCarriedOut(ledger: Ledger, lines: readonly Line[]): void {
  for (const line of lines) {
    if (line.kind === "row" || !line.text.includes("预算")) continue;
    const figures = figuresOf(line);
    figures.forEach((rate, at) => {
      const [first, second] = [figures[at - 2], figures[at - 1]];
      if (rate.unit !== "percent" || first?.unit !== "amount" || second?.unit !== "amount") return;
      const between = (one: Stated, next: Stated): string => line.text.slice(one.span.end, next.span.start);
      const before = (one: Stated): string => line.text.slice(Math.max(0, one.span.start - 12), one.span.start);
      if (OF_NEXT.test(between(first, second)) && between(second, rate) === "的") judge(ledger, first, second, rate);
      else if (OF_TOLD.test(between(second, rate)) && BUDGET.test(before(first)) && SPENT.test(before(second)))
        judge(ledger, second, first, rate);
    });
  }
}

function judge(ledger: Ledger, spent: Stated, budget: Stated, rate: Stated): void {
  if (!spent.value || !budget.value || !rate.value || budget.value.isZero()) return;
  const right = share(spent.value, budget.value);
  const start = Math.min(spent.span.start, budget.span.start);
  const at = { ...rate.span, start };
  if (!right || ledger.isFaulted(at)) return;
  const places = printedPlaces(spanText(rate.digits));
  const working = `${formatAmount(spent.value, GROUPED)} ÷ ${formatAmount(budget.value, GROUPED)} = ${formatPercent(right, GROUPED)}`;
  if (right.minus(rate.value).abs().toNumber() <= SLACK * 10 ** -Math.min(2, places)) {
    ledger.prove(rate, working);
    return;
  }
  ledger.blame(rate);
  ledger.fault({
    id: "B-占",
    category: "share",
    severity: "warning",
    at,
    message: `完成预算的比例：${working}，这里写${spanText(rate.span)}。`,
    left: rate.value,
    right,
    advice: "请核对这三个数，看是哪一个写错了。",
  });
}
