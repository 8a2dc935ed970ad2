import { narrativeHtml } from "../../src/render/html";
import { narrativeJson } from "../../src/render/json";
import { narrativeSheet } from "../../src/render/narrative-sheet";
import { narrativeText } from "../../src/render/text";
import { fullWorkbook } from "../narrative/full-workbook";
import { narrated } from "../narrative/support";

const narrative = narrated(fullWorkbook());

describe("text", () => {
  test("headings and paragraphs, one a line, title first", () => {
    const lines = narrativeText(narrative).split("\n");
    expect(lines.slice(0, 2)).toEqual(["第三部分 2026年部门预算情况说明", "一、关于示例市交通局2026年收支预算情况总体说明"]);
    expect(lines).toContain("基本支出95.00万元，占52.78%，比上年预算减少5.00万元，下降5.00%，主要原因是在职人员减少。");
  });

  test("one section alone, without the title", () => {
    expect(narrativeText(narrative, "六").split("\n")).toEqual([
      "六、关于示例市交通局2026年一般公共预算基本支出情况说明",
      "示例市交通局2026年一般公共预算基本支出90.00万元，其中：",
      "人员经费70.00万元，主要包括：基本工资。",
      "公用经费20.00万元，主要包括：办公费。",
    ]);
  });
});

describe("JSON", () => {
  const json = narrativeJson("a.xlsx", narrative);

  test("has the shape others rely on", () => {
    expect(json).toMatchObject({ file: "a.xlsx", title: "第三部分 2026年部门预算情况说明", variant: "2026-12" });
    const [, income] = json.sections;
    expect(income).toMatchObject({ number: "二", heading: "关于示例市交通局2026年收入预算情况说明" });
    expect(income?.paragraphs[1]?.segments.slice(0, 3)).toEqual([
      { kind: "words", text: "一般公共预算" },
      { kind: "figure", text: "100.00", cells: [{ sheet: "表2", address: "G11" }], working: "表2“总计·一般公共预算”" },
      { kind: "words", text: "万元，占" },
    ]);
    expect(income?.paragraphs[1]?.segments.find(({ kind }) => kind === "input")).toEqual({
      kind: "input",
      text: "压减一般性支出",
      cells: [{ sheet: "填报-上年对比", address: "E2" }],
    });
  });

  test("a paragraph's text is its segments'", () => {
    for (const { paragraphs } of json.sections)
      for (const { text, segments } of paragraphs) expect(segments.map((segment) => segment.text).join("")).toBe(text);
  });

  test("what to fill in has its cell", () => {
    expect(json.todo).toContainEqual({
      sheet: "填报-文字说明",
      address: "C7",
      message: "请填写国有资本经营预算支出（国有资本经营预算）的主要用途",
    });
  });
});

describe("HTML for the clipboard", () => {
  const html = narrativeHtml(narrative, {}, "六");
  const [heading = "", body = ""] = html.split("\n").filter((line) => line.startsWith("<p"));

  test.each([
    ["heading in 黑体", /^<p [^>]*mso-fareast-font-family:&#39;黑体&#39;/],
    ["三号", /font-size:16\.0pt/],
    ["no bold", /font-weight:normal/],
  ])("%s", (_, expected) => expect(heading).toMatch(expected));

  test.each([
    [
      "body in 仿宋_GB2312, for Chinese text too",
      /<span lang="ZH-CN" style="[^"]*font-family:&#39;仿宋_GB2312&#39;;mso-fareast-font-family:&#39;仿宋_GB2312&#39;/,
    ],
    ["indent of two characters, in points and in characters", /text-indent:32\.0pt;mso-char-indent-count:2\.0/],
    ["exact line pitch", /line-height:28\.95pt;mso-line-height-rule:exactly/],
    ["no space between paragraphs", /margin:0cm/],
  ])("%s", (_, expected) => expect(body).toMatch(expected));

  test("a figure stands with its unit in one span that is English and is not broken; words are Chinese", () => {
    expect(body).toContain('<span lang="EN-US" style="white-space:nowrap;mso-fareast-language:ZH-CN">90.00万元</span>');
    expect(body.replace(/<span lang="EN-US"[^>]*>[^<]*<\/span>/g, "").replace(/<[^>]*>/g, "")).not.toMatch(/\d/);
  });

  test("what is still open is marked", () => {
    expect(narrativeHtml(narrative, {}, "十二")).toMatch(/<span[^>]*mso-highlight:yellow">〔待填：/);
  });

  test("localities: pitch and font", () => {
    const other = narrativeHtml(narrative, { linePitch: 30, bodyFont: "仿宋", latinFont: "Times New Roman" }, "六");
    expect(other).toContain("line-height:30pt");
    expect(other).toContain("mso-fareast-font-family:&#39;仿宋&#39;;mso-ascii-font-family:&#39;Times New Roman&#39;");
  });

  test("the plain fragment says what the text says", () => {
    const said = narrativeHtml(narrative)
      .replace(/^[\s\S]*<!--StartFragment-->\n|\n<!--EndFragment-->[\s\S]*$/g, "")
      .split("\n")
      .map((line) =>
        line
          .replace(/<[^>]+>/g, "")
          .replace(/&quot;/g, '"')
          .replace(/&amp;/g, "&"),
      );
    expect(said).toEqual(narrativeText(narrative).split("\n"));
  });
});

describe("sheet", () => {
  const sheet = narrativeSheet(narrative);

  test("one paragraph a row, indented by two full-width spaces, wrapped", () => {
    expect([sheet.name, sheet.rows.length]).toEqual(["预算情况说明", narrativeText(narrative).split("\n").length]);
    expect(sheet.rows[0]?.cells).toEqual([{ value: "第三部分 2026年部门预算情况说明", style: "title" }]);
    expect(sheet.rows[2]?.cells[0]).toMatchObject({ style: "body", value: expect.stringMatching(/^　　按照全口径预算的原则/) as string });
  });

  test("a long paragraph has the height for all its lines", () => {
    const longest = sheet.rows.reduce((best, row) =>
      String(row.cells[0]?.value).length > String(best.cells[0]?.value).length ? row : best,
    );
    expect(longest.height ?? 0).toBeGreaterThan(21 * 4);
    expect(Math.max(...sheet.rows.map(({ height }) => height ?? 0))).toBeLessThanOrEqual(409);
  });
});
