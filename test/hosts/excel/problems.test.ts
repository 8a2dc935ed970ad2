import type { WorkbookDoor } from "../../../src/hosts/door";
import { openExcelDoor } from "../../../src/hosts/excel/excel-door";
import type { FakeExcel } from "../../excel/fake-excel";
import { openInNode } from "../../excel/in-node";
import { sheet, workbook } from "../../excel/samples";
import { AT_ONCE, problemOf } from "./support";

const open = (): FakeExcel => openInNode(workbook(sheet("表1", [["收入", 1]])));
const draft = {
  name: "审核结果",
  columnWidths: [10],
  rows: [{ cells: [{ value: "无", style: "body" as const }] }],
  frozenRows: 0,
  merges: [],
  lists: [],
  landscape: false,
};

const CALLS: readonly (readonly [string, (door: WorkbookDoor) => Promise<unknown>])[] = [
  ["read", (door) => door.read()],
  ["select", (door) => door.select([{ sheet: "表1", row: 0, column: 0 }])],
  ["onChanged", (door) => door.onChanged(() => undefined)],
  ["mark", (door) => door.mark([{ sheet: "表1", row: 0, column: 0, level: "error" }])],
  ["clearMarks", (door) => door.clearMarks()],
  ["loadSetting", (door) => door.loadSetting("k")],
  ["saveSetting", (door) => door.saveSetting("k", 1)],
  ["writeSheets", (door) => door.writeSheets([draft])],
];

describe("what goes wrong in Excel", () => {
  it.each(CALLS)("%s during cell editing tries a few times, then says to press Enter", async (_, call) => {
    const fake = open();
    fake.beginCellEdit();
    expect(await problemOf(call(openExcelDoor(AT_ONCE)))).toEqual({
      kind: "editing",
      message: "正在编辑单元格。请先按回车结束单元格编辑，再点一次。",
    });
    expect(fake.roundTrips).toBe(4);
  });

  it.each(CALLS)("%s goes on by itself when editing ends in time", async (_, call) => {
    const fake = open();
    fake.beginCellEdit(2);
    await expect(call(openExcelDoor(AT_ONCE))).resolves.not.toThrow();
  });

  it.each(CALLS)("%s of a closed workbook says so", async (_, call) => {
    const fake = open();
    fake.closed = true;
    expect(await problemOf(call(openExcelDoor(AT_ONCE)))).toMatchObject({
      kind: "closed",
      message: expect.stringContaining("重新打开工作簿") as string,
    });
  });

  it.each([
    ["WriteNotSupportedWhenModalDialogOpen", "editing", "关闭对话框"],
    ["ActivityLimitReached", "unknown", "Excel 正忙"],
    ["ApiNotFound", "unsupported", "升级 Excel"],
    ["AccessDenied", "protected", "撤销保护"],
    ["ItemNotFound", "unknown", "重新校验"],
    ["MemoryLimitReached", "unsupported", "网页工作台"],
    ["GeneralException", "unknown", "再点一次"],
  ])("%s becomes %s: …%s…", async (code, kind, words) => {
    const fake = open();
    fake.refuse(code);
    const problem = await problemOf(openExcelDoor(AT_ONCE).read());
    expect(problem).toMatchObject({ kind, message: expect.stringContaining(words) as string });
    expect(problem.message).not.toMatch(/Exception|Error|[A-Z][a-z]+[A-Z]/);
  });

  it("names the read-only workbook", async () => {
    const fake = open();
    fake.workbook.readOnly = true;
    const door = openExcelDoor(AT_ONCE);
    for (const failed of [
      door.saveSetting("k", 1),
      door.mark([{ sheet: "表1", row: 0, column: 0, level: "error" }]),
      door.writeSheets([draft]),
    ])
      expect(await problemOf(failed)).toMatchObject({ kind: "readOnly", message: expect.stringContaining("只读") as string });
  });

  it("says what may be the matter when Excel does not answer at all, and works once it does", async () => {
    const fake = open();
    fake.hold();
    const door = openExcelDoor({ pauses: [0], answerWithin: 20 });
    expect(await problemOf(door.read())).toEqual({
      kind: "editing",
      message: "Excel 没有回应。如果正在编辑单元格，请先按回车结束编辑；如果正在计算或保存，请等它完成，再点一次。",
    });
    fake.resume();
    await expect(door.read()).resolves.toMatchObject({ name: "预算.xlsx" });
  });

  it("in words unknown to us is said in ours: the message never holds Excel's English", async () => {
    const fake = open();
    fake.refuse("SomethingNew");
    expect((await problemOf(openExcelDoor(AT_ONCE).read())).message).not.toContain("SomethingNew");
  });
});

it("an unlocked cell of a protected sheet takes what is typed in; a locked one is refused by the sheet's name", async () => {
  const fake = openInNode(workbook(sheet("表1", [["收入", 1, 2]])));
  const held = fake.sheet("表1");
  held.protected = true;
  Object.assign(held.ensure(0, 1), { look: { "protection.Locked": false } });
  const put = (column: number): Promise<unknown> => openExcelDoor(AT_ONCE).put([{ sheet: "表1", row: 0, column, value: 9 }]);
  await put(1);
  expect((await problemOf(put(2))).message).toContain("“表1”");
  expect([held.cell("B1")?.value, held.cell("C1")?.value]).toEqual([9, 2]);
});

it("marks are not put on a protected sheet, whatever its protection allows: taking them back could be forbidden later", async () => {
  const fake = openInNode(workbook(sheet("表1", [["收入", 1]])));
  Object.assign(fake.sheet("表1"), { protected: true, allows: new Set(["allowFormatCells"]) });
  const problem = await problemOf(openExcelDoor(AT_ONCE).mark([{ sheet: "表1", row: 0, column: 1, level: "error" }]));
  expect([problem.kind, fake.sheet("表1").conditionalFormats]).toEqual(["protected", []]);
});
