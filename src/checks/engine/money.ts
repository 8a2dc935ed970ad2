import type { Exact } from "../../amount/exact";
import { writtenIn, type Unit, type Wan } from "../../amount/unit";
import { formatAmount, GROUPED } from "../../amount/format";
import type { Recognised, Table } from "../../workbook/recognised";

/** Prints amounts: for machines in the workbook's own unit, for people as the tables that are spoken of print them. */
export class Money {
  /**
   * @param said the unit of what people read.
   * @param isNamed whether that unit is said, because it is not the whole workbook's.
   */
  constructor(
    private readonly recognised: Pick<Recognised, "unit">,
    private readonly said: Unit = recognised.unit,
    private readonly isNamed = false,
  ) {}

  /** For words about these tables: in their unit; where they differ, in the workbook's. Said where not all tables have it. */
  about(tables: Iterable<Pick<Table, "facts">>): Money {
    const units = new Set(Array.from(tables, ({ facts }) => facts.unit));
    const own = this.recognised.unit;
    const [first = own] = units;
    return units.size === 1 && first === own ? this : new Money(this.recognised, units.size === 1 ? first : own, true);
  }

  /** "1219.43": for machines. */
  plain(amount: Exact<Wan>): string {
    const own = writtenIn(amount, this.recognised.unit);
    return own.toFixed(Math.max(2, own.decimals()));
  }

  /** "1,219.43": for people. */
  shown(amount: Exact<Wan>): string {
    const said = writtenIn(amount, this.said);
    return `${said.decimals() > 2 ? said.toString() : formatAmount(said, GROUPED)}${this.isNamed ? this.said : ""}`;
  }
}
