import mammoth from "mammoth";
import { recogniseWorkbook } from "../../src/book/recognise";
import { readInputs } from "../../src/inputs/read";
import { publish } from "../../src/publication/publication";
import { publicationDocx } from "../../src/render/publication-docx";
import { fullWorkbook } from "../narrative/full-workbook";
import { unzip } from "./unzip";

const workbook = fullWorkbook();
let bytes: Uint8Array;
let xml = "";
beforeAll(async () => {
  bytes = await publicationDocx(publish(recogniseWorkbook(workbook), readInputs(workbook)));
  xml = unzip(bytes).get("word/document.xml") ?? "";
});
const body = (): string => xml.slice(xml.lastIndexOf("</w:sdt>"));
/** The disclosure tables come before the performance tables. */
const tables = (): readonly string[] => xml.match(/<w:tbl>[\s\S]*?<\/w:tbl>/g) ?? [];
const sections = (): readonly string[] => xml.match(/<w:sectPr[\s\S]*?<\/w:sectPr>/g) ?? [];

test("cover, contents, then the parts, each on a new page", async () => {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  const lines = value.split(/\n+/);
  expect(lines.slice(0, 3)).toEqual(["示例市交通局", "2026年部门预算公开", "目　录"]);
  expect(body().match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(4);
});

test("the contents are a field, filled in with every part, heading and disclosure table, brought up to date on opening", () => {
  const contents = xml.slice(xml.indexOf("<w:sdt>"), xml.lastIndexOf("</w:sdt>"));
  expect(contents).toMatch(/<w:fldChar w:fldCharType="begin" w:dirty="(?:true|1)"\/>/);
  expect(contents).toMatch(/TOC \\h \\o &quot;1-2&quot; \\t &quot;TableTitle,2&quot;|TOC [^<]*\\o/);
  const said = (contents.match(/<w:p>[\s\S]*?<\/w:p>/g) ?? []).map((one) =>
    [...one.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(""),
  );
  const titled = said.filter((text) => text !== "");
  expect(titled).toEqual(
    expect.arrayContaining(["第一部分 2026年部门概况", "一、主要职能", "部门收支总体情况表", "上年结转结余情况表", "第四部分 名词解释"]),
  );
  // A page's number is not known before a program has laid the pages out: none is made up.
  expect(titled.filter((text) => /\d$/.test(text))).toEqual([]);
});

test("no page number on the cover and the contents; pages are counted from the first part", () => {
  const [cover, contents, first] = sections();
  expect(cover).not.toContain("footerReference");
  expect(contents).not.toContain("footerReference");
  expect(first).toMatch(/footerReference[\s\S]*<w:pgNumType w:start="1"\/>/);
});

test("all twelve tables, the wide ones on their side, text upright", () => {
  expect(tables().slice(0, 12)).toHaveLength(12);
  const income = xml.indexOf(tables()[1] ?? "");
  expect(/<w:sectPr[\s\S]*?<\/w:sectPr>/.exec(xml.slice(income))?.[0]).toContain('w:orient="landscape"');
  expect(sections().at(-1)).not.toContain("landscape");
});

test("group headings span their columns, heading rows repeat on every page, no row is parted", () => {
  expect(tables()[1]).toMatch(/<w:gridSpan w:val="6"\/>[\s\S]*?财政拨款（补助）/);
  expect(tables()[2]).toMatch(/<w:gridSpan w:val="3"\/>[\s\S]*?科目代码/);
  expect(tables()[2]?.match(/<w:tblHeader\/>/g)).toHaveLength(2);
  for (const table of tables()) expect(table.match(/<w:cantSplit\/>/g)?.length).toBe(table.match(/<w:tr>/g)?.length);
});

test("every row of a disclosure table covers every column of the grid", () => {
  for (const table of tables().slice(0, 12)) {
    const columns = table.match(/<w:gridCol /g)?.length ?? 0;
    for (const row of table.match(/<w:tr>[\s\S]*?<\/w:tr>/g) ?? []) {
      const cells = row.match(/<w:tc>[\s\S]*?<\/w:tc>/g) ?? [];
      const covered = cells.reduce((sum, cell) => sum + Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1), 0);
      expect(covered).toBe(columns);
    }
  }
});

test("amounts as the workbook states them, with separators, to the right; codes in the middle", () => {
  expect(tables()[1]).toMatch(/<w:jc w:val="right"\/>[\s\S]{0,400}100\.00/);
  expect(tables()[1]).toMatch(/<w:jc w:val="center"\/>(?:(?!<w:jc)[\s\S]){0,400}>212</);
});

test("an element of the workbook cannot end a section badly: a paragraph follows every table", () => {
  expect(xml).not.toMatch(/<\/w:tbl><w:sectPr|<\/w:tbl><w:tbl>/);
});

test("what is still to be filled in is highlighted, in the text and in the tables", () => {
  expect(xml).toMatch(/<w:highlight w:val="yellow"\/>[\s\S]{0,200}〔待填：主要职能〕/);
  expect(tables().slice(12).join("")).toMatch(/<w:highlight w:val="yellow"\/>[\s\S]{0,200}〔待填：项目总体目标〕/);
});

test("pictures where they are wanted: as wide as the page at most, with what they show in words, each in a line of its own height", async () => {
  const png = Uint8Array.from(
    Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64"),
  );
  const flow = { png, width: 1376, height: 688, title: "示例市交通局2026年<收入>到支出", text: "财政拨款：金额100.00。" };
  const made = unzip(await publicationDocx(publish(recogniseWorkbook(workbook), readInputs(workbook)), {}, { flow }));
  const document = made.get("word/document.xml") ?? "";
  const [drawn, ...others] = document.match(/<w:drawing>[\s\S]*?<\/w:drawing>/g) ?? [];
  expect(others).toEqual([]);
  // A4 with margins of 28 mm and 26 mm leaves 156 mm: 5,616,000 EMU; half as high.
  const [, across, high] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(drawn ?? "") ?? [];
  expect(Number(across) / 36000).toBeCloseTo(156, 0);
  expect(Number(high) / Number(across)).toBeCloseTo(0.5, 3);
  expect(drawn).toContain('descr="财政拨款：金额100.00。"');
  expect(drawn).toContain("2026年&lt;收入&gt;到支出");
  const paragraph = document.slice(document.lastIndexOf("<w:p>", document.indexOf("<w:drawing>")), document.indexOf("<w:drawing>"));
  expect(paragraph).toContain('w:lineRule="auto"');
  expect(xml).not.toContain("<w:drawing>");
});
