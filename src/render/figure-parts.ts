/** A stretch of text: words, or a figure with its unit, which stand on one line. */
export interface Part {
  readonly text: string;
  readonly figure: boolean;
}

const FIGURE = /-?\d(?:[\d,.]*\d)?(?:%|‰|万元|亿元|元|平方米|年|个|台|辆|家|人|项)?/g;

/** A text as words and figures, in order; together they are the text. */
export function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const { index, 0: figure } of text.matchAll(FIGURE)) {
    if (index > from) parts.push({ text: text.slice(from, index), figure: false });
    parts.push({ text: figure, figure: true });
    from = index + figure.length;
  }
  return from < text.length ? [...parts, { text: text.slice(from), figure: false }] : parts;
}
