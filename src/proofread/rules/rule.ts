import type { Severity } from "../../checks/report";
import type { ProofCategory } from "../report";

/** A wording that is wrong wherever it stands. */
export interface WordRule {
  readonly words: RegExp;
  /** Found only where a stretch of so many characters stands twice running. */
  readonly twice?: readonly [least: number, most: number];
  readonly severity: Severity;
  readonly message: string;
  readonly category?: ProofCategory;
  /** What should stand in its place; absent or null where that depends on what was meant. */
  readonly right?: (match: RegExpExecArray) => string | null;
  /** What such words may begin with and be right. */
  readonly unless?: RegExp;
  /** Not told where something else is wrong with these words already. */
  readonly quiet?: true;
  /** The words are marked as a place where something is missing. */
  readonly place?: true;
  /** An office may write so: told only where it stands once, and these words several times. */
  readonly rarerThan?: string;
}
