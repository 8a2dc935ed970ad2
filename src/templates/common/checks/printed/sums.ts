import { Exact } from "../../../../amount/exact";
import { byHowMuch, formatAmount, GROUPED } from "../../../../amount/format";
import { inspected, inspection, type Check, type Inspection, type Remark } from "../../../../checks/engine/check";
import { pointTo } from "../../../../checks/engine/point";
import { sheetsSeen } from "../../../../workbook/own-sheets";
import type { Recognised, Table } from "../../../../workbook/recognised";
import { known } from "./known-sums";
import { lined } from "./line-sums";
import { acrossOf, comesOut, downOf, type Broken } from "./relations";
import { amountAt, nameAt, regionsOf, type Region, type RegionColumn } from "./region";

/**
 * G01–G03, G07, G08: sums of tables and columns that no identity knows. Nothing but the sheet itself says what is added up: a heading 合计 and
 * amounts that come out nearly everywhere. Where they do not, nothing is said.
 */
export const printedSums: readonly Check[] = [
  inspection("G01", "warning", "合计列是它右边各列之和", "同一张表里别的行都相等，只有这一行不等", across, {
    examples: { holds: "合计 30.00，一般公共预算 20.00，单位资金 10.00", fails: "合计 30.00，一般公共预算 20.00，单位资金 11.00" },
  }),
  inspection("G02", "warning", "合计行、单位的小计是下面各行之和", "同一行里别的列都相等，只有这一列不等", down, {
    examples: { holds: "合计 30.00，两个项目 20.00、10.00", fails: "合计 30.00，两个项目 20.00、11.00" },
  }),
  inspection("G03", "warning", "还不认得的列，类、款、项也逐级相加", "同一列里别的科目都相等，只有这一个不等", hierarchy, {
    examples: { holds: "上年预算数：类 30.00，两款 20.00、10.00", fails: "上年预算数：类 30.00，两款 20.00、11.00" },
  }),
  inspection(
    "G07",
    "warning",
    "收支总表里一行一行列出的，合计是上面各行之和，一项是它下面编号的各行之和",
    "同一张表里别的合计都相等，只有这一个不等",
    lined,
    {
      examples: {
        holds: "一、财政拨款 20.00，二、其他收入 10.00，本年收入合计 30.00",
        fails: "一、财政拨款 20.00，二、其他收入 11.00，本年收入合计 30.00",
      },
    },
  ),
  inspection(
    "G08",
    "warning",
    "“三公”经费是因公出国（境）、公务用车、公务接待之和，政府采购是货物、工程、服务之和",
    "上年的数、增减额、没有公式管着的采购表都要加得起来",
    known,
    {
      examples: { holds: "合计 6.00，货物 1.00，工程 2.00，服务 3.00", fails: "合计 6.00，货物 1.00，工程 2.00，服务 4.00" },
    },
  ),
];

/** Tables of fixed lines: what comes to what stands in no heading. */
const LINED: ReadonlySet<string> = new Set(["panels", "lines", "oneRow"]);
const BY_SUBJECT: ReadonlySet<string> = new Set(["class", "group", "item"]);
/** Tables whose columns the identities hold against each other. */
const KNOWN_ACROSS = new Set(["expenditure", "fiscal", "general", "basic", "funds", "stateCapital"]);

interface Placed {
  readonly region: Region;
  /** The table that was recognised there. */
  readonly table: Table | null;
}

function placed({ workbook, tables }: Recognised): readonly Placed[] {
  const all = [...tables.values()];
  return sheetsSeen(workbook).flatMap((sheet) =>
    regionsOf(sheet).map((region) => {
      const [first = 0] = region.rows;
      const row = sheet.top + first;
      const table = all.find((one) => one.sheet.name === sheet.name && row >= one.area.top && row <= one.area.bottom) ?? null;
      return { region, table };
    }),
  );
}

/** Whether a column of a sheet is one of the table's own that were found. */
const isFound = (table: Table | null, { sheet }: Region, { index }: RegionColumn): boolean =>
  table !== null && table.rows.some((row) => [...table.columns.keys()].some((key) => table.cell(row, key)?.column === sheet.left + index));

function across(recognised: Recognised): Inspection {
  let holds = 0;
  const remarks: Remark[] = [];
  for (const { region, table } of placed(recognised)) {
    if (table && LINED.has(table.spec.layout)) continue;
    for (const one of acrossOf(region)) {
      if (table && KNOWN_ACROSS.has(table.key) && [one.total, ...one.parts].every((column) => isFound(table, region, column))) continue;
      holds += one.holds;
      remarks.push(...one.broken.map((broken) => remarkOf(region, broken, `同一张表另外${String(broken.others)}行都相等`)));
    }
  }
  return inspected(holds, remarks);
}

function down(recognised: Recognised): Inspection {
  const remarks: Remark[] = [];
  let holds = 0;
  for (const { region, table } of placed(recognised)) {
    if (table && ((LINED.has(table.spec.layout) && table.spec.layout !== "oneRow") || table.rows.some(({ kind }) => BY_SUBJECT.has(kind))))
      continue;
    const broken = downOf(region);
    holds += broken.length === 0 ? 1 : 0;
    remarks.push(...broken.map((one) => remarkOf(region, one, `同一行另外${String(one.others)}列都相等`)));
  }
  return inspected(holds, remarks);
}

function hierarchy(recognised: Recognised): Inspection {
  let holds = 0;
  const remarks: Remark[] = [];
  for (const { region, table } of placed(recognised)) {
    if (table === null || table.spec.classification === null || table.spec.layout !== "coded") continue;
    for (const column of region.columns) {
      if (isFound(table, region, column)) continue;
      const found = nodesOf(table, region).map(({ row, below }) => node(region, column, row, below));
      const [right, wrong] = [found.filter((one) => one?.comesOut === true), found.filter((one) => one?.comesOut === false)];
      if (right.length < LEAST || wrong.length * LEAST > right.length) continue;
      holds += right.length;
      for (const one of wrong)
        if (one) remarks.push(remarkOf(region, { ...one.broken, others: right.length }, `同一列另外${String(right.length)}处都相等`));
    }
  }
  return inspected(holds, remarks);
}
const LEAST = 3;

/** Every row of a table by subject that others stand below, and these. */
function nodesOf({ rows, sheet }: Table, region: Region): readonly { readonly row: number; readonly below: readonly number[] }[] {
  const at = (position: number): number => position - sheet.top;
  const own = rows.filter(({ position }) => region.rows.includes(at(position)));
  const byKind = (kind: string, prefix: string): readonly number[] =>
    own.filter((row) => row.kind === kind && (row.code ?? "").startsWith(prefix)).map(({ position }) => at(position));
  return own.flatMap(({ kind, code, position }) => {
    const below =
      kind === "total"
        ? byKind("class", "")
        : kind === "class"
          ? byKind("group", code ?? "")
          : kind === "group"
            ? byKind("item", code ?? "")
            : [];
    return below.length > 0 ? [{ row: at(position), below }] : [];
  });
}

function node(
  region: Region,
  column: RegionColumn,
  row: number,
  below: readonly number[],
): { readonly comesOut: boolean; readonly broken: Broken } | null {
  const said = amountAt(region, row, column) ?? Exact.zero;
  const values = below.flatMap((one) => amountAt(region, one, column) ?? []);
  const sum = Exact.sum(values);
  if (said.isZero() && sum.isZero()) return null;
  const parts = below.map((one) => ({ row: one, column }));
  return {
    comesOut: comesOut(region, said, sum, values.length),
    broken: { total: { row, column }, parts, said, sum, others: 0 },
  };
}

function remarkOf(region: Region, { total, parts, said, sum }: Broken, others: string): Remark {
  const { sheet } = region;
  const cells = [total, ...parts].map(({ row, column }) =>
    pointTo(
      { sheet: sheet.name, row: sheet.top + row, column: sheet.left + column.index },
      { row: nameAt(region, row), column: column.heading.replace(/\s+/g, ""), value: amountAt(region, row, column)?.toFixed(2) ?? "" },
    ),
  );
  const shown = [total, ...parts].flatMap(({ row, column }) => amountAt(region, row, column) ?? []).slice(1);
  const sumWords = shown.length > 0 && shown.length <= MOST_SHOWN ? `${shown.map((one) => formatAmount(one, GROUPED)).join(" + ")} = ` : "";
  const heading = total.column.heading.replace(/\s+/g, "");
  return {
    key: `${sheet.name} ${String(total.row)} ${String(total.column.index)}`,
    message: `${sheet.name}第${String(sheet.top + total.row + 1)}行“${nameAt(region, total.row)}”的“${heading}”是${formatAmount(said, GROUPED)}，各项合起来${sumWords}${formatAmount(sum, GROUPED)}，${byHowMuch(said.minus(sum))}。${others}。`,
    cells,
    advice: "请核对这几格，看是哪一个写错了。",
  };
}
const MOST_SHOWN = 8;
