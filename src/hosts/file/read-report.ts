import { isPictures, readDocument } from "../../report/docx/read";
import { readHtml } from "../../report/html/read";
import { isIllegible, isScan, readPages } from "../../report/pdf/read";
import { limits, TooLarge, withinLimits } from "../../report/limits";
import { readPlainText } from "../../report/plain-text";
import type { Report } from "../../report/report";
import { DoorProblem } from "../door";
import { parseHtml } from "./html-tree";
import { openOfficePackage } from "./office-package";
import { problem } from "./problems";
import type { PdfAssets } from "./read-pdf";
import { isPdf } from "./report-file";
import { sniff } from "./sniff";
import { decodeText } from "./decode";
import { inWords, unpackedSize, wholeFile } from "./whole/require-whole";

export interface ReportOptions {
  readonly assets: PdfAssets;
  readonly signal?: AbortSignal | undefined;
  /** 0..1 */
  readonly onProgress?: ((done: number) => void) | undefined;
}

function readDocx(bytes: Uint8Array, name: string): Report {
  if (sniff(bytes) !== "zip") throw problem.notWord(name);
  if (unpackedSize(bytes, name) > limits.unpacked) throw problem.tooLarge(name);
  const { contents, xml } = wholeFile(bytes, name, "zip");
  if (contents !== "document") throw problem.notWord(name);
  try {
    const report = readDocument(openOfficePackage(xml), name);
    if (report && isPictures(report)) throw problem.pictures(name);
    if (report) return withinLimits(report);
  } catch (cause) {
    const told = inWords(name, cause);
    throw told instanceof DoorProblem ? told : problem.notWord(name, cause);
  }
  throw problem.notWord(name);
}

async function readPdf(bytes: Uint8Array, name: string, options: ReportOptions): Promise<Report> {
  const { readPdfPages } = await import("./read-pdf");
  const pages = await readPdfPages(bytes, name, options);
  if (isScan(pages)) throw problem.scanned(name);
  if (isIllegible(pages)) throw problem.illegible(name);
  try {
    return withinLimits(readPages(pages, name));
  } catch (cause) {
    throw cause instanceof TooLarge ? problem.tooLarge(name) : problem.corruptPdf(name, cause);
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
    return withinLimits(isMarkup(text) ? readHtml(await parseHtml(text), name) : readPlainText(text, name));
  } catch (cause) {
    throw cause instanceof TooLarge ? problem.tooLarge(name) : problem.notText(name);
  }
}
