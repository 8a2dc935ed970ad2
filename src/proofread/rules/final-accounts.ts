import type { Ledger } from "../ledger";
import { tableTitles, type TableTitles } from "../sections/table-titles";
import { rememberedFor } from "../../text/remembered";
import type { Line } from "../text/lines";

/** Work on final accounts is spoken of in budgets too: 决算公开, 预决算, 编制决算草案. */
const SAID = /(?<![预财编办])决算(?!公开|草案|批复|报告|报表|编制|编报|工作|管理|信息|审|会审|软件|系统|培训|业务|数据|汇总)/g;
/** Whose accounts these are: nothing of last year stands between the words and the mark before them. */
const BEFORE = 24;
const EARLIER = /上年|去年|上一年|以前年度|往年|历年|\d{4}年/;

/**
 * A text of final accounts, which the rules of a budget do not bind: its titles say so, or what it announces, or of 决算 it speaks at
 * least half as often as of 预算.
 */
export const isOfFinalAccounts = rememberedFor((lines: readonly Line[]): boolean => {
  const titles = lines.filter(({ kind, text }) => kind !== "row" && text.length <= TITLE && TITLED.test(text));
  if (titles.some(({ text }) => text.includes("决算")) && !titles.some(({ text }) => text.replace(OF_FUND, "").includes("预算")))
    return true;
  const announced = lines.flatMap(({ kind, text }) => (kind === "row" ? [] : (ANNOUNCED.exec(text)?.[0] ?? [])));
  if (announced.some((words) => !BOTH.test(words))) return true;
  const count = (words: RegExp): number =>
    lines.reduce((sum, { kind, text }) => (kind === "row" ? sum : sum + [...text.matchAll(words)].length), 0);
  return count(SAID) * 2 > count(/预算/g);
});

/** 2025年一般公共预算决算情况: the accounts of what is called so. */
const OF_FUND = /(?:一般公共|政府性基金|国有资本经营|社会保险基金)预算(?=[^，。；：预]{0,12}决算)/g;

/** 现将某某镇2025年度“三公”经费决算情况公布如下 */
const ANNOUNCED = /将[^，。；：]{0,120}20\d\d年[^，。；：]{0,30}决算[^，。；：]{0,20}(?:公[布开示]|说明|[汇报]报|报告)如下/;
/** 2026年预算和2025年决算 */
const BOTH = /20\d\d年[^，。；：（）]{0,30}预算[^，。；：（）]{0,30}决算|决算[^，。；：（）]{0,30}预算/;

/** 某某局2025年度部门决算公开说明 */
const TITLED = /^[^，。；：]*20\d\d年[^，。；：]*$/;
const TITLE = 60;

/** 2026年部门汇总决算 in the budget for 2026: there are no final accounts yet of a year that has not begun. */
export function judgeFinalAccounts(ledger: Ledger, lines: readonly Line[]): void {
  const { year } = ledger.book;
  if (year === null || isOfFinalAccounts(lines)) return;
  const titles = tableTitles(ledger.book.recognised);
  const sole = soleHeading(lines);
  for (const line of lines.filter(({ kind }) => kind !== "row"))
    for (const { index } of line.text.matchAll(SAID)) {
      const at = { line, start: index, end: index + 2 };
      const clause =
        line.text
          .slice(Math.max(0, index - BEFORE), index)
          .split(/[，。；：、]/)
          .at(-1) ?? "";
      const own =
        line === sole || OF_BUDGET.test(clause) || isTitle(titles, line) || new RegExp(`(?:${String(year)}年|本年|汇总)`).test(clause);
      const others = EARLIER.test(clause.replaceAll(`${String(year)}年`, ""));
      if (!own || others || ledger.isFaulted(at)) continue;
      ledger.fault({
        id: "B-用",
        category: "wording",
        severity: "warning",
        at,
        message: `“${clause}决算”：这是${String(year)}年的预算，还没有${String(year)}年的决算。`,
        // Without a workbook nobody knows whether the year is the one that is wrong.
        ...(ledger.book.withWorkbook ? { expected: "预算", replaces: true } : { advice: "请看是“预算”写成了“决算”，还是年份写错了。" }),
      });
    }
}

/** 一般公共决算: the name of a budget, of which 预算 is a part. */
const OF_BUDGET = /(?:一般公共|政府性基金|国有资本经营)$/;

/** 六、财政拨款基本支出决算情况说明 among headings that all speak of 预算: the one heading, or entry of the contents, that does not. */
function soleHeading(lines: readonly Line[]): Line | null {
  const headings = lines.filter(
    ({ kind, text }) => kind !== "row" && text.length <= TITLE && NUMBERED.test(text) && !/[。；，]/.test(text),
  );
  const [first, another] = headings.filter(({ text }) => text.includes("决算"));
  const others = headings.filter(({ text }) => text.includes("预算"));
  const own = first?.text.replace(OF_BUDGETS, "") ?? "";
  return first && !another && !own.includes("预算") && others.length >= FEWEST ? first : null;
}
const NUMBERED = /^(?:第[一二三四五六]部分|（?[一二三四五六七八九十]{1,3}[、）]|\d{1,2}[.．、])/;
/** 一般公共预算 is the name of a budget. */
const OF_BUDGETS = /(?:一般公共|基金|经营)预算/g;
/** So many headings speak of a budget that one of final accounts is a slip. */
const FEWEST = 4;

/** 七、一般公共预算支出决算表: with 预算 in its place a title of these tables, in the contents or over the table. */
const isTitle = (titles: TableTitles, line: Line): boolean => titles.has(line.text.replace(NUMBER, "").replace("决算", "预算"));
const NUMBER = /^(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.、])?(?:\d{4}年(?:度)?)?/;
