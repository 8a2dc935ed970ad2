import { address } from "../amount/cell-ref";
import type { CheckReport, Finding } from "../checks/report";
import type { Recognised, Table } from "../workbook/recognised";

/** A finding as the contract prints it: addresses as Excel writes them. */
export function findingJson(finding: Finding): object {
  const { id, verdict, severity, message, formula, left, right, difference } = finding;
  return {
    id, verdict, severity, message, formula, left, right, difference,
    cells: finding.cells.map((cell) => ({ sheet: cell.sheet, address: address(cell), table: cell.table, row: cell.rowLabel, column: cell.columnLabel, value: cell.value })),
  };
}

/** Rows and columns with amounts that a recognised table is not known to have. */
function notUnderstood(table: Table): readonly object[] {
  const { unknownRows, unknownColumns } = table.facts;
  return [
    ...unknownRows.map(({ row, cell }) => ({ table: table.number, sheet: cell.sheet, address: address(cell), text: row.name === "" ? (row.malformedCode ?? "") : row.name })),
    ...unknownColumns.map(({ heading, cell }) => ({ table: table.number, sheet: cell.sheet, address: address(cell), text: heading })),
  ];
}

/** One file's check result for `--json`. `file` is the path as it was given. */
export function checkJson(file: string, recognised: Recognised, report: CheckReport): object {
  const idOf = new Map(report.findings.map((finding) => [finding.key, finding.id]));
  const { organisation, organisationKind, year, template, unit } = recognised;
  const tables = [...recognised.tables.values()].sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
  const idsOf = (keys: readonly string[]): readonly string[] => [...new Set(keys.map((key) => idOf.get(key) ?? key))];
  return {
    file, organisation, organisationKind, year, template: template.family, variant: template.id, unit,
    tables: tables.map((table) => ({ key: table.key, table: table.number, title: table.title?.text ?? "", sheet: table.sheet.name, range: table.range })),
    missing: recognised.missing.map(({ number }) => number),
    unread: recognised.unread,
    notUnderstood: tables.flatMap(notUnderstood),
    counts: report.counts,
    findings: report.findings.map(findingJson),
    causes: report.causes.map(({ kind, message, advice, cells, explains }) => ({
      kind, message, advice, cells: cells.map((cell) => ({ sheet: cell.sheet, address: address(cell) })), explains: idsOf(explains), findings: explains.length,
    })),
    suspects: report.suspects.map((suspect) => ({
      sheet: suspect.sheet, address: address(suspect), value: suspect.value, expected: suspect.expected,
      explains: idsOf(suspect.explains), kind: suspect.kind, message: suspect.message,
    })),
  };
}
