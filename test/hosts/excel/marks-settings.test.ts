import { openExcelDoor } from "../../../src/hosts/excel/excel-door";
import type { FakeConditionalFormat } from "../../excel/fake-sheet";
import { openInNode } from "../../excel/in-node";
import { sheet, workbook } from "../../excel/samples";
import { problemOf } from "./support";

const open = () => openInNode(workbook(sheet("表1", [["收入", 1]]), sheet("表5", [[1, 2]], { formats: [["0.00", "0.0%"]] })));
const mark = (name: string, row: number, column: number, level: "error" | "warning" | "faint" = "error") => ({
  sheet: name,
  row,
  column,
  level,
});
const users = (): FakeConditionalFormat[] => [
  {
    id: "user-1",
    type: "Custom",
    areas: [{ top: 0, left: 0, bottom: 9, right: 9 }],
    formula: "=B1>0",
    fill: "#00FF00",
    font: null,
    writing: new Map(),
    stopIfTrue: false,
  },
  {
    id: "user-2",
    type: "ColorScale",
    areas: [{ top: 0, left: 0, bottom: 9, right: 9 }],
    formula: "",
    fill: null,
    font: null,
    writing: new Map(),
    stopIfTrue: false,
  },
];
const fills = (formats: readonly FakeConditionalFormat[]): (string | null)[] =>
  formats.filter((format) => !format.id.startsWith("user")).map((format) => format.fill);

describe("marks", () => {
  it("colour cells by level, the gravest on top, and leave values and formats alone", async () => {
    const fake = open();
    fake.sheet("表5").ensure(0, 0).look["fill.Color"] = "#123456";
    await openExcelDoor().mark([mark("表5", 0, 0), mark("表5", 0, 0, "faint"), mark("表5", 0, 1, "warning"), mark("表1", 0, 1, "faint")]);
    expect(fills(fake.sheet("表5").marksAt("A1"))).toEqual(["#FFB3BA", "#FDEDEC"]);
    expect(fills(fake.sheet("表5").marksAt("B1"))).toEqual(["#FFEB9C"]);
    expect(fills(fake.sheet("表1").marksAt("B1"))).toEqual(["#FDEDEC"]);
    expect(fake.sheet("表1").marksAt("A1")).toEqual([]);
    expect(fake.sheet("表5").cell("A1")).toMatchObject({ value: 1, format: "0.00", look: { "fill.Color": "#123456" } });
    expect(fake.heldReferences).toBe(0);
  });

  it("are replaced by later ones", async () => {
    const fake = open();
    const door = openExcelDoor();
    await door.mark([mark("表5", 0, 0), mark("表1", 0, 0)]);
    await door.mark([mark("表5", 0, 1)]);
    expect([fake.sheet("表5").marksAt("A1"), fake.sheet("表1").conditionalFormats]).toEqual([[], []]);
    expect(fake.sheet("表5").marksAt("B1")).toHaveLength(1);
  });

  it("are taken back after saving and reopening, the user's own conditional formats stay", async () => {
    const first = open();
    first.sheet("表5").conditionalFormats = users();
    await openExcelDoor().mark([mark("表5", 0, 0), mark("表1", 0, 1, "warning")]);
    expect(first.sheet("表5").conditionalFormats).toHaveLength(3);
    const second = openInNode(first.workbook.reopened());
    await openExcelDoor().clearMarks();
    expect(second.sheet("表1").conditionalFormats).toEqual([]);
    expect(second.sheet("表5").conditionalFormats.map((format) => [format.type, format.formula, format.fill])).toEqual(
      users().map((format) => [format.type, format.formula, format.fill]),
    );
  });

  it("can be thousands", async () => {
    const fake = open();
    await openExcelDoor().mark(Array.from({ length: 5000 }, (_, i) => mark("表1", i * 2, 3)));
    expect(fake.sheet("表1").marksAt("D9999")).toHaveLength(1);
    expect(fake.sheet("表1").marksAt("D10000")).toEqual([]);
    expect(fake.sheet("表1").conditionalFormats.length).toBeLessThan(10);
  });

  it("are put on the sheets that allow it; the problem names the others", async () => {
    const fake = open();
    fake.sheet("表5").protected = true;
    const problem = await problemOf(openExcelDoor().mark([mark("表5", 0, 0), mark("表1", 0, 1)]));
    expect(problem).toEqual({ kind: "protected", message: "工作表“表5”设有保护，不能写入。请在“审阅”中撤销工作表保护后再点一次。" });
    expect(fake.sheet("表1").marksAt("B1")).toHaveLength(1);
  });

  it("for a sheet that is gone are dropped", async () => {
    const fake = open();
    await openExcelDoor().mark([mark("表9", 0, 0), mark("表1", 0, 1)]);
    expect(fake.sheet("表1").conditionalFormats).toHaveLength(1);
  });
});

describe("settings", () => {
  it.each([
    ["text", "待核"],
    ["a record", { a: [1, null, "二"], b: { c: true } }],
    ["null", null],
    ["a number", 0.1],
    ["false", false],
  ])("keep %s with the workbook", async (_, value) => {
    const first = open();
    await openExcelDoor().saveSetting("审核说明", value);
    openInNode(first.workbook.reopened());
    expect(await openExcelDoor().loadSetting("审核说明")).toEqual(value);
  });

  it("are undefined where nothing is kept, or no longer", async () => {
    open();
    const door = openExcelDoor();
    expect(await door.loadSetting("无")).toBeUndefined();
    await door.saveSetting("键", 1);
    await door.saveSetting("键", 2);
    expect(await door.loadSetting("键")).toBe(2);
    await door.saveSetting("键", undefined);
    await door.saveSetting("从来没有", undefined);
    expect(await door.loadSetting("键")).toBeUndefined();
  });

  it("that something else damaged count as absent", async () => {
    const fake = open();
    fake.workbook.settings.set("键", "{");
    expect(await openExcelDoor().loadSetting("键")).toBeUndefined();
  });
});
