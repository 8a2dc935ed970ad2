import { openExcelDoor } from "../../../src/hosts/excel/excel-door";
import type { DraftCell, SheetDraft } from "../../../src/workbook/draft";
import type { FakeExcel } from "../../excel/fake-excel";
import { openInNode } from "../../excel/in-node";
import { sheet, workbook } from "../../excel/samples";
import { problemOf } from "./support";

const NAME = "填报-上年对比";
const label = (value: string): DraftCell => ({ value, style: "label" });
const amount = (value: number | null, formula?: string): DraftCell => ({
  value,
  style: "inputAmount",
  ...(formula !== undefined && { formula }),
});
const heading = (value: string): DraftCell => ({ value, style: "heading" });

/** A sheet as the user has it: a title, a date, a formula of her own, a note beside the table. */
function open(): FakeExcel {
  const fake = openInNode(
    workbook(
      sheet(NAME, [
        ["类别", "名称", "上年预算数", "我的备注"],
        ["支出总额", "支出总计", 1100.5, "问过财务"],
        ["一般公共预算", "合计", null, null],
      ]),
    ),
  );
  const held = fake.sheet(NAME);
  Object.assign(held.ensure(1, 2), { format: "0.000", look: { "font.Color": "#FF0000" } });
  Object.assign(held.ensure(2, 3), { formula: "=C2*2", value: 2201 });
  Object.assign(held.ensure(4, 3), { value: 45_000, format: "yyyy/m/d" });
  held.validations.push({ area: { top: 1, left: 2, bottom: 9, right: 2 }, rule: { decimal: {} } });
  held.conditionalFormats.push({
    id: "own",
    type: "Custom",
    areas: [{ top: 1, left: 2, bottom: 9, right: 2 }],
    formula: "=C2>0",
    fill: null,
    font: null,
    writing: new Map(),
    stopIfTrue: false,
  });
  return fake;
}

/** What the tool wants there: last year's figure for the blank row, and a row more. */
const draft = (more: Partial<SheetDraft> = {}): SheetDraft => ({
  name: NAME,
  columnWidths: [14, 20, 14, 20],
  frozenRows: 1,
  merges: [],
  lists: [{ area: { top: 1, left: 0, bottom: 20, right: 0 }, values: ["支出总额"] }],
  landscape: true,
  carriesOver: true,
  rows: [
    { cells: [heading("类别"), heading("名称"), heading("上年预算数"), heading("我的备注")] },
    { cells: [label("支出总额"), label("支出总计"), amount(1100.5), { value: "问过财务", style: "blank" }] },
    { cells: [label("一般公共预算"), label("合计"), amount(1098.31), { value: 2201, formula: "=C2*2", style: "blank" }] },
    { cells: [label("功能科目"), label("行政运行"), amount(12.5)] },
    {
      cells: [
        { value: null, style: "blank" },
        { value: null, style: "blank" },
        { value: null, style: "blank" },
        { value: 45_000, style: "blank" },
      ],
    },
  ],
  ...more,
});

it("only blank cells are filled; formats, dates, rules and formulas of the user's stay", async () => {
  const fake = open();
  const before = structuredClone({
    cells: fake.sheet(NAME).cells,
    validations: fake.sheet(NAME).validations,
    formats: fake.sheet(NAME).conditionalFormats,
  });
  await openExcelDoor().writeSheets([draft()]);
  const after = fake.sheet(NAME);
  for (const [row, line] of before.cells)
    for (const [column, cell] of line) if (cell.value !== null) expect(after.at(row, column)).toEqual(cell);
  expect([after.cell("C3")?.value, after.cell("A4")?.value, after.cell("B4")?.value, after.cell("C4")?.value]).toEqual([
    1098.31,
    "功能科目",
    "行政运行",
    12.5,
  ]);
  expect(after.validations).toEqual(before.validations);
  expect(after.conditionalFormats).toEqual(before.formats);
});

it("what was typed after the sheet was read is not overwritten", async () => {
  const fake = open();
  fake.edit(NAME, "C3", 999);
  await openExcelDoor().writeSheets([draft()]);
  expect(fake.sheet(NAME).cell("C3")?.value).toBe(999);
});

it("rows that moved meanwhile: nothing is written, and she is told to press again", async () => {
  const fake = open();
  fake.edit(NAME, "B2", "别的名称");
  expect((await problemOf(openExcelDoor().writeSheets([draft()]))).message).toMatch(/刚刚有改动.*再点一次/);
  expect([fake.sheet(NAME).cell("C3")?.value ?? null, fake.sheet(NAME).cell("A4")?.value ?? null]).toEqual([null, null]);
});

it("written twice, nothing changes the second time", async () => {
  const fake = open();
  await openExcelDoor().writeSheets([draft()]);
  const once = structuredClone(fake.sheet(NAME).cells);
  await openExcelDoor().writeSheets([draft()]);
  expect(fake.sheet(NAME).cells).toEqual(once);
});
