import { address } from "../amount/cell-ref";
import type { CheckReport, Finding } from "../checks/report";
import type { Recognised } from "../workbook/recognised";

/** A finding as the contract prints it: addresses as Excel writes them. */
export function findingJson(finding: Finding): object {
  const { id, verdict, severity, message, formula, left, right, difference } = finding;
  return {
    id, verdict, severity, message, formula, left, right, difference,
    cells: finding.cells.map((cell) => ({ sheet: cell.sheet, address: address(cell), table: cell.table, row: cell.rowLabel, column: cell.columnLabel, value: cell.value })),
  };
}

/** One file's check result for `--json`. `file` is the path as it was given. */
export function checkJson(file: string, recognised: Recognised, report: CheckReport): object {
  const idOf = new Map(report.findings.map((finding) => [finding.key, finding.id]));
  const { organisation, organisationKind, year, variant, unit, missing } = recognised;
  const tables = [...recognised.tables.values()].sort((a, b) => a.number - b.number);
  const idsOf = (keys: readonly string[]): readonly string[] => [...new Set(keys.map((key) => idOf.get(key) ?? key))];
  return {
    file, organisation, organisationKind, year, variant, unit,
    tables: tables.map((table) => ({ table: table.number, title: table.title?.text ?? "", sheet: table.sheet.name, range: table.range })),
    missing,
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
