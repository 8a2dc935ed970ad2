/** Bytes decoded at once: enough that little is carried over, little enough to stay near the processor. */
const PIECE = 1 << 18;

/** UTF-16 by its mark or by the shape of its first sign; XML in packages is UTF-8 else. */
const encodingOf = ([a, b]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" =>
  (a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)
    ? "utf-16le"
    : (a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)
      ? "utf-16be"
      : "utf-8";

/** Where a piece of UTF-8 that may end there ends: not within a sign. */
function betweenSigns(bytes: Uint8Array, wanted: number): number {
  let end = Math.min(wanted, bytes.length);
  while (end < bytes.length && end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80 && wanted - end < 3) end--;
  return end;
}

/** Gives a text piece by piece, each at least as long as was asked for; null: there is no more. */
export type TextPieces = (atLeast: number) => string | null;

/** A part's bytes as text. Throws `TypeError` where they are none in their encoding. */
export function piecesOf(bytes: Uint8Array): TextPieces {
  const encoding = encodingOf(bytes);
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let at = 0;
  return (atLeast) => {
    if (at >= bytes.length) return null;
    const from = at;
    const wanted = from + Math.max(PIECE, atLeast);
    at = encoding === "utf-8" ? betweenSigns(bytes, wanted) : Math.min(wanted + (wanted % 2), bytes.length);
    // A decoder that is told of more to come is a slower one; only UTF-16 can be cut within a sign.
    const text =
      encoding === "utf-8"
        ? decoder.decode(bytes.subarray(from, at))
        : decoder.decode(bytes.subarray(from, at), { stream: at < bytes.length });
    return from === 0 && text.startsWith("\ufeff") ? text.slice(1) : text;
  };
}

/** A text that is in hand already. */
export function wholeText(text: string): TextPieces {
  let left: string | null = text.startsWith("\ufeff") ? text.slice(1) : text;
  return () => {
    const all = left;
    left = null;
    return all;
  };
}

/** The beginning of a part, enough to see its first element. */
export const headOf = (bytes: Uint8Array, length: number): string => new TextDecoder(encodingOf(bytes)).decode(bytes.subarray(0, length));
