import { openExcelDoor } from "../../../src/hosts/excel/excel-door";
import type { DraftCell, SheetDraft } from "../../../src/workbook/draft";
import { openInNode } from "../../excel/in-node";
import { sheet, workbook } from "../../excel/samples";
import { problemOf } from "./support";

const open = () => openInNode(workbook(sheet("表1", [["收入", 1]]), sheet("审核结果旧", [["用户的"]])));
const text = (value: string | number | null, more: Partial<DraftCell> = {}): DraftCell => ({ value, style: "label", ...more });
const draft = (rows: readonly (readonly DraftCell[])[], more: Partial<SheetDraft> = {}): SheetDraft => ({
  name: "审核结果",
  columnWidths: [12, 40],
  rows: rows.map((cells) => ({ cells })),
  frozenRows: 0,
  merges: [],
  lists: [],
  landscape: false,
  ...more,
});

describe("writing sheets", () => {
  it.each([
    '=HYPERLINK("http://x")',
    "+1",
    "-5",
    "@SUM(A1)",
    "01",
    "2026-1",
    "2026年1月",
    "TRUE",
    "#REF!",
    "'引号",
    "1,221. 42",
    "50%",
    "说明",
    " ",
  ])("writes %j as text in every style", async (value) => {
    const fake = open();
    await openExcelDoor().writeSheets([
      draft([[text(value), text(value, { style: "body" }), text(value, { style: "input" }), text(value, { style: "amount" })]]),
    ]);
    for (const address of ["A1", "B1", "C1", "D1"]) {
      expect(fake.sheet("审核结果").cell(address)?.value).toBe(value);
      expect(fake.sheet("审核结果").cell(address)?.formula).toBeUndefined();
    }
  });

  it("writes numbers as numbers, nothing as nothing, our formulas as formulas", async () => {
    const fake = open();
    await openExcelDoor().writeSheets([
      draft([[text(1219.43, { style: "amount" }), text(null), text("112.96", { formula: "=BUDGET.CHANGE(D2,E2)", style: "label" })]]),
    ]);
    const cells = ["A1", "B1", "C1"].map((address) => fake.sheet("审核结果").cell(address));
    expect(cells[0]).toMatchObject({ value: 1219.43, format: "#,##0.00" });
    expect(cells[1]?.value).toBeNull();
    expect(cells[2]).toMatchObject({ formula: "=BUDGET.CHANGE(D2,E2)", format: "General" });
  });

  it("adds to a sheet without its marker only by a draft that carries its content over", async () => {
    const fake = openInNode(
      workbook(
        sheet("填报-基本信息", [
          ["项目", "内容"],
          ["单位名称", "示例局"],
        ]),
      ),
    );
    const basics = (more: Partial<SheetDraft>): SheetDraft =>
      draft(
        [
          [text("项目"), text("内容")],
          [text("单位名称"), text("示例局")],
          [text("单位类型"), text("部门")],
        ],
        { name: "填报-基本信息", ...more },
      );
    expect((await problemOf(openExcelDoor().writeSheets([basics({})]))).message).toContain("填报-基本信息");
    expect(fake.sheet("填报-基本信息").cell("A1")?.value).toBe("项目");
    await openExcelDoor().writeSheets([basics({ carriesOver: true })]);
    expect(["A1", "A2", "B3"].map((address) => fake.sheet("填报-基本信息").cell(address)?.value)).toEqual(["项目", "单位名称", "部门"]);
  });

  it("lays the sheet out", async () => {
    const fake = open();
    await openExcelDoor().writeSheets([
      draft([], {
        frozenRows: 2,
        landscape: true,
        rows: [
          { cells: [text("审核结果", { style: "title" }), text(null, { style: "title" })], height: 30 },
          { cells: [text("位置", { style: "heading" }), text("问题", { style: "heading" })] },
          {
            cells: [
              text("表5!E27", { style: "error", link: { sheet: "填报-上年对比", address: "E27" } }),
              text("不符", { style: "error" }),
            ],
          },
          { cells: [text("-表5", { style: "error", link: { sheet: "表5", address: "A1" } }), text("不符", { style: "error" })] },
        ],
        merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
        lists: [
          { area: { top: 2, left: 1, bottom: 3, right: 1 }, values: ["是", "否"] },
          { area: { top: 9, left: 1, bottom: 9, right: 1 }, values: ["长".repeat(300)] },
        ],
      }),
    ]);
    const written = fake.sheet("审核结果");
    expect(written.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);
    expect(written.frozenRows).toBe(2);
    expect(written.pageLayout).toMatchObject({ Orientation: "Landscape", Zoom: { horizontalFitToPages: 1 }, PrintTitleRows: "$1:$2" });
    expect(written.validationAt("B4")).toMatchObject({ list: { inCellDropDown: true, source: "是,否" } });
    expect(written.validationAt("B10")).toBeUndefined();
    expect(written.cell("A3")?.hyperlink).toMatchObject({ documentReference: "'填报-上年对比'!E27", textToDisplay: "表5!E27" });
    expect(written.cell("A4")?.hyperlink).toEqual({ documentReference: "表5!A1", screenTip: "转到 表5!A1" });
    expect(written.cell("B3")?.look).toMatchObject({ "fill.Color": "#FDE0DD", "border.EdgeTop.Style": "Continuous", wrapText: true });
    expect(written.cell("A1")?.look).toMatchObject({ "font.Bold": true, "font.Size": 16 });
    expect(written.rowHeights.get(0)).toBe(30);
    // 12 characters: 12 * 7 + 5 = 89 pixels at 96 dpi = 66.75 points.
    expect(written.columnWidths.get(0)).toBe(66.75);
    expect(fake.heldReferences).toBe(0);
  });

  it("rewrites its own sheet as a whole, in place, after saving and reopening too", async () => {
    const first = open();
    await openExcelDoor().writeSheets([
      draft(
        [
          [text("旧"), text("旧")],
          [text("旧"), text("旧", { link: { sheet: "表1", address: "A1" } })],
        ],
        { merges: [{ top: 1, left: 0, bottom: 1, right: 1 }], frozenRows: 1 },
      ),
    ]);
    const again = openInNode(first.workbook.reopened());
    await openExcelDoor().writeSheets([draft([[text("新")]])]);
    const written = again.sheet("审核结果");
    expect(again.workbook.sheets.map((one) => one.name)).toEqual(["表1", "审核结果旧", "审核结果"]);
    expect(["A1", "B1", "A2", "B2"].map((address) => written.cell(address)?.value ?? null)).toEqual(["新", null, null, null]);
    expect([written.cell("B2")?.hyperlink, written.merges, written.frozenRows, written.names.length]).toEqual([undefined, [], 0, 1]);
  });

  it("never touches a sheet that is not its own, and then writes nothing at all", async () => {
    const fake = open();
    const problem = await problemOf(openExcelDoor().writeSheets([draft([[text("新")]]), draft([[text("新")]], { name: "审核结果旧" })]));
    expect(problem).toEqual({
      kind: "unsupported",
      message: "工作簿里已有工作表“审核结果旧”，但不是本工具建立的，没有改动。请先把它改名或移走，再点一次。",
    });
    expect(fake.workbook.sheets.map((one) => one.name)).toEqual(["表1", "审核结果旧"]);
    expect(fake.sheet("审核结果旧").cell("A1")?.value).toBe("用户的");
  });

  it("leaves all other sheets as they are", async () => {
    const fake = open();
    const before = JSON.stringify([...fake.sheet("表1").cells].map(([row, line]) => [row, [...line]]));
    await openExcelDoor().writeSheets([draft([[text("新")]]), draft([[text("新")]], { name: "预算情况说明" })]);
    expect(JSON.stringify([...fake.sheet("表1").cells].map(([row, line]) => [row, [...line]]))).toBe(before);
    expect(fake.workbook.sheets.map((one) => one.name)).toEqual(["表1", "审核结果旧", "审核结果", "预算情况说明"]);
    expect(fake.sheet("审核结果").names).toEqual([{ name: "_BudgetDisclosureSheet", formula: "=TRUE", visible: false }]);
  });

  it("explains a protected workbook and a protected sheet of its own", async () => {
    const fake = open();
    fake.workbook.structureProtected = true;
    expect(await problemOf(openExcelDoor().writeSheets([draft([[text("新")]])]))).toMatchObject({
      kind: "protected",
      message: expect.stringContaining("撤销“保护工作簿”") as string,
    });
    fake.workbook.structureProtected = false;
    await openExcelDoor().writeSheets([draft([[text("旧")]])]);
    fake.sheet("审核结果").protected = true;
    expect(await problemOf(openExcelDoor().writeSheets([draft([[text("新")]])]))).toMatchObject({
      kind: "protected",
      message: expect.stringContaining("“审核结果”") as string,
    });
    expect(fake.sheet("审核结果").cell("A1")?.value).toBe("旧");
  });

  it("changes nothing when one of several sheets cannot be added", async () => {
    const fake = open();
    await openExcelDoor().writeSheets([draft([[text("旧")]])]);
    fake.workbook.structureProtected = true;
    expect(
      await problemOf(openExcelDoor().writeSheets([draft([[text("新")]]), draft([[text("新")]], { name: "预算情况说明" })])),
    ).toMatchObject({ kind: "protected" });
    expect(fake.sheet("审核结果").cell("A1")?.value).toBe("旧");
  });

  it("writes thousands of rows in requests under 5 MB", async () => {
    const fake = open();
    await openExcelDoor().writeSheets([
      draft(
        Array.from({ length: 12_000 }, (_, r) => [
          text(r),
          text("金额不符，请核对两表。".repeat(5), { style: r % 2 === 0 ? "error" : "warning" }),
        ]),
      ),
    ]);
    expect(fake.sheet("审核结果").cell("A12000")?.value).toBe(11_999);
    expect(fake.sheet("审核结果").cell("B12000")?.look["fill.Color"]).toBe("#FFF0CC");
  });
});
