import { Exact } from "../../amount/exact";
import { inWan } from "../../amount/unit";
import type { Recognised } from "../../workbook/recognised";
import { Money } from "../engine/money";
import type { Suspect } from "../report";

/** Suspects with their figures as the cells print them, where a table is in another unit than the workbook. */
export function asPrinted(suspects: readonly Suspect[], recognised: Recognised): readonly Suspect[] {
  const others = [...recognised.tables.values()].filter(({ facts }) => facts.unit !== recognised.unit);
  return suspects.map((suspect) => {
    const { sheet, row, value, expected, kind } = suspect;
    const table = others.find((one) => one.sheet.name === sheet && row >= one.area.top && row <= one.area.bottom);
    if (!table || kind === "code") return suspect;
    const money = new Money(recognised).about([table]);
    const said = (plain: string): string => {
      const amount = Exact.parse(plain);
      return amount ? money.shown(inWan(amount, recognised.unit)) : plain;
    };
    return { ...suspect, printed: { value: said(value), expected: expected === null ? null : said(expected) } };
  });
}
