import { formatAmount, GROUPED } from "../../amount/format";
import type { Ledger } from "../ledger";
import { figuresOf, type Stated } from "../read/figures";
import type { Line } from "../text/lines";

const ITEM = /（(?:项|\d{2}项)）"?$/;
const ARRANGED = /(?:(\d{4})年|本年)(?:度)?预算(?:安排|数|安排数)?(?:为)?$/;

/** The same amount said twice must be the same amount: of one item in its paragraph, of the whole organisation anywhere. */
export function judgeTwice(ledger: Ledger, lines: readonly Line[]): void {
  const totals = new Map<string, Stated>();
  for (const line of lines) {
    if (line.kind === "row") continue;
    const amounts = figuresOf(line).filter(({ unit, value }) => unit === "amount" && value !== null);
    ofItem(ledger, line, amounts);
    for (const stated of amounts) {
      const key = totalSaid(ledger, line, stated);
      const first = key === null ? undefined : totals.get(key);
      if (first) compare(ledger, first, stated, "同一个数");
      else if (key !== null) totals.set(key, stated);
    }
  }
}

/** 某某（项）A万元，…本年预算安排B万元. */
function ofItem(ledger: Ledger, line: Line, amounts: readonly Stated[]): void {
  const first = amounts.find(({ span }) => ITEM.test(line.text.slice(0, span.start)));
  const { year } = ledger.book;
  for (const second of amounts) {
    const arranged = first && second.span.start > first.span.end ? ARRANGED.exec(line.text.slice(0, second.span.start)) : null;
    if (!first || !arranged || (arranged[1] !== undefined && Number(arranged[1]) !== year)) continue;
    if (first.value?.equals(second.value ?? first.value) === true) ledger.prove(first, "与后面的本年预算安排数一致");
    compare(ledger, first, second, "同一个科目");
  }
}

/** What there is but one of in an organisation's budget of a year. */
const TOTALS =
  '收支总预算|收入总预算|支出总预算|"?三公"?经费|机关运行经费|政府采购|公务接待费|因公出国（境）费用?|公务用车购置费|公务用车运行(?:维护)?费';
const TOTAL = new RegExp(
  `(?:^|[。；，：])(?:(?:\\d{4}年|本年)(?:度)?，?)?(?:(?:本|我)(?:部门|单位|局|委|办)|(\\p{sc=Han}{4,30}?)(\\d{4})年)?(?:财政拨款|预算|安排|预算安排){0,2}(${TOTALS})(?:财政拨款)?(?:支出)?预算(?:安排|总额|总计|合计|数|支出|收入)?(?:为|共|共计|总计)?$`,
  "u",
);

/** The name of such a total, with the organisation and the year it is said of; null for any other amount. */
function totalSaid(ledger: Ledger, line: Line, { span }: Stated): string | null {
  const before = line.text.slice(Math.max(0, span.start - LONGEST), span.start);
  const match = TOTAL.exec(before);
  if (!match) return null;
  const said = [...match[0].matchAll(/(\d{4})年/g)].map((one) => Number(one[1]));
  const year = said[0] ?? ledger.book.year;
  return `${match[1] ?? ""}|${String(year)}|${(match[3] ?? "").replace(/"/g, "")}`;
}

const LONGEST = 60;

function compare(ledger: Ledger, first: Stated, second: Stated, what: string): void {
  if (!first.value || !second.value) return;
  if (first.value.equals(second.value)) return;
  // Held against the table, one of them is said to be wrong already.
  if ([first, second].some(({ span }) => ledger.isFaulted(span))) return;
  for (const stated of [first, second]) ledger.blame(stated);
  ledger.fault({
    id: "B05",
    category: "figure",
    severity: "error",
    at: second.digits,
    message: `${what}前面写${formatAmount(first.value, GROUPED)}万元，这里写${formatAmount(second.value, GROUPED)}万元，两处不一致。`,
    advice: "请对照公开表，两处改成一致。",
    left: first.value,
    right: second.value,
  });
}
