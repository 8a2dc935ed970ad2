import type { ReportPattern } from "../../narrative/parts";
import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";
import { readAbout } from "./about";
import { readBudgetUnits } from "./budget-units";
import { readStaffing } from "./staffing";

/** 第一部分: staffing, the units and their number (docs/rules.md B 第一部分). */
export function readPartOne(ledger: Ledger, lines: readonly Line[], report: ReportPattern): void {
  for (const line of lines) if (line.kind !== "row") readStaffing(ledger, line);
  readBudgetUnits(ledger, lines);
  readAbout(
    ledger,
    lines,
    report.parts.flatMap((part) => (part.kind === "about" ? part.passages.flatMap(({ said = [] }) => said) : [])),
  );
}
