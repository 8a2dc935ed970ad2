import type { CellRef } from "../amount/cell-ref";
import type { Book } from "../book/open";
import type { Finding, FindingCell } from "../checks/report";
import { linesOf } from "../narrative/lines";
import { narrate } from "../narrative/narrate";
import { segmentsText, type Segment } from "../narrative/segments";
import { proofread } from "./proofread";
import type { ProofFinding } from "./report";

/**
 * What the user wrote on the 填报 sheets, proofread where it will stand: in the sentences of the narrative, beside the figures
 * of the tables. A reason against its direction, parts of a project that do not add up to it, a year that does not fit. The
 * rules are those of proofreading; a finding stands at the cell with the words. What is still to be filled in is no finding.
 */
export function proofreadInputs({ recognised, inputs }: Book): readonly Finding[] {
  const lines = linesOf(narrate(recognised, inputs)).map(({ segments }) => segments);
  const { findings } = proofread(lines.map(segmentsText), { recognised, inputs });
  return findings.flatMap((finding) => {
    const cells = finding.severity === "info" ? [] : inputsAt(lines[finding.paragraph - 1] ?? [], finding);
    return cells.length === 0 ? [] : [atCells(finding, cells)];
  });
}

/** The cells of the user's words that a finding touches; none where it is about the tool's own words and figures alone. */
function inputsAt(segments: readonly Segment[], { start, end }: Pick<ProofFinding, "start" | "end">): readonly CellRef[] {
  let at = 0;
  return segments.flatMap((segment) => {
    const from = at;
    at += segment.text.length;
    const touched = start === end ? from < start && start <= at : from < end && start < at;
    return segment.kind === "input" && touched ? segment.cells : [];
  });
}

function atCells(
  { id, key, verdict, severity, message, formula, why, advice, left, right, difference, quote }: ProofFinding,
  cells: readonly CellRef[],
): Finding {
  return {
    id,
    key: `填报|${key}`,
    verdict,
    severity,
    message: quote === "" || message.includes(quote) ? message : `“${quote}”：${message}`,
    formula,
    why,
    advice: advice === "" ? "请在填报表里改好。" : advice,
    left,
    right,
    difference,
    cells: cells.map((cell): FindingCell => ({ ...cell, table: null, rowLabel: "", columnLabel: "", value: "", side: "left", sign: 1 })),
  };
}
