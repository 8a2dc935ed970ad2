import { DoorProblem } from "../../src/hosts/door";
import { readReportBytes } from "../../src/hosts/file/node";
import { paragraphsIn, tablesIn, type Report } from "../../src/report/report";
import { down, across, pdf, ruled, spaced, words, type PageContent } from "./pdf-writer";

const read = (pages: readonly PageContent[]): Promise<Report> => readReportBytes(pdf(pages), "报告.pdf");
const grids = (report: Report): string[][][] => tablesIn(report).map(({ rows }) => rows.map((row) => row.map(({ text }) => text)));
const texts = (report: Report): string[] => paragraphsIn(report).map(({ text }) => text);

const XS = [60, 200, 300, 400];
const HEAD = ["项目", "合计", "基本支出"];
const ys = (count: number, top = 100): number[] => Array.from({ length: count + 1 }, (_, i) => top + i * 20);

it("a ruled table with its cells, and the lines around it as paragraphs with their page", async () => {
  const rows = [HEAD, ["教育支出", "1,234.50", "1,000.00"], ["总计", "1,234.50", "1,000.00"]];
  const report = await read([
    {
      operations: [
        words(200, 60, "部门支出总体情况表"),
        words(60, 90, "编制部门：示例局"),
        words(320, 90, "单位：万元"),
        ...ruled(XS, ys(3), rows),
        words(60, 190, "备注：无。"),
      ],
    },
  ]);
  expect(grids(report)).toEqual([rows]);
  expect(texts(report)).toEqual(["部门支出总体情况表", "编制部门：示例局　　单位：万元", "备注：无。"]);
  expect(paragraphsIn(report).map(({ paragraph, page }) => [paragraph, page])).toEqual([
    [1, 1],
    [2, 1],
    [3, 1],
  ]);
  expect(tablesIn(report)[0]).toMatchObject({ paragraph: 2, page: 1 });
});

it("cells without a line between them are merged", async () => {
  const operations = [
    across(60, 400, 100),
    across(200, 400, 120),
    across(60, 400, 140),
    across(60, 400, 160),
    down(60, 100, 160),
    down(200, 100, 160),
    down(300, 120, 160),
    down(400, 100, 160),
    words(62, 125, "项目", 8),
    words(230, 113, "支出预算", 8),
    words(202, 133, "合计", 8),
    words(302, 133, "基本支出", 8),
    words(62, 153, "教育支出", 8),
    words(202, 153, "5.00", 8),
    words(302, 153, "5.00", 8),
  ];
  const [table] = tablesIn(await read([{ operations }]));
  expect(table?.rows.map((row) => row.map(({ text }) => text))).toEqual([
    ["项目", "支出预算", ""],
    ["", "合计", "基本支出"],
    ["教育支出", "5.00", "5.00"],
  ]);
  expect(table?.merges).toEqual([
    { top: 0, left: 0, bottom: 1, right: 0 },
    { top: 0, left: 1, bottom: 0, right: 2 },
  ]);
});

it("a run of text over two cells is parted where the line stands", async () => {
  const rows = [HEAD, ["教育支出", "", ""]];
  // One stretch of characters, eight points each, from within the second column into the third.
  const report = await read([{ operations: [...ruled(XS, ys(2), rows), words(284, 133, "12345", 8)] }]);
  expect(grids(report)[0]?.[1]).toEqual(["教育支出", "12", "345"]);
});

it("words and amounts broken over lines within a cell go on without a space", async () => {
  const operations = [
    ...ruled([60, 120, 200], [100, 140, 180], []),
    words(62, 113, "一般公共", 8),
    words(62, 123, "预算拨款", 8),
    words(122, 113, "1,234.", 8),
    words(122, 123, "56", 8),
    words(62, 153, "合计", 8),
    words(122, 153, "1,234.56", 8),
  ];
  expect(grids(await read([{ operations }]))).toEqual([
    [
      ["一般公共预算拨款", "1,234.56"],
      ["合计", "1,234.56"],
    ],
  ]);
});

it("letter-spaced words are words", async () => {
  const report = await read([
    {
      operations: [
        spaced(200, 60, "目录", 20),
        ...ruled(XS, ys(2), [
          ["", "", ""],
          ["", "1.00", "1.00"],
        ]),
        spaced(62, 113, "项目", 24, 8),
        spaced(62, 133, "合计", 30, 8),
        words(202, 113, "合计", 8),
      ],
    },
  ]);
  expect(texts(report)).toEqual(["目录"]);
  expect(grids(report)).toEqual([
    [
      ["项目", "合计", ""],
      ["合计", "1.00", "1.00"],
    ],
  ]);
});

it.each<[string, number[]]>([
  ["the same columns", XS],
  ["columns that are joined there", [60, 300, 400]],
])("a table goes on over the page with its headings printed again: %s", async (_, xs) => {
  const first = [HEAD, ["教育支出", "10.00", "6.00"]];
  const second = xs.length === 4 ? [HEAD, ["科学技术支出", "5.00", "4.00"]] : [["总计", "10.00"]];
  const page = (rows: string[][], edges: number[], number: number): PageContent => ({
    operations: [...ruled(edges, ys(rows.length), rows), words(290, 820, String(number))],
  });
  const report = await read([page(first, XS, 1), page(second, xs, 2)]);
  expect(grids(report)).toEqual([[...first, xs.length === 4 ? ["科学技术支出", "5.00", "4.00"] : ["总计", "", "10.00"]]]);
  expect(tablesIn(report)[0]?.rowPages).toEqual([1, 1, 2]);
  expect(texts(report)).toEqual([]);
});

it("a row that the page's end broke is one row", async () => {
  const first = [HEAD, ["一般公共服务支出和其他各项支出共计", "10.00", "6.00"]];
  const report = await read([
    { operations: ruled(XS, ys(2), first) },
    { operations: ruled(XS, ys(3), [HEAD, ["的项目", "", ""], ["合计", "10.00", "6.00"]]) },
  ]);
  expect(grids(report)).toEqual([[HEAD, ["一般公共服务支出和其他各项支出共计的项目", "10.00", "6.00"], ["合计", "10.00", "6.00"]]]);
});

it("two tables side by side are two tables, the left one first", async () => {
  const [left, right] = [
    [
      ["收入", "预算数"],
      ["拨款", "10.00"],
    ],
    [
      ["支出", "预算数"],
      ["教育", "10.00"],
    ],
  ];
  expect(grids(await read([{ operations: [...ruled([320, 420, 520], ys(2), right), ...ruled([60, 160, 260], ys(2), left)] }]))).toEqual([
    left,
    right,
  ]);
});

it.each([90, 270] as const)("a page turned by %d degrees is read upright", async (rotate) => {
  // On a page that viewers turn, the text is written turned the other way.
  const rows = [HEAD, ["教育支出", "10.00", "6.00"]];
  const upright = ruled(XS, ys(2), rows, 595);
  const turn = rotate === 90 ? "0 1 -1 0 595 0 cm" : "0 -1 1 0 0 842 cm";
  const report = await read([{ rotate, operations: ["q", turn, ...upright, "Q"] }]);
  expect(grids(report)).toEqual([rows]);
});

it("text that lies on its side on an unturned page is read upright", async () => {
  const rows = [HEAD, ["教育支出", "10.00", "6.00"]];
  const report = await read([{ operations: ["q", "0 1 -1 0 595 0 cm", ...ruled(XS, ys(2), rows, 595), "Q"] }]);
  expect(grids(report)).toEqual([rows]);
});

it("a table without lines, by its columns of figures", async () => {
  const rows = [
    ["项目", "合计", "基本支出"],
    ["教育支出", "1,234.50", "1,000.00"],
    ["科学技术支出", "20.00", "20.00"],
    ["总计", "1,254.50", "1,020.00"],
  ];
  const operations = rows.flatMap((row, r) => row.map((text, c) => words([60, 250, 400][c] ?? 0, 120 + r * 18, text)));
  const report = await read([{ operations: [words(200, 80, "部门支出总体情况表"), ...operations, words(60, 240, "以上为本年支出。")] }]);
  expect(grids(report)).toEqual([rows]);
  expect(texts(report)).toEqual(["部门支出总体情况表", "以上为本年支出。"]);
});

it("page numbers and running heads are no text; a unit above every table is", async () => {
  const page = (number: number): PageContent => ({
    operations: [
      words(200, 40, "示例局部门预算公开"),
      words(400, 80, "单位：万元"),
      ...ruled(XS, ys(2), [
        [`表${number}的项目`, "合计", "基本支出"],
        ["一项", "1.00", "1.00"],
      ]),
      words(280, 820, `— ${number} —`),
    ],
  });
  expect(texts(await read([page(1), page(2), page(3)]))).toEqual(["单位：万元", "单位：万元", "单位：万元"]);
});

it("lines that run to the margin go on, an indented line begins anew, over the page's end as well", async () => {
  const long = "一二三四五六七八九十".repeat(4);
  const report = await read([
    { operations: [words(90, 700, long), words(60, 720, `${long}一二三`), words(60, 740, "为1,234."), words(90, 780, long)] },
    { operations: [words(60, 60, "50万元。"), words(90, 80, "下一段。")] },
  ]);
  expect(texts(report)).toEqual([`${long}${long}一二三为1,234.`, `${long}50万元。`, "下一段。"]);
});

it("a title in the middle and what stands below it at the margin stay apart, however few lines tell the margins", async () => {
  const report = await read([
    { operations: [words(180, 80, "一般公共预算支出预算表（功能科目）"), words(60, 100, "公开表七"), words(60, 120, "部门：示例省某厅")] },
  ]);
  expect(texts(report)).toEqual(["一般公共预算支出预算表（功能科目）", "公开表七", "部门：示例省某厅"]);
});

it("headings below each other stay apart though each runs to the margin", async () => {
  const heading = (number: string): string => `${number}、关于示例局2026年${"部门预算情况".repeat(5)}的说明`;
  const headings = ["一", "二", "三"].map(heading);
  expect(texts(await read([{ operations: headings.map((text, i) => words(60, 100 + i * 20, text)) }]))).toEqual(headings);
});

it("what lies outside its clip is not seen", async () => {
  const report = await read([{ operations: [words(60, 100, "看得见。"), "q 0 0 595 600 re W n", words(60, 100, "看不见。"), "Q"] }]);
  expect(texts(report)).toEqual(["看得见。"]);
});

it.each<[string, Uint8Array, RegExp]>([
  [
    "a scan",
    pdf([{ operations: ["q 500 0 0 700 40 40 cm BI /W 1 /H 1 /CS /G /BPC 8 ID a EI Q"] }, { operations: [] }]),
    /这份 PDF 是扫描件，没有文字/,
  ],
  ["a password", pdf([{ operations: [words(60, 100, "字")] }], { encrypt: true }), /设有打开密码/],
])("%s is said in words", async (_, bytes, message) => {
  const error: unknown = await readReportBytes(bytes, "报告.pdf").then(
    () => null,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(DoorProblem);
  expect((error as DoorProblem).message).toMatch(message);
});
