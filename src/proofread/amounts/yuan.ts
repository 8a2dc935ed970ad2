import type { Ledger } from "../ledger";
import type { Stated } from "../read/figures";
import { spanText } from "../text/lines";

/** Amounts of a document are in 万元 throughout: one in 元 that is, in 万元, what the tables have, or that stands where a budget is told. */
export function judgeYuan(ledger: Ledger, figures: readonly Stated[], index: ReadonlyMap<string, unknown>): void {
  const amounts = figures.filter(({ unit }) => unit === "amount");
  const inYuan = amounts.filter(({ written }) => written === "元");
  if (amounts.length < LEAST || inYuan.length * LEAST > amounts.length) return;
  for (const stated of inYuan) {
    if (!stated.value || ledger.isFaulted(stated.span)) continue;
    const { line, start } = stated.span;
    const meant = stated.value.shifted(4);
    if (!index.has(meant.toString()) && !(meant.decimals() > 0 && BUDGETED.test(line.text.slice(0, start)))) continue;
    ledger.blame(stated);
    ledger.fault({
      id: "B06",
      category: "wording",
      severity: "warning",
      at: { ...stated.span, start: stated.digits.end },
      message: `全文的金额都是万元，这里写${spanText(stated.span)}，请看是不是“万元”漏了“万”。`,
      advice: "请核对计量单位。",
    });
  }
}
const LEAST = 6;
const BUDGETED = /(?:预算|支出|收入|拨款|安排|经费|费|增加|减少|资金|总额|金额|规模)(?:数|额)?(?:为|共)?$/;
