import { Exact } from "../../amount/exact";
import type { Ledger } from "../ledger";
import { figuresOf, type Stated } from "../read/figures";
import { numeralIn } from "../read/numerals";
import type { Span } from "../text/lines";

const NUMBER = "(?<![\\d,.])(\\d[\\d,]*(?:\\.\\d+)?)";
const PIECE = "(人次|批次|场次|季度|季|人|月|次|年|台|户|场|天|个|件|辆|期|套|条|处|名)";
const TOTAL = `[^。；\\d]{0,6}(?:共计|合计|小计|共需|共|计)${NUMBER}(万?元)`;
/** 0.15万元/月，缴纳12个月，共1.8万元 */
const PRICE_FIRST = new RegExp(`${NUMBER}(万?元)(?:/|每)${PIECE}[^。；\\d]{0,8}?${NUMBER}个?\\3${TOTAL}`, "g");
/** 3000人，人均0.02万元/人，共计60万元 */
const COUNT_FIRST = new RegExp(`${NUMBER}${PIECE}[^。；\\d]{0,20}?${NUMBER}(万?元)(?:/|每)\\2${TOTAL}`, "g");

/** A price, how many, and what they come to: three figures that prove each other, or of which one is wrong. */
export function judgeProducts(ledger: Ledger, span: Span): void {
  const text = span.line.text.slice(span.start, span.end);
  for (const match of text.matchAll(PRICE_FIRST)) {
    const [, price = "", unit = "", , count = "", total = "", of = ""] = match;
    judge(ledger, at(span, match), { price, unit, count, total, of });
  }
  for (const match of text.matchAll(COUNT_FIRST)) {
    const [, count = "", , price = "", unit = "", total = "", of = ""] = match;
    judge(ledger, at(span, match), { price, unit, count, total, of });
  }
}

const at = (span: Span, { index, 0: { length } }: RegExpExecArray): Span => ({
  line: span.line,
  start: span.start + index,
  end: span.start + index + length,
});

interface Product {
  readonly price: string;
  readonly unit: string;
  readonly count: string;
  readonly total: string;
  readonly of: string;
}

const valueOf = (digits: string): Exact => Exact.parse(digits.replace(/,/g, "")) ?? Exact.zero;
const inWan = (digits: string, unit: string): Exact => (unit === "元" ? valueOf(digits).shifted(-4) : valueOf(digits));

function judge(ledger: Ledger, place: Span, { price, unit, count, total, of }: Product): void {
  const [right, said] = [inWan(price, unit).times(valueOf(count)), inWan(total, of)];
  const figures = figuresIn(place);
  if (right.equals(said)) {
    for (const stated of figures) ledger.prove(stated, "单价乘以数量等于所写的合计");
    return;
  }
  // One of them is told already, by the indicators or by the sum of the parts.
  if (ledger.isFaulted(place)) return;
  ledger.fault({
    id: "B-七",
    category: "sum",
    severity: "warning",
    at: place,
    message: `${price}${unit}乘以${count}是${right.toString()}万元，这里写${total}${of}。`,
    formula: "单价 × 数量 = 合计",
    left: said,
    right,
    advice: "请核对单价、数量和合计。",
  });
}

/** Its figures, with money or whatever they count. */
function figuresIn({ line, start, end }: Span): readonly Stated[] {
  const money = figuresOf(line, start, end);
  const bare = [...line.text.slice(start, end).matchAll(/\d[\d,]*(?:\.\d+)?/g)].flatMap(({ index, 0: digits }) => {
    const from = start + index;
    return money.some(({ digits: known }) => known.start === from)
      ? []
      : (numeralIn({ line, start: from, end: from + digits.length }) ?? []);
  });
  return [...money, ...bare];
}
