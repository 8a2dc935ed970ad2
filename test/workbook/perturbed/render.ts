import { tableKeys } from "../../support/xinjiang";
import type { TableKey } from "../../../src/templates/define";
import type { CellValue, PlainSheet, PlainWorkbook } from "../../../src/workbook/plain";
import { layRow, orderedRows, type ExpectedRow } from "./body-rows";
import type { Document, DocumentTable } from "./document";
import { headingRows, laidColumns, numberRow, type LaidColumn } from "./headings";
import type { Layout } from "./layout";
import { Random } from "./random";
import type { WrittenAmount } from "./write-amount";

/** A document laid out, and what must be read back from it. */
export interface Rendered {
  readonly workbook: PlainWorkbook;
  readonly expected: ReadonlyMap<TableKey, ExpectedTable>;
  /** By sheet name, which cells hold the document's amounts, in the shape of `values`. */
  readonly amountCells: ReadonlyMap<string, readonly (readonly boolean[])[]>;
}

export interface ExpectedTable {
  readonly number: number;
  readonly columns: readonly string[];
  readonly left: readonly ExpectedRow[];
  readonly right: readonly ExpectedRow[];
}

type Line = readonly WrittenAmount[];
interface Block {
  readonly table: DocumentTable;
  readonly lines: readonly Line[];
}

const PAGE = 6;
const BLANK: WrittenAmount = { value: null };
const line = (...values: CellValue[]): Line => values.map((value) => ({ value }));

export function render(document: Document, layout: Layout): Rendered {
  const random = new Random(layout.seed);
  const expected = new Map<TableKey, ExpectedTable>();
  const blocks = document.tables.map((table): Block => {
    const laid = layTable(document, table, layout, random);
    expected.set(table.key, laid.expected);
    return { table, lines: laid.lines };
  });
  const amountCells = new Map<string, readonly (readonly boolean[])[]>();
  const sheets = stack(blocks, layout).map((group) => sheetOf(group, layout, random, amountCells));
  return {
    workbook: { name: "部门预算公开表.xlsx", sheets: arrange([...sheets, ...extraSheets(document, layout)], layout, random) },
    expected,
    amountCells,
  };
}

function layTable(
  document: Document,
  table: DocumentTable,
  layout: Layout,
  random: Random,
): { lines: readonly Line[]; expected: ExpectedTable } {
  const columns = laidColumns(table, layout);
  const { unit, stated } = unitOf(table, layout);
  const head = headLines(document, table, columns, layout, stated);
  const headings = [
    ...headingRows(table, columns, layout, layout.unit === "inHeading" ? unit : null),
    ...[numberRow(columns, layout)].filter((row) => row !== null),
  ].map((row) => line(...row));
  const keys = columns.flatMap((column) => (column.key === null ? [] : [column.key]));
  const rows = orderedRows(table, layout);
  const odd = layout.oddCells === "none" ? -1 : random.below(rows.length);
  const laid = rows.map((row, index) =>
    layRow(document, table, columns, row, index, unit, layout, index === odd ? (keys[random.below(keys.length)] ?? null) : null, random),
  );
  const body = laid.flatMap((row, index): Line[] => {
    const lines: Line[] = [row.cells];
    if (layout.blankRows === "inside" && index % 4 === 3) lines.push([]);
    if (layout.pages !== "none" && index % PAGE === PAGE - 1 && index < laid.length - 1)
      lines.push(...pageHead(head, headings, columns, layout));
    return lines;
  });
  const note = table.note === null ? [] : [line(table.note)];
  return {
    lines: [...head, ...headings, ...body, ...note, ...trailing(columns, layout)],
    expected: {
      number: table.number,
      columns: keys,
      left: columns.some((column) => column.key !== null && column.side === "left") ? laid.flatMap((row) => row.left ?? []) : [],
      right: columns.some((column) => column.key !== null && column.side === "right") ? laid.flatMap((row) => row.right ?? []) : [],
    },
  };
}

function unitOf(table: DocumentTable, layout: Layout): { unit: "万元" | "元"; stated: string | null } {
  const odd = (tableKeys.indexOf(table.key) + 1) % 2 === 1;
  switch (layout.unit) {
    case "万元":
    case "元":
      return { unit: layout.unit, stated: layout.unit };
    case "evidentYuan":
      return { unit: "元", stated: null };
    case "mixed":
      return odd ? { unit: "元", stated: "元" } : { unit: "万元", stated: "万元" };
    case "partlyYuan":
      return odd ? { unit: "元", stated: null } : { unit: "万元", stated: "万元" };
    case "inHeading":
      return { unit: tableKeys.indexOf(table.key) >= 3 ? "元" : "万元", stated: null };
    case "unstated":
      return { unit: "万元", stated: null };
  }
}

function headLines(document: Document, table: DocumentTable, columns: readonly LaidColumn[], layout: Layout, unit: string | null): Line[] {
  const colon = layout.head === "halfWidth" ? ":" : "：";
  const organisation = `编制${document.kind}${layout.head === "stamped" ? "（公章）" : ""}${colon}${document.organisation}`;
  const stated = unit === null ? null : `单位${colon}${unit}`;
  const gap = Array.from({ length: Math.max(0, columns.length - 2) }, () => null);
  const title = titleOf(document, table, layout, unit);
  return [
    ...(layout.numberCell === "none"
      ? []
      : [line(`表${layout.numberCell === "colon" ? `${String(table.number)}:` : ` ${String(table.number)}`}`)]),
    ...(title === null ? [] : [line(title)]),
    ...(layout.title === "subtitle" ? [line(`（${String(document.year)}年度预算）`)] : []),
    ...(layout.head === "split"
      ? [line(`编制${document.kind}：`, document.organisation, ...gap.slice(1), ...(unit === null ? [] : ["单位：", unit]))]
      : layout.head === "oneCell"
        ? [line(stated === null ? organisation : `${organisation}        ${stated}`)]
        : layout.head === "twoRows"
          ? [line(organisation), ...(stated === null ? [] : [line(...gap, stated)])]
          : [line(organisation, ...gap, stated)]),
  ];
}

function titleOf(document: Document, table: DocumentTable, layout: Layout, unit: string | null): string | null {
  const { title, number } = table;
  switch (layout.title) {
    case "own":
    case "subtitle":
      return title;
    case "numbered":
      return `表 ${String(number)} ${title}`;
    case "numberedColon":
      return `表${String(number)}：${title}`;
    case "spaced":
      return Array.from(title).join(" ");
    case "organisation":
      return `${document.organisation}${String(document.year)}年${title}`;
    case "year":
      return `${String(document.year)}年${title}`;
    case "brackets":
      return `${title}（${String(document.year)}年）`;
    case "withUnit":
      return unit === null ? title : `${title}（单位：${unit}）`;
    case "missing":
      return null;
  }
}

function pageHead(head: readonly Line[], headings: readonly Line[], columns: readonly LaidColumn[], layout: Layout): readonly Line[] {
  switch (layout.pages) {
    case "headings":
      return headings;
    case "title":
      return [
        line("第 1 页"),
        ...head
          .slice(0, 1)
          .map(([first]) =>
            line(typeof first?.value === "string" && first.value.endsWith("表") ? `${first.value}（续表）` : (first?.value ?? null)),
          ),
        ...headings,
      ];
    case "signed":
      return [...signatures(columns), ...head, ...headings];
    default:
      return [...head, ...headings];
  }
}

/** Signatures with numbers under the amounts: telephone numbers, dates, years. */
function signatures(columns: readonly LaidColumn[]): readonly Line[] {
  const label = Math.max(
    0,
    columns.findIndex((column) => column.role === "name" || column.role === "label"),
  );
  const row = (text: string, ...numbers: CellValue[]): Line => {
    let next = 0;
    return columns.map((column, index): WrittenAmount =>
      index === label ? { value: text } : column.role === "amount" ? { value: numbers[next++ % numbers.length] ?? null } : BLANK,
    );
  };
  return [
    row("单位负责人：张三", 13999112233, "2026-02-10"),
    row("填表人：李四", 20260210, 2026, 46063),
    row("联系电话", "0998-1234567", 2123456),
  ];
}

function trailing(columns: readonly LaidColumn[], layout: Layout): readonly Line[] {
  const notes = [line("注：1. 本表按预算法的规定公开，数据四舍五入。", null, null, null, null, 2026), line(null, "说明：本表不含涉密项目")];
  switch (layout.trailing) {
    case "none":
      return [];
    case "notes":
      return notes;
    case "signatures":
      return signatures(columns);
    case "both":
      return [[], ...notes, ...signatures(columns)];
  }
}

function stack(blocks: readonly Block[], layout: Layout): readonly (readonly Block[])[] {
  const size = layout.stacked === "no" ? 1 : layout.stacked.startsWith("pairs") ? 2 : blocks.length;
  return Array.from({ length: Math.ceil(blocks.length / size) }, (_, index) => blocks.slice(index * size, (index + 1) * size));
}

function sheetOf(
  group: readonly Block[],
  layout: Layout,
  random: Random,
  amountCells: Map<string, readonly (readonly boolean[])[]>,
): PlainSheet {
  const between: Line[] = layout.stacked.endsWith("Close") ? [] : [[], []];
  const lines = group.flatMap((block, index) => [...(index === 0 ? [] : between), ...block.lines]);
  const above: Line[] = layout.shift === "rows" ? [[], [], []] : [];
  const before = layout.shift === "columns" ? [BLANK, BLANK] : [];
  const all = [...above, ...lines.map((cells) => [...before, ...cells])];
  const hidden = layout.visibility !== "visible" && random.below(2) === 0;
  const name = sheetName(group[0]?.table, layout);
  amountCells.set(
    name,
    all.map((cells) => cells.map((cell) => cell.isAmount === true)),
  );
  return {
    name,
    visibility: hidden ? layout.visibility : "visible",
    top: layout.shift === "both" ? 4 : 0,
    left: layout.shift === "both" ? 3 : 0,
    values: all.map((cells) => cells.map((cell) => cell.value)),
    formats: all.map((cells) => cells.map((cell) => cell.format)),
    formulas: [],
  };
}

function sheetName(table: DocumentTable | undefined, layout: Layout): string {
  if (!table) return "空";
  const number = String(table.number);
  switch (layout.sheetNames) {
    case "plain":
      return `表${number}`;
    case "gk":
      return `GK${number.padStart(2, "0")}`;
    case "titled":
      return `${number}.${table.title}`;
    case "numbered":
      return number;
    case "generic":
      return `Sheet${String(table.number + 2)}`;
    case "numberTitle":
      return `表${number} ${table.title}`;
    case "short":
      return `${number}${table.title.replace(/(?:明细)?(?:情况)?(?:明细)?表$/, "")}`;
  }
}

function extraSheets(document: Document, layout: Layout): readonly PlainSheet[] {
  const plain = (name: string, ...values: CellValue[][]): PlainSheet => ({
    name,
    visibility: "visible",
    top: 0,
    left: 0,
    values,
    formats: [],
    formulas: [],
  });
  const year = String(document.year);
  const cover = plain(
    "封面",
    [`${document.organisation}${year}年部门预算公开`],
    [],
    [`编制${document.kind}：${document.organisation}`],
    [`${year}年2月10日`],
  );
  const list = plain("目录", ["目  录"], ...document.tables.map((table) => [`表${String(table.number)}`, table.title, table.number + 3]));
  const notes = plain(
    "说明",
    [`第三部分 ${year}年部门预算情况说明`],
    ["一般公共预算1,219.43万元，占99.84%。", 1219.43],
    ["项目", "合计", "备注"],
    ["其他收入", 12.5, "见表1"],
  );
  const inputs = [
    plain("填报-基本信息", ["项目", "内容"], ["预算年度", document.year]),
    plain("填报-上年对比", ["类别", "科目编码", "名称", "上年预算数", "主要原因"], ["收入来源", null, "一般公共预算", 88.8, "略"]),
  ];
  switch (layout.extraSheets) {
    case "none":
      return [];
    case "cover":
      return [cover];
    case "list":
      return [list];
    case "notes":
      return [notes];
    case "inputs":
      return inputs;
    case "all":
      return [cover, list, notes, ...inputs];
  }
}

function arrange(sheets: readonly PlainSheet[], layout: Layout, random: Random): readonly PlainSheet[] {
  return layout.order === "published" ? sheets : layout.order === "reversed" ? [...sheets].reverse() : random.shuffled(sheets);
}
