import { TooLarge } from "../../../report/limits";
import type { ParsedSheet } from "../exports/grid";
import { problem } from "../problems";
import { readPackage } from "../xlsx/read-package";
import { biffWorkbook } from "./biff";
import { openCompound } from "./compound";
import { Damage, TooMuch } from "./damage";
import { officePackage, partKey, requirePromised, type OfficePackage, type SheetEntry } from "./office-package";
import { openDocument } from "./open-document";
import { openZip, type ZipPart } from "./zip";
import { zipDirectory } from "./zip-directory";

/** What a whole file holds. */
export type Contents = "workbook" | "document" | "presentation" | "otherText" | "archive" | "unknown";

/** A file whose every part was tested. */
export interface Whole {
  readonly contents: Contents;
  /** The XML of a document's parts, by their keys; empty for all else. */
  readonly xml: ReadonlyMap<string, Uint8Array>;
  /** The sheets of an .xlsx, which have been read as they were tested; null for all else. */
  readonly sheets: readonly ParsedSheet[] | null;
}

const NONE: Whole["xml"] = new Map();

const BODIES: Readonly<Record<string, Contents>> = {
  workbook: "workbook",
  binary: "workbook",
  spreadsheet: "workbook",
  document: "document",
  presentation: "presentation",
  text: "otherText",
};

/** The workbook's sheets; every other part of the file is tested, too. */
function wholeWorkbook(parts: readonly ZipPart[], file: OfficePackage): readonly ParsedSheet[] {
  const sheets = readPackage(parts, file);
  for (const part of parts) part.test();
  return sheets;
}

/** Every part of anything but a workbook unpacked; those in XML are kept for whoever reads them. */
function unpackedXml(parts: readonly ZipPart[], file: OfficePackage | null): Map<string, Uint8Array> {
  const kept = new Map<string, Uint8Array>();
  for (const part of parts) {
    const key = partKey(part.name);
    const plain = file?.main === key ? file.content : part.unpack();
    if (/\.(?:xml|rels)$/.test(key)) kept.set(key, plain);
  }
  return kept;
}

function zipContents(bytes: Uint8Array, name: string): Whole {
  const parts = openZip(bytes);
  const file = officePackage(parts);
  let xml: Whole["xml"] = NONE;
  let sheets: Whole["sheets"] = null;
  try {
    if (file) requirePromised(file, parts);
    if (file?.root === "workbook") sheets = wholeWorkbook(parts, file);
    else xml = unpackedXml(parts, file);
  } catch (cause) {
    throw cause instanceof Damage ? problem.damaged(name, wordsOf(cause, file?.sheets), cause) : cause;
  }
  if (file) return { contents: BODIES[file.root] ?? "unknown", xml, sheets };
  const open = openDocument(parts);
  if (open?.encrypted) throw problem.encrypted(name);
  return { contents: open ? (BODIES[open.body] ?? "unknown") : "archive", xml: NONE, sheets };
}

function compoundContents(bytes: Uint8Array, name: string): Contents {
  const streams = openCompound(bytes);
  const has = (wanted: string): Uint8Array | undefined =>
    streams.find((stream) => stream.top && stream.name.toLowerCase() === wanted.toLowerCase())?.bytes;
  if (has("EncryptedPackage")) throw problem.encrypted(name);
  const workbook = has("Workbook") ?? has("Book");
  if (!workbook) return has("WordDocument") ? "document" : has("PowerPoint Document") ? "presentation" : "unknown";
  if (biffWorkbook(workbook).encrypted) throw problem.encrypted(name);
  return "workbook";
}

/** A part in the user's words. */
function wordsOf({ part, how }: Damage, sheets: readonly SheetEntry[] = []): string {
  if (part === null) return how;
  const key = partKey(part);
  const sheet = sheets.find((entry) => entry.part === key);
  if (sheet) return `“${sheet.name}”所在的部分已损坏（${how}）`;
  const known = KNOWN.find(([pattern]) => pattern.test(key))?.[1];
  return `${known ?? `名为“${part}”的部分`}已损坏（${how}）`;
}

const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/sharedstrings\.xml$/, "各表共用的文字所在的部分"],
  [/(^|\/)styles\.xml$/, "记录格式的部分"],
  [/^xl\/workbook\.xml$/, "记录工作表名单的部分"],
  [/\.rels$|^\[content_types\]\.xml$|manifest\.xml$/, "记录各部分名单的部分"],
  [/^(content\.xml|word\/document\.xml|workbook)$/, "存放内容的部分"],
];

/** What went wrong over a file, as the user is told of it: damage and excess get words, all else stays as it is. */
export function inWords(name: string, cause: unknown): unknown {
  if (cause instanceof Damage) return problem.damaged(name, wordsOf(cause), cause);
  return cause instanceof TooMuch || cause instanceof TooLarge ? problem.tooLarge(name, cause) : cause;
}

/** How many bytes a zip says it holds, unpacked. Throws `DoorProblem` where its directory is damaged. */
export function unpackedSize(bytes: Uint8Array, name: string): number {
  try {
    return zipDirectory(bytes).reduce((sum, { size }) => sum + size, 0);
  } catch (cause) {
    throw inWords(name, cause);
  }
}

/**
 * What a zip or OLE file holds, after every part of it has been tested: directory against heads, checksums, lengths, parts
 * that are promised, sectors and records, a workbook's XML. A document's is left to its reader, who goes through it. Throws `DoorProblem` that names what is damaged, or what is too much.
 */
export function wholeFile(bytes: Uint8Array, name: string, kind: "zip" | "compound"): Whole {
  try {
    return kind === "zip" ? zipContents(bytes, name) : { contents: compoundContents(bytes, name), xml: NONE, sheets: null };
  } catch (cause) {
    throw cause instanceof TooMuch ? problem.tooMuch(name, cause.what) : inWords(name, cause);
  }
}
