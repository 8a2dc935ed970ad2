import type { Recognised } from "../../workbook/recognised";
import type { Check, IdentityCheck } from "../engine/check";
import { findingKey } from "../engine/finding-key";
import type { Instance } from "../engine/instances";
import { judge, judgePlainly } from "../engine/judge";
import { eachInstance } from "./system/each-instance";

/** An instance of an identity that does not hold. */
export interface BrokenInstance {
  readonly check: IdentityCheck;
  readonly instance: Instance;
}

/** Tells instances apart, in a mended workbook as in the one it was made from. */
export const nameOf = ({
  check,
  instance,
}: {
  readonly check: IdentityCheck;
  readonly instance: Pick<Instance, "row" | "column">;
}): string => findingKey(check, instance);

/** Identities of severity error must hold; those of lower severity only make one explanation likelier than another. */
export const mustHold = ({ check }: Pick<BrokenInstance, "check">): boolean => check.severity === "error";

/** Every instance that does not hold, whatever its severity. */
export function brokenIn(recognised: Recognised, checks: readonly Check[]): readonly BrokenInstance[] {
  const found: BrokenInstance[] = [];
  eachInstance(recognised, checks, null, (check, instance) => {
    const { operator } = check.identity;
    if (judgePlainly(instance, operator) === null && judge(instance, operator).verdict === "broken") found.push({ check, instance });
  });
  return found;
}
