import type { DeskFile, DeskProof } from "./file";
import type { FileIdentity } from "./file-identity";
import { partnersOf, soonPairs, type Pair, type Partners } from "./offices";

/** Holds reports against the workbooks of their offices, each pair once. */
export interface PairHolder {
  /** A file that has been checked: what belongs to it, if that is known, is held against it while others are still checked. */
  readonly checked: (file: DeskFile) => Promise<unknown>;
  /** null: they could not be held against each other. */
  readonly hold: (pair: Pair) => Promise<DeskProof | null>;
}

/** Does the work for each pair once, whoever asks for it first. */
function once<Of, Result>(namesOf: (pair: Of) => readonly string[], hold: (pair: Of) => Promise<Result>): (pair: Of) => Promise<Result> {
  const begun = new Map<string, Promise<Result>>();
  return (pair) => {
    const names = namesOf(pair).join("\n");
    const result = begun.get(names) ?? hold(pair);
    begun.set(names, result);
    return result;
  };
}

/** @param hold never throws. */
export function pairHolder(hold: PairHolder["hold"]): PairHolder {
  const soon = soonPairs();
  const holdOnce = once(({ workbook, report }: Pair) => [workbook.file, report.file], hold);
  return { checked: (file) => Promise.all(soon(file).map(holdOnce)), hold: holdOnce };
}

/** Holds files against those of another time, each pair once. */
export interface PartnerHolder<Result> {
  /** A file of the other time that has been read: what it goes with is held against it while whoever read it still knows it. */
  readonly known: (other: FileIdentity) => Promise<unknown>;
  readonly hold: (pair: Partners<FileIdentity>) => Promise<Result>;
}

/**
 * What comes later may show that two are no such partners: `partnersOf` of all decides.
 * @param hold never throws.
 */
export function partnerHolder<Result>(
  files: readonly DeskFile[],
  yearsBack: 0 | 1,
  hold: PartnerHolder<Result>["hold"],
): PartnerHolder<Result> {
  const holdOnce = once(({ file, other }: Partners<FileIdentity>) => [file.file, other.file], hold);
  return { known: (other) => Promise.all(partnersOf(files, [other], yearsBack).map(holdOnce)), hold: holdOnce };
}
