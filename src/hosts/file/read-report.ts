import { mainPart, readDocument } from "../../report/docx/read";
import { readHtml } from "../../report/html/read";
import type { OfficePackage } from "../../report/package";
import { isScan, readPages } from "../../report/pdf/read";
import { TooLarge } from "../../report/limits";
import { readPlainText } from "../../report/plain-text";
import type { Report } from "../../report/report";
import { parseHtml } from "./html-tree";
import { openOfficePackage } from "./office-package";
import { problem } from "./problems";
import type { PdfAssets } from "./read-pdf";
import { sniff } from "./sniff";
import { decodeText } from "./decode";
import { wholeContents } from "./whole/require-whole";

export interface ReportOptions {
  readonly assets: PdfAssets;
  readonly signal?: AbortSignal | undefined;
  /** 0..1 */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/** The mark may stand behind a few bytes that a mailer or a server left. */
export const isPdf = (bytes: Uint8Array): boolean => new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).includes("%PDF-");

const openPackage = async (bytes: Uint8Array): Promise<OfficePackage | null> =>
  sniff(bytes) === "zip" ? openOfficePackage(bytes).catch(() => null) : null;

const isDocument = (office: OfficePackage | null): boolean => {
  try {
    const main = office && mainPart(office);
    return main !== null && office?.xml(main)?.name === "w:document";
  } catch {
    return false;
  }
};

/** Whether a file is a finished report (.docx, .pdf) and no workbook, by its content. */
export async function isReportFile(bytes: Uint8Array): Promise<boolean> {
  return isPdf(bytes) || isDocument(await openPackage(bytes));
}

async function readDocx(bytes: Uint8Array, name: string): Promise<Report> {
  if (sniff(bytes) !== "zip" || wholeContents(bytes, name, "zip") !== "document") throw problem.notWord(name);
  try {
    const report = readDocument(await openOfficePackage(bytes), name);
    if (report) return report;
  } catch (cause) {
    throw cause instanceof TooLarge ? problem.tooLarge(name) : problem.notWord(name, cause);
  }
  throw problem.notWord(name);
}

async function readPdf(bytes: Uint8Array, name: string, options: ReportOptions): Promise<Report> {
  const { readPdfPages } = await import("./read-pdf");
  const pages = await readPdfPages(bytes, name, options);
  if (isScan(pages)) throw problem.scanned(name);
  try {
    return readPages(pages, name);
  } catch (cause) {
    throw problem.corruptPdf(name, cause);
  }
}

const isMarkup = (text: string): boolean => /^\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<html|<(?:table|p|div|meta|h\d)\b)/i.test(text);

/**
 * Reads a finished report: .docx, .pdf, .html or text, told apart by content.
 * Throws `DoorProblem` in Chinese where the file is empty, damaged, scanned, has a password or is none of these.
 */
export async function readReport(bytes: Uint8Array, name: string, options: ReportOptions): Promise<Report> {
  if (bytes.length === 0) throw problem.empty(name);
  if (isPdf(bytes)) return readPdf(bytes, name, options);
  if (sniff(bytes) === "zip" || /\.docx?$/i.test(name)) return readDocx(bytes, name);
  const kind = sniff(bytes);
  const text = kind === "zip" || kind === "compound" ? null : decodeText(bytes);
  if (text === null) throw problem.notText(name);
  try {
    return isMarkup(text) ? readHtml(await parseHtml(text), name) : readPlainText(text, name);
  } catch (cause) {
    throw cause instanceof TooLarge ? problem.tooLarge(name) : problem.notText(name);
  }
}
