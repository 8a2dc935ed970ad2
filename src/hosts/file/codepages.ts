const LABELS: Readonly<Record<number, string>> = {
  874: "windows-874",
  932: "shift_jis",
  936: "gb18030",
  949: "euc-kr",
  950: "big5",
  1200: "utf-16le",
  1201: "utf-16be",
  10000: "macintosh",
  54936: "gb18030",
  65001: "utf-8",
};
const decoders = new Map<number, TextDecoder>();

function decoder(page: number): TextDecoder {
  const known = decoders.get(page);
  if (known) return known;
  const made = new TextDecoder(LABELS[page] ?? (page >= 1250 && page <= 1258 ? `windows-${String(page)}` : "latin1"));
  decoders.set(page, made);
  return made;
}

type Letters = string | ArrayLike<number>;
const bytesOf = (letters: Letters): Uint8Array =>
  typeof letters === "string" ? Uint8Array.from(letters, (letter) => letter.charCodeAt(0)) : Uint8Array.from(letters);

/**
 * The code pages of old .xls files (Excel 95 writes its strings in the desk's own), for the library that reads them: the
 * decoders that every browser and Node have, instead of its own half a megabyte of tables.
 */
export const codepages = {
  utils: {
    hascp: () => true,
    decode: (page: number, letters: Letters): string => decoder(page).decode(bytesOf(letters)),
    encode: (_page: number, text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0) & 0xff),
  },
};
