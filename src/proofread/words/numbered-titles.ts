import { rightTitles } from "../../templates/family";
import { canon } from "../../text/canon";
import type { Ledger } from "../ledger";
import { spanText, type Span } from "../text/lines";

/** A table of the text: 表5, and its title. */
export interface TitleOver {
  readonly number: number;
  readonly numberAt: Span;
  readonly title: Span;
}

/**
 * Titles over the tables that no table of that number has, while the workbook or the contents have one that it has: what is wrong is
 * the title, or the number over it. Returns the numbers that were told.
 */
export function judgeTableTitles(ledger: Ledger, titles: readonly TitleOver[], listed: (number: number) => string): ReadonlySet<number> {
  const { recognised, called } = ledger.book;
  const told = new Set<number>();
  const numbers = titles.map(({ number }) => number);
  for (const { number, numberAt, title: at } of titles) {
    const said = spanText(at);
    const right = titlesWith(ledger, number);
    if (right.length === 0 || right.includes(said)) continue;
    const named = called === "工作簿" ? [...recognised.tables.values()].find((table) => table.number === number)?.title?.text : undefined;
    const wanted = [canon(named ?? ""), canon(listed(number))].find((one) => right.includes(one));
    if (wanted === undefined || canon(named ?? "") === said) continue;
    told.add(number);
    if (ledger.isFaulted(at)) continue;
    const other = recognised.template.tables.find((table) => table.number !== null && titlesWith(ledger, table.number).includes(said));
    const isNumber =
      typeof other?.number === "number" && numbers.filter((one) => one === number).length > 1 && !numbers.includes(other.number);
    ledger.fault({
      id: "B11",
      category: "name",
      severity: "warning",
      at: isNumber ? numberAt : at,
      message: isNumber
        ? `“${said}”是表${String(other.number)}，上面的表号写成了表${String(number)}。`
        : `表${String(number)}的表题写“${said}”，应是“${wanted}”${canon(listed(number)) === wanted ? "（目录也这样写）" : ""}。`,
      ...(isNumber ? { advice: "请改表号。" } : { expected: wanted, replaces: true as const }),
    });
  }
  return told;
}

/** Every title that is right for the table of that number. */
function titlesWith({ book: { recognised } }: Ledger, number: number): readonly string[] {
  const { template, organisationKind } = recognised;
  const table = template.tables.find((one) => one.number === number);
  return table ? rightTitles(template, table.spec, organisationKind).map(canon) : [];
}
