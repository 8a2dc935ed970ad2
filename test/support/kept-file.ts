import type { DeskFile, DeskFinding } from "../../src/desk/file";

/** What a desk keeps of a finding. */
export const keptFinding = (
  id: string,
  key: string,
  severity: DeskFinding["severity"],
  verdict: DeskFinding["verdict"] = "broken",
): DeskFinding => ({
  id,
  key,
  verdict,
  severity,
  rule: "合计等于各项之和",
  why: "合计等于各项之和",
  message: `${key}不符。`,
  advice: "",
  cell: { sheet: "表5", address: "E27" },
  figures: "1",
  quote: "",
  expected: "",
});

/** What a desk keeps of a file that was checked, by its name: a report where that ends so. */
export function keptFile(name: string, organisation: string | null, more: Partial<DeskFile> = {}): DeskFile {
  const findings = more.findings ?? [];
  const count = (severity: DeskFinding["severity"]): number =>
    findings.filter((one) => one.severity === severity && one.verdict === "broken").length;
  return {
    file: name,
    kind: /\.(docx|pdf|txt)$/.test(name) ? "report" : "workbook",
    state: "checked",
    problem: "",
    organisation,
    organisationKind: null,
    year: 2026,
    saved: null,
    content: null,
    form: "12张表",
    tables: 12,
    missing: [],
    unread: 0,
    inputs: { sheets: 5, problems: 0, open: 0 },
    tally: { holds: 400, rounding: 9, error: count("error"), warning: count("warning"), info: count("info"), notRun: 0 },
    findings,
    suspects: [],
    causes: [],
    prose: null,
    ...more,
  };
}
