import { fullAddress } from "../../../../amount/cell-ref";
import type { Notation } from "../../../../amount/read-text";
import type { Reading } from "../../../../workbook/reading";
import type { Recognised, Row, Table } from "../../../../workbook/recognised";
import { inspected, inspection, type Check, type Inspection, type Remark } from "../../../../checks/engine/check";
import { amountCell, headingOf, labelOf } from "../../../../checks/engine/point";
import type { FindingCell } from "../../../../checks/report";

/** S07, S08, S09, S15: how amounts are written. */
export const cellChecks: readonly Check[] = [
  inspection("S07", "error", "金额格里是数，不是文字、错误值", "文字不能相加；能读成数的照数核对并提示，读不成数的不能核对", readable, {
    examples: { holds: "285.00", fails: "见附件" },
  }),
  inspection("S08", "warning", "金额都列到两位小数", "列示精度不一致，合计就会有尾差", decimals, {
    examples: { holds: "285.00", fails: "285" },
  }),
  inspection("S09", "warning", "预算数不为负", "预算公开表一般没有负数", negatives, {
    examples: { holds: "6.00", fails: "-6.00" },
  }),
  inspection("S15", "info", "没有金额的格统一留空或统一写0.00", "空白与0.00混用，看不出是没有还是漏填", blanks, {
    examples: { holds: "没有金额的格都留空", fails: "有的留空，有的写0" },
  }),
];

interface Placed {
  readonly row: Row;
  readonly column: string;
  readonly reading: Reading;
}

/** The amount cells of a table that a test picks, row by row. */
function picked(table: Table, test: (reading: Reading) => boolean): Placed[] {
  const found: Placed[] = [];
  for (const row of table.rows)
    table.readRow(row, (column, reading) => {
      if (test(reading)) found.push({ row, column, reading });
    });
  return found;
}

const isUnusual = (reading: Reading): boolean => reading.kind === "text" || reading.kind === "error" || (reading.kind === "amount" && reading.notation.length > 0);
const isNegative = (reading: Reading): boolean => reading.kind === "amount" && reading.shown.sign() < 0;
const isZero = (reading: Reading): boolean => reading.kind === "amount" && reading.stored.isZero();
const isFiner = (reading: Reading): boolean => reading.kind === "amount" && reading.stored !== reading.shown && !reading.stored.equals(reading.shown);

/** The first cells of a group, for a finding that speaks of many. */
const SHOWN = 20;

function cellsOf(recognised: Recognised, table: Table, placed: readonly Placed[]): readonly FindingCell[] {
  return placed.slice(0, SHOWN).map(({ row, column }) => amountCell(recognised, table, row, column)).filter((cell) => cell !== null);
}

function named(cells: readonly FindingCell[], count: number): string {
  const few = cells.slice(0, 3).map((cell) => `${fullAddress(cell)}“${cell.value}”`).join("、");
  return count > 3 ? `${few}等 ${count} 格` : few;
}

const notationWords: Readonly<Record<Notation, string>> = {
  text: "以文本存的数", separator: "带千分位的文本", space: "数字中间有空格", fullWidth: "全角数字", dash: "以横线表示零",
  parentheses: "以括号表示负数", unit: "数后带单位", apostrophe: "数前有单引号",
};

function readable(recognised: Recognised): Inspection {
  const remarks: Remark[] = [];
  let holds = 0;
  for (const table of recognised.tables.values()) {
    const odd: Placed[] = [];
    for (const placed of picked(table, isUnusual)) {
      const { reading, row, column } = placed;
      if (reading.kind === "amount") odd.push(placed);
      else if (reading.kind === "text" || reading.kind === "error") {
        const cell = amountCell(recognised, table, row, column);
        if (!cell) continue;
        const what = reading.kind === "error" ? `是错误值 ${reading.error}` : `写的是“${reading.text.slice(0, 20)}”，读不成数`;
        remarks.push({
          key: `${table.key}|${labelOf(row)}|${column}`,
          message: `${fullAddress(cell)} ${labelOf(row)}·${headingOf(table, column)} ${what}；用到它的审核都没有执行。`,
          cells: [cell],
          advice: reading.kind === "error" ? "请改好公式，或改填数字。" : "请改填数字；没有金额的留空。",
        });
      }
    }
    if (odd.length === 0) {
      holds++;
      continue;
    }
    const kinds = [...new Set(odd.flatMap(({ reading }) => (reading.kind === "amount" ? reading.notation : [])))].map((notation) => notationWords[notation]);
    const cells = cellsOf(recognised, table, odd);
    remarks.push({ key: `${table.key}`, message: `${table.label}有 ${odd.length} 格不是数值（${kinds.join("、")}），已按数核对。`, cells, advice: "公式不会把文本数加进去，建议改为数值。", severity: "info" });
  }
  return inspected(holds, remarks);
}

function decimals(recognised: Recognised): Inspection {
  const most = recognised.unit === "元" ? (count: number): boolean => count <= 2 : (count: number): boolean => count === 2;
  return byTable(recognised, (table) => {
    const odd: Placed[] = [];
    const finer: Placed[] = [];
    for (const placed of picked(table, (reading) => reading.kind === "amount" && !reading.stored.isZero() && (!most(reading.decimals) || isFiner(reading))))
      if (placed.reading.kind === "amount") (most(placed.reading.decimals) ? finer : odd).push(placed);
    const remarks: Remark[] = [];
    const shown = cellsOf(recognised, table, odd);
    if (odd.length > 0)
      remarks.push({ key: `${table.key}`, message: `${table.label}有 ${odd.length} 格没有列到两位小数：${oddWords(odd, shown)}。`, cells: shown, advice: "请把数字格式统一为两位小数。" });
    const hiddenDigits = cellsOf(recognised, table, finer);
    if (finer.length > 0)
      remarks.push({ key: `${table.key} stored`, message: `${table.label}有 ${finer.length} 格存的小数多于显示的两位：${named(hiddenDigits, finer.length)}。`, cells: hiddenDigits, advice: "请先四舍五入到两位小数再相加，避免尾差。" });
    return remarks;
  });
}

/** Values as they look on the sheet: 80, 2.4. */
function oddWords(odd: readonly Placed[], cells: readonly FindingCell[]): string {
  const words = odd.slice(0, 3).map(({ reading }, index) => {
    const cell = cells[index];
    return cell && reading.kind === "amount" ? `${fullAddress(cell)}“${Number(cell.value).toFixed(reading.decimals)}”` : "";
  });
  return odd.length > 3 ? `${words.join("、")}等` : words.join("、");
}

function negatives(recognised: Recognised): Inspection {
  return byTable(recognised, (table) => {
    const negative = picked(table, isNegative);
    const cells = cellsOf(recognised, table, negative);
    return negative.length === 0 ? [] : [{ key: `${table.key}`, message: `${table.label}有负数：${named(cells, negative.length)}。`, cells, advice: "请核对是否录错正负号。" }];
  });
}

function blanks(recognised: Recognised): Inspection {
  return byTable(recognised, (table) => {
    const zeros = picked(table, isZero);
    if (zeros.length === 0) return [];
    let blank = 0;
    for (const row of table.rows) table.readRow(row, (_, reading) => (blank += reading.kind === "blank" ? 1 : 0));
    if (blank === 0) return [];
    const message = `${table.label}没有金额的格，有 ${zeros.length} 格写0，有 ${blank} 格留空。`;
    return [{ key: `${table.key}`, message, cells: cellsOf(recognised, table, zeros), advice: "建议统一写法。" }];
  });
}

function byTable(recognised: Recognised, look: (table: Table) => readonly Remark[]): Inspection {
  const all = [...recognised.tables.values()].map(look);
  return inspected(all.filter((remarks) => remarks.length === 0).length, all.flat());
}
