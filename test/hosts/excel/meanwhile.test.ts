/** What happens beside the tool while it works: a second click, the user's own hand, very many sheets. */
import { openExcelDoor } from "../../../src/hosts/excel/excel-door";
import type { FakeExcel } from "../../excel/fake-excel";
import { openInNode } from "../../excel/in-node";
import { sheet, workbook } from "../../excel/samples";
import { contents, draft, inputs, user } from "./scenarios";
import { problemOf } from "./support";

const hidden = (fake: FakeExcel): string[] =>
  fake.workbook.sheets.filter(({ visibility }) => visibility === "veryHidden").map(({ name }) => name);

/** How many requests writing takes. */
async function requests(open: () => Promise<FakeExcel>, write: () => Promise<void>): Promise<number> {
  const fake = await open();
  const before = fake.requests.length;
  await write();
  return fake.requests.length - before;
}

it("two clicks at once: both are done, one after the other", async () => {
  const fake = user();
  const door = openExcelDoor();
  await Promise.all([
    door.writeSheets([draft("审核结果", "一")]),
    door.writeSheets([draft("审核结果", "二")]),
    door.mark([{ sheet: "表1", row: 0, column: 1, level: "error" }]),
    door.clearMarks(),
  ]);
  expect(fake.sheet("审核结果").cell("A1")?.value).toBe("二");
  expect([hidden(fake), fake.sheet("表1").conditionalFormats]).toEqual([[], []]);
});

describe.each([
  ["deletes it", (fake: FakeExcel) => fake.removeSheet("审核结果")],
  ["renames it", (fake: FakeExcel) => void (fake.sheet("审核结果").name = "我的结果")],
  ["adds another sheet", (fake: FakeExcel) => void fake.addSheet("新表")],
])("while a sheet of its own is written the user %s", (_, interfere) => {
  it("at any request: what is there is whole, and the next time completes it", async () => {
    const open = async (): Promise<FakeExcel> => {
      const fake = user();
      await openExcelDoor().writeSheets([draft("审核结果", "旧")]);
      return fake;
    };
    const write = (): Promise<void> => openExcelDoor().writeSheets([draft("审核结果", "新")]);
    for (let at = 1; at <= (await requests(open, write)); at++) {
      const fake = await open();
      const [first, table] = [fake.requests.length, contents(fake)["表1"]];
      fake.failure = (number) => {
        if (number === first + at) interfere(fake);
        return null;
      };
      await write().catch((cause: unknown) =>
        expect(cause).toMatchObject({ name: "DoorProblem", message: expect.stringMatching(/[\u4e00-\u9fff]/) as string }),
      );
      fake.failure = () => null;
      expect(contents(fake)["表1"]).toEqual(table);
      for (const name of ["审核结果", "我的结果"]) {
        const held = contents(fake)[name];
        if (held) expect(["旧", "新"].map((word) => ({ "0,0": word, "0,1": "甲", "1,0": word }))).toContainEqual(held);
      }
      await write();
      expect(fake.sheet("审核结果").cell("A1")?.value).toBe("新");
      expect(hidden(fake)).toEqual([]);
    }
  });
});

it("what she types into a 填报 sheet before the tool has looked at it is not overwritten", async () => {
  const open = (): Promise<FakeExcel> => Promise.resolve(user());
  const write = (): Promise<void> => openExcelDoor().writeSheets([inputs]);
  const looked = 3;
  expect(await requests(open, write)).toBeGreaterThan(looked);
  for (let at = 1; at < looked; at++) {
    const fake = await open();
    const first = fake.requests.length;
    fake.failure = (number) => {
      if (number === first + at) fake.edit("填报-基本信息", "B2", "她写的");
      return null;
    };
    await write();
    expect(fake.sheet("填报-基本信息").cell("B2")?.value).toBe("她写的");
  }
});

it("200 sheets are read, marked and added to in few requests", async () => {
  const fake = openInNode(workbook(...Array.from({ length: 200 }, (_, i) => sheet(`表${String(i + 1)}`, [["收入", i]]))));
  const door = openExcelDoor();
  expect((await door.read()).sheets).toHaveLength(200);
  await door.mark(Array.from({ length: 200 }, (_, i) => ({ sheet: `表${String(i + 1)}`, row: 0, column: 1, level: "error" as const })));
  await door.writeSheets([draft("审核结果", "新")]);
  expect(fake.sheet("表200").marksAt("B1")).toHaveLength(1);
  expect(fake.sheet("审核结果").cell("A1")?.value).toBe("新");
  expect(fake.roundTrips).toBeLessThan(20);
});

it("her pivot table on the tool's sheet: nothing is changed, and she is told why", async () => {
  const fake = user();
  const door = openExcelDoor();
  await door.writeSheets([draft("审核结果", "旧")]);
  fake.sheet("审核结果").pivots.push({ top: 9, left: 0, bottom: 12, right: 3 });
  expect((await problemOf(door.writeSheets([draft("审核结果", "新")]))).message).toMatch(/数据透视表.*再点一次/);
  expect([fake.sheet("审核结果").cell("A1")?.value, hidden(fake)]).toEqual(["旧", []]);
});

it("a text longer than a cell holds is cut and seen to be; cells that a merged one covers are left alone", async () => {
  const fake = user();
  const long = "长".repeat(40_000);
  await openExcelDoor().writeSheets([draft("审核结果", long)]);
  expect(fake.sheet("审核结果").cell("A1")?.value).toBe(`${"长".repeat(32_766)}…`);
  fake.sheet("填报-基本信息").merges.push({ top: 1, left: 0, bottom: 1, right: 1 });
  await openExcelDoor().writeSheets([inputs]);
  expect(fake.sheet("填报-基本信息").cell("B2")?.value ?? null).toBeNull();
});
