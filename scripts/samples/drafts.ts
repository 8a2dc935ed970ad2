/** The sample workbooks' data as sheets to write: disclosure tables as they are published, 填报 sheets as inputs. */
import { parseAddress } from "../../src/amount/cell-ref";
import type { DraftArea, DraftCell, DraftRow, DraftStyle, SheetDraft } from "../../src/workbook/draft";

type Value = string | number | null;

interface SampleTable {
  readonly sheet: string;
  /** First and last heading row, 0-based. */
  readonly headings: readonly [number, number];
  readonly amounts: readonly number[];
  /** The row of the sentence under an empty table. */
  readonly note: number | null;
  readonly merges: readonly string[];
  /** From the sheet's first row; what is missing at the end of a row is blank. */
  readonly rows: readonly (readonly Value[])[];
}

export interface SampleData {
  readonly organisation: string;
  readonly kind: "部门" | "单位";
  readonly year: number;
  readonly tables: readonly SampleTable[];
  readonly inputs: Readonly<Record<string, readonly (readonly Value[])[]>>;
}

function area(text: string): DraftArea {
  const [from, to] = text.split(":").map((part) => parseAddress(part));
  if (!from || !to) throw new Error(`${text} is no area`);
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

function tableStyle(table: SampleTable, row: number, column: number): DraftStyle {
  if (row === 0) return "title";
  if (row < table.headings[0] || row === table.note) return "note";
  if (row <= table.headings[1]) return "heading";
  return table.amounts.includes(column) ? "amount" : "label";
}

function tableDraft(table: SampleTable): SheetDraft {
  const width = Math.max(...table.rows.map((row) => row.length), ...table.amounts.map((column) => column + 1));
  const columns = Array.from({ length: width }, (_, column) => column);
  const longest = (column: number): number => Math.max(...table.rows.slice(table.headings[1] + 1).map((row, r) => (r + table.headings[1] + 1 === table.note ? 0 : String(row[column] ?? "").length)));
  return {
    name: table.sheet,
    columnWidths: columns.map((column) => (table.amounts.includes(column) ? 14 : Math.min(44, Math.max(6, longest(column) * 2 + 2)))),
    rows: table.rows.map((row, r): DraftRow => ({
      cells: columns.map((column): DraftCell => ({ value: row[column] ?? null, style: tableStyle(table, r, column) })),
      ...(r === 0 && { height: 28 }),
    })),
    frozenRows: table.headings[1] + 1,
    merges: table.merges.map(area),
    lists: [],
    landscape: width > 8,
  };
}

/** Sentences are wide, codes and amounts narrow. */
const INPUT_WIDTHS: Readonly<Record<string, number>> = { 内容: 60, 主要原因: 60, 设立的政策依据: 44, 资金分配情况: 44, 名称: 44, 项目名称: 30, 项目: 34 };

const AMOUNT_HEADINGS = ["上年预算数", "数值"];

function inputDraft(name: string, rows: readonly (readonly Value[])[]): SheetDraft {
  const headings = rows[0] ?? [];
  return {
    name,
    columnWidths: headings.map((heading) => INPUT_WIDTHS[String(heading)] ?? 18),
    rows: rows.map((row, r) => ({
      cells: headings.map((_, column): DraftCell => {
        const value = row[column] ?? null;
        const amount = typeof value === "number" && AMOUNT_HEADINGS.includes(String(headings[column]));
        return { value, style: r === 0 ? "heading" : amount ? "inputAmount" : "input" };
      }),
    })),
    frozenRows: 1,
    merges: [],
    lists: [],
    landscape: true,
  };
}

export function sampleDrafts(data: SampleData): SheetDraft[] {
  return [...data.tables.map(tableDraft), ...Object.entries(data.inputs).map(([name, rows]) => inputDraft(name, rows))];
}
