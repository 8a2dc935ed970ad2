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

/** A text in lines that fit; what does not fit the last one ends in "…". Figures and Latin words are not broken where avoidable. */
export function wrapped(text: string, size: number, width: number, lines: number): readonly string[] {
  const out: string[] = [];
  let line = "";
  const pieces = text.match(/[\d.,%+-]+|[A-Za-z]+|./gsu) ?? [];
  for (const piece of pieces.flatMap((one) => (textWidth(one, size) > width ? Array.from(one) : [one]))) {
    if (line !== "" && textWidth(line + piece, size) > width) {
      out.push(line.trim());
      line = "";
    }
    line += piece;
  }
  if (line.trim() !== "") out.push(line.trim());
  if (out.length <= lines) return out;
  return [...out.slice(0, lines - 1), shortened(out.slice(lines - 1).join(""), size, width)];
}

/** A text on one line, its end left out where it does not fit. */
export function shortened(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const kept = Array.from(text);
  while (kept.length > 1 && textWidth(`${kept.join("")}…`, size) > width) kept.pop();
  return `${kept.join("")}…`;
}
