import { OwnWriting } from "../../../src/hosts/excel/own-writing";

const SHEET = "{1}";
const told = (address: string, worksheetId = SHEET) => ({ worksheetId, address, source: "Local" });
const at = (row: number, column: number) => ({ row, column });

async function written(now: () => number = () => 0): Promise<OwnWriting> {
  const own = new OwnWriting(now);
  await own.during((note) => {
    note(SHEET, [at(0, 1), at(1, 1), at(1, 2)]);
    note("{2}");
    return Promise.resolve();
  });
  return own;
}

it.each([
  ["B1", true],
  ["$B$1", true],
  ["表1!B1", true],
  ["B2:C2", true],
  ["B1,C2", true],
  ["C1", false],
  ["B1:C2", false],
  ["B:B", false],
  ["1:1", false],
])("an event about %s is its own: %s", async (address, isOwn) => {
  expect(await (await written()).isOwn(told(address))).toBe(isOwn);
});

it("another sheet's cells are not; of a sheet that it made or wrote whole, everything", async () => {
  const own = await written();
  expect(await own.isOwn(told("B1", "{3}"))).toBe(false);
  expect(await Promise.all(["A1:XFD1048576", "1:3", "A1"].map((address) => own.isOwn(told(address, "{2}"))))).toEqual([true, true, true]);
  expect(await own.isOwn({ worksheetId: "{2}", source: "Local" })).toBe(true);
  expect(await own.isOwn({ worksheetId: SHEET, source: "Local" })).toBe(false);
});

it("what was written once is told of once, and not much later", async () => {
  let now = 0;
  const own = await written(() => now);
  expect([await own.isOwn(told("B1")), await own.isOwn(told("B1"))]).toEqual([true, false]);
  now = 3000;
  expect(await own.isOwn(told("B2"))).toBe(true);
  now = 3001;
  expect(await own.isOwn(told("C2"))).toBe(false);
});

it("an event that comes while something is written is judged when that is done, also where it fails", async () => {
  const own = new OwnWriting();
  let fail = (): void => undefined;
  const writing = own.during(async (note) => {
    await new Promise<void>((_, reject) => (fail = () => reject(new Error("refused"))));
    note(SHEET, [at(0, 0)]);
  });
  const second = own.during((note) => {
    note(SHEET, [at(5, 5)]);
    return Promise.resolve();
  });
  const judged = [own.isOwn(told("F6")), own.isOwn(told("A1"))];
  await second;
  fail();
  await expect(writing).rejects.toThrow("refused");
  expect(await Promise.all(judged)).toEqual([true, false]);
});
