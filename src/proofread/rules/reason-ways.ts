import type { Ledger } from "../ledger";
import { contradicts } from "../judge/reasons";
import { figuresOf } from "../read/figures";
import type { Line } from "../text/lines";

/** 增加的主要原因是 at the beginning of what explains the change said right before. */
const REASON = /(?<=[。；，])(增加|增长|上升|减少|下降|降低)的?(?:主要)?原因/g;
const MOVE = /(增加|增长|上升)|(?:减少|下降|降低)/g;

/** 比上年减少0.50万元，下降20.00%。增加的主要原因是…: what it explains is not what is said. Which of the two is wrong nobody can tell. */
export function judgeReasonWays(ledger: Ledger, lines: readonly Line[]): void {
  for (const line of lines) {
    if (line.kind === "row") continue;
    for (const match of line.text.matchAll(REASON)) {
      const before = line.text.slice(Math.max(0, match.index - FARTHEST), match.index);
      const up = directionOf(match[1] ?? "");
      // 甲增加…，增加的原因…；乙减少…，减少的原因…: each explains what its own part says.
      const own = before.lastIndexOf("；") + 1;
      const within = own > 0 ? lastMoves(line, match.index - before.length + own, match.index) : [];
      const last = within.length > 0 ? within : lastMoves(line, match.index - before.length, match.index);
      if (last.length === 0 || last.some((one) => one === up)) continue;
      const at = { line, start: match.index, end: match.index + (match[1] ?? "").length };
      if (ledger.isFaulted(at)) continue;
      ledger.fault({
        id: "B09",
        category: "direction",
        severity: "warning",
        at,
        message: `前面说的是${last[0] === true ? "增加" : "减少"}，这里说的是“${match[1] ?? ""}”的原因。`,
        advice: "请看是方向写反了，还是原因抄了别处的。",
      });
    }
  }
}

/**
 * 增加21.26%。主要原因是：厉行节约，压减支出; 增加2.00万元（+1.56%），增减变化的主要原因是…: a change as no pattern reads it, and right behind it
 * a reason that goes the other way.
 */
const EXPLAINED =
  /(增加|增长|上升|减少|下降|降低|[增涨降减跌]幅(?:为)?)(\d[\d,]{0,14}(?:\.\d{1,6})?(?:%|万元|元))(?:（[+-]?\d{1,6}(?:\.\d{1,4})?%）|）)?[，。；](?:(?:增减|变动|变化|增加|减少|增长|下降|上升|降低){0,2}的?(?:主要原因(?:是|为)?|原因(?:主要)?(?:是|为|：))|主要(?:是|为))：?([^。；]{2,200})/g;

/** 车辆老旧，我镇将压缩开支: what is meant to be done explains nothing. */
const INTENDED = /(?:将|力争|今后|下一步)[^，。；]*/g;

export function judgeReasonsOfChanges(ledger: Ledger, lines: readonly Line[]): void {
  for (const line of lines) {
    if (line.kind === "row") continue;
    for (const match of line.text.matchAll(EXPLAINED)) {
      const [all, way = "", size = "", told = ""] = match;
      const reason = told.replace(INTENDED, (words) => "　".repeat(words.length));
      const against = contradicts(reason, directionOf(way))?.exec(reason);
      const said = { line, start: match.index, end: match.index + way.length };
      if (!against || Number.parseFloat(size) === 0 || ledger.isFaulted(said)) continue;
      const start = match.index + all.length - reason.length + against.index;
      const at = { line, start, end: start + against[0].length };
      // What its amount says of it was told already.
      if (ledger.faults.some(({ id, at: there }) => id === "B09" && there.line === line && there.start < at.end && there.end > at.start))
        continue;
      ledger.fault({
        id: "B09",
        category: "direction",
        severity: "warning",
        at,
        message: `前面说的是“${way}${size}”，理由却只说“${against[0]}”。`,
        advice: "请核对数字和原因，改成一致。",
      });
    }
  }
}

const FARTHEST = 120;
const directionOf = (words: string): boolean => /[增升涨]/.test(words);

/** The directions of the changes that the stretch tells with a figure. */
function lastMoves(line: Line, from: number, to: number): readonly boolean[] {
  return figuresOf(line, from, to).flatMap(({ span }) => {
    const word = [...line.text.slice(Math.max(from, span.start - 4), span.start).matchAll(MOVE)].at(-1)?.[0];
    return word === undefined ? [] : [directionOf(word)];
  });
}
