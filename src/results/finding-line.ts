import { address, type CellRef } from "../amount/cell-ref";
import type { Finding, FindingCell } from "../checks/report";
import { placeOf } from "../report/sheets";
import { fingerprint } from "../text/fingerprint";
import type { OpenedReport } from "../review/open-report";
import type { CellLine, FindingLine, PlaceLine } from "./line";

/** Where a cell of a report's table stands in the report; nothing for a workbook's. */
export function placeLine(cell: CellRef, printed: OpenedReport | null): PlaceLine {
  const place = printed && placeOf(printed.sheets, cell);
  return place ? { paragraph: place.paragraph, ...(place.page === null ? {} : { page: place.page }) } : {};
}

/** A cell with its address as Excel writes it, and its place where it stands in a report. */
export function cellLine(cell: CellRef & Partial<FindingCell>, printed: OpenedReport | null): CellLine {
  const { sheet, table = null, rowLabel = "", columnLabel = "", value = "" } = cell;
  return { sheet, address: address(cell), table, row: rowLabel, column: columnLabel, value, ...placeLine(cell, printed) };
}

export function findingLine(finding: Finding, printed: OpenedReport | null = null): FindingLine {
  const first = finding.cells[0];
  const { id, key, verdict, severity, message, advice, why, formula, left, right, difference } = finding;
  return {
    id,
    key,
    verdict,
    severity,
    message,
    advice,
    why,
    formula,
    left,
    right,
    difference,
    ...(first ? placeLine(first, printed) : {}),
    figures: figuresOf(finding),
    cells: finding.cells.map((cell) => cellLine(cell, printed)),
  };
}

/** Addresses move with the rows above them; the figures stay. */
const ADDRESS = /![A-Z]{1,3}\d+/g;

/** Both sides and every cell's figure; where there are no sides, what is said. */
const figuresOf = ({ verdict, message, left, right, cells }: Finding): string =>
  fingerprint(
    verdict === "notRun" || (left === null && right === null)
      ? message.replace(ADDRESS, "")
      : [left, right, ...cells.map(({ value }) => value)].join("|"),
  );
