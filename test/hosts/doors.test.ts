import * as XLSX from "@e965/xlsx";
import { address, type CellRef } from "../../src/amount/cell-ref";
import type { WorkbookDoor } from "../../src/hosts/door";
import { openExcelDoor } from "../../src/hosts/excel/excel-door";
import type { Spreadsheet } from "../../src/hosts/sheet/spreadsheet";
import type { SheetDraft } from "../../src/workbook/draft";
import type { PlainWorkbook } from "../../src/workbook/plain";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import { openWpsDoor } from "../../src/hosts/wps/wps-door";
import { openInNode } from "../excel/in-node";
import { sheet, workbook } from "../excel/samples";
import { FakeWps, TRAPS, type Traps } from "../wps/fake-wps";
import { settled } from "./excel/support";
import { faceless, handAt, openDoor } from "./sheet/support";

/** An open door, and a person at the workbook behind it. */
interface Opened {
  readonly door: WorkbookDoor;
  readonly type: (cell: CellRef, value: number) => Promise<void>;
}

let spreadsheet: Spreadsheet;
beforeAll(() => {
  spreadsheet = faceless();
});
afterAll(() => spreadsheet.dispose());

function asFile(book: PlainWorkbook): Uint8Array {
  const file = XLSX.utils.book_new();
  for (const { name, values } of book.sheets) XLSX.utils.book_append_sheet(file, XLSX.utils.aoa_to_sheet(values as unknown[][]), name);
  return new Uint8Array(XLSX.write(file, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
}

const doors: readonly (readonly [string, (book: PlainWorkbook) => Promise<Opened>])[] = [
  [
    "Excel",
    (book) => {
      const fake = openInNode(book);
      return Promise.resolve({
        door: openExcelDoor(),
        type: async (cell, value) => {
          fake.edit(cell.sheet, address(cell), value);
          await settled();
        },
      });
    },
  ],
  [
    "the workbench's spreadsheet",
    async (book) => {
      const door = await openDoor(spreadsheet, asFile(book));
      return { door, type: (cell, value) => handAt(spreadsheet, door).enter(cell, value) };
    },
  ],
];

/** WPS in editions that differ. */
const wps: readonly (readonly [string, Partial<Traps>])[] = [
  ["WPS", {}],
  ["WPS that makes no copies and tells of nothing", { copies: "silent", events: false }],
  ["WPS whose copies cannot be read", { copies: "locked", flat: false, binaryText: true }],
];

/** The last one opened, to be looked at when a test is over. */
let lastWps: FakeWps | null = null;

const wpsDoors: typeof doors = wps.map(([name, traps]) => [
  name,
  (book) => {
    const app = new FakeWps(book, { ...TRAPS, ...traps });
    lastWps = app;
    const looks = new Set<() => void>();
    const repeat = (look: () => void): (() => void) => {
      looks.add(look);
      return () => void looks.delete(look);
    };
    return Promise.resolve({
      door: openWpsDoor(app, readWorkbook, repeat),
      type: async (cell, value) => {
        app.workbook.active = app.workbook.sheet(cell.sheet);
        app.edit(cell.sheet, address(cell), value);
        for (const look of looks) look();
        await settled();
      },
    });
  },
]);

/** A folder for temporary files that is empty again, nobody asked anything, and the screen as it was. */
afterEach(() => {
  if (lastWps) expect([lastWps.modals, lastWps.files.size, lastWps.DisplayAlerts, lastWps.ScreenUpdating]).toEqual([0, 0, true, true]);
  lastWps = null;
});

const BOOK = workbook(
  sheet("表1", [
    ["收入", 1219.43],
    ["合计", 1219.43],
  ]),
  sheet("表 5", [[1, 2]]),
);
const at = (name: string, row: number, column: number): CellRef => ({ sheet: name, row, column });
const draft = (name: string, words: string): SheetDraft => ({
  name,
  columnWidths: [20],
  rows: [{ cells: [{ value: words, style: "label" }] }],
  frozenRows: 0,
  merges: [],
  lists: [],
  landscape: false,
});

describe.each([...doors, ...wpsDoors])("%s", (_, open) => {
  it("reads the sheets in order with their values", async () => {
    const { door } = await open(BOOK);
    const read = await door.read();
    expect(read.sheets.map(({ name, values }) => [name, values])).toEqual([
      [
        "表1",
        [
          ["收入", 1219.43],
          ["合计", 1219.43],
        ],
      ],
      ["表 5", [[1, 2]]],
    ]);
  });

  it("reads what a person has typed since", async () => {
    const { door, type } = await open(BOOK);
    await type(at("表1", 0, 1), 1219.53);
    expect((await door.read()).sheets[0]?.values[0]?.[1]).toBe(1219.53);
  });

  it("tells of changes with the sheet's name until it is stopped", async () => {
    const { door, type } = await open(BOOK);
    const heard: string[] = [];
    const stop = await door.onChanged((name) => heard.push(name));
    await type(at("表 5", 0, 1), 3);
    await stop();
    await type(at("表1", 0, 1), 4);
    expect(heard).toEqual(["表 5"]);
  });

  it("names a sheet that is not there, with the next step", async () => {
    const { door } = await open(BOOK);
    await expect(door.select([at("表9", 0, 0)])).rejects.toMatchObject({
      name: "DoorProblem",
      message: expect.stringContaining("“表9”") as string,
    });
    await expect(door.select([at("表 5", 0, 0)])).resolves.toBeUndefined();
    await expect(door.select([])).resolves.toBeUndefined();
  });

  it("says which cell is selected", async () => {
    const { door } = await open(BOOK);
    await door.select([at("表 5", 0, 1)]);
    expect(await door.selected()).toEqual(at("表 5", 0, 1));
  });

  it("keeps settings, and forgets one that is taken away", async () => {
    const { door } = await open(BOOK);
    expect(await door.loadSetting("说明")).toBeUndefined();
    await door.saveSetting("说明", { 甲: ["乙", 1] });
    expect(await door.loadSetting("说明")).toEqual({ 甲: ["乙", 1] });
    await door.saveSetting("说明", undefined);
    expect((await door.loadSetting("说明")) ?? null).toBeNull();
  });

  it("types what it is asked to, gives back what stood there, and puts it back the same way", async () => {
    const { door } = await open(BOOK);
    const cells = [at("表1", 0, 1), at("表1", 1, 1), at("表 5", 0, 0), at("表 5", 4, 2)] as const;
    const seen = async (): Promise<readonly unknown[]> => {
      const { sheets } = await door.read();
      return cells.map(({ sheet: name, row, column }) => {
        const held = sheets.find((one) => one.name === name);
        return held?.formulas[row]?.[column] ?? held?.values[row]?.[column] ?? null;
      });
    };
    const before = await door.put([
      { ...cells[0], value: 1219.53 },
      { ...cells[1], value: null, formula: "=B1" },
      { ...cells[2], value: "=甲" },
      { ...cells[3], value: "新写的" },
    ]);
    expect(await seen()).toEqual([1219.53, "=B1", "=甲", "新写的"]);
    const after = await door.put(before);
    expect(await seen()).toEqual([1219.43, 1219.43, 1, null]);
    await door.put(after);
    expect(await seen()).toEqual([1219.53, "=B1", "=甲", "新写的"]);
  });

  it("types nothing at all where one of the sheets is gone", async () => {
    const { door } = await open(BOOK);
    const entries = [at("表1", 0, 1), at("表9", 0, 0)].map((cell) => ({ ...cell, value: 5 }));
    await expect(door.put(entries)).rejects.toMatchObject({ name: "DoorProblem", message: expect.stringContaining("“表9”") as string });
    expect((await door.read()).sheets[0]?.values[0]?.[1]).toBe(1219.43);
  });

  it("marks leave values alone and can be taken back", async () => {
    const { door } = await open(BOOK);
    await door.mark([{ ...at("表1", 0, 1), level: "error" }]);
    expect((await door.read()).sheets[0]?.values).toEqual([
      ["收入", 1219.43],
      ["合计", 1219.43],
    ]);
    await expect(door.clearMarks()).resolves.toBeUndefined();
  });

  it("adds this tool's sheets at the end and rewrites them in place, strings as strings", async () => {
    const { door } = await open(BOOK);
    await door.writeSheets([draft("审核结果", "=旧"), draft("预算情况说明", "二")]);
    await door.writeSheets([draft("审核结果", "=新")]);
    const read = await door.read();
    expect(read.sheets.map(({ name }) => name)).toEqual(["表1", "表 5", "审核结果", "预算情况说明"]);
    expect(read.sheets[2]?.values[0]?.[0]).toBe("=新");
    expect(read.sheets[2]?.formulas[0]?.[0]).toBeUndefined();
  });

  it("leaves a sheet of the user's own alone that bears the name, and says so", async () => {
    const { door } = await open(workbook(sheet("表1", [[1]]), sheet("审核结果", [["我的记录"]])));
    await expect(door.writeSheets([draft("审核结果", "新")])).rejects.toMatchObject({
      name: "DoorProblem",
      message: expect.stringContaining("“审核结果”，但不是本工具建立的") as string,
    });
    expect((await door.read()).sheets.map(({ name, values }) => [name, values])).toEqual([
      ["表1", [[1]]],
      ["审核结果", [["我的记录"]]],
    ]);
  });

  it("tells what works on this desk, in words that hold nothing of the workbook's", async () => {
    const { door } = await open(BOOK);
    await door.read();
    const told = (await door.diagnose()).map(({ what, came }) => `${what}：${came}`).join("\n");
    expect(told).toMatch(/工作表|工作簿/);
    for (const word of ["表1", "表 5", "收入", "1219", "预算.xlsx"]) expect(told).not.toContain(word);
  });

  it("gives up reading when it is told to", async () => {
    const { door } = await open(BOOK);
    await expect(door.read({ signal: AbortSignal.abort() })).rejects.toMatchObject({ kind: "cancelled" });
  });
});
