import { address } from "../amount/cell-ref";
import { conclusion } from "../checks/level";
import { proofCategories, type ProofFinding, type ProofreadReport } from "../proofread/report";
import type { DraftCell, DraftRow, SheetDraft } from "../workbook/draft";

export const PROOF_SHEET = "校对结果";

const HEADINGS = ["序号", "结论", "类别", "段", "原文", "应为", "说明", "依据的单元格"] as const;
const WIDTHS = [6, 9, 14, 6, 32, 32, 56, 16];

/** The faults of a text as a list to hand back: one row a finding, then what could not be held against anything. */
export function proofSheet(report: ProofreadReport): SheetDraft {
  const width = HEADINGS.length;
  const head: DraftRow[] = [
    { cells: [{ value: "说明校对结果", style: "title" }, ...blanks(width - 1)], height: 30 },
    { cells: [{ value: report.summary, style: "note" }, ...blanks(width - 1)] },
    { cells: HEADINGS.map((heading) => ({ value: heading, style: "heading" })) },
  ];
  return {
    name: PROOF_SHEET,
    columnWidths: WIDTHS,
    rows: [
      ...head,
      ...report.findings.map((finding, index) => findingRow(finding, index + 1)),
      ...report.coverage.unchecked.map(uncheckedRow),
    ],
    frozenRows: head.length,
    merges: [0, 1].map((row) => ({ top: row, left: 0, bottom: row, right: width - 1 })),
    lists: [],
    landscape: true,
  };
}

/** The category in the user's words. */
export function categoryLabel(finding: Pick<ProofFinding, "category">): string {
  return proofCategories.find(({ key }) => key === finding.category)?.label ?? "";
}

function findingRow(finding: ProofFinding, number: number): DraftRow {
  const [cell] = finding.cells;
  return {
    cells: [
      { value: number, style: "label" },
      { value: conclusion(finding), style: finding.verdict === "broken" ? finding.severity : "info" },
      { value: categoryLabel(finding), style: "label" },
      { value: finding.paragraph, style: "label" },
      { value: finding.quote, style: "body" },
      { value: finding.expected, style: "body" },
      { value: [finding.message, finding.advice].filter((part) => part !== "").join(""), style: "body" },
      cell ? { value: `${cell.sheet}!${address(cell)}`, style: "label", link: { sheet: cell.sheet, address: address(cell) } } : blank,
    ],
  };
}

function uncheckedRow({ paragraph, quote, reason }: ProofreadReport["coverage"]["unchecked"][number]): DraftRow {
  return {
    cells: [
      blank,
      { value: "未核对", style: "warning" },
      blank,
      { value: paragraph, style: "label" },
      { value: quote, style: "body" },
      blank,
      { value: reason, style: "body" },
      blank,
    ],
  };
}

const blank: DraftCell = { value: null, style: "blank" };
const blanks = (count: number): DraftCell[] => Array.from({ length: count }, () => blank);
