import { readFileSync } from "node:fs";
import { TextEncoder as Utf8 } from "node:util";
import { decodeText } from "../../../src/hosts/file/decode";
import { delimitedSheet, delimiterOf } from "../../../src/hosts/file/exports/delimited";
import { typedCell } from "../../../src/hosts/file/exports/typed";
import { readWorkbook } from "../../../src/hosts/file/read-workbook";
import type { CellValue, PlainSheet } from "../../../src/workbook/plain";

const utf8 = (text: string): Uint8Array => new Utf8().encode(text);
const utf16 = (text: string): Uint8Array =>
  Uint8Array.from(Array.from(text, (letter) => letter.charCodeAt(0)).flatMap((code) => [code & 255, code >> 8]));

/** The bytes of a text in GBK: every two-byte code tried once. */
const GBK = new Map<string, readonly number[]>();
for (let high = 0x81; high <= 0xfe; high++)
  for (let low = 0x40; low <= 0xfe; low++) {
    const letter = new TextDecoder("gb18030").decode(Uint8Array.of(high, low));
    if (letter.length === 1 && !GBK.has(letter)) GBK.set(letter, [high, low]);
  }
const gbk = (text: string): Uint8Array => Uint8Array.from(Array.from(text, (letter) => GBK.get(letter) ?? [letter.charCodeAt(0)]).flat());

const read = async (bytes: Uint8Array, name = "导出.xls"): Promise<readonly PlainSheet[]> => (await readWorkbook(bytes, name)).sheets;
const values = async (bytes: Uint8Array, name?: string): Promise<readonly (readonly CellValue[])[] | undefined> =>
  (await read(bytes, name))[0]?.values;

const PAGE = "<table><tr><td>科目编码</td><td>预算数</td></tr><tr><td>01</td><td>1,219.43</td></tr></table>";
const CELLS = [
  ["科目编码", "预算数"],
  ["01", 1219.43],
];

describe("HTML under the name of .xls", () => {
  it.each([
    ["UTF-8", utf8(PAGE)],
    ["UTF-8 with its mark", utf8(`\ufeff<html><body>${PAGE}</body></html>`)],
    ["GBK that calls itself gb2312", gbk(`<html><meta http-equiv=Content-Type content="text/html; charset=gb2312">${PAGE}</html>`)],
    ["GBK that says nothing", gbk(PAGE)],
    ["UTF-16 with its mark", Uint8Array.of(0xff, 0xfe, ...utf16(PAGE))],
    ["UTF-16 without", utf16(PAGE)],
    ["a long head before the first table", utf8(`<meta charset=utf-8><style>${".x{color:red}".repeat(2000)}</style>${PAGE}`)],
  ])("%s", async (_, bytes) => {
    expect(await values(bytes)).toEqual(CELLS);
  });

  it("what Excel writes beside the shown text counts: the number, the format, that it is text", async () => {
    const page = `<style>.xl1 {mso-number-format:"\\@";} .xl2 {mso-number-format:"0\\.00_ ";}</style>
      <table><tr><td class=xl1>201</td><td class=xl2 x:num="24">24.00 </td><td x:num="1221.4200000000001">1,221.42</td><td x:str>5</td></tr></table>`;
    const [sheet] = await read(utf8(page));
    expect(sheet?.values).toEqual([["201", 24, 1221.4200000000001, "5"]]);
    expect(sheet?.formats).toEqual([["@", "0.00_", "#,##0.00", undefined]]);
  });

  it("cells that span keep the others in their columns", async () => {
    const page = "<table><tr><td rowspan=2>类</td><td colspan=2>支出</td><td>备注</td></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>";
    expect(await values(utf8(page))).toEqual([
      ["类", "支出", null, "备注"],
      [null, 1, 2, 3],
    ]);
  });

  it("one sheet a table, named as Excel wrote it", async () => {
    const names =
      "<xml><x:ExcelWorksheet><x:Name>表1</x:Name></x:ExcelWorksheet><x:ExcelWorksheet><x:Name>表2</x:Name></x:ExcelWorksheet></xml>";
    expect((await read(utf8(`${names}${PAGE}${PAGE}`))).map(({ name }) => name)).toEqual(["表1", "表2"]);
    expect((await read(utf8(`${PAGE}${PAGE}${PAGE}`))).map(({ name }) => name)).toEqual(["Sheet1", "Sheet2", "Sheet3"]);
  });

  it("lines in a cell, no-break spaces, entities", async () => {
    expect(await values(utf8("<table><tr><td>&nbsp;一、<br>  收入\n 合计 </td><td>A&amp;B&lt;</td></tr></table>"))).toEqual([
      ["\u00a0一、\n收入 合计", "A&B<"],
    ]);
  });

  it.each([
    [
      "a field of a form",
      PAGE.replace("1,219.43", '<input name=x value="1,219.43"><input type=hidden value=9><input type=checkbox value=1>'),
    ],
    ["what is chosen of a list", PAGE.replace("01", "<select><option>02</option><option selected>01</option></select>")],
    ["frames around what stands in cells", PAGE.replace(/<td>([^<]*)<\/td>/g, "<td><table><tr><td>$1</td></tr></table></td>")],
    ["a time before the page", `导出时间：2026-01-01\r\n<html><body>${PAGE}</body></html>`],
    ["a program's warning before the page", `Warning: no such thing in /a.php on line 1\n<br />${PAGE}`],
  ])("%s", async (_, page) => {
    expect(await values(utf8(page))).toEqual(CELLS);
    expect(await read(utf8(page))).toHaveLength(1);
  });

  it("tables laid out by another one are sheets of their own", async () => {
    expect((await read(utf8(`<table><tr><td>${PAGE}</td></tr><tr><td>${PAGE}</td></tr></table>`))).map((sheet) => sheet.values)).toEqual([
      CELLS,
      CELLS,
    ]);
  });

  it("the frame of a page that has its tables elsewhere is told as such", async () => {
    await expect(read(utf8('<html><frameset><frame src="a.files/sheet001.htm"></frameset></html>'))).rejects.toThrow(/网页的框架/);
  });

  it("a table that breaks off is refused", async () => {
    await expect(read(utf8(PAGE.slice(0, -20)))).rejects.toThrow(/没有结尾/);
  });
});

it.each([
  ["UTF-8", utf8],
  ["GBK", gbk],
])("SpreadsheetML of Excel 2003 in %s, with a long comment before it", async (name, encode) => {
  const xml = `<?xml version="1.0" encoding="${name === "GBK" ? "GB2312" : name}"?><!-- ${"x".repeat(5000)} --><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表一"><Table><Row><Cell><Data ss:Type="String">预算数</Data></Cell><Cell><Data ss:Type="Number">1219.43</Data></Cell></Row></Table></Worksheet></Workbook>`;
  const [sheet] = await read(encode(xml));
  expect([sheet?.name, sheet?.values]).toEqual(["表一", [["预算数", 1219.43]]]);
  await expect(read(encode(xml.slice(0, -30)))).rejects.toThrow(/已损坏/);
});

it("SpreadsheetML that names a row beyond any sheet is refused before it is laid out", async () => {
  const xml = `<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表一"><Table><Row ss:Index="99999999"><Cell><Data ss:Type="Number">1</Data></Cell></Row></Table></Worksheet></Workbook>`;
  await expect(read(utf8(xml))).rejects.toThrow(/工作表之外/);
});

it("an open document in one XML is read, cut off it is refused", async () => {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="表一"><table:table-row><table:table-cell office:value-type="string"><text:p>预算数</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="1219.43"><text:p>1219.43</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document>`;
  const [sheet] = await read(utf8(xml), "a.fods");
  expect([sheet?.name, sheet?.values]).toEqual(["表一", [["预算数", 1219.43]]]);
  await expect(read(utf8(xml.slice(0, -40)))).rejects.toThrow(/已损坏/);
});

it.each([
  ["SYLK", utf8('ID;PCALC\r\nC;X1;Y1;K"收入"\r\nE\r\n'), /SYLK/],
  ["DIF", utf8('TABLE\r\n0,1\r\n"EXCEL"\r\nVECTORS\r\n0,2\r\n""\r\n'), /DIF/],
  ["RAR", utf8("Rar!\u001a\u0007 1"), /压缩包/],
  ["7-Zip", Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4), /压缩包/],
  ["gzip", Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0), /压缩包/],
])("%s under the name of .xls is told as what it is", async (_, bytes, words) => {
  await expect(read(bytes)).rejects.toThrow(words);
});

describe("CSV and TSV", () => {
  it.each([
    ["CSV in GBK under the name of .xls", gbk('科目编码,预算数\r\n01,"1,219.43"\r\n'), "a.xls"],
    ["CSV with its mark", utf8('\ufeff科目编码,预算数\n01,"1,219.43"\n'), "a.csv"],
    ["TSV in UTF-16", Uint8Array.of(0xff, 0xfe, ...utf16("科目编码\t预算数\r\n01\t1,219.43\r\n")), "a.xls"],
    ["semicolons", utf8("科目编码;预算数\n01;1,219.43"), "a.csv"],
    ["a code kept from being a number", utf8('科目编码,预算数\n"=""01""","1,219.43"'), "a.csv"],
    ["blanks around quotes", utf8('科目编码,预算数\n01, "1,219.43" \n'), "a.csv"],
    ["the sign that ended texts of DOS", gbk('科目编码,预算数\r\n01,"1,219.43"\r\n\u001a'), "a.csv"],
  ])("%s", async (_, bytes, name) => {
    expect(await values(bytes, name)).toEqual(CELLS);
  });

  it("quotes hold delimiters, line ends and doubled quotes", () => {
    expect(delimitedSheet('a,"b,""c""\nd"\n"",x', ",", "s").sheet.values).toEqual([
      ["a", 'b,"c"\nd'],
      [null, "x"],
    ]);
  });

  it("a quote without its end is a file without its end", async () => {
    await expect(read(utf8('a,b\nc,"d\ne,f'))).rejects.toThrow(/引号没有结尾/);
  });

  it("prose is no table", () => {
    expect(delimiterOf("第三部分 预算情况说明\n一、关于收支预算，总体情况。\n收入1,221.52万元。")).toBeNull();
  });
});

it.each([
  ["1,219.43", 1219.43, "#,##0.00"],
  ["-24.00", -24, "0.00"],
  ["99.84%", 0.9984, "0.00%"],
  ["0.5", 0.5, "0.0"],
  ["24", 24, undefined],
  ["01", "01", undefined],
  ["6228480402564890018", "6228480402564890018", undefined],
  ["12,21.42", "12,21.42", undefined],
  ["2026年", "2026年", undefined],
])("%s is read as %p", (shown, value, format) => {
  expect(typedCell(shown)).toEqual({ value, ...(format !== undefined && { format }) });
});

it("a web page in one file, its pages named as sheets", async () => {
  const mail = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----=_X"\r\n\r\n------=_X\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<table><tr><td>=E9=A2=84=\r\n=E7=AE=97</td><td>24.00</td></tr></table>\r\n------=_X--\r\n`;
  expect(await values(utf8(mail))).toEqual([["预算", 24]]);
  await expect(read(utf8(mail.replace("------=_X--", "")))).rejects.toThrow(/没有结尾/);
});

describe("decoding", () => {
  it("one bad byte does not make a text unreadable", () => {
    const bytes = gbk("第三部分 预算情况说明。".repeat(40));
    bytes[41] = 0xff;
    expect(decodeText(bytes)).toContain("预算情况说明。第三部分");
    const same = utf8("第三部分 预算情况说明。".repeat(40));
    same[40] = 0xff;
    expect(decodeText(same)).toContain("预算情况说明。第三部分");
  });

  it("a picture is no text", () => {
    expect(decodeText(new Uint8Array(readFileSync("assets/icon-80.png")))).toBeNull();
  });
});
