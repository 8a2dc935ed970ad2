import type { Ledger } from "../ledger";
import { spanText, type Line } from "../text/lines";
import { sentencesOf } from "./sentences";

const MOVED = /(\p{sc=Han}{2,8}?)(?:较|比)?(?:上年|上一年|去年)?(?:度|预算)?(?:有所|相应|逐步|合理)?(增加|减少|增长|下降|上升|降低)/gu;
const DOWN = /减少|下降|降低/;
/** Nouns that say nothing of what moves. */
const VAGUE = /(?:预算|经费|支出|收入|资金|金额|费用|项目|原因是?|主要|相应|同时|数)$/;
const LENGTH = 4;

/** 人员减少…人员增加 within one sentence: the same noun cannot do both. */
export function judgeOpposites(ledger: Ledger, lines: readonly Line[]): void {
  for (const line of lines) {
    if (line.kind === "row") continue;
    for (const { start, text } of sentencesOf(line)) {
      const seen = new Map<string, { down: boolean; at: number; said: string }>();
      for (const clause of text.matchAll(/[^，、]+/g)) {
        for (const match of clause[0].matchAll(MOVED)) {
          const noun = match[1] ?? "";
          if (noun.length < 2 || VAGUE.test(noun) || /上年|去年|以前/.test(noun)) continue;
          const key = noun.slice(-LENGTH);
          const down = DOWN.test(match[2] ?? "");
          const before = seen.get(key);
          const at = start + clause.index + match.index;
          if (before && before.down !== down && noun.length >= LENGTH)
            ledger.fault({
              id: "B09", category: "direction", severity: "warning", at: { line, start: at, end: at + match[0].length },
              message: `同一句里前面说“${before.said}”，这里又说“${spanText({ line, start: at, end: at + match[0].length })}”。`, advice: "请核对是增加还是减少。",
            });
          seen.set(key, { down, at, said: match[0] });
        }
      }
    }
  }
}
