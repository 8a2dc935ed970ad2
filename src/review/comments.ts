import type { OpenedReport } from "./open-report";
import { remarkLines, type Remark } from "./remark";

/** A remark as a comment of a Word file: at a paragraph or cell of the file, at some of its words. */
export interface RemarkComment {
  readonly source: number;
  readonly span: { readonly start: number; readonly end: number } | null;
  readonly text: readonly string[];
}

/** The remarks as comments; those that have no place of their own stand at the first paragraph. */
export function commentsOf(opened: OpenedReport, remarks: readonly Remark[]): readonly RemarkComment[] {
  const first = opened.lines.find(({ source }) => source !== null)?.source ?? null;
  return remarks.flatMap((remark) => {
    const place = placeOf(opened, remark) ?? (first === null ? null : { source: first, span: null });
    return place ? [{ ...place, text: remarkLines(remark) }] : [];
  });
}

function placeOf(opened: OpenedReport, { cell, at }: Remark): Pick<RemarkComment, "source" | "span"> | null {
  if (cell) {
    const place = opened.sheets.places.get(cell.sheet);
    const row = place?.table.rows[cell.row];
    // A blank cell without a paragraph of its own is spoken of at the beginning of its row.
    const source = row?.[cell.column]?.source ?? row?.find((one) => one.source !== null)?.source ?? null;
    if (source !== null) return { source, span: null };
    const line = place && cell.row < 0 ? place.above.at(cell.row) : place?.below[cell.row - place.table.rows.length];
    return !line || line.source === null ? null : { source: line.source, span: null };
  }
  const line = at && opened.lines[at.line];
  return at && line && line.source !== null
    ? { source: line.source, span: { start: line.from + at.start, end: line.from + at.end } }
    : null;
}
