import { common } from "../../src/templates/common/family";
import { prepare, type PreparedFamily } from "../../src/templates/prepare";
import { xinjiang } from "../../src/templates/xinjiang/family";
import type { CellValue, PlainSheet } from "../../src/workbook/plain";
import { recogniseWorkbook } from "../../src/book/recognise";
import type { Recognised, Table } from "../../src/workbook/recognised";
import { normaliseLabel, withoutIndent } from "../../src/text/wording";
import { readCode } from "../../src/workbook/codes";
import { isFooterText } from "../../src/workbook/footer";
import { isNumberRow } from "../../src/workbook/header-block";
import { bareTitle, mayBeTitle, tableOfSheetName, titleOf } from "../../src/workbook/title";
import { normalise } from "../../src/text/wording";

interface Written {
  readonly unit?: string;
  readonly rows: readonly (readonly CellValue[])[];
  readonly formats?: readonly (readonly (string | undefined)[])[];
}

/** 表3 with its headings in rows 1-3 and the body from row 4; columns A code, B name, C 合计, D 基本支出, E 项目支出. */
function table3({ unit = "单位：万元", rows, formats = [] }: Written): { found: Recognised; table: Table } {
  const head: readonly (readonly CellValue[])[] = [
    ["部门支出总体情况表"],
    ["编制部门：某局", null, null, null, unit],
    ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
  ];
  const sheet: PlainSheet = {
    name: "表3",
    visibility: "visible",
    top: 0,
    left: 0,
    values: [...head, ...rows],
    formats: [[], [], [], ...formats],
    formulas: [],
  };
  const found = recogniseWorkbook({ name: "a.xlsx", sheets: [sheet] });
  const table = found.tables.get("expenditure");
  if (!table) throw new Error("not found");
  return { found, table };
}

describe("stored and shown", () => {
  test("a number with more decimals than its format shows keeps both", () => {
    const { table } = table3({
      rows: [["201", "一般公共服务支出", 12.3456, 10, 2.3456]],
      formats: [[undefined, undefined, "#,##0.00", "0", "General"]],
    });
    const [row] = table.rows;
    const read = (column: string): unknown => {
      const reading = row && table.read(row, column);
      return reading?.kind === "amount" ? [reading.stored.toString(), reading.shown.toString(), reading.decimals] : reading?.kind;
    };
    expect([read("合计"), read("基本支出"), read("项目支出")]).toEqual([
      ["12.3456", "12.35", 2],
      ["10", "10", 0],
      ["2.3456", "2.3456", 4],
    ]);
  });

  test.each([
    ["万元 with four decimals", "单位：万元", 12.3456, "12.3456", "0.0001"],
    ["元 in whole hundreds came from 万元 with two decimals", "单位：元", 123400, "12.34", "0.01"],
    ["元 with 分", "单位：元", 123456.78, "12.345678", "0.000001"],
    ["元 with odd yuan", "单位：人民币元", 123456, "12.3456", "0.0001"],
  ])("%s", (_, unit, written, inWanyuan, precision) => {
    const { table } = table3({ unit, rows: [["201", "一般公共服务支出", written, written, null]] });
    const [row] = table.rows;
    expect([row ? table.amount(row, "合计")?.toString() : null, table.precision.toString()]).toEqual([inWanyuan, precision]);
  });

  test("blank is zero, words and errors are no amount, an absent column is not there", () => {
    const { table } = table3({ rows: [["201", "一般公共服务支出", null, "见附件", { error: "#REF!" }]] });
    const [row] = table.rows;
    if (!row) throw new Error("no row");
    expect(["合计", "基本支出", "项目支出", "人员经费"].map((column) => table.read(row, column)?.kind)).toEqual([
      "blank",
      "text",
      "error",
      undefined,
    ]);
    expect(["合计", "基本支出", "项目支出"].map((column) => table.amount(row, column)?.toString() ?? null)).toEqual(["0", null, null]);
  });
});

describe("codes", () => {
  test.each<[readonly CellValue[], "functional" | "economic", string | null, string | null]>([
    [["201", "03", "01"], "functional", null, "2010301"],
    [[201, 3, 1], "functional", null, "2010301"],
    [["201", null, null], "functional", "2210201", "201"],
    [[null, "03", null], "functional", "201", "20103"],
    [[null, null, "01"], "functional", "20103", "2010301"],
    [[null, null, 99], "functional", "2010301", "2010399"],
    [["201", "20103", "2010301"], "functional", null, "2010301"],
    [[2010301], "functional", null, "2010301"],
    [["２０１０３"], "functional", null, "20103"],
    [["201.03.01"], "functional", null, "2010301"],
    [["'301"], "economic", null, "301"],
    [[310, 2], "economic", null, "31002"],
    [["301"], "functional", null, null],
    [["201"], "economic", null, null],
    [["2026"], "functional", null, null],
    [["2026-2-10"], "functional", null, null],
    [["20260210"], "functional", null, null],
    [["13999112233"], "functional", null, null],
    [[7], "functional", null, null],
    [["行政运行"], "functional", null, null],
    [[null, null, null], "functional", "201", null],
  ])("%j as %s after %s is %s", (cells, classification, previous, code) =>
    expect(readCode(cells, classification, previous).code).toBe(code),
  );
});

const family = prepare([xinjiang], common).families[0] as PreparedFamily;

describe("titles", () => {
  test.each([
    ["表 5 一般公共预算支出情况表", "general"],
    ["表5：一般公共预算支出情况表", "general"],
    ["附表1-1 部门收支总体情况表", "overview"],
    ["示例局2026年部门收支总体情况表", "overview"],
    ["2026年度单位收入总体情况表（单位：万元）", "income"],
    ["财政拨款“三公”经费支出情况表", "threePublic"],
    ['财政拨款"三公"经费支出情况表（续表）', "threePublic"],
    ["一 般 公 共 预 算 基 本 支 出 情 况 表", "basic"],
    ["上年结转结余情况明细表", "carriedOver"],
    ["政府采购预算表", null],
  ])("%s", (text, key) => {
    const norm = normalise(text);
    expect(mayBeTitle(norm) ? (titleOf(bareTitle(norm), family)?.key ?? null) : null).toBe(key);
  });

  test.each([
    "示例局2026年没有使用政府性基金预算拨款安排的支出，政府性基金预算支出情况表为空表",
    "备注：此表为空表",
    "政府性基金预算支出情况表为空表。",
  ])("%s is no title", (text) => expect(mayBeTitle(normalise(text))).toBe(false));

  test.each([
    ["1.部门收支总体情况表", "overview"],
    ["5一般公共预算支出", "general"],
    ["表7 一般公共预算项目支出情况表", "projects"],
    ["GK05", null],
    ["Sheet3", null],
    ["三公", null],
  ])("a sheet called %s", (name, key) => expect(tableOfSheetName(bareTitle(normalise(name)), family)).toBe(key));
});

describe("what is no row", () => {
  test.each([
    "注：本表数据四舍五入",
    "单位负责人：张三",
    "填表人 李四",
    "联系电话：0998-1234567",
    "2026年2月10日",
    "第 3 页",
    "本表为空表",
    "12345",
    "编制日期",
  ])("%s is a note", (text) => expect(isFooterText(text)).toBe(true));
  test.each([
    "电话费",
    "审核评估经费",
    "说明书印制费",
    "注册会计师培训费",
    "示例市信息中心",
    "特定目标1210366P",
    "日常公用经费",
    "编制规划经费",
  ])("%s is a name", (text) => expect(isFooterText(text)).toBe(false));
  test.each<[readonly CellValue[], boolean]>([
    [["※", "※", "1", "2"], true],
    [["栏次", 1, 2, 3], true],
    [[1, 2, 3, 4], true],
    [["甲", "乙", 1, 2], false],
    [[12.5, 13.5], false],
    [["201", "一般公共服务支出", 1, 2, 3], false],
    [[null, null], false],
  ])("%j numbers the columns: %s", (row, numbers) => expect(isNumberRow(row)).toBe(numbers));
});

test.each([
  ["　　其中：一般财力", "一般财力"],
  ["①  一般财力", "一般财力"],
  ["一、本年收入", "本年收入"],
  ["··收 入 总 计", "收入总计"],
  ["（1）公务用车购置", "公务用车购置"],
])("the label %s says %s", (raw, label) => expect(normaliseLabel(raw)).toBe(label));
test.each([
  ["　　行政运行", "行政运行"],
  ["··行政运行", "行政运行"],
  ["--行政运行", "行政运行"],
  ["-5.00", "-5.00"],
  ["行政-运行", "行政-运行"],
])("%s without its indentation", (raw, name) => expect(withoutIndent(raw)).toBe(name));
