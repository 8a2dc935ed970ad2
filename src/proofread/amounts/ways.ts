import type { Ledger } from "../ledger";
import { figuresOf, type Stated } from "../read/figures";
import type { Line, Span } from "../text/lines";
import { DOWN } from "./clause";

/** 增加5.00万元 */
const OF_AMOUNT = /(增加|增长|上升|提高|减少|下降|降低|压[减缩]|[增减][收支])[了约]?$/;
/** …，下降3.10%; ，减幅为3.10%; 增长3.10% */
const OF_RATE = /^[，、；（]?(?:同比)?(增长|上升|提高|增加|下降|减少|降低|压[减缩]|[增涨降减跌]幅)[率度]?[了为约达]?$/;

/**
 * 增加5.00万元，下降3.10%: the amount goes one way and its rate the other. Whatever it is of, both cannot be; which of the two is wrong
 * nobody can tell.
 */
export function judgeWays(ledger: Ledger, lines: readonly Line[]): void {
  for (const line of lines) {
    if (line.kind === "row") continue;
    const figures = figuresOf(line);
    figures.forEach((delta, at) => {
      const rate = figures[at + 1];
      if (rate && isMoved(delta, "amount") && isMoved(rate, "percent")) judgePair(ledger, line, delta, rate);
    });
  }
}

const isMoved = ({ unit, value }: Stated, of: Stated["unit"]): boolean => unit === of && value?.isZero() === false;

function judgePair(ledger: Ledger, line: Line, delta: Stated, rate: Stated): void {
  const first = OF_AMOUNT.exec(line.text.slice(Math.max(0, delta.span.start - 3), delta.span.start))?.[1];
  const between = line.text.slice(delta.span.end, rate.span.start);
  // （+3.10%）, （-3.10%）
  const sign = between.startsWith("（") ? /^（([+-])/.exec(line.text.slice(delta.span.end, rate.span.end))?.[1] : undefined;
  const second = OF_RATE.exec(between)?.[1] ?? (sign === undefined ? undefined : sign === "-" ? "降幅" : "增幅");
  if (first === undefined || second === undefined || DOWN.test(first) === DOWN.test(second)) return;
  const at: Span = { line, start: delta.span.start - first.length, end: rate.span.end };
  if (ledger.isFaulted(at)) return;
  for (const stated of [delta, rate]) ledger.blame(stated);
  ledger.fault({
    id: "B00",
    category: "direction",
    severity: "error",
    at,
    message: `前面写“${first}”，后面写“${sign ?? second}”，方向相反。`,
    advice: "请对照上年预算数，看是哪一个写反了。",
  });
}
