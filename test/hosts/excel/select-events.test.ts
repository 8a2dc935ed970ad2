import { openExcelDoor } from "../../../src/hosts/excel/excel-door";
import type { WorkbookDoor } from "../../../src/hosts/door";
import type { FakeExcel } from "../../excel/fake-excel";
import { openInNode } from "../../excel/in-node";
import { sheet, workbook } from "../../excel/samples";
import { SCENARIOS, inputs, user } from "./scenarios";
import { AT_ONCE, problemOf, settled } from "./support";

const open = () => openInNode(workbook(sheet("表1", [["收入", 1]]), sheet("表 5", [[1, 2]]), sheet("暗", [[1]], { visibility: "hidden" })));
const at = (name: string, row: number, column: number) => ({ sheet: name, row, column });

describe("going to cells", () => {
  it.each([
    ["one cell", [at("表 5", 26, 4)], "'表 5'!E27"],
    ["a column of cells, in any order", [at("表1", 3, 1), at("表1", 1, 1), at("表1", 2, 1)], "表1!B2:B4"],
    ["a block", [at("表1", 0, 0), at("表1", 0, 1), at("表1", 1, 0), at("表1", 1, 1)], "表1!A1:B2"],
    ["cells with a gap: the first", [at("表1", 5, 1), at("表1", 1, 1)], "表1!B6"],
    ["cells of two sheets: the first's", [at("表 5", 1, 1), at("表1", 1, 1), at("表 5", 1, 2)], "'表 5'!B2:C2"],
    ["a cell said twice", [at("表1", 1, 1), at("表1", 1, 1)], "表1!B2"],
  ])("selects %s", async (_, cells, selection) => {
    const fake = open();
    await openExcelDoor().select(cells);
    expect([fake.selection, fake.activeSheet]).toEqual([selection, cells[0]?.sheet]);
    expect(fake.heldReferences).toBe(0);
  });

  it("says that no cell is selected where a picture is", async () => {
    const fake = open();
    fake.refuse("InvalidSelection", 1);
    expect(await openExcelDoor().selected()).toBeNull();
  });

  it("does nothing for no cells", async () => {
    const fake = open();
    await openExcelDoor().select([]);
    expect([fake.selection, fake.activeSheet]).toEqual([null, "表1"]);
  });

  it("says how to show a hidden sheet and does not show it itself", async () => {
    const fake = open();
    expect(await problemOf(openExcelDoor().select([at("暗", 0, 0)]))).toEqual({
      kind: "unsupported",
      message: "“暗”是隐藏的工作表，无法跳转。请在工作表标签上右击，选“取消隐藏”后再点一次。",
    });
    expect(fake.sheet("暗").visibility).toBe("hidden");
  });

  it("names a sheet that is gone", async () => {
    open();
    expect((await problemOf(openExcelDoor().select([at("表9", 0, 0)]))).message).toContain("“表9”");
  });
});

describe("changes", () => {
  it("are heard with the sheet's present name, until stopped", async () => {
    const fake = open();
    const heard: string[] = [];
    const stop = await openExcelDoor().onChanged((name) => heard.push(name));
    fake.edit("表1", "B1", 2);
    await settled();
    fake.sheet("表1").name = "收支总表";
    fake.edit("收支总表", "B1", 3);
    await settled();
    fake.addSheet("新");
    fake.removeSheet("表 5");
    await settled();
    expect(heard).toEqual(["表1", "收支总表", "新", ""]);
    await stop();
    fake.edit("收支总表", "B1", 4);
    await settled();
    expect(heard).toHaveLength(4);
    expect(fake.listeners("DataChanged") + fake.listeners("Added") + fake.listeners("Deleted")).toBe(0);
  });

  describe.each([
    ["an Excel that says who has changed cells", true],
    ["an Excel that does not (before ExcelApi 1.14)", false],
  ])("%s", (_, saysWho) => {
    /** The door, and what it has told of since. */
    async function watched(fake: FakeExcel): Promise<{ readonly door: WorkbookDoor; readonly heard: readonly string[] }> {
      fake.saysWho = saysWho;
      const [heard, door] = [new Array<string>(), openExcelDoor(AT_ONCE)];
      await door.onChanged((name) => heard.push(name));
      return { door, heard };
    }

    it.each(SCENARIOS)("$name: what this tool does itself is no change of the user's", async (scenario) => {
      const fake = await scenario.open();
      const { door, heard } = await watched(fake);
      await scenario.act(door);
      await settled();
      expect(heard).toEqual([]);
    });

    it.each(SCENARIOS)("$name, broken off by Excel: the same", async (scenario) => {
      for (const request of [1, 2, 3, 4]) {
        const fake = await scenario.open();
        const { door, heard } = await watched(fake);
        const first = fake.requests.length;
        fake.failure = (number) => (number === first + request ? { kind: "broken", at: 1 } : null);
        await scenario.act(door).catch(() => undefined);
        await settled();
        expect({ request, heard }).toEqual({ request, heard: [] });
      }
    });

    it("the user's are heard while the tool writes, and right behind it, where the tool has written too", async () => {
      const fake = user();
      const { door, heard } = await watched(fake);
      const writing = door.put([at("表1", 0, 1), at("表1", 1, 1)].map((cell) => ({ ...cell, value: 2 })));
      fake.edit("表1", "C1", 3);
      fake.edit("填报-基本信息", "B2", "她写的");
      await writing;
      await settled();
      expect(heard).toEqual(["表1", "填报-基本信息"]);
      fake.edit("表1", "B1", 4);
      fake.edit("表1", "B2:C2", 4);
      await settled();
      expect(heard).toEqual(["表1", "填报-基本信息", "表1", "表1"]);
    });

    it("the user's on a 填报 sheet are heard while the tool adds to it", async () => {
      const fake = user();
      const { door, heard } = await watched(fake);
      const writing = door.writeSheets([inputs]);
      fake.edit("填报-基本信息", "C9", "她写的");
      await writing;
      await settled();
      expect(heard).toEqual(["填报-基本信息"]);
    });

    it("those of colleagues who have the workbook open too are heard, wherever they write", async () => {
      const fake = user();
      const { door, heard } = await watched(fake);
      await door.put([{ ...at("表1", 0, 1), value: 2 }]);
      await settled();
      fake.edit("表1", "B1", 4, "Remote");
      await settled();
      expect(heard).toEqual(["表1"]);
    });
  });

  it("can be stopped after the workbook was closed", async () => {
    const fake = open();
    const stop = await openExcelDoor().onChanged(() => undefined);
    fake.closed = true;
    await expect(stop()).resolves.toBeUndefined();
  });
});
