import { Exact } from "../../amount/exact";
import { formatAmount, GROUPED } from "../../amount/format";
import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";
import { listMark } from "../text/list-mark";
import { allMovedIn, movedIn, show, type Moved } from "./moved";
import { sentenceBefore } from "../text/sentence";

/** 与上年持平，其中：甲增加5.00万元；乙减少3.00万元: of a whole that has not changed the parts did; or it is not said what it changed by. */
export function tellNoWhole(ledger: Ledger, group: readonly Line[]): void {
  const line = group.find(({ text }) => text.includes("其中"));
  const begins = line?.text.indexOf("其中") ?? -1;
  if (!line || begins < 0) return;
  const sentence = sentenceBefore(line.text, begins);
  const before = sentence.trim() === "" ? line.text.slice(0, begins) : sentence;
  const parts = group.flatMap((one) => movedIn(one)).filter(({ at }) => at.line !== line || at.start > begins);
  const flat = FLAT.exec(before);
  const sum = Exact.sum(parts.map(({ change }) => change));
  if (!flat || parts.length < 2 || sum.isZero()) return;
  const start = line.text.lastIndexOf(flat[0], begins);
  ledger.fault({
    id: "B-和",
    category: "sum",
    severity: "warning",
    at: { line, start, end: start + flat[0].length },
    message: `这里写“${flat[0]}”，后面各项增减额合${show(sum)}。`,
    left: sum,
    right: Exact.zero,
    advice: "请核对是合计有增减，还是哪一项写错了。",
  });
}
const FLAT = /(?:与|和|同|较|比)(?:上年|上一年|\d{4}年)(?:预算)?数?(?:持平|相同|一致)/;

/** …占比3.34%。其中教育支出比上年减少5.00万元；科学技术支出比上年增加3.00万元: parts of a change that is not told. */
export function tellUnled(ledger: Ledger, lines: readonly Line[]): void {
  lines.forEach((line, at) => {
    for (const { index, 0: words } of line.text.matchAll(LED)) {
      const before = line.text.slice(0, index) || (lines[at - 1]?.text ?? "");
      const last =
        before
          .split("。")
          .filter((one) => one !== "")
          .at(-1) ?? "";
      const stop = line.text.indexOf("。", index + words.length);
      const parts = movedIn(line).filter((one) => one.at.start > index && (stop < 0 || one.at.end <= stop));
      if (parts.length < 2 || /[增减升降]|持平|相同|一致|变化/.test(last)) continue;
      const start = index + words.indexOf("其");
      ledger.fault({
        id: "B-缺",
        category: "missing",
        severity: "info",
        at: { line, start, end: start + 2 },
        message: "“其中”说的是各项的增减，前面没有写一共增减多少。",
        advice: "请看是不是漏了一句。",
      });
    }
  });
}
const LED = /(?:^|。)其中[：，]?[^，。；：\d]{2,20}(?:[比较](?:上年|上一年|去年|\d{4}年)(?:预算)?数?)?(?:增加|减少)(?=\d)/g;

/**
 * What the parts lack of the whole: just what another sentence says of something else, or what the one part of it changed by that the list
 * of its amounts names right before and this one does not.
 */
export function tellLeftOut(ledger: Ledger, lines: readonly Line[], group: readonly Line[], whole: Moved, rest: Exact): void {
  const last = group.at(-1);
  const next = last && lines[lines.indexOf(last) + 1];
  // A list may go on in entries of its own; of a small amount there are many alike.
  if (!last || (next && listMark(next) !== null && movedIn(next).length > 0)) return;
  // 财政拨款收入增加万元, 增加12.00: the amount that is not there, or has no unit, is told already.
  if (
    ledger.faults.some(
      ({ at, id, category }) => (category === "missing" || id === "B06") && group.includes(at.line) && at.start >= whole.at.end,
    )
  )
    return;
  const short = `各项增减额加起来比合计${rest.sign() < 0 ? "多" : "少"}${formatAmount(rest.abs(), GROUPED)}万元`;
  const other = lines.flatMap((line) => (group.includes(line) ? [] : allMovedIn(line))).find(({ change }) => change.equals(rest));
  const untold = untoldIn(lines, group, whole);
  if (other && rest.abs().compare(LEAST) >= 0)
    ledger.lacks(last, { message: `${short}，别处说到的一项正是${show(rest)}，这里没有写。`, advice: "请看是不是漏了一项。" });
  else if (untold !== null)
    ledger.lacks(last, { message: `${short}，前面列出的“${untold}”这里没有说到。`, advice: "请看是不是漏了一项。" });
}

const LEAST = Exact.ofUnits(10);

/** Of the parts that are listed shortly before with their amounts the only one that is not spoken of; null where they are not the same parts. */
function untoldIn(lines: readonly Line[], group: readonly Line[], { at: { line: own, start } }: Moved): string | null {
  const said = own.text.slice(start) + group.map((line) => (line.index > own.index ? line.text : "")).join("");
  const from = lines.findIndex((line) => line === own);
  const before = [own.text.slice(0, start), ...lines.slice(Math.max(0, from - NEAR), Math.max(0, from)).map(({ text }) => text)];
  for (const text of before) {
    const names = [...text.matchAll(PART)].flatMap(({ 1: name = "" }) => (CARRIED.test(name) ? [] : [name]));
    const untold = names.filter((name) => !said.includes(name));
    const [only] = untold;
    if (only !== undefined && untold.length === 1 && names.length > 2) return only;
  }
  return null;
}
/** So many paragraphs before. */
const NEAR = 2;
/** ；科学技术支出6810.40万元 */
const PART = /(?<=[：；])(\p{sc=Han}{2,16}(?:支出|收入))(?:预算数?)?(?:为)?\d[\d,.]*万元/gu;
/** What is left of last year is no part of what this year's changed by. */
const CARRIED = /结转|结余/;
