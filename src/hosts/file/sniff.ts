import { delimiterOf } from "./exports/delimited";

/** What a file is by its bytes, whatever its name says. */
export type FileKind = "empty" | "zip" | "compound" | "records" | "mhtml" | "pdf" | "packed" | "other";

/** What a decoded text is. */
export type TextKind =
  | { readonly kind: "html" | "frames" | "spreadsheetXml" | "flatDocument" | "otherTable" | "xml" | "text" }
  | { readonly kind: "delimited"; readonly delimiter: string };

const begins = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, i) => bytes[i] === byte);
/** The first record of an .xls from before OLE files: Excel 2, 3 and 4. */
const isRecords = ([kind, version, length, zero]: Uint8Array): boolean =>
  kind === 0x09 && (version === 0 || version === 2 || version === 4) && (length === 4 || length === 6) && zero === 0;

/** .rar, .7z and .gz by their first bytes. */
const PACKED: readonly (readonly number[])[] = [
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x1f, 0x8b, 0x08],
];
/** SYLK and DIF: tables as text of programs long gone, under whatever name. */
const OTHER_TABLE = /^(?:ID;P|TABLE\r?\n0,1\r?\n)/;
/** A program's message, or the time of the export, before a page begins. */
const BEFORE_PAGE = 1000;

/** The first element of a page or an XML: what stands before it (declarations, comments, blanks) is passed over. */
function firstElement(text: string): string {
  let at = text.startsWith("\ufeff") ? 1 : 0;
  for (;;) {
    while (at < text.length && /\s/.test(text[at] ?? "")) at++;
    const end = text.startsWith("<!--", at) ? "-->" : text.startsWith("<?", at) ? ">" : text.startsWith("<!", at) ? ">" : null;
    if (end === null) return /^<([A-Za-z][\w:.-]{0,60})/.exec(text.slice(at, at + 64))?.[1]?.toLowerCase() ?? "";
    const stop = text.indexOf(end, at + 2);
    if (stop < 0) return "";
    at = stop + end.length;
  }
}

/** What a text holds, by its first element or by what parts its lines. */
export function sniffText(text: string): TextKind {
  const first = firstElement(text);
  if (first.slice(first.indexOf(":") + 1) === "workbook") return { kind: "spreadsheetXml" };
  if (first === "office:document") return { kind: "flatDocument" };
  const hasTable = /<table[\s>]/i.test(text);
  if (first !== "") return { kind: hasTable ? "html" : /<frame(?:set)?[\s>]/i.test(text) ? "frames" : "xml" };
  if (OTHER_TABLE.test(text)) return { kind: "otherTable" };
  if (hasTable && isPage(text)) return { kind: "html" };
  const delimiter = delimiterOf(text);
  return delimiter === null ? { kind: "text" } : { kind: "delimited", delimiter };
}

/** Whether a page begins behind some words: before any line of a table could stand there. */
function isPage(text: string): boolean {
  const at = text.indexOf("<");
  return at >= 0 && at <= BEFORE_PAGE && /^<(?:!doctype|html|head|meta|body|br|table)[\s>/]/i.test(text.slice(at, at + 16));
}

/**
 * zip: .xlsx .ods .docx · compound: .xls .et and encrypted files · records: .xls of before 1993 · mhtml: a web page in one file · packed: .rar, .7z, .gz ·
 * other: to be decoded as text, if it is any.
 */
export function sniff(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return "empty";
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04]) || begins(bytes, [0x50, 0x4b, 0x05, 0x06])) return "zip";
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return "compound";
  if (begins(bytes, [0x25, 0x50, 0x44, 0x46])) return "pdf";
  if (PACKED.some((signature) => begins(bytes, signature))) return "packed";
  if (isRecords(bytes)) return "records";
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2048));
  const isMail =
    /^(mime-version|from|content-type|date|subject):/im.test(head) && /^content-type:\s*(multipart\/related|text\/html)/im.test(head);
  return isMail ? "mhtml" : "other";
}
