import type { ReportLine } from "../../../report/text";

/** Where a line of the text stands, as the report itself counts: "第 3 页第 12 段"; typed texts have no pages. */
export function lineWords(lines: readonly ReportLine[] | null, line: number): string {
  const at = lines?.[line - 1];
  return `${at?.page ? `第 ${at.page} 页` : ""}第 ${at?.paragraph ?? line} 段`;
}
