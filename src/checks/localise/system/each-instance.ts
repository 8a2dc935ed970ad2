import type { Recognised, Row } from "../../../workbook/recognised";
import type { Check, IdentityCheck } from "../../engine/check";
import { UNSURE } from "../../engine/figures";
import { walk, type Instance } from "../../engine/instances";
import { doubtOf, speaksOfWholeTables } from "../../engine/understood";
import type { Scope } from "./scope";

/** Every instance of the identities that apply to this workbook and take part, or those of them with a cell of the scope. */
export function eachInstance(
  recognised: Recognised,
  checks: readonly Check[],
  scope: Scope | null,
  visit: (check: IdentityCheck, instance: Instance) => void,
): void {
  const isAbout = scope ? (row: Row): boolean => scope.isAbout(row) : undefined;
  for (const check of checks) {
    if (check.kind !== "identity" || check.when?.(recognised) === false) continue;
    if (scope && !scope.concerns(check.identity)) continue;
    const whole = speaksOfWholeTables(check.identity, recognised);
    walk(check.identity, recognised, {
      isAbout,
      visit: (instance) => {
        if (takesPart(instance) && (whole || doubtOf(instance) === null) && (!scope || scope.touches(instance))) visit(check, instance);
      },
    });
  }
}

/**
 * Whether an instance may accuse a cell or clear one. The one place that keeps instances out of the search: an instance
 * that is not judged (未执行) accuses nobody.
 */
function takesPart({ parts }: Instance): boolean {
  return !parts.some(({ slot, rows }) => !slot.figures.sure && rows.some((row) => slot.figures.states[row] === UNSURE));
}
