import { address, fullAddress, type CellRef } from "../amount/cell-ref";
import { blameOf, type Blamed } from "../checks/blame";
import type { Cause } from "../checks/cause";
import { differenceWords, spoken } from "../checks/figure-words";
import { conclusion } from "../checks/level";
import type { SettledNotes } from "../checks/notes";
import type { CheckReport, Finding, Suspect } from "../checks/report";
import type { DraftCell, DraftRow, DraftStyle, SheetDraft } from "../workbook/draft";
import { FINDINGS_SHEET, nothingKept, placeOf, REPAIRED, saysOf, SIGNATURE, type Kept, type KeptRow } from "./findings-kept";

/** What the findings are about; printed at their head. */
export interface FindingsAbout {
  /** File name. */
  readonly name: string;
  readonly organisation: string | null;
  readonly year: number | null;
  readonly checkedAt: Date;
  readonly version: string;
}

/** The one sentence that a check comes to, and what to do next. */
export interface FindingsHeadline {
  readonly tone: "clean" | "broken" | "incomplete" | "nothing";
  readonly title: string;
  readonly next: string;
}

export interface FindingsList {
  readonly report: CheckReport;
  readonly notes: SettledNotes;
  readonly headline: FindingsHeadline;
  readonly about: FindingsAbout;
  /** What the sheet held before: who reviewed, and what was wrong then. */
  readonly kept?: Kept;
}

export const FINDINGS_HEADINGS = ["序号", "结论", "单元格", "说明", "左边", "右边", "差额", "审核说明", "规则"] as const;
const WIDTHS = [6, 9, 18, 60, 14, 14, 14, 36, 9];
const WIDTH = FINDINGS_HEADINGS.length;

/**
 * The 审核结果 sheet: the headline, who reviewed and when, then what to mend first, what does not agree, what is doubtful, what
 * was mended since the sheet was last written (struck out), and the rest. Every row leads to its cell.
 */
export function findingsSheet({ report, notes, headline, about, kept = nothingKept }: FindingsList): SheetDraft {
  const { causes, suspects, rest } = blameOf(report);
  const explained = [...causes, ...suspects].flatMap(({ findings }) => findings);
  const found = (word: string, among: readonly Finding[]): readonly DraftRow[] =>
    among.filter((finding) => conclusion(finding) === word).map((finding) => findingRow(finding, notes));
  const sections: readonly (readonly [string, readonly DraftRow[]])[] = [
    [
      "先改这里：“左边”是现在写的，“右边”是应当写的",
      [...causes.map(causeRow), ...suspects.filter(({ findings }) => findings.length > 0).map(suspectRow)],
    ],
    ["不符", found("不符", rest)],
    ["由上面要改的引起的，改好后会消失", explained.map((finding) => findingRow(finding, notes, "note"))],
    ["请核实", found("请核实", rest)],
    ["未执行：缺表、缺列或读不出数，不能当作通过", found("未执行", rest)],
    ["已改好", repairedRows(kept, report.findings)],
    ["提示", found("提示", rest)],
    ["尾差：四舍五入造成，不用改", found("尾差", rest)],
  ];
  const body = numbered(sections.filter(([, rows]) => rows.length > 0));
  const head = headRows(report, headline, about, kept);
  const rows = [...head, ...(body.length === 0 ? [wide("没有发现不符。", "note")] : body)];
  return {
    name: FINDINGS_SHEET,
    columnWidths: WIDTHS,
    rows,
    frozenRows: head.length,
    merges: rows.flatMap(({ cells }, row) => (isWide(cells) ? [{ top: row, left: 0, bottom: row, right: WIDTH - 1 }] : [])),
    lists: [],
    landscape: true,
  };
}

function headRows(report: CheckReport, { tone, title, next }: FindingsHeadline, about: FindingsAbout, kept: Kept): DraftRow[] {
  const style = ({ broken: "error", incomplete: "warning", clean: "info", nothing: "warning" } as const)[tone];
  return [
    { ...wide(FINDINGS_SHEET, "title"), height: 30 },
    wide(aboutLine(about), "note"),
    { ...wide(`${title}。${next}`, style), height: 24 },
    wide(countsLine(report), "note"),
    {
      cells: [
        { value: SIGNATURE.by, style: "label" },
        blank,
        { value: kept.by === "" ? null : kept.by, style: "input" },
        blank,
        { value: SIGNATURE.on, style: "label" },
        { value: kept.on === "" ? null : kept.on, style: "input" },
        ...blanks(WIDTH - 6),
      ],
    },
    { cells: FINDINGS_HEADINGS.map((heading) => ({ value: heading, style: "heading" })) },
  ];
}

/** "相符 1181 · 尾差 25 · 不符 4 · 请核实 1 · 不适用 574 · 未执行 0" */
function countsLine({ counts, findings }: CheckReport): string {
  const found = (word: string): number => findings.filter((finding) => conclusion(finding) === word).length;
  return [
    ["相符", counts.holds],
    ["尾差", counts.rounding],
    ["不符", found("不符")],
    ["请核实", found("请核实")],
    ["提示", found("提示")],
    ["不适用", counts.notApplicable],
    ["未执行", counts.notRun],
  ]
    .map((pair) => pair.join(" "))
    .join(" · ");
}

const isWide = (cells: readonly DraftCell[]): boolean => cells.slice(1).every(({ value, style }) => value === null && style === "blank");

function numbered(sections: readonly (readonly [string, readonly DraftRow[]])[]): DraftRow[] {
  let number = 0;
  return sections.flatMap(([title, rows]) => [
    wide(`${title}（${String(rows.length)}）`, "section"),
    ...rows.map(({ cells }) => ({ cells: [{ value: ++number, style: "label" } as const, ...cells.slice(1)] })),
  ]);
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

function findingRow(finding: Finding, notes: SettledNotes, faint?: DraftStyle): DraftRow {
  const style = faint ?? (finding.verdict === "broken" ? finding.severity : "info");
  return row(conclusion(finding), style, finding.cells[0], [
    { value: saysOf(finding), style: "body" },
    figure(finding.left),
    figure(finding.right),
    finding.difference === null ? blank : { value: differenceWords(finding.difference), style: "label" },
    { value: noteText(finding, notes), style: "body" },
    { value: finding.id, style: "label" },
  ]);
}

function causeRow({ of: { message, advice, cells } }: Blamed<Cause>): DraftRow {
  return row("先改", "error", cells[0], [{ value: message + advice, style: "body" }, ...blanks(5)]);
}

function suspectRow({ of: suspect }: Blamed<Suspect>): DraftRow {
  const { from, to } = spoken(suspect);
  return row("先改", "error", suspect, [
    { value: [suspect.what, suspect.message].filter((part) => part !== "").join("："), style: "body" },
    { value: from, style: "label" },
    { value: to, style: "label" },
    ...blanks(3),
  ]);
}

/** What the sheet named the last time and no longer holds, and what it called mended then. */
function repairedRows({ rows }: Kept, findings: readonly Finding[]): readonly DraftRow[] {
  const wrong = new Set(findings.map((finding) => `${finding.id} ${placeOf(finding)}`));
  const isGone = (kept: KeptRow): boolean => !wrong.has(`${kept.rule} ${kept.place}`);
  return rows.filter(isGone).map(({ place, message, note, rule }) => ({
    cells: [
      blank,
      { value: REPAIRED, style: "done" },
      { value: place, style: "done" },
      { value: message, style: "done" },
      ...blanks(3),
      { value: note, style: "done" },
      { value: rule, style: "label" },
    ],
  }));
}

function row(word: string, style: DraftStyle, cell: CellRef | undefined, others: readonly DraftCell[]): DraftRow {
  const place: DraftCell = cell
    ? { value: fullAddress(cell), style: "label", link: { sheet: cell.sheet, address: address(cell) } }
    : { value: null, style: "label" };
  return { cells: [blank, { value: word, style }, place, ...others] };
}

function noteText(finding: Finding, notes: SettledNotes): string {
  const standing = notes.standing.get(finding.key);
  if (standing) return standing.text;
  const lapsed = notes.lapsed.get(finding.key);
  return lapsed ? `（数字已变，原说明失效）${lapsed.text}` : "";
}

const blank: DraftCell = { value: null, style: "blank" };
const blanks = (count: number): DraftCell[] => Array.from({ length: count }, () => blank);
const wide = (text: string, style: DraftStyle): DraftRow => ({ cells: [{ value: text, style }, ...blanks(WIDTH - 1)] });
const figure = (value: string | null): DraftCell => (value === null ? blank : { value: Number(value), style: "amount" });
