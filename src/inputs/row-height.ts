/** Points a line of text takes in a cell, and the room above and below. */
const LINE = 15;
const ROOM = 4;
/** Excel's highest row. */
const HIGHEST = 409;

/** The height a row needs for its wrapped texts, in points; undefined where one line is enough. Widths in characters. */
export function rowHeight(texts: readonly { readonly text: string; readonly width: number }[]): number | undefined {
  const lines = Math.max(
    1,
    ...texts.map(({ text, width }) =>
      text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(halfWidths(line) / Math.max(1, width - 1))), 0),
    ),
  );
  return lines === 1 ? undefined : Math.min(HIGHEST, lines * LINE + ROOM);
}

/** A Chinese character is as wide as two digits. */
function halfWidths(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (character.charCodeAt(0) < 0x2000 ? 1 : 2), 0);
}
