import type { GroupHead } from "../templates/define";
import type { DraftArea, DraftCell } from "../workbook/draft";
import type { SheetColumn } from "./columns";
import { fullWidth } from "./full-width";

/** A heading over one column or several; over other headings where it has some under it. */
export interface Heading {
  readonly head: string;
  readonly span: number;
  readonly under: readonly Heading[];
}

/** The headings of a sheet's columns, under the groups they belong to. */
export function headingTree(columns: readonly SheetColumn[], groups: readonly GroupHead[]): readonly Heading[] {
  const members = groups.map((group) => ({ group, columns: columns.filter((column) => belongs(column, group, columns)) }));
  return level(
    columns,
    members.filter((one) => one.columns.length > 0).sort((a, b) => b.columns.length - a.columns.length),
  );
}

interface Members {
  readonly group: GroupHead;
  readonly columns: readonly SheetColumn[];
}

function belongs(column: SheetColumn, { over, labels }: GroupHead, columns: readonly SheetColumn[]): boolean {
  if (column.printedAs !== null) return over.includes(column.printedAs);
  if (labels !== true || column.kind === "text") return false;
  return (
    over.length === 0 || columns.some((other) => other.strip === column.strip && other.printedAs !== null && over.includes(other.printedAs))
  );
}

function level(columns: readonly SheetColumn[], groups: readonly Members[]): readonly Heading[] {
  const [first] = columns;
  if (!first) return [];
  const outer = groups.find((one) => one.columns.includes(first));
  const length = outer
    ? columns.findIndex((column) => !outer.columns.includes(column))
    : columns.findIndex((column) => column.under !== first.under);
  const run = length < 0 ? columns : columns.slice(0, length);
  const rest = columns.slice(run.length);
  if (outer)
    return [
      ...grouped(
        outer.group,
        run,
        groups.filter((one) => one !== outer),
      ),
      ...level(rest, groups),
    ];
  if (first.under === null) return [leaf(first), ...level(columns.slice(1), groups)];
  const parts = run.some(({ head }) => head !== "") ? run.map(leaf) : [];
  return [{ head: first.under, span: run.length, under: parts }, ...level(rest, groups)];
}

/** A group over one column that goes by the group's name, too, is that column's heading. */
function grouped(group: GroupHead, run: readonly SheetColumn[], others: readonly Members[]): readonly Heading[] {
  const [only] = run;
  if (only && run.length === 1 && only.otherHeads.includes(group.head)) return [{ ...leaf(only), head: fullWidth(group.head) }];
  return [{ head: fullWidth(group.head), span: run.length, under: level(run, others) }];
}

const leaf = ({ head }: SheetColumn): Heading => ({ head, span: 1, under: [] });

/** Heading rows with their merged cells: groups span their columns, columns reach down to the last heading row. */
export function headingRows(
  headings: readonly Heading[],
  top: number,
): { readonly rows: readonly (readonly DraftCell[])[]; readonly merges: readonly DraftArea[] } {
  const depth = Math.max(...headings.map(depthOf));
  const width = headings.reduce((sum, { span }) => sum + span, 0);
  const grid = Array.from({ length: depth }, () => Array.from({ length: width }, (): DraftCell => ({ value: null, style: "heading" })));
  const merges: DraftArea[] = [];
  const put = (below: readonly Heading[], row: number, left: number): void => {
    let column = left;
    for (const { head, span, under } of below) {
      const right = column + span - 1;
      const bottom = under.length > 0 ? row : depth - 1;
      const line = grid[row];
      if (line) line[column] = { value: head, style: "heading" };
      if (right > column || bottom > row) merges.push({ top: top + row, left: column, bottom: top + bottom, right });
      put(under, row + 1, column);
      column = right + 1;
    }
  };
  put(headings, 0, 0);
  return { rows: grid, merges };
}

function depthOf({ under }: Heading): number {
  return under.length > 0 ? 1 + Math.max(...under.map(depthOf)) : 1;
}
