import { sniff } from "./sniff";

/** The encodings that Chinese office text comes in, told by their byte order marks or by which of them fits; null: no text. */
export function decodeText(bytes: Uint8Array): string | null {
  const kind = sniff(bytes);
  if (kind === "zip" || kind === "compound") return null;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  for (const encoding of ["utf-8", "gb18030"])
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes("\0")) return text;
    } catch {
      // Not this one.
    }
  return null;
}
