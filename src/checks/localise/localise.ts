import type { Recognised } from "../../workbook/recognised";
import type { Cause } from "../cause";
import type { Check } from "../engine/check";
import type { Remarked } from "../inspected";
import type { Suspect } from "../report";
import type { Blamed } from "./blamed";
import { asPrinted } from "./as-printed";
import { mustHold, nameOf, type BrokenInstance } from "./broken";
import { findCauses } from "./causes/find-causes";
import { fewestCells } from "./cells/fewest-cells";
import type { KeyOf } from "./cells/suspects";

export interface Localised {
  /** One cause behind many findings each, those that explain most first. */
  readonly causes: readonly Cause[];
  /** The cells at fault: of the causes, where they are few; then the likeliest repair of what is left; then other repairs. */
  readonly suspects: readonly Suspect[];
  /** True when the bound on work was hit, or something stays broken whatever few cells are changed. */
  readonly incomplete: boolean;
}

/** More than this nobody reads. */
const MOST_SUSPECTS = 24;

/**
 * Traces broken identities to what is at fault.
 *
 * 1. Causes (causes/): one slip that shows in many findings, such as a row left out or a table in another unit. Each is a
 *    hypothesis: the tables as they would be without the slip. It is accepted when that clears most of what is broken and
 *    breaks nothing, and no one or two wrong cells explain it more simply; the workbook goes on as mended.
 * 2. Cells (cells/): what is left is traced to the fewest cells whose change would repair it all.
 *
 * Identities of severity error must hold and call for a culprit; those of lower severity only weigh.
 *
 * @param broken every broken instance, whatever its severity.
 * @param keyOf the key of the finding on an instance; null where it has none.
 * @param remarked what the inspections find in a workbook.
 */
export function localise(
  recognised: Recognised,
  checks: readonly Check[],
  broken: readonly BrokenInstance[],
  keyOf: KeyOf,
  remarked: (recognised: Recognised) => readonly Remarked[],
): Localised {
  const { causes, suspects, rest } = findCauses({ recognised, broken }, checks, keyOf, remarked);
  const left = rest.broken.filter(mustHold).map(({ instance }) => instance);
  const cells = fewestCells(rest.recognised, checks, left, causes.length === 0 ? keyOf : byName(broken, keyOf));
  const all = distinct([...suspects, ...cells.suspects]).slice(0, MOST_SUSPECTS);
  return { causes, suspects: asPrinted(all, recognised), incomplete: cells.incomplete };
}

/** Keys of findings for a mended workbook: its rows are others, so that instances are told by their names. */
function byName(broken: readonly BrokenInstance[], keyOf: KeyOf): KeyOf {
  const known = new Map(broken.map((one) => [nameOf(one), one]));
  return (origin) => {
    const original = known.get(nameOf(origin));
    return original ? keyOf(original) : null;
  };
}

/** A cell is named once, at its first place. */
function distinct(suspects: readonly Blamed[]): readonly Blamed[] {
  const seen = new Set<string>();
  return suspects.filter(({ sheet, row, column }) => {
    const key = `${sheet}!${String(row)}:${String(column)}`;
    const fresh = !seen.has(key);
    seen.add(key);
    return fresh;
  });
}
