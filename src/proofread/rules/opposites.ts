import type { Fault, Ledger } from "../ledger";
import { spanText, type Line, type Span } from "../text/lines";
import { sentencesOf } from "./sentences";

const MOVED =
  /(?:较|比)?(?:上年|上一年|去年)?(?:度)?(?:预算)?(?:有所|相应|逐步|合理|大幅|略有|均|都)?(增加|减少|增长|下降|上升|降低|压减|压缩)/g;
const UP = /增|升/;
const DOWN = /减|降|压/;
/** What may stand before the noun without belonging to it. */
const LEAD =
  /^(?:（[^）]*）|其中|主要|变动|的?原因|[是为系：因由且但而及与和]|由于|因为|同时|以及|随着|使得?|导致|造成|引起|带来|相应|本年度?|今年|\d{4}年度?)+/;
/** Nouns that say too little for another one with the same end to be the same: 甲项目支出, 乙项目支出. */
const VAGUE = /(?:预算|经费|支出|收入|资金|金额|费用|项目)$/;
/** Two times, two directions. */
const TIMES = /上年|上一年|去年|以前|年初|年末|年底|年中|上半年|下半年/;
const SHORTEST = 4;

interface Move {
  readonly noun: string;
  readonly down: boolean;
  readonly at: Span;
}

/** 在职人员减少…在职人员增加 within one sentence: the same noun cannot do both. */
export function judgeOpposites(ledger: Ledger, lines: readonly Line[]): void {
  for (const line of lines) {
    if (line.kind === "row") continue;
    for (const { start, text } of sentencesOf(line)) {
      if (!UP.test(text) || !DOWN.test(text)) continue;
      const seen: Move[] = [];
      for (const move of movesIn(line, start, text)) {
        const before = seen.find((one) => one.down !== move.down && same(one.noun, move.noun));
        // Where one of the two is told to be the wrong way round, they contradict each other no more.
        if (before && !ledger.faults.some((one) => isTurned(one, before.at, move.at)))
          ledger.fault({
            id: "B09",
            category: "direction",
            severity: "warning",
            at: move.at,
            message: `同一句里前面说“${spanText(before.at)}”，这里又说“${spanText(move.at)}”。`,
            advice: "请核对是增加还是减少。",
          });
        seen.push(move);
      }
    }
  }
}

const isTurned = ({ id, at, expected = "" }: Fault, ...moves: readonly Span[]): boolean =>
  id === "B00" && expected !== "" && moves.some(({ line, start, end }) => at.line === line && at.start >= start && at.end <= end);

/** Nouns that move, clause by clause; 未增加 and 上年增加 say nothing of this year. */
function movesIn(line: Line, start: number, text: string): readonly Move[] {
  return [...text.matchAll(/[^，、]+/g)].flatMap((clause) => {
    let from = 0;
    return [...clause[0].matchAll(MOVED)].flatMap((match): Move[] => {
      const head = clause[0].slice(from, match.index);
      const noun = head.replace(LEAD, "");
      const at = start + clause.index + from + head.length - noun.length;
      from = match.index + match[0].length;
      if (
        noun.length < SHORTEST ||
        !/^\p{sc=Han}+$/u.test(noun) ||
        /(?:未|无|不|没有|不再)$/.test(noun) ||
        TIMES.test(clause[0].slice(0, from).replace(/[较比]上一?年/, ""))
      )
        return [];
      return [{ noun, down: DOWN.test(match[1] ?? ""), at: { line, start: at, end: start + clause.index + from } }];
    });
  });
}

function same(a: string, b: string): boolean {
  return a === b || (!VAGUE.test(a) && (a.endsWith(b) || b.endsWith(a)));
}
