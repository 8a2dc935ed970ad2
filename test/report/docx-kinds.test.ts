import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { readReportBytes } from "../../src/hosts/file/node";
import { isReportFile } from "../../src/hosts/file/report-file";
import { paragraphsIn, tablesIn, type Report } from "../../src/report/report";
import { docx, p, r, tbl, tc } from "./docx-writer";

const read = (bytes: Uint8Array): Promise<Report> => readReportBytes(bytes, "报告.docx");
const grids = (report: Report): string[][][] => tablesIn(report).map(({ rows }) => rows.map((row) => row.map(({ text }) => text)));
const texts = (report: Report): string[] => paragraphsIn(report).map(({ text }) => text);

const BODY = p("收支总预算12.00万元。") + tbl([tc("收入", '<w:gridSpan w:val="2"/>')], [tc("拨款"), tc("12.00")]);
const GRID = [
  ["收入", ""],
  ["拨款", "12.00"],
];

/** The same file with its parts' text changed. */
const changed = (bytes: Uint8Array, change: (text: string, path: string) => string): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strToU8(change(strFromU8(part), path))])));

it.each<[string, (text: string, path: string) => string]>([
  [
    "strict namespaces",
    (text) =>
      text
        .replaceAll("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
        .replaceAll("http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/"),
  ],
  [
    "another prefix",
    (text) => text.replaceAll("<w:", "<wx:").replaceAll("</w:", "</wx:").replaceAll(" w:", " wx:").replaceAll("xmlns:w=", "xmlns:wx="),
  ],
  ["a byte order mark", (text, path) => (path.endsWith(".xml") ? `\ufeff${text}` : text)],
])("%s are read as any", async (_, change) => {
  const bytes = changed(docx(BODY), change);
  expect(isReportFile(bytes, "a.docx")).toBe(true);
  const report = await read(bytes);
  expect(texts(report)).toEqual(["收支总预算12.00万元。"]);
  expect(grids(report)).toEqual([GRID]);
});

it("cells merged in the old way, which WPS still writes, are one", async () => {
  const table = tbl([tc("收入", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), tc("备注")], [tc("拨款"), tc("12.00"), tc("")]);
  const report = await read(docx(table));
  expect(grids(report)).toEqual([
    [
      ["收入", "", "备注"],
      ["拨款", "12.00", ""],
    ],
  ]);
  expect(tablesIn(report)[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);
});

it("cells joined across and down at once", async () => {
  const report = await read(
    docx(
      tbl(
        [tc("甲", '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'), tc("丙")],
        [tc("", '<w:gridSpan w:val="2"/><w:vMerge/>'), tc("丁")],
        [tc("1.00"), tc("2.00"), tc("3.00")],
      ),
    ),
  );
  expect(grids(report)).toEqual([
    [
      ["甲", "", "丙"],
      ["", "", "丁"],
      ["1.00", "2.00", "3.00"],
    ],
  ]);
  expect(tablesIn(report)[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 1 }]);
});

it("rows that begin further in, rows and cells in content controls", async () => {
  const table = tbl([tc("项目"), tc("合计")], [tc("1.00")]).replace(
    '<w:tr><w:tc><w:tcPr></w:tcPr><w:p><w:r><w:t xml:space="preserve">1.00',
    '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc><w:tcPr></w:tcPr><w:p><w:r><w:t xml:space="preserve">1.00',
  );
  const controlled = `<w:tbl><w:sdt><w:sdtPr/><w:sdtContent><w:tr><w:sdt><w:sdtContent>${tc("教育")}</w:sdtContent></w:sdt>${tc("2.00")}</w:tr></w:sdtContent></w:sdt></w:tbl>`;
  expect(grids(await read(docx(table + p("又") + controlled)))).toEqual([
    [
      ["项目", "合计"],
      ["", "1.00"],
    ],
    [["教育", "2.00"]],
  ]);
});

it("rows and cells put in under tracking stand, those taken out do not", async () => {
  const table = `<w:tbl><w:tr>${tc("甲")}${tc("1.00")}</w:tr><w:tr><w:trPr><w:ins/></w:trPr>${tc("乙")}${tc(`<w:p><w:del><w:r><w:delText>9.00</w:delText></w:r></w:del><w:ins>${r("2.00")}</w:ins></w:p>`)}</w:tr><w:tr><w:trPr><w:del/></w:trPr>${tc("丙")}${tc("3.00")}</w:tr></w:tbl>`;
  expect(grids(await read(docx(table)))).toEqual([
    [
      ["甲", "1.00"],
      ["乙", "2.00"],
    ],
  ]);
});

it("a paragraph hidden by its style, and a run by its own", async () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="Hid"><w:rPr><w:vanish/></w:rPr></w:style>';
  const body = p("看不见", '<w:pStyle w:val="Gone"/>') + p(`${r("看得见")}${r("藏起", '<w:rStyle w:val="Hid"/>')}`);
  expect(texts(await read(docx(body, { styles })))).toEqual(["看得见"]);
});

it("a field over several paragraphs, as a table of contents is", async () => {
  const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const body =
    p(`${mark("begin")}<w:r><w:instrText>TOC \\o</w:instrText></w:r>${mark("separate")}${r("第一部分")}`) +
    p("第二部分") +
    p(mark("end")) +
    p("正文");
  expect(texts(await read(docx(body)))).toEqual(["第一部分", "第二部分", "正文"]);
});

it("a text box within a table's cell, and one in the older way", async () => {
  const box = `<w:p>${r("外")}<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p("里1.00")}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;
  expect(texts(await read(docx(box)))).toEqual(["外", "里1.00"]);
  expect(grids(await read(docx(tbl([tc(box), tc("2.00")]))))).toEqual([[["外\n里1.00", "2.00"]]]);
});

it("a fraction is written in one line, its sum in brackets", async () => {
  const run = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;
  const body = p(
    `${r("率＝")}<m:oMathPara><m:oMath>${run("(")}<m:f><m:num>${run("12-10")}</m:num><m:den>${run("10")}</m:den></m:f>${run(")×100%")}</m:oMath></m:oMathPara>`,
  );
  expect(texts(await read(docx(body)))).toEqual(["率＝((12-10)/10)×100%"]);
});

it("a note that is referred to twice is printed once", async () => {
  const reference = '<w:r><w:footnoteReference w:id="1"/></w:r>';
  const report = await read(
    docx(p(r("甲") + reference) + p(r("乙") + reference), { footnotes: `<w:footnote w:id="1">${p("含结转。")}</w:footnote>` }),
  );
  expect(texts(report)).toEqual(["甲", "乙", "含结转。"]);
});

it("a workbook that holds a Word document is no report", () => {
  const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="docx" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`;
  expect(isReportFile(zipSync({ "[Content_Types].xml": strToU8(types), "xl/embeddings/a.docx": docx(BODY) }), "a.xlsx")).toBe(false);
});
