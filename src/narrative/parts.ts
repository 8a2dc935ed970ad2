import type { AboutText } from "../inputs/conventions";
import type { Desk } from "./desk";
import type { Pattern } from "./pattern/node";
import { say } from "./say";

/**
 * A part of a published report. about: what the organisation is, from 填报-文字说明 · tables: the disclosure tables ·
 * narrative: the chapters of the narrative, each a part of its own; from `chapter` on, as many as `chapters` · terms: the
 * terms that the report uses.
 */
export type PartPattern =
  | { readonly kind: "about"; readonly title: Pattern; readonly passages: readonly AboutPassage[] }
  | { readonly kind: "tables"; readonly title: Pattern }
  /** usual: what such reports explain, in their order. · meanings: in what words, where the forms print them. */
  | {
      readonly kind: "terms";
      readonly title: Pattern;
      readonly usual: readonly string[];
      readonly meanings?: ReadonlyMap<string, string>;
    }
  | { readonly kind: "narrative"; readonly chapter: number; readonly chapters: number };

/** A text about the organisation, by its name in 填报-文字说明. */
export interface AboutPassage {
  readonly name: AboutText;
  /** null where the part's title is its heading. */
  readonly heading: Pattern | null;
  /** Said before the text from what else is filled in, unless the text speaks of it itself. */
  readonly opening?: { readonly pattern: Pattern; readonly unless: RegExp };
  /** Statements about the organisation by name that such texts make, each if they please. */
  readonly said?: readonly Pattern[];
}

/** How a family's reports are put together, from the cover on. */
export interface ReportPattern {
  /** The lines of the cover, from the top. */
  readonly cover: readonly Pattern[];
  readonly parts: readonly PartPattern[];
  /** Below the last part: who, and when; the date where it is filled in. */
  readonly signed: boolean;
}

/** Of a family whose reports are not known: the tables, under a cover. */
export function tablesOnly({ organisation, year, kind }: Desk): ReportPattern {
  return {
    cover: [[organisation], say`${year}年${kind}预算公开`],
    parts: [{ kind: "tables", title: say`${year}年${kind}预算公开表` }],
    signed: false,
  };
}
