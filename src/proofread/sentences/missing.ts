import { knowsWholeReport } from "../../narrative/families";
import type { Pattern } from "../../narrative/pattern/node";
import type { CellRef } from "../../amount/cell-ref";
import { write } from "../../narrative/pattern/write";
import { segmentsText } from "../../narrative/segments";
import type { Ledger } from "../ledger";
import type { Span } from "../text/lines";
import type { Expected } from "./expected";
import type { Held } from "./held";

/**
 * What ought to stand and does not, with the words that ought to stand there: a section that is gone as one thing, else
 * statement by statement. `whole`: all of 第三部分 was handed in; of a passage only what is missing inside it is told.
 */
export function tellMissing(ledger: Ledger, held: Held, whole: boolean): void {
  const { expected, of } = held;
  const first = of.findIndex((at) => at >= 0);
  const last = of.length - 1 - [...of].reverse().findIndex((at) => at >= 0);
  if (first < 0) return;
  for (const run of runs(held)) {
    const [from, to] = [run[0] ?? 0, run.at(-1) ?? 0];
    if (!whole && (from < first || to > last)) continue;
    if (!knowsWholeReport(held.family) && run.every((index) => expected[index]?.kind !== "statement")) continue;
    const statements = run.flatMap((index) => expected[index] ?? []).filter(({ pattern, section }) => isCertain(ledger, pattern, section));
    const at = placeAfter(held, from);
    if (at && statements.length > 0) tell(ledger, statements, at, isWhole(held, run));
  }
}

/** Sections that only some years have: without a workbook nobody knows. */
const SOME_YEARS = new Set(["commissioned", "carriedOver"]);

/** What the workbook cannot tell (a table is missing, or all of it) is not asked for. */
function isCertain({ book }: Ledger, pattern: Pattern, section: Expected["section"]): boolean {
  return (book.withWorkbook || !SOME_YEARS.has(section)) && !lacks(pattern);
}

function lacks(pattern: Pattern): boolean {
  return pattern.some((node) => (node.kind === "figure" ? !node.figure.known && node.figure.instead.kind === "words" : (node.kind === "either" && lacks(node.written)) || (node.kind === "maybe" && node.written && lacks(node.pattern))));
}

/** Neighbours of one section that are missing together. */
function runs({ expected, of }: Held): readonly (readonly number[])[] {
  const found: number[][] = [];
  of.forEach((at, index) => {
    if (at >= 0) return;
    const last = found.at(-1);
    const before = last?.at(-1);
    if (last && before === index - 1 && expected[before]?.section === expected[index]?.section) last.push(index);
    else found.push([index]);
  });
  return found;
}

function isWhole({ expected }: Held, run: readonly number[]): boolean {
  const section = expected[run[0] ?? 0]?.section;
  return expected.filter((one) => one.section === section).length === run.length;
}

function placeAfter({ found, of }: Held, index: number): Span | null {
  for (let before = index - 1; before >= 0; before -= 1) {
    const one = found[of[before] ?? -1];
    if (one) return { line: one.line, start: one.end, end: one.end };
  }
  const next = found[of.find((at) => at >= 0) ?? -1];
  return next ? { line: next.line, start: next.start, end: next.start } : null;
}

function tell(ledger: Ledger, statements: readonly Expected[], at: Span, whole: boolean): void {
  const written = (pattern: Pattern): string => segmentsText(write(pattern, ledger.book.amounts));
  const heading = statements.find(({ kind }) => kind !== "statement");
  const said = statements.filter(({ kind }) => kind === "statement");
  if (whole && heading) {
    ledger.fault({ id: "B-缺", category: "missing", severity: "error", at, place: true, message: `缺少：${written(heading.pattern)}。`, expected: statements.map(({ pattern }) => written(pattern)).join("\n"), advice: "财政部门要求公开的内容，请补上。" });
    return;
  }
  for (const { pattern, kind } of statements) {
    const words = written(pattern);
    ledger.fault({
      id: "B-缺", category: "missing", severity: kind !== "statement" ? "warning" : words.length < SHORTEST ? "info" : "error", at, place: true,
      message: kind === "statement" ? `这里缺一句：“${short(words)}”` : `这里缺标题“${words}”。`, expected: words, cells: cellsIn(pattern),
      ...(said.length > 3 ? { advice: "这里接连缺几句，请看是不是整段漏了。" } : {}),
    });
  }
}

const LONGEST = 80;
/** What is shorter only points to something else (具体情况见下表：). */
const SHORTEST = 10;
const short = (words: string): string => (words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words);

function cellsIn(pattern: Pattern): readonly CellRef[] {
  return pattern.flatMap((node) => (node.kind === "figure" && node.figure.known ? node.figure.cells : node.kind === "either" ? cellsIn(node.written) : []));
}

