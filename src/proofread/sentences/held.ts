import type { SentenceFamily } from "../../narrative/families";
import type { Expected, Form } from "./expected";
import type { Line } from "../text/lines";
import type { Found } from "./found";

/** The text held against the sentences that ought to be there. */
export interface Held {
  readonly family: SentenceFamily;
  readonly expected: readonly Expected[];
  readonly found: readonly Found[];
  /** For each expected statement the one of the text, -1 where it is missing; and the other way round. */
  readonly of: readonly number[];
  readonly by: readonly number[];
  readonly forms: readonly Form[];
  /** All lines of the part, project fields among them. */
  readonly lines: readonly Line[];
}
