import type { ReportParagraph, ReportTable } from "./report";

/** A table with the paragraphs of the report that belong to it. */
export interface SheetPlace {
  readonly table: ReportTable;
  /** The paragraphs above that belong to it, the lowest last: rows -1, -2 … of its sheet upwards. */
  readonly above: readonly ReportParagraph[];
  /** The notes below: the rows behind the table's own. */
  readonly below: readonly ReportParagraph[];
}

const bare = (text: string): string => text.normalize("NFKC").replace(/\s/g, "");

/** Behind a title: "(续表)", "单位：万元". */
const TAIL = /(?:\([^()]*\)|(?:金额)?单位:.*)$/s;
const SENTENCE = /[。;；?？!！]/;
const LONGEST_TITLE = 60;

/** 表5, 公开05表, which may stand between a title and its table. */
const isNumber = (text: string): boolean =>
  /^(?:附?[表件]|公开表?|预算(?=\d)|GK)[\d一二三四五六七八九十]{1,3}(?:号|表)?[:.、]?$/i.test(bare(text));
/** Short, ends in 表, and says nothing. */
const isTitle = (text: string): boolean => {
  const own = bare(text).replace(TAIL, "").replace(TAIL, "");
  return own.length <= LONGEST_TITLE && own.length > 2 && /表$/.test(own) && !isNumber(text) && !SENTENCE.test(own) && !/空表$/.test(own);
};
const isHead = (text: string): boolean =>
  /单位[:(]?.{0,4}元|^(?:编制|填报|预算)?(?:部门|单位)(?:名称)?[:(]|^\(?(?:金额)?单位|日期:/.test(bare(text));

/** A sentence under a table that is about it: why it is empty, what it leaves out. */
export const isNote = (text: string): boolean => /^(?:备?注\d?|说明)[:：.、]|空表|本表|^没有使用|^\s*无[。.]?$/.test(bare(text));

/** How many paragraphs above a table may be its head. */
const MOST = 6;

/** Of the paragraphs between two tables those that head the second: its title and number, unit and organisation. */
export function splitBetween(between: readonly ReportParagraph[]): {
  readonly rest: readonly ReportParagraph[];
  readonly head: readonly ReportParagraph[];
} {
  const floor = Math.max(0, between.length - MOST);
  let at = between.length;
  for (let index = between.length - 1; index >= floor; index--) {
    const text = between[index]?.text ?? "";
    if (isTitle(text)) {
      at = index;
      break;
    }
    if (!isHead(text) && !isNumber(text) && (SENTENCE.test(text) || bare(text).length > LONGEST_TITLE)) break;
  }
  if (at === between.length) while (at > floor && (isHead(between[at - 1]?.text ?? "") || isNumber(between[at - 1]?.text ?? ""))) at--;
  else while (at > floor && isNumber(between[at - 1]?.text ?? "")) at--;
  return { rest: between.slice(0, at), head: between.slice(at) };
}

/** A paragraph above a table as cells: two things on one line stand apart. Letters spaced wide are one word. */
export function headRows(text: string): string[] {
  const parts = text
    .replace(/([：:])[\s\u3000]+/g, "$1")
    .split(/\t+|[ \u3000]{2,}/)
    .filter((part) => part.trim() !== "");
  return parts.length > 1 && parts.every((part) => part.trim().length > 1) ? parts.map((part) => part.trim()) : [text];
}

const printed = (text: string): string =>
  text
    .replace(/[\s\u3000]+/g, " ")
    .replace(/(?<=[\p{sc=Han}：，]) (?=[\p{sc=Han}：，])/gu, "")
    .trim();

/** The table's printed title: above it, or in its own first rows. */
export function titleIn({ table, above }: Pick<SheetPlace, "table" | "above">): string | null {
  const titled = above.map(({ text }) => headRows(text).find(isTitle)).find((text) => text !== undefined);
  if (titled !== undefined) return printed(titled);
  const inside = table.rows.slice(0, 3).flatMap((row) => {
    const filled = row.filter(({ text }) => text.trim() !== "");
    return filled.length <= 2 ? filled.filter(({ text }) => isTitle(text)) : [];
  });
  return inside[0] ? printed(inside[0].text) : null;
}
