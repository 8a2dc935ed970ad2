import { fullAddress } from "../amount/cell-ref";
import type { Recognised } from "../workbook/recognised";
import type { Check } from "./engine/check";
import { walk, type Instance } from "./engine/instances";
import { judge } from "./engine/judge";
import { doubtOf } from "./engine/understood";

/** Cells by their full address: those that agree with other cells, and those that only stand where something does not agree. */
export interface BorneOut {
  readonly agreed: ReadonlySet<string>;
  readonly disputed: ReadonlySet<string>;
}

/**
 * Which figures of the tables other figures bear out: a cell in an identity that holds, or is off by rounding only. A cell in
 * no identity is in neither set: nothing speaks for it.
 */
export function borneOut(recognised: Recognised, checks: readonly Check[]): BorneOut {
  const agreed = new Set<string>();
  const disputed = new Set<string>();
  for (const check of checks) {
    if (check.kind !== "identity" || check.identity.operator !== "=" || check.when?.(recognised) === false) continue;
    const visit = (instance: Instance): void => {
      const { verdict } = judge(instance, check.identity.operator);
      if (verdict === "notRun" || verdict === "notApplicable" || doubtOf(instance) !== null) return;
      const into = verdict === "broken" ? disputed : agreed;
      for (const { slot, rows } of instance.parts)
        for (const number of rows) {
          const row = slot.table.rows[number];
          const cell = row && slot.table.cell(row, slot.column);
          if (cell) into.add(fullAddress(cell));
        }
    };
    walk(check.identity, recognised, { visit });
  }
  for (const cell of agreed) disputed.delete(cell);
  return { agreed, disputed };
}
