import { columnLetters } from "../../amount/cell-ref";
import type { DraftArea, DraftCell, SheetDraft } from "../../workbook/draft";
import { rowHeight } from "../row-height";
import { headingRows, leaves, type Heading } from "./headings";

/** What a blank disclosure sheet is made of. Rows and columns of the body are 0-based positions on the sheet. */
export interface BlankSheet {
  readonly number: number;
  readonly title: string;
  readonly kind: "部门" | "单位";
  readonly headings: readonly Heading[];
  /** The rows below the headings, given the first one's position. */
  readonly body: (first: number) => readonly (readonly DraftCell[])[];
  /** The sentence that says an empty table is empty. */
  readonly note?: string;
}

/** Of an amount column, in characters. */
const WIDTH = 14;
/** Rows above the headings: 表N, title, 编制部门 and 单位. */
const HEAD_ROWS = 3;

export function blankSheet({ number, title, kind, headings, body, note }: BlankSheet): SheetDraft {
  const columns = leaves(headings);
  const last = columns.length - 1;
  const heading = headingRows(headings, HEAD_ROWS);
  const first = HEAD_ROWS + heading.rows.length;
  const line = (...cells: readonly [number, DraftCell][]): DraftCell[] => {
    const row = columns.map((): DraftCell => ({ value: null, style: "blank" }));
    for (const [column, cell] of cells) row[column] = cell;
    return row;
  };
  const height = rowHeight(columns.map(({ head, width }) => ({ text: head, width: width ?? WIDTH })));
  const unitColumn = Math.max(1, last);
  const rows = [
    { cells: line([0, { value: `表${number}`, style: "note" }]) },
    { cells: line([0, { value: title, style: "title" }]), height: 30 },
    { cells: line([0, { value: `编制${kind}：`, style: "note" }], [unitColumn, { value: "单位：万元", style: "note" }]) },
    ...heading.rows.map((cells, index) => (index === heading.rows.length - 1 && height !== undefined ? { cells, height } : { cells })),
    ...body(first).map((cells) => ({ cells })),
    ...(note === undefined ? [] : [{ cells: line([0, { value: note, style: "note" }]) }]),
  ];
  const wholeRow = (row: number): DraftArea => ({ top: row, left: 0, bottom: row, right: last });
  return {
    name: `表${number}`,
    columnWidths: columns.map(({ width }) => width ?? WIDTH),
    rows,
    frozenRows: first,
    merges: [wholeRow(1), ...heading.merges, ...(note === undefined ? [] : [wholeRow(rows.length - 1)])],
    lists: [],
    landscape: columns.length > 8,
  };
}

/** "E7" */
export function at(column: number, row: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** "E7:E26" */
export function down(column: number, top: number, bottom: number): string {
  return `${at(column, top)}:${at(column, bottom)}`;
}

export const label = (value: string): DraftCell => ({ value, style: "label" });
export const blankLabel: DraftCell = { value: null, style: "label" };
export const blankAmount: DraftCell = { value: null, style: "inputAmount" };

/** A total: shown as 0.00 while nothing is filled in. */
export const total = (formula: string): DraftCell => ({ value: 0, formula: `=${formula}`, style: "amount" });

/** A sum within a row: blank while its parts are blank. */
export const partSum = (parts: string): DraftCell => ({ value: null, formula: `=IF(COUNT(${parts})=0,"",SUM(${parts}))`, style: "amount" });
