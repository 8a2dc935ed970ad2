import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";
import { sentencesOf, type Sentence } from "./sentences";

const LEAD = /(?:(?:主要)?原因(?:是|为|：)|主要是)：?/;
const YEAR = /(?<![\d.,〔【（-])(20\d\d)(?=年)/g;
/** Plans and grants that run over years are spoken of by their years. */
const SPAN = /^年?(?:至|到|-|—|~|、|和|及|与)|规划|中央|文件|号/;
/** 推迟至2027年继续执行: to when something of this year was put off. */
const PUT_OFF = /(?:推迟|延期|延后|延迟|顺延|结转|转|留)(?:至|到|在|待)?$/;
const NOTHING = /^年(?:度)?(?:预算)?(?:无|没有|未安排|未列|不安排)/;

/** A reason for this year's budget speaks of this year and of the last; another year was left over from an older text. */
export function judgeReasonYears(ledger: Ledger, lines: readonly Line[]): void {
  const { year } = ledger.book;
  if (year === null) return;
  for (const line of lines) if (line.kind !== "row") for (const sentence of sentencesOf(line)) judge(ledger, sentence, year);
}

function judge(ledger: Ledger, sentence: Sentence, year: number): void {
  const { line, start, text, figures } = sentence;
  const lead = LEAD.exec(text);
  if (!lead) return;
  const from = lead.index + lead[0].length;
  const reason = text.slice(from);
  for (const match of reason.matchAll(YEAR)) {
    const said = Number(match[1]);
    const at = { line, start: start + from + match.index, end: start + from + match.index + 4 };
    const after = reason.slice(match.index + 4, match.index + 14);
    if (
      said === year - 1 &&
      NOTHING.test(after) &&
      figures[0]?.value?.isZero() === true &&
      !new RegExp(`${String(year)}年|本年|今年|均|也`).test(reason)
    )
      ledger.fault({
        id: "B07",
        category: "year",
        severity: "warning",
        at,
        message: `说的是${String(year)}年没有安排，理由却只说${String(said)}年没有。`,
        expected: String(year),
        replaces: true,
      });
    // Of the year that the sentence itself tells of, nothing was left over.
    if (said > year && PUT_OFF.test(reason.slice(0, match.index))) continue;
    if (said === year || said === year - 1 || SPAN.test(after) || text.lastIndexOf(`${String(said)}年`, lead.index) >= 0) continue;
    ledger.fault({
      id: "B07",
      category: "year",
      severity: said > year ? "warning" : "info",
      at,
      message: `理由里出现了${String(said)}年，预算年度是${String(year)}年，请看是不是沿用了旧文。`,
    });
  }
}
