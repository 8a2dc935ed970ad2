import { address } from "../amount/cell-ref";
import type { SettledNotes } from "../checks/notes";
import type { CheckReport, Finding } from "../checks/report";
import type { DraftCell, DraftRow, DraftStyle, SheetDraft } from "../workbook/draft";

/** What the findings are about; printed at their head. */
export interface FindingsAbout {
  /** File name. */
  readonly name: string;
  readonly organisation: string | null;
  readonly year: number | null;
  readonly checkedAt: Date;
  readonly version: string;
}

export const FINDINGS_SHEET = "审核结果";

const HEADINGS = ["序号", "结论", "规则", "说明", "左边", "右边", "差额", "单元格", "审核说明"] as const;
const WIDTHS = [6, 9, 9, 60, 14, 14, 12, 16, 36];

/** What a finding is called in a list: 不符, 请核实, 提示, 尾差, 未执行. */
export function conclusion(finding: Pick<Finding, "verdict" | "severity">): string {
  if (finding.verdict === "rounding") return "尾差";
  if (finding.verdict === "notRun") return "未执行";
  return { error: "不符", warning: "请核实", info: "提示" }[finding.severity];
}

/** The 审核结果 sheet: counts, then one row a finding with a link to its first cell and the 审核说明 that stands. */
export function findingsSheet(report: CheckReport, notes: SettledNotes, about: FindingsAbout): SheetDraft {
  const { counts, findings } = report;
  const width = HEADINGS.length;
  const head: DraftRow[] = [
    { cells: [{ value: FINDINGS_SHEET, style: "title" }, ...blanks(width - 1)], height: 30 },
    wide(aboutLine(about)),
    wide(
      `相符 ${counts.holds} · 尾差 ${counts.rounding} · 不符 ${counts.broken} · 不适用 ${counts.notApplicable} · 未执行 ${counts.notRun}`,
    ),
    { cells: HEADINGS.map((heading) => ({ value: heading, style: "heading" })) },
  ];
  return {
    name: FINDINGS_SHEET,
    columnWidths: WIDTHS,
    rows: [
      ...head,
      ...(findings.length === 0 ? [wide("没有发现不符。")] : findings.map((finding, index) => findingRow(finding, index + 1, notes))),
    ],
    frozenRows: head.length,
    merges: [0, 1, 2, ...(findings.length === 0 ? [head.length] : [])].map((row) => ({ top: row, left: 0, bottom: row, right: width - 1 })),
    lists: [],
    landscape: true,
  };
}

/** "库尔勒市… 2026年 · a.xlsx · 2026-02-10 09:30 · 预算公开助手 0.1.0" */
export function aboutLine(about: FindingsAbout): string {
  const subject = [about.organisation, about.year === null ? null : `${about.year}年`].filter((part) => part !== null).join(" ");
  return [subject, about.name, timeOf(about.checkedAt), `预算公开助手 ${about.version}`].filter((part) => part !== "").join(" · ");
}

function timeOf(time: Date): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

function findingRow(finding: Finding, number: number, notes: SettledNotes): DraftRow {
  const first = finding.cells[0];
  const style: DraftStyle = finding.verdict === "broken" ? finding.severity : "info";
  return {
    cells: [
      { value: number, style: "label" },
      { value: conclusion(finding), style },
      { value: finding.id, style: "label" },
      { value: [finding.message, finding.advice].filter((part) => part !== "").join(""), style: "body" },
      figure(finding.left),
      figure(finding.right),
      figure(finding.difference),
      first ? { value: `${first.sheet}!${address(first)}`, style: "label", link: { sheet: first.sheet, address: address(first) } } : blank,
      { value: noteText(finding, notes), style: "body" },
    ],
  };
}

function noteText(finding: Finding, notes: SettledNotes): string {
  const standing = notes.standing.get(finding.key);
  if (standing) return standing.text;
  const lapsed = notes.lapsed.get(finding.key);
  return lapsed ? `（数字已变，原说明失效）${lapsed.text}` : "";
}

const blank: DraftCell = { value: null, style: "blank" };
const blanks = (count: number): DraftCell[] => Array.from({ length: count }, () => blank);
const wide = (text: string): DraftRow => ({ cells: [{ value: text, style: "note" }, ...blanks(HEADINGS.length - 1)] });
const figure = (value: string | null): DraftCell => (value === null ? blank : { value: Number(value), style: "amount" });
