import { formatAmount, GROUPED } from "../../amount/format";
import type { Ledger } from "../ledger";
import { figuresOf } from "../read/figures";
import type { Line } from "../text/lines";

const ITEM = /（(?:项|\d{2}项)）"?$/;
const ARRANGED = /(\d{4})年(?:度)?预算(?:安排|数|安排数)(?:为)?$/;

/** 某某（项）A万元，…本年预算安排B万元: the same item's amount said twice must be the same amount. */
export function judgeTwice(ledger: Ledger, lines: readonly Line[]): void {
  for (const line of lines) {
    if (line.kind === "row") continue;
    const amounts = figuresOf(line).filter(({ unit, value }) => unit === "amount" && value !== null);
    const first = amounts.find(({ span }) => ITEM.test(line.text.slice(0, span.start)));
    const again = amounts.filter(({ span }) => first && span.start > first.span.end && Number(ARRANGED.exec(line.text.slice(0, span.start))?.[1]) === ledger.book.year);
    for (const second of again) {
      if (!first?.value || !second.value) continue;
      if (first.value.equals(second.value)) {
        ledger.prove(first, "与后面的本年预算安排数一致");
        continue;
      }
      for (const stated of [first, second]) ledger.blame(stated);
      ledger.fault({
        id: "B05", category: "figure", severity: "error", at: second.digits,
        message: `同一个科目前面写${formatAmount(first.value, GROUPED)}万元，这里写${formatAmount(second.value, GROUPED)}万元，两处不一致。`,
        advice: "请对照公开表，两处改成一致。", left: first.value, right: second.value,
      });
    }
  }
}
