import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";

const LEAD =
  /(?:(?:主要|变动|增减|增加|减少|增长|下降)?(?:的)?原因(?:主要)?(?:是|为|系|在于|：)|(?<=[，。；])主要(?:是|为|系)(?:因为|由于)?)：?(?:由于|因为)?/g;
/** What announces a list or a use. */
const ANNOUNCES = /(?:主要(?:用于|包括)|包括|分别[是为])：?(?=[。；]|$)/g;
/** A word in place of a reason. */
const NOTHING = /^(?:无|暂无|略|同上|见上|如上|待补|\/|-)(?=[。；，]|$)/;

/** 主要原因是。 — the words that announce a reason, and none behind them. */
export function judgeEmptyReasons(ledger: Ledger, lines: readonly Line[]): void {
  lines.forEach((line, index) => {
    if (line.kind === "row") return;
    for (const match of line.text.matchAll(LEAD)) {
      const end = match.index + match[0].length;
      const after = line.text.slice(end);
      const nothing = NOTHING.exec(after)?.[0] ?? "";
      const goesOn = after === "" && (match[0].endsWith("：") || lines[index + 1]?.kind === "prose");
      // 原因在于，… is a pause before the reason.
      if (match[0].endsWith("在于") && /^，[^，。；]/.test(after)) continue;
      if (nothing === "" && (goesOn || !/^(?:[。；，、]|$)/.test(after))) continue;
      ledger.fault({
        id: "B10",
        category: "missing",
        severity: "error",
        at: { line, start: match.index, end: end + nothing.length },
        message: nothing === "" ? `写了“${match[0]}”，后面没有写原因。` : `原因只写了“${nothing}”，等于没有写。`,
        advice: "请写明增减的原因。",
      });
    }
  });
}

/** 主要包括。 · 主要用于： with the next entry right behind it: what was announced does not follow. */
export function judgeEmptyLists(ledger: Ledger, lines: readonly Line[]): void {
  lines.forEach((line, index) => {
    if (line.kind === "row") return;
    for (const match of line.text.matchAll(ANNOUNCES)) {
      const end = match.index + match[0].length;
      const next = lines[index + 1];
      if (end === line.text.length && !(match[0].endsWith("：") && isNeighbour(line, next))) continue;
      ledger.fault({
        id: "B10",
        category: "missing",
        severity: "warning",
        at: { line, start: match.index, end },
        message: `写了“${match[0]}”，后面没有内容。`,
        advice: "请补上；没有的，写明没有。",
      });
    }
  });
}

/** A heading, the next entry of the same row, another announcement, or nothing at all: none of them is what a line announces. */
function isNeighbour({ text }: Line, next: Line | undefined): boolean {
  if (next === undefined || next.kind === "heading") return true;
  const [own, other] = [NUMBER.exec(text)?.[1], NUMBER.exec(next.text)?.[1]];
  return other === undefined ? /^[^。；：]{2,40}(?:包括|用于)：/.test(next.text) : Number(other) === Number(own) + 1;
}
const NUMBER = /^（?(\d{1,2})[.、）]/;
