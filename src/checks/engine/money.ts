import type { Exact } from "../../amount/exact";
import { writtenIn, type Wan } from "../../amount/unit";
import { formatAmount, GROUPED } from "../../amount/format";
import type { Recognised } from "../../workbook/recognised";

/** Prints amounts in the workbook's own unit. */
export class Money {
  constructor(private readonly recognised: Pick<Recognised, "unit">) {}

  /** "1219.43": for machines. */
  plain(amount: Exact<Wan>): string {
    const own = this.own(amount);
    return own.toFixed(Math.max(2, own.decimals()));
  }

  /** "1,219.43": for people. */
  shown(amount: Exact<Wan>): string {
    const own = this.own(amount);
    return own.decimals() > 2 ? own.toString() : formatAmount(own, GROUPED);
  }

  private own(amount: Exact<Wan>): Exact {
    return writtenIn(amount, this.recognised.unit);
  }
}
