import { fullAddress } from "../../../../amount/cell-ref";
import { normalise } from "../../../../text/wording";
import type { Recognised, Row, Table } from "../../../../workbook/recognised";
import { subjectsInUse, type SubjectsInUse } from "../../../../workbook/subjects-in-use";
import { inspected, inspection, type Check, type Inspection, type Remark } from "../../../../checks/engine/check";
import { labelOf, nameCell, pointTo } from "../../../../checks/engine/point";
import { sections, subjectRows, type Placed } from "./rows";

/** K01, K02, K05, K06: codes are whole, known, in order, once. */
export const codeChecks: readonly Check[] = [
  inspection(
    "K01",
    "error",
    "功能分类编码 类3位、款2位、项2位，经济分类编码 类3位、款2位，保留前导0",
    "编码不完整就认不出科目",
    wellFormed,
    {
      examples: { holds: "302 01", fails: "302 1" },
    },
  ),
  inspection(
    "K02",
    "info",
    "编码在当年的政府收支分类科目中：先看工作表“科目表”，再看内置科目",
    "内置科目只收录公开文本中见过的功能科目和部门预算支出经济分类，不在其中的请对照当年《政府收支分类科目》",
    known,
    {
      examples: { holds: "2010301 行政运行", fails: "2010388，科目表和内置科目里都没有" },
    },
  ),
  inspection("K05", "warning", "科目按编码从小到大排列", "公开表按科目编码顺序排列", ascending, {
    examples: { holds: "30216、30217", fails: "30217、30216" },
  }),
  inspection("K06", "error", "同一张表里科目不重复（表7以编码加项目名称为准）", "重复的科目会重复计算", once, {
    examples: { holds: "30216 一行", fails: "30216 两行" },
  }),
];

function wellFormed(recognised: Recognised): Inspection {
  const remarks: Remark[] = [];
  let holds = 0;
  for (const table of recognised.tables.values()) {
    if (table.spec.classification === null || table.spec.layout === "panels") continue;
    const amounts = Math.min(...[...table.columns.values()].map((column) => column.position));
    const short: Short[] = [];
    for (const row of table.rows) {
      if (row.malformedCode !== null && !isRemark(table, row))
        remarks.push({
          key: `${table.key}|${row.malformedCode}|${row.name}`,
          message: `${fullAddress(table.labelCell(row))} ${row.name} 的科目编码“${row.malformedCode}”不完整或不是${table.spec.classification === "functional" ? "功能" : "经济"}分类编码，这一行没有核对。`,
          cells: [nameCell(table, row)],
          advice: "请改为完整编码。",
        });
      else if (row.malformedCode === null && row.code !== null) {
        const found = lostZero(table, row, amounts);
        if (found === null) holds++;
        else short.push({ row, ...found });
      }
    }
    remarks.push(...withoutZeros(table, short));
  }
  return inspected(holds, remarks);
}

/** Codes that a number format cut short: one remark a table, since one format does it to all. */
function withoutZeros(table: Table, short: readonly Short[]): readonly Remark[] {
  const [first] = short;
  if (!first) return [];
  const more = short.length > 1 ? `等 ${short.length} 格` : "";
  return [
    {
      key: `${table.key}|zeros`,
      message: `${fullAddress(first.cell)} ${labelOf(first.row)} ${more}的编码写作“${first.text}”，少了前导0。`,
      cells: short
        .slice(0, MOST_SHOWN)
        .map(({ cell, row, text }) => pointTo(cell, { table: table.number, row: labelOf(row), value: text })),
      advice: "请把编码列设为文本格式，写两位数。",
    },
  ];
}

/** Sentences and signatures below a table stand in its code column too: no digits of a code, no amounts beside them. */
function isRemark(table: Table, row: Row): boolean {
  if (/空表|[，。；：]/.test(row.malformedCode ?? "") || (row.malformedCode ?? "").length > LONGEST_CODE) return true;
  const cells = table.sheet.values[row.position - table.sheet.top] ?? [];
  return (
    !/\d/.test(row.malformedCode ?? "") &&
    ![...table.columns.values()].some((column) => typeof cells[column.position - table.sheet.left] === "number")
  );
}

const LONGEST_CODE = 16;
/** Cells shown of a remark that speaks of many. */
const MOST_SHOWN = 20;

/** A row whose code lost a zero, and where. */
interface Short {
  readonly row: Row;
  readonly text: string;
  readonly cell: { readonly sheet: string; readonly row: number; readonly column: number };
}

/** A group's or item's own digits shown as one (1 for 01); numbers formatted "00" show both. `amounts`: the table's first amount column. */
function lostZero(table: Table, row: Row, amounts: number): Omit<Short, "row"> | null {
  const { sheet, area } = table;
  const index = row.position - sheet.top;
  for (let column = area.left; column < Math.min(row.labelColumn, amounts); column++) {
    const value = sheet.values[index]?.[column - sheet.left];
    const format = sheet.formats[index]?.[column - sheet.left];
    if (value === null || value === undefined || value === "") continue;
    if (typeof value === "number" && (value > 9 || /^0{2,}$/.test(format ?? ""))) continue;
    const text = typeof value === "number" || typeof value === "string" ? normalise(String(value)) : "";
    if (/^\d$/.test(text)) return { text, cell: { sheet: sheet.name, row: row.position, column } };
  }
  return null;
}

function known(recognised: Recognised): Inspection {
  const subjects = subjectsInUse(recognised);
  const unknown = new Map<string, Placed>();
  let holds = 0;
  for (const placed of subjectRows(recognised)) {
    const { table, row } = placed;
    if (row.code === null || row.kind === "project") continue;
    if (subjects.find(row.code, table.spec.classification ?? "functional")?.inYear === true) holds++;
    else if (!unknown.has(row.code)) unknown.set(row.code, placed);
  }
  const lists = subjects.own ? `工作表“${subjects.own.sheet}”和内置科目里` : "内置科目里";
  const missing = [...unknown.values()];
  const [named, others] = [missing.slice(0, ONE_BY_ONE), missing.slice(ONE_BY_ONE)];
  const remarks = named.map(({ table, row }): Remark => ({
    key: row.code ?? "",
    message: `${table.label}的科目 ${labelOf(row)} ${isOfOtherYears(subjects, table, row) ? `不是${String(recognised.year)}年的科目` : `不在${lists}`}。`,
    cells: [nameCell(table, row)],
    advice: ADVICE,
  }));
  if (others.length > 0)
    remarks.push({
      key: "others",
      message: `另有 ${others.length} 个科目不在${lists}：${others
        .slice(0, 3)
        .map(({ row }) => labelOf(row))
        .join("、")}等。`,
      cells: others.slice(0, ONE_BY_ONE).map(({ table, row }) => nameCell(table, row)),
      advice: ADVICE,
    });
  return inspected(holds, [...remarks, ...listUsed(subjects)]);
}

const ADVICE = "请对照当年《政府收支分类科目》核对编码和名称。";

function isOfOtherYears(subjects: SubjectsInUse, { spec }: Table, { code }: Row): boolean {
  return code !== null && subjects.find(code, spec.classification ?? "functional") !== null;
}

/** Which list the subjects were held against is said where it is not the built-in one. */
function listUsed({ own }: SubjectsInUse): readonly Remark[] {
  if (!own || own.subjects.length === 0) return [];
  const message = `科目先按工作表“${own.sheet}”（${own.subjects.length} 行）核对，其中没有的按内置科目核对。`;
  return [{ key: "list", message, cells: [pointTo({ sheet: own.sheet, row: 0, column: 0 })] }];
}

/** Unknown subjects named one by one; a workbook of another classification has thousands. */
const ONE_BY_ONE = 50;

function ascending(recognised: Recognised): Inspection {
  return bySection(recognised, (table, rows) => {
    const coded = rows.filter((row) => row.code !== null);
    const at = coded.findIndex((row, index) => index > 0 && (coded[index - 1]?.code ?? "") > (row.code ?? ""));
    const [before, row] = [coded[at - 1], coded[at]];
    if (!before || !row) return [];
    return [
      {
        key: `${table.key}|${row.code ?? ""}`,
        message: `${table.label}的 ${labelOf(row)} 排在 ${labelOf(before)} 后面，编码没有从小到大排。`,
        cells: [nameCell(table, row), nameCell(table, before)],
      },
    ];
  });
}

function once(recognised: Recognised): Inspection {
  return bySection(recognised, (table, rows) => {
    const seen = new Map<string, Row>();
    const remarks: Remark[] = [];
    for (const row of rows) {
      if (row.code === null) continue;
      const key = row.kind === "project" ? `${row.code}|${normalise(row.project ?? "")}` : row.code;
      const first = seen.get(key);
      if (!first) seen.set(key, row);
      else
        remarks.push({
          key: `${table.key}|${key}`,
          message: `${table.label}的 ${row.kind === "project" ? `${row.code} ${row.project ?? ""}` : labelOf(row)} 出现两次：第${first.position + 1}行、第${row.position + 1}行。`,
          cells: [nameCell(table, first), nameCell(table, row)],
          advice: "请合并为一行，或改正编码。",
        });
    }
    return remarks;
  });
}

function bySection(recognised: Recognised, look: (table: Table, rows: readonly Row[]) => readonly Remark[]): Inspection {
  const remarks: Remark[] = [];
  let holds = 0;
  for (const table of recognised.tables.values()) {
    if (table.spec.layout !== "coded" && table.spec.layout !== "projects") continue;
    for (const rows of sections(table)) {
      if (!rows.some((row) => row.code !== null)) continue;
      const found = look(table, rows);
      if (found.length === 0) holds++;
      remarks.push(...found);
    }
  }
  return inspected(holds, remarks);
}
