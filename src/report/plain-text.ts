import { limits, TooLarge } from "./limits";
import { isBlankText, type Block, type GridCell, type Report, type ReportTable } from "./report";

/** Fewer lines with tabs are no table: a line of a contents list has one too. */
const FEWEST = 2;

const LINE_END = /\r\n|\r|\n|\u2028|\u2029/;

/** A text as blocks: lines that tabs part into cells, one below the other, are a table; every other line is a paragraph. */
export function readPlainText(text: string, name: string): Report {
  const blocks: Block[] = [];
  let paragraph = 0;
  let rows: string[][] = [];
  const say = (line: string): void => {
    if (!isBlankText(line))
      blocks.push({ kind: "paragraph", text: line, level: null, role: "body", source: null, paragraph: ++paragraph, page: null });
  };
  const flush = (): void => {
    if (rows.length >= FEWEST) blocks.push(tableOf(rows, paragraph));
    else for (const row of rows) say(row.join("\t"));
    rows = [];
  };
  for (const line of text.split(LINE_END)) {
    if (line.trim().includes("\t")) rows.push(line.split("\t"));
    else {
      flush();
      say(line);
    }
  }
  flush();
  return { name, kind: "text", blocks, unread: [] };
}

function tableOf(rows: readonly (readonly string[])[], paragraph: number): ReportTable {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (width * rows.length > limits.cells) throw new TooLarge();
  const cells = rows.map((row) =>
    Array.from({ length: width }, (_, column): GridCell => ({ text: (row[column] ?? "").trim(), source: null })),
  );
  return { kind: "table", rows: cells, merges: [], rowPages: [], paragraph, page: null };
}
