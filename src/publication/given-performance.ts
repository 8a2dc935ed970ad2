import { Exact } from "../amount/exact";
import { printNumber } from "../amount/number-format";
import { isCellError, type PlainSheet, type PlainWorkbook } from "../workbook/plain";
import { gridCell, type Grid, type GridCell } from "./grid";

const TITLE = /绩效目标(?:申报|批复)?表$/;
const SUBTITLE = /^[（(]?20\d\d年度?[）)]?$/;
/** A title stands alone in its row and is no sentence. */
const LONGEST_TITLE = 40;
const OWN = /^填报/;

/** The performance tables that stand in the workbook, on sheets of their own or one below the other. */
export function givenPerformance({ sheets }: PlainWorkbook): readonly Grid[] {
  return sheets.filter(({ name, visibility }) => visibility === "visible" && !OWN.test(name)).flatMap(tablesOn);
}

function tablesOn(sheet: PlainSheet): readonly Grid[] {
  const rows = sheet.values.map((values, row) => values.map((_, column) => printed(sheet, row, column)));
  const bare = (row: readonly string[]): readonly string[] => row.filter((text) => text !== "").map((text) => text.replace(/\s/g, ""));
  const starts = rows.flatMap((row, index) => {
    const [title, ...more] = bare(row);
    return title !== undefined && more.length === 0 && title.length <= LONGEST_TITLE && TITLE.test(title) ? [index] : [];
  });
  return starts.flatMap((start, index) => {
    const title = bare(rows[start] ?? [])[0] ?? "";
    const below = rows.slice(start + 1, starts[index + 1] ?? rows.length);
    const [second = ""] = bare(below[0] ?? []);
    const subtitle = SUBTITLE.test(second) ? second : "";
    const body = below.slice(subtitle === "" ? 0 : 1).filter((row) => bare(row).length > 0);
    return body.length === 0 ? [] : [gridOfRows(title, subtitle, body)];
  });
}

/** As the cell shows it. */
function printed(sheet: PlainSheet, row: number, column: number): string {
  const value = sheet.values[row]?.[column] ?? null;
  if (value === null || typeof value === "boolean") return "";
  if (isCellError(value)) return value.error;
  if (typeof value === "string") return value.trim();
  const shown = printNumber(Exact.ofDouble(value), sheet.formats[row]?.[column]);
  return shown.kind === "number" ? shown.value.toFixed(shown.decimals) : shown.kind === "words" ? shown.text : "";
}

/**
 * Plain data knows no merged cells. Above the indicators labels and values alternate: what is blank belongs to what stands
 * before it, or above it at the row's beginning. From the indicators' headings on the headings say which columns are one; the
 * levels of indicators reach down over the blanks below them.
 */
function gridOfRows(title: string, subtitle: string, rows: readonly (readonly string[])[]): Grid {
  const width = Math.max(...rows.map((row) => row.reduce((last, text, column) => (text === "" ? last : column + 1), 0)));
  const found = rows.findIndex((row) => row.includes("一级指标"));
  const heads = found < 0 ? rows.length : found;
  const starts = startsOf(rows[heads] ?? []);
  const levels = starts.filter((column) => /^[一二]级指标$/.test(rows[heads]?.[column] ?? ""));
  const made: Placed[] = [];
  rows.forEach((row, at) => {
    const columns = at < heads ? startsOf(row) : starts;
    columns.forEach((column, index) => {
      const end = columns[index + 1] ?? width;
      const blank = (row[column] ?? "") === "";
      const from = blank && (at < heads ? column === 0 : levels.includes(column)) ? reachDown(made, at, column, end) : column;
      if (from < end) made.push({ row: at, column: from, columns: end - from, rows: 1, text: row[from] ?? "" });
    });
  });
  return {
    label: "",
    title,
    subtitle,
    organisation: "",
    unit: "",
    note: "",
    width,
    headingRows: 0,
    rows: rows.map((_, at) => made.filter((cell) => cell.row === at).map(cellOf)),
  };
}

/** Cells of the row above reach down over the blanks from `column` on; where they leave off. */
function reachDown(made: readonly Placed[], row: number, column: number, end: number): number {
  let at = column;
  for (;;) {
    const above = made.find((cell) => cell.column === at && cell.row + cell.rows === row);
    if (!above || at + above.columns > end) return at;
    above.rows += 1;
    at += above.columns;
  }
}

interface Placed {
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  rows: number;
  readonly text: string;
}

/** Columns at which something is written; the first always. */
function startsOf(row: readonly string[]): readonly number[] {
  return row.flatMap((text, column) => (text !== "" || column === 0 ? [column] : []));
}

function cellOf({ text, columns, rows }: Placed): GridCell {
  const long = text.length > 12;
  return gridCell(text, { columns, rows, align: /^-?[\d,]+\.\d+$/.test(text) ? "right" : long ? "left" : "center" });
}
