import { fullAddress, type CellRef } from "../../amount/cell-ref";
import type { Exact } from "../../amount/exact";
import { lessOrMore } from "../../amount/format";
import type { Wan } from "../../amount/unit";
import type { Row } from "../../workbook/recognised";
import { levelWords } from "../language/expression";
import type { FindingCell } from "../report";
import type { Addend, Instance } from "./instances";
import { readAddend, type Judged } from "./judge";
import type { Money } from "./money";
import { headingOf, labelOf, wordsOf } from "./point";

export { Money } from "./money";

/** The cell of an addend, in the tables' words; null where the table has no such row or column. */
export function cellOf(addend: Addend, money: Money): FindingCell | null {
  const cell: CellRef | null = addend.row && addend.table.cell(addend.row, addend.column);
  if (!cell || !addend.row) return null;
  // Named one by one: spread out, the copying takes a fifth of all checking.
  return {
    sheet: cell.sheet,
    row: cell.row,
    column: cell.column,
    table: addend.table.number,
    rowLabel: labelOf(addend.row),
    columnLabel: headingOf(addend.table, addend.column),
    value: wordsOf(readAddend(addend), money),
    side: addend.side,
    sign: addend.sign,
  };
}

/** Sums of no more parts are written out; longer ones say how many there are, and are read part by part as a table. */
const NAMED = 6;
const LISTED = 8;

/** One side of an instance in words: a cell with its figure, or a sum with its parts. */
function sideText(instance: Instance, side: "left" | "right", total: Exact<Wan>, money: Money): string {
  const addends = instance.addends.filter((addend) => addend.side === side);
  const [first] = addends;
  if (!first) return money.shown(total);
  if (addends.length === 1) return first.sign === 1 ? single(first, instance, money) : `${single(first, instance, money)}（减）`;
  const filled = addends.filter((addend) => readAddend(addend)?.kind === "amount");
  const { row, sum } = first.term;
  if (sum && addends.every((addend) => addend.term === first.term)) {
    const group = row.by === "each" ? levelWords[row.level] : row.by === "under" ? `所属${levelWords[row.level]}` : "各项目";
    const other = instance.addends.find((addend) => addend.side !== side);
    return `${other?.table === first.table ? "" : first.table.label}${group}之和 ${money.shown(total)}${filled.length > 1 ? `（${figures(filled, money)}）` : ""}`;
  }
  const [only] = filled;
  if (only && filled.length === 1 && only.sign === 1) return single(only, instance, money);
  if (filled.length === 0) return `${first.table.label}各项 ${money.shown(total)}`;
  return `${named(filled, instance.row, money)}＝${money.shown(total)}`;
}

function single(addend: Addend, { row }: Instance, money: Money): string {
  const cell = cellOf(addend, money);
  if (cell) return `${fullAddress(cell)} ${cell.rowLabel}·${cell.columnLabel} ${cell.value === "" ? "空白" : shownOf(addend, money)}`;
  const what =
    addend.term.row.by === "total" ? "合计行" : addend.term.row.by === "code" ? addend.term.row.code : row ? labelOf(row) : "这一行";
  return `${addend.table.label}没有 ${what}（按 0.00 算）`;
}

function shownOf(addend: Addend, money: Money): string {
  const reading = readAddend(addend);
  return reading?.kind === "amount" ? money.shown(reading.shown) : "";
}

/** "40.18+11.70": addends of one group. */
function figures(filled: readonly Addend[], money: Money): string {
  return filled.length > LISTED ? `共 ${filled.length} 个数` : filled.map((addend) => shownOf(addend, money)).join("+");
}

/** "人员经费 996.10+公用经费 161.34": each part by what tells it from the others. */
function named(filled: readonly Addend[], subject: Row | null, money: Money): string {
  const oneOf = (key: (addend: Addend) => string): boolean => new Set(filled.map(key)).size === 1;
  const sameTable = oneOf(({ table }) => table.label);
  const sameRow = sameTable && oneOf(({ row }) => String(row?.position));
  const sameColumn = sameTable && oneOf(({ column }) => column);
  const words = filled.slice(0, filled.length > NAMED ? 1 : NAMED).map((addend, index) => {
    const { table, row, column, sign } = addend;
    const label = row ? labelOf(row) : "";
    const name = sameRow
      ? headingOf(table, column)
      : sameColumn
        ? label
        : `${sameTable ? "" : `${table.label} `}${label}·${headingOf(table, column)}`;
    return `${sign === -1 ? "-" : index === 0 ? "" : "+"}${name} ${shownOf(addend, money)}`;
  });
  const [first] = filled;
  // The row an instance is about has been named on the other side.
  const own = sameRow && first?.row === subject;
  const head = !sameTable || !first || own ? "" : `${first.table.label}${sameRow && first.row ? ` ${labelOf(first.row)}` : ""} `;
  return `${head}${words.join("")}${filled.length > NAMED ? ` 等 ${filled.length} 个数` : ""}`;
}

/** The finding's sentence: where, both figures, the difference, what rounding could explain. */
export function messageOf(instance: Instance, judged: Judged, operator: "=" | "<=", inWorkbook: Money): string {
  const money = inWorkbook.about(instance.parts.map(({ slot }) => slot.table));
  if (judged.verdict === "notRun") {
    const cells = judged.unreadable.map((addend) => cellOf(addend, money)).filter((cell) => cell !== null);
    return `未执行：${cells
      .slice(0, 3)
      .map((cell) => `${fullAddress(cell)} ${cell.rowLabel}·${cell.columnLabel} 写的是“${cell.value.slice(0, 20)}”`)
      .join("；")}，不是金额。`;
  }
  const left = sideText(instance, "left", judged.left, money);
  const right = sideText(instance, "right", judged.right, money);
  const difference = money.shown(judged.difference.abs());
  if (judged.verdict === "rounding") {
    if (judged.storedHolds) return `${left} 与 ${right} 显示相差 ${difference}；单元格里存的数相符，是显示位数造成的尾差。`;
    const rare = judged.severity === "warning" ? "，但这么大的尾差少见，请核对" : "";
    return `${left} 与 ${right} 相差 ${difference}，在四舍五入可能造成的 ${money.shown(judged.bound)} 以内，属尾差${rare}。`;
  }
  const bound = judged.bound.isZero() ? "" : `，超过四舍五入可能造成的 ${money.shown(judged.bound)}`;
  return operator === "="
    ? `${left} ≠ ${right}，${lessOrMore(judged.difference)} ${difference}${bound}。`
    : `${left} 大于 ${right}，多 ${difference}${bound}。`;
}
