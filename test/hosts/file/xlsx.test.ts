/** Workbooks as programs write them, part by part; what they hold was worked out by hand from ECMA-376 part 1, 18. */
import { strToU8, zipSync } from "fflate";
import { DoorProblem } from "../../../src/hosts/door";
import { parseWorkbook, type ParsedWorkbook } from "../../../src/hosts/file/read-workbook";
import type { PlainSheet } from "../../../src/workbook/plain";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

interface Parts {
  /** What stands in the sheet's root. */
  readonly sheet?: string;
  readonly shared?: string;
  readonly styles?: string;
  readonly workbook?: string;
  /** Parts besides, or instead. */
  readonly more?: Readonly<Record<string, string | Uint8Array>>;
}

const relations = (...lines: readonly string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join("")}</Relationships>`;
const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;

function file({ sheet = "", shared, styles, workbook, more = {} }: Parts): Uint8Array {
  const parts: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": relations(relation("r1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml":
      workbook ?? `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets><sheet name="表1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      relation("r1", "worksheet", "worksheets/sheet1.xml"),
      ...(shared === undefined ? [] : [relation("r2", "sharedStrings", "sharedStrings.xml")]),
      ...(styles === undefined ? [] : [relation("r3", "styles", "styles.xml")]),
    ),
    "xl/worksheets/sheet1.xml": `<worksheet ${MAIN}>${sheet}</worksheet>`,
    ...(shared !== undefined && { "xl/sharedStrings.xml": `<sst ${MAIN}>${shared}</sst>` }),
    ...(styles !== undefined && { "xl/styles.xml": `<styleSheet ${MAIN}>${styles}</styleSheet>` }),
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part])));
}

const read = (parts: Parts): Promise<ParsedWorkbook> => parseWorkbook(file(parts), "公开表.xlsx");
async function first(parts: Parts): Promise<PlainSheet> {
  const [sheet] = (await read(parts)).workbook.sheets;
  if (!sheet) throw new Error("there is a sheet");
  return sheet;
}
const rows = (xml: string): string => `<sheetData>${xml}</sheetData>`;
const row = (cells: string): string => rows(`<row r="1">${cells}</row>`);
const values = async (cells: string, parts: Parts = {}): Promise<PlainSheet["values"]> =>
  (await first({ ...parts, sheet: row(cells) })).values;
const refusal = (parts: Parts): Promise<string> =>
  read(parts).then(
    () => "read",
    (cause: unknown) => (cause instanceof DoorProblem ? cause.message : `raw: ${String(cause)}`),
  );

describe("texts", () => {
  const shared = [
    "<si><t>收入</t></si>",
    '<si><r><rPr><b/></rPr><t>预算</t></r><r><t xml:space="preserve"> 收入</t></r></si>',
    '<si><t>科目</t><rPh sb="0" eb="2"><t>カモク</t></rPh><phoneticPr fontId="1"/></si>',
    "<si/>",
    "<si><t>一_x000D_\n二&#10;三&amp;lt;</t></si>",
    "<si><t><![CDATA[<合计>]]></t></si>",
  ].join("");
  const cell = (i: number): string => `<c t="s"><v>${String(i)}</v></c>`;

  it("shared: plain, in runs, with a phonetic guide, none, with lines and signs, as they are", async () => {
    const [line] = await values([0, 1, 2, 3, 4, 5].map(cell).join(""), { shared });
    expect(line).toEqual(["收入", "预算 收入", "科目", "", "一\n二\n三&lt;", "<合计>"]);
  });

  it("in the cell itself, and of a formula", async () => {
    const cells =
      '<c t="inlineStr"><is><r><t>预</t></r><r><t>算</t></r></is></c><c t="str"><f>A1</f><v> a&amp;b </v></c><c t="str"><f>B1</f></c>';
    expect(await values(cells)).toEqual([["预算", " a&b ", ""]]);
  });

  it("that are not there are damage, and a list that is not there", async () => {
    const words = /“表1”所在的部分已损坏（指向的文字不存在）/;
    expect(await refusal({ sheet: row(cell(6)), shared })).toMatch(words);
    expect(await refusal({ sheet: row('<c t="s"><v>-1</v></c>'), shared })).toMatch(words);
    expect(await refusal({ sheet: row(cell(0)) })).toMatch(words);
  });

  it("longer than any cell's are told", async () => {
    expect(await refusal({ sheet: row(`<c t="inlineStr"><is><t>${"长".repeat(1_000_001)}</t></is></c>`) })).toMatch(/一格的文字太长/);
  });
});

it("numbers, truth, errors, and what is none of them, seen at its cell", async () => {
  const cells =
    '<c><v>1219.43</v></c><c t="n"><v> -1E-3 </v></c><c t="b"><v>1</v></c><c t="b"><v>false</v></c><c t="e"><v>#REF!</v></c>' +
    '<c t="e"><v>#SPILL!</v></c><c><v>1,219.43</v></c><c><v>INF</v></c><c t="e"><v>&lt;b&gt;</v></c><c t="s"><v/></c><c><v>5</v></c>';
  const [line] = await values(cells);
  expect(line?.slice(0, 5)).toEqual([1219.43, -0.001, true, false, { error: "#REF!" }]);
  expect(line?.slice(5)).toEqual([{ error: "#SPILL!" }, { error: "#NUM!" }, { error: "#NUM!" }, { error: "#VALUE!" }, null, 5]);
});

it("a cell reads the same however its tags are written; the same attribute twice is damage", async () => {
  const cells = '<c r="A1" t="s" s="1"><v>0</v></c><c r="B1" s="1" t="n"><v>12.50</v></c><c r="C1" s="1"/><c r="D1" t="b"><v>1</v></c>';
  const written = [
    cells,
    cells.replaceAll('"', "'"),
    cells.replaceAll("/>", " />").replaceAll('">', '" >'),
    cells.replaceAll("<c ", '<c cm="0" '),
    cells.replaceAll("<v>", "<v><!-- -->"),
  ];
  for (const one of written)
    expect(await values(one, { shared: "<si><t>合计</t></si>", styles: "<cellXfs><xf/><xf/></cellXfs>" })).toEqual([
      ["合计", 12.5, null, true],
    ]);
  expect(await refusal({ sheet: row('<c r="A1" t="n" s="0" t="b"><v>1</v></c>') })).toMatch(/内容不完整/);
});

it("dates are serial numbers, counted as the workbook counts", async () => {
  const cells =
    '<c t="d"><v>2026-01-15</v></c><c t="d"><v>1900-02-28</v></c><c t="d"><v>2026-01-15T12:00:00</v></c><c t="d"><v>06:00:00</v></c><c t="d"><v>明天</v></c>';
  expect(await values(cells)).toEqual([[46037, 59, 46037.5, 0.25, { error: "#NUM!" }]]);
  const workbook = `<workbook ${MAIN} xmlns:r="${OFFICE}"><workbookPr date1904="1"/><sheets><sheet name="a" r:id="r1"/></sheets></workbook>`;
  expect(await values('<c t="d"><v>2026-01-15</v></c><c><v>46037</v></c>', { workbook })).toEqual([[44575, 46037]]);
});

describe("formulas", () => {
  it("are read with their sign, without the prefix of later functions; of an array at its first cell alone", async () => {
    const cells =
      '<c r="A1"><f>_xlfn.IFS(B1&gt;0,1)</f><v>1</v></c><c r="B1"><f t="array" ref="B1:C1">B2:C2*2</f><v>2</v></c><c r="C1"><v>4</v></c><c r="D1"><f/><v>5</v></c>';
    expect((await first({ sheet: row(cells) })).formulas).toEqual([["=IFS(B1>0,1)", "=B2:C2*2", undefined, undefined]]);
  });

  it("that cells share go with their cell: addresses, fixed or not, but no names, functions and texts", async () => {
    const shared = `'表 A1'!B1+$B$1+B$1+$B1+表A1!C1+LOG10(B1)+B1x+B1_+"B1"&amp;收入B1`;
    const sheet = rows(
      `<row r="1"><c r="A1"><f t="shared" ref="A1:B2" si="0">${shared}</f><v>0</v></c></row>` +
        '<row r="3"><c r="B3"><f t="shared" si="0"/><v>0</v></c><c r="C3"><f t="shared" si="0">C1</f><v>0</v></c><c r="D3"><f t="shared" si="9"/><v>0</v></c></row>',
    );
    const { formulas } = await first({ sheet });
    expect(formulas[2]?.slice(1)).toEqual([`='表 A1'!C3+$B$1+C$1+$B3+表A1!D3+LOG10(C3)+B1x+B1_+"B1"&收入B1`, "=C1", undefined]);
  });

  it("that would leave the sheet say so", async () => {
    const sheet = rows(
      '<row r="2"><c r="B2"><f t="shared" ref="A1:B2" si="0">A1</f></c></row><row r="3"><c r="A3"><f t="shared" si="0"/></c></row>',
    );
    const { values: read, formulas } = await first({ sheet });
    expect(formulas).toEqual([[undefined, "=A1"], ["=#REF!"]]);
    expect(read).toEqual([[null, null], [null]]);
  });
});

describe("places", () => {
  it("as cells and rows state them, else one behind the other; the sheet begins where something is held", async () => {
    const sheet = rows(
      '<row/><row><c s="1"/><c/><c><v>1</v></c><c r="F2"><v>2</v></c><c><v>3</v></c></row><row r="5"><c r="C5"><v>4</v></c><c r="D5"/></row><row><c/></row>',
    );
    const { top, left, values: read } = await first({ sheet });
    expect([top, left]).toEqual([1, 2]);
    expect(read).toEqual([[1, null, null, 2, 3], [], [], [4]]);
  });

  it("in any order", async () => {
    const sheet = rows('<row r="3"><c r="B3"><v>3</v></c><c r="A3"><v>2</v></c></row><row r="1"><c r="B1"><v>1</v></c></row>');
    expect((await first({ sheet })).values).toEqual([[null, 1], [], [2, 3]]);
  });

  it.each([
    ['<row r="1"><c r="XFE1"><v>1</v></c></row>', /有的格不在工作表之内/],
    ['<row r="1"><c r="A0"><v>1</v></c></row>', /有的格不在工作表之内/],
    ['<row r="1048577"/>', /有的行不在工作表之内/],
    ['<row r="x"/>', /有的行不在工作表之内/],
  ])("outside of any sheet are damage: %s", async (xml, words) => {
    expect(await refusal({ sheet: rows(xml) })).toMatch(words);
  });

  it("hidden rows and columns, and merged areas", async () => {
    const sheet =
      '<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="9"/><col min="9" max="9" hidden="true"/></cols>' +
      rows('<row r="1"><c><v>1</v></c></row><row r="4" hidden="1"/><row r="2" hidden="1"/>') +
      '<mergeCells><mergeCell ref="A1:C2"/><mergeCell ref="rubbish"/></mergeCells>';
    const { workbook, merges } = await read({ sheet });
    expect(workbook.sheets[0]?.hidden).toEqual({ rows: [1, 3], columns: [1, 2, 8] });
    expect(merges.get("表1")).toEqual([{ top: 0, left: 0, bottom: 1, right: 2 }]);
  });
});

it("number formats, built in and the file's own, of blank cells between others too", async () => {
  const styles =
    '<numFmts count="1"><numFmt numFmtId="177" formatCode="#,##0.00_ ;[Red]\\-#,##0.00\\ &quot;元&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="2"><alignment/></xf><xf numFmtId="177"/></cellXfs>';
  const { formats } = await first({
    styles,
    sheet: row('<c s="1"><v>1</v></c><c s="2"/><c s="0"><v>2</v></c><c s="7"><v>3</v></c><c s="1"/>'),
  });
  expect(formats).toEqual([["0.00", '#,##0.00_ ;[Red]\\-#,##0.00\\ "元"', undefined, undefined]]);
});

describe("parts", () => {
  it("of whatever kind of sheet, in the workbook's order, seen or not", async () => {
    const sheets = ["worksheet", "chartsheet", "worksheet"].map((type, i) => relation(`r${String(i)}`, type, `s/${String(i)}.bin`));
    const workbook = `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets><sheet name="乙" state="hidden" r:id="r2"/><sheet name="图&amp;" r:id="r1"/><sheet name="甲" state="veryHidden" r:id="r0"/></sheets></workbook>`;
    const sheet = (value: string): string => `<worksheet ${MAIN}>${row(`<c><v>${value}</v></c>`)}</worksheet>`;
    const { workbook: found } = await read({
      workbook,
      more: {
        "xl/_rels/workbook.xml.rels": relations(...sheets),
        "xl/s/0.bin": sheet("0"),
        "xl/s/1.bin": `<chartsheet ${MAIN}/>`,
        "xl/s/2.bin": sheet("2"),
      },
    });
    expect(found.sheets.map(({ name, visibility, values: read }) => [name, visibility, read])).toEqual([
      ["乙", "hidden", [[2]]],
      ["图&", "visible", []],
      ["甲", "veryHidden", [[0]]],
    ]);
  });

  it("under other names, prefixes and namespaces, in UTF-16, named from the root", async () => {
    const strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    const xml = `\ufeff<?xml version="1.0" encoding="UTF-16"?><x:worksheet xmlns:x="${strict}"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>收入</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
    const wide = new Uint8Array(Uint16Array.from({ length: xml.length }, (_, i) => xml.charCodeAt(i)).buffer);
    const workbook = `<x:workbook xmlns:x="${strict}" xmlns:rel="http://purl.oclc.org/ooxml/officeDocument/relationships"><x:sheets><x:sheet name="表1" rel:id="a"/></x:sheets></x:workbook>`;
    const { workbook: found } = await read({
      workbook,
      more: {
        "xl/_rels/workbook.xml.rels": relations(relation("a", "worksheet", "/Daten/%E8%A1%A81.xml")),
        "Daten/表1.xml": wide,
      },
    });
    expect(found.sheets[0]?.values).toEqual([["收入"]]);
  });

  it("that are no sheet's, or cut off behind the last cell, are damage", async () => {
    const part = "xl/worksheets/sheet1.xml";
    expect(await refusal({ more: { [part]: "<html/>" } })).toMatch(/不是工作表的内容/);
    expect(await refusal({ more: { [part]: `<worksheet ${MAIN}>${row("<c><v>1</v></c>")}` } })).toMatch(
      /“表1”所在的部分已损坏（内容不完整）/,
    );
    expect(await refusal({ styles: '<cellXfs><xf numFmtId="0"></cellXfs>' })).toMatch(/记录格式的部分已损坏（内容不完整）/);
  });

  it("what is not understood is passed over, whatever it holds", async () => {
    const sheet =
      '<sheetPr><v>1</v></sheetPr><sheetData><other><c><v>9</v></c></other><row r="1"><c r="A1"><v>1</v><extLst><ext><v>9</v><f>A9</f></ext></extLst></c></row></sheetData><extLst><ext><sheetData><row r="1"><c r="A1"><v>9</v></c></row></sheetData></ext></extLst>';
    const { values: read, formulas } = await first({ sheet });
    expect([read, formulas]).toEqual([[[1]], [[]]]);
  });
});

describe("what a reader could take in two ways is not read as if whole", () => {
  const two = (first: string, second: string): Parts => ({
    workbook: `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets>${first}${second}</sheets></workbook>`,
  });
  it.each<[string, Parts, RegExp]>([
    ["a cell twice", { sheet: row('<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>') }, /“表1”所在的部分已损坏（有的格出现了两次）/],
    [
      "a cell again in another row",
      { sheet: rows('<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>') },
      /两次/,
    ],
    [
      "a cell in the row of another",
      { sheet: rows('<row r="1"><c r="A2"><v>1</v></c></row>') },
      /“表1”所在的部分已损坏（有的格不在它所在的行里）/,
    ],
    ["a cell of two values", { sheet: row('<c r="B1"><v>1221.42</v><v>1219.43</v></c>') }, /“表1”所在的部分已损坏（B1 写了两个值）/],
    ["a cell of two formulas", { sheet: row("<c><f>B1</f><f>C1</f><v>1</v></c>") }, /A1 写了两个值/],
    ["a cell of two texts", { sheet: row('<c t="inlineStr"><is><t>收入</t></is><is><t>支出</t></is></c>') }, /A1 写了两个值/],
    [
      "a text of two wordings",
      { sheet: row('<c t="inlineStr"><is><t>收入</t><t>支出</t></is></c>') },
      /“表1”所在的部分已损坏（有的文字写了两遍）/,
    ],
    [
      "a shared text of two wordings",
      { sheet: row('<c t="s"><v>0</v></c>'), shared: "<si><r><t>收</t><t>支</t></r></si>" },
      /各表共用的文字所在的部分已损坏（有的文字写了两遍）/,
    ],
    ["a sheet of two contents", { sheet: `${row("<c><v>1</v></c>")}${row("<c r='B1'><v>2</v></c>")}` }, /有两份内容/],
    [
      "two relations of one number",
      {
        more: {
          "xl/_rels/workbook.xml.rels": relations(
            relation("r1", "worksheet", "worksheets/sheet1.xml"),
            relation("r1", "worksheet", "worksheets/sheet2.xml"),
          ),
          "xl/worksheets/sheet2.xml": `<worksheet ${MAIN}/>`,
        },
      },
      /记录各部分名单的部分已损坏（有两行同一编号）/,
    ],
    ["a cell beyond the sheet", { sheet: row('<c r="XFE1"><v>1</v></c>') }, /有的格不在工作表之内/],
    [
      "two sheets of one name",
      two('<sheet name="表A" sheetId="1" r:id="r1"/>', '<sheet name="表a" sheetId="2" r:id="r1"/>'),
      /有两张工作表都叫“表a”/,
    ],
    [
      "two sheets of one part",
      two('<sheet name="表1" sheetId="1" r:id="r1"/>', '<sheet name="表2" sheetId="2" r:id="r1"/>'),
      /登记给了两张工作表/,
    ],
  ])("%s", async (_, parts, words) => {
    expect(await refusal(parts)).toMatch(words);
  });

  it.each(["1,221.42", "0x10", "１２２１", "1221.42万元", "-", "无", "1 2", "1.2.3"])(
    "%s where a number belongs is seen at its cell",
    async (held) => {
      expect(await values(`<c><v>${held}</v></c><c><v>1.2E+3</v></c>`)).toEqual([[{ error: "#NUM!" }, 1200]]);
    },
  );

  it("so is a cell of a type that there is not", async () => {
    expect(await values('<c t="x"><v>1</v></c><c><v>2</v></c>')).toEqual([[{ error: "#VALUE!" }, 2]]);
  });

  it("so is a value where its type has none: an inline text that is none, a text beside a number that is not there", async () => {
    const cells =
      '<c t="inlineStr"><v>1221.42</v></c><c><is><t>1219.43</t></is></c><c t="str"><is><t>收入</t></is></c>' +
      '<c t="inlineStr"/><c t="inlineStr"><v> </v></c><c t="inlineStr"><is/></c><c><is/></c><c t="inlineStr"><v>9</v><is><t>支出</t></is></c>';
    const told = { error: "#VALUE!" };
    expect(await values(cells)).toEqual([[told, told, told, "", "", "", null, "支出"]]);
  });

  it.each([
    ["../data/%E8%A1%A8%20%E4%B8%80.xml", "data/表 一.xml"],
    ["/data/%E8%A1%A8.xml", "data/%E8%A1%A8.xml"],
    ["/Data/Sheet.XML", "data/sheet.xml"],
  ])("a part is found whether its name is written in codes or not: %s", async (target, name) => {
    const parts: Parts = {
      more: {
        "xl/_rels/workbook.xml.rels": relations(relation("r1", "worksheet", target)),
        [name]: `<worksheet ${MAIN}>${row("<c><v>7</v></c>")}</worksheet>`,
      },
    };
    expect((await first(parts)).values).toEqual([[7]]);
  });
});
