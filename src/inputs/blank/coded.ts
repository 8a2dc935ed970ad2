import type { DraftCell } from "../../workbook/draft";
import { head, leaves, over, type Heading } from "./headings";
import { at, blankAmount, blankLabel, blankSheet, down, label, partSum, total, type BlankSheet } from "./sheet";
import type { SheetDraft } from "../../workbook/draft";

/** Subjects one a row, to be filled in: 类 and 款 rows above their 项, then the total. */
export interface CodedSheet extends Omit<BlankSheet, "body" | "headings"> {
  readonly codes: readonly ("类" | "款" | "项")[];
  readonly codeHead: string;
  readonly nameHead: string;
  /** Stands over code and name where the template has it. */
  readonly subjectHead?: string;
  /** Text columns behind the name: 项目名称. */
  readonly textColumns?: readonly Heading[];
  readonly amounts: readonly Heading[];
  /** Sums within a row: the column's place among the amounts, and the places it adds up. */
  readonly sums: readonly { readonly column: number; readonly of: readonly (readonly [number, number])[] }[];
  readonly totalLabel: string;
  readonly totalFirst: boolean;
  /** Total over project rows rather than over 类. */
  readonly byProject?: boolean;
  readonly rows: number;
}

export function codedSheet(spec: CodedSheet): SheetDraft {
  const { codes, textColumns = [], amounts, sums, rows } = spec;
  const texts = codes.length + 1 + textColumns.length;
  const width = leaves(amounts).length;
  const labels: readonly Heading[] = [over(spec.codeHead, ...codes.map((code) => head(code, 6))), head(spec.nameHead, 34)];
  const headings = [...(spec.subjectHead === undefined ? labels : [over(spec.subjectHead, ...labels)]), ...textColumns, ...amounts];
  const body = (first: number): readonly (readonly DraftCell[])[] => {
    const [top, bottom] = spec.totalFirst ? [first + 1, first + rows] : [first, first + rows - 1];
    const entry = (row: number): readonly DraftCell[] => [
      ...Array.from({ length: texts }, () => blankLabel),
      ...Array.from({ length: width }, (_, column) => {
        const sum = sums.find((candidate) => candidate.column === column);
        return sum ? partSum(sum.of.map(([from, to]) => `${at(texts + from, row)}:${at(texts + to, row)}`).join(",")) : blankAmount;
      }),
    ];
    const entries = Array.from({ length: rows }, (_, index) => entry(top + index));
    const totals = [
      ...Array.from({ length: texts }, (_, column) => (column === codes.length ? label(spec.totalLabel) : blankLabel)),
      ...Array.from({ length: width }, (_, column) => total(`SUMPRODUCT(${condition(spec, top, bottom)},${down(texts + column, top, bottom)})`)),
    ];
    return spec.totalFirst ? [totals, ...entries] : [...entries, totals];
  };
  return blankSheet({ ...spec, headings, body });
}

/** Rows that count towards the total: 类 rows (no 款), or rows with a project's name. */
function condition({ byProject, codes }: CodedSheet, top: number, bottom: number): string {
  if (byProject === true) return `--(${down(codes.length + 1, top, bottom)}<>"")`;
  return `(${down(0, top, bottom)}<>"")*(${down(1, top, bottom)}="")`;
}
