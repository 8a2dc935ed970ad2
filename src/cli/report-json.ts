import { address, type CellRef } from "../amount/cell-ref";
import type { CheckReport, Finding } from "../checks/report";
import { placeOf, rangeOf } from "../report/sheets";
import type { Recognised, Table } from "../workbook/recognised";
import type { OpenedFile } from "./opened-file";
import { unreadTables } from "./report-unread";

/** Where a cell of a report's table stands in the report; nothing for a workbook's. */
function placeJson(cell: CellRef, printed: OpenedFile["printed"]): object {
  const place = printed && placeOf(printed.sheets, cell);
  return place ? { paragraph: place.paragraph, ...(place.page === null ? {} : { page: place.page }) } : {};
}

/** A finding as the contract prints it: addresses as Excel writes them. */
export function findingJson(finding: Finding, printed: OpenedFile["printed"] = null): object {
  const first = finding.cells[0];
  const { id, verdict, severity, message, formula, left, right, difference } = finding;
  return {
    id, verdict, severity, message, formula, left, right, difference, ...(first ? placeJson(first, printed) : {}),
    cells: finding.cells.map((cell) => ({ sheet: cell.sheet, address: address(cell), table: cell.table, row: cell.rowLabel, column: cell.columnLabel, value: cell.value, ...placeJson(cell, printed) })),
  };
}

/** One file's check result for `--json`. `file` is the path as it was given. */
export function checkJson(file: string, recognised: Recognised, report: CheckReport, printed: OpenedFile["printed"] = null): object {
  const idOf = new Map(report.findings.map((finding) => [finding.key, finding.id]));
  const { organisation, organisationKind, year, variant, unit, missing } = recognised;
  const range = (table: Table): string => {
    const place = printed?.sheets.places.get(table.sheet.name);
    return place ? rangeOf(place) : table.range;
  };
  const tables = [...recognised.tables.values()].sort((a, b) => a.number - b.number);
  return {
    file, organisation, organisationKind, year, variant, unit,
    tables: tables.map((table) => ({ table: table.number, title: table.title?.text ?? "", sheet: table.sheet.name, range: range(table) })),
    missing,
    ...(printed ? { unread: unreadTables(printed, recognised) } : {}),
    counts: report.counts,
    findings: report.findings.map((finding) => findingJson(finding, printed)),
    suspects: report.suspects.map((suspect) => ({
      sheet: suspect.sheet, address: address(suspect), value: suspect.value, expected: suspect.expected,
      explains: [...new Set(suspect.explains.map((key) => idOf.get(key) ?? key))], kind: suspect.kind, message: suspect.message, ...placeJson(suspect, printed),
    })),
  };
}
