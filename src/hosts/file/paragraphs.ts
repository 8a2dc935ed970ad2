const BLANK = /^[\s\u3000]*$/;

/** The paragraphs of a plain text, blank lines left out: one numbering for pasted and opened texts in every door. */
export function paragraphsOf(text: string): string[] {
  return text.split(/\r\n|\r|\n|\u2028|\u2029/).filter((line) => !BLANK.test(line));
}
