import type { DraftCell, SheetDraft } from "../../workbook/draft";
import { head, leaves, over, type Heading } from "./headings";
import { at, blankAmount, blankLabel, blankSheet, down, label, partSum, total } from "./sheet";
import type { Wording } from "./wording";

type Sums = readonly { readonly column: number; readonly of: readonly (readonly [number, number])[] }[];

/** Blank rows of a table that lists projects under their unit. */
const ROWS = 12;

/**
 * 表11 and 表12. With twelve tables the first row is the unit's: it adds up its projects, and the total adds up the unit
 * (further units go below in the same way); with eleven only projects are listed.
 */
export function listedSheet({ kind, tables, totalFirst }: Wording, number: number, title: string, nameHead: string, amounts: readonly Heading[], sums: Sums, note?: string): SheetDraft {
  const width = leaves(amounts).length;
  const body = (first: number): readonly (readonly DraftCell[])[] => {
    const top = totalFirst ? first + 1 : first;
    const projects = Array.from({ length: ROWS }, (_, index): readonly DraftCell[] => [
      blankLabel,
      ...Array.from({ length: width }, (__, column) => {
        const sum = sums.find((candidate) => candidate.column === column);
        return sum ? partSum(sum.of.map(([from, to]) => `${at(1 + from, top + index)}:${at(1 + to, top + index)}`).join(",")) : blankAmount;
      }),
    ]);
    const columns = Array.from({ length: width }, (_, column) => 1 + column);
    const unit = [blankLabel, ...columns.map((column) => partSum(down(column, top + 1, top + ROWS - 1)))];
    const rows = tables === 12 ? [unit, ...projects.slice(1)] : projects;
    const totals = [label("总计"), ...columns.map((column) => total(`SUM(${tables === 12 ? at(column, top) : down(column, top, top + ROWS - 1)})`))];
    return totalFirst ? [totals, ...rows] : [...rows, totals];
  };
  return blankSheet({ number, title, kind, headings: [head(nameHead, 44), ...amounts], body, ...(note === undefined ? {} : { note }) });
}

/** 表10: fixed lines; the vehicles' subtotal and the total are sums. */
export function threePublicSheet({ kind, threePublic, totalFirst }: Wording): SheetDraft {
  const [abroad, vehicles, purchase, running, totalLabel] = threePublic;
  const body = (first: number): readonly (readonly DraftCell[])[] => {
    const top = totalFirst ? first + 1 : first;
    const line = (name: string, row: number): readonly DraftCell[] => [label(name), partSum(`${at(2, row)}:${at(4, row)}`), blankAmount, blankAmount, blankAmount];
    const subtotal = [label(vehicles), ...[1, 2, 3, 4].map((column) => partSum(`${at(column, top + 3)}:${at(column, top + 4)}`))];
    const lines = [line(abroad, top), line("公务接待费", top + 1), subtotal, line(purchase, top + 3), line(running, top + 4)];
    const totals = [label(totalLabel), ...[1, 2, 3, 4].map((column) => total(`SUM(${at(column, top)}:${at(column, top + 2)})`))];
    return totalFirst ? [totals, ...lines] : [...lines, totals];
  };
  return blankSheet({
    number: 10, title: "财政拨款“三公”经费支出情况表", kind,
    headings: [head("“三公”经费支出内容", 36), head("合计"), over("资金来源", head("一般公共预算"), head("政府性基金"), head("国有资本经营预算", 16))],
    body,
  });
}
