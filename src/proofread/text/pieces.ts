import type { Span } from "./lines";

/** A stretch of one paragraph (0-based), UTF-16 offsets. */
export interface Piece {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/** A span of a line as stretches of the user's own paragraphs; no character of two code units is cut in half. */
export function piecesOf(span: Span, place: boolean, paragraphs: readonly string[]): readonly Piece[] {
  const isInside = ({ paragraph }: Piece, at: number): boolean => /^[\udc00-\udfff]/.test((paragraphs[paragraph] ?? "").slice(at, at + 1));
  return unitsOf(span, place).map((piece) => {
    const end = isInside(piece, piece.end) ? piece.end + 1 : piece.end;
    return { ...piece, start: piece.start === piece.end ? end : piece.start, end };
  });
}

function unitsOf({ line, start, end }: Span, place: boolean): readonly Piece[] {
  const last = Math.max(0, line.text.length - 1);
  if (place || end <= start) {
    const index = Math.min(Math.max(0, end - 1), last);
    const at = (line.at[index] ?? 0) + (end > 0 ? 1 : 0);
    return [{ paragraph: line.paragraph[index] ?? 0, start: at, end: at }];
  }
  const pieces: Piece[] = [];
  for (let i = start; i < end; i += 1) {
    const [paragraph, at] = [line.paragraph[i] ?? 0, line.at[i] ?? 0];
    const before = pieces.at(-1);
    if (before?.paragraph === paragraph) pieces[pieces.length - 1] = { ...before, end: at + 1 };
    else pieces.push({ paragraph, start: at, end: at + 1 });
  }
  return pieces;
}
