import { fullAddress, type CellRef } from "../../../../amount/cell-ref";
import { normalise, withoutPageNumber } from "../../../../text/wording";
import type { ExchangedTitles, Recognised, Table } from "../../../../workbook/recognised";
import { inspected, inspection, type Check, type Inspection, type Remark } from "../../../../checks/engine/check";
import { pointTo } from "../../../../checks/engine/point";
import { officialTitle, rightTitles } from "../../../family";
import { titleWords } from "./titles";

/** S01, S02, S06: every table there, once, under its title, with its columns. */
export const tableChecks: readonly Check[] = [
  inspection(
    "S01",
    "error",
    "模板规定的各张表齐全，表号连续、不重复",
    "公开要求各表齐全；缺表无法核对，重复的表不知以哪张为准",
    allTables,
    {
      examples: { holds: "12张表都在，各一张", fails: "缺表6" },
    },
  ),
  inspection("S02", "warning", "表题与模板规定的题名一致，部门、单位称谓一致，与目录一致", "题名与模板不一致会被认为漏表或错表", titles, {
    examples: { holds: "表6写“一般公共预算基本支出情况表”", fails: "表6写“一般公共预算基本支出表”" },
  }),
  inspection("S06", "error", "每张表的金额列都能按列标题找到", "找不到列就无法核对，不能当作通过", columns, {
    examples: { holds: "表3有“基本支出”列", fails: "表3的“基本支出”写成“基本费用”" },
  }),
];

function allTables(recognised: Recognised): Inspection {
  const { missing, template } = recognised;
  const remarks: Remark[] = recognised.duplicates.map(({ key, sheet, range }) => {
    const table = recognised.tables.get(key);
    return {
      key: `duplicate ${key} ${sheet}`,
      message: `${table?.label ?? "表"}有两张：工作表“${table?.sheet.name ?? ""}”已采用，工作表“${sheet}”${range}也是同一张表，没有核对。`,
      cells: [pointTo({ sheet, row: 0, column: 0 }, { table: table?.number ?? null })],
      advice: "公开的工作簿里只留一张；另一张请删去或隐藏。",
      severity: hidden(recognised, sheet) ? "info" : "error",
    };
  });
  for (const table of recognised.tables.values()) {
    const printed = printedNumberOf(table);
    if (printed && table.number !== null && printed.number !== table.number)
      remarks.push({
        key: `number ${table.key}`,
        message: `${table.title?.text ?? table.label}上写的是“表${printed.number}”，按这套版式应为${table.label}。`,
        cells: [pointTo(printed.cell, { table: table.number })],
        severity: "warning",
      });
  }
  const words = missing.map(({ label, spec }) => `${label} ${officialTitle(template, spec, recognised.organisationKind)}`).join("、");
  return {
    holds: Math.max(0, recognised.tables.size - remarks.length),
    remarks,
    notRun:
      missing.length === 0
        ? []
        : [
            {
              key: "missing",
              message: `缺 ${missing.length} 张表：${words}。用到这些表的审核都没有执行。`,
              advice: "补上缺的表；已有而没认出来的，请指定是哪张工作表。",
            },
          ],
  };
}

function hidden(recognised: Recognised, sheet: string): boolean {
  return recognised.workbook.sheets.some(({ name, visibility }) => name === sheet && visibility !== "visible");
}

/** "表5" as it stands in the table's head. */
function printedNumberOf(table: Table): { readonly number: number; readonly cell: { sheet: string; row: number; column: number } } | null {
  const { sheet, area } = table;
  const last = table.title?.cell.row ?? area.top;
  for (let row = area.top; row <= last; row++) {
    const cells = sheet.values[row - sheet.top] ?? [];
    for (const [index, value] of cells.entries()) {
      const number = typeof value === "string" ? /^表(\d{1,2})(?:[:：.、]|$|(?=\D))/.exec(normalise(value))?.[1] : undefined;
      if (number !== undefined) return { number: Number(number), cell: { sheet: sheet.name, row, column: sheet.left + index } };
    }
  }
  return null;
}

function titles(recognised: Recognised): Inspection {
  const remarks: Remark[] = recognised.exchangedTitles.map((ring) => exchanged(ring, recognised));
  let holds = 0;
  for (const table of recognised.tables.values()) {
    const right = rightTitles(recognised.template, table.spec, recognised.organisationKind);
    const official = right[0] ?? "";
    const { title } = table;
    if (!title) {
      const strange = strangeTitle(table);
      // Of tables of no known family nobody knows how they ought to be titled.
      if (recognised.template.family === null) {
        if (strange) holds++;
        continue;
      }
      if (strange) {
        remarks.push({
          key: table.key,
          message: `${table.label}的表题写的是“${strange.value}”，应写“${official}”。`,
          cells: [pointTo(strange.cell, { table: table.number, value: strange.value })],
        });
        continue;
      }
      const shares = [...recognised.tables.values()].some((other) => other !== table && other.sheet === table.sheet && other.title);
      remarks.push({
        key: table.key,
        message: `${table.label}没有表题，应写“${official}”。`,
        cells: [pointTo({ sheet: table.sheet.name, row: table.area.top, column: table.area.left }, { table: table.number })],
        ...(shares && { severity: "info" as const }),
      });
    } else if (right.some((one) => titleWords(title.text).includes(normalise(one)))) holds++;
    else
      remarks.push({
        key: table.key,
        message: `${table.label}的表题是“${title.text}”，这套版式的题名是“${official}”。`,
        cells: [pointTo(title.cell, { table: table.number, value: title.text })],
      });
  }
  const listed = contentsTitles(recognised);
  return inspected(holds + listed.holds, [...remarks, ...listed.remarks]);
}

/** Rows above a table, and the first of its own, in which its title stands. */
const TITLE_ROWS = 6;
const TITLE = /^[^。；;]{3,60}表$/;
const NUMBER_ALONE = /^附?表[\d一二三四五六七八九十]*$/;

/** What stands over a table as its title and is none of the template's: known by its columns alone, it has a title all the same. */
function strangeTitle({ sheet, area }: Table): { readonly value: string; readonly cell: CellRef } | null {
  const first = Math.max(sheet.top, area.top - TITLE_ROWS);
  for (let row = area.top; row >= first; row -= 1)
    for (const [index, value] of (sheet.values[row - sheet.top] ?? []).entries()) {
      const words = typeof value === "string" ? titleWords(value) : "";
      if (typeof value === "string" && TITLE.test(words) && !NUMBER_ALONE.test(words))
        return { value: value.trim(), cell: { sheet: sheet.name, row, column: sheet.left + index } };
    }
  return null;
}

/** Titles that stand over each other's tables: said once, for all that cannot be judged because of it. */
function exchanged(ring: ExchangedTitles, { tables }: Recognised): Remark {
  const standing = ring.map(({ cell, text }) => `${fullAddress(cell)}的表题是“${text}”`);
  const contents = ring.map((_, at) => `“${ring[(at + 1) % ring.length]?.text ?? ""}”`);
  return {
    key: `exchanged ${ring.map(({ key }) => key).join(" ")}`,
    message:
      `${standing.join("，")}，表里的列和行却依次像${contents.join("")}：多半是表题写反了，或者贴反了位置。` +
      "用到这几张表的审核都没有执行。",
    cells: ring.map(({ key, cell, text }) => pointTo(cell, { table: tables.get(key)?.number ?? null, value: text })),
    advice: "请核对这几张表的表题与内容，把写反的表题或贴反的内容换过来，再校验一次；表里的数先不要改。",
    severity: "error",
  };
}

/** Longer texts are no titles. */
const LONGEST_TITLE = 200;

/** The titles in 目录 are those on the tables. */
function contentsTitles(recognised: Recognised): { readonly holds: number; readonly remarks: readonly Remark[] } {
  const sheet = recognised.workbook.sheets.find(({ name }) => normalise(name) === "目录");
  const remarks: Remark[] = [];
  let holds = 0;
  sheet?.values.forEach((cells, row) =>
    cells.forEach((value, column) => {
      if (typeof value !== "string" || value.length > LONGEST_TITLE) return;
      const words = withoutPageNumber(titleWords(value));
      const table = [...recognised.tables.values()].find(({ spec }) =>
        spec.titles.some((title) => words.endsWith(normalise(title.replace("{部门}", recognised.organisationKind)))),
      );
      if (!table?.title || !words.endsWith("表")) return;
      if (titleWords(table.title.text).includes(words) || words.includes(titleWords(table.title.text))) holds++;
      else
        remarks.push({
          key: `contents ${table.key}`,
          message: `目录写“${value.trim()}”，${table.label}上写“${table.title.text}”，题名不一致。`,
          cells: [
            pointTo({ sheet: sheet.name, row: sheet.top + row, column: sheet.left + column }),
            pointTo(table.title.cell, { table: table.number, value: table.title.text }),
          ],
        });
    }),
  );
  return { holds, remarks };
}

function columns(recognised: Recognised): Inspection {
  const lacking = [...recognised.tables.values()].filter((table) => table.facts.missingColumns.length > 0);
  return {
    holds: recognised.tables.size - lacking.length,
    remarks: [],
    notRun: lacking.map((table) => ({
      key: table.key,
      message: `${table.label}没有找到列：${table.facts.missingColumns.join("、")}。用到这些列的审核都没有执行。`,
      advice: `请核对${table.label}的列标题是否写错、合并或删去。`,
      cells: [pointTo({ sheet: table.sheet.name, row: table.area.top, column: table.area.left }, { table: table.number })],
    })),
  };
}
