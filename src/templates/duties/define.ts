import type { TableKey } from "../define";

/** How it is seen that a duty is fulfilled. All of a list must be there; words are patterns over the text without spaces. */
export type Seen =
  /** Tables that the template has. */
  | { readonly by: "tables"; readonly tables: readonly TableKey[] }
  /** Rows of such a level in a table that has amounts. */
  | {
      readonly by: "levels";
      readonly levels: readonly { readonly table: TableKey; readonly kind: "item" | "group"; readonly word: string }[];
    }
  /** Words of the text, each with its name for the list; with `tables` those as well, and where the template has none neither. */
  | { readonly by: "words"; readonly words: readonly Wanted[]; readonly tables?: readonly TableKey[] }
  /** Rules of the tables or of the text: fulfilled where they ran and found nothing. */
  | { readonly by: "rules"; readonly ids: readonly string[] }
  /** Every identity of the tables. */
  | { readonly by: "ties" }
  /** Every figure, name and year of the text held against the tables. */
  | { readonly by: "text"; readonly categories: readonly string[] }
  /** The contents list against what follows. */
  | { readonly by: "contents" }
  /** No machine can tell: a line for the reviewer's tick, with what to look at. */
  | { readonly by: "person"; readonly look: string };

export interface Wanted {
  readonly name: string;
  readonly pattern: RegExp;
  /** Not every office has it: where it is not found a person has to say. */
  readonly mayLack?: true;
}

/** Something that a published department budget must contain or hold. */
export interface Duty {
  readonly number: number;
  readonly words: string;
  /** The document it is taken from, or practice. */
  readonly ground: string;
  readonly seen: Seen;
  /** First budget year; from the beginning where absent. */
  readonly since?: number;
  /** Families whose form asks for it; all where absent. */
  readonly families?: readonly string[];
  /** Only a department's summary has it, or a single unit. */
  readonly kind?: "部门" | "单位";
}
