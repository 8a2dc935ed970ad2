import { gradeOf } from "../checks/custom/grades";
import { readCustomRows } from "../checks/custom/sheet";
import { textRule } from "../checks/text-rules";
import type { Recognised } from "../workbook/recognised";
import type { Fault } from "./ledger";

/** Faults as the workbook's 自定义审核 grades their rules: those to be told, and those of rules that it switches off. */
export interface Graded {
  readonly told: readonly Fault[];
  readonly off: readonly Fault[];
}

export function gradedFaults(faults: readonly Fault[], { workbook }: Recognised): Graded {
  const rows = readCustomRows(workbook);
  if (rows.length === 0) return { told: faults, off: [] };
  const told: Fault[] = [];
  const off: Fault[] = [];
  for (const fault of faults) {
    const given = gradeOf(textRule(fault.id) ?? { id: fault.id }, rows);
    if (given?.grade === "off") off.push(fault);
    else told.push(given ? { ...fault, severity: given.grade, why: (fault.why ?? "") + given.why } : fault);
  }
  return { told, off };
}
