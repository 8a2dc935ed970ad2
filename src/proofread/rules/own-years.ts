import { sentencesOf } from "./sentences";
import type { Line, Span } from "../text/lines";

/** A year that a heading or a sentence tells of: not one that it compares with, explains by, or names a document by. */
export interface OwnYear {
  readonly at: Span;
  readonly year: number;
  readonly heading: boolean;
  /** The clause that it stands in, and the sentence. */
  readonly clause: string;
  readonly sentence: string;
}

const YEAR = /(?<![\d.,])20[0-4]\d(?=年)/g;
/** 经某某局汇总，2026年…; nothing before it but who tells, and no figure. */
const LEAD = /^[\p{sc=Han}　“”"]{0,60}$/u;
const MARK = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六]部分[：、]?)*/;
/** What ends before a year that is another's: that it is compared with, lasts from or to, or a document's. */
const OF_ANOTHER = /[比较与和同至到自从于按即及并因受]$|截[至止]|根据|按照|依据|依照|要求|印发|批复|计划|规划|以来|关于.{6,60}$/;
/** Why something changed, or a part of what was told. */
const IN_REASON = /原因|由于|因为|主要是|其中|增加|减少/;
/** 2026年至2028年, 2026年3月, 2026年底, 2026年2月1日 */
const NO_WHOLE = /^年(?:度)?(?:至|到|-|—|~|～|、|和|与|及|以|之|初(?!预算)|年?[底末]|\d)/;
const MATTER = /预算|决算|收入|支出|收支|收、支|经费|费用?|拨款|采购|安排|资金|执行/;
const HEADED = /情况|说明|公开|公示|统计|报告/;
/** 2026年预算数 over the column of a table. */
const COLUMN = /(?:预算|决算|执行|完成)数|增减|[比较]|\|/;
/** Longer lines without a mark are sentences that lost theirs. */
const TITLE = 60;

/** The years that a text tells of, in their order. */
export const ownYearsOf = (lines: readonly Line[]): readonly OwnYear[] =>
  lines.flatMap((line) => {
    if (line.kind === "row") return [];
    return /[，。；：]/.test(line.text.replace(MARK, ""))
      ? sentencesOf(line).flatMap((sentence) => told(line, sentence) ?? [])
      : titled(line);
  });

function titled(line: Line): readonly OwnYear[] {
  const text = withoutInserted(line.text);
  const years = [...text.matchAll(YEAR)];
  const [first] = years;
  if (!first || text.length > TITLE || years.some(([said]) => said !== first[0]) || COLUMN.test(text)) return [];
  const after = text.slice(first.index + first[0].length);
  if (NO_WHOLE.test(after) || !(MATTER.test(text) || HEADED.test(text))) return [];
  return [ownYear(line, first.index, Number(first[0]), text, line.text, true)];
}

function told(line: Line, { start, text: said }: { readonly start: number; readonly text: string }): OwnYear | null {
  const text = withoutInserted(said);
  const mark = (MARK.exec(text)?.[0] ?? "").length;
  const [first] = text.matchAll(YEAR);
  if (!first || first.index < mark) return null;
  const before = text.slice(mark, first.index);
  const lead = before.split(/[，：]/).at(-1) ?? "";
  const after = text.slice(first.index + first[0].length);
  // 2026年度，本单位收入为
  const clause = /^年(?:度)?，/.test(after) ? after.split(/[，：]/, 2).join("，") : (after.split(/[，：]/, 1)[0] ?? "");
  if (/\d/.test(before) || IN_REASON.test(before) || OF_ANOTHER.test(lead)) return null;
  if (!LEAD.test(lead) || NO_WHOLE.test(after) || !MATTER.test(clause)) return null;
  return ownYear(line, start + first.index, Number(first[0]), clause, said, false);
}

/** Names of documents, and what stands in brackets, blotted out. */
const withoutInserted = (text: string): string =>
  text.replace(/《[^》]{0,200}》|（[^（）]{0,200}）|〔[^〕]{0,40}〕|\[[^\]]{0,40}\]/g, (words) => "　".repeat(words.length));

const ownYear = (line: Line, start: number, year: number, clause: string, sentence: string, heading: boolean): OwnYear => ({
  at: { line, start, end: start + "2026".length },
  year,
  heading,
  clause,
  sentence,
});
