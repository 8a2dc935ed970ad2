import { readFileSync } from "node:fs";
import * as XLSX from "@e965/xlsx";
import { unzipSync, zipSync, strToU8, strFromU8 } from "fflate";
import type { CellRef } from "../../../src/amount/cell-ref";
import { DoorProblem, type CellMark } from "../../../src/hosts/door";
import { parseWorkbook, readWorkbook } from "../../../src/hosts/file/read-workbook";
import { SETTINGS_SHEET } from "../../../src/hosts/file/settings-sheet";
import { writeWorkbook } from "../../../src/hosts/file/write-workbook";
import type { SheetDoor } from "../../../src/hosts/sheet/sheet-door";
import type { Spreadsheet } from "../../../src/hosts/sheet/spreadsheet";
import type { DraftCell, SheetDraft } from "../../../src/workbook/draft";
import { faceless, handAt, openDoor } from "./support";

let spreadsheet: Spreadsheet;
beforeAll(() => {
  spreadsheet = faceless();
});
afterAll(() => spreadsheet.dispose());

const cell = (value: DraftCell["value"], style: DraftCell["style"] = "label", formula?: string): DraftCell => ({
  value,
  style,
  ...(formula !== undefined && { formula }),
});
const draft = (name: string, rows: DraftCell[][], more: Partial<SheetDraft> = {}): SheetDraft => ({
  name,
  columnWidths: [20, 20],
  rows: rows.map((cells) => ({ cells })),
  frozenRows: 1,
  merges: [],
  lists: [],
  landscape: false,
  ...more,
});
const ORIGINAL = [
  draft(
    "表1",
    [
      [cell("部门收支总体情况表", "title"), cell(null)],
      [cell("一、本年收入"), cell(1221.42, "amount")],
      [cell("收入总计"), cell(1221.42, "amount", "=B2")],
    ],
    {
      merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
    },
  ),
  draft("封面", [[cell("示例市")]]),
];
const original = (): Promise<Uint8Array> => writeWorkbook(ORIGINAL);
const parts = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));
const at = (sheet: string, row: number, column: number): CellRef => ({ sheet, row, column });
const open = async (): Promise<SheetDoor> => openDoor(spreadsheet, await original());
const enter = (door: SheetDoor, cell: CellRef, value: string | number | null): Promise<void> =>
  handAt(spreadsheet, door).enter(cell, value);
const styleOf = (bytes: Uint8Array, sheet: string, address: string): { z?: unknown; s?: { patternType?: string } } =>
  (XLSX.read(bytes, { cellStyles: true, cellNF: true }).Sheets[sheet] as XLSX.WorkSheet)[address] as { z?: unknown };

describe("saving keeps what was not touched", () => {
  it("gives the very bytes when nothing changed", async () => {
    const bytes = await original();
    expect(await (await openDoor(spreadsheet, bytes, "a.xlsx")).saveAs()).toEqual(bytes);
  });

  it("leaves other sheets, strings and unknown parts byte for byte", async () => {
    const bytes = zipSync({ ...unzipSync(await original()), "xl/extra/own.bin": strToU8("\u0001别动") });
    const door = await openDoor(spreadsheet, bytes, "a.xlsx");
    await enter(door, at("表1", 1, 1), 1219.43);
    await door.writeSheets([draft("填报-基本信息", [[cell("项目", "heading")]])]);
    const before = parts(bytes);
    const after = parts(await door.saveAs());
    const changed = Object.keys(before).filter((path) => before[path] !== after[path]);
    expect(changed.sort()).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/styles.xml",
      "xl/workbook.xml",
      "xl/worksheets/sheet1.xml",
    ]);
    expect(after["xl/worksheets/sheet1.xml"]).toContain("mergeCell");
  });

  it("keeps the old cells' formats and gives the new sheets theirs", async () => {
    const door = await open();
    await door.writeSheets([
      draft("填报-上年对比", [[cell("上年预算数", "heading")], [cell(1332.39, "inputAmount")], [cell(0.9984, "percent")]]),
    ]);
    const saved = await door.saveAs();
    expect(styleOf(saved, "表1", "B2").z).toBe("#,##0.00");
    expect(styleOf(saved, "填报-上年对比", "A2").z).toBe("#,##0.00");
    expect(styleOf(saved, "填报-上年对比", "A3").z).toBe("0.00%");
    expect(styleOf(saved, "填报-上年对比", "A2").s?.patternType).toBe("solid");
  });
});

describe("edited cells", () => {
  it.each<[string, string | number, unknown]>([
    ["a number", 1219.43, 1219.43],
    ["a negative number", -0.5, -0.5],
    ["text", "部门", "部门"],
    ["a year with its word", "2026年", "2026年"],
    ["two lines", "一行\n二行", "一行\n二行"],
    ["what XML must not hold", "前\u000b中\u0001后", "前\n中\u0001后"],
    ["what only looks like an escape", "_x000B_", "_x000B_"],
  ])("%s", async (_, entry, value) => {
    const door = await open();
    await enter(door, at("表1", 1, 1), entry);
    const saved = await door.saveAs();
    const [sheet] = (await readWorkbook(saved, "b")).sheets;
    expect(sheet?.values[1]?.[1] ?? null).toBe(value);
    expect(sheet?.formulas[1]?.[1]).toBeUndefined();
    expect(parts(saved)["xl/worksheets/sheet1.xml"]).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
  });

  it("a formula stays a formula, with its result, and what leans on it is calculated anew", async () => {
    const door = await open();
    await enter(door, at("表1", 1, 1), "=1000+221.42*2");
    const read = await door.read();
    // 1000 + 442.84; the total below is the same cell.
    expect([1, 2].map((row) => read.sheets[0]?.values[row]?.[1])).toEqual([1442.84, 1442.84]);
    const saved = await readWorkbook(await door.saveAs(), "b");
    expect(saved.sheets[0]?.formulas.map((row) => row[1])).toEqual([undefined, "=1000+221.42*2", "=B2"]);
    expect([1, 2].map((row) => saved.sheets[0]?.values[row]?.[1])).toEqual([1442.84, 1442.84]);
  });

  it("can be undone without limit, and what was undone is not written", async () => {
    const door = await open();
    const hand = handAt(spreadsheet, door);
    for (let i = 0; i < 30; i++) await hand.enter(at("表1", 1, 1), i);
    for (let i = 0; i < 30; i++) await hand.undo();
    expect((await door.read()).sheets[0]?.values[1]?.[1]).toBe(1221.42);
    expect(door.changed).toBe(false);
    expect(parts(await door.saveAs())).toEqual(parts(await original()));
    await hand.redo();
    expect((await door.read()).sheets[0]?.values[1]?.[1]).toBe(0);
  });

  it("a code typed into a text cell keeps its zero", async () => {
    const door = await open();
    await enter(door, at("表1", 1, 0), "01");
    expect((await readWorkbook(await door.saveAs(), "b")).sheets[0]?.values[1]?.[0]).toBe("01");
  });

  it("may lie outside what the sheet held", async () => {
    const door = await open();
    await enter(door, at("表1", 5, 3), "7");
    const saved = await readWorkbook(await door.saveAs(), "b");
    for (const book of [door.workbook, saved]) expect(book.sheets[0]?.values[5]?.[3]).toBe(7);
  });

  it("replace a formula, and Excel is told to calculate anew", async () => {
    const door = await open();
    await enter(door, at("表1", 2, 1), "1000");
    const saved = await door.saveAs();
    expect((await readWorkbook(saved, "b")).sheets[0]?.formulas[2]?.[1]).toBeUndefined();
    expect(parts(saved)["xl/workbook.xml"]).toMatch(/<calcPr[^>]*fullCalcOnLoad="1"/);
  });

  it("release the cells that leaned on an overwritten shared formula", async () => {
    const bytes = unzipSync(await original());
    const path = "xl/worksheets/sheet2.xml";
    const rows = `<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1*2</f><v>2</v></c><c r="B1"><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>6</v></c><c r="B2"><v>3</v></c></row>`;
    bytes[path] = strToU8(
      strFromU8(bytes[path] ?? new Uint8Array()).replace(/<sheetData>.*<\/sheetData>/, `<sheetData>${rows}</sheetData>`),
    );
    const door = await openDoor(spreadsheet, zipSync(bytes), "a.xlsx");
    await enter(door, at("封面", 0, 0), "5");
    const sheet = (await readWorkbook(await door.saveAs(), "b")).sheets[1];
    expect(sheet?.values.map((row) => row[0])).toEqual([5, 6]);
    expect(sheet?.formulas[1]?.[0]).toBe("=B2*2");
  });

  it("tell the handlers which sheet, until they are stopped", async () => {
    const door = await open();
    const heard: string[] = [];
    const stop = await door.onChanged((sheet) => heard.push(sheet));
    await enter(door, at("表1", 1, 1), "1");
    await stop();
    await enter(door, at("封面", 0, 0), "2");
    expect(heard).toEqual(["表1"]);
  });
});

describe("this tool's sheets", () => {
  it("are added at the end and rewritten in place", async () => {
    const door = await open();
    await door.writeSheets([draft("审核结果", [[cell("旧")], [cell("旧")]])]);
    const saved = await openDoor(spreadsheet, await door.saveAs(), "a.xlsx");
    await saved.writeSheets([draft("审核结果", [[cell("新")]]), draft("预算情况说明", [[cell("第三部分")]])]);
    const again = await readWorkbook(await saved.saveAs(), "b");
    expect(again.sheets.map((sheet) => sheet.name)).toEqual(["表1", "封面", "审核结果", "预算情况说明"]);
    expect(again.sheets[2]?.values).toEqual([["新"]]);
  });

  it("are read back as they will be written", async () => {
    const door = await open();
    await door.writeSheets([draft("填报", [[cell("=危险"), cell(3, "amount", "=1+2")]])]);
    const inMemory = (await door.read()).sheets[2];
    const written = (await readWorkbook(await door.saveAs(), "b")).sheets[2];
    expect(written?.values).toEqual([["=危险", 3]]);
    expect(inMemory?.values).toEqual(written?.values);
    expect(inMemory?.formulas[0]).toEqual([undefined, "=1+2"]);
    expect(written?.formulas[0]).toEqual([undefined, "=1+2"]);
  });

  it("take edits made after they were written", async () => {
    const door = await open();
    await door.writeSheets([draft("填报", [[cell("项目", "heading"), cell(null, "input")]])]);
    await enter(door, at("填报", 0, 1), "原因");
    expect((await readWorkbook(await door.saveAs(), "b")).sheets[2]?.values).toEqual([["项目", "原因"]]);
  });
});

describe("settings", () => {
  const choices = { 变体: "2026-12", 说明: "“引号”".repeat(20000) };

  it("travel with the saved workbook on a sheet nobody sees", async () => {
    const door = await open();
    expect(await door.loadSetting("choices")).toBeUndefined();
    await door.saveSetting("choices", choices);
    const saved = await door.saveAs();
    const again = await openDoor(spreadsheet, saved, "a.xlsx");
    expect(await again.loadSetting("choices")).toEqual(choices);
    expect((await again.read()).sheets.map((sheet) => sheet.name)).toEqual(["表1", "封面"]);
    expect((await parseWorkbook(saved, "b")).workbook.sheets.find((sheet) => sheet.name === SETTINGS_SHEET)?.visibility).toBe("veryHidden");
    // Nor does anyone else who reads the file take it for a sheet of the user's.
    expect((await readWorkbook(saved, "b")).sheets.map((sheet) => sheet.name)).toEqual(["表1", "封面"]);
  });

  it("can be taken away again", async () => {
    const door = await open();
    await door.saveSetting("a", 1);
    await door.saveSetting("a", undefined);
    expect(await (await openDoor(spreadsheet, await door.saveAs(), "a.xlsx")).loadSetting("a")).toBeUndefined();
  });
});

it.each(["biff8", "ods"] as const)("a %s file is saved as .xlsx with its values, formats and merges", async (bookType) => {
  const book = XLSX.utils.book_new();
  const sheet = XLSX.utils.aoa_to_sheet([
    ["表题", null],
    ["01", 1219.43],
  ]);
  sheet["!merges"] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
  (sheet["B2"] as XLSX.CellObject).z = "#,##0.00";
  XLSX.utils.book_append_sheet(book, sheet, "表1");
  const door = await openDoor(
    spreadsheet,
    new Uint8Array(XLSX.write(book, { type: "array", bookType }) as ArrayBuffer),
    `旧.${bookType === "ods" ? "ods" : "xls"}`,
  );
  expect(door.savedName).toBe("旧.xlsx");
  expect(door.source.converted).toBe(true);
  await enter(door, at("表1", 1, 1), 1219.53);
  const bytes = await door.saveAs();
  const saved = await openDoor(spreadsheet, bytes, "b.xlsx");
  expect(saved.workbook.sheets[0]?.values).toEqual([["表题"], ["01", 1219.53]]);
  expect(XLSX.read(bytes).Sheets["表1"]?.["!merges"]).toHaveLength(1);
});

it("what a file is decides how it is saved, not what it is called; a signature is noticed", async () => {
  const sample = new Uint8Array(readFileSync("samples/2026-12.xlsx"));
  const parts = unzipSync(sample);
  const add = (path: string, entry: string): void => {
    parts[path] = strToU8(strFromU8(parts[path] ?? new Uint8Array()).replace("</Relationships>", `${entry}</Relationships>`));
  };
  add(
    "_rels/.rels",
    '<Relationship Id="rIdS" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/>',
  );
  add(
    "xl/_rels/workbook.xml.rels",
    '<Relationship Id="rIdV" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>',
  );
  const signed = zipSync({ ...parts, "_xmlsignatures/origin.sigs": new Uint8Array(), "xl/vbaProject.bin": new Uint8Array(8) });
  const old = new Uint8Array(XLSX.write(XLSX.read(sample), { type: "array", bookType: "biff8" }) as ArrayBuffer);
  const opened = await Promise.all(
    (
      [
        [signed, "甲.xls"],
        [sample, "乙.et"],
        [old, "丙.xlsx"],
        [old, "丁.XLS"],
      ] as const
    ).map(([bytes, name]) => openDoor(spreadsheet, bytes, name)),
  );
  expect(opened.map(({ source, savedName }) => ({ ...source, savedName }))).toEqual([
    { converted: false, signed: true, macros: true, savedName: "甲.xlsm" },
    { converted: false, signed: false, macros: false, savedName: "乙.xlsx" },
    { converted: true, signed: false, macros: false, savedName: "丙.xlsx" },
    { converted: true, signed: false, macros: false, savedName: "丁.xlsx" },
  ]);
});

it("selecting shows the first cell's sheet only, and says so when that sheet is gone", async () => {
  const door = await open();
  const shown: (readonly CellRef[])[] = [];
  door.watch({ onSelect: (cells) => shown.push(cells) });
  await door.select([at("表1", 1, 1), at("封面", 0, 0), at("表1", 2, 1)]);
  expect(shown).toEqual([[at("表1", 1, 1), at("表1", 2, 1)]]);
  await expect(door.select([at("没有", 0, 0)])).rejects.toThrow(/没有“没有”这张表/);
  await expect(door.select([at("没有", 0, 0)])).rejects.toBeInstanceOf(DoorProblem);
});

it("marks travel with the saved file, are known again, and can be taken back", async () => {
  const door = await open();
  const mark = (row: number): CellMark => ({ ...at("表1", row, 1), level: "error" });
  await door.mark([mark(1), mark(2)]);
  await door.mark([mark(2)]);
  const marked = await door.saveAs();
  expect(parts(marked)["xl/worksheets/sheet1.xml"]).toMatch(/<conditionalFormatting sqref="B3">.*BUDGET-DISCLOSURE-MARK error/);
  const again = await openDoor(spreadsheet, marked);
  expect(again.currentMarks).toEqual([mark(2)]);
  await again.clearMarks();
  expect(parts(await again.saveAs())["xl/worksheets/sheet1.xml"]).not.toContain("conditionalFormatting");
});

it("sheets written by this tool are one step for undo", async () => {
  const door = await open();
  await door.writeSheets([draft("填报", [[cell("一")]]), draft("审核结果", [[cell("二")]])]);
  await door.writeSheets([draft("填报", [[cell("三")]])]);
  const names = async (): Promise<unknown[]> =>
    (await door.read()).sheets.map((sheet) => `${sheet.name} ${JSON.stringify(sheet.values[0]?.[0])}`);
  expect(await names()).toEqual(['表1 "部门收支总体情况表"', '封面 "示例市"', '填报 "三"', '审核结果 "二"']);
  await handAt(spreadsheet, door).undo();
  expect(await names()).toEqual(['表1 "部门收支总体情况表"', '封面 "示例市"', '填报 "一"', '审核结果 "二"']);
  await handAt(spreadsheet, door).undo();
  expect(parts(await door.saveAs())).toEqual(parts(await original()));
  await handAt(spreadsheet, door).redo();
  expect((await readWorkbook(await door.saveAs(), "b")).sheets.map((sheet) => sheet.name)).toEqual(["表1", "封面", "填报", "审核结果"]);
});

it("unsaved work can be put back", async () => {
  const door = await open();
  await enter(door, at("表1", 1, 1), 7);
  await enter(door, at("封面", 3, 2), "=1+1");
  await door.writeSheets([draft("填报", [[cell("一")]])]);
  await door.saveSetting("a", 1);
  const kept = structuredClone(door.unsaved());
  const again = await open();
  await again.restore(kept);
  const book = await again.read();
  expect(book.sheets.map((sheet) => sheet.name)).toEqual(["表1", "封面", "填报"]);
  expect([book.sheets[0]?.values[1]?.[1], book.sheets[0]?.values[2]?.[1], book.sheets[1]?.values[3]?.[2]]).toEqual([7, 7, 2]);
  expect(await again.loadSetting("a")).toBe(1);
  expect(again.changed).toBe(true);
});

it("says whether closing would lose something", async () => {
  const door = await open();
  expect(door.changed).toBe(false);
  await enter(door, at("表1", 1, 1), "1");
  expect(door.changed).toBe(true);
  await door.saveAs();
  expect(door.changed).toBe(false);
});

/** Three sheets: a total without a result, an edited cell elsewhere, a formula over a sheet that is not there. */
const withFormulas = (): Uint8Array => {
  const book = XLSX.utils.book_new();
  const sheet = (rows: XLSX.CellObject[][]): XLSX.WorkSheet => XLSX.utils.aoa_to_sheet(rows as unknown[][]);
  XLSX.utils.book_append_sheet(
    book,
    sheet([
      [
        { t: "n", v: 2 },
        { t: "n", v: 3 },
      ],
    ]),
    "表1",
  );
  XLSX.utils.book_append_sheet(
    book,
    sheet([
      [
        { t: "n", v: 4 },
        { t: "n", v: 5 },
        { t: "s", v: "", f: "A1+B1" },
      ],
    ]),
    "表2",
  );
  XLSX.utils.book_append_sheet(
    book,
    sheet([
      [
        { t: "s", v: "部门收支", f: '数据!A1&""' },
        { t: "n", v: 7, f: "表1!A1+数据!A1" },
      ],
    ]),
    "表3",
  );
  const files = unzipSync(new Uint8Array(XLSX.write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer));
  const part = strFromU8(files["xl/worksheets/sheet2.xml"] ?? new Uint8Array()).replace(
    /<c r="C1"[^>]*>.*?<\/c>/,
    '<c r="C1"><f>A1+B1</f></c>',
  );
  return zipSync({ ...files, "xl/worksheets/sheet2.xml": strToU8(part) });
};

describe("results", () => {
  it("that only the first calculation brought are no reason to write their part", async () => {
    const bytes = withFormulas();
    const door = await openDoor(spreadsheet, bytes, "a.xlsx");
    await enter(door, at("表1", 0, 1), 8);
    expect((await door.read()).sheets[1]?.formulas[0]?.[2]).toBe("=A1+B1");
    const [before, after] = [parts(bytes), parts(await door.saveAs())];
    expect(Object.keys(before).filter((path) => /worksheets\/sheet/.test(path) && before[path] !== after[path])).toEqual([
      "xl/worksheets/sheet1.xml",
    ]);
  });

  it("of formulas over a sheet that is not there stay as the file has them, and are not calculated once a cell they lean on has changed", async () => {
    const door = await openDoor(spreadsheet, withFormulas(), "a.xlsx");
    expect(door.uncalculated.map(({ sheet, column }) => [sheet, column])).toEqual([
      ["表3", 0],
      ["表3", 1],
    ]);
    expect((await door.read()).sheets[2]?.values[0]).toEqual(["部门收支", 7]);
    await enter(door, at("表1", 0, 0), 1);
    expect((await door.read()).sheets[2]?.values[0]).toEqual(["部门收支", null]);
    const saved = (await readWorkbook(await door.saveAs(), "b")).sheets[2];
    expect([saved?.values[0], saved?.formulas[0]]).toEqual([
      ["部门收支", 7],
      ['=数据!A1&""', "=表1!A1+数据!A1"],
    ]);
  });
});
