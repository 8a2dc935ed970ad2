import { readReportBytes } from "../../src/hosts/file/node";
import { reportText } from "../../src/report/text";

/** The lines of a report as proofreading takes them: paragraphs, and a table's rows with their cells parted by tabs. */
export async function reportLines(bytes: Uint8Array, name: string): Promise<string[]> {
  return reportText(await readReportBytes(bytes, name)).map((line) => line.text);
}
