import { CONCLUSION, placeWords, remarkSays, type Remark } from "../review/remark";
import { DUTY_STATES, tickOf, type DutyLine, type DutyState } from "../review/duties";
import type { Coverage } from "../proofread/report";
import type { OpenedReport } from "../review/open-report";
import type { DraftCell, DraftRow, DraftStyle, SheetDraft } from "../workbook/draft";

/** What a report's review is handed on as: its remarks, the duties, and what was not checked. */
export interface ReviewList {
  /** Name of the report, the workbook it was held against, when. */
  readonly about: string;
  readonly summary: string;
  readonly opened: OpenedReport;
  readonly remarks: readonly Remark[];
  readonly duties: readonly DutyLine[];
  /** Numbers of the duties that a person has looked at. */
  readonly ticks: readonly number[];
  readonly coverage: Coverage;
}

/** The review as sheets: of an .xlsx, or of a page. */
export function reviewSheets(list: ReviewList): readonly SheetDraft[] {
  return [remarkSheet(list), dutySheet(list), uncheckedSheet(list)];
}

function remarkSheet({ about, summary, remarks, opened }: ReviewList): SheetDraft {
  const paged = opened.lines.some(({ page }) => page !== null);
  const rows = remarks.map((remark, index) =>
    row([
      [index + 1, "label"],
      [CONCLUSION[remark.severity], remark.severity],
      [placeWords(remark, paged), "label"],
      [remark.quote, "body"],
      [remark.expected, "body"],
      [remarkSays(remark).join("\n"), "body"],
      [remark.id, "label"],
    ]),
  );
  return sheet(
    "核对意见",
    [about, summary],
    ["序号", "结论", "位置", "原文", "应为", "说明", "规则"],
    [6, 9, 26, 28, 28, 60, 9],
    rows,
    "没有发现需要修改的地方。",
  );
}

const STATE_STYLES: Readonly<Record<DutyState, DraftStyle>> = {
  found: "label",
  missing: "error",
  faulty: "error",
  notApplicable: "note",
  byHand: "warning",
};

function dutySheet({ about, duties, ticks }: ReviewList): SheetDraft {
  const rows = duties.map((duty) =>
    row([
      [duty.number, "label"],
      [duty.words, "body"],
      [DUTY_STATES[duty.state], STATE_STYLES[duty.state]],
      [duty.where, "body"],
      [duty.ground, "body"],
      [tickOf(duty, ticks), "label"],
    ]),
  );
  return sheet(
    "公开清单",
    [about, dutySummary(duties)],
    ["序号", "应当公开或做到的", "情况", "在哪里，缺什么", "依据", "人工核对"],
    [6, 44, 12, 60, 36, 10],
    rows,
    "",
  );
}

/** "29项：有18项，缺1项，…": what the list comes to. */
export function dutySummary(duties: readonly DutyLine[]): string {
  const counts = (Object.keys(DUTY_STATES) as DutyState[]).map((state) => ({
    words: DUTY_STATES[state],
    count: duties.filter((duty) => duty.state === state).length,
  }));
  return `共${String(duties.length)}项：${counts
    .filter(({ count }) => count > 0)
    .map(({ words, count }) => `${words}${String(count)}项`)
    .join("，")}。`;
}

function uncheckedSheet({ about, coverage, opened }: ReviewList): SheetDraft {
  const paged = opened.lines.some(({ page }) => page !== null);
  const place = (line: number): string => {
    const at = opened.lines[line - 1];
    return placeWords({ page: at?.page ?? null, paragraph: at?.paragraph ?? line, cell: null }, paged);
  };
  const rows = [
    ...coverage.unchecked.map(({ paragraph, quote, reason }) =>
      row([
        ["数", "label"],
        [place(paragraph), "label"],
        [quote, "body"],
        [reason, "body"],
      ]),
    ),
    ...coverage.unread.map(({ paragraph, quote, reason }) =>
      row([
        ["段落", "label"],
        [place(paragraph), "label"],
        [quote, "body"],
        [reason, "body"],
      ]),
    ),
    ...opened.report.unread.map(({ what, page, paragraph }) =>
      row([
        ["没有读", "label"],
        [placeWords({ page, paragraph, cell: null }, paged), "label"],
        [what, "body"],
        ["请人工看", "body"],
      ]),
    ),
  ];
  return sheet(
    "没有核对的",
    [about, "下面这些没有核对，不能当作没有问题。"],
    ["种类", "位置", "原文", "为什么"],
    [9, 26, 40, 60],
    rows,
    "全部核对过了。",
  );
}

function row(cells: readonly (readonly [string | number, DraftStyle])[]): DraftRow {
  return { cells: cells.map(([value, style]): DraftCell => ({ value: value === "" ? null : value, style })) };
}

function sheet(
  name: string,
  notes: readonly string[],
  headings: readonly string[],
  columnWidths: readonly number[],
  rows: readonly DraftRow[],
  none: string,
): SheetDraft {
  const blanks = headings.slice(1).map((): DraftCell => ({ value: null, style: "blank" }));
  const wide = (value: string, style: DraftStyle): DraftRow => ({ cells: [{ value, style }, ...blanks] });
  const head: DraftRow[] = [
    { ...wide(name, "title"), height: 30 },
    ...notes.map((note) => wide(note, "note")),
    { cells: headings.map((value) => ({ value, style: "heading" })) },
  ];
  const body = rows.length > 0 || none === "" ? rows : [wide(none, "note")];
  const merged = [
    ...Array.from({ length: notes.length + 1 }, (_, index) => index),
    ...(rows.length === 0 && none !== "" ? [head.length] : []),
  ];
  return {
    name,
    columnWidths,
    rows: [...head, ...body],
    frozenRows: head.length,
    lists: [],
    landscape: true,
    merges: merged.map((at) => ({ top: at, left: 0, bottom: at, right: headings.length - 1 })),
  };
}
