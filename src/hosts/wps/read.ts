import type { PlainSheet, PlainWorkbook } from "../../workbook/plain";
import { DoorProblem, type ReadOptions } from "../door";
import { SETTINGS_SHEET } from "../file/settings-sheet";
import { isUnfinishedName } from "../own-sheet";
import { copyOf } from "./copy";
import type { WpsApplication, WpsWorkbook } from "./model";
import { problem } from "./problems";
import { readByRanges } from "./ranges";
import { text } from "./sheets";

/** Reads a file's bytes as the file door does. Throws `DoorProblem`. */
export type ReadFile = (bytes: Uint8Array, name: string) => Promise<PlainWorkbook>;

/** How a workbook was read, for 诊断. */
export type ReadWay = "copy" | "ranges";

/** Sheets that are none of the user's: where settings are kept, and what was left unfinished. */
const isOurs = ({ name, visibility }: PlainSheet): boolean =>
  name === SETTINGS_SHEET || (isUnfinishedName(name) && visibility === "veryHidden");

/**
 * The whole workbook: from the bytes of a copy, which is one call and reads as any file does; range by range where WPS makes
 * no copy or its bytes cannot be read (a workbook with a password, files that the desk encrypts).
 */
export async function readWorkbook(
  app: WpsApplication,
  workbook: WpsWorkbook,
  readFile: ReadFile,
  options: ReadOptions,
): Promise<{ readonly workbook: PlainWorkbook; readonly way: ReadWay }> {
  if (options.signal?.aborted) throw problem.cancelled();
  const name = text(workbook.Name);
  const copied = await fromCopy(app, workbook, readFile);
  if (options.signal?.aborted) throw problem.cancelled();
  const sheets = copied ?? (await readByRanges(workbook, options));
  return { workbook: { name, sheets: sheets.filter((sheet) => !isOurs(sheet)) }, way: copied ? "copy" : "ranges" };
}

async function fromCopy(app: WpsApplication, workbook: WpsWorkbook, readFile: ReadFile): Promise<readonly PlainSheet[] | null> {
  const bytes = copyOf(app, workbook);
  if (!bytes) return null;
  try {
    return (await readFile(bytes, text(workbook.Name))).sheets;
  } catch (cause) {
    if (cause instanceof DoorProblem && cause.kind === "cancelled") throw cause;
    return null;
  }
}
