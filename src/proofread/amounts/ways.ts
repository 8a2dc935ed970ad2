import type { Ledger } from "../ledger";
import { figuresOf, type Stated } from "../read/figures";
import type { Line, Span } from "../text/lines";
import { DOWN } from "./clause";

/** 增加5.00万元, or 增长3.10% where the rate stands first */
const OF_FIRST = /(增加|增长|上升|提高|减少|下降|降低|压[减缩]|[增减][收支])[了约]?$/;
/** …，下降3.10%; ，减幅为3.10%; 增长3.10%; ，减少5.00万元 behind the rate */
const OF_SECOND = /^[，、；（]?(?:同比)?(增长|上升|提高|增加|下降|减少|降低|压[减缩]|[增涨降减跌]幅)[率度]?[了为约达]?$/;

/**
 * 增加5.00万元，下降3.10%: the amount goes one way and its rate the other. Whatever it is of, both cannot be; which of the two is wrong
 * nobody can tell.
 */
export function judgeWays(ledger: Ledger, lines: readonly Line[]): void {
  for (const line of lines) {
    if (line.kind === "row") continue;
    const figures = figuresOf(line);
    figures.forEach((first, at) => {
      const second = figures[at + 1];
      const isPair = (one: Stated["unit"], other: Stated["unit"]): boolean =>
        second !== undefined && isMoved(first, one) && isMoved(second, other);
      // 增加5.00万元，增长3.10% · 增长3.10%，增加5.00万元
      if (second && (isPair("amount", "percent") || isPair("percent", "amount"))) judgePair(ledger, line, first, second);
    });
  }
}

const isMoved = ({ unit, value }: Stated, of: Stated["unit"]): boolean => unit === of && value?.isZero() === false;

function judgePair(ledger: Ledger, line: Line, one: Stated, other: Stated): void {
  const first = OF_FIRST.exec(line.text.slice(Math.max(0, one.span.start - 3), one.span.start))?.[1];
  const between = line.text.slice(one.span.end, other.span.start);
  // （+3.10%）, （-3.10%）
  const sign = between.startsWith("（") ? /^（([+-])/.exec(line.text.slice(one.span.end, other.span.end))?.[1] : undefined;
  const second = OF_SECOND.exec(between)?.[1] ?? (sign === undefined ? undefined : sign === "-" ? "降幅" : "增幅");
  if (first === undefined || second === undefined || DOWN.test(first) === DOWN.test(second)) return;
  const at: Span = { line, start: one.span.start - first.length, end: other.span.end };
  if (ledger.isFaulted(at)) return;
  for (const stated of [one, other]) ledger.blame(stated);
  ledger.fault({
    id: "B00",
    category: "direction",
    severity: "error",
    at,
    message: `前面写“${first}”，后面写“${sign ?? second}”，方向相反。`,
    advice: "请对照上年预算数，看是哪一个写反了。",
  });
}
