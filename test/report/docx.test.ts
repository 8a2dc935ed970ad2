import { readReportBytes } from "../../src/hosts/file/node";
import { paragraphsIn, tablesIn, type Report } from "../../src/report/report";
import { docx, p, r, tbl, tc } from "./docx-writer";

type Parts = Parameters<typeof docx>[1];
const read = (body: string, parts: Parts = {}, main?: string): Promise<Report> => readReportBytes(docx(body, parts, main), "报告.docx");
const texts = async (body: string, parts?: Parts): Promise<string[]> => paragraphsIn(await read(body, parts)).map(({ text }) => text);
const grids = (report: Report): string[][][] => tablesIn(report).map(({ rows }) => rows.map((row) => row.map(({ text }) => text)));

const field = (code: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

it.each<[string, string, string[]]>([
  [
    "changes are accepted",
    p(`${r("预算")}<w:del><w:r><w:delText>10.00</w:delText></w:r></w:del><w:ins>${r("12.00")}</w:ins>${r("万元")}`),
    ["预算12.00万元"],
  ],
  ["what moved away is gone", p(`<w:moveFrom>${r("甲")}</w:moveFrom><w:moveTo>${r("乙")}</w:moveTo>`), ["乙"]],
  ["a deleted paragraph mark joins two", p(r("收入预算"), "<w:rPr><w:del/></w:rPr>") + p("12.00万元。"), ["收入预算12.00万元。"]],
  ["hidden text is passed over", p(r("看得见") + r("看不见", "<w:vanish/>") + r("的", '<w:vanish w:val="0"/>')), ["看得见的"]],
  ["a field gives its result, not its code", p(r("共") + field("=SUM(ABOVE)", r("12.00")) + r("万元")), ["共12.00万元"]],
  [
    "a field within a field's code gives nothing",
    p(field(`</w:instrText></w:r>${field("MERGEFIELD a", r("甲"))}<w:r><w:instrText>`, r("乙"))),
    ["乙"],
  ],
  [
    "a simple field, a smart tag, a content control and a link",
    p(
      `<w:fldSimple w:instr="DATE">${r("2026年")}</w:fldSimple><w:smartTag>${r("1月")}</w:smartTag><w:sdt><w:sdtPr/><w:sdtContent>${r("2")}</w:sdtContent></w:sdt><w:hyperlink>${r("日")}</w:hyperlink>`,
    ),
    ["2026年1月2日"],
  ],
  ["a content control around paragraphs", `<w:sdt><w:sdtPr/><w:sdtContent>${p("甲")}${p("乙")}</w:sdtContent></w:sdt>`, ["甲", "乙"]],
  [
    "an equation's text",
    p(`${r("增长率")}<m:oMath><m:f><m:num><m:r><m:t>12</m:t></m:r></m:num><m:den><m:r><m:t>100</m:t></m:r></m:den></m:f></m:oMath>`),
    ["增长率12/100"],
  ],
  [
    "a text box once, though it is written twice",
    p(
      `${r("正文")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p("框里")}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p("框里")}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    ),
    ["正文", "框里"],
  ],
  ["breaks and tabs", p('<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:br w:type="page"/></w:r>'), ["甲\n乙\t丙"]],
])("%s", async (_, body, expected) => {
  expect(await texts(body)).toEqual(expected);
});

const level = (depth: number, format: string, text: string, more = ""): string =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const NUMBERING = `<w:abstractNum w:abstractNumId="7">${level(0, "chineseCountingThousand", "%1、", '<w:pStyle w:val="H1"/>')}${level(1, "decimal", "%1.%2.", "<w:isLgl/>")}${level(2, "bullet", "")}</w:abstractNum>
<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`;
const numbered = (text: string, depth = 0, id = 3): string =>
  p(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr>`);

it("automatic numbers are printed: nested, in styles, begun anew", async () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="H1b"><w:basedOn w:val="H1"/></w:style>';
  const body =
    numbered("甲") +
    numbered("子", 1) +
    numbered("丑", 1) +
    numbered("点", 2) +
    p("乙", '<w:pStyle w:val="H1"/>') +
    numbered("寅", 1) +
    p("丙", '<w:pStyle w:val="H1b"/>') +
    numbered("丁", 0, 4) +
    numbered("", 0) +
    numbered("戊", 0);
  const report = await read(body, { numbering: NUMBERING, styles });
  expect(paragraphsIn(report).map(({ text }) => text)).toEqual([
    "一、甲",
    "1.1.子",
    "1.2.丑",
    "点",
    "二、乙",
    "2.1.寅",
    "三、丙",
    "五、丁",
    "七、戊",
  ]);
  expect(paragraphsIn(report).map((one) => one.level)).toEqual([null, null, null, null, 1, null, 1, null, null, null].slice(0, 9));
});

it("a table as a grid: joined cells across and down, a deleted row left out", async () => {
  const gone = "<w:tr><w:trPr><w:del/></w:trPr>" + tc("废") + "</w:tr>";
  const table = tbl(
    [tc("项目", '<w:vMerge w:val="restart"/>'), tc("支出预算", '<w:gridSpan w:val="2"/>')],
    [tc("", "<w:vMerge/>"), tc("合计"), tc("基本支出")],
    [tc(p("教育") + p("支出")), tc("1,234.50"), tc("1,000.00")],
  ).replace("</w:tbl>", `${gone}</w:tbl>`);
  const report = await read(p("前") + table + p("后"));
  expect(grids(report)).toEqual([
    [
      ["项目", "支出预算", ""],
      ["", "合计", "基本支出"],
      ["教育\n支出", "1,234.50", "1,000.00"],
    ],
  ]);
  expect(tablesIn(report)[0]?.merges).toEqual([
    { top: 0, left: 0, bottom: 1, right: 0 },
    { top: 0, left: 1, bottom: 0, right: 2 },
  ]);
  expect(report.blocks.map((block) => [block.kind, block.paragraph])).toEqual([
    ["paragraph", 1],
    ["table", 1],
    ["paragraph", 2],
  ]);
});

it("a table in a table stands for itself; a frame of one cell is no table", async () => {
  const inner = tbl([tc("收入"), tc("10.00")]);
  expect(grids(await read(tbl([tc("甲"), tc(p("乙") + inner + p(""))])))).toEqual([[["甲", "乙"]], [["收入", "10.00"]]]);
  const framed = await read(tbl([tc(p("题") + inner + p(""))]));
  expect(grids(framed)).toEqual([[["收入", "10.00"]]]);
  expect(paragraphsIn(framed).map(({ text }) => text)).toEqual(["题"]);
});

it("footnotes stand behind the body", async () => {
  const report = await read(p(`${r("收支10.00万元")}<w:r><w:footnoteReference w:id="2"/></w:r>`) + p("末段"), {
    footnotes: `<w:footnote w:id="1">${p("不提")}</w:footnote><w:footnote w:id="2">${p("含结转。")}</w:footnote>`,
  });
  expect(paragraphsIn(report).map(({ text, role }) => [text, role])).toEqual([
    ["收支10.00万元", "body"],
    ["末段", "body"],
    ["含结转。", "footnote"],
  ]);
});

it("what cannot be read is listed with its place", async () => {
  const report = await read(
    p("甲") +
      '<w:altChunk r:id="rId9"/>' +
      p(`<w:r><w:object><o:OLEObject/></w:object></w:r>`) +
      p(`<w:r><w:sym w:font="Wingdings" w:char="F0E0"/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>`),
  );
  expect(report.unread.map(({ what, paragraph }) => [what, paragraph])).toEqual([
    ["嵌入的另一份文档", 1],
    ["嵌入的对象（如 Excel 表）", 1],
    ["符号字体里的符号", 1],
  ]);
  expect(paragraphsIn(report).map(({ text }) => text)).toEqual(["甲", "☑"]);
});

it("a document of pictures, with or without captions, has no text to be read", async () => {
  const picture = p("<w:r><w:pict><v:imagedata/></w:pict></w:r>");
  await expect(read(p("2026年部门预算公开") + picture + picture)).rejects.toThrow(/“报告\.docx”里只有图片，没有文字。.*能复制文字的 Word/);
  // A report with a picture in it is read.
  expect((await read(p("一般公共预算拨款收入一千万元，".repeat(9)) + picture)).unread).toHaveLength(1);
});

it("the main part is found by its relationship, whatever its name", async () => {
  expect(paragraphsIn(await read(p("正文"), {}, "w/main2.xml")).map(({ text }) => text)).toEqual(["正文"]);
});
