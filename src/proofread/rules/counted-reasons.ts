import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";

/** 二是… in a paragraph that has no 一是, 三是… without 二是: one of the reasons was left out. */
const COUNTED = /(?<=^|[。；，：])([二三四五])(?=是(?!否))/g;

/** Which numeral goes before, and how it may be said. */
const BEFORE: Readonly<Record<string, readonly [numeral: string, words: RegExp]>> = {
  二: ["一", /一是|第一|首先|一方面/],
  三: ["二", /二是|第二|其次/],
  四: ["三", /三是|第三|其次/],
  五: ["四", /四是|第四|其次/],
};

/** Reasons that are counted, and one of them not there. */
export function judgeCountedReasons(ledger: Ledger, lines: readonly Line[]): void {
  lines.forEach((line, index) => {
    if (line.kind !== "row" && startsSentence(lines[index - 1])) judgeLine(ledger, line);
  });
}

/** What goes on from the line before it may count on from there. */
const startsSentence = (before: Line | undefined): boolean => before === undefined || before.kind !== "prose" || before.text.endsWith("。");

function judgeLine(ledger: Ledger, line: Line): void {
  for (const { index, 0: said } of line.text.matchAll(COUNTED)) {
    const at = { line, start: index, end: index + 2 };
    const [before, words] = BEFORE[said] ?? [];
    if (words === undefined || words.test(line.text.slice(0, index)) || ledger.isFaulted(at)) continue;
    ledger.fault({
      id: "B10",
      category: "missing",
      severity: "warning",
      at,
      message: `写了“${said}是”，前面没有“${before ?? ""}是”。`,
      advice: "请看是不是漏了一条。",
    });
  }
}
