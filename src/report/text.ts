import { isBlankText, type Report, type ReportTable } from "./report";

/** A line of the report as proofreading takes it. */
export interface ReportLine {
  readonly text: string;
  /** The paragraph's number in the report; of a table's row: of the paragraph the table stands behind. */
  readonly paragraph: number;
  readonly page: number | null;
  /** Which row of which of the report's tables it is, from 0; null for a paragraph. */
  readonly tableRow: { readonly table: number; readonly row: number } | null;
}

/** The report as lines: paragraphs, with a table's rows one line each, their cells parted by tabs. */
export function reportText(report: Report): readonly ReportLine[] {
  let table = 0;
  return report.blocks.flatMap((block) =>
    block.kind === "table"
      ? rowLines(block, table++)
      : block.text
          .split("\n")
          .filter((text) => !isBlankText(text))
          .map((text) => ({ text, paragraph: block.paragraph, page: block.page, tableRow: null })),
  );
}

/** A row that holds one text only is a line like any other. */
function rowLines({ rows, paragraph, page, rowPages }: ReportTable, table: number): ReportLine[] {
  return rows.flatMap((row, index) => {
    const cells = row.map(({ text }) =>
      text
        .replace(/\s*\n\s*/g, " ")
        .replaceAll("\t", " ")
        .trim(),
    );
    if (cells.every((text) => text === "")) return [];
    return [{ text: cells.join("\t"), paragraph, page: rowPages[index] ?? page, tableRow: { table, row: index } }];
  });
}

/** Where a cell's text stands in its row's line, UTF-16 offsets. */
export function cellSpan({ text }: ReportLine, column: number): { readonly start: number; readonly end: number } {
  const cells = text.split("\t");
  const start = cells.slice(0, column).reduce((sum, cell) => sum + cell.length + 1, 0);
  return { start: Math.min(start, text.length), end: Math.min(start + (cells[column]?.length ?? 0), text.length) };
}
