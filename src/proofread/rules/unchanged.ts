import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";
import { sentencesOf } from "./sentences";

const FLAT =
  /持平|(?:无|没有|未发生)(?:增减)?变化|无增减|(?:增加|减少)0(?:\.0+)?万?元|(?:增长|下降)0(?:\.0+)?%|(?:比|较|与|同)(?:上年|上一年|去年|\d{4}年)[^，。；]{0,10}(?:相同|一致)/g;
/** 增加0.01万元，增长0.00%: little, and yet a change. */
const MOVED = /(?:增加|减少)(?!0(?:\.0+)?万?元)\d[\d,.]*万?元，?(?:增长|下降)0(?:\.0+)?%/g;
const LEAD = /(?:(?:主要)?原因(?:是|为|：)|主要是|因为|由于)：?/g;
const LESS = /压缩|压减|缩减|削减|核减|降低|减少|下降|竣工|完工|结项|(?<!离)退休(?=$|[，、；])/g;
const MORE = /增加|增长|上升|提高|新增|新购|扩大|晋级|晋升|晋档|增资/g;
/** Words that take the movement back: 未减少, 控制…增长, 没有压缩空间, 上年已压减, 减少浪费. */
const BEFORE = /(?:未|无|没有|不|不再|并未|严控|控制|防止|避免|杜绝|上年|上一年|去年|\d{4}年)[^，。；]{0,12}$/;
const AFTER = /^(?:空间|余地|变化|浪费|效率|水平|质量)/;

/** 与上年持平 … 主要原因是压缩开支: what has not changed was neither cut nor raised. */
export function judgeUnchanged(ledger: Ledger, lines: readonly Line[]): void {
  for (const line of lines) {
    if (line.kind === "row") continue;
    for (const { start, text } of withReasons(line)) {
      const found = reasonOfFlat(text);
      if (!found) continue;
      // That it has not changed is what is wrong.
      if (ledger.isFaulted({ line, start: start + found.flat.start, end: start + found.flat.end })) continue;
      const { from } = found;
      const [reason = ""] = text.slice(from).split(NEXT_AMOUNT, 1);
      const [less, more] = [meant(reason, LESS), meant(reason, MORE)];
      const only = less && more ? null : (less ?? more);
      if (
        only === null ||
        ledger.faults.some(({ at, id }) => id === "B09" && at.line === line && at.start >= start + from && at.end <= start + text.length)
      )
        continue;
      const at = { line, start: start + from + only.index, end: start + from + only.index + only[0].length };
      ledger.fault({
        id: "B09",
        category: "direction",
        severity: "warning",
        at,
        message: `与上年相同，理由却说“${only[0]}”。`,
        advice: "请核对数字和原因，改成一致。",
      });
    }
  }
}

/** The sentences of a line, each with the one behind it that gives its reason. */
function withReasons(line: Line): readonly { readonly start: number; readonly text: string }[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end, text } of sentencesOf(line)) {
    const last = joined.at(-1);
    if (last && last.end === start - 1 && REASON.test(text)) last.end = end;
    else joined.push({ start, end });
  }
  return joined.map(({ start, end }) => ({ start, text: line.text.slice(start, end) }));
}
const REASON = /^(?:主要)?原因(?:是|为|：)|^主要是/;

/** Where something is said not to have changed, and where its reason begins: the reason is that of the last amount told before it. */
function reasonOfFlat(text: string): { readonly flat: { readonly start: number; readonly end: number }; readonly from: number } | null {
  const told = text.replace(MOVED, (moved) => "#".repeat(moved.length));
  const [flats, others] = [placesOf(told, FLAT), placesOf(told, OTHER_CHANGE)];
  let [flat, other] = [-1, -1];
  for (const lead of told.matchAll(LEAD)) {
    while ((flats[flat + 1]?.end ?? Infinity) <= lead.index) flat += 1;
    while ((others[other + 1]?.end ?? Infinity) <= lead.index) other += 1;
    const last = flats[flat];
    if (last && (others[other]?.start ?? -1) < last.end) return { flat: last, from: lead.index + lead[0].length };
  }
  return null;
}
/** ；公务接待费减少1.00万元 */
const NEXT_AMOUNT = /；|[，、][^，、；。]{0,30}(?:增加|减少|增长|下降)了?\d/;
const OTHER_CHANGE = /#|(?:增加|减少)(?:了)?\d/g;

const placesOf = (text: string, words: RegExp): readonly { readonly start: number; readonly end: number }[] =>
  [...text.matchAll(words)].map(({ index, 0: said }) => ({ start: index, end: index + said.length }));

function meant(reason: string, words: RegExp): RegExpExecArray | null {
  return (
    [...reason.matchAll(words)].find(
      (match) => !BEFORE.test(reason.slice(0, match.index)) && !AFTER.test(reason.slice(match.index + match[0].length)),
    ) ?? null
  );
}
