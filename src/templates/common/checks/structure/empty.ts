import type { TableKey } from "../../../define";
import type { Recognised, Table } from "../../../../workbook/recognised";
import { inspected, inspection, nothing, type Check, type Inspection, type Remark } from "../../../../checks/engine/check";
import { Money } from "../../../../checks/engine/money";
import { amountCell, pointTo } from "../../../../checks/engine/point";
import type { FindingCell } from "../../../../checks/report";

/** S13, S14: empty tables say so, and are empty elsewhere too. */
export const emptyChecks: readonly Check[] = [
  inspection(
    "S13",
    "warning",
    "没有数的基金、国有资本、结转各表下有空表说明，有数的表没有",
    "《地方预决算公开操作规程》：没有数据的表格要列出空表并说明",
    sentences,
    {
      examples: { holds: "基金表没有数，表下写“为空表”", fails: "基金表没有数，表下没有说明" },
    },
  ),
  inspection(
    "S14",
    "error",
    "写明是空表的，收支总表、收入表、财政拨款总表的相应数也为零",
    "一处说没有，另一处有数，必有一错",
    contradictions,
    {
      examples: { holds: "基金表为空表，收支总表政府性基金为空", fails: "基金表为空表，收支总表政府性基金 45.00" },
    },
  ),
];

/** Tables below which a sentence about nothing is usual. Which of them must have it, the family says. */
const OFTEN_EMPTY: readonly TableKey[] = ["funds", "stateCapital", "threePublic", "commissioned", "carriedOver"];

function firstAmount(recognised: Recognised, table: Table): FindingCell | null {
  for (const row of table.rows)
    for (const column of table.columns.keys()) {
      const reading = table.read(row, column);
      if (reading?.kind === "amount" && !reading.shown.isZero()) return amountCell(recognised, table, row, column);
    }
  return null;
}

function sentences(recognised: Recognised): Inspection {
  const remarks: Remark[] = [];
  let holds = 0;
  for (const key of OFTEN_EMPTY) {
    const table = recognised.tables.get(key);
    if (!table) continue;
    const amount = firstAmount(recognised, table);
    const { note } = table.facts;
    if (amount && note)
      remarks.push({
        key,
        message: `${table.label}有数（${amount.value}），表下却写“${note.text}”。`,
        cells: [amount, pointTo(note.cell, { table: table.number, value: note.text })],
        advice: "有数的表请删去空表说明。",
      });
    else if (!amount && !note && table.spec.empty === "says so")
      remarks.push({
        key,
        message: `${table.label}没有数，表下也没有空表说明。`,
        cells: [
          pointTo(table.title?.cell ?? { sheet: table.sheet.name, row: table.area.top, column: table.area.left }, { table: table.number }),
        ],
        advice: `请在表下写明“${emptySentence(recognised, table)}”`,
      });
    else if (!amount && note && isOfAnother(key, note.text))
      remarks.push({
        key,
        message: `${table.label}没有数，表下的说明写的却是别的表：“${note.text}”。`,
        cells: [pointTo(note.cell, { table: table.number, value: note.text })],
        advice: `请改成“${emptySentence(recognised, table)}”`,
      });
    else holds++;
  }
  return inspected(holds, remarks);
}

/** What a sentence under an empty table says there is nothing of. */
const NOTHING_OF: Readonly<Partial<Record<TableKey, RegExp>>> = {
  funds: /基金/,
  stateCapital: /国有资本|国资/,
  threePublic: /三公|机关运行|出国|用车|接待/,
  commissioned: /委托/,
  carriedOver: /结转|结余/,
};

/** It names what another of these tables is of, and not what this one is. */
const isOfAnother = (key: TableKey, note: string): boolean =>
  NOTHING_OF[key]?.test(note) === false && OFTEN_EMPTY.some((other) => other !== key && NOTHING_OF[other]?.test(note) === true);

/** The sentence below the table where it is empty, as this workbook's template prints it. */
function emptySentence({ template: { paper }, organisation, organisationKind: kind, year }: Recognised, table: Table): string {
  const title = table.title?.text ?? table.label;
  const nothing = table.spec.nothing ?? "安排的支出";
  const name = organisation ?? "";
  return paper && year !== null
    ? paper.emptySentence(nothing, { title, year, kind, organisation: name })
    : `${name}${year === null ? "本" : String(year)}年没有${nothing}，${title}为空表。`;
}

interface Counterpart {
  readonly table: TableKey;
  /** null: the total row. */
  readonly line: string | null;
  readonly column: string;
}

/** Where the amounts of a table that may be empty stand elsewhere. */
const counterparts: Readonly<Partial<Record<TableKey, readonly Counterpart[]>>> = {
  funds: [
    { table: "overview", line: "政府性基金预算拨款", column: "收入预算数" },
    { table: "income", line: null, column: "政府性基金预算" },
    { table: "income", line: null, column: "上级政府性基金转移支付" },
    { table: "fiscal", line: null, column: "政府性基金预算" },
  ],
  stateCapital: [
    { table: "overview", line: "国有资本经营预算拨款", column: "收入预算数" },
    { table: "income", line: null, column: "国有资本经营预算" },
    { table: "income", line: null, column: "上级国有资本经营预算转移支付" },
    { table: "fiscal", line: null, column: "国有资本经营预算" },
  ],
  carriedOver: [
    { table: "overview", line: "上年结转结余", column: "收入预算数" },
    { table: "income", line: null, column: "财政拨款结转" },
    { table: "income", line: null, column: "非财政拨款结转结余" },
  ],
};

function contradictions(recognised: Recognised): Inspection {
  const remarks: Remark[] = [];
  let holds = 0;
  const money = new Money(recognised);
  for (const key of ["funds", "stateCapital", "carriedOver"] as const) {
    const table = recognised.tables.get(key);
    const note = table?.facts.note;
    if (!table || !note) continue;
    const others = (counterparts[key] ?? []).flatMap(({ table: other, line, column }) => {
      const found = recognised.tables.get(other);
      const row = found && (line === null ? found.total() : found.line(line));
      const amount = found && row ? found.amount(row, column) : null;
      const cell = found && row && amount && !amount.isZero() ? amountCell(recognised, found, row, column) : null;
      return found && cell && amount ? [{ found, cell, amount }] : [];
    });
    if (others.length === 0) holds++;
    else
      remarks.push({
        key,
        message: `${table.label}写明是空表，${others.map(({ found, cell, amount }) => `${found.label} ${cell.rowLabel}·${cell.columnLabel}却有 ${money.shown(amount)}`).join("，")}。`,
        cells: [pointTo(note.cell, { table: table.number, value: note.text }), ...others.map(({ cell }) => cell)],
        advice: `请核对：有这笔钱的补填${table.label}，没有的改正另一处。`,
      });
  }
  return holds + remarks.length === 0 ? nothing : { holds, remarks };
}
