import type * as SheetJs from "@e965/xlsx";
import type { PlainSheet, PlainWorkbook } from "../../workbook/plain";
import type { DraftArea } from "../../workbook/draft";
import { DoorProblem } from "../door";
import { plainSheet } from "./plain-sheet";
import { problem } from "./problems";
import { SETTINGS_SHEET } from "./settings-sheet";
import { isWordDocument, sniff } from "./sniff";

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

function parse(library: typeof SheetJs, bytes: Uint8Array, name: string): SheetJs.WorkBook {
  const kind = sniff(bytes);
  if (kind === "empty") throw problem.empty(name);
  if (kind === "other") throw problem.unsupported(name);
  try {
    if (kind === "zip" && isWordDocument(bytes)) throw problem.word(name);
    // `raw` keeps the text of HTML tables as it stands: "01" is a code, not the number 1. `sheetStubs` keeps the formulas
    // of cells without a value, which are no blanks.
    return quietly(() => library.read(bytes, { type: "array", dense: true, cellNF: true, cellText: false, cellHTML: false, sheetStubs: true, raw: kind === "markup" }));
  } catch (cause) {
    if (cause instanceof DoorProblem) throw cause;
    if (isEncryption(cause)) throw problem.encrypted(name, cause);
    throw problem.corrupt(name, cause);
  }
}

/** A parsed file: the plain data that the engine takes, and the merged areas that only a view of it needs. */
export interface ParsedWorkbook {
  readonly workbook: PlainWorkbook;
  /** By sheet name. */
  readonly merges: ReadonlyMap<string, readonly DraftArea[]>;
}

/** As `readWorkbook`, with the merged areas and this tool's own settings sheet. */
export async function parseWorkbook(bytes: Uint8Array, name: string): Promise<ParsedWorkbook> {
  const library = await import("@e965/xlsx");
  const book = parse(library, bytes, name);
  if (book.SheetNames.length === 0) throw problem.noSheets(name);
  const visibility = book.Workbook?.Sheets ?? [];
  const sheets = book.SheetNames.map((sheet, i) => plainSheet(sheet, book.Sheets[sheet] as SheetJs.DenseWorkSheet | undefined, VISIBILITY[visibility[i]?.Hidden ?? 0] ?? "visible"));
  const merges = book.SheetNames.map((sheet) => [sheet, (book.Sheets[sheet]?.["!merges"] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }))] as const);
  return { workbook: { name, sheets }, merges: new Map(merges) };
}

/**
 * Reads .xlsx, .xls, .ods and WPS .et (by content, not by name) into plain data. `name` is the file name for messages.
 * The sheet on which this tool keeps its settings is no part of the user's workbook and is left out.
 * Throws `DoorProblem` in Chinese for empty, damaged, password-protected files and for files that are no spreadsheet.
 */
export async function readWorkbook(bytes: Uint8Array, name: string): Promise<PlainWorkbook> {
  const { workbook } = await parseWorkbook(bytes, name);
  return { ...workbook, sheets: workbook.sheets.filter((sheet) => sheet.name !== SETTINGS_SHEET) };
}
