/** Words as they are printed: what people type is kept, what Word and Excel put in between is not. */

const CJK = "\\p{sc=Han}\\u3000-\\u303f\\uff00-\\uffef\\u2018-\\u201d";
const SPACE_AFTER = new RegExp(`(?<=[${CJK}])[ \\t\\u00a0\\u3000]+`, "gu");
const SPACE_BEFORE = new RegExp(`(?<![ \\t\\u00a0\\u3000])[ \\t\\u00a0\\u3000]+(?=[${CJK}])`, "gu");
// Control characters, halves of characters, and invisible marks that turn the direction of text or hide in it.
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** One line, without spaces between Chinese characters and digits ("2026 年" is "2026年"). */
export function tidy(text: string): string {
  return text
    .replace(INVISIBLE, "")
    .replace(/[\s\u3000]+/g, " ")
    .replace(SPACE_AFTER, "")
    .replace(SPACE_BEFORE, "")
    .trim();
}

/** The lines of a cell that may hold several paragraphs. */
export function tidyLines(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map(tidy)
    .filter((line) => line !== "");
}

/** A clause that goes into a sentence: without its own full stop. */
export function clause(text: string): string {
  const words = tidyLines(text).join("");
  let end = words.length;
  while (end > 0 && "。；;，,、".includes(words.charAt(end - 1))) end--;
  return words.slice(0, end);
}

/** A reason without the words that the sentence says itself. */
export function reasonClause(text: string): string {
  return clause(text).replace(/^(?:其)?(?:主要)?原因(?:是|为|：|:)+[：:]?/u, "");
}

/** A subject's name as printed in text: full-width brackets. */
export function subjectWords(name: string): string {
  return tidy(name).replace(/\(/g, "（").replace(/\)/g, "）");
}

const DIGITS = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** 1 -> 一, 12 -> 十二, 20 -> 二十, 105 -> 一百零五; for list marks, up to 999. */
export function chineseNumber(n: number): string {
  const digit = (value: number): string => DIGITS[value] ?? "";
  if (n < 10) return digit(n);
  if (n < 20) return `十${n === 10 ? "" : digit(n - 10)}`;
  if (n < 100) return `${digit(Math.floor(n / 10))}十${n % 10 === 0 ? "" : digit(n % 10)}`;
  const rest = n % 100;
  const tail = rest === 0 ? "" : rest < 10 ? `零${digit(rest)}` : rest < 20 ? `一${chineseNumber(rest)}` : chineseNumber(rest);
  return `${digit(Math.floor(n / 100))}百${tail}`;
}
