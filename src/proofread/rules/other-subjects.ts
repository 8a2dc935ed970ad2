import type { Ledger } from "../ledger";
import type { Line, Span } from "../text/lines";

/** Things that a subject is paid for, each under names that say no other. */
const THINGS: readonly { readonly words: RegExp; readonly name: string }[] = [
  { name: "养老保险", words: /养老保险/g },
  { name: "职业年金", words: /职业年金/g },
  { name: "公务员医疗补助", words: /公务员医疗补助/g },
  { name: "住房公积金", words: /住房公积金/g },
  { name: "购房补贴", words: /购房补贴/g },
];

const ITEM = /（(?:类|\d{3}类)）.{0,60}?（(?:款|\d{2}款)）([^（]{2,30})（(?:项|\d{2}项)）"?/;
const NAMED = /([\p{sc=Han}、]{2,24})（项）/gu;
const REASON = /原因(?:是|为|：)：?/;

/** In the sentence of one 项, the reason of another: it was left over from a sentence that was copied. */
export function judgeOtherSubjects(ledger: Ledger, lines: readonly Line[]): void {
  for (const line of lines) {
    const item = line.kind === "row" ? null : ITEM.exec(line.text);
    if (!item) continue;
    const own = item[1] ?? "";
    const rest = line.text.slice(item.index + item[0].length);
    const lead = REASON.exec(rest);
    if (!lead) continue;
    const start = item.index + item[0].length + lead.index + lead[0].length;
    const reason = line.text.slice(start);
    for (const match of reason.matchAll(NAMED)) if (!own.includes(match[1] ?? "") && !(match[1] ?? "").endsWith(own)) note(ledger, { line, start: start + match.index, end: start + match.index + match[0].length }, own, match[1] ?? "");
    const mine = THINGS.find(({ words }) => new RegExp(words.source).test(own));
    if (!mine || reason.includes(mine.name)) continue;
    for (const other of THINGS)
      for (const match of other === mine ? [] : reason.matchAll(other.words)) note(ledger, { line, start: start + match.index, end: start + match.index + match[0].length }, own, other.name);
  }
}

function note(ledger: Ledger, at: Span, own: string, other: string): void {
  ledger.fault({ id: "B09", category: "direction", severity: "warning", at, message: `这一句说的是“${own}”，理由说的却是“${other}”，像是从别处抄来的。`, advice: "请核对理由。" });
}
