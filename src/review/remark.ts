import { address, type CellRef } from "../amount/cell-ref";
import type { Severity } from "../checks/report";

/** One thing to be looked at in a report, whether its tables or its words show it. */
export interface Remark {
  readonly key: string;
  readonly id: string;
  readonly severity: Severity;
  /** Words: what stands there and what ought to; "" where something is missing, or nobody can say. */
  readonly quote: string;
  readonly expected: string;
  readonly message: string;
  readonly advice: string;
  /** Where pages are known; the paragraph, or the one its table stands behind. */
  readonly page: number | null;
  readonly paragraph: number;
  /** The cell of the report's own table; null in the prose. Above row 0: a paragraph that heads the table. */
  readonly cell: CellRef | null;
  /** The line from 0 and offsets in it, where words are spoken of; null for what the checks of tables found. */
  readonly at: { readonly line: number; readonly start: number; readonly end: number } | null;
  /** The cells of the workbook that it was held against; none where the report was looked through alone. */
  readonly own: readonly CellRef[];
  /** What shows only because of it, and is gone once it is put right: one sentence each. */
  readonly consequences: readonly string[];
}

export const CONCLUSION: Readonly<Record<Severity, string>> = { error: "不符", warning: "请核实", info: "提示" };

const CAUSED = "改好这一处就没有了的不符：";

/** What a remark says, a sentence a line. */
export function remarkSays({ message, advice, consequences }: Remark): readonly string[] {
  return [`${message}${advice}`, ...(consequences.length === 0 ? [] : [CAUSED, ...consequences])];
}

/** The same in a comment, which has no columns beside it for the conclusion and what the words should be. */
export function remarkLines({ severity, expected, quote, message, advice, consequences }: Remark): readonly string[] {
  const should = expected === "" ? [] : [quote === "" ? `应补：${expected}` : `应为：${expected}`];
  const caused = consequences.length === 0 ? [] : [CAUSED, ...consequences];
  return [`【${CONCLUSION[severity]}】${message}`, ...should, ...(advice === "" ? [] : [advice]), ...caused];
}

/** "第3页第12段", or the table with its row and column: 第9页 部门收入总体情况表 E7. */
export function placeWords({ page, paragraph, cell }: Pick<Remark, "page" | "paragraph" | "cell">, paged: boolean): string {
  const leaf = paged && page !== null ? `第${String(page)}页` : "";
  return cell ? `${leaf} ${cell.sheet} ${address(cell)}`.trim() : `${leaf}第${String(paragraph)}段`;
}
