import type { TableSpec } from "../templates/define";
import { normalise } from "../text/wording";
import type { ColumnMap } from "./columns";
import { lineReader } from "./line-rows";
import type { CellValue } from "./plain";
import { nameOf, NO_ROW, textAt, type RowDraft, type RowReader } from "./row-reader";

/**
 * Fixed lines with details below them. A detail says what is bought and how, in whatever columns: it is known by all the
 * words it carries. Words alone in the column of the lines are a line that nobody knows.
 */
export function outlineReader(spec: TableSpec, columns: ColumnMap): RowReader {
  const read = lineReader(spec, columns);
  const amounts = new Set([...columns.amounts.values()].map(({ index }) => index));
  const texts = new Set(spec.texts.map(normalise));
  const wordy = new Set(columns.unknown.filter(({ leaf }) => texts.has(leaf)).map(({ index }) => index));
  return (cells, left) => {
    const [row] = read(cells, left);
    if (row && row.kind !== "other") return [row];
    const words = cells.flatMap((_, column) => (amounts.has(column) || !isWords(cells, column) ? [] : [column]));
    if (row && words.length <= 1) return [row];
    const detail = detailOf(cells, left, words, amounts, wordy);
    return detail ? [detail] : NO_ROW;
  };
}

const isWords = (cells: readonly CellValue[], column: number): boolean =>
  typeof cells[column] === "string" && textAt(cells, column).trim() !== "";

/** A row without a figure says nothing. A figure that slipped under a heading of words is the row's amount all the same. */
function detailOf(
  cells: readonly CellValue[],
  left: number,
  words: readonly number[],
  amounts: ReadonlySet<number>,
  wordy: ReadonlySet<number>,
): RowDraft | null {
  const [first] = words;
  const figures = cells.flatMap((value, column) => (typeof value === "number" ? [column] : []));
  const own = figures.some((column) => amounts.has(column));
  const slipped = figures.filter((column) => wordy.has(column));
  if (first === undefined || !(own || slipped.length === 1)) return null;
  const name = words.map((column) => nameOf(textAt(cells, column))).join(" ");
  return {
    kind: "detail",
    name,
    labelColumn: left + first,
    ...(!own && slipped[0] !== undefined && { amountColumn: left + slipped[0] }),
  };
}
