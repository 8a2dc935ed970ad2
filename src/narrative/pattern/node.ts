import type { Figure } from "../figure";
import type { Segment } from "../segments";
import type { Comparison } from "../comparison";

/** Of what sort the reason for a change is: what it may say depends on it. */
export type ReasonOf = "source" | "part" | "item" | "threePublic" | "operating" | "other";

/** A quantity that a sentence speaks of: what is said of it is held against this, and sums find it by its id. */
export interface Quantity {
  /** income.一般公共预算 */
  readonly id: string;
  /** In Chinese, for messages: 一般公共预算收入. */
  readonly what: string;
  readonly figure: Figure;
  readonly comparison?: Comparison | null;
  /** Ids of the whole that a share is of, the likeliest first, and the whole itself. */
  readonly whole?: readonly string[];
  readonly wholeFigure?: Figure;
  /** What else its share may be of: which whole is meant each office decides. */
  readonly otherWholes?: readonly Pick<Quantity, "id" | "figure">[];
  readonly of?: ReasonOf;
}

/** What a figure says of its quantity: how much it is, which share of the whole, by how much it changed, at which rate. */
export type Part = "current" | "share" | "delta" | "rate" | "prior";

/** One name of a list, with the other names by which it is known. */
export interface Listed {
  readonly segments: readonly Segment[];
  readonly others: readonly string[];
}

/**
 * What a sentence consists of. Written, it becomes segments; read, it finds its own words again and says what stands where
 * a figure, a name, a direction or a person's own words were expected.
 *
 * words: always these, or others that mean the same · name: exactly as the tables have it · year · figure · way: 增加 or
 * 减少 · free: a person's own words · list: names one after the other · either: one of several ways to say it · maybe: may
 * be left out.
 */
export type Node =
  | { readonly kind: "words"; readonly text: string; readonly others?: readonly string[]; readonly gap?: string }
  | { readonly kind: "name"; readonly segments: readonly Segment[]; readonly what: string; readonly others: readonly string[] }
  | { readonly kind: "year"; readonly segments: readonly Segment[]; readonly year: number | null }
  | { readonly kind: "figure"; readonly figure: Figure; readonly quantity: Quantity | null; readonly part: Part }
  | {
      readonly kind: "way";
      readonly quantity: Quantity;
      readonly growth: boolean;
      readonly up: string;
      readonly down: string;
      readonly isDown: boolean;
    }
  | {
      readonly kind: "free";
      readonly segments: readonly Segment[];
      readonly what: string;
      readonly role: FreeRole;
      readonly quantity: Quantity | null;
    }
  | {
      readonly kind: "list";
      readonly names: readonly Listed[] | null;
      readonly what: string;
      readonly list: string;
      readonly instead: Pattern;
    }
  | { readonly kind: "either"; readonly written: Pattern; readonly options: readonly Option[] }
  | { readonly kind: "maybe"; readonly pattern: Pattern; readonly written: boolean };

/** way: the word alone that says which way a quantity went. */
export type FreeRole = "reason" | "use" | "note" | "field" | "name" | "way";

/** flat: no change · moved: by so much · none: nothing was arranged · said: the plain way · silent: not at all. */
export type OptionTag = "flat" | "moved" | "none" | "said" | "silent";

export interface Option {
  readonly tag: OptionTag;
  readonly quantity: Quantity | null;
  readonly pattern: Pattern;
}

export type Pattern = readonly Node[];

/** What the name of the document's own organisation is called. */
export const ORGANISATION = "单位名称";

export const name = (segments: readonly Segment[], what: string, others: readonly string[] = []): Node => ({
  kind: "name",
  segments,
  what,
  others,
});
export const also = (text: string, others: readonly string[]): Node => ({ kind: "words", text, others });
export const maybe = (pattern: Pattern, written = false): Node => ({ kind: "maybe", pattern, written });
export const either = (written: Pattern, options: readonly Option[]): Node => ({ kind: "either", written, options });
export const option = (tag: OptionTag, quantity: Quantity | null, pattern: Pattern): Option => ({ tag, quantity, pattern });
export const free = (segments: readonly Segment[], what: string, role: FreeRole, quantity: Quantity | null = null): Node => ({
  kind: "free",
  segments,
  what,
  role,
  quantity,
});

/** A figure of a quantity. */
export const told = (quantity: Quantity, figure: Figure = quantity.figure, part: Part = "current"): Node => ({
  kind: "figure",
  figure,
  quantity,
  part,
});
