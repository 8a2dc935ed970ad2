import type { DeskFile, DeskProof } from "./file";
import { soonPairs, type Pair } from "./offices";

/** Holds reports against the workbooks of their offices, each pair once. */
export interface PairHolder {
  /** A file that has been checked: what belongs to it, if that is known, is held against it while others are still checked. */
  readonly checked: (file: DeskFile) => Promise<unknown>;
  /** null: they could not be held against each other. */
  readonly hold: (pair: Pair) => Promise<DeskProof | null>;
}

/** @param hold never throws. */
export function pairHolder(hold: PairHolder["hold"]): PairHolder {
  const soon = soonPairs();
  const begun = new Map<string, Promise<DeskProof | null>>();
  const holdOnce = (pair: Pair): Promise<DeskProof | null> => {
    const names = `${pair.workbook.file}\n${pair.report.file}`;
    const proof = begun.get(names) ?? hold(pair);
    begun.set(names, proof);
    return proof;
  };
  return { checked: (file) => Promise.all(soon(file).map(holdOnce)), hold: holdOnce };
}
