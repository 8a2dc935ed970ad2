import type { ReportPattern } from "../../narrative/parts";
import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";
import { readAbout } from "./about";
import { readBudgetUnits } from "./budget-units";
import { readStaffing } from "./staffing";

/** 第一部分: staffing, the units and their number (docs/rules.md B 第一部分). */
export function readPartOne(ledger: Ledger, lines: readonly Line[], report: ReportPattern): void {
  for (const line of lines) if (line.kind !== "row") readStaffing(ledger, line);
  staffingLeftOut(ledger, lines);
  readBudgetUnits(ledger, lines);
  readAbout(
    ledger,
    lines,
    report.parts.flatMap((part) => (part.kind === "about" ? part.passages.flatMap(({ said = [] }) => said) : [])),
  );
}

const PEOPLE = /^[一二三四五六]、.{0,12}人员(?:情况|构成)$/;
const COUNTED = /编制|实有|在职|人员\d+(?:人|名)/;

/** 二、机构设置及人员情况 with nothing below of people. */
function staffingLeftOut(ledger: Ledger, lines: readonly Line[]): void {
  const heading = lines.findIndex(({ text, kind }) => kind !== "row" && PEOPLE.test(text));
  const line = lines[heading];
  if (!line || lines.slice(heading + 1).some(({ text }) => COUNTED.test(text))) return;
  ledger.lacks(line, {
    message: `标题是“${line.text}”，下面没有写人员情况（编制、在职、退休人数）。`,
    advice: "请补上；不写人员情况的，改标题。",
  });
}
