import { readWorkbook } from "../../../src/hosts/file/read-workbook";
import { SETTINGS_SHEET } from "../../../src/hosts/file/settings-sheet";
import { OWN_SHEET } from "../../../src/hosts/own-sheet";
import { asMatrix } from "../../../src/hosts/wps/shapes";
import { openWpsDoor } from "../../../src/hosts/wps/wps-door";
import type { SheetDraft } from "../../../src/workbook/draft";
import type { PlainWorkbook } from "../../../src/workbook/plain";
import { sheet, workbook } from "../../excel/samples";
import { FakeWps, TRAPS, type Traps } from "../../wps/fake-wps";

const never = (): (() => void) => () => undefined;

function open(book: PlainWorkbook, traps: Partial<Traps> = {}) {
  const app = new FakeWps(book, { ...TRAPS, ...traps });
  return { app, door: openWpsDoor(app, readWorkbook, never) };
}

const draft = (name: string, words: readonly (readonly (string | number)[])[], more: Partial<SheetDraft> = {}): SheetDraft => ({
  name,
  columnWidths: [20],
  rows: words.map((row) => ({ cells: row.map((value) => ({ value, style: "info" })) })),
  frozenRows: 1,
  merges: [],
  lists: [],
  landscape: false,
  ...more,
});

const TABLE = sheet(
  "表1",
  [
    ["收入", 1219.43, null, "备注"],
    ["合计", 1219.43, { error: "#DIV/0!" }, true],
    [null, 0.5, null, null],
  ],
  {
    top: 2,
    left: 1,
    formats: [[undefined, "#,##0.00"], [undefined, "#,##0.00", "0.00%"], []],
    formulas: [[], [undefined, "=C3"], []],
    hidden: { rows: [3], columns: [2, 3] },
  },
);

/** What a read sheet says of a place, however its rows are cut. */
const seen = (read: PlainWorkbook, name: string, row: number, column: number) => {
  const held = read.sheets.find((one) => one.name === name);
  const [r, c] = [row - (held?.top ?? 0), column - (held?.left ?? 0)];
  return [held?.values[r]?.[c] ?? null, held?.formulas[r]?.[c] ?? null, held?.formats[r]?.[c] ?? null];
};

describe("a range's value in its shapes", () => {
  it.each<[string, unknown, number, number, unknown]>([
    ["one cell, bare", 5, 1, 1, [[5]]],
    ["one row, flat", [1, 2, 3], 1, 3, [[1, 2, 3]]],
    ["one column, flat", [1, 2, 3], 3, 1, [[1], [2], [3]]],
    ["one column, as rows", [[1], [2]], 2, 1, [[1], [2]]],
    [
      "a block, row after row",
      [1, 2, 3, 4],
      2,
      2,
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ["nothing", null, 1, 2, [[null, null]]],
    ["a bare value for a block is nothing that can be read", 5, 2, 2, null],
    ["rows of another size neither", [[1, 2]], 2, 2, null],
    ["nor a list that is too short", [1, 2, 3], 2, 2, null],
  ])("%s", (_, given, rows, columns, expected) => expect(asMatrix(given, rows, columns)).toEqual(expected));
});

describe.each<[string, Partial<Traps>]>([
  ["from a copy", {}],
  ["range by range, in flat lists", { copies: "silent" }],
  ["range by range, in rows", { copies: "refused", flat: false }],
])("reading %s", (_, traps) => {
  it("gives values, formulas, formats, errors, what is hidden, each at its place", async () => {
    const { door } = open(workbook(TABLE, sheet("空表", []), sheet("备用", [[1]], { visibility: "hidden" })), traps);
    const read = await door.read();
    expect(read.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ["表1", "visible"],
      ["空表", "visible"],
      ["备用", "hidden"],
    ]);
    expect(seen(read, "表1", 2, 1)).toEqual(["收入", null, null]);
    expect(seen(read, "表1", 2, 2)).toEqual([1219.43, null, "#,##0.00"]);
    expect(seen(read, "表1", 3, 2)).toEqual([1219.43, "=C3", "#,##0.00"]);
    expect(seen(read, "表1", 3, 3)).toEqual([{ error: "#DIV/0!" }, null, "0.00%"]);
    expect(seen(read, "表1", 3, 4)).toEqual([true, null, null]);
    expect(seen(read, "表1", 4, 2)).toEqual([0.5, null, null]);
    expect(read.sheets[0]?.hidden).toEqual({ rows: [3], columns: [2, 3] });
  });
});

it("a sheet whose values come in no known shape is said to be unreadable, and nothing is read from it", async () => {
  const { app, door } = open(workbook(TABLE), { copies: "silent" });
  const view = app.ActiveSheet;
  if (!view) throw new Error("no sheet");
  const range = Object.getPrototypeOf(view.Range("A1")) as object;
  const spy = jest.spyOn(range as { Value2: unknown }, "Value2", "get").mockReturnValue("只给了一个值");
  await expect(door.read()).rejects.toMatchObject({ kind: "unsupported", message: expect.stringContaining("“表1”") as string });
  spy.mockRestore();
});

describe("what is not done without a word", () => {
  it.each<[string, (door: ReturnType<typeof open>["door"]) => Promise<unknown>]>([
    ["marking", (door) => door.mark([{ sheet: "表1", row: 2, column: 2, level: "error" }])],
    ["writing a sheet", (door) => door.writeSheets([draft("审核结果", [["新"]])])],
    ["typing", (door) => door.put([{ sheet: "表1", row: 2, column: 2, value: 5 }])],
    ["going to a cell", (door) => door.select([{ sheet: "表1", row: 9, column: 9 }])],
    ["keeping a setting", (door) => door.saveSetting("说明", "话")],
  ])("%s is told, with what to do", async (_, act) => {
    const { app, door } = open(workbook(TABLE));
    app.deaf = true;
    await expect(act(door)).rejects.toMatchObject({
      name: "DoorProblem",
      message: expect.stringMatching(/WPS 没有完成.*按回车/) as string,
    });
    app.deaf = false;
    expect(app.workbook.sheets.map(({ name }) => name)).toEqual(["表1"]);
    expect(app.workbook.sheet("表1").cell("C3")?.value).toBe(1219.43);
    expect(app.modals).toBe(0);
  });
});

describe("sheets of the user's own", () => {
  it("are not taken for this tool's because another sheet bears its name", async () => {
    const { app, door } = open(workbook(TABLE, sheet("审核结果", [["我的记录"]])));
    await door.writeSheets([draft("预算情况说明", [["二"]])]);
    await expect(door.writeSheets([draft("审核结果", [["新"]])])).rejects.toMatchObject({ kind: "unsupported" });
    expect(app.workbook.sheet("审核结果").cell("A1")?.value).toBe("我的记录");
    expect(app.workbook.sheets.filter(({ names }) => names.some(({ name }) => name === OWN_SHEET)).map(({ name }) => name)).toEqual([
      "预算情况说明",
    ]);
  });

  it("a protected one is named, and its neighbours are not touched by a half", async () => {
    const { app, door } = open(workbook(TABLE));
    await door.writeSheets([draft("审核结果", [["旧"]])]);
    app.workbook.sheet("审核结果").protected = true;
    await expect(door.writeSheets([draft("预算情况说明", [["新"]]), draft("审核结果", [["新"]])])).rejects.toMatchObject({
      kind: "protected",
      message: expect.stringContaining("“审核结果”") as string,
    });
    expect(app.workbook.sheets.map(({ name }) => name)).toEqual(["表1", "审核结果"]);
  });

  it("of 填报 gain what they lack and keep what she wrote", async () => {
    const { app, door } = open(
      workbook(
        TABLE,
        sheet("填报-基本信息", [
          ["项目", "内容"],
          ["单位名称", "她写的"],
        ]),
      ),
    );
    app.workbook.sheet("填报-基本信息").ensure(1, 1).format = "0.000";
    const given = [
      ["项目", "内容"],
      ["单位名称", "工具写的"],
      ["年度", "2026"],
    ];
    await door.writeSheets([
      draft("填报-基本信息", [], {
        carriesOver: true,
        rows: given.map(([item = "", words = ""]) => ({
          cells: [
            { value: item, style: "label" },
            { value: words, style: "input" },
          ],
        })),
        lists: [{ area: { top: 2, left: 1, bottom: 2, right: 1 }, values: ["2025", "2026"] }],
      }),
    ]);
    const held = app.workbook.sheet("填报-基本信息");
    expect(["B2", "A3", "B3"].map((at) => held.cell(at)?.value)).toEqual(["她写的", "年度", "2026"]);
    expect([held.cell("B2")?.format, held.validationAt("B3")]).toEqual(["0.000", { list: { source: "2025,2026" } }]);
  });

  it("a failure on the way leaves what was there, and nothing unfinished in sight", async () => {
    const { app, door } = open(workbook(TABLE));
    await door.writeSheets([draft("审核结果", [["旧"]])]);
    const added = jest.spyOn(app, "takes").mockImplementation((held) => held.cells.size === 0);
    await expect(door.writeSheets([draft("审核结果", [["新"], ["第二行"]])])).rejects.toMatchObject({ name: "DoorProblem" });
    added.mockRestore();
    expect(app.workbook.sheets.filter(({ visibility }) => visibility === "visible").map(({ name }) => name)).toEqual(["表1", "审核结果"]);
    expect(app.workbook.sheet("审核结果").cell("A1")?.value).toBe("旧");
    await door.writeSheets([draft("审核结果", [["新"]])]);
    expect(app.workbook.sheets.map(({ name }) => name)).toEqual(["表1", "审核结果"]);
  });
});

it("writes texts as texts, whatever they look like, and keeps the sheet in view in view", async () => {
  const { app, door } = open(workbook(TABLE));
  const words = ["=1+1", "01", "2026-1", "TRUE", "#REF!", "-", "'引号", "平常的话", "2026年1月"];
  await door.writeSheets([draft("审核结果", [words, [1219.43]])]);
  const held = app.workbook.sheet("审核结果");
  expect(words.map((_, column) => held.at(0, column)?.value)).toEqual(words);
  expect(words.some((_, column) => held.at(0, column)?.formula !== undefined)).toBe(false);
  expect([held.at(1, 0)?.value, held.frozenRows, app.workbook.active?.name]).toEqual([1219.43, 1, "表1"]);
});

it("marks stand above the user's own formats and leave them alone; many cells in lists that WPS takes", async () => {
  const { app, door } = open(workbook(TABLE));
  const held = app.workbook.sheet("表1");
  held.conditionalFormats.push({
    id: "own",
    type: "ColorScale",
    areas: [{ top: 0, left: 0, bottom: 99, right: 9 }],
    formula: "",
    fill: null,
    font: null,
    writing: new Map(),
    stopIfTrue: false,
  });
  const marks = Array.from(
    { length: 90 },
    (_, row) => ({ sheet: "表1", row, column: row % 7, level: row === 4 ? "error" : "faint" }) as const,
  );
  await door.mark(marks);
  expect(held.marksAt("E5").map(({ fill, writing }) => [fill, [...writing.keys()]])).toEqual([
    [null, []],
    [String(0xff + 0xb3 * 0x100 + 0xba * 0x10000), ["bold"]],
  ]);
  expect(
    marks.every(({ row, column }) =>
      held.conditionalFormats.some(({ areas, id }) => id !== "own" && areas.some((area) => area.top === row && area.left === column)),
    ),
  ).toBe(true);
  await door.clearMarks();
  expect(held.conditionalFormats.map(({ id }) => id)).toEqual(["own"]);
});

it("keeps settings on the hidden sheet that the workbench reads, and does not show it as one of the workbook's", async () => {
  const { app, door } = open(workbook(TABLE));
  await door.saveSetting("budget.notes", { 甲: "话" });
  await door.saveSetting("budget.marked", true);
  expect(app.workbook.sheet(SETTINGS_SHEET).visibility).toBe("veryHidden");
  expect((await door.read()).sheets.map(({ name }) => name)).toEqual(["表1"]);
  const again = openWpsDoor(new FakeWps(app.workbook.reopened()), readWorkbook, never);
  expect([await again.loadSetting("budget.notes"), await again.loadSetting("budget.marked")]).toEqual([{ 甲: "话" }, true]);
});

it("its own writing is no change of the user's; hers is, where WPS tells of it", async () => {
  const { app, door } = open(workbook(TABLE));
  const heard: string[] = [];
  await door.onChanged((name) => heard.push(name));
  await door.writeSheets([draft("审核结果", [["新"]])]);
  await door.mark([{ sheet: "表1", row: 2, column: 2, level: "error" }]);
  expect(heard).toEqual([]);
  await new Promise((resolve) => setTimeout(resolve));
  app.edit("表1", "C3", 1);
  expect(heard).toEqual(["表1"]);
});

it("says that the workbook is closed where there is none", async () => {
  const app = new FakeWps(workbook(TABLE));
  jest.spyOn(app, "ActiveWorkbook", "get").mockReturnValue(null as never);
  await expect(openWpsDoor(app, readWorkbook, never).read()).rejects.toMatchObject({ kind: "closed" });
});

it("tells what works in words that hold nothing of the workbook's", async () => {
  const { door } = open(workbook(TABLE), { copies: "locked" });
  await door.read();
  const told = (await door.diagnose()).map(({ what, came }) => `${what}：${came}`).join("\n");
  expect(told).toContain("另存副本并读出（SaveCopyAs）：可以");
  expect(told).toContain("按文件读副本：不行，改为逐张读取");
  expect(told).toContain("上一次读取用的是：逐张读取");
  for (const word of ["表1", "收入", "1219", "预算.xlsx", "会计"]) expect(told).not.toContain(word);
});
