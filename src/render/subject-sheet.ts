import type { CollectedSubject } from "../workbook/collect-subjects";
import type { SheetDraft } from "../workbook/draft";
import { SUBJECT_HEADINGS, SUBJECT_SHEET, yearsText } from "../workbook/subject-sheet";

/** A 科目表 that an office can load: one row a code and name. */
export function subjectSheet(subjects: readonly CollectedSubject[]): SheetDraft {
  return {
    name: SUBJECT_SHEET,
    columnWidths: [12, 48, 14],
    rows: [
      { cells: SUBJECT_HEADINGS.map((heading) => ({ value: heading, style: "heading" })) },
      ...subjects.map(({ code, name, years }) => ({
        cells: [code, name, yearsText(years)].map((value) => ({ value, style: "label" as const })),
      })),
    ],
    frozenRows: 1,
    merges: [],
    lists: [],
    landscape: false,
  };
}
