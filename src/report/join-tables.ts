import type { GridCell, MergedArea, ReportTable } from "./report";

const bare = (text: string): string => text.replace(/[\s\u3000]+/g, "");
/** Headings printed again may be cut off where the first are whole. */
const sameRow = (row: readonly GridCell[], again: readonly GridCell[]): boolean =>
  row.length === again.length &&
  row.every(({ text }, column) =>
    bare(again[column]?.text ?? "") === "" ? bare(text) === "" : bare(text).startsWith(bare(again[column]?.text ?? "")),
  );
const NUMBER = /\d\.\d|^\d[\d,]*$/;

/** Headings reach down to the first row that holds a number, past the row that numbers the columns. */
const MOST_HEADINGS = 6;

/** How many rows at the top of `next` repeat those at the top of `table`. */
export function repeatedHead(table: ReportTable, next: ReportTable): number {
  let same = 0;
  while (
    same < MOST_HEADINGS &&
    same < Math.min(table.rows.length, next.rows.length) &&
    sameRow(table.rows[same] ?? [], next.rows[same] ?? [])
  )
    same++;
  const said = next.rows.slice(0, same).some((row) => row.some(({ text }) => text !== "" && !NUMBER.test(bare(text))));
  return said ? same : 0;
}

const lowered = (areas: readonly MergedArea[], by: number): MergedArea[] =>
  areas
    .map(({ top, left, bottom, right }) => ({ top: top + by, left, bottom: bottom + by, right }))
    .filter(({ top, bottom, left, right }) => top >= 0 && (bottom > top || right > left));

/** The table with the rows of its continuation, `skipped` repeated headings left out. */
export function continued(table: ReportTable, next: ReportTable, skipped: number): ReportTable {
  const at = table.rows.length;
  return {
    ...table,
    ...(next.ragged === true && { ragged: true }),
    rows: [...table.rows, ...next.rows.slice(skipped)],
    merges: [
      ...table.merges,
      ...lowered(
        next.merges.filter(({ top }) => top >= skipped),
        at - skipped,
      ),
    ],
    rowPages: [...table.rowPages, ...next.rowPages.slice(skipped)],
  };
}
