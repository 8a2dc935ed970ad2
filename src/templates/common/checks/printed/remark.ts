import { Exact } from "../../../../amount/exact";
import { byHowMuch, formatAmount, GROUPED } from "../../../../amount/format";
import type { Remark } from "../../../../checks/engine/check";
import { pointTo } from "../../../../checks/engine/point";
import type { PlainSheet } from "../../../../workbook/plain";
import type { Cell } from "./known-parts";
import { amountAt } from "./region";

/** A sum over cells of a sheet that does not come out. */
export interface BrokenCells {
  readonly total: Cell;
  readonly parts: readonly Cell[];
  readonly said: Exact;
  readonly sum: Exact;
}

/** Longer sums are not written out. */
const MOST_SHOWN = 8;

/** Both sides of such a sum and the cells in it; nothing is proposed. `name`: what the line or the column of a cell is called. */
export function cellsRemark(
  sheet: PlainSheet,
  { total, parts, said, sum }: BrokenCells,
  name: (cell: Cell) => string,
  others: string,
): Remark {
  const amount = ({ row, column }: Cell): Exact => amountAt({ sheet }, row, { index: column }) ?? Exact.zero;
  const held = parts.filter((cell) => !amount(cell).isZero());
  const shown = held.length <= MOST_SHOWN ? `${held.map((cell) => formatAmount(amount(cell), GROUPED)).join(" + ")} = ` : "";
  return {
    key: `${sheet.name} ${String(total.row)} ${String(total.column)} cells`,
    message: `${sheet.name}第${String(sheet.top + total.row + 1)}行“${name(total)}”是${formatAmount(said, GROUPED)}，各项合起来${shown}${formatAmount(sum, GROUPED)}，${byHowMuch(said.minus(sum))}。${others}`,
    cells: [total, ...held].map((cell) =>
      pointTo(
        { sheet: sheet.name, row: sheet.top + cell.row, column: sheet.left + cell.column },
        { row: name(cell), column: "", value: amount(cell).toFixed(2) },
      ),
    ),
    advice: "请核对这几格，看是哪一个写错了。",
  };
}
