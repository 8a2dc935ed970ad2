/** Whatever call of Office.js fails, however it fails: every sheet is as it was or complete, and what the user wrote is there. */
import { openExcelDoor } from "../../../src/hosts/excel/excel-door";
import type { CellMark, WorkbookDoor } from "../../../src/hosts/door";
import type { DraftCell, SheetDraft } from "../../../src/workbook/draft";
import type { Failure, FakeExcel } from "../../excel/fake-excel";
import type { FakeSheet } from "../../excel/fake-sheet";
import { openInNode } from "../../excel/in-node";
import { sheet, workbook } from "../../excel/samples";

const PATIENCE = { pauses: [], answerWithin: 15 };
const text = (value: string): DraftCell => ({ value, style: "label" });
const draft = (name: string, word: string, more: Partial<SheetDraft> = {}): SheetDraft => ({
  name, columnWidths: [12, 20], rows: [[text(word), text("甲")], [text(word), text("乙")]].map((cells) => ({ cells, height: 20 })), frozenRows: 1,
  merges: [{ top: 1, left: 0, bottom: 1, right: 1 }], lists: [], landscape: false, ...more,
});

/** What the user sees of a sheet: its cells' contents; null where there is no sheet. */
function content(held: FakeSheet | undefined): Record<string, unknown> | null {
  if (!held || held.visibility !== "visible") return null;
  const cells = [...held.cells].flatMap(([row, line]) => [...line].map(([column, { value, formula }]) => [`${String(row)},${String(column)}`, formula ?? value] as const));
  return Object.fromEntries(cells.filter(([, value]) => value !== null).sort());
}
const contents = (fake: FakeExcel): Record<string, unknown> => Object.fromEntries(fake.workbook.sheets.filter(({ visibility }) => visibility === "visible").map((held) => [held.name, content(held)]));

interface Scenario {
  readonly name: string;
  readonly open: () => Promise<FakeExcel>;
  readonly act: (door: WorkbookDoor) => Promise<void>;
}

const user = (): FakeExcel => openInNode(workbook(sheet("表1", [["收入", 1]]), sheet("填报-基本信息", [["项目", "内容"], ["单位名称", null], ["我的", "话"]])));
const inputs: SheetDraft = {
  ...draft("填报-基本信息", ""), merges: [], carriesOver: true,
  rows: [[text("项目"), text("内容")], [text("单位名称"), text("示例局")], [text("我的"), text("话")], [text("单位类型"), text("部门")]].map((cells) => ({ cells })),
};
const mark = (level: CellMark["level"]): CellMark => ({ sheet: "表1", row: 0, column: 1, level });

const SCENARIOS: readonly Scenario[] = [
  { name: "a new sheet", open: () => Promise.resolve(user()), act: (door) => door.writeSheets([draft("审核结果", "新")]) },
  {
    name: "a sheet of its own written again",
    open: async () => {
      const fake = user();
      await openExcelDoor().writeSheets([draft("审核结果", "旧")]);
      return fake;
    },
    act: (door) => door.writeSheets([draft("审核结果", "新")]),
  },
  { name: "填报 sheets", open: () => Promise.resolve(user()), act: (door) => door.writeSheets([inputs]) },
  {
    name: "marks",
    open: async () => {
      const fake = user();
      await openExcelDoor().mark([mark("error")]);
      return fake;
    },
    act: (door) => door.mark([mark("warning")]),
  },
  {
    name: "settings",
    open: async () => {
      const fake = user();
      await openExcelDoor().saveSetting("budget.notes", ["旧"]);
      return fake;
    },
    act: (door) => door.saveSetting("budget.notes", ["新"]),
  },
];

/** Of the actions at which a request can break off every third is tried, and the last. */
const STEP = 3;

/** Every way in which every request of a scenario can fail. */
async function failures({ open, act }: Scenario): Promise<[number, Failure][]> {
  const fake = await open();
  const before = fake.requests.length;
  await act(openExcelDoor());
  return fake.requests.slice(before).flatMap((actions, i): [number, Failure][] => {
    const places = Array.from({ length: actions }, (_, at) => at).filter((at) => (at + i) % STEP === 0 || at === actions - 1);
    const ways: Failure[] = [{ kind: "refused" }, { kind: "silent" }, { kind: "late" }, ...places.map((at): Failure => ({ kind: "broken", at }))];
    return ways.map((failure) => [i + 1, failure]);
  });
}

describe.each(SCENARIOS)("$name", (scenario) => {
  it("is as before or complete after every failure of every call", async () => {
    const complete = await scenario.open();
    const before = contents(complete);
    await scenario.act(openExcelDoor());
    const after = contents(complete);
    for (const [request, failure] of await failures(scenario)) {
      const fake = await scenario.open();
      const first = fake.requests.length;
      fake.failure = (number) => (number === first + request ? failure : null);
      const outcome: unknown = await scenario.act(openExcelDoor(PATIENCE)).then(() => null, (cause: unknown) => cause);
      if (outcome !== null) expect(outcome).toMatchObject({ name: "DoorProblem", message: expect.stringMatching(/[\u4e00-\u9fff]/) as string });
      await new Promise((resolve) => setTimeout(resolve, failure.kind === "late" ? 60 : 0));
      const now = contents(fake);
      const told = { request, failure, now };
      for (const name of new Set([...Object.keys(before), ...Object.keys(after), ...Object.keys(now)])) {
        if (name.startsWith("填报")) {
          // Cell by cell: each is as before or as wanted, and nothing that was there is gone.
          const [was, is, wanted] = [before[name], now[name], after[name]] as Record<string, unknown>[];
          for (const key of Object.keys({ ...was, ...is })) expect({ ...told, key, fits: is?.[key] === was?.[key] || is?.[key] === wanted?.[key] }).toMatchObject({ fits: true });
        } else expect([{ ...told, held: before[name] }, { ...told, held: after[name] }]).toContainEqual({ ...told, held: now[name] });
      }
      expect(fake.sheet("表1").marksAt("B1").length).toBeGreaterThanOrEqual(scenario.name === "marks" ? 1 : 0);
      if (scenario.name === "settings") expect(['["旧"]', '["新"]']).toContain(fake.workbook.settings.get("budget.notes"));
      // Once more, and nothing stands in the way.
      fake.failure = () => null;
      await scenario.act(openExcelDoor());
      expect({ request, failure, now: contents(fake) }).toEqual({ request, failure, now: after });
      expect(fake.workbook.sheets.filter(({ visibility }) => visibility === "veryHidden")).toEqual([]);
      expect(fake.sheet("表1").marksAt("B1")).toHaveLength(scenario.name === "marks" ? 1 : 0);
    }
  });
});
