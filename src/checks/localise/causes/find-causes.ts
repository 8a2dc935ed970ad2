import type { Recognised } from "../../../workbook/recognised";
import type { Cause } from "../../cause";
import type { Check } from "../../engine/check";
import { amountOf } from "../../engine/figures";
import type { Remarked } from "../../inspected";
import { Money } from "../../engine/money";
import type { Blamed } from "../blamed";
import { brokenIn, mustHold, nameOf, type BrokenInstance } from "../broken";
import { Score } from "../cells/score";
import type { KeyOf } from "../cells/suspects";
import { isLarge, Scope } from "../system/scope";
import { State, type Change } from "../system/state";
import { buildSystem, type System } from "../system/system";
import { doubledRows } from "./doubled-row";
import { withFigures } from "./edits";
import { exchangedTables } from "./exchanged-tables";
import { extraRows } from "./extra-row";
import { foreignTables } from "./foreign-table";
import { SURPRISE, type TableHypothesis, type Telling } from "./hypothesis";
import { likeliestFigures } from "./likeliest-figures";
import { rowsNamedOtherwise } from "./named-otherwise";
import { rowsOthersHave } from "./row-others-have";
import { rowsSumsWant } from "./row-sums-want";
import { Trial } from "./trial";
import { coarserTables } from "./units";
import { rowsUnderWrongCode } from "./wrong-code";

/** The workbook as far as it has been mended, and what is broken in it still. */
export interface Situation {
  readonly recognised: Recognised;
  readonly broken: readonly BrokenInstance[];
}

/** More causes than this are no cause each. */
const MOST_CAUSES = 6;
/** Workbooks with other rows that are tried in all, in a large workbook: a try costs as much as checking all identities once. */
const LARGE_TRIED = 6;
const MOST_TRIED = 60;

/** An accepted hypothesis and what it leaves. */
interface Accepted {
  readonly gain: number;
  readonly tell: () => Telling;
  readonly rest: Situation;
}

/**
 * Explains what is broken by one cause after the other, the one that saves most first, until no cause explains it better
 * than wrong cells do.
 *
 * @returns the causes, the cells they point at, and what is left to be explained.
 */
export function findCauses(
  start: Situation,
  checks: readonly Check[],
  keyOf: KeyOf,
  remarked: (recognised: Recognised) => readonly Remarked[],
): { readonly causes: readonly Cause[]; readonly suspects: readonly Blamed[]; readonly rest: Situation } {
  const causes: Cause[] = [];
  const suspects: Blamed[] = [];
  let rest = start;
  const tries = { left: isLarge(start.recognised) ? LARGE_TRIED : MOST_TRIED };
  const accept = (accepted: Pick<Accepted, "tell" | "rest">): void => {
    const gone = new Set(rest.broken.map(nameOf));
    for (const one of accepted.rest.broken) gone.delete(nameOf(one));
    const explains = start.broken.flatMap((one) => (gone.has(nameOf(one)) ? (keyOf(one) ?? []) : []));
    const telling = accepted.tell();
    const also = REMARKED.has(telling.kind) ? goneFrom(remarked(rest.recognised), remarked(accepted.rest.recognised)) : [];
    causes.push(causeOf(telling, [...explains, ...also.map(({ key }) => key)]));
    suspects.push(...suspectsOf(telling, explains));
    rest = accepted.rest;
  };
  for (const hypothesis of rowsNamedOtherwise(start.recognised).slice(0, MOST_CAUSES)) {
    const rightly = namedRightly(hypothesis, rest, checks, remarked);
    if (rightly) accept(rightly);
  }
  while (causes.length < MOST_CAUSES && rest.broken.some(mustHold)) {
    const accepted = likeliest(rest, checks, tries);
    if (!accepted) break;
    accept(accepted);
  }
  return { causes: causes.sort((a, b) => b.explains.length - a.explains.length), suspects, rest };
}

/** Rows that are others, or under another code, and tables in another unit: what is remarked upon them goes with their sums. */
const REMARKED: ReadonlySet<Cause["kind"]> = new Set(["missing", "doubled", "extra", "code", "unit"]);

const goneFrom = (before: readonly Remarked[], after: readonly Remarked[]): readonly Remarked[] => {
  const left = new Set(after.map(({ key }) => key));
  return before.filter(({ key }) => !left.has(key));
};

/** The row under the code of its name: nothing is broken by it and nothing remarked, and something that is wrong goes. */
function namedRightly(
  { mended, tell }: TableHypothesis,
  now: Situation,
  checks: readonly Check[],
  remarked: (recognised: Recognised) => readonly Remarked[],
): Pick<Accepted, "tell" | "rest"> | null {
  const [before, after] = [remarked(now.recognised), remarked(mended)];
  if (goneFrom(after, before).length > 0) return null;
  const broken = brokenIn(mended, checks);
  const known = new Set(now.broken.map(nameOf));
  if (broken.some((one) => !known.has(nameOf(one)))) return null;
  const mends = broken.length < now.broken.length || goneFrom(before, after).some(({ severity }) => severity !== "info");
  return mends ? { tell, rest: { recognised: mended, broken } } : null;
}

/** The likeliest cause there is now: of figures moved about, of rows, of a table that belongs elsewhere. null: none explains anything. */
function likeliest(now: Situation, checks: readonly Check[], tries: { left: number }): Accepted | null {
  const { recognised } = now;
  const hard = now.broken.filter(mustHold).map(({ instance }) => instance);
  const system = buildSystem(recognised, checks, Scope.around(recognised, hard));
  const state = new State(system);
  const trial = new Trial(state, new Score(state));
  const money = new Money(recognised);
  // One wrong cell, or two figures of a row in each other's place, is the simplest explanation but for a row that is proved.
  const isCheap = trial.isCheap(SURPRISE.row);
  const mended = [
    ...doubledRows(recognised, money),
    ...rowsOthersHave(recognised, hard, money),
    ...rowsSumsWant(recognised, now.broken, money).filter(({ surprise }) => !isCheap || surprise < SURPRISE.row),
    ...extraRows(recognised, now.broken, money),
    ...(isCheap
      ? []
      : [
          ...rowsUnderWrongCode(recognised, now.broken),
          ...coarserTables(recognised, [...recognised.tables.values()]),
          ...exchangedTables(recognised),
          ...foreignTables(recognised, checks),
        ]),
  ];
  const byTables = mended.flatMap(({ mended: other, after, fewest, surprise, tell }): readonly Accepted[] => {
    if (tries.left-- <= 0) return [];
    const left = brokenIn(other, checks);
    const gain = trial.tables(left, fewest, surprise);
    return gain === null ? [] : [{ gain, tell, rest: { recognised: after ?? other, broken: after ? brokenIn(after, checks) : left } }];
  });
  const moved = isCheap || isLarge(recognised) ? null : likeliestFigures(recognised, state, trial, money);
  const byFigures = moved ? [{ ...moved, rest: mendedBy(moved.changes, system, recognised, checks) }] : [];
  return best([...byTables, ...byFigures]);
}

function best(all: readonly Accepted[]): Accepted | null {
  return all.reduce<Accepted | null>((most, one) => (most && most.gain >= one.gain ? most : one), null);
}

function mendedBy(changes: readonly Change[], system: System, recognised: Recognised, checks: readonly Check[]): Situation {
  const tables = new Set(changes.map(({ cell }) => system.place(cell).table));
  const values = new Map(changes.map(({ cell, value }) => [cell, value]));
  const mended = [...tables].reduce(
    (book, table) =>
      withFigures(book, table, (row, column) => {
        const value = values.get(system.cellAt(table, row, column));
        return value === undefined ? undefined : amountOf(value);
      }),
    recognised,
  );
  return { recognised: mended, broken: brokenIn(mended, checks) };
}

function causeOf({ kind, words, advice, cells }: Telling, explains: readonly string[]): Cause {
  return { kind, message: `${words}。由它引起 ${String(explains.length)} 处不符。`, advice, cells, explains };
}

function suspectsOf({ suspects = [], then }: Telling, explains: readonly string[]): readonly Blamed[] {
  return suspects.map((suspect) => ({
    ...suspect,
    explains,
    ofCause: true,
    message: `${suspect.message}，${then} ${String(explains.length)} 条不符${explains.length > 1 ? "都" : ""}会消失。`,
  }));
}
