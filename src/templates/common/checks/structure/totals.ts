import { fullAddress } from "../../../../amount/cell-ref";
import type { Recognised, Row, Table } from "../../../../workbook/recognised";
import { inspected, inspection, type Check, type Inspection, type Remark } from "../../../../checks/engine/check";
import { amountCell, nameCell, pointTo } from "../../../../checks/engine/point";
import { formulaAt, missedRows } from "./formulas";

/** S10, S11, S12: total rows, their formulas, and rows that are no data. */
export const totalChecks: readonly Check[] = [
  inspection("S10", "error", "每张有数的表恰有一个合计行", "没有合计行或合计行重复，合计就无法核对", totalRows, {
    examples: { holds: "表6有一行“总计”", fails: "表6没有合计行" },
  }),
  inspection(
    "S11",
    "info",
    "合计用公式，且公式包括全部明细行",
    "合计是手填的数，改了明细不会跟着变；公式漏行，后加的行不进合计",
    formulas,
    {
      examples: { holds: "=SUM(B5:B7)，明细在第5至7行", fails: "=SUM(B5:B6)，漏了第7行" },
    },
  ),
  inspection("S12", "info", "跨页重复的表头不算数据", "重复的表头已跳过，公开前宜删去", repeatedHeads, {
    examples: { holds: "表头只在最上面", fails: "第20行又是一遍表头" },
  }),
];

const hasAmounts = (table: Table): boolean =>
  table.rows.some((row) => row.kind !== "other" && [...table.columns.keys()].some((column) => table.read(row, column)?.kind === "amount"));

function totalRows(recognised: Recognised): Inspection {
  const remarks: Remark[] = [];
  let holds = 0;
  for (const table of recognised.tables.values()) {
    const extra = table.facts.extraTotals;
    if (extra.length > 0)
      remarks.push({
        key: table.key,
        message: `${table.label}有 ${extra.length + 1} 个合计行，除第一个外都没有核对：${extra.map((row) => fullAddress(table.labelCell(row))).join("、")}。`,
        cells: extra.map((row) => nameCell(table, row)),
        advice: "只留一个合计行；跨页小计请删去。",
      });
    else if (!table.total() && hasAmounts(table))
      remarks.push({
        key: table.key,
        message: `${table.label}没有找到合计行。`,
        cells: [pointTo({ sheet: table.sheet.name, row: table.area.bottom, column: table.area.left }, { table: table.number })],
        advice: "请加上合计行，名称写“总计”或“合计”。",
      });
    else holds++;
  }
  return inspected(holds, remarks);
}

function formulas(recognised: Recognised): Inspection {
  const remarks: Remark[] = [];
  let holds = 0;
  const typed: { readonly table: Table; readonly row: Row; readonly column: string }[] = [];
  let withFormula = 0;
  for (const table of recognised.tables.values())
    for (const row of table.rows) {
      if (row.kind !== "total" || table.sheet.printed) continue;
      for (const column of table.columns.keys()) {
        const cell = table.cell(row, column);
        if (!cell || table.read(row, column)?.kind !== "amount") continue;
        const formula = formulaAt(table, cell);
        if (formula === null) {
          typed.push({ table, row, column });
          continue;
        }
        withFormula++;
        const missed = missedRows(table, row, cell, formula);
        if (missed.length === 0) holds++;
        else
          remarks.push({
            key: `${table.key}|${row.side}|${column}`,
            message: `${fullAddress(cell)} 的公式 ${formula} 漏了${missed
              .slice(0, 3)
              .map((other) => `第${other.position + 1}行 ${other.name}`)
              .join("、")}${missed.length > 3 ? `等 ${missed.length} 行` : ""}。`,
            cells: [pointTo(cell, { table: table.number, row: row.name, column }), ...missed.map((other) => nameCell(table, other))],
            advice: "请把公式的区域延到末行。",
          });
      }
    }
  if (typed.length > 0) {
    const cells = typed.map(({ table, row, column }) => amountCell(recognised, table, row, column)).filter((cell) => cell !== null);
    const where =
      withFormula === 0
        ? "各表合计都是填的数，不是公式"
        : `有 ${typed.length} 个合计是填的数，不是公式：${cells.slice(0, 3).map(fullAddress).join("、")}${typed.length > 3 ? "等" : ""}`;
    remarks.push({
      key: "typed",
      message: `${where}；改动明细后合计不会跟着变。`,
      cells: withFormula === 0 ? cells.slice(0, 1) : cells.slice(0, 20),
    });
  }
  return inspected(holds, remarks);
}

function repeatedHeads(recognised: Recognised): Inspection {
  const all = [...recognised.tables.values()];
  const remarks = all.flatMap((table): Remark[] => {
    const [first] = table.facts.skippedRows;
    if (first === undefined) return [];
    const rows = table.facts.skippedRows.map((row) => row + 1).join("、");
    return [
      {
        key: table.key,
        message: `${table.label}第${rows}行是重复的表头，已跳过。`,
        cells: [pointTo({ sheet: table.sheet.name, row: first, column: table.area.left }, { table: table.number })],
      },
    ];
  });
  return inspected(all.length - remarks.length, remarks);
}
