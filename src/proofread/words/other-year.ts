import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";

/** A text and a workbook of two years: one cause, said once. Which of the two is right nobody can tell from them. */
export function judgeOtherYear(ledger: Ledger, lines: readonly Line[]): void {
  const { year, otherYear, called } = ledger.book;
  if (year === null || otherYear === null) return;
  const line = lines.find(({ text }) => text.includes(`${String(year)}年`));
  if (!line) return;
  const start = line.text.indexOf(String(year));
  ledger.fault({
    id: "B07",
    category: "year",
    severity: "error",
    at: { line, start, end: start + 4 },
    message: `说明通篇写的是${String(year)}年，${called}写的是${String(otherYear)}年，不是同一个年度。下面按说明的${String(year)}年核对。`,
    advice: `请先看${called}是不是拿错了；如果只是${called}的表题、空表说明${called === "工作簿" ? "或填报表" : ""}漏改年度，请改${called}。`,
  });
}
