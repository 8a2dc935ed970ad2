import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Report } from "../../report/report";
import type { PlainWorkbook } from "../../workbook/plain";
import { problem } from "./problems";
import type { PdfAssets } from "./read-pdf";
import { readReport } from "./read-report";
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

/** Beside the program where it is built, else from the library itself. */
const pdfFolder = (): string => {
  const built = typeof __dirname === "string" ? join(__dirname, "pdf") : "";
  return built !== "" && existsSync(built) ? built : join(process.cwd(), "node_modules/pdfjs-dist");
};

export const nodePdfAssets: PdfAssets = async (folder, file) => new Uint8Array(await readFile(join(pdfFolder(), folder, basename(file))));

/** A finished report's bytes as blocks; its name is the file's own name. */
export async function readReportBytes(bytes: Uint8Array, path: string): Promise<Report> {
  return readReport(bytes, basename(path), { assets: nodePdfAssets });
}
