import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";

/** A sentence as its twin would put it: without numbers, income and expenditure as one, without what each side lists or explains by itself. */
function skeletonOf(sentence: string): string {
  const own = sentence.search(OWN);
  return (own < 0 ? sentence : sentence.slice(0, own))
    .replace(/^(?:（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十\d]{1,3}[、.．])/, "")
    .replace(/收入|支出/g, "收支")
    .replace(/增加|减少|增长|下降|降低|上升/g, "增减")
    .replace(/[\d.,%]/g, "");
}
/** Where it begins to list or to explain. */
const OWN = /其中|包括|按[^，：]{2,10}分|，(?:变动)?原因|，主要/;

const sentencesOf = ({ text }: Line): readonly string[] => text.split("。").filter((one) => one !== "");
const AMOUNT = /\d(?:万元|元)/;
const INCOME = /^[^，。：]{0,30}收入/;
const EXPENDITURE = /^[^，。：]{0,30}支出/;
/** So near to each other the two stand. */
const NEAR = 3;

/**
 * 1、收入预算。…年初收入预算A万元，…。收入预算比上年增加B万元。 and 2、支出预算 in the same words: a sentence with an amount that one of them has and
 * the other has not. For texts of which no family's sentences are known.
 */
export function judgeTwins(ledger: Ledger, lines: readonly Line[]): void {
  lines.forEach((income, at) => {
    if (income.kind !== "prose" || !INCOME.test(income.text)) return;
    const twin = lines.slice(at + 1, at + 1 + NEAR).find(({ kind, text }) => kind === "prose" && EXPENDITURE.test(text));
    if (!twin) return;
    const [a, b] = [sentencesOf(income), sentencesOf(twin)];
    const [longer, shorter, line] = a.length > b.length ? [a, b, twin] : [b, a, income];
    const only = extraIn(longer, shorter);
    if (only === null || !AMOUNT.test(only) || ledger.isLacking(line.index)) return;
    ledger.lacks(line, {
      severity: "info",
      message: `${line === income ? "支出" : "收入"}那一段写了“${only.slice(0, SHOWN)}…”，${line === income ? "收入" : "支出"}这一段没有这一句。`,
      advice: "请看是不是漏了一句。",
    });
  });
}
const SHOWN = 16;

/** The one sentence more of the longer, where all others are said in both in the same order. */
function extraIn(longer: readonly string[], shorter: readonly string[]): string | null {
  if (longer.length !== shorter.length + 1 || shorter.length === 0) return null;
  const [all, some] = [longer.map(skeletonOf), shorter.map(skeletonOf)];
  const at = all.findIndex((one, index) => one !== some[index]);
  return all.slice(at + 1).every((one, index) => one === some[at + index]) ? (longer[at] ?? null) : null;
}
