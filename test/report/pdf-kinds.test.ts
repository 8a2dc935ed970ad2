import { readReportBytes } from "../../src/hosts/file/node";
import { paragraphsIn, tablesIn, type Report } from "../../src/report/report";
import { across, down, pdf, ruled, words, type PageContent } from "./pdf-writer";

const read = (pages: readonly PageContent[]): Promise<Report> => readReportBytes(pdf(pages), "报告.pdf");
const grids = (report: Report): string[][][] => tablesIn(report).map(({ rows }) => rows.map((row) => row.map(({ text }) => text)));
const texts = (report: Report): string[] => paragraphsIn(report).map(({ text }) => text);

const XS = [60, 200, 300, 400];
const HEAD = ["项目", "合计", "基本支出"];
const ROWS = [HEAD, ["教育支出", "1,234.50", "1,000.00"], ["总计", "1,234.50", "1,000.00"]];
const ys = (count: number, top = 100): number[] => Array.from({ length: count + 1 }, (_, i) => top + i * 20);
const HEIGHT = 842;

it("thin filled boxes rule as lines do", async () => {
  const box = (x: number, y: number, width: number, height: number): string => `${x} ${HEIGHT - y - height} ${width} ${height} re f`;
  const lines = [
    ...ys(3).map((y) => box(60, y, 340, 0.5)),
    ...XS.flatMap((x) =>
      ys(3)
        .slice(0, -1)
        .map((y) => box(x, y, 0.48, 20)),
    ),
  ];
  const cells = ruled(XS, ys(3), ROWS).filter((operation) => operation.includes("Tj"));
  expect(grids(await read([{ operations: [...lines, ...cells] }]))).toEqual([ROWS]);
});

it("shaded cells and white boxes are no lines of their own", async () => {
  const shade = `0.9 g 60 ${HEIGHT - 120} 340 20 re f 0 g`;
  expect(grids(await read([{ operations: [shade, ...ruled(XS, ys(3), ROWS)] }]))).toEqual([ROWS]);
});

it("two tables below each other on a page are two tables", async () => {
  const second = [
    ["收入", "预算数"],
    ["拨款", "10.00"],
  ];
  const report = await read([
    { operations: [...ruled(XS, ys(3), ROWS), words(200, 220, "部门收入总体情况表"), ...ruled([60, 200, 300], ys(2, 240), second)] },
  ]);
  expect(grids(report)).toEqual([ROWS, second]);
  expect(report.blocks.map(({ kind }) => kind)).toEqual(["table", "paragraph", "table"]);
});

it("a table whose left and right sides are open is whole", async () => {
  const operations = [
    ...ys(3).map((y) => across(60, 400, y)),
    ...XS.slice(1, -1).map((x) => down(x, 100, 160)),
    ...ruled(XS, ys(3), ROWS).filter((operation) => operation.includes("Tj")),
  ];
  expect(grids(await read([{ operations }]))).toEqual([ROWS]);
});

it.each([
  ["- 1 -", "- 2 -", "- 3 -"],
  ["第 1 页 共 3 页", "第 2 页 共 3 页", "第 3 页 共 3 页"],
  ["第1页/共3页", "第2页/共3页", "第3页/共3页"],
  ["1/3", "2/3", "3/3"],
  ["·1·", "·2·", "·3·"],
  ["—1—", "—2—", "—3—"],
  ["P1", "P2", "P3"],
  ["第一页", "第二页", "第三页"],
  ["页码：1", "页码：2", "页码：3"],
  ["示例局2026年部门预算　1", "示例局2026年部门预算　2", "示例局2026年部门预算　3"],
])("page numbers of the form %s are no text", async (...numbers) => {
  const report = await read(
    numbers.map((number, i) => ({ operations: [words(60, 300, `${"甲乙丙"[i] ?? ""}段。`), words(270, 815, number)] })),
  );
  expect(texts(report)).toEqual(["甲段。", "乙段。", "丙段。"]);
});

it("a figure alone at the foot of one page, which no other page counts on, is text", async () => {
  const report = await read([
    { operations: [words(60, 300, "甲段。"), words(60, 780, "合计1,234.50万元")] },
    { operations: [words(60, 300, "乙段。"), words(60, 780, "合计1,235.50万元")] },
    { operations: [words(60, 300, "丙段。"), words(60, 780, "合计1,236.50万元")] },
  ]);
  expect(texts(report)).toHaveLength(6);
});

it("a watermark across the page is no part of its tables, and is said", async () => {
  const mark = (text: string): string =>
    `BT /F1 60 Tf 0.7071 0.7071 -0.7071 0.7071 120 500 Tm <${Array.from(text, (sign) => sign.charCodeAt(0).toString(16).padStart(4, "0")).join("")}> Tj ET`;
  const report = await read([
    { operations: [mark("征求意见稿"), ...ruled(XS, ys(20), [...ROWS, ...new Array<string[]>(17).fill(["", "", ""])])] },
  ]);
  expect(grids(report)[0]?.slice(0, 3)).toEqual(ROWS);
  expect(grids(report).flat(2).join("")).not.toMatch(/[征求意见稿]/);
  expect(texts(report)).toEqual([]);
  expect(report.unread.map(({ what, page }) => [what, page])).toEqual([["斜放的文字（水印）“征求意见稿”", 1]]);
});

it.each<[string, string]>([
  ["from below upwards", "0 1 -1 0"],
  ["from above downwards", "0 -1 1 0"],
])("words that lie on their side in a cell, %s, are read in order", async (_, turn) => {
  const code = Array.from("项目支出", (sign) => sign.charCodeAt(0).toString(16).padStart(4, "0")).join("");
  const y = turn.startsWith("0 1") ? HEIGHT - 155 : HEIGHT - 105;
  const report = await read([
    {
      operations: [
        ...ruled(
          [60, 90, 200, 300],
          [100, 130, 160],
          [
            ["", "基本支出", "1,000.00"],
            ["", "其他支出", "2,000.00"],
          ],
        ),
        words(60, 300, "以上为本年度的支出预算情况说明。"),
        `BT /F1 10 Tf ${turn} 78 ${y} Tm <${code}> Tj ET`,
      ],
    },
  ]);
  expect(
    grids(report)[0]
      ?.map((row) => row[0])
      .join(""),
  ).toBe("项目支出");
});

it("a head repeated over pages with another number of lines in the rows between is one table", async () => {
  const page = (rows: string[][]): PageContent => ({ operations: ruled(XS, ys(rows.length + 1, 60), [HEAD, ...rows]) });
  const report = await read([
    page([["甲", "1.00", "1.00"]]),
    page([
      ["乙", "2.00", "2.00"],
      ["丙", "3.00", "3.00"],
    ]),
    page([["总计", "6.00", "6.00"]]),
  ]);
  expect(grids(report)).toEqual([[HEAD, ["甲", "1.00", "1.00"], ["乙", "2.00", "2.00"], ["丙", "3.00", "3.00"], ["总计", "6.00", "6.00"]]]);
});

it("text that a scan's reader laid under the picture is read, and said to be so", async () => {
  const picture = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID a EI Q";
  const report = await read([{ operations: [picture, "3 Tr", words(60, 300, "收支总预算1,234.50万元。"), "0 Tr"] }]);
  expect(texts(report)).toEqual(["收支总预算1,234.50万元。"]);
  expect(report.unread.map(({ what }) => what)).toEqual(["文字是扫描后识别出来的，可能认错，请对照原件"]);
});

it("a font that does not say which characters its signs are is said, not read as others", async () => {
  const font =
    "<< /Type /Font /Subtype /Type0 /BaseFont /Foo /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Foo /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /Foo /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>] >>";
  const signs = (count: number): string => `BT /F2 10 Tf 1 0 0 1 60 500 Tm <${"0345".repeat(count)}> Tj ET`;
  const some = await readReportBytes(
    pdf([{ operations: [words(60, 300, "收支总预算1,234.50万元。"), signs(3)] }], { fonts: [font] }),
    "a.pdf",
  );
  expect(some.unread.map(({ what }) => what)).toEqual(["有3个字的字体没有文字对照，读不出是什么字"]);
  expect(texts(some)[1]).toBe("\ufffd\ufffd\ufffd");
  await expect(readReportBytes(pdf([{ operations: [words(60, 300, "题"), signs(30)] }], { fonts: [font] }), "a.pdf")).rejects.toThrow(
    /“a\.pdf”的文字读不出来：字体里没有文字对照/,
  );
});

describe("tables without ruled lines, as a spreadsheet prints them", () => {
  /** Names stand at the left of their column, amounts at the right of theirs; every character is as wide as it is high. */
  const amount = (right: number, y: number, text: string): string => words(right - 10 * text.length, y, text);
  const name = words;
  const lines = (table: string[][]): string[][] => table.map((row) => row.filter((text) => text !== ""));

  it("a heading at the other edge of a wide column is that column's", async () => {
    const operations = [
      ...[name(60, 100, "项目"), name(260, 100, "合计"), name(400, 100, "基本支出")],
      ...[
        ["教育支出", "1,234.50", "1,000.00"],
        ["科学技术支出", "20.00", "12.00"],
        ["总计", "1,254.50", "1,012.00"],
      ].flatMap(([label = "", all = "", basic = ""], row) => [
        name(60, 120 + row * 20, label),
        amount(380, 120 + row * 20, all),
        amount(540, 120 + row * 20, basic),
      ]),
    ];
    expect(grids(await read([{ operations }]))).toEqual([
      [
        ["项目", "合计", "基本支出"],
        ["教育支出", "1,234.50", "1,000.00"],
        ["科学技术支出", "20.00", "12.00"],
        ["总计", "1,254.50", "1,012.00"],
      ],
    ]);
  });

  it("a column in which there is no amount keeps its heading for itself", async () => {
    const operations = [
      ...[name(60, 100, "项目"), name(200, 100, "上年结转"), name(400, 100, "合计")],
      ...["10.00", "20.00", "30.00"].flatMap((text, row) => [name(60, 120 + row * 20, "教育支出"), amount(540, 120 + row * 20, text)]),
    ];
    const [table] = grids(await read([{ operations }]));
    expect(table?.[0]).toEqual(["项目", "上年结转", "合计"]);
    expect(table?.slice(1).map((row) => row.slice(1))).toEqual([
      ["", "10.00"],
      ["", "20.00"],
      ["", "30.00"],
    ]);
  });

  it("an amount that stands close to the next column's words is a cell of its own", async () => {
    const operations = [
      ...[name(60, 100, "收入"), name(170, 100, "预算数"), name(303, 100, "支出"), name(460, 100, "预算数")],
      ...["一、教育支出", "二、科学支出", "三、卫生支出"].flatMap((text, row) => [
        name(60, 120 + row * 20, "一、拨款"),
        amount(300, 120 + row * 20, `1${row},000.00`),
        name(303, 120 + row * 20, text),
        amount(540, 120 + row * 20, "10.00"),
      ]),
    ];
    const [table] = grids(await read([{ operations }]));
    expect(lines(table ?? [])[1]).toEqual(["一、拨款", "10,000.00", "一、教育支出", "10.00"]);
  });
});

it("a row that the page's end broke within its amounts is one row", async () => {
  const first = [HEAD, ["教育支出", "1,234.", "1,000."]];
  const second = [
    ["", "50", "00"],
    ["总计", "1,234.50", "1,000.00"],
  ];
  const report = await read([{ operations: ruled(XS, ys(2, 762), first) }, { operations: ruled(XS, ys(2), second) }]);
  expect(grids(report)).toEqual([ROWS]);
});

describe("a name that the page's end broke before the edge of its column", () => {
  const HEADINGS = ["科目编码", "科目名称", "合计"];
  const read2 = async (first: string[][], second: string[][]): Promise<string[][][]> =>
    grids(await read([{ operations: ruled(XS, ys(first.length, 700), first) }, { operations: ruled(XS, ys(second.length), second) }]));
  const above = [HEADINGS, ["221", "住房保障支出", "72.49"], ["2210201", "住房公积", "72.49"]];

  it.each<[string, string[][], string[][]]>([
    ["one character", [["", "金", ""]], [["", "总计", "72.49"]]],
    ["one character and the headings again", [HEADINGS, ["", "金", ""]], [["", "总计", "72.49"]]],
  ])("%s", async (_, head, rest) => {
    expect(await read2(above, [...head, ...rest])).toEqual([[...above.slice(0, -1), ["2210201", "住房公积金", "72.49"], ...rest]]);
  });

  it("several characters, where every row has figures", async () => {
    const broken = [HEADINGS, ["221", "住房保障支出", "72.49"], ["2210201", "住房公", "72.49"]];
    const whole = [HEADINGS, ["221", "住房保障支出", "72.49"], ["2210201", "住房公积金", "72.49"], ["", "总计", "72.49"]];
    expect(
      await read2(broken, [
        ["", "积金", ""],
        ["", "总计", "72.49"],
      ]),
    ).toEqual([whole]);
  });

  it("a long rest, where every row has figures and it is no total's", async () => {
    const head = [HEADINGS, ["201", "一般公共服务支出", "72.49"], ["205", "教育支出", "1.00"], ["208", "养老支出", "2.00"]];
    const [rest, end] = [
      ["", "公厅（室）及相关机构事务", ""],
      ["", "总计", "72.49"],
    ];
    const whole = [...head, ["20103", "政府办公厅（室）及相关机构事务", "72.49"], end];
    expect(await read2([...head, ["20103", "政府办", "72.49"]], [rest, end])).toEqual([whole]);
    const total = [...head, ["", "总计", "75.49"]];
    expect(await read2(total, [["", "本单位没有下属单位", ""]])).toEqual([[...total, ["", "本单位没有下属单位", ""]]]);
  });

  it.each<[string, string[][], string[][]]>([
    [
      "a row without figures among others without",
      [...above, ["208", "社会保障和就业支出", ""], ["2210202", "提租补贴", "1.00"]],
      [["", "教育支出", ""]],
    ],
    ["a row with its own figure", above, [["", "金", "72.49"]]],
    ["a row with its own code", above, [["229", "金", ""]]],
    ["a row below one without figures", [...above.slice(0, -1), ["2210201", "住房公积", ""]], [["", "其他支出", ""]]],
  ])("is not %s", async (_, first, second) => {
    const rest = [...second, ["", "总计", "72.49"]];
    expect(await read2(first, rest)).toEqual([[...first, ...rest]]);
  });
});

describe("a row that the page's end broke in narrow columns", () => {
  const HEADINGS = ["编码", "科目名称", "合计", "基本支出"];
  const NARROW = [60, 120, 230, 360, 490];
  const read2 = async (first: string[][], second: string[][]): Promise<string[][][]> =>
    grids(
      await read([{ operations: ruled(NARROW, ys(first.length, 700), first) }, { operations: ruled(NARROW, ys(second.length), second) }]),
    );
  const above = [HEADINGS, ["208", "养老支出", "2,902,199.00", "2,902,199.00"], ["210", "卫生健康", "196,512.51", "0.00"]];
  const below = [["221", "住房支出", "1,180,000.00", "0.00"]];

  it.each<[string, string[], string[], string[]]>([
    [
      "amounts whose rest looks like one",
      ["211", "行政医疗", "2,964,8", "2,964,8"],
      ["", "", "81.00", "81.00"],
      ["211", "行政医疗", "2,964,881.00", "2,964,881.00"],
    ],
    ["a code", ["21", "行政医疗", "2,964,8", "2,964,8"], ["1", "", "81.00", "81.00"], ["211", "行政医疗", "2,964,881.00", "2,964,881.00"]],
    [
      "a name that stopped before a bracket",
      ["213", "维修", "222,638.2", "0.00"],
      ["", "（护）费", "7", ""],
      ["213", "维修（护）费", "222,638.27", "0.00"],
    ],
    [
      "a name of which one character stayed",
      ["211", "海", "10.0", "10.00"],
      ["", "关事务", "0", ""],
      ["211", "海关事务", "10.00", "10.00"],
    ],
    ["an amount that is one by itself, too", ["213", "会议", "45", "0.00"], ["", "", "1.20", ""], ["213", "会议", "451.20", "0.00"]],
  ])("%s", async (_, row, rest, whole) => {
    expect(await read2([...above, row], [rest, ...below])).toEqual([[...above, whole, ...below]]);
    const numbered = [HEADINGS, ["※", "※", "1", "2"], ...above.slice(1)];
    expect(await read2([...numbered, row], [rest, ...below])).toEqual([[...numbered, whole, ...below]]);
  });

  it("a heading within its bracket", async () => {
    const heads = ["编码", "科目名称", "财政拨款（补", "基本"];
    const rest = ["", "", "助）小计", "支出"];
    expect(await read2([heads], [rest, ...below])).toEqual([[["编码", "科目名称", "财政拨款（补助）小计", "基本支出"], ...below]]);
  });

  it.each<[string, string[], string[]]>([
    ["a row of amounts that are whole", ["211", "行政医疗", "2,964,881.00", "0.00"], ["212", "社区支出", "81.00", "81.00"]],
    ["a row with a code behind the numbers of the columns", ["1", "2", "3", "4"], ["212", "社区支出", "81.00", "81.00"]],
    ["a row of a list without amounts", ["十四、", "工业和信息等", "", ""], ["十五、", "十六、金融支出", "", ""]],
  ])("is not %s", async (_, row, next) => {
    expect(await read2([...above, row], [next, ...below])).toEqual([[...above, row, next, ...below]]);
  });

  it("a heading that names its year, broken behind it", async () => {
    expect(
      await read2([["2023", "", "2024", ""]], [["年预算数", "", "年预算数", ""], ["合计", "接待费", "合计", "接待费"], ...below]),
    ).toEqual([[["2023年预算数", "", "2024年预算数", ""], ["合计", "接待费", "合计", "接待费"], ...below]]);
  });

  it("a table's last cell alone on the next page", async () => {
    expect(await read2([...above, ["221", "住房支出", "1,1", "0.00"]], [["", "", "80.00", ""]])).toEqual([
      [...above, ["221", "住房支出", "1,180.00", "0.00"]],
    ]);
  });

  it("a frame around one word below a page's text is no table's end", async () => {
    const report = await read([
      { operations: ruled(NARROW, ys(3, 700), above) },
      { operations: [words(60, 140, "说明如下"), ...ruled(NARROW, ys(1, 200), [["", "见附件", "", ""]])] },
    ]);
    expect(grids(report)).toEqual([above]);
    expect(texts(report)).toEqual(["说明如下", "见附件"]);
  });
});

it("the next sheet of its kind on a new page, under the same title and for the same unit, is another table", async () => {
  const sheet = (project: string): string[][] => [
    ["预算单位", "示例市图书馆", ""],
    ["项目名称", project, ""],
    ["年度预算总额", "12.00", "12.00"],
  ];
  const page = (project: string): PageContent => ({
    operations: [words(200, 80, "项目支出绩效目标表"), ...ruled(XS, ys(3), sheet(project))],
  });
  expect(grids(await read([page("图书购置"), page("馆舍维修")]))).toEqual([sheet("图书购置"), sheet("馆舍维修")]);
});
