import type { CellRef } from "../amount/cell-ref";
import { RANK, type Finding } from "../checks/report";
import type { TextRuleId } from "../checks/text-rules";
import type { SentenceFamily } from "../narrative/families";

/** What is wrong with the words: a figure, a share, a change or its rate, a sum, a name, a year, a direction, something absent or too much, or the wording. */
export type ProofCategory = "figure" | "share" | "change" | "sum" | "name" | "year" | "direction" | "missing" | "extra" | "wording";

/** The categories as the user reads them, in the order of a filter. */
export const proofCategories: readonly { readonly key: ProofCategory; readonly label: string }[] = [
  { key: "figure", label: "金额" },
  { key: "share", label: "占比" },
  { key: "change", label: "增减" },
  { key: "sum", label: "合计" },
  { key: "name", label: "名称" },
  { key: "year", label: "年度" },
  { key: "direction", label: "方向与原因" },
  { key: "missing", label: "缺少" },
  { key: "extra", label: "多出" },
  { key: "wording", label: "文字" },
];

/** A fault in the text. As a finding of the checks, with the words at fault; plain data, so that it may cross to a worker. */
export interface ProofFinding extends Finding {
  readonly category: ProofCategory;
  /** Number of the paragraph as handed in, from 1; what is missing stands at the paragraph after which it belongs. */
  readonly paragraph: number;
  /** The words at fault in that paragraph, UTF-16 offsets; equal where something is missing. */
  readonly start: number;
  readonly end: number;
  /** The words at fault exactly as the user wrote them; "" where something is missing. */
  readonly quote: string;
  /** What should stand in place of `quote`; "" where the rules cannot tell. */
  readonly expected: string;
  /** True where putting `expected` in place of `quote` makes the sentence right: what `correctedParagraph` does. */
  readonly replaces: boolean;
  /** The cell of the report's own table that is at fault: its printed title, row and column there; null in the prose. */
  readonly printed: CellRef | null;
}

/** Words of a paragraph to be marked. */
export interface ProofMark {
  /** UTF-16 offsets in the paragraph's own text. */
  readonly start: number;
  readonly end: number;
  /** Index in `findings`. */
  readonly finding: number;
}

export interface ProofParagraph {
  /** Exactly as handed in. */
  readonly text: string;
  /** In order of position; a finding across a line break has one mark in each paragraph. */
  readonly marks: readonly ProofMark[];
  /** 第一部分…第四部分: 1 to 4; 0 before the first. */
  readonly part: number;
}

/** A figure that was neither proved nor found wrong: the user has to look at it. */
export interface Unchecked {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** In Chinese: why it could not be held against anything. */
  readonly reason: string;
}

export interface Coverage {
  /** Every figure of the report: in sentences, tables and performance sheets, with a unit or without. */
  readonly figures: number;
  /** Held against the workbook or recomputed, and right. */
  readonly proved: number;
  /** Held and found wrong or doubtful. */
  readonly faulty: number;
  readonly unchecked: readonly Unchecked[];
  /** Passages that nothing has looked into, and why (Chinese). */
  readonly unread: readonly Unchecked[];
}

/** A workbook that is not the report's: no figure of the report is held against it, and it is said once why. */
export interface Stranger {
  /** What was not held against: the workbook, or the report's tables beside its words. */
  readonly whose: "工作簿" | "报告的表";
  /** In Chinese, without full stop: whose the two are, and how many figures differ. */
  readonly why: string;
  readonly advice: string;
  readonly id: TextRuleId;
  readonly category: ProofCategory;
  /** Where it is told: the line by its number. */
  readonly at: { readonly line: number; readonly start: number; readonly end: number };
}

/** A text held against a workbook, or against itself. */
export interface ProofreadReport {
  readonly paragraphs: readonly ProofParagraph[];
  /** In order of the text. */
  readonly findings: readonly ProofFinding[];
  readonly coverage: Coverage;
  /** "全文187/190个数字已核对相符，1个有疑问，2个未核对。" */
  readonly summary: string;
  /** Whose sentences the text has; null where they are not known, so that only the rules that need no template were held against it. */
  readonly sentences: SentenceFamily | null;
  /** Why the workbook that was given is not the report's, and nothing was held against it; null where it is. */
  readonly stranger: Stranger | null;
  /** False where no workbook was given: only what the text itself can prove was looked at. */
  readonly withWorkbook: boolean;
}

/**
 * A paragraph with every correction put in that is certain (number from 1). Overlapping corrections are put in once, the
 * more serious first. The paragraph unchanged where nothing is certain.
 */
export function correctedParagraph(report: ProofreadReport, paragraph: number): string {
  const text = report.paragraphs[paragraph - 1]?.text ?? "";
  const taken: ProofFinding[] = [];
  const fixes = report.findings.filter((finding) => finding.paragraph === paragraph && finding.replaces && finding.end <= text.length);
  for (const fix of [...fixes].sort(
    (a, b) => RANK[a.severity] - RANK[b.severity] || a.start - b.start || a.end - a.start - (b.end - b.start),
  ))
    if (taken.every((other) => fix.end <= other.start || fix.start >= other.end)) taken.push(fix);
  return taken
    .sort((a, b) => b.start - a.start)
    .reduce((corrected, { start, end, expected }) => corrected.slice(0, start) + expected + corrected.slice(end), text);
}
