/** Widths in ems of the sans-serif faces that Chinese offices have; on the wide side, so that nothing runs into another. */
const EMS: readonly (readonly [RegExp, number])[] = [
  [/[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff01-\uff60\u3000-\u303f“”‘’…—·\p{Emoji_Presentation}]|[\u{20000}-\u{3ffff}]/u, 1],
  [/[\d+\-−＝=<>~]/u, 0.6],
  [/[A-Z@%&mwMW]/u, 0.86],
  [/[.,:;'|!iljI()[\] ]/u, 0.36],
];
const OTHER = 0.6;

/** About how wide a text is printed, in the unit of its size. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += EMS.find(([kind]) => kind.test(character))?.[1] ?? OTHER;
  return ems * size;
}

/**
 * A text in lines that fit, of about one length; what does not fit the last one ends in "…". Figures and Latin words are not
 * broken where avoidable, and no line begins with a closing mark or ends with an opening one.
 */
export function wrapped(text: string, size: number, width: number, lines: number): readonly string[] {
  const pieces = (text.match(PIECE) ?? []).flatMap((one) => (textWidth(one, size) > width ? Array.from(one) : [one]));
  const filled = filledLines(pieces, size, width);
  if (filled.length > lines) return [...filled.slice(0, lines - 1), shortened(filled.slice(lines - 1).join(""), size, width)];
  let even = filled;
  for (let narrower = width - size / 2; filled.length > 1 && narrower > width / 2; narrower -= size / 2) {
    const tried = filledLines(pieces, size, narrower);
    if (tried.length > filled.length) break;
    even = tried;
  }
  return even;
}

const PIECE = /[“‘（《(]?(?:[\d.,%+-]+|[A-Za-z]+|[^“‘（《(])[”’）》)、，。；：]?/gsu;

function filledLines(pieces: readonly string[], size: number, width: number): readonly string[] {
  const out: string[] = [];
  let line = "";
  for (const piece of pieces) {
    if (line !== "" && textWidth(line + piece, size) > width) {
      out.push(line.trim());
      line = "";
    }
    line += piece;
  }
  return line.trim() === "" ? out : [...out, line.trim()];
}

/** A text on one line, its end left out where it does not fit. */
export function shortened(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const kept = Array.from(text);
  while (kept.length > 1 && textWidth(`${kept.join("")}…`, size) > width) kept.pop();
  return `${kept.join("")}…`;
}
