/**
 * Characters that leave no trace on the screen: format characters (soft hyphens, joiners, direction marks, byte order
 * marks), fillers, variation selectors, control characters. They come with text copied from web pages, PDF and chat, and
 * make two words that look the same differ. Spaces, tabulators and line breaks are none of them: those part words.
 */
const INVISIBLE =
  /[\p{Cf}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\ufffe\uffff\u{e0100}-\u{e01ef}]/gu;

/** Latin letters, Chinese ones and their punctuation, all of them visible: most texts are passed at a glance. */
const PLAIN = /^[\u0020-\u007e\u2010-\u2027\u3000-\u3163\u3400-\u9fff\uff01-\uff9f]*$/;

/** Whether all of a text is plainly to be seen. */
export const isPlain = (text: string): boolean => PLAIN.test(text);

/** The text as a reader sees it. */
export function visible(text: string): string {
  return isPlain(text) ? text : text.replace(INVISIBLE, "");
}

/** The invisible characters of a text, each once: "U+200B". */
export function invisibleIn(text: string): readonly string[] {
  return isPlain(text) ? [] : [...new Set(text.match(INVISIBLE) ?? [])].map(codePoint);
}

/** "U+00A0": how a character that cannot be shown is named. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
