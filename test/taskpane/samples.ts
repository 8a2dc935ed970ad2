import type { CheckReport, Finding, FindingCell, Suspect } from "../../src/checks/report";
import type { Overview, TableOverview } from "../../src/taskpane/engine/protocol";

export const cell = (table: number, value: string, more: Partial<FindingCell> = {}): FindingCell => ({
  sheet: `表${String(table)}`,
  row: 26,
  column: 4,
  table,
  rowLabel: "总计",
  columnLabel: "合计",
  value,
  side: "left",
  sign: 1,
  ...more,
});

/** 表5 total 1,219.43 against 表4's 1,219.53. */
export const finding = (more: Partial<Finding> = {}): Finding => ({
  id: "X45",
  key: "X45|total",
  verdict: "broken",
  severity: "error",
  message: "表5!E27 ≠ 表4!E35",
  formula: "表5[总计, 合计] = 表4[支出总计, 一般公共预算]",
  why: "同一个数",
  advice: "",
  left: "1219.43",
  right: "1219.53",
  difference: "-0.10",
  cells: [cell(5, "1219.43"), cell(4, "1219.53", { row: 34, side: "right" })],
  ...more,
});

/** 表4's total says 1,219.53 where 1,219.43 is meant. */
export const suspect = (more: Partial<Suspect> = {}): Suspect => ({
  sheet: "表4",
  row: 34,
  column: 4,
  what: "支出总计 · 一般公共预算",
  value: "1219.53",
  expected: "1219.43",
  explains: ["X45|total"],
  kind: "digit",
  message: "把它改成 1,219.43",
  ...more,
});

export const report = (findings: readonly Finding[], more: Partial<CheckReport> = {}): CheckReport => ({
  counts: {
    holds: 400,
    rounding: findings.filter(({ verdict }) => verdict === "rounding").length,
    broken: findings.filter(({ verdict }) => verdict === "broken").length,
    notApplicable: 0,
    notRun: findings.filter(({ verdict }) => verdict === "notRun").length,
  },
  findings,
  causes: [],
  suspects: [],
  suspectsIncomplete: false,
  ties: [],
  ...more,
});

const KEYS = { 1: "overview", 2: "income", 3: "expenditure" } as const;
const table = (number: 1 | 2 | 3, status: TableOverview["status"]): TableOverview => ({
  key: KEYS[number],
  number,
  label: `表${number}`,
  title: "",
  status,
  place: null,
  evidence: [],
  doubts: [],
  chosen: false,
});

export const overview = (...statuses: readonly TableOverview["status"][]): Overview => ({
  organisation: "某局",
  organisationKind: "部门",
  year: 2026,
  template: { id: "xinjiang/2026-12", label: "12张表" },
  family: "xinjiang",
  templateEvidence: [],
  templates: [],
  isFinalAccounts: false,
  unread: [],
  unit: "万元",
  sheets: [],
  hasInputSheets: false,
  tables: ([1, 2, 3] as const).map((number, index) => table(number, statuses[index] ?? "found")),
});
