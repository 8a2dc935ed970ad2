/**
 * 政府收支分类科目 that this tool knows. There is no public machine-readable full table, so the lists hold the codes that
 * real disclosure documents show, the list of classes, and the economic classification; each entry says where it is from.
 * An unknown code is therefore worth a hint, never an error.
 */
export type SubjectKind = "functional" | "economic";

/**
 * seen: read in published disclosure documents · classList: printed in the list of classes of the two-sided tables ·
 * confirmed: code and name agree in two public sources · nameOnly: only name and order agree in them · unconfirmed: to be
 * held against the year's 《政府收支分类科目》.
 */
export type SubjectSource = "seen" | "classList" | "confirmed" | "nameOnly" | "unconfirmed";

/** A name that a code had in earlier years. */
export interface FormerName {
  readonly name: string;
  /** First year; open where it is not known. */
  readonly from?: number;
  /** Last year. */
  readonly until: number;
  /** Where name and years are from. */
  readonly source: SubjectSource;
}

export interface Subject {
  /** 类 3, 款 5, 项 7 digits (functional); 类 3, 款 5 digits (economic). */
  readonly code: string;
  /** The current official name; of a code that is no more, its last one. */
  readonly name: string;
  readonly source: SubjectSource;
  /** First year of the code; absent where it has always been or its beginning is not known. */
  readonly from?: number;
  /** Last year of the code; absent where it still is one. */
  readonly until?: number;
  /** Earliest first. */
  readonly formerNames: readonly FormerName[];
  /** Wordings met in published documents in place of the official name. */
  readonly alsoWritten?: readonly string[];
}

/** "01 基本工资": a code, or the digits it ends in, and a name. */
export type Entry = `${number} ${string}`;

/** What an entry says. */
export function entryOf(entry: Entry): { readonly digits: string; readonly name: string } {
  const space = entry.indexOf(" ");
  return { digits: entry.slice(0, space), name: entry.slice(space + 1) };
}
