import type { Recognised } from "../../workbook/recognised";
import type { Check, IdentityCheck } from "../engine/check";
import { findingKey } from "../engine/finding-key";
import type { Instance } from "../engine/instances";
import { judge, judgePlainly } from "../engine/judge";
import { Money } from "../engine/money";
import type { Suspect } from "../report";
import { doubledRows } from "./doubled-row";
import { missingRows } from "./missing-row";
import type { RowSlip } from "./row-edits";
import { isLarge } from "./scope";
import { eachInstance } from "./system";

export interface BrokenInstance {
  readonly check: IdentityCheck;
  readonly instance: Instance;
}

export interface RowsMended {
  readonly suspects: readonly Suspect[];
  readonly recognised: Recognised;
  /** What the mended workbook still has broken. */
  readonly broken: readonly BrokenInstance[];
}

/** Rows tried, and rows named: a try costs as much as checking all identities once. */
const MOST_TRIED = 6;
const MOST_NAMED = 3;
/** One finding may have any cause; a row that explains several is the cause. */
const FEWEST = 2;

/**
 * Whole rows left out or doubled: one slip that breaks many identities in many columns, which no single cell repairs. A
 * row is named when mending it repairs several identities and breaks none.
 */
export function mendRows(recognised: Recognised, checks: readonly Check[], broken: readonly BrokenInstance[], keyOf: (broken: BrokenInstance) => string | null): RowsMended {
  const money = new Money(recognised);
  const suspects: Suspect[] = [];
  let now: Omit<RowsMended, "suspects"> = { recognised, broken };
  let tries = isLarge(recognised) ? MOST_TRIED : 0;
  while (suspects.length < MOST_NAMED && now.broken.length >= FEWEST) {
    const before = now;
    const slips = tries < MOST_TRIED ? [...doubledRows(before.recognised, money), ...missingRows(before.recognised, before.broken.map(({ instance }) => instance), money)].slice(0, MOST_TRIED - tries) : [];
    const mended = slips.map((slip) => ({ slip, left: brokenIn(slip.mended, checks) })).filter(({ left }) => isBetter(before.broken, left));
    tries += slips.length;
    const best = mended.reduce<(typeof mended)[number] | undefined>((least, one) => (least && least.left.length <= one.left.length ? least : one), undefined);
    if (!best) break;
    const left = new Set(best.left.map(nameOf));
    const cleared = broken.filter((one) => before.broken.some((other) => nameOf(other) === nameOf(one)) && !left.has(nameOf(one)));
    suspects.push(suspectOf(best.slip, cleared.flatMap((one) => keyOf(one) ?? [])));
    now = { recognised: best.slip.mended, broken: best.left };
  }
  return { suspects, ...now };
}

const nameOf = ({ check, instance }: BrokenInstance): string => findingKey(check, instance);

/** Everything still broken was broken before, and several are not any more. */
function isBetter(before: readonly BrokenInstance[], after: readonly BrokenInstance[]): boolean {
  const known = new Set(before.map(nameOf));
  return after.length <= before.length - FEWEST && after.every((one) => known.has(nameOf(one)));
}

/** The instances of identities that must hold and do not. */
function brokenIn(recognised: Recognised, checks: readonly Check[]): readonly BrokenInstance[] {
  const found: BrokenInstance[] = [];
  eachInstance(recognised, checks, null, (check, instance) => {
    const { operator } = check.identity;
    if (check.severity !== "error" || judgePlainly(instance, operator) !== null) return;
    if (judge(instance, operator).verdict === "broken") found.push({ check, instance });
  });
  return found;
}

function suspectOf({ cell, value, words, then }: RowSlip, explains: readonly string[]): Suspect {
  return { ...cell, value, expected: null, explains, kind: "missing", message: `${words}，${then} ${String(explains.length)} 条不符${explains.length > 1 ? "都" : ""}会消失。` };
}
