import { address } from "../amount/cell-ref";
import { fingerprint } from "../text/fingerprint";
import { findingLine } from "../results/finding-line";
import { proofFindingLine } from "../results/proof-line";
import type { NamedCheck, NamedTables } from "./desk-round";
import { deskFinding, type DeskFinding } from "./file";
import type { DeskHeld } from "./held";
import { holdAgainstLast, lastYearWords } from "./last-year";
import type { Filed } from "./units/filed";
import { holdUnits, type UnitFinding, type UnitsHeld } from "./units/hold";

const heldNone = (file: string, kind: DeskHeld["kind"], against: readonly string[], summary: string): DeskHeld => ({
  kind,
  file,
  against,
  findings: [],
  notes: [],
  summary,
});

/** An office's file against last year's, as a desk keeps it; where nothing could be compared the summary says why. */
export function deskLastYear(current: NamedCheck, last: NamedTables): DeskHeld {
  const held = holdAgainstLast(current, last);
  const { file, printed } = current;
  if (typeof held === "string") return heldNone(file, "lastYear", [last.file], held);
  const { findings, notes, prose } = held;
  return {
    kind: "lastYear",
    file,
    against: [last.file],
    findings: [
      ...findings.map((finding) => deskFinding(findingLine(finding))),
      ...(printed ? prose.map((finding) => deskFinding(proofFindingLine(finding, printed))) : []),
    ],
    notes,
    summary: lastYearWords(held, printed !== null),
  };
}

const WHY = "部门的数是所属单位之和";

function unitFinding({ verdict, severity, table, row, column, message, left, right, cell, parts }: UnitFinding): DeskFinding {
  return {
    id: "M04",
    key: `M04|${table}|${row}|${column}`,
    verdict: "broken",
    // What rounding hardly explains is for a person to look at.
    severity: verdict === "broken" ? severity : "warning",
    rule: WHY,
    why: WHY,
    message,
    advice: "",
    cell: cell && { sheet: cell.sheet, address: address(cell) },
    figures: fingerprint([left, right, ...parts.map(({ value }) => value)].join("|")),
    quote: "",
    expected: "",
  };
}

/** What adding units up comes to, in one sentence. */
export const unitsWords = ({ counts, notAdded }: UnitsHeld): string =>
  `相符 ${String(counts.holds)}，尾差 ${String(counts.rounding)}，不符 ${String(counts.broken)}，没有加总的表或列 ${String(notAdded.length)}。`;

/** A file that cannot be added up with the others, and why; null where it can. */
export function whyNotAdded(department: Filed, { isReport, year }: Filed): string | null {
  if (isReport) return "是写好的报告，没有加总；加总用单位的工作簿。";
  if (year === department.year) return null;
  return `是${year === null ? "没有认出年度" : `${String(year)}年`}的预算，没有加总。`;
}

/** A department's workbook against the sum of its units', as a desk keeps it. `unread`: files that could not be read for it. */
export function deskUnits(department: Filed, files: readonly Filed[], unread: readonly string[] = []): DeskHeld {
  const against = [...files.map(({ file }) => file), ...unread];
  const reasons = files.map((unit) => ({ unit, why: whyNotAdded(department, unit) }));
  const units = reasons.flatMap(({ unit, why }) => (why === null ? [unit] : []));
  if (units.length === 0) return heldNone(department.file, "units", against, "没有可以加总的单位工作簿，没有核对。");
  const held = holdUnits(department, units);
  const lost = unread.map((file) => `${file}读不了，没有加总。`);
  const left = reasons.flatMap(({ unit, why }) => (why === null ? [] : [`${unit.file}${why}`]));
  return {
    kind: "units",
    file: department.file,
    against,
    findings: [...held.causes.map(causeFinding), ...held.findings.map(unitFinding)],
    notes: [...held.doubts, ...lost, ...left, ...held.notAdded.map(({ table, reason }) => `${table}没有加总：${reason}。`)],
    summary: `${String(held.units.length)} 个单位之和：${unitsWords(held)}`,
  };
}

/** A whole workbook that is at fault is one finding: what it explains is not told again. */
const causeFinding = ({ kind, message, advice, file }: UnitsHeld["causes"][number]): DeskFinding => ({
  id: "M04",
  key: `M04|${kind}|${file ?? ""}`,
  verdict: "broken",
  severity: "error",
  rule: WHY,
  why: WHY,
  message,
  advice,
  cell: null,
  figures: fingerprint(message),
  quote: "",
  expected: "",
});
