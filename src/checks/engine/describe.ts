import { fullAddress, type CellRef } from "../../amount/cell-ref";
import type { Exact } from "../../amount/exact";
import { levelWords } from "../language/expression";
import type { FindingCell } from "../report";
import type { Addend, Instance } from "./instances";
import { readAddend, type Judged } from "./judge";
import type { Money } from "./money";
import { headingOf, labelOf } from "./point";

export { Money } from "./money";

/** The cell of an addend, in the tables' words; null where the table has no such row or column. */
export function cellOf(addend: Addend, money: Money): FindingCell | null {
  const cell: CellRef | null = addend.row && addend.table.cell(addend.row, addend.column);
  if (!cell || !addend.row) return null;
  const reading = readAddend(addend);
  const value = reading?.kind === "amount" ? money.plain(reading.shown) : reading?.kind === "text" ? reading.text : reading?.kind === "error" ? reading.error : "";
  return {
    ...cell,
    table: addend.table.number,
    rowLabel: labelOf(addend.row),
    columnLabel: headingOf(addend.table, addend.column),
    value,
    side: addend.side,
    sign: addend.sign,
  };
}

/** One side of an instance in words: a single cell with its figure, or a sum with its parts. */
function sideText(instance: Instance, side: "left" | "right", total: Exact, money: Money): string {
  const addends = instance.addends.filter((addend) => addend.side === side);
  const [first] = addends;
  const cells = addends.map((addend) => ({ addend, cell: cellOf(addend, money) }));
  const written = cells.filter(({ cell }) => cell && cell.value !== "");
  if (first && addends.length === 1) {
    const cell = cells[0]?.cell;
    if (cell) return `${fullAddress(cell)} ${cell.rowLabel}·${cell.columnLabel} ${cell.value === "" ? "空白" : money.shown(total)}`;
    return `${first.table.label}没有这一行（${money.shown(total)}）`;
  }
  const group = first?.term.sum && (first.term.row.by === "each" || first.term.row.by === "under") ? `${first.term.row.by === "under" ? "所属" : ""}${levelWords[first.term.row.level]}` : null;
  const name = group && addends.every((addend) => addend.term === first?.term) ? `${first?.table.label ?? ""}${group}之和` : "各项之和";
  const shownParts = written.slice(0, 8).map(({ cell, addend }) => `${addend.sign === -1 ? "-" : ""}${cell?.value ?? ""}`);
  const parts = written.length > 8 ? `${shownParts.join("+")}…共${written.length}个数` : shownParts.join("+").replace(/\+-/g, "-");
  return written.length > 1 ? `${name} ${money.shown(total)}（${parts}）` : `${name} ${money.shown(total)}`;
}

/** The finding's sentence: where, both figures, the difference, what rounding could explain. */
export function messageOf(instance: Instance, judged: Judged, operator: "=" | "<=", money: Money): string {
  if (judged.verdict === "notRun") {
    const cells = judged.unreadable.map((addend) => cellOf(addend, money)).filter((cell) => cell !== null);
    return `${cells.map((cell) => `${fullAddress(cell)} ${cell.rowLabel}·${cell.columnLabel} 写的是“${cell.value}”，不是金额`).join("；")}，这一条没有核对。`;
  }
  const left = sideText(instance, "left", judged.left, money);
  const right = sideText(instance, "right", judged.right, money);
  const sign = operator === "=" ? "≠" : ">";
  const difference = money.shown(judged.difference);
  if (judged.verdict === "rounding")
    return judged.storedHolds
      ? `${left} 与 ${right} 显示相差 ${difference}；单元格里存的数是相等的，只是显示的位数造成的尾差。`
      : `${left} 与 ${right} 相差 ${difference}，在四舍五入可能造成的 ${money.shown(judged.bound)} 以内，属尾差${judged.severity === "warning" ? "，但少见，请核对" : ""}。`;
  return `${left} ${sign} ${right}，差 ${difference}${judged.bound.isZero() ? "" : `，超过四舍五入可能造成的 ${money.shown(judged.bound)}`}。`;
}
