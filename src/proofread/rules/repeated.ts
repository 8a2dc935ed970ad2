import type { Ledger } from "../ledger";
import { spanText, type Line } from "../text/lines";
import type { Place } from "../text/sections";
import { sentencesOf } from "./sentences";

const LONG = 30;
/** The very next line need not be long, if it is a sentence. */
const SENTENCE = 8;
const ENTRY = 5;
/** So much is no word that one sentence ends with and the next consists of. */
const NO_CHANCE = 12;
/** Further apart the same words may stand in two sections, each with its own right. */
const NEAR = 3;
/** 与上年对比减少5.00万元，…: what it is said of stands before it, and may be another amount in the next section. */
const LEANS = /^(?:[比较与同](?:上年|上一年|去年|\d{4}年)|同比|其中)/;
const MARK = /^（?[一二三四五六七八九十\d]{1,3}[）、.]/;

/** The same sentence twice running, anywhere; in the part that explains the budget a long paragraph also a little further apart. */
export function judgeRepeated(ledger: Ledger, lines: readonly Line[], places: readonly Place[]): void {
  const seen = new Map<string, number>();
  const told = (line: Line | undefined): boolean => ledger.faults.some((fault) => fault.at.line === line && fault.category === "extra");
  lines.forEach((line, index) => {
    const place = places[index];
    if (line.kind !== "prose") return;
    if (place?.section !== "projects") within(ledger, line);
    const key = line.text.replace(MARK, "");
    const before = seen.get(key) ?? -Infinity;
    const size = sizeOf(line.text);
    const near =
      size >= LONG && place?.part === 3 && !LEANS.test(line.text) ? NEAR : isSentence(line.text) && /[。；：]$/.test(line.text) ? 1 : 0;
    // Projects of one office have much in common, but not what they tell one right behind the other.
    const isOwn = place?.section !== "projects" || (index - before === 1 && size >= LONG && /\d万元/.test(line.text));
    // Of two that are alike in different places one stands where another ought to, which is told of it.
    const misplaced = [lines[before], line].some((one) => one && isAnothers(ledger, one));
    if (index - before <= near && isOwn && !told(line) && !told(lines[before]) && !misplaced)
      ledger.fault({
        id: "B10",
        category: "extra",
        severity: "warning",
        at: { line, start: 0, end: line.text.length },
        message: "这一段与前面的一段一字不差，像是重复粘贴。",
        expected: "",
        replaces: true,
        advice: "请删去重复的一段。",
      });
    seen.set(key, index);
  });
}

/** What it names is told to be another thing than ought to stand there. */
const isAnothers = (ledger: Ledger, line: Line): boolean =>
  ledger.faults.some(
    (fault) => fault.at.line === line && fault.category === "name" && fault.severity === "error" && fault.replaces === true,
  );

/** 基本支出5.00万元，占50%；基本支出5.00万元，占50%；: the same words twice running within a paragraph; what leads to the first of them (其中：) is said once. */
function within(ledger: Ledger, line: Line): void {
  let before = "";
  for (const { start, end } of pastedAgain(line)) {
    const at = { line, start, end };
    if (!ledger.isFaulted(at)) ledger.fault({ ...AGAIN, at });
  }
  for (const { start, end, text } of sentencesOf(line)) {
    const said = text.replace(MARK, "");
    const lead = before.endsWith(said) ? before.slice(0, before.length - said.length) : null;
    const at = { line, start, end: Math.min(end + 1, line.text.length) };
    const isTwice = lead !== null && isSentence(said) && (/^$|[：，]$/.test(lead) || sizeOf(said) >= NO_CHANCE);
    if (isTwice && !ledger.isFaulted(at) && !isTold(ledger, line, said)) ledger.fault({ ...AGAIN, at });
    before = said;
  }
}

/** Of the other of the two it was said already that it stands twice. */
const isTold = (ledger: Ledger, line: Line, said: string): boolean =>
  ledger.faults.some(({ at, category }) => category === "extra" && at.line === line && spanText(at).replace(MARK, "").startsWith(said));

const AGAIN = {
  id: "B10",
  category: "extra",
  severity: "warning",
  message: "这一句与前面的一句一字不差，像是重复粘贴。",
  advice: "请删去重复的一句。",
} as const;

/** 甲…；乙…。甲…；乙…。: a sentence of several clauses twice running, up to its full stop. */
function pastedAgain({ text }: Line): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  let [start, before] = [0, ""];
  for (let end = text.indexOf("。") + 1; end > 0; end = text.indexOf("。", end) + 1) {
    const said = text.slice(start, end).replace(MARK, "");
    if (said === before && said.includes("；") && isSentence(said)) found.push({ start, end });
    [start, before] = [end, said];
  }
  return found;
}

/** Long enough, or with a figure of its own: 基本支出5.00万元，占50%. */
const isSentence = (text: string): boolean => sizeOf(text) >= (/\d万元/.test(text) ? ENTRY : SENTENCE);
const sizeOf = (text: string): number => text.replace(/[^\p{sc=Han}]/gu, "").length;
