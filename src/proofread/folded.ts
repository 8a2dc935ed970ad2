import type { Fault } from "./ledger";

/**
 * What only differs in the last digit has one cause in one document: said once, of the first, the rest are notes. Such a
 * document rounds otherwise than its tables do, so no amount of theirs is certain to be what ought to stand there: both
 * figures are shown, and none is put in.
 */
export function folded(faults: readonly Fault[]): readonly Fault[] {
  const tails = faults.filter(({ cause, severity }) => cause === "tail" && severity === "warning");
  const [first] = tails;
  if (!first || tails.length < 2) return faults;
  const below = tails.every(({ left, right }) => left && right && left.compare(right) < 0);
  const why = below ? "像是截去了尾数，没有四舍五入" : "像是分别取整造成的";
  const all = `全文有${String(tails.length)}处这样差在尾数，${why}，请一并核对。`;
  return faults.map((fault): Fault => {
    if (!isTablesAmount(fault)) return fault;
    const unsure = { ...fault, message: fault.unsure ?? fault.message, expected: "", replaces: false };
    if (fault === first) return { ...unsure, advice: all };
    return tails.includes(fault) ? { ...unsure, severity: "info", advice: `与前面同一个原因：${why}。` } : unsure;
  });
}

/** Words of the text beside an amount of the tables. */
const isTablesAmount = ({ category, cells = [] }: Fault): boolean => category === "figure" && cells.length > 0;
