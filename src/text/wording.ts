import { visible } from "./invisible";
import { remembered } from "./remembered";

/**
 * Comparing words as a reader does: what differs only by width, spacing, brackets or quotes is the same word.
 */

const SPACE = /\s+/g;
const QUOTES = /["'“”‘’「」『』＂]/g;
const DASHES = /[—–―‒－﹣−﹘]+|-+/g;
const LEAD = /^(?:其中:|其中)?(?:\(?[一二三四五六七八九十]+\)?[、.]|\([一二三四五六七八九十]+\)|\(?\d{1,2}\)|\d{1,2}[.、])?(?:其中:|其中)?/;

const INDENT = /^[\s·•∙・.．…—–\-－├└│─]+(?=[^\d\s.．])/;
const CIRCLED = /^\s*[①-⑳⑴-⒇⒈-⒛❶-❿]\s*[、.．]?/;

/** Chinese characters, letters and digits alone are what they become; most names are. */
const PLAIN = /^[\u4e00-\u9fffA-Za-z0-9]*$/;

/** Half-width, without any space or invisible character; quotes and brackets unified; dashes unified. */
export function normalise(text: string): string {
  return PLAIN.test(text) ? text : unified(text);
}

const unified = remembered((text) => visible(text).normalize("NFKC").replace(SPACE, "").replace(QUOTES, "").replace(DASHES, "-"));

/** A name without the spaces, dots or dashes that indent it. */
export function withoutIndent(text: string): string {
  return visible(text).replace(INDENT, "");
}

const NUMBERING =
  /^[\s\u3000]*(?:[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d))[\s\u3000]*/;

/** A name without the number before it ("一、公共安全支出"): numbering is no part of a name. */
export function withoutNumbering(name: string): string {
  return name.replace(NUMBERING, "");
}

/** A row label without indentation, numbering ("1."、"一、"、"①") and "其中：". */
export const normaliseLabel = remembered((text) => normalise(withoutIndent(text).replace(CIRCLED, "")).replace(LEAD, ""));

/** What the reader would type: no line breaks, no letter-spacing between Chinese characters, single spaces elsewhere. */
export function printable(text: string): string {
  return visible(text)
    .replace(/\s+/g, " ")
    .replace(/(?<=[\p{sc=Han}：；，、（）]) (?=[\p{sc=Han}：；，、（）])/gu, "")
    .trim();
}

/** A line of a list of contents without the dots and the page number at its end. */
export function withoutPageNumber(line: string): string {
  return line.replace(/(?<!\d)\d+$/, "").replace(/(?<![.·…])[.·…]+$/, "");
}

/** "合计", "总计" and their letter-spaced and sided forms: the one total row of a table. */
const TOTAL_LABELS = new Set(["合计", "总计", "收入总计", "支出总计", "收入合计", "支出合计", "共计", "总额", "合计数", "总计数"]);

export function isTotalLabel(normalised: string): boolean {
  return TOTAL_LABELS.has(normalised.replace(/[:：]$/, ""));
}

/** In Chinese quotation marks; quotation marks within become single ones: “‘三公’经费”. */
export function quoted(text: string): string {
  return `“${text.replace(/“/g, "‘").replace(/”/g, "’")}”`;
}
