import { Exact } from "../../amount/exact";
import { formatAmount, GROUPED } from "../../amount/format";
import type { Ledger } from "../ledger";
import { figuresOf, type Stated } from "../read/figures";
import type { Line } from "../text/lines";

/**
 * 总预算1410.00万元，其中甲340.00万元，…，合计1410.00万元: an amount that is what the amounts behind it add up to proves them,
 * whatever they are of. Nothing is blamed: amounts that stand side by side need not be parts of one whole.
 */
export function readEnumerated(ledger: Ledger, lines: readonly Line[]): void {
  for (const line of lines) {
    const amounts = figuresOf(line).filter(({ unit, value }) => unit === "amount" && value !== null && !value.isZero());
    amounts.forEach((whole, at) => {
      const parts = partsOf(whole, amounts.slice(at + 1));
      if (!parts || [whole, ...parts].every((stated) => ledger.standing(stated)?.kind === "proved")) return;
      const again = amounts[at + 1 + parts.length];
      const all = again?.value?.equals(whole.value ?? Exact.zero) === true ? [whole, ...parts, again] : [whole, ...parts];
      for (const stated of all)
        if (ledger.standing(stated)?.kind !== "faulty")
          ledger.prove(
            stated,
            `本段${parts.map(({ value }) => (value ? formatAmount(value, GROUPED) : "")).join(" + ")} = ${whole.value ? formatAmount(whole.value, GROUPED) : ""}`,
          );
    });
  }
}

/** The amounts right behind it that add up to it, two at least. */
function partsOf({ value: whole }: Stated, rest: readonly Stated[]): readonly Stated[] | null {
  let sum: Exact = Exact.zero;
  for (let count = 0; count < rest.length; count += 1) {
    const value = rest[count]?.value;
    if (!whole || !value) return null;
    sum = sum.plus(value);
    const order = sum.compare(whole);
    if (order > 0) return null;
    if (order === 0) return count > 0 ? rest.slice(0, count + 1) : null;
  }
  return null;
}
