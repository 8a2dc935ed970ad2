import type { Ledger } from "./ledger";
import { numeralsOf } from "./read/numerals";
import type { Stranger } from "./report";
import type { Line } from "./text/lines";
import { bothNames } from "./words/other-organisation";

/** Fewer figures that differ are slips. */
const FEWEST = 8;
/** Where nobody says whose the workbook is, so many differ and so much more than agree. */
const MANY = 40;
const MOST = 4;

/**
 * A workbook of another organisation or year, most of whose figures are others: each of them would be told as a slip, and those
 * that agree do so by chance. null: it is the report's own, whatever the names say.
 */
export function strangerOf(ledger: Ledger, lines: readonly Line[]): Stranger | null {
  const { book } = ledger;
  const { otherOrganisation, otherYear, year } = book;
  if (!book.withWorkbook) return null;
  const named = otherOrganisation !== null || otherYear !== null;
  if (!named && book.recognised.organisation !== null) return null;
  const { same, different } = counted(ledger, lines);
  if (different < (named ? FEWEST : MANY) || different <= same * (named ? 1 : MOST)) return null;
  const figures = `能核对的${String(same + different)}个数里有${String(different)}个不同`;
  const whose = book.called;
  const years = otherYear === null ? "" : `说明通篇写的是${String(year)}年，${whose}写的是${String(otherYear)}年`;
  const first = lines.find(({ text }) => text.includes(`${String(year)}年`)) ?? lines[0];
  const start = Math.max(0, first?.text.indexOf(`${String(year)}年`) ?? 0);
  const atYear = { line: first?.index ?? 0, start, end: start + (otherYear === null ? 0 : 4) };
  if (otherOrganisation === null)
    return {
      whose,
      why: otherYear === null ? `${whose}没有写明单位，${figures}，多半不是同一份预算` : `${years}，${figures}，不是同一个年度的预算`,
      advice: anew(book, otherYear === null ? "这份报告" : `${String(year)}年`),
      id: otherYear === null ? "S03" : "B07",
      category: otherYear === null ? "name" : "year",
      at: atYear,
    };
  const { name, line, start: from } = otherOrganisation.said;
  return {
    whose,
    why: [bothNames(book, otherOrganisation), years, `${figures}，不是同一份预算`].filter((words) => words !== "").join("；"),
    advice: anew(book, `“${name}”${year === null ? "" : `${String(year)}年`}`),
    id: "S03",
    category: "name",
    at: { line: line.index, start: from, end: from + name.length },
  };
}

const anew = ({ called }: Ledger["book"], whose: string): string =>
  called === "工作簿" ? `请换成${whose}的工作簿，再校对一次。` : `请看报告里的表和文字哪一个是${whose}的，换掉另一个。`;

/** How many figures the workbook says as well, and how many it has otherwise: nothing is nothing in any workbook. */
function counted(ledger: Ledger, lines: readonly Line[]): { same: number; different: number } {
  const found = { same: 0, different: 0 };
  for (const { figure, stated } of ledger.entries.values())
    if (figure?.known && stated.value && !stated.value.isZero()) {
      const kind = ledger.standing(stated)?.kind;
      if (kind === "faulty") found.different += 1;
      else if (kind === "proved") found.same += 1;
    }
  for (const line of lines)
    for (const stated of line.kind === "row" ? numeralsOf(line) : []) {
      const kind = ledger.standing(stated)?.kind;
      if (kind === "faulty") found.different += 1;
      else if (kind === "proved" && stated.value?.isZero() === false) found.same += 1;
    }
  return found;
}

/** Tells it over the text. */
export function tellStranger(ledger: Ledger, lines: readonly Line[], { whose, why, advice, id, category, at }: Stranger): void {
  const line = lines[at.line];
  if (!line) return;
  ledger.fault({
    id,
    category,
    severity: "error",
    at: { line, start: at.start, end: at.end },
    ...(at.start === at.end ? { place: true as const } : {}),
    message: `${why}。没有用${whose}核对，只核对了${ledger.book.withWorkbook ? "报告自己的表和文字" : "文字本身能证明的内容"}。`,
    advice,
  });
}
