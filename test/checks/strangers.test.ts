import { recogniseWorkbook } from "../../src/book/recognise";
import { fullWorkbookText } from "../support/full-workbook";
import { shanghaiWorkbook } from "../support/shanghai-workbook";
import { workbookFromText } from "../support/workbook-text";
import { met, strangersOf, type Stranger } from "./stranger-cases";

/**
 * Right workbooks that no family is known to print so (bench/strangers.bench.ts over published ones): no equation is said not
 * to hold, no cell is suspected, and what was not understood is named.
 */
const xinjiang = workbookFromText(fullWorkbookText());
const shanghai = shanghaiWorkbook();
const EVERY = 5;
/** Titles that name the wrong one of two tables alike are a fault of the workbook. */
const FAULTS: ReadonlySet<string> = new Set(["titles exchanged"]);

const strangers = [
  ...strangersOf("full", xinjiang, [recogniseWorkbook(shanghai)], 1, 3),
  ...strangersOf("shanghai", shanghai, [recogniseWorkbook(xinjiang)], 1, 4),
].filter(({ kind }, index) => !FAULTS.has(kind) && index % EVERY === 0);

test("the two workbooks themselves are right", () => {
  const right = (workbook: typeof xinjiang): Stranger => ({ kind: "", what: "", workbook, marks: [] });
  for (const workbook of [xinjiang, shanghai]) expect(met(right(workbook), new Set())).toMatchObject({ falseErrors: [], suspects: 0 });
});

test.each(strangers.map((stranger) => [`${stranger.kind}: ${stranger.what}`, stranger] as const))("%s", (_, stranger) => {
  expect(met(stranger, new Set())).toMatchObject({ falseErrors: [], suspects: 0, named: true });
});
