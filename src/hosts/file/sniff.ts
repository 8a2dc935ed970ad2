/** What a file is by its first bytes, whatever its name says. */
export type FileKind = "zip" | "compound" | "markup" | "empty" | "other";

const begins = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, i) => bytes[i] === byte);

/**
 * zip: .xlsx .ods .docx · compound: .xls .et and encrypted .xlsx · markup: the HTML or XML tables that finance systems
 * export under the name .xls · other: nothing a spreadsheet could be.
 */
export function sniff(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return "empty";
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04])) return "zip";
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return "compound";
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096)).replace(/\0/g, "");
  return /<table|<html|urn:schemas-microsoft-com:office:spreadsheet/i.test(head) ? "markup" : "other";
}

/** Whether a zip holds a Word document: its directory stands at the end and names the parts in plain bytes. */
export function isWordDocument(zip: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(zip.subarray(-65536)).includes("word/document.xml");
}
