import type { Exact } from "../../amount/exact";
import { formatAmount, GROUPED } from "../../amount/format";
import type { Recognised } from "../../workbook/recognised";

/** Prints amounts in the workbook's own unit. */
export class Money {
  constructor(private readonly recognised: Pick<Recognised, "unit">) {}

  /** "1219.43": for machines. */
  plain(amount: Exact): string {
    const own = this.own(amount);
    return own.toFixed(Math.max(2, own.decimals()));
  }

  /** "1,219.43": for people. */
  shown(amount: Exact): string {
    const own = this.own(amount);
    return own.decimals() > 2 ? own.toString() : formatAmount(own, GROUPED);
  }

  private own(amount: Exact): Exact {
    return this.recognised.unit === "元" ? amount.shifted(4) : amount;
  }
}
