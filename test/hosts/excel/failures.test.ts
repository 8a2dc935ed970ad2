/** Whatever call of Office.js fails, however it fails: every sheet is as it was or complete, and what the user wrote is there. */
import { openExcelDoor } from "../../../src/hosts/excel/excel-door";
import type { WorkbookDoor } from "../../../src/hosts/door";
import type { Failure, FakeExcel } from "../../excel/fake-excel";
import { SCENARIOS, contents, type Contents, type Scenario } from "./scenarios";

const PATIENCE = { pauses: [], answerWithin: 15 };
/** When what was answered late has arrived. */
const SETTLED = 60;

/** Every way in which the request of that number, of so many actions, can fail. */
const FAILURES: Readonly<Record<string, (actions: number) => readonly Failure[]>> = {
  refused: () => [{ kind: "refused" }],
  thrown: () => [{ kind: "thrown" }],
  "never answered": () => [{ kind: "silent" }],
  "answered late": () => [{ kind: "late" }],
  "done in part": (actions) => Array.from({ length: actions }, (_, at) => ({ kind: "broken", at })),
};

/** How many actions each request of a scenario has. */
async function requestsOf({ open, act }: Scenario): Promise<readonly number[]> {
  const fake = await open();
  const before = fake.requests.length;
  await act(openExcelDoor());
  return fake.requests.slice(before);
}

/** Cells are as before or as wanted, one by one, where a sheet only gains; any other sheet is wholly one or the other. */
function expectWhole(told: unknown, before: Contents, now: Contents, after: Contents): void {
  for (const name of new Set([...Object.keys(before), ...Object.keys(after), ...Object.keys(now)])) {
    const [was, is, wanted] = [before[name], now[name], after[name]];
    if (!name.startsWith("填报"))
      expect([
        { told, held: was },
        { told, held: wanted },
      ]).toContainEqual({ told, held: is });
    else
      for (const key of Object.keys({ ...was, ...is })) {
        expect([
          { told, key, held: was?.[key] },
          { told, key, held: wanted?.[key] },
        ]).toContainEqual({ told, key, held: is?.[key] });
        if (was?.[key] !== undefined && wanted?.[key] === was[key])
          expect({ told, key, held: is?.[key] }).toEqual({ told, key, held: was[key] });
      }
  }
}

const leftovers = (fake: FakeExcel): string[] =>
  fake.workbook.sheets.filter(({ visibility }) => visibility === "veryHidden").map(({ name }) => name);

async function outcomeOf(act: (door: WorkbookDoor) => Promise<void>): Promise<unknown> {
  const outcome: unknown = await act(openExcelDoor(PATIENCE)).then(
    () => null,
    (cause: unknown) => cause,
  );
  if (outcome !== null) expect(outcome).toMatchObject({ name: "DoorProblem", message: expect.stringMatching(/[\u4e00-\u9fff]/) as string });
  return outcome;
}

describe.each(SCENARIOS)("$name", (scenario) => {
  it.each(Object.entries(FAILURES))("a call %s: as before or complete, and complete the next time", async (_, failuresOf) => {
    const complete = await scenario.open();
    const before = contents(complete);
    await scenario.act(openExcelDoor());
    const after = contents(complete);
    const requests = await requestsOf(scenario);
    expect(requests.length).toBeGreaterThan(0);
    for (const [i, actions] of requests.entries())
      for (const failure of failuresOf(actions)) {
        const fake = await scenario.open();
        const first = fake.requests.length;
        fake.failure = (number) => (number === first + i + 1 ? failure : null);
        await outcomeOf(scenario.act);
        if (failure.kind === "late") await new Promise((resolve) => setTimeout(resolve, SETTLED));
        const told = { request: i + 1, failure };
        expectWhole(told, before, contents(fake), after);
        scenario.holds?.(fake);
        // Once more, and nothing stands in the way.
        fake.failure = () => null;
        await scenario.act(openExcelDoor());
        expect({ told, now: contents(fake) }).toEqual({ told, now: after });
        expect(leftovers(fake)).toEqual([]);
        scenario.complete?.(fake);
      }
  });

  it("the pane closed midway: as before or complete, and nothing is left once the tool is opened again", async () => {
    const complete = await scenario.open();
    const before = contents(complete);
    await scenario.act(openExcelDoor());
    const after = contents(complete);
    for (let request = 1; request <= (await requestsOf(scenario)).length; request++) {
      const fake = await scenario.open();
      const first = fake.requests.length;
      fake.failure = (number) => (number >= first + request ? { kind: "silent" } : null);
      await outcomeOf(scenario.act);
      expectWhole({ request }, before, contents(fake), after);
      fake.failure = () => null;
      const again = openExcelDoor();
      expect((await again.read()).sheets.map(({ name }) => name).filter((name) => name.startsWith("~"))).toEqual([]);
      await again.clearMarks();
      expect(leftovers(fake)).toEqual([]);
      expect(fake.sheet("表1").marksAt("B1")).toEqual([]);
    }
  });
});
