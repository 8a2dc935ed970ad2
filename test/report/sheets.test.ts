import { nodePdfAssets } from "../../src/hosts/file/node-assets";
import { readReport } from "../../src/hosts/file/read-report";
import { placeOf, reportSheets } from "../../src/report/sheets";
import { reportText } from "../../src/report/text";
import { readReportBytes } from "../../src/hosts/file/node";
import { docx, p, tbl, tc } from "./docx-writer";

const readText = (text: string) => readReport(new TextEncoder().encode(text), "粘贴", { assets: nodePdfAssets });

const grid = (rows: readonly (readonly string[])[]): string => tbl(...rows.map((row) => row.map((text) => tc(text))));
const ROWS = [
  ["项目", "合计"],
  ["教育支出", "1,234.50"],
  ["科学技术支出", "80"],
  ["总计", "1,314.50"],
];
const body =
  p("示例局2026年部门预算") +
  p("目录") +
  p("表1") +
  p("部门收支总体情况表") +
  p("编制部门：示例局　　　单位：万元") +
  grid(ROWS) +
  p("备注：无其他支出。") +
  p("表2") +
  p("部门收入总体情况表") +
  grid([
    ["科目编码", "名称", "金额"],
    ["201", "一般公共服务支出", "1,000.00"],
    ["20101", "人大事务", "1,000.00"],
  ]) +
  p("第三部分 情况说明");
const sheets = async () => reportSheets(await readReportBytes(docx(body), "报告.docx"));

it("each table is a sheet named by its printed title, its own rows from row 0, head above and notes below", async () => {
  const { workbook } = await sheets();
  expect(workbook.sheets.map(({ name, top }) => [name, top])).toEqual([
    ["封面", 0],
    ["部门收支总体情况表", -3],
    ["部门收入总体情况表", -2],
  ]);
  expect(workbook.sheets[1]?.values).toEqual([
    ["表1"],
    ["部门收支总体情况表"],
    ["编制部门：示例局", "单位：万元"],
    ["项目", "合计"],
    ["教育支出", 1234.5],
    ["科学技术支出", 80],
    ["总计", 1314.5],
    ["备注：无其他支出。"],
  ]);
});

it("amounts keep the decimals they are printed with; codes stay text", async () => {
  const { workbook } = await sheets();
  expect(workbook.sheets[1]?.formats.map((row) => row[1])).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    "#,##0.00",
    "0",
    "#,##0.00",
  ]);
  expect(workbook.sheets[2]?.values.map((row) => row[0])).toEqual(["表2", "部门收入总体情况表", "科目编码", "201", "20101"]);
});

it("a cell's place: its table's, its head's and notes' paragraphs", async () => {
  const all = await sheets();
  const place = (row: number) => placeOf(all, { sheet: "部门收支总体情况表", row, column: 0 })?.paragraph;
  expect([place(-3), place(-1), place(0), place(3), place(4)]).toEqual([3, 5, 5, 5, 6]);
  expect(placeOf(all, { sheet: "没有这张表", row: 0, column: 0 })).toBeNull();
});

it("two tables of one title are told apart, a table without one is named by its place", async () => {
  const { workbook } = reportSheets(
    await readReportBytes(docx(p("收支总表") + grid(ROWS) + p("收支总表") + grid(ROWS) + p("以下为其他内容。") + grid(ROWS)), "报告.docx"),
  );
  expect(workbook.sheets.map(({ name }) => name).slice(-3)).toEqual(["收支总表", "收支总表（2）", "第3段后的表"]);
});

it("as lines: paragraphs and rows, each with its paragraph", async () => {
  const lines = reportText(await readReportBytes(docx(p("前") + grid([["收入", "10.00"]]) + p("后")), "报告.docx"));
  expect(lines).toEqual([
    { text: "前", paragraph: 1, page: null, tableRow: null, block: 0, source: 0, from: 0 },
    { text: "收入\t10.00", paragraph: 1, page: null, tableRow: { table: 0, row: 0 }, block: 1, source: null, from: 0 },
    { text: "后", paragraph: 2, page: null, tableRow: null, block: 2, source: 3, from: 0 },
  ]);
});

describe("pasted", () => {
  const blocks = async (html: string) =>
    (await readText(html)).blocks.map((block) =>
      block.kind === "paragraph" ? block.text : block.rows.map((row) => row.map(({ text }) => text)),
    );

  it("from Word: list numbers are in the words, hidden and deleted words are not", async () => {
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{}</style></head><body><!--StartFragment--><p class=MsoNormal><![if !supportLists]><span style='mso-list:Ignore'>一、<span style='font:7pt'>&nbsp;</span></span><![endif]>收支<span style='display:none;mso-hide:all'>不见</span><del>旧</del>预算<o:p></o:p></p><!--EndFragment--></body></html>`;
    expect(await blocks(html)).toEqual(["一、 收支预算"]);
  });

  it("from Excel: joined cells in both directions", async () => {
    const html =
      "<table><tr><td rowspan=2>项目</td><td colspan=2>支出</td></tr><tr><td>合计</td><td x:num>基本</td></tr><tr><td>教育</td><td>1.00</td><td>1.00</td></tr></table>";
    expect(await blocks(html)).toEqual([
      [
        ["项目", "支出", ""],
        ["", "合计", "基本"],
        ["教育", "1.00", "1.00"],
      ],
    ]);
  });

  it("from a browser: headings, line breaks, a frame of one cell", async () => {
    expect(await blocks("<table><tr><td><h2>题</h2><div>甲<br>乙</div><ol start=3><li>丙<li>丁</ol></td></tr></table>")).toEqual([
      "题",
      "甲\n乙",
      "3.丙",
      "4.丁",
    ]);
  });

  it("rows parted by tabs are a table, a single one is a line", async () => {
    const report = await readText("目录\t1\n\n项目\t合计\n教育\t1.00\n\n后文");
    expect(report.blocks.map((block) => (block.kind === "table" ? block.rows.length : block.text))).toEqual(["目录\t1", 2, "后文"]);
    const single = await readText("一、收入\t3\n说明如下。");
    expect(single.blocks.map((block) => block.kind)).toEqual(["paragraph", "paragraph"]);
  });
});
