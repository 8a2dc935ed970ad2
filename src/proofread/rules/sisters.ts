import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";
import { isFirstEntry, listMark } from "../text/list-mark";

/** What entries of a list tell, each like the other. */
interface Told {
  readonly what: string;
  readonly tells: (text: string, line: Line) => boolean;
  /** What there is none of, or has not changed, need not tell it. */
  readonly needNot: RegExp;
}

const AMOUNT = /\d(?:万元|元)/;
/** 房屋4,200平方米，车辆3辆: of things it is told how many there are. */
const MEASURED = /\d(?:平方米|㎡|辆|台|套|个|人次|人)/;
const NONE = /没有|未安排|无[^，。；]{0,20}(?:支出|预算|经费|安排)|[^\d.]0(?:\.0+)?(?:万元|元)/;
const FLAT = /持平|无变化|无增减|没有变化|一致|相同|不变|[增减](?:加|少)0(?:\.0+)?(?:万元|元)/;
const MOVED = /[增减升降](?:加|少|长|低|\d)/;
const REASON = /原因|主要是|由于|因为/;

const REASONED = "增减的原因";
const TOLD: readonly Told[] = [
  { what: "金额", tells: (text) => AMOUNT.test(text) || MEASURED.test(text), needNot: new RegExp(`${NONE.source}|${FLAT.source}`) },
  {
    what: "比上年增减多少",
    tells: (text) => FLAT.test(text) || MOVED.test(text.replace(/主要用于[^，。；]*/g, "").split(/主要|原因/)[0] ?? ""),
    needNot: NONE,
  },
  { what: REASONED, tells: (text) => REASON.test(text), needNot: new RegExp(`${NONE.source}|${FLAT.source}`) },
];

/** Fewer entries have no manner of their own. */
const FEWEST = 3;

/**
 * （一）甲A万元，比上年…，主要原因是…。 and its sisters: what every other entry of a list tells and one does not. For texts of which no
 * family's sentences are known; each list has its own manner.
 */
export function judgeSisters(ledger: Ledger, lines: readonly Line[]): void {
  for (const list of sistersIn(lines)) {
    if (list.length < FEWEST || !list.some(({ text }) => AMOUNT.test(text))) continue;
    for (const told of TOLD) {
      const lacking = list.filter((line) => !told.tells(line.text, line));
      const [only] = lacking;
      // Where nothing is numbered each says why it changed as it likes.
      if (told.what === REASONED && listMark(only ?? { text: "" }) === null) continue;
      if (!only || lacking.length > 1 || told.needNot.test(wholeOf(only))) continue;
      // Of the others as many as need not tell it do: nothing is known of this one.
      if (list.filter((line) => line !== only && !told.needNot.test(wholeOf(line))).length < FEWEST - 1) continue;
      if (ledger.faults.some(({ at, severity }) => at.line === only && severity !== "info")) break;
      ledger.lacks(only, {
        severity: "info",
        message: `别的几项都写了${told.what}，这一项没有写。`,
        advice: "请看是不是漏了一句。",
      });
      break;
    }
  }
}

/** 公务用车费A万元，其中：购置费0万元: of a part there may be none. */
const wholeOf = ({ text }: Line): string => text.split(/其中|包括/)[0] ?? "";

/** Entries that stand one right behind the other: with the same marks, or without any and each beginning with a name and its amount. */
function sistersIn(lines: readonly Line[]): readonly (readonly Line[])[] {
  const lists: Line[][] = [];
  let manner: number | "named" | null = null;
  for (const line of lines) {
    const own = line.kind === "prose" && SENTENCE.test(line.text) ? (listMark(line) ?? (NAMED.test(line.text) ? "named" : null)) : null;
    if (own !== null && own === manner && !(own !== "named" && isFirstEntry(line))) lists.at(-1)?.push(line);
    else if (own !== null) lists.push([line]);
    manner = own;
  }
  return lists;
}
const SENTENCE = /[。；]$/;
const NAMED = /^[\p{sc=Han}（）]{3,24}\d[\d,.]*(?:万元|元)/u;
