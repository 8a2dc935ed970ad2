import type { DeskFinding } from "./file";

/** A file of the desk held against others: what that found, as plain data. */
export interface DeskHeld {
  readonly kind: "lastYear" | "units";
  /** The desk's own file. */
  readonly file: string;
  /** What it was held against: last year's file, the units' files. */
  readonly against: readonly string[];
  readonly findings: readonly DeskFinding[];
  /** In Chinese: what was not compared or added up, and causes that lie in a whole file. */
  readonly notes: readonly string[];
  /** What it comes to, one Chinese sentence. */
  readonly summary: string;
}

/** A file of the desk beside that of the round before. */
export interface DeskRound {
  readonly file: string;
  readonly before: string;
  /** False where of the round before only its results are there: then no figure was compared. */
  readonly compared: boolean;
  /** What says something else now, as one Chinese sentence each; first what nobody had asked for. */
  readonly changes: readonly DeskChange[];
  /** How many there are, kept or not. */
  readonly counts: RoundCounts;
  readonly repaired: readonly DeskFinding[];
  /** Keys of the findings that are new in this round, and of those that are still there. */
  readonly added: readonly string[];
  readonly remaining: readonly string[];
  /** Among the remaining: their figures say something else now, and are wrong still. */
  readonly altered: readonly string[];
}

export interface DeskChange {
  readonly asked: boolean;
  readonly words: string;
  /** In the new file; null where it is no longer there. */
  readonly cell: { readonly sheet: string; readonly address: string } | null;
}

export interface RoundCounts {
  readonly asked: number;
  readonly unasked: number;
  /** Figures that were understood in one round only. */
  readonly unchecked: number;
  readonly repaired: number;
  readonly remaining: number;
  readonly altered: number;
  readonly added: number;
}
