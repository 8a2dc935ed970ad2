import { isDocumentPackage } from "./office-package";
import { sniff } from "./sniff";

/** The mark may stand behind a few bytes that a mailer or a server left. */
export const isPdf = (bytes: Uint8Array): boolean => new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).includes("%PDF-");

/**
 * Whether a file is a finished report and no workbook: .docx and .pdf by their content, quick whatever its size. Text may be a table that
 * a system has exported as well as a report: that is told by the name.
 */
export const isReportFile = (bytes: Uint8Array, name: string): boolean =>
  isPdf(bytes) || (sniff(bytes) === "zip" ? isDocument(bytes) : /\.txt$/i.test(name));

/** What is wrong with a damaged file is said by whoever reads it. */
function isDocument(bytes: Uint8Array): boolean {
  try {
    return isDocumentPackage(bytes);
  } catch {
    return false;
  }
}
