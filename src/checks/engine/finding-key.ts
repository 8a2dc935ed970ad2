import type { IdentityCheck } from "./check";
import type { Instance } from "./instances";

/** The same check on the same row and column has the same key, whatever the figures. */
export function findingKey(check: IdentityCheck, { row, column }: Pick<Instance, "row" | "column">): string {
  return [check.id, row?.code ?? "", row?.project ?? (row?.code ? "" : (row?.name ?? "")), column ?? ""].join("|");
}
