import type { TableSpec } from "../templates/define";
import { normalise } from "../text/wording";
import { codedReader } from "./coded-rows";
import type { ColumnMap } from "./columns";
import { isSignatureRow } from "./footer";
import { lineReader } from "./line-rows";
import { namedReader } from "./named-rows";
import type { CellValue, PlainSheet } from "./plain";
import type { Row } from "./recognised";
import type { RowDraft, RowReader } from "./row-reader";
import { groupedReader } from "./grouped-rows";
import { oneRowReader, totalOnlyReader } from "./one-row";
import { outlineReader } from "./outline-rows";
import { panelReader } from "./panel-rows";
import { isLabelHeading } from "./vocabulary";

/** The rows of a table's body, and those passed over. */
export interface Body {
  readonly rows: readonly Row[];
  readonly extraTotals: readonly Row[];
  readonly skipped: readonly number[];
  /** Index of the last row that belongs to the table. */
  readonly last: number;
}

export interface BodyRange {
  readonly start: number;
  readonly end: number;
  /** Rows of repeated page headers, as indexes. */
  readonly repeated: (index: number) => boolean;
}

/**
 * Reads the rows below the headings, one side or both. A total below its rows, or a signature, closes the table: after
 * it only rows with a code of their own still belong to it.
 */
export function readBody(sheet: PlainSheet, spec: TableSpec, columns: ColumnMap, range: BodyRange): Body {
  const rows: Row[] = [];
  const extraTotals: Row[] = [];
  const skipped: number[] = [];
  const reader = rowReader(spec, columns);
  const totals = new Set<Row["side"]>();
  const begun = new Set<Row["side"]>();
  let closed: "total" | "signature" | null = null;
  let last = range.start - 1;
  for (let index = range.start; index < range.end; index++) {
    const cells = sheet.values[index];
    if (!cells || range.repeated(index)) {
      skipped.push(index);
      // A new page goes on after the signatures of the one before.
      if (closed === "signature") closed = null;
      continue;
    }
    for (const draft of reader(cells, sheet.left)) {
      const free = draft.kind === "other" || ((draft.kind === "unit" || draft.kind === "project") && draft.anchored !== true);
      if (free && closed === null && isSignatureRow(cells)) closed = "signature";
      if ((free && closed !== null) || (draft.kind === "total" && holdsLabelHeading(cells))) continue;
      const row = rowOf(draft, sheet.top + index);
      if (row.kind === "total") {
        if (totals.has(row.side)) {
          extraTotals.push(row);
          continue;
        }
        totals.add(row.side);
        if (begun.has(row.side)) closed = "total";
      } else if (row.kind !== "other") begun.add(row.side);
      rows.push(row);
      if (row.kind !== "other") last = index;
    }
  }
  return { rows: onlyRowOf(withoutFalseUnits(rows, spec), sheet, columns, range, spec), extraTotals, skipped, last };
}

/** A table of one row that has several rows of amounts is not understood: which of them is the one, nobody knows. */
function onlyRowOf(rows: readonly Row[], sheet: PlainSheet, columns: ColumnMap, range: BodyRange, spec: TableSpec): readonly Row[] {
  if (spec.layout !== "oneRow" && !isTotalOnly(spec, columns)) return rows;
  const amounts = [...columns.amounts.values()].map(({ index }) => index);
  const held = sheet.values
    .slice(range.start, range.end)
    .filter((cells) => amounts.some((column) => typeof cells[column] === "number"))
    .map((cells) => JSON.stringify(amounts.map((column) => cells[column])));
  // The one office of a table repeats its total.
  return new Set(held).size > 1 ? rows.map((row) => ({ ...row, kind: "other", line: null })) : rows;
}

/** “合计” beside “科目名称” is a heading of some other table, not a total. */
function holdsLabelHeading(cells: readonly CellValue[]): boolean {
  return cells.some((cell) => typeof cell === "string" && isLabelHeading(normalise(cell)));
}

function rowOf(draft: RowDraft, position: number): Row {
  return {
    kind: draft.kind,
    position,
    code: draft.code ?? null,
    malformedCode: draft.malformedCode ?? null,
    name: draft.name,
    project: draft.project ?? null,
    line: draft.line ?? null,
    side: draft.side ?? "right",
    labelColumn: draft.labelColumn,
    amountColumn: draft.amountColumn ?? null,
    headingAt: draft.headingAt ?? null,
  };
}

function rowReader(spec: TableSpec, columns: ColumnMap): RowReader {
  switch (spec.layout) {
    case "panels":
      return panelReader(spec, columns);
    case "oneRow":
      return oneRowReader(columns);
    case "grouped":
      return groupedReader(columns);
    case "outline":
      return outlineReader(spec, columns);
    case "lines":
      return lineReader(spec, columns);
    case "named":
      return namedReader(columns);
    default:
      return isTotalOnly(spec, columns) ? totalOnlyReader(columns) : codedReader(spec, columns);
  }
}

/** A table that shows nothing but its total has neither codes nor names. */
function isTotalOnly({ layout, mayBeTotalOnly }: TableSpec, { codes, label }: ColumnMap): boolean {
  return layout === "totalOnly" || (mayBeTotalOnly && codes.length === 0 && label === null);
}

/**
 * In a table of projects a unit stands above its subjects: words after the last subject, or between a subject and its parts,
 * are no unit; nor is it known then under which subject the projects stand that follow without a code.
 */
function withoutFalseUnits(rows: readonly Row[], spec: TableSpec): readonly Row[] {
  if (spec.layout !== "projects" || rows.every(({ kind }) => kind !== "unit")) return rows;
  let above: Row | null = null;
  let isLost = false;
  return rows.map((row, index) => {
    if (row.kind === "unit") {
      isLost = isInside(
        above,
        rows.slice(index + 1).find(({ kind }) => kind !== "other" && kind !== "unit"),
      );
      return isLost ? { ...row, kind: "other" } : row;
    }
    if (row.kind !== "project" && row.kind !== "other") [above, isLost] = [row, false];
    return row.kind === "project" && isLost ? { ...row, kind: "other" } : row;
  });
}

/** Whether what follows goes on with the subject above, or nothing with a code follows. */
function isInside(above: Row | null, next: Row | undefined): boolean {
  if (next === undefined || next.code === null) return true;
  const goesOn = above !== null && above.code !== null && next.code.startsWith(above.code);
  return goesOn && (next.kind === "project" || next.code !== above.code);
}
