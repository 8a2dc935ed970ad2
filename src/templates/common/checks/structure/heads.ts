import { OTHER_UNIT } from "../../../../checks/doubted";
import type { CellRef } from "../../../../amount/cell-ref";
import { Exact } from "../../../../amount/exact";
import type { Wan } from "../../../../amount/unit";
import { inspected, inspection, type Check, type Inspection, type Remark } from "../../../../checks/engine/check";
import { Money } from "../../../../checks/engine/money";
import { amountCell, pointTo } from "../../../../checks/engine/point";
import { normalise } from "../../../../text/wording";
import type { Recognised, Table } from "../../../../workbook/recognised";
import type { TableKey } from "../../../define";
import { yearsIn } from "./years";
import { nameBefore } from "../../../../workbook/organisation";
import { bareTitle } from "../../../../workbook/title";

/** S03, S04, S05: what stands at the head of every table says the same. */
export const headChecks: readonly Check[] = [
  inspection("S03", "error", "各表“编制部门（单位）”是同一名称，部门、单位称谓一致", "同一份公开文件只有一个编制部门", organisations, {
    examples: { holds: "各表都写“示例局”", fails: "表6写“示例委”，其他表写“示例局”" },
  }),
  inspection("S04", "error", "各表都注明计量单位且一致，金额大小与计量单位相符", "元、万元混淆会差一万倍", units, {
    examples: { holds: "各表都写“单位：万元”", fails: "表6写“单位：元”，其他表写“单位：万元”" },
  }),
  inspection("S05", "error", "表题、空表说明、封面写的是同一预算年度", "沿用上年文件时最容易漏改年度", years, {
    examples: { holds: "2026年的表写2026年", fails: "2026年的表6写2025年" },
  }),
];

const headCell = (table: Table): CellRef => table.title?.cell ?? { sheet: table.sheet.name, row: table.area.top, column: table.area.left };

function organisations(recognised: Recognised): Inspection {
  const remarks: Remark[] = [];
  let holds = 0;
  const name = recognised.organisation;
  const tables = [...recognised.tables.values()];
  const titled = tables.every(({ facts }) => facts.organisation === null);
  for (const table of tables) {
    const own = titled ? inTitle(table) : table.facts.organisation;
    if (!own || name === null) continue;
    const cells = [pointTo(own.cell, { table: table.number, value: own.text })];
    if (normalise(own.text) !== normalise(name))
      remarks.push({
        key: table.key,
        message: `${table.label}的${titled ? "表题写的" : `编制${own.kind ?? recognised.organisationKind}`}是“${own.text}”，其他表是“${name}”。`,
        cells,
        advice: "请核对是否沿用了别的单位的表。",
      });
    else if (own.kind !== null && own.kind !== recognised.organisationKind)
      remarks.push({
        key: `kind ${table.key}`,
        message: `${table.label}写“编制${own.kind}”，其他表写“编制${recognised.organisationKind}”。`,
        cells,
        severity: "warning",
      });
    else holds++;
  }
  return inspected(holds, remarks);
}

/** 示例大学收支预算总表: the name that stands before the title, where no table says whose it is otherwise. */
function inTitle({ spec, title }: Table): Table["facts"]["organisation"] {
  const text = title && nameBefore(spec, bareTitle(normalise(title.text)));
  return title && text !== null ? { text, kind: null, cell: title.cell } : null;
}

function units(recognised: Recognised): Inspection {
  const remarks: Remark[] = [];
  let holds = 0;
  for (const table of recognised.tables.values()) {
    const stated = table.facts.statedUnit;
    if (stated && stated.unit === (table.spec.unit ?? recognised.unit)) holds++;
    else if (stated && table.spec.unit)
      remarks.push({
        key: `${OTHER_UNIT} ${table.key}`,
        message: `${table.label}的计量单位写的是${stated.unit}，这套版式的${table.label}以${table.spec.unit}列示；已按${stated.unit}核对。`,
        cells: [pointTo(stated.cell, { table: table.number, value: stated.unit })],
        advice: "请看是单位印错了，还是数没有换算。",
        severity: "warning",
      });
    else if (stated)
      remarks.push({
        key: table.key,
        message: `${table.label}的计量单位是${stated.unit}，其他表是${recognised.unit}；已换算后核对。`,
        cells: [pointTo(stated.cell, { table: table.number, value: stated.unit })],
        advice: `公开时请统一为${recognised.unit}。`,
        severity: "warning",
      });
    else if (table.facts.strangeUnit) {
      const { text, cell } = table.facts.strangeUnit;
      remarks.push({
        key: table.key,
        message: `${table.label}的计量单位写的是${text}，本工具只认元和万元；这张表与其他表对不上的都没有判断。`,
        cells: [pointTo(cell, { table: table.number, value: text })],
        advice: `请换算成${recognised.unit}，再校验一次。`,
        severity: "warning",
      });
    } else {
      const shares = [...recognised.tables.values()].some((other) => other.sheet === table.sheet && other.facts.statedUnit);
      remarks.push({
        key: table.key,
        message: `${table.label}没有注明计量单位，按${table.facts.unit}核对。`,
        cells: [pointTo(headCell(table), { table: table.number })],
        advice: `请在表头注明“单位：${recognised.unit}”。`,
        severity: shares ? "info" : "warning",
      });
    }
  }
  return inspected(holds, [...remarks, ...magnitudes(recognised)]);
}

/** No table of a workbook is ten thousand times the department's total, and the three overall tables are equally large. */
const WHOLE: ReadonlySet<TableKey> = new Set(["overview", "income", "expenditure"]);
const FAR = Exact.ofUnits(5000);

function magnitudes(recognised: Recognised): readonly Remark[] {
  const largest = [...recognised.tables.values()].map((table) => ({ table, ...largestOf(table) }));
  const overall = largest
    .filter(({ table, amount }) => WHOLE.has(table.key) && !amount.isZero())
    .map(({ amount }) => amount)
    .sort((a, b) => a.compare(b));
  const whole = overall[Math.floor((overall.length - 1) / 2)];
  if (!whole) return [];
  const money = new Money(recognised);
  return largest.flatMap(({ table, amount, row, column }): Remark[] => {
    const large = amount.compare(whole.times(FAR)) >= 0;
    const small = WHOLE.has(table.key) && !amount.isZero() && amount.times(FAR).compare(whole) <= 0;
    if ((!large && !small) || !row) return [];
    const cell = amountCell(recognised, table, row, column);
    return [
      {
        key: `size ${table.key}`,
        message: `${table.label}最大的数 ${money.shown(amount)}，${large ? "是" : "不到"}部门总额 ${money.shown(whole)} 的${large ? "几千倍以上" : "几千分之一"}，疑元、万元混淆。`,
        cells: cell ? [cell] : [],
        advice: `请核对${table.label}的计量单位：金额是${large ? "元" : "万元"}还是${large ? "万元" : "元"}。`,
      },
    ];
  });
}

function largestOf(table: Table): { readonly amount: Exact<Wan>; readonly row: Table["rows"][number] | null; readonly column: string } {
  let best: { amount: Exact<Wan>; row: Table["rows"][number] | null; column: string } = { amount: Exact.zero, row: null, column: "" };
  for (const row of table.rows)
    table.readRow(row, (column, reading) => {
      if (reading.kind === "amount" && reading.shown.compare(best.amount) > 0) best = { amount: reading.shown, row, column };
    });
  return best;
}

function years(recognised: Recognised): Inspection {
  const { year } = recognised;
  if (year === null) return inspected(0, []);
  const found = yearsIn(recognised);
  const wrong = found.filter((mention) => mention.year !== year);
  const [only] = found;
  const { begun } = recognised.template;
  if (only && found.length === 1 && wrong.length === 0 && begun !== null && year < begun) return inspected(0, [tooEarly(begun, only)]);
  return inspected(
    found.length - wrong.length,
    wrong.map((mention) => ({
      key: `${mention.cell.sheet} ${mention.what}`,
      message: `${mention.what}“${mention.text}”写的是${mention.year}年，预算年度是${year}年。`,
      cells: [pointTo(mention.cell, { table: mention.table, value: mention.text })],
      advice: "请核对是否漏改年度。",
    })),
  );
}

/** The one place that names the year names one that did not have these tables yet: left over from last year, as nothing else tells. */
function tooEarly(begun: number, { what, text, year, cell, table }: ReturnType<typeof yearsIn>[number]): Remark {
  return {
    key: `${cell.sheet} ${what}`,
    message: `${what}“${text}”写的是${year}年，全簿只有这一处写明年度，而这套表的版式是${begun}年起用的。`,
    cells: [pointTo(cell, { table, value: text })],
    advice: "请核对是否漏改年度。",
    severity: "warning",
  };
}
