import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";
import type { Place } from "../text/sections";

/** How headings are numbered, the highest first. */
const LEVELS: readonly RegExp[] = [/^[一二三四五六七八九十]{1,3}、/, /^（[一二三四五六七八九十]{1,3}）/];
const levelOf = ({ text, kind }: Line): number => (kind === "heading" ? LEVELS.findIndex((level) => level.test(text)) : -1);

/** （五）其他需说明的事项 with the next part right behind it: what the heading announces was left out. */
export function judgeEmptySections(ledger: Ledger, lines: readonly Line[], places: readonly Place[]): void {
  // Without parts nobody knows where the contents end. With the text a sub-heading ends too; behind a heading stand tables.
  const whole = places.every(({ part }) => part === 3);
  lines.forEach((line, index) => {
    // Headings one after the other are contents.
    if (!isEmpty(lines, places, index) || isEmpty(lines, places, index - 1) || isEmpty(lines, places, index + 1)) return;
    if (whole && (index < lines.length - 1 || levelOf(line) === 0)) return;
    if (isTold(ledger, line)) return;
    const told = { message: `标题“${line.text}”下面没有内容。`, advice: "请补上内容；没有的，写明没有。" };
    // A hint that a sentence may be left out stands behind the heading already.
    if (!ledger.isLacking(line.index, line.index + 1)) ledger.lacks(line, told);
    else ledger.fault({ id: "B-缺", category: "missing", severity: "warning", at: { line, start: 0, end: line.text.length }, ...told });
  });
}

/** That a sentence may be left out is no reason for a heading with nothing below. */
const isTold = (ledger: Ledger, { index }: Line): boolean =>
  ledger.faults.some(
    ({ at, category, severity }) => category === "missing" && severity !== "info" && at.line.index >= index && at.line.index <= index + 1,
  );

/** A heading of 第三部分, and behind it another as high or higher, the next part, or nothing at all. */
function isEmpty(lines: readonly Line[], places: readonly Place[], index: number): boolean {
  const [line, next, place] = [lines[index], lines[index + 1], places[index + 1]];
  const own = line && places[index]?.part === 3 ? levelOf(line) : -1;
  if (own < 0) return false;
  if (!next || !place) return true;
  const level = levelOf(next);
  return place.part === 3 ? level >= 0 && level <= own : place.part > 3;
}
