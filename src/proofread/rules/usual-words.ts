import type { Ledger } from "../ledger";
import type { Line, Span } from "../text/lines";
import { LIGHT } from "../words/light";
import { pairsOfTerms, terms } from "../words/terms";

/** What stands between two marks or figures: 比上年预算增加, 主要原因是本年新招录人员. */
const RUN = /\p{sc=Han}{3,40}/gu;
/** What so many stretches are or begin with, the text says in these words; fewer are alike by chance. */
const USUAL = 4;
const SHORTEST = 5;
/** So much of the beginning tells which words are meant. */
const HEAD = 5;
const known = new Set(terms);

type Slip = "少了字" | "字重复了" | "两个字颠倒了";
interface Meant {
  readonly right: string;
  readonly slip: Slip;
}

/**
 * What a text says again and again in the same words, once with a character lost, doubled or changed with its neighbour: 比上年预算增加
 * tens of times and 上年预算增加 once, 主要原因是 and 要主原因是. Which words those are the text itself says.
 */
export function judgeUsualWords(ledger: Ledger, lines: readonly Line[]): void {
  const runs = lines.flatMap((line) =>
    line.kind === "row"
      ? []
      : [...line.text.matchAll(RUN)].map(({ 0: words, index }) => ({
          words,
          at: { line, start: index },
          isBegun: index === 0 || line.text.charAt(index - 1) === "、",
          isShort: line.text.charAt(index - 1) === "、" && pairsOfTerms.has(line.text.charAt(index - 2) + words.charAt(0)),
        })),
  );
  const whole = counted(runs.map(({ words }) => words));
  const heads = counted(runs.flatMap(({ words }) => (words.length > HEAD ? [words.slice(0, HEAD)] : [])));
  const [slipsOfWhole, slipsOfHead] = [slipsOf(whole, false), slipsOf(heads, true)];
  for (const { words, at, isBegun, isShort } of runs) {
    if ((whole.get(words) ?? 0) > 1) continue;
    const isTold = (meant: Meant | null | undefined, said: string): meant is Meant | null =>
      meant !== undefined && !(isBegun && isWithout(meant, 0, said)) && !(isShort && isWithout(meant, 1, said));
    const meant = slipsOfWhole.get(words);
    if (isTold(meant, words)) tell(ledger, { ...at, end: at.start + words.length }, meant);
    else if (!((heads.get(words.slice(0, HEAD)) ?? 0) >= USUAL))
      for (const length of [HEAD - 1, HEAD, HEAD + 1]) {
        const head = slipsOfHead.get(words.slice(0, length));
        if (!isTold(head, words.slice(0, length)) || words.length <= length) continue;
        tell(ledger, { ...at, end: at.start + length }, head);
        break;
      }
  }
}

/** 收、支预算总计 says 收入 and 支出 shortly: behind such a mark 支预算总计 lacks nothing. */
const isWithout = (meant: Meant | null, at: number, said: string): boolean =>
  meant !== null && meant.right.slice(0, at) + meant.right.slice(at + 1) === said;

function counted(words: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const one of words) times.set(one, (times.get(one) ?? 0) + 1);
  return times;
}

/** Every slip of the words that are usual; null: of more than one of them. Behind a head the words go on, so that its last character is not missed. */
function slipsOf(times: ReadonlyMap<string, number>, goesOn: boolean): ReadonlyMap<string, Meant | null> {
  const found = new Map<string, Meant | null>();
  const note = (said: string, right: string, slip: Slip): void => {
    if (said === right || (times.get(said) ?? 0) > 1) return;
    const other = found.get(said);
    found.set(said, other !== undefined && other?.right !== right ? null : { right, slip });
  };
  for (const [right, often] of times) {
    if (often < USUAL || right.length < SHORTEST) continue;
    for (let at = 0; at < right.length; at += 1) {
      if (goesOn && !isInTerm(right, at)) continue;
      const [before, one, behind] = [right.slice(0, at), right.charAt(at), right.slice(at + 1)];
      if (!LIGHT.test(one) && !(one === "年" && before === "") && !(goesOn && behind === "") && !joinsAgain(before, behind))
        note(before + behind, right, "少了字");
      if (!(one === "年" && /^[底末初终]/.test(behind))) note(before + one + one + behind, right, "字重复了");
      if (behind !== "") note(before + behind.charAt(0) + one + behind.slice(1), right, "两个字颠倒了");
    }
  }
  return found;
}

/** What only begins alike may go on as something else, but for a word of the trade that is broken: 主要是因为, 主要是为了. */
function isInTerm(words: string, at: number): boolean {
  for (let start = 0; start <= at; start += 1)
    for (let end = words.length; end > at; end -= 1) if (known.has(words.slice(start, end))) return true;
  return false;
}

/** What is left is a word of the trade as well: 离休人员 of 离退休人员. */
function joinsAgain(before: string, behind: string): boolean {
  for (let start = Math.max(0, before.length - LONGEST_WORD); start < before.length; start += 1)
    for (let end = 1; end <= Math.min(behind.length, LONGEST_WORD); end += 1)
      if (known.has(before.slice(start) + behind.slice(0, end))) return true;
  return false;
}
const LONGEST_WORD = 6;

function tell(ledger: Ledger, at: Span, meant: Meant | null): void {
  // That something is missing is told of a place, before the words or behind them.
  if (ledger.faults.some((one) => one.at.line === at.line && one.at.start <= at.end && one.at.end >= at.start && one.severity !== "info"))
    return;
  ledger.fault({
    id: "B10",
    category: "wording",
    severity: "warning",
    at,
    message:
      meant === null
        ? "别处都不是这样写的，请看是不是漏了字、多了字。"
        : `别处都写“${meant.right}”，这里写“${at.line.text.slice(at.start, at.end)}”，${meant.slip}。`,
    ...(meant === null ? {} : { expected: meant.right, replaces: true }),
  });
}
