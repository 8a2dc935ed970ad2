/** How many signs in a thousand may be unreadable before bytes are taken for no text at all. */
const MOST_UNREADABLE = 10;
const HEAD = 4096;
/** What a page, an XML or a mail says of its own encoding. */
const DECLARED = /(?:encoding|charset)\s{0,9}=\s{0,9}(?:3D)?["']?\s{0,9}([\w-]{3,20})/i;

function decoderFor(label: string): TextDecoder | null {
  try {
    // What calls itself GB2312 holds GBK's and GB18030's signs as often as not.
    return new TextDecoder(/^(gb2312|gbk|cp936|x-gbk|936)$/i.test(label) ? "gb18030" : label);
  } catch {
    return null;
  }
}

/** UTF-16 without its mark: the high halves of digits, line ends and Latin letters are zeros on one side. */
function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const head = bytes.subarray(0, HEAD);
  const zeros = [0, 0];
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0) return null;
  return odd > even * 10 ? "utf-16le" : even > odd * 10 ? "utf-16be" : null;
}

/** Signs that no text holds: what could not be decoded, and control codes. */
function unreadable(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd || (code < 0x20 && !(code >= 9 && code <= 13) && code !== 0x1a && code !== 0x1f && code !== 1)) count++;
  }
  return count;
}

function byMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return a === 0xef && b === 0xbb && c === 0xbf ? "utf-8" : wideEncoding(bytes);
}

/** The encodings to try: the one that is marked, or those a Chinese office writes, the declared one first. */
function candidates(bytes: Uint8Array): string[] {
  const marked = byMark(bytes);
  if (marked !== null) return [marked];
  const declared = DECLARED.exec(new TextDecoder("latin1").decode(bytes.subarray(0, HEAD)))?.[1];
  return [...(declared === undefined || /^utf-?16/i.test(declared) ? [] : [declared]), "utf-8", "gb18030"];
}

/**
 * The text of bytes in UTF-8, UTF-16, GBK or GB18030, by its mark, by what it declares, or by which of them leaves the fewest
 * signs unread; a few bad bytes become U+FFFD. null where it is no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  let best: { text: string; bad: number } | null = null;
  for (const label of candidates(bytes)) {
    const text = decoderFor(label)?.decode(bytes);
    if (text === undefined) continue;
    const bad = unreadable(text);
    if (best === null || bad < best.bad) best = { text, bad };
    if (bad === 0) break;
  }
  if (best === null || best.bad * 1000 > best.text.length * MOST_UNREADABLE + 1000) return null;
  return best.text;
}
