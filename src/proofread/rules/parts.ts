import { numberOf } from "../../text/numerals";
import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";

const PART = /^第([一二三四五六])部分/;
const LONGEST = 60;

interface Begun {
  readonly line: Line;
  readonly number: number;
}

/** 第一部分, 第二部分 …: what the contents name stands over a part, and what stands over a part is in the contents. */
export function judgeParts(ledger: Ledger, lines: readonly Line[]): void {
  const runs = partRuns(lines);
  for (const run of runs) {
    const own = new Set(run.map(({ number }) => number));
    const others = new Set(
      runs.filter((one) => one !== run && one.length * 2 > own.size).flatMap((one) => one.map(({ number }) => number)),
    );
    const missing = [...others].filter((number) => !own.has(number)).sort((x, y) => x - y);
    // A part that is spoken of by itself is no row of them.
    const [first] = missing;
    if (first === undefined || own.size < FEWEST || missing.length > 1) continue;
    const next = run.find(({ number }) => number > first);
    const end = run.at(-1)?.line;
    if (next) tell(ledger, next.line, 0, first);
    else if (end) tell(ledger, end, end.text.length, first);
  }
}

const FEWEST = 2;

/** Each naming of the parts in their order: where the numbers begin anew, the parts do. */
function partRuns(lines: readonly Line[]): readonly (readonly Begun[])[] {
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

function tell(ledger: Ledger, line: Line, at: number, number: number): void {
  ledger.lacks(line, {
    at,
    message: `这里缺“第${NUMERALS.charAt(number - 1)}部分”的标题。`,
    advice: "请补上这一部分的标题；目录里也要有。",
  });
}
