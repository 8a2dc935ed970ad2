/** What the tool does to a workbook, to be disturbed in every way. */
import { openExcelDoor } from "../../../src/hosts/excel/excel-door";
import type { CellEntry, CellMark, WorkbookDoor } from "../../../src/hosts/door";
import type { DraftCell, SheetDraft } from "../../../src/workbook/draft";
import type { FakeExcel } from "../../excel/fake-excel";
import type { FakeSheet } from "../../excel/fake-sheet";
import { openNextInNode } from "../../excel/in-node";
import { sheet, workbook } from "../../excel/samples";

export interface Scenario {
  readonly name: string;
  readonly open: () => Promise<FakeExcel>;
  readonly act: (door: WorkbookDoor) => Promise<void>;
  /** What is true however it failed, beside the sheets' contents; and once it is done. */
  readonly holds?: (fake: FakeExcel) => void;
  readonly complete?: (fake: FakeExcel) => void;
}

/** Cells of each sheet by place: what the user reads in them. */
export type Contents = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const text = (value: string): DraftCell => ({ value, style: "label" });

export const draft = (name: string, word: string, more: Partial<SheetDraft> = {}): SheetDraft => ({
  name,
  columnWidths: [12, 20],
  rows: [
    [text(word), text("甲")],
    [text(word), text("乙")],
  ].map((cells) => ({ cells, height: 20 })),
  frozenRows: 1,
  merges: [{ top: 1, left: 0, bottom: 1, right: 1 }],
  lists: [],
  landscape: false,
  ...more,
});

function content(held: FakeSheet): Record<string, unknown> {
  const cells = [...held.cells].flatMap(([row, line]) =>
    [...line].map(([column, { value, formula }]) => [`${String(row)},${String(column)}`, formula ?? value] as const),
  );
  return Object.fromEntries(cells.filter(([, value]) => value !== null).sort());
}

/** What the user sees of the workbook. */
export const contents = (fake: FakeExcel): Contents =>
  Object.fromEntries(fake.workbook.sheets.filter(({ visibility }) => visibility === "visible").map((held) => [held.name, content(held)]));

const INPUTS = "填报-基本信息";

/** A workbook with a table, and a 填报 sheet that its user has made her own. */
export function user(): FakeExcel {
  const fake = openNextInNode(
    workbook(
      sheet("表1", [["收入", 1]]),
      sheet(INPUTS, [
        ["项目", "内容"],
        ["单位名称", null],
        ["我的", "话"],
        [null, null, 45_000],
      ]),
    ),
  );
  const held = fake.sheet(INPUTS);
  Object.assign(held.ensure(1, 1), { format: "0.000" });
  Object.assign(held.ensure(2, 2), { formula: "=表1!B1*2", value: 2 });
  Object.assign(held.ensure(3, 2), { format: "yyyy/m/d" });
  held.validations.push({ area: { top: 1, left: 1, bottom: 9, right: 1 }, rule: { custom: {} } });
  held.conditionalFormats.push({
    id: "own",
    type: "Custom",
    areas: [{ top: 1, left: 1, bottom: 9, right: 1 }],
    formula: "=B2>0",
    fill: null,
    font: null,
    writing: new Map(),
    stopIfTrue: false,
  });
  return fake;
}

export const inputs: SheetDraft = {
  ...draft(INPUTS, ""),
  merges: [],
  carriesOver: true,
  lists: [{ area: { top: 1, left: 1, bottom: 8, right: 1 }, values: ["部门", "单位"] }],
  rows: [
    ["项目", "内容"],
    ["单位名称", "示例局"],
    ["我的", "话"],
    ["单位类型", "部门"],
    ["年度", "2026"],
  ].map(([item = "", words = ""]) => ({ cells: [text(item), { value: words, style: "input" }] })),
};

const entry = (sheet: string, row: number, column: number, value: CellEntry["value"], formula?: string): CellEntry => ({
  sheet,
  row,
  column,
  value,
  ...(formula !== undefined && { formula }),
});
/** What stood where a scenario has typed something in. */
let undone: readonly CellEntry[] = [];

const marked = (level: CellMark["level"]): CellMark => ({ sheet: "表1", row: 0, column: 1, level });

/** With something done before. */
async function after(act: (door: WorkbookDoor) => Promise<void>): Promise<FakeExcel> {
  const fake = user();
  await act(openExcelDoor());
  return fake;
}

const marks = (fake: FakeExcel): number => fake.sheet("表1").marksAt("B1").length;
const KEY = "budget.notes";

export const SCENARIOS: readonly Scenario[] = [
  { name: "a new sheet", open: () => Promise.resolve(user()), act: (door) => door.writeSheets([draft("审核结果", "新")]) },
  {
    name: "a sheet of its own written again",
    open: () => after((door) => door.writeSheets([draft("审核结果", "旧")])),
    act: (door) => door.writeSheets([draft("审核结果", "新")]),
  },
  {
    name: "several sheets, one of them there already",
    open: () => after((door) => door.writeSheets([draft("审核结果", "旧")])),
    act: (door) => door.writeSheets([draft("预算情况说明", "新"), draft("审核结果", "新")]),
  },
  {
    name: "填报 sheets",
    open: () => Promise.resolve(user()),
    act: (door) => door.writeSheets([inputs]),
    holds: (fake) => {
      const held = fake.sheet(INPUTS);
      expect([held.cell("B2")?.format, held.cell("C3")?.formula, held.cell("C4")?.format, held.cell("C4")?.value]).toEqual([
        "0.000",
        "=表1!B1*2",
        "yyyy/m/d",
        45_000,
      ]);
      expect([held.validations.map(({ rule }) => rule), held.conditionalFormats.map(({ id }) => id)]).toEqual([[{ custom: {} }], ["own"]]);
    },
  },
  {
    name: "cells typed in",
    open: () => Promise.resolve(user()),
    act: async (door) => {
      await door.put([entry("表1", 0, 1, 2), entry("表1", 1, 0, "支出"), entry("表1", 1, 1, null, "=B1")]);
    },
  },
  {
    name: "cells put back as they were",
    open: () =>
      after(async (door) => {
        undone = await door.put([entry("表1", 0, 0, "收入合计"), entry("表1", 0, 1, 2)]);
      }),
    act: async (door) => {
      await door.put(undone);
    },
    complete: (fake) => expect([fake.sheet("表1").cell("A1")?.value, fake.sheet("表1").cell("B1")?.value]).toEqual(["收入", 1]),
  },
  {
    name: "marks",
    open: () => after((door) => door.mark([marked("error")])),
    act: (door) => door.mark([marked("warning")]),
    holds: (fake) => expect(marks(fake)).toBeGreaterThanOrEqual(1),
    complete: (fake) => expect(marks(fake)).toBe(1),
  },
  {
    name: "marks taken back",
    open: () => after((door) => door.mark([marked("error"), marked("faint")])),
    act: (door) => door.clearMarks(),
    complete: (fake) => expect(marks(fake)).toBe(0),
  },
  {
    name: "settings",
    open: () => after((door) => door.saveSetting(KEY, ["旧"])),
    act: (door) => door.saveSetting(KEY, ["新"]),
    holds: (fake) => expect(['["旧"]', '["新"]']).toContain(fake.workbook.settings.get(KEY)),
    complete: (fake) => expect(fake.workbook.settings.get(KEY)).toBe('["新"]'),
  },
  {
    name: "a setting given up",
    open: () => after((door) => door.saveSetting(KEY, ["旧"])),
    act: (door) => door.saveSetting(KEY, undefined),
    holds: (fake) => expect(['["旧"]', undefined]).toContain(fake.workbook.settings.get(KEY)),
    complete: (fake) => expect(fake.workbook.settings.has(KEY)).toBe(false),
  },
];
