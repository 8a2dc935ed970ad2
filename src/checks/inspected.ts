import type { Inputs } from "../inputs/read";
import type { Recognised } from "../workbook/recognised";
import { outOfForce, type Check } from "./engine/check";
import { remarkFinding } from "./engine/finding";
import { withoutMistaken } from "./engine/mistaken";
import type { Finding } from "./report";

/** What an inspection remarks upon. */
export type Remarked = Pick<Finding, "key" | "severity">;

/** All that the inspections remark upon in a workbook: what is gone from them in a mended one had its cause. */
export function remarkedBy(checks: readonly Check[], inputs: Inputs | null): (recognised: Recognised) => readonly Remarked[] {
  const known = new Map<Recognised, readonly Remarked[]>();
  return (recognised) => {
    const remarks =
      known.get(recognised) ??
      checks.flatMap((check) =>
        check.kind === "identity" || outOfForce(check, recognised.year) !== null
          ? []
          : withoutMistaken(check.inspect(recognised, inputs), recognised).remarks.map((remark) => remarkFinding(check, remark)),
      );
    known.set(recognised, remarks);
    return remarks;
  };
}
