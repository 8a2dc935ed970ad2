/** Stands before a text taken over from last year: a starting point that nobody has confirmed yet. */
export const UNCONFIRMED = "〔待核实〕";

const MARK = /^[〔[【(（]?\s*待核实\s*[〕\]】)）]?[：:]?\s*/u;

export function isUnconfirmed(text: string): boolean {
  return text.startsWith("〔待核实") || MARK.exec(text)?.[0].length === text.length || /^[[【(（]待核实[\]】)）]/u.test(text);
}

/** The text without its mark. */
export function withoutMark(text: string): string {
  return isUnconfirmed(text) ? text.replace(MARK, "") : text;
}

export function markUnconfirmed(text: string): string {
  return text === "" || isUnconfirmed(text) ? text : UNCONFIRMED + text;
}
