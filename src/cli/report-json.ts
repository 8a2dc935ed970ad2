import { address, type CellRef } from "../amount/cell-ref";
import type { CheckReport, Finding, FindingCell } from "../checks/report";
import { placeOf, rangeOf } from "../report/sheets";
import type { Recognised, Table } from "../workbook/recognised";
import type { OpenedFile } from "./opened-file";
import { unreadTables } from "./report-unread";

/** Where a cell of a report's table stands in the report; nothing for a workbook's. */
function placeJson(cell: CellRef, printed: OpenedFile["printed"]): object {
  const place = printed && placeOf(printed.sheets, cell);
  return place ? { paragraph: place.paragraph, ...(place.page === null ? {} : { page: place.page }) } : {};
}

/** A cell as the contract prints it: its address as Excel writes it, its place where it stands in a report. */
export function cellJson(cell: CellRef & Partial<FindingCell>, printed: OpenedFile["printed"]): object {
  const { sheet, table = null, rowLabel = "", columnLabel = "", value = "" } = cell;
  return { sheet, address: address(cell), table, row: rowLabel, column: columnLabel, value, ...placeJson(cell, printed) };
}

/** A finding as the contract prints it. */
export function findingJson(
  finding: Finding,
  printed: OpenedFile["printed"] = null,
): { readonly cells: readonly object[] } & Readonly<Record<string, unknown>> {
  const first = finding.cells[0];
  const { id, verdict, severity, message, formula, left, right, difference } = finding;
  return {
    id,
    verdict,
    severity,
    message,
    formula,
    left,
    right,
    difference,
    ...(first ? placeJson(first, printed) : {}),
    cells: finding.cells.map((cell) => cellJson(cell, printed)),
  };
}

/** Rows and columns with amounts that a recognised table is not known to have. */
function notUnderstood(table: Table): readonly object[] {
  const { unknownRows, unknownColumns } = table.facts;
  return [
    ...unknownRows.map(({ row, cell }) => ({
      table: table.number,
      sheet: cell.sheet,
      address: address(cell),
      text: row.name === "" ? (row.malformedCode ?? "") : row.name,
    })),
    ...unknownColumns.map(({ heading, cell }) => ({ table: table.number, sheet: cell.sheet, address: address(cell), text: heading })),
  ];
}

/** One file's check result for `--json`. `file` is the path as it was given. */
export function checkJson(file: string, recognised: Recognised, report: CheckReport, printed: OpenedFile["printed"] = null): object {
  const idOf = new Map(report.findings.map((finding) => [finding.key, finding.id]));
  const { organisation, organisationKind, year, template, unit } = recognised;
  const range = (table: Table): string => {
    const place = printed?.sheets.places.get(table.sheet.name);
    return place ? rangeOf(place) : table.range;
  };
  const tables = [...recognised.tables.values()].sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
  const idsOf = (keys: readonly string[]): readonly string[] => [...new Set(keys.map((key) => idOf.get(key) ?? key))];
  return {
    file,
    organisation,
    organisationKind,
    year,
    template: template.family,
    variant: template.id,
    unit,
    tables: tables.map((table) => ({
      key: table.key,
      table: table.number,
      title: table.title?.text ?? "",
      sheet: table.sheet.name,
      range: range(table),
    })),
    missing: recognised.missing.map(({ number }) => number),
    unread: printed ? unreadTables(printed, recognised) : recognised.unread,
    notUnderstood: tables.flatMap(notUnderstood),
    counts: report.counts,
    findings: report.findings.map((finding) => findingJson(finding, printed)),
    causes: report.causes.map(({ kind, message, advice, cells, explains }) => ({
      kind,
      message,
      advice,
      cells: cells.map((cell) => ({ sheet: cell.sheet, address: address(cell), ...placeJson(cell, printed) })),
      explains: idsOf(explains),
      findings: explains.length,
    })),
    suspects: report.suspects.map((suspect) => ({
      sheet: suspect.sheet,
      address: address(suspect),
      value: suspect.value,
      expected: suspect.expected,
      explains: idsOf(suspect.explains),
      kind: suspect.kind,
      message: suspect.message,
      ...placeJson(suspect, printed),
    })),
  };
}
