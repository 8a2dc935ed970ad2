import type * as SheetJs from "@e965/xlsx";
import type { PlainSheet, PlainWorkbook } from "../../workbook/plain";
import type { DraftArea } from "../../workbook/draft";
import { DoorProblem } from "../door";
import { plainSheet } from "./plain-sheet";
import { problem } from "./problems";
import { SETTINGS_SHEET } from "./settings-sheet";
import { codepages } from "./codepages";
import { decodeText } from "./decode";
import { delimitedSheet } from "./exports/delimited";
import type { ParsedSheet } from "./exports/grid";
import { htmlSheets } from "./exports/html";
import { mhtmlPages } from "./exports/mhtml";
import { sniff, sniffText } from "./sniff";
import { biffWorkbook } from "./whole/biff";
import { Damage, TooMuch } from "./whole/damage";
import { wholeFile } from "./whole/require-whole";
import { scanXmlText } from "./whole/xml";

const VISIBILITY: readonly PlainSheet["visibility"][] = ["visible", "hidden", "veryHidden"];

/** The parser writes doubtful ODS formats to the console; what matters is said in findings, so it is kept quiet. */
function quietly<T>(work: () => T): T {
  const { error, warn } = console;
  const silent = (): void => undefined;
  console.error = silent;
  console.warn = silent;
  try {
    return work();
  } finally {
    console.error = error;
    console.warn = warn;
  }
}

/** The parser knows how to read encrypted files only by refusing them. */
const isEncryption = (cause: unknown): boolean => /password-protected/i.test(String(cause));

/** A parsed file: the plain data that the engine takes, and the merged areas that only a view of it needs. */
export interface ParsedWorkbook {
  readonly workbook: PlainWorkbook;
  /** By sheet name. */
  readonly merges: ReadonlyMap<string, readonly DraftArea[]>;
}

/** The sheets of what the spreadsheet library reads: .xls, .xlsb, .ods and the XML of Excel 2003. */
async function librarySheets(content: Uint8Array | string): Promise<ParsedSheet[]> {
  const library = await import("@e965/xlsx");
  library.set_cptable(codepages);
  const options = { dense: true, cellNF: true, cellText: false, cellHTML: false, sheetStubs: true, cellStyles: true } as const;
  const book = quietly(() =>
    typeof content === "string"
      ? library.read(content, { ...options, type: "string" })
      : library.read(content, { ...options, type: "array" }),
  );
  const visibility = book.Workbook?.Sheets ?? [];
  return book.SheetNames.map((name, i): ParsedSheet => {
    const sheet = book.Sheets[name] as SheetJs.DenseWorkSheet | undefined;
    const merges = ((sheet?.["!merges"] ?? []) as readonly SheetJs.Range[]).map(({ s, e }) => ({
      top: s.r,
      left: s.c,
      bottom: e.r,
      right: e.c,
    }));
    return { sheet: plainSheet(name, sheet, VISIBILITY[visibility[i]?.Hidden ?? 0] ?? "visible"), merges };
  });
}

/** Files that call themselves reports come here where they are none. */
const unsupported = (name: string): DoorProblem => (/\.(?:docx?|pdf)$/i.test(name) ? problem.neither : problem.unsupported)(name);

const REFUSED = {
  document: problem.word,
  presentation: unsupported,
  otherText: problem.word,
  archive: problem.archive,
  unknown: unsupported,
} as const;

const LAST_ROW = 1_048_576;
const PLACES = /[\s:](?:Index|Span|MergeAcross|MergeDown)\s?=\s?["'](\d{7,})["']/g;

/** The XML of Excel 2003 may name a row far beyond any sheet, and the library lays out all that come before it. */
function requireOnSheet(text: string): void {
  for (const [, place] of text.matchAll(PLACES)) if (Number(place) > LAST_ROW) throw new TooMuch("有的行在工作表之外");
}

/** The tables that finance systems export as text under the name .xls. */
async function exportedSheets(text: string, name: string): Promise<ParsedSheet[]> {
  const sniffed = sniffText(text);
  switch (sniffed.kind) {
    case "spreadsheetXml":
      requireOnSheet(text);
      scanXmlText(text);
      return librarySheets(text);
    case "flatDocument":
      scanXmlText(text);
      return librarySheets(text);
    case "html":
      return htmlSheets(await import("parse5"), [text]);
    case "frames":
      throw problem.frames(name);
    case "otherTable":
      throw problem.otherTable(name);
    case "delimited":
      return [delimitedSheet(text, sniffed.delimiter, name.replace(/\.[^.]*$/, "").slice(0, 31) || "Sheet1")];
    default:
      throw unsupported(name);
  }
}

async function sheetsOf(bytes: Uint8Array, name: string): Promise<readonly ParsedSheet[]> {
  const kind = sniff(bytes);
  switch (kind) {
    case "empty":
      throw problem.empty(name);
    case "zip":
    case "compound": {
      const { contents, sheets } = wholeFile(bytes, name, kind);
      if (contents !== "workbook") throw (kind === "compound" && contents === "document" ? problem.oldWord : REFUSED[contents])(name);
      return sheets ?? librarySheets(bytes);
    }
    case "records":
      biffWorkbook(bytes);
      return librarySheets(bytes);
    case "mhtml":
      return htmlSheets(await import("parse5"), mhtmlPages(bytes));
    case "packed":
      throw problem.archive(name);
    case "pdf":
      throw unsupported(name);
    default: {
      const text = decodeText(bytes);
      if (text === null) throw unsupported(name);
      return exportedSheets(text, name);
    }
  }
}

/** Whatever a reader met, in words. */
function asProblem(cause: unknown, name: string): DoorProblem {
  if (cause instanceof DoorProblem) return cause;
  if (cause instanceof Damage) return problem.damaged(name, cause.how, cause);
  if (cause instanceof TooMuch) return problem.tooMuch(name, cause.what);
  return isEncryption(cause) ? problem.encrypted(name, cause) : problem.corrupt(name, cause);
}

/** As `readWorkbook`, with the merged areas and this tool's own settings sheet. */
export async function parseWorkbook(bytes: Uint8Array, name: string): Promise<ParsedWorkbook> {
  const sheets = await sheetsOf(bytes, name).catch((cause: unknown) => {
    throw asProblem(cause, name);
  });
  if (sheets.length === 0) throw problem.noSheets(name);
  return {
    workbook: { name, sheets: sheets.map(({ sheet }) => sheet) },
    merges: new Map(sheets.map(({ sheet, merges }) => [sheet.name, merges])),
  };
}

/**
 * Reads .xlsx, .xls, .ods and WPS .et (by content, not by name) into plain data. `name` is the file name for messages.
 * The sheet on which this tool keeps its settings is no part of the user's workbook and is left out.
 * Throws `DoorProblem` in Chinese for empty, damaged, password-protected files and for files that are no spreadsheet.
 */
export async function readWorkbook(bytes: Uint8Array, name: string): Promise<PlainWorkbook> {
  return withoutSettings((await parseWorkbook(bytes, name)).workbook);
}

export const withoutSettings = (workbook: PlainWorkbook): PlainWorkbook => ({
  ...workbook,
  sheets: workbook.sheets.filter((sheet) => sheet.name !== SETTINGS_SHEET),
});
