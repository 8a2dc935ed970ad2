import { openInNode } from "./in-node";
import { sheet, workbook } from "./samples";

describe("the fake Excel under the genuine library", () => {
  const open = () =>
    openInNode(
      workbook(
        sheet("表1", [
          ["收入", 1.5],
          ["支出", null],
        ]),
      ),
    );

  it("refuses to give what was not loaded", async () => {
    open();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("表1").getRange("A1");
      await context.sync();
      expect(() => range.values).toThrow("not available");
    });
  });

  it("reports a sheet that is not there", async () => {
    open();
    await expect(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("表9").load("name");
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "ItemNotFound" });
  });

  it("gives null objects for what may be missing", async () => {
    open();
    await Excel.run(async (context) => {
      const missing = context.workbook.worksheets.getItemOrNullObject("表9");
      const there = context.workbook.worksheets.getItemOrNullObject("表1");
      there.load("name");
      await context.sync();
      expect([missing.isNullObject, there.isNullObject, there.name]).toEqual([true, false, "表1"]);
    });
  });

  it("refuses a matrix of another shape and leaves the cells alone", async () => {
    const fake = open();
    await expect(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("表1").getRange("A1:B2").values = [[1, 2, 3]];
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "InvalidArgument" });
    expect(fake.sheet("表1").cell("A1")?.value).toBe("收入");
  });

  it("reads and writes values across requests", async () => {
    const fake = open();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("表1").getUsedRange(true);
      range.load("values,valueTypes,address");
      await context.sync();
      expect(range.values).toEqual([
        ["收入", 1.5],
        ["支出", ""],
      ]);
      expect(range.valueTypes).toEqual([
        ["String", "Double"],
        ["String", "Empty"],
      ]);
      expect(range.address).toBe("表1!A1:B2");
      range.getCell(1, 1).values = [[2.5]];
      await context.sync();
    });
    expect(fake.sheet("表1").cell("B2")?.value).toBe(2.5);
    expect(fake.roundTrips).toBe(2);
  });

  it("does a request up to the failing action", async () => {
    const fake = open();
    await expect(
      Excel.run(async (context) => {
        const only = context.workbook.worksheets.getItem("表1");
        only.getRange("A1").values = [["改"]];
        only.getRange("A2:B2").values = [["少一格"]];
        only.getRange("B1").values = [[9]];
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "InvalidArgument" });
    expect([fake.sheet("表1").cell("A1")?.value, fake.sheet("表1").cell("B1")?.value]).toEqual(["改", 1.5]);
  });

  it("takes what is typed as Excel does", async () => {
    const fake = open();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("表1").getRange("A1:A6").values = [["=1+1"], ["'=1+1"], ["01"], ["'01"], ["-x"], ["#N/A"]];
      await context.sync();
    });
    const cells = ["A1", "A2", "A3", "A4", "A5", "A6"].map((address) => fake.sheet("表1").cell(address));
    expect(cells.map((cell) => [cell?.value, cell?.formula])).toEqual([
      [0, "=1+1"],
      ["=1+1", undefined],
      [1, undefined],
      ["01", undefined],
      [0, "=-x"],
      [{ error: "#N/A" }, undefined],
    ]);
  });

  it("raises events to handlers, until they are removed", async () => {
    const fake = open();
    const heard: string[] = [];
    const handler = await Excel.run(async (context) => {
      const added = context.workbook.worksheets.onChanged.add((event) =>
        Promise.resolve(void heard.push(`${event.address} ${event.triggerSource}`)),
      );
      await context.sync();
      return added;
    });
    fake.edit("表1", "B2", 3);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    fake.edit("表1", "B2", 4);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(heard).toEqual(["B2 Unknown"]);
    expect(fake.listeners("DataChanged")).toBe(0);
  });

  it.each([
    ["a cell being edited", (fake: ReturnType<typeof open>) => fake.beginCellEdit(), "InvalidOperationInCellEditMode"],
    ["a protected sheet", (fake: ReturnType<typeof open>) => (fake.sheet("表1").protected = true), "AccessDenied"],
    ["a read-only workbook", (fake: ReturnType<typeof open>) => (fake.workbook.readOnly = true), "AccessDenied"],
    ["a closed workbook", (fake: ReturnType<typeof open>) => (fake.closed = true), "InvalidOrTimedOutSession"],
  ])("refuses a write: %s", async (_, arrange, code) => {
    const fake = open();
    arrange(fake);
    await expect(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("表1").getRange("B2").values = [[5]];
        await context.sync();
      }),
    ).rejects.toMatchObject({ code });
    expect(fake.sheet("表1").cell("B2")?.value ?? null).toBeNull();
  });

  it("gives no answer beyond the limit", async () => {
    const fake = open();
    fake.responseLimit = 100;
    await expect(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("表1").getUsedRange(true).load("values,numberFormat");
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "ResponsePayloadSizeLimitExceeded" });
  });
});
