import { isBlankText, type Report, type ReportTable } from "./report";

/** A line of the report as proofreading takes it. */
export interface ReportLine {
  readonly text: string;
  /** The paragraph's number in the report; of a table's row: of the paragraph the table stands behind. */
  readonly paragraph: number;
  readonly page: number | null;
}

/** The report as lines: paragraphs, with a table's rows one line each, their cells parted by tabs. */
export function reportText(report: Report): readonly ReportLine[] {
  return report.blocks.flatMap((block) =>
    block.kind === "table"
      ? rowLines(block)
      : block.text
          .split("\n")
          .filter((text) => !isBlankText(text))
          .map((text) => ({ text, paragraph: block.paragraph, page: block.page })),
  );
}

/** A row that holds one text only is a line like any other. */
function rowLines({ rows, paragraph, page, rowPages }: ReportTable): ReportLine[] {
  return rows.flatMap((row, index) => {
    const cells = row.map(({ text }) =>
      text
        .replace(/(?<!\s)\s*\n\s*/g, " ")
        .replaceAll("\t", " ")
        .trim(),
    );
    if (cells.every((text) => text === "")) return [];
    return [{ text: cells.join("\t"), paragraph, page: rowPages[index] ?? page }];
  });
}
