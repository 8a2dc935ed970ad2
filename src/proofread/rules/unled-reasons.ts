import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";
import { sentenceBefore } from "../text/sentence";

/** A sentence that begins with the reason of a change. */
const REASON = /(?:^|。)(?:(?:其|增减)?(?:变动|变化|增加|减少|增长|下降)的?)?主要原因(?:是|为|：)/g;
/** That something changed, or did not, or is not there at all. */
const CHANGE = /[增减升降变调]|持平|相同|一致|相等|不变|差异|没有|未|无|新|原因/;

/** 支出预算80.00万元。主要原因是人员增加。 — the sentence before says nothing that could have a reason: what changed is left out. */
export function judgeUnledReasons(ledger: Ledger, lines: readonly Line[]): void {
  lines.forEach((line, at) => {
    if (line.kind === "row" || !line.text.includes("主要原因")) return;
    for (const { index, 0: words } of line.text.matchAll(REASON)) {
      const before = line.text.slice(0, index);
      const last = before === "" ? lastOf(lines[at - 1]) : sentenceBefore(before);
      if (last === null || CHANGE.test(last) || (before !== "" && !FIGURE.test(last))) continue;
      const start = index + (words.startsWith("。") ? 1 : 0);
      if (ledger.isLacking(line.index - 1, line.index)) continue;
      ledger.lacks(line, {
        at: start,
        severity: "info",
        message: "这里说主要原因，前面没有说比上年增减多少。",
        advice: "请看是不是漏了一句。",
      });
    }
  });
}

const FIGURE = /\d(?:亿|万)?元/;
const lastOf = (line: Line | undefined): string | null =>
  line === undefined || line.kind === "row" || !line.text.endsWith("。") ? null : sentenceBefore(line.text.slice(0, -1));
