import { address, fullAddress } from "../../src/amount/cell-ref";
import { catalogue, chapters } from "../support/xinjiang";
import type { IdentityCheck } from "../../src/checks/engine/check";
import { expand, type Instance } from "../../src/checks/engine/instances";
import { judge, readAddend } from "../../src/checks/engine/judge";
import { checkWorkbook } from "../../src/book/check";
import type { PlainWorkbook } from "../../src/workbook/plain";
import { recogniseWorkbook } from "../../src/book/recognise";
import type { Recognised } from "../../src/workbook/recognised";
import { fullWorkbookText } from "../support/full-workbook";
import { withCell, workbookFromText } from "../support/workbook-text";

const identities = catalogue.flatMap((check) => (check.kind === "identity" ? [check] : []));
const good: readonly (readonly [string, PlainWorkbook])[] = [
  ["every table filled", workbookFromText(fullWorkbookText())],
  ["carried-over funds in 表4", workbookFromText(fullWorkbookText({ carriedOverInFiscal: true }))],
];

const applies = (check: IdentityCheck, recognised: Recognised): boolean => check.when?.(recognised) ?? true;

function instancesOf(check: IdentityCheck, recognised: Recognised): readonly Instance[] {
  if (!applies(check, recognised)) return [];
  const expansion = expand(check.identity, recognised);
  return expansion.kind === "instances" ? expansion.instances : [];
}

test("no two checks have the same id, and each says why", () => {
  const ids = catalogue.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(catalogue.filter(({ why }) => why === "" || /[。.]$/.test(why)).map(({ id }) => id)).toEqual([]);
  expect(chapters.flatMap(({ checks }) => checks)).toHaveLength(catalogue.length);
});

test.each(good)("%s: nothing is broken, nothing is rounding, every table is looked at", (_, workbook) => {
  const report = checkWorkbook(recogniseWorkbook(workbook));
  expect(report.findings.filter(({ severity }) => severity !== "info").map(({ id, message }) => `${id} ${message}`)).toEqual([]);
  expect(report.counts).toMatchObject({ rounding: 0, broken: 0, notRun: 0 });
});

test("every identity is put to work by one of the good workbooks", () => {
  const worked = new Set<string>();
  for (const [, workbook] of good) {
    const recognised = recogniseWorkbook(workbook);
    for (const check of identities)
      for (const instance of instancesOf(check, recognised))
        if (judge(instance, check.identity.operator).verdict === "holds") worked.add(check.id);
  }
  expect(identities.map(({ id }) => id).filter((id) => !worked.has(id))).toEqual([]);
});

/** Where an amount stands, and the instances it is an addend of. */
interface Use {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: number;
  readonly instances: readonly { readonly check: IdentityCheck; readonly index: number; readonly raises: boolean }[];
}

function usesOf(recognised: Recognised): readonly Use[] {
  const uses = new Map<string, Use & { instances: Use["instances"][number][] }>();
  for (const check of identities)
    instancesOf(check, recognised).forEach((instance, index) => {
      for (const addend of instance.addends) {
        const reading = readAddend(addend);
        const cell = addend.row && addend.table.cell(addend.row, addend.column);
        if (!cell || reading?.kind !== "amount") continue;
        const key = fullAddress(cell);
        const use = uses.get(key) ?? { ...cell, value: reading.shown.toNumber(), instances: [] };
        uses.set(key, use);
        use.instances.push({ check, index, raises: (addend.side === "left") === (addend.sign === 1) });
      }
    });
  return [...uses.values()];
}

/** More than rounding of any sum in the workbooks can explain; and more than any part leaves below its whole. */
const SMALL = 0.5;
const HUGE = 1e6;

interface Change {
  readonly use: Use;
  readonly change: number;
  /** The identities that the change must break. */
  readonly wanted: Use["instances"];
}

const changesOf = (use: Use): readonly Change[] =>
  [
    { use, change: SMALL, wanted: use.instances.filter(({ check }) => check.identity.operator === "=") },
    { use, change: HUGE, wanted: use.instances.filter(({ check, raises }) => check.identity.operator === "<=" && raises) },
    { use, change: -HUGE, wanted: use.instances.filter(({ check, raises }) => check.identity.operator === "<=" && !raises) },
  ].filter(({ wanted }) => wanted.length > 0);

/**
 * Changes that can be made at once: no two figures of a batch stand in one instance, so that each instance sees one
 * figure changed, as if it had been changed alone.
 */
function batches(changes: readonly Change[]): readonly (readonly Change[])[] {
  const made: { readonly changes: Change[]; readonly taken: Set<string> }[] = [];
  for (const change of changes) {
    const keys = change.use.instances.map(({ check, index }) => `${check.id} ${String(index)}`);
    let batch = made.find(({ taken }) => keys.every((key) => !taken.has(key)));
    if (!batch) made.push((batch = { changes: [], taken: new Set() }));
    batch.changes.push(change);
    for (const key of keys) batch.taken.add(key);
  }
  return made.map((batch) => batch.changes);
}

test.each(good)("%s: any one figure changed breaks every identity it stands in", (_, workbook) => {
  /** What a workbook so changed leaves unbroken that it should break. */
  const unseenOf = (changes: readonly Change[]): readonly (readonly [Change, string])[] => {
    const changed = recogniseWorkbook(
      changes.reduce((book, { use, change }) => withCell(book, use.sheet, use.row, use.column, use.value + change), workbook),
    );
    const expansions = new Map<string, readonly Instance[]>();
    return changes.flatMap((one) =>
      one.wanted.flatMap(({ check, index }): (readonly [Change, string])[] => {
        // A changed figure may settle by itself that a check no longer applies; that is not being overlooked.
        if (!applies(check, changed)) return [];
        const instances = expansions.get(check.id) ?? instancesOf(check, changed);
        expansions.set(check.id, instances);
        const instance = instances[index];
        const broken = instance && judge(instance, check.identity.operator).verdict === "broken";
        return broken ? [] : [[one, `${one.use.sheet}!${address(one.use)} ${String(one.change)} ${check.id}`]];
      }),
    );
  };
  const changes = usesOf(recogniseWorkbook(workbook)).flatMap(changesOf);
  expect(changes.length).toBeGreaterThan(500);
  // A figure in company may settle that a check does not apply: every change alone decides for those that were not seen.
  const doubtful = new Set(batches(changes).flatMap((batch) => unseenOf(batch).map(([change]) => change)));
  expect([...doubtful].flatMap((change) => unseenOf([change]).map(([, words]) => words))).toEqual([]);
});
