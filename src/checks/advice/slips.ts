import type { Exact } from "../../amount/exact";

/** How one figure may have been typed for another. */
export type Slip = { readonly kind: "sign" } | { readonly kind: "scale"; readonly power: number } | { readonly kind: "transposition" };

/** Powers of ten by which figures are mistaken: a point out of place, 元 for 万元. */
const POWERS = [1, 2, 3, 4] as const;

/** The slip of the pen that turns one figure into the other; null where none does. Amounts in 万元. */
export function slipBetween(written: Exact, meant: Exact): Slip | null {
  if (written.isZero() || meant.isZero() || written.equals(meant)) return null;
  if (written.equals(meant.negated())) return { kind: "sign" };
  for (const power of POWERS) {
    if (written.equals(meant.shifted(power))) return { kind: "scale", power };
    if (written.equals(meant.shifted(-power))) return { kind: "scale", power: -power };
  }
  return transposed(written, meant) ? { kind: "transposition" } : null;
}

/** Two neighbouring digits changed places: 1219.43 for 1291.43. */
function transposed(a: Exact, b: Exact): boolean {
  if (a.sign() !== b.sign()) return false;
  const decimals = Math.max(a.decimals(), b.decimals(), 2);
  const [left, right] = [digitsOf(a, decimals), digitsOf(b, decimals)];
  if (left.length !== right.length) return false;
  const at = left.findIndex((digit, index) => digit !== right[index]);
  return left[at] === right[at + 1] && left[at + 1] === right[at] && left.slice(at + 2).join("") === right.slice(at + 2).join("");
}

const digitsOf = (amount: Exact, decimals: number): string[] => Array.from(amount.abs().toFixed(decimals).replace(".", ""));
