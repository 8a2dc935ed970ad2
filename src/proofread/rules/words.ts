import { literally } from "../../text/literally";
import { hasTwice, lookInto, neededBy } from "../../text/needed";
import { rememberedFor } from "../../text/remembered";
import type { Ledger } from "../ledger";
import type { Line, Span } from "../text/lines";
import { fixedWords, slips, type Slip } from "../words/slips";
import { comparing } from "./comparing";
import { documents } from "./documents";
import { doubled } from "./doubled";
import { leftovers } from "./leftovers";
import { measures } from "./measures";
import { personal } from "./private";
import type { WordRule } from "./rule";
import { joined } from "../text/joined";

const rules: readonly WordRule[] = [
  ...leftovers,
  ...doubled,
  ...comparing,
  ...measures,
  ...documents,
  ...personal,
  ...fixedWords.map(replacedAllOver),
  ...slips.map(slipRule),
];

/** 部门价值 for 单位价值: 单位 was replaced in words where it is no organisation. */
function replacedAllOver(word: string): WordRule {
  const at = word.indexOf("单位");
  const [before, after] = [word.slice(0, at), word.slice(at + 2)];
  return {
    words: new RegExp(`${before === "" ? "" : `(?<=${before})`}部门${after === "" ? "" : `(?=${after}(?!观|链))`}`, "g"),
    severity: "warning",
    message: `“${word}”的“单位”不是机构，像是被整篇替换成了“部门”。`,
    right: () => "单位",
  };
}

function slipRule({ wrong, right, before, notBefore, after, notAfter, rare }: Slip): WordRule {
  const around = (open: string, words: readonly string[] | undefined): string =>
    words && words.length > 0 ? `(${open}${words.map(literally).join("|")})` : "";
  const words = `${around("?<=", after)}${around("?<!", notAfter)}${literally(wrong)}${around("?=", before)}${around("?!", notBefore)}`;
  const rule = { words: new RegExp(words, "g"), severity: "warning", message: `像是“${right}”之误。`, right: () => right } as const;
  return rare ? { ...rule, rarerThan: right } : rule;
}

/** Wordings that no template and no workbook is needed for (docs/rules.md B10); `own`: what the office itself has listed. */
export function judgeWording(ledger: Ledger, lines: readonly Line[], own: readonly Slip[]): void {
  const { text: whole, starts } = joined(lines);
  const hasAny = lookInto(whole);
  const there = [...rules, ...own.map(slipRule)].flatMap((rule) => {
    const needs = neededFor(rule);
    if ((needs.length > 0 && !hasAny(needs)) || (rule.twice && !hasTwice(whole, ...rule.twice))) return [];
    if (rule.rarerThan !== undefined && !isRare(rule.words, rule.rarerThan, whole)) return [];
    const at = linesWith(anywhere(rule), whole, starts);
    return at.size > 0 ? [{ rule, at }] : [];
  });
  lines.forEach((line, index) => {
    for (const { rule, at } of there) if (at.has(index)) each(ledger, line, rule);
  });
  leads(ledger, lines);
}

/** Once, and the words that were meant stand in the text so often. */
const isRare = (words: RegExp, meant: string, whole: string): boolean =>
  [...whole.matchAll(words)].length === 1 && whole.split(meant).length > OFTEN;
const OFTEN = 3;

/** Words without which a rule finds nothing; [] where none are needed. */
const neededFor = rememberedFor(({ words }: WordRule): readonly string[] => neededBy(words) ?? []);

/** Its words as they are looked for in many lines at once: each of them has its beginning and its end. */
const anywhere = rememberedFor(({ words: { source, flags } }: WordRule) => new RegExp(source, `${flags}m`));

/** Most rules find nothing anywhere, and the others little: the few lines are seen in one look at the whole text. */
function linesWith(anywhere: RegExp, whole: string, starts: readonly number[]): ReadonlySet<number> {
  const found = new Set<number>();
  let line = 0;
  for (const { index, 0: words } of whole.matchAll(anywhere)) {
    while ((starts[line + 1] ?? Infinity) <= index) line += 1;
    // Words that go on over the end of a line may hide others that begin in the next.
    for (let last = line; (starts[last] ?? Infinity) <= index + words.length; last += 1) found.add(last);
  }
  return found;
}

function each(ledger: Ledger, line: Line, { words, severity, message, category = "wording", right, place, unless, quiet }: WordRule): void {
  for (const match of line.text.matchAll(words)) {
    if (unless?.test(match[0]) === true) continue;
    const expected = right?.(match) ?? null;
    const at = { line, start: match.index, end: match.index + match[0].length };
    if ((quiet && ledger.isFaulted(at)) || isSetApart(at)) continue;
    ledger.fault({
      id: "B10",
      category,
      severity,
      at,
      ...(place ? { place } : {}),
      message: message.startsWith(`“${match[0]}`) ? message : `“${match[0]}”：${message}`,
      ...(expected === null ? {} : { expected, replaces: true }),
    });
  }
}

/** Wider gaps part the columns of a table that was printed as text. */
const COLUMNS_APART = 3;

/** Words of a table that a program laid out as lines: a wide gap stands between them, or any blank between characters or a line's end in what is no sentence. */
function isSetApart({ line, start, end }: Span): boolean {
  const isSentence = hasMarks(line);
  for (let i = start; i + 1 < end; i += 1) {
    const together = line.paragraph[i] === line.paragraph[i + 1];
    if (
      together
        ? (line.at[i + 1] ?? 0) - (line.at[i] ?? 0) > (isSentence || !isHan(line.text.slice(i, i + 2)) ? COLUMNS_APART : 1)
        : !isSentence
    )
      return true;
  }
  return false;
}

const hasMarks = rememberedFor(({ text }: Line) => /[，。；]/.test(text));

const isHan = (words: string): boolean => /^\p{sc=Han}{2}$/u.test(words);

/** 主要原因是： and 主要原因是 side by side. */
function leads(ledger: Ledger, lines: readonly Line[]): void {
  const found = lines.flatMap((line) =>
    [...line.text.matchAll(/主要原因是(：?)/g)].map((match) => ({
      line,
      start: match.index,
      end: match.index + match[0].length,
      colon: match[1] === "：",
    })),
  );
  const colons = found.filter(({ colon }) => colon);
  const rare =
    colons.length * 4 < found.length ? colons : found.length - colons.length < colons.length / 4 ? found.filter(({ colon }) => !colon) : [];
  for (const { line, start, end, colon } of rare.slice(0, 3))
    ledger.fault({
      id: "B10",
      category: "wording",
      severity: "info",
      at: { line, start, end },
      message: `别处都写“主要原因是${colon ? "" : "："}”，这里${colon ? "多了" : "缺"}冒号。`,
      expected: colon ? "主要原因是" : "主要原因是：",
      replaces: true,
    });
}
