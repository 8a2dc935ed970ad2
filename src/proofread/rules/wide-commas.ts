import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";

const GROUPED = /(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?/g;

/** 1，219.43万元: read as the amount it is, and told as what it is, a comma of sentences within a number. A habit is told once. */
export function judgeWideCommas(ledger: Ledger, lines: readonly Line[], paragraphs: readonly string[]): void {
  const found = lines.flatMap((line) =>
    [...line.text.matchAll(GROUPED)].flatMap(({ index, 0: said }) => {
      const typed = Array.from(said, (_, at) => original(line, index + at, paragraphs)).join("");
      // A number that is full-width throughout is typed so.
      const isWide = /\d，\d/.test(typed);
      return isWide ? [{ line, start: index, end: index + said.length, said }] : [];
    }),
  );
  const [first] = found;
  if (!first) return;
  for (const { said, ...at } of found.length > HABIT ? [first] : found)
    if (!ledger.isFaulted(at, true))
      ledger.fault({
        id: "B06",
        category: "wording",
        severity: "warning",
        at,
        message: `“${said.replaceAll(",", "，")}”的千分位用了中文逗号${found.length > HABIT ? `，全文共${String(found.length)}处` : ""}。`,
        expected: said,
        replaces: true,
        advice: "请改成英文逗号。",
      });
}

const HABIT = 3;

const original = (line: Line, index: number, paragraphs: readonly string[]): string =>
  (paragraphs[line.paragraph[index] ?? -1] ?? "").charAt(line.at[index] ?? 0);
