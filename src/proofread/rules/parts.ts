import { numberOf } from "../../text/numerals";
import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";

const PART = /^第([一二三四五六])部分/;
const LONGEST = 60;

interface Begun {
  readonly line: Line;
  readonly number: number;
}

/** 第一部分, 第二部分 …: once in the contents, once over the parts themselves, and none of them left out. */
export function judgeParts(ledger: Ledger, lines: readonly Line[]): void {
  const runs = partRuns(lines);
  const most = Math.max(0, ...runs.flat().map(({ number }) => number));
  for (const run of runs) {
    // A part that is spoken of by itself is no row of them.
    if (run.length * 2 <= most) continue;
    let last = 0;
    for (const { line, number } of run) {
      if (number > last + 1) tell(ledger, line, 0, last + 1, number - 1);
      last = number;
    }
    const end = run.at(-1)?.line;
    if (end && last < most) tell(ledger, end, end.text.length, last + 1, most);
  }
}

/** Each naming of the parts in their order: where the numbers begin anew, the parts do. */
export function partRuns(lines: readonly Line[]): readonly (readonly Begun[])[] {
  const runs: Begun[][] = [];
  for (const line of lines) {
    const number = line.kind === "row" || line.text.length > LONGEST ? null : numberOf(PART.exec(line.text)?.[1] ?? "");
    if (number === null) continue;
    const run = runs.at(-1);
    if (run && number > (run.at(-1)?.number ?? 0)) run.push({ line, number });
    else runs.push([{ line, number }]);
  }
  return runs;
}

const NUMERALS = "一二三四五六";

function tell(ledger: Ledger, line: Line, at: number, from: number, to: number): void {
  const missing = Array.from({ length: to - from + 1 }, (_, index) => `第${NUMERALS.charAt(from + index - 1)}部分`);
  ledger.fault({
    id: "B-缺",
    category: "missing",
    severity: "warning",
    at: { line, start: at, end: at },
    place: true,
    message: `这里缺“${missing.join("”“")}”的标题。`,
    advice: "请补上这一部分的标题；目录里也要有。",
  });
}
