import { address } from "../amount/cell-ref";
import type { Book } from "../book/open";
import { blameOf } from "../checks/blame";
import type { CheckReport } from "../checks/report";
import { inputForm, isOpen } from "../inputs/form";
import { rangeOf } from "../report/sheets";
import type { OpenedReport } from "../review/open-report";
import type { Table } from "../workbook/recognised";
import { findingLine, placeLine } from "./finding-line";
import { identityLine } from "./identity-line";
import type { CheckLine, FindingLine } from "./line";
import { unreadTables } from "./unread-tables";

/** Rows and columns with amounts that a recognised table is not known to have. */
function notUnderstood(table: Table): CheckLine["notUnderstood"] {
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

/** What the 填报 sheets hold, and what they still ask for; of a workbook without them nothing is asked. */
function inputsLine(recognised: Book["recognised"], inputs: Book["inputs"]): CheckLine["inputs"] {
  const sheets = Object.values(inputs.sheets).filter(({ sheet }) => sheet !== null).length;
  const entries = sheets === 0 ? [] : inputForm(recognised, inputs).flatMap((group) => group.entries);
  const open = entries.reduce((count, entry) => count + entry.fields.filter((field) => isOpen(entry, field)).length, 0);
  return { sheets, problems: inputs.problems.length, open };
}

/** By the key of a finding, which cause or which suspect it is said under. */
function blamedIn(report: CheckReport): ReadonlyMap<string, Pick<FindingLine, "cause" | "suspect">> {
  const { causes, suspects } = blameOf(report);
  return new Map<string, Pick<FindingLine, "cause" | "suspect">>([
    ...causes.flatMap(({ findings }, cause) => findings.map(({ key }) => [key, { cause }] as const)),
    ...suspects.flatMap(({ of, findings }) => findings.map(({ key }) => [key, { suspect: report.suspects.indexOf(of) }] as const)),
  ]);
}

/** One file's check result. `file` is the path as it was given; `printed`: the finished report whose tables were checked. */
export function checkLine(file: string, { recognised, inputs }: Book, report: CheckReport, printed: OpenedReport | null = null): CheckLine {
  const idOf = new Map(report.findings.map((finding) => [finding.key, finding.id]));
  const blamed = blamedIn(report);
  const range = (table: Table): string => {
    const place = printed?.sheets.places.get(table.sheet.name);
    return place ? rangeOf(place) : table.range;
  };
  const tables = [...recognised.tables.values()].sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
  const idsOf = (keys: readonly string[]): readonly string[] => [...new Set(keys.map((key) => idOf.get(key) ?? key))];
  return {
    file,
    ...identityLine(recognised),
    form: recognised.template.label,
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
    inputs: inputsLine(recognised, inputs),
    counts: report.counts,
    findings: report.findings.map((finding) => ({ ...findingLine(finding, printed), ...blamed.get(finding.key) })),
    causes: report.causes.map(({ kind, message, advice, cells, explains }) => ({
      kind,
      message,
      advice,
      cells: cells.map((cell) => ({ sheet: cell.sheet, address: address(cell), ...placeLine(cell, printed) })),
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
      ...placeLine(suspect, printed),
    })),
    suspectsIncomplete: report.suspectsIncomplete,
  };
}
