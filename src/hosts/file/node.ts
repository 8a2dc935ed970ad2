import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { PlainWorkbook } from "../../workbook/plain";
import { problem } from "./problems";
import { readWorkbook } from "./read-workbook";

/** The bytes of a file on disk. Throws `DoorProblem` when it is missing or may not be read. */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const buffer = await readFile(path);
    return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  } catch (cause) {
    throw (cause as NodeJS.ErrnoException).code === "ENOENT" ? problem.missing(path, cause) : problem.unreadable(path, cause);
  }
}

/** Reads a workbook from disk; the workbook's name is the file's own name. */
export async function readWorkbookFile(path: string): Promise<PlainWorkbook> {
  return readWorkbook(await readBytes(path), basename(path));
}
