import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";

const COMPARED = /(?:比|较|与|同)(\d{4})年(?:度)?(?:年初)?(?=预算|执行|决算|当年|相比|持平|(?:有所)?(?:增|减|下降|上升))/g;

/** A year compared with itself: 比2026年预算 in the budget of 2026; and with one that is not the last. */
export function judgeComparedYears(ledger: Ledger, lines: readonly Line[]): void {
  const { year } = ledger.book;
  if (year === null) return;
  for (const line of lines) {
    if (line.kind === "row") continue;
    for (const match of line.text.matchAll(COMPARED)) {
      const said = Number(match[1]);
      if (said === year - 1) continue;
      const start = match.index + 1;
      const same = said === year;
      ledger.fault({
        id: "B07", category: "year", severity: same ? "error" : "warning", at: { line, start, end: start + 4 },
        message: same ? `本年是${year}年，不能与${year}年自己相比，应与上年（${year - 1}年）相比。` : `本年是${year}年，这里与${said}年相比，应与上年（${year - 1}年）相比。`,
        expected: String(year - 1), replaces: true,
      });
    }
  }
}
