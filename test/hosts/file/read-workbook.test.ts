import { strToU8, zipSync } from "fflate";
import * as XLSX from "@e965/xlsx";
import { DoorProblem } from "../../../src/hosts/door";
import { savedAt } from "../../../src/hosts/file/saved-at";
import { readWorkbook } from "../../../src/hosts/file/read-workbook";

type Grid = unknown[][];
/** The library's compound-file tools, which it leaves untyped. */
interface CompoundFiles {
  readonly utils: { cfb_new(): object; cfb_add(box: object, path: string, bytes: Uint8Array): void };
  write(box: object, options: { type: "buffer" }): Uint8Array;
}
const FORMATS = ["xlsx", "biff8", "ods"] as const;

function write(grids: Record<string, Grid>, bookType: XLSX.BookType, change?: (book: XLSX.WorkBook) => void): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const [name, grid] of Object.entries(grids)) XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(grid), name);
  change?.(book);
  return new Uint8Array(XLSX.write(book, { type: "array", bookType }) as ArrayBuffer);
}

async function failure(bytes: Uint8Array, name: string): Promise<DoorProblem> {
  const error: unknown = await readWorkbook(bytes, name).then(
    () => null,
    (cause: unknown) => cause,
  );
  if (!(error instanceof DoorProblem)) throw new Error(`expected a DoorProblem, got ${String(error)}`);
  return error;
}

describe.each(FORMATS)("a %s file", (bookType) => {
  const bytes = write(
    {
      表1: [
        ["科目", "01", 1219.43],
        [null, true, 0],
      ],
      表2: [["说明"]],
    },
    bookType,
    (book) => {
      const sheet = book.Sheets["表1"] as XLSX.WorkSheet;
      (sheet["C1"] as XLSX.CellObject).z = "0.00";
      sheet["C2"] = { t: "n", v: 2438.86, f: "C1*2" };
      sheet["A2"] = { t: "e", v: 0x17 };
    },
  );

  it("gives values by kind, with text codes kept as text", async () => {
    const [first] = (await readWorkbook(bytes, "a")).sheets;
    expect(first?.values[0]).toEqual(["科目", "01", 1219.43]);
    expect(first?.values[1]?.slice(1)).toEqual([true, 2438.86]);
  });

  it("names the sheets in order", async () => {
    expect((await readWorkbook(bytes, "a.x")).sheets.map((sheet) => sheet.name)).toEqual(["表1", "表2"]);
  });
});

// The library that makes this test's files writes no formulas into BIFF8.
it.each(["xlsx", "ods"] as const)("%s: formulas with their sign, and nothing where there is none", async (bookType) => {
  const bytes = write({ 表1: [[1, 2, 3]] }, bookType, (book) => {
    (book.Sheets["表1"] as XLSX.WorkSheet)["C1"] = { t: "n", v: 3, f: "A1+B1" };
  });
  const [sheet] = (await readWorkbook(bytes, "a")).sheets;
  expect([sheet?.formulas[0]?.[1], sheet?.formulas[0]?.[2]]).toEqual([undefined, "=A1+B1"]);
});

it.each([
  [0x17, "#REF!"],
  [0x07, "#DIV/0!"],
  [0x2a, "#N/A"],
  [0x1d, "#NAME?"],
])("an error cell %i reads as %s", async (code, shown) => {
  for (const bookType of ["xlsx", "biff8"] as const) {
    const bytes = write({ 表1: [["x"]] }, bookType, (book) => {
      (book.Sheets["表1"] as XLSX.WorkSheet)["A1"] = { t: "e", v: code };
    });
    expect((await readWorkbook(bytes, "a")).sheets[0]?.values).toEqual([[{ error: shown }]]);
  }
});

it("keeps number formats, and General as none", async () => {
  const bytes = write({ 表1: [[1, 2]] }, "xlsx", (book) => {
    ((book.Sheets["表1"] as XLSX.WorkSheet)["B1"] as XLSX.CellObject).z = "#,##0.00";
  });
  const [sheet] = (await readWorkbook(bytes, "a")).sheets;
  expect(sheet?.formats[0]?.[0]).toBeUndefined();
  expect(sheet?.formats[0]?.[1]).toBe("#,##0.00");
});

it("tells hidden and very hidden sheets from visible ones", async () => {
  for (const bookType of ["xlsx", "biff8"] as const) {
    const bytes = write({ a: [[1]], b: [[1]], c: [[1]] }, bookType, (book) => {
      book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }, { Hidden: 2 }] };
    });
    expect((await readWorkbook(bytes, "a")).sheets.map((sheet) => sheet.visibility)).toEqual(["visible", "hidden", "veryHidden"]);
  }
});

it("starts at the first row and column that hold something", async () => {
  const grid: Grid = [[], [], [null, null, null, "表题"], [null, null, "类", 5], []];
  const [sheet] = (await readWorkbook(write({ 表1: grid }, "xlsx"), "a")).sheets;
  expect([sheet?.top, sheet?.left]).toEqual([2, 2]);
  expect(sheet?.values).toEqual([
    [null, "表题"],
    ["类", 5],
  ]);
});

it("an empty sheet is a sheet without rows", async () => {
  expect((await readWorkbook(write({ 空: [] }, "xlsx"), "a")).sheets).toEqual([
    { name: "空", visibility: "visible", top: 0, left: 0, values: [], formats: [], formulas: [] },
  ]);
});

it("reads an HTML table saved as .xls: codes with their leading zeros, numbers with the decimals they were shown with", async () => {
  const html = "<html><body><table><tr><td>01</td><td>1,219.43</td></tr></table></body></html>";
  const [sheet] = (await readWorkbook(new TextEncoder().encode(html), "导出.xls")).sheets;
  expect(sheet?.values).toEqual([["01", 1219.43]]);
  expect(sheet?.formats).toEqual([[undefined, "#,##0.00"]]);
});

describe("files that cannot be read say what to do", () => {
  const good = write({ 表1: [["部门收支总体情况表", 1]] }, "xlsx");
  const encrypted = (): Uint8Array => {
    const cfb = XLSX.CFB as CompoundFiles;
    const box = cfb.utils.cfb_new();
    cfb.utils.cfb_add(box, "/EncryptionInfo", new Uint8Array([4, 0, 4, 0, 0x40, 0, 0, 0]));
    cfb.utils.cfb_add(box, "/EncryptedPackage", new Uint8Array(64));
    return new Uint8Array(cfb.write(box, { type: "buffer" }));
  };
  it.each<[string, Uint8Array, DoorProblem["kind"], RegExp]>([
    ["an empty file", new Uint8Array(0), "empty", /空文件.*重新导出/],
    ["half a workbook", good.slice(0, good.length / 2), "corrupt", /已损坏.*另存一份/],
    [
      "a workbook with rubbish inside",
      new Uint8Array([0x50, 0x4b, 3, 4, ...Array.from({ length: 400 }, (_, i) => (i * 7) % 251)]),
      "corrupt",
      /已损坏/,
    ],
    ["an encrypted workbook", encrypted(), "encrypted", /密码/],
    ["a text file", new TextEncoder().encode("第三部分 预算情况说明"), "unsupported", /不是电子表格.*\.xlsx/],
    ["a PDF", new TextEncoder().encode("%PDF-1.7 ..."), "unsupported", /不是电子表格/],
  ])("%s", async (_, bytes, kind, words) => {
    const error = await failure(bytes, "预算公开.xlsx");
    expect(error.kind).toBe(kind);
    expect(error.message).toMatch(words);
    expect(error.message).toContain("“预算公开.xlsx”");
  });

  it("what calls itself a report and is none: neither a workbook nor a report", async () => {
    const error = await failure(new TextEncoder().encode("{\\rtf1 预算}"), "报告.docx");
    expect(error.message).toMatch(/^“报告\.docx”的内容不是 Word 或 PDF，也不是电子表格。请用 Word 或 WPS 打开，另存为 \.docx/);
  });
});

it("when a file was last saved is as it says itself; what says nothing, or is no package, has no time", () => {
  const core = (modified: string): Uint8Array =>
    zipSync({
      "docProps/core.xml": strToU8(
        `<cp:coreProperties><dcterms:modified xsi:type="dcterms:W3CDTF">${modified}</dcterms:modified></cp:coreProperties>`,
      ),
    });
  expect(savedAt(core("2026-02-10T04:22:31Z"))).toBe("2026-02-10T04:22:31Z");
  expect(savedAt(core("昨天"))).toBeNull();
  expect(savedAt(core("2026-99-10T04:22:31Z"))).toBeNull();
  expect(savedAt(zipSync({ "xl/workbook.xml": strToU8("<workbook/>") }))).toBeNull();
  expect(savedAt(strToU8("编码,名称"))).toBeNull();
});
