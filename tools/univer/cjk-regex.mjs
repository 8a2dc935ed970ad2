/** What the canvas asks of cjk-regex (160 KB of tables): the browser knows these classes itself. */
const pattern = (source) => ({ toRegExp: () => new RegExp(source, "u") });
const LETTERS = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Bopomofo}";
const PUNCTUATION = "\\u3000-\\u303f\\uff00-\\uffef\\u2014\\u2018\\u2019\\u201c\\u201d\\u2026";

export const letters = () => pattern(`[${LETTERS}]`);
export const punctuations = () => pattern(`[${PUNCTUATION}]`);
export const all = () => pattern(`[${LETTERS}${PUNCTUATION}]`);
