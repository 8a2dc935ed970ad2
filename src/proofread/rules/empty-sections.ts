import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";
import type { Place } from "../text/sections";

/** How headings are numbered, the highest first. */
const LEVELS: readonly RegExp[] = [/^[一二三四五六七八九十]{1,3}、/, /^（[一二三四五六七八九十]{1,3}）/];
const levelOf = ({ text, kind }: Line): number => (kind === "heading" ? LEVELS.findIndex((level) => level.test(text)) : -1);

/** （五）其他需说明的事项 with the next part right behind it: what the heading announces was left out. */
export function judgeEmptySections(ledger: Ledger, lines: readonly Line[], places: readonly Place[]): void {
  lines.forEach((line, index) => {
    const own = places[index]?.part === 3 ? levelOf(line) : -1;
    const [next, place] = [lines[index + 1], places[index + 1]];
    if (own < 0 || !next || !place) return;
    const level = levelOf(next);
    if (place.part === 3 ? level < 0 || level > own : place.part < 3) return;
    const told = ledger.faults.some(
      ({ at, category }) => category === "missing" && at.line.index >= line.index && at.line.index <= next.index,
    );
    if (!told)
      ledger.fault({
        id: "B-缺",
        category: "missing",
        severity: "warning",
        at: { line, start: line.text.length, end: line.text.length },
        place: true,
        message: `标题“${line.text}”下面没有内容。`,
        advice: "请补上内容；没有的，写明没有。",
      });
  });
}
