import { isBlankText, type Report, type ReportTable } from "./report";

/** A line of the report as proofreading takes it. */
export interface ReportLine {
  readonly text: string;
  /** The paragraph's number in the report; of a table's row: of the paragraph the table stands behind. */
  readonly paragraph: number;
  readonly page: number | null;
  /** Which of the report's blocks it is of, from 0. */
  readonly block: number;
  /** As `ReportParagraph.source`, and where in the paragraph's text the line begins. */
  readonly source: number | null;
  readonly from: number;
  /** Which row of which of the report's tables it is, from 0; null for a paragraph. */
  readonly tableRow: { readonly table: number; readonly row: number } | null;
}

/** The report as lines: paragraphs, with a table's rows one line each, their cells parted by tabs. */
export function reportText(report: Report): readonly ReportLine[] {
  let table = 0;
  return report.blocks.flatMap((block, index) =>
    block.kind === "table"
      ? rowLines(block, index, table++)
      : linesOf(block.text).map(({ text, from }) => ({
          text,
          from,
          block: index,
          paragraph: block.paragraph,
          page: block.page,
          source: block.source,
          tableRow: null,
        })),
  );
}

/** The lines of a paragraph that say something, each with its offset. */
function linesOf(text: string): { readonly text: string; readonly from: number }[] {
  let from = 0;
  return text.split("\n").flatMap((line) => {
    const at = from;
    from += line.length + 1;
    return isBlankText(line) ? [] : [{ text: line, from: at }];
  });
}

/** A row that holds one text only is a line like any other. */
function rowLines({ rows, paragraph, page, rowPages }: ReportTable, block: number, table: number): ReportLine[] {
  return rows.flatMap((row, index) => {
    const cells = row.map(({ text }) =>
      text
        .replace(/(?<!\s)\s*\n\s*/g, " ")
        .replaceAll("\t", " ")
        .trim(),
    );
    if (cells.every((text) => text === "")) return [];
    return [
      { text: cells.join("\t"), paragraph, page: rowPages[index] ?? page, block, source: null, from: 0, tableRow: { table, row: index } },
    ];
  });
}

/** Where a cell's text stands in its row's line, UTF-16 offsets. */
export function cellSpan({ text }: ReportLine, column: number): { readonly start: number; readonly end: number } {
  const cells = text.split("\t");
  const start = cells.slice(0, column).reduce((sum, cell) => sum + cell.length + 1, 0);
  return { start: Math.min(start, text.length), end: Math.min(start + (cells[column]?.length ?? 0), text.length) };
}
