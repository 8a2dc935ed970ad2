import type { ReportPattern } from "../../narrative/parts";
import { canon } from "../../text/canon";
import { editDistance } from "../../text/edits";
import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";
import { judgeMeaning } from "./meanings";

/** 三、财政专户管理资金：指… · （三）事业单位经营收入：指… */
const ENTRY = /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.、])?\**([^：*]{2,20})\**：/;

/** 名词解释 explains what reports of its family usually explain; what most of them are there for, one of them alone is missed. */
export function judgeTerms(ledger: Ledger, lines: readonly Line[], report: ReportPattern): void {
  const usual = report.parts.flatMap((part) => (part.kind === "terms" ? part.usual : [])).map(canon);
  const entries = new Map<string, Line>();
  for (const line of lines) {
    const term = line.kind === "row" ? undefined : ENTRY.exec(line.text)?.[1];
    if (term !== undefined && usual.includes(term)) entries.set(term, line);
  }
  misspelt(ledger, lines, usual, entries);
  saidTwice(ledger, entries);
  const meanings = report.parts.flatMap((part) => (part.kind === "terms" && part.meanings ? [...part.meanings] : []));
  for (const [term, meaning] of meanings) {
    const line = entries.get(canon(term));
    if (line) judgeMeaning(ledger, line, term, (ENTRY.exec(line.text)?.[0] ?? "").length, meaning);
  }
  if (entries.size * 4 < usual.length * 3) return;
  usual.forEach((term, index) => {
    const used = bareOf(term);
    if (entries.has(term) || !lines.some(({ text }) => text.includes(used))) return;
    const before = usual.slice(0, index).flatMap((one) => entries.get(one) ?? []);
    const line = before.at(-1) ?? [...entries.values()][0];
    const at = before.length > 0 ? (line?.text.length ?? 0) : 0;
    // A gap in the numbers says the same.
    if (!line || ledger.isLacking(line.index + 1)) return;
    ledger.lacks(line, {
      at,
      severity: "info",
      message: `名词解释里没有“${term}”，报告里用到了它。`,
      advice: "请看是不是漏了一条。",
    });
  });
}

/** Two terms explained in the very same words: one of the two was pasted. */
function saidTwice(ledger: Ledger, entries: ReadonlyMap<string, Line>): void {
  const meanings = new Map<string, string>();
  for (const [term, line] of entries) {
    const start = ENTRY.exec(line.text)?.[0].length ?? 0;
    const meaning = line.text.slice(start);
    const other = meanings.get(meaning);
    if (other === undefined || meaning.length < SHORTEST_MEANING) meanings.set(meaning, term);
    else
      ledger.fault({
        id: "B10",
        category: "wording",
        severity: "warning",
        at: { line, start, end: line.text.length },
        message: `“${term}”的解释与“${other}”的一字不差，像是贴错了。`,
        advice: "请换上这个名词自己的解释。",
      });
  }
}
const SHORTEST_MEANING = 8;

/** 机关运经费：…: one of the usual terms, a slip away from it. */
function misspelt(ledger: Ledger, lines: readonly Line[], usual: readonly string[], entries: Map<string, Line>): void {
  for (const line of lines) {
    const said = line.kind === "row" ? undefined : ENTRY.exec(line.text)?.[1];
    if (said === undefined || usual.includes(said) || said.length < SHORTEST) continue;
    const right = usual.find((one) => !entries.has(one) && editDistance(one, said, 1) === 1);
    if (right === undefined) continue;
    entries.set(right, line);
    const start = line.text.indexOf(said);
    ledger.fault({
      id: "B08",
      category: "name",
      severity: "warning",
      at: { line, start, end: start + said.length },
      message: `解释的名词写“${said}”，应为“${right}”。`,
      expected: right,
      replaces: true,
    });
  }
}
const SHORTEST = 4;

/** 基本支出预算 is used as 基本支出. */
const bareOf = (term: string): string => term.replace(/(?:预算|管理资金)$/, "");
