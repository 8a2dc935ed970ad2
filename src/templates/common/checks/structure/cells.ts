import { fullAddress } from "../../../../amount/cell-ref";
import type { Notation } from "../../../../amount/read-text";
import { inspected, inspection, type Check, type Inspection, type Remark } from "../../../../checks/engine/check";
import { amountCell, headingOf, labelOf } from "../../../../checks/engine/point";
import type { Reading } from "../../../../workbook/reading";
import type { Recognised, Table } from "../../../../workbook/recognised";
import { cellsOf, named, picked, type Placed } from "./placed";

/** S07, S09, S15: how amounts are written. */
export const cellChecks: readonly Check[] = [
  inspection("S07", "error", "金额格里是数，不是文字、错误值", "文字不能相加；能读成数的照数核对并提示，读不成数的不能核对", readable, {
    examples: { holds: "285.00", fails: "见附件" },
  }),
  inspection("S09", "warning", "预算数不为负", "预算公开表一般没有负数", negatives, {
    examples: { holds: "6.00", fails: "-6.00" },
  }),
  inspection("S15", "info", "没有金额的格统一留空或统一写0.00", "空白与0.00混用，看不出是没有还是漏填", blanks, {
    examples: { holds: "没有金额的格都留空", fails: "有的留空，有的写0" },
  }),
];

const isUnusual = (reading: Reading): boolean =>
  reading.kind === "text" || reading.kind === "error" || (reading.kind === "amount" && reading.notation.length > 0) || hides(reading);
const hides = (reading: Reading): boolean => reading.kind === "blank" && reading.hides !== undefined;
const isNegative = (reading: Reading): boolean => reading.kind === "amount" && reading.shown.sign() < 0;
const isZero = (reading: Reading): boolean => reading.kind === "amount" && reading.stored.isZero();

const notationWords: Readonly<Record<Notation, string>> = {
  text: "以文本存的数",
  separator: "带千分位的文本",
  space: "数字中间有空格",
  fullWidth: "全角数字",
  dash: "以横线表示零",
  parentheses: "以括号表示负数",
  unit: "数后带单位",
  apostrophe: "数前有单引号",
};

function readable(recognised: Recognised): Inspection {
  const remarks: Remark[] = [];
  let holds = 0;
  // Figures that are text only because of characters nobody sees are named by S16.
  const unseen = new Set(recognised.unseen.map(fullAddress));
  for (const table of recognised.tables.values()) {
    const unusual = picked(table, isUnusual);
    remarks.push(...unusual.flatMap((placed) => unreadable(recognised, table, placed)));
    const odd = unusual.filter(({ row, column, reading }) => {
      const cell = reading.kind === "amount" ? table.cell(row, column) : null;
      return cell !== null && !unseen.has(fullAddress(cell));
    });
    if (odd.length === 0) {
      holds++;
      continue;
    }
    const kinds = [...new Set(odd.flatMap(({ reading }) => (reading.kind === "amount" ? reading.notation : [])))].map(
      (notation) => notationWords[notation],
    );
    const cells = cellsOf(recognised, table, odd);
    remarks.push({
      key: table.key,
      message: `${table.label}有 ${odd.length} 格不是数值（${kinds.join("、")}），已按数核对。`,
      cells,
      advice: "公式不会把文本数加进去，建议改为数值。",
      severity: "info",
    });
  }
  return inspected(holds, remarks);
}

/** A cell that shows no amount though something stands in it. */
function unreadable(recognised: Recognised, table: Table, { row, column, reading }: Placed): readonly Remark[] {
  const cell = amountCell(recognised, table, row, column);
  if (!cell) return [];
  const remark = (what: string, advice: string): readonly Remark[] => [
    {
      key: `${table.key}|${labelOf(row)}|${column}`,
      message: `${fullAddress(cell)} ${labelOf(row)}·${headingOf(table, column)} ${what}`,
      cells: [cell],
      advice,
    },
  ];
  switch (reading.kind) {
    case "error":
      return remark(`是错误值 ${reading.error}；用到它的审核都没有执行。`, "请改好公式，或改填数字。");
    case "text":
      return remark(`写的是“${reading.text.slice(0, 20)}”，读不成数；用到它的审核都没有执行。`, "请改填数字；没有金额的留空。");
    case "blank":
      return reading.hides
        ? remark(
            `存的是 ${reading.hides.toString()}，数字格式却不显示它，公开出去是空白，已按空白核对。`,
            "请改用能显示数字的格式；不该有数的请清空。",
          )
        : [];
    default:
      return [];
  }
}

function negatives(recognised: Recognised): Inspection {
  return byTable(recognised, (table) => {
    const negative = picked(table, isNegative);
    const cells = cellsOf(recognised, table, negative);
    return negative.length === 0
      ? []
      : [{ key: table.key, message: `${table.label}有负数：${named(cells, negative.length)}。`, cells, advice: "请核对是否录错正负号。" }];
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
    return [{ key: table.key, message, cells: cellsOf(recognised, table, zeros), advice: "建议统一写法。" }];
  });
}

function byTable(recognised: Recognised, look: (table: Table) => readonly Remark[]): Inspection {
  const all = [...recognised.tables.values()].map(look);
  return inspected(all.filter((remarks) => remarks.length === 0).length, all.flat());
}
