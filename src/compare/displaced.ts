import type { Exact } from "../amount/exact";
import type { Wan } from "../amount/unit";
import type { Difference } from "./compare-tables";

/** Fewer rows may be figures that somebody wrote into the wrong column. */
const FEWEST_ROWS = 2;

type Amount = Extract<Difference, { readonly kind: "amount" }>;

const byColumn = (left: Amount, right: Amount): number => left.printed.column - right.printed.column;
const figures = (amounts: readonly Exact<Wan>[]): string =>
  amounts
    .filter((amount) => !amount.isZero())
    .map(String)
    .join(" ");

/**
 * The differences of one table in which only the columns are others: in every row that differs, both sides give the same figures
 * in the same order, beside one another. What a text has lost of its table's headings looks so. Empty where it is not so.
 */
export function displaced(differences: readonly Difference[]): readonly Amount[] {
  const amounts = differences.filter((difference): difference is Amount => difference.kind === "amount");
  const rows = new Map<number, Amount[]>();
  for (const one of amounts) rows.set(one.printed.row, [...(rows.get(one.printed.row) ?? []), one]);
  const moved = [...rows.values()].every((row) => {
    const inOrder = [...row].sort(byColumn);
    const printed = figures(inOrder.map(({ says }) => says));
    return printed !== "" && printed === figures(inOrder.map(({ wanted }) => wanted));
  });
  return moved && rows.size >= FEWEST_ROWS ? amounts : [];
}
