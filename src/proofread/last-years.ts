import type { Fault } from "./ledger";
import { spanText, type Line } from "./text/lines";

const FIGURES: ReadonlySet<string> = new Set(["figure", "share", "change", "sum", "direction"]);

/**
 * A paragraph of last year's report, its years and its figures, is one fault: this year is nowhere in it, and what differs is
 * said inside. A year alone is a slip of its own, and put right by itself.
 */
export function lastYears(faults: readonly Fault[], year: number | null): readonly Fault[] {
  const lines = new Map<Line, Fault[]>();
  for (const fault of faults) if (isLastYear(fault)) lines.set(fault.at.line, []);
  for (const fault of faults) if (isPart(fault)) lines.get(fault.at.line)?.push(fault);
  const old = [...lines].filter(([line, parts]) => parts.length > 1 && !line.text.includes(`${String(year)}年`));
  const folded = new Set(old.flatMap(([, parts]) => parts));
  return [...faults.filter((fault) => !folded.has(fault)), ...old.map(([line, parts]) => whole(line, parts))];
}

/** 2025 where 2026 ought to stand. */
const isLastYear = ({ id, category, at, expected = "" }: Fault): boolean =>
  id === "B07" && category === "year" && Number(spanText(at)) + 1 === Number(expected);

const isPart = (fault: Fault): boolean => isLastYear(fault) || (fault.severity !== "info" && FIGURES.has(fault.category));

function whole(line: Line, parts: readonly Fault[]): Fault {
  const sorted = [...parts].sort((a, b) => a.at.start - b.at.start);
  return {
    id: "B07",
    category: "year",
    severity: "error",
    at: { line, start: Math.min(...parts.map(({ at }) => at.start)), end: Math.max(...parts.map(({ at }) => at.end)) },
    message: `这一段像是上年的，没有改：${[...new Set(sorted.map((part) => differs(line, part)))].join("；")}。`,
    expected: "",
    cells: parts.flatMap(({ cells = [] }) => cells),
    advice: "请按本年的数重写这一段。",
  };
}

/** 1,136.75应为1,219.43; where nothing is certain to be right, what was said of it. */
function differs({ text }: Line, { at, place, expected = "", message }: Fault): string {
  const quote = place === true ? "" : text.slice(at.start, at.end);
  return quote !== "" && expected !== "" && quote.length < LONGEST ? `“${quote}”应为${expected}` : message.replace(/。$/, "");
}

const LONGEST = 24;
