/** The encoding that an XML part declares or its first bytes show; UTF-8 where nothing says otherwise. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes[0] === 0x3c && bytes[1] === 0) return "utf-16le";
  if (bytes[0] === 0 && bytes[1] === 0x3c) return "utf-16be";
  const declared = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(
    new TextDecoder("latin1").decode(bytes.subarray(0, 200)).replace(/^ï»¿/, ""),
  )?.[1];
  return declared?.toLowerCase() ?? "utf-8";
}

/** An XML part as UTF-8 bytes, its declaration saying so. Parts already in UTF-8 are given back as they are. */
export function asUtf8(bytes: Uint8Array): Uint8Array {
  const encoding = encodingOf(bytes);
  if (encoding === "utf-8" || encoding === "utf8" || encoding === "us-ascii") return bytes;
  const text = new TextDecoder(encoding).decode(bytes);
  return new TextEncoder().encode(text.replace(/^(\s*<\?xml[^>]*encoding\s*=\s*)["'][^"']*["']/, '$1"UTF-8"'));
}
