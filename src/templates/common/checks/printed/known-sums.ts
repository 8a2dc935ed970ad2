import { Exact } from "../../../../amount/exact";
import { inspected, type Inspection, type Remark } from "../../../../checks/engine/check";
import { printable } from "../../../../text/wording";
import { sheetsSeen } from "../../../../workbook/own-sheets";
import type { CellValue, PlainSheet } from "../../../../workbook/plain";
import type { Recognised, Table } from "../../../../workbook/recognised";
import { groupOfRows, groupsOf, purchasesOf, sumsOfGroup, type Cell, type KnownSum } from "./known-parts";
import { amountAt, regionOfLines, regionsOf } from "./region";
import { comesOut } from "./relations";
import { cellsRemark } from "./remark";

/** Sums whose parts everybody knows, in the columns and years that no identity holds: “三公”经费, and goods, works and services. */
export function known({ workbook, tables }: Recognised): Inspection {
  let holds = 0;
  const remarks: Remark[] = [];
  const three = tables.get("threePublic");
  for (const sheet of sheetsSeen(workbook)) {
    const own = three?.sheet.name === sheet.name ? three : null;
    const groups: readonly (readonly Sum[])[] = [[...ofColumns(sheet), ...(own ? ofRows(sheet, own) : [])], purchasesOf(sheet)];
    for (const sums of groups) {
      const judged = sums.flatMap((sum) => judge(sheet, sum));
      const right = judged.filter(({ isRight }) => isRight).length;
      holds += right;
      // One that comes out shows that the parts are these; of what is bought they are by their names.
      if (right === 0 && sums.some(({ needsLike }) => needsLike)) continue;
      remarks.push(
        ...judged.flatMap(({ isRight, ...broken }) =>
          isRight || (own && isJudged(own, broken.total)) ? [] : [cellsRemark(sheet, broken, (cell) => nameOf(sheet, cell), "")],
        ),
      );
    }
  }
  return inspected(holds, remarks);
}

type Sum = KnownSum & { readonly needsLike?: true };

const ofColumns = (sheet: PlainSheet): readonly Sum[] =>
  regionsOf(sheet).flatMap(({ columns, rows }) =>
    groupsOf(columns).flatMap((group) =>
      sumsOfGroup(group).flatMap(([total, parts]) =>
        rows.map((row): Sum => ({ total: { row, column: total }, parts: parts.map((column) => ({ row, column })), needsLike: true })),
      ),
    ),
  );

const NO_AMOUNTS = /%|率|幅|比例|比重/;

/** Its lines in every column of figures beside the one that was read. */
function ofRows(sheet: PlainSheet, table: Table): readonly Sum[] {
  const lines = table.rows.filter(({ line }) => line !== null);
  const group = groupOfRows(lines.map(({ position, name }) => [position - sheet.top, name]));
  const first = Math.min(...lines.map(({ position }) => position - sheet.top));
  const label = Math.max(...lines.map(({ labelColumn }) => labelColumn - sheet.left));
  if (!group) return [];
  const width = Math.max(...sheet.values.map(({ length }) => length));
  const columns = [...Array(width).keys()].filter(
    (column) =>
      column > label &&
      sheet.values.slice(0, first).every((cells) => !NO_AMOUNTS.test(words(cells[column]))) &&
      lines.some(({ position }) => typeof sheet.values[position - sheet.top]?.[column] === "number"),
  );
  return columns.flatMap((column) =>
    sumsOfGroup(group).map(([total, parts]): Sum => ({
      total: { row: total, column },
      parts: parts.map((row) => ({ row, column })),
      needsLike: true,
    })),
  );
}

function judge(
  sheet: PlainSheet,
  { total, parts }: Sum,
): readonly { isRight: boolean; total: Cell; parts: readonly Cell[]; said: Exact; sum: Exact }[] {
  const amount = ({ row, column }: Cell): Exact => amountAt({ sheet }, row, { index: column }) ?? Exact.zero;
  const [said, sum] = [amount(total), Exact.sum(parts.map(amount))];
  if (said.isZero()) return [];
  const cells = [total, ...parts];
  const region = regionOfLines(sheet, [...new Set(cells.map(({ column }) => column))], [...new Set(cells.map(({ row }) => row))]);
  return [{ isRight: comesOut(region, said, sum, parts.length), total, parts, said, sum }];
}

/** Whether the identities hold the cell already. */
const isJudged = (table: Table, { row, column }: Cell): boolean =>
  table.rows.some((one) =>
    [...table.columns.keys()].some((key) => {
      const cell = table.cell(one, key);
      return cell !== null && cell.row === table.sheet.top + row && cell.column === table.sheet.left + column;
    }),
  );

const words = (value: CellValue | undefined): string => (typeof value === "string" && /[\p{sc=Han}%]/u.test(value) ? printable(value) : "");

/** What stands first in the row, and over the column. */
function nameOf({ values }: PlainSheet, { row, column }: Cell): string {
  const own =
    (values[row] ?? [])
      .slice(0, column)
      .map(words)
      .find((text) => text !== "") ?? "";
  const over =
    values
      .slice(0, row)
      .map((cells) => words(cells[column]))
      .filter((text) => text !== "")
      .at(-1) ?? "";
  return [own, over].filter((text) => text !== "").join(" ");
}
