import type { Pattern } from "./pattern/node";
import type { Paragraph, SectionKey } from "./segments";
import { chineseNumber } from "./wording";

/** A paragraph as a pattern: what is written, and what is looked for in a text. */
export interface Passage {
  readonly kind: Paragraph["kind"];
  readonly pattern: Pattern;
  /** The passages below this heading are of another section than its own. */
  readonly begins?: SectionKey;
  /** Said of every one of its sort or of none, as the document likes: missed only where most others are there. */
  readonly usual?: string;
  /** Read, never written. */
  readonly unwritten?: true;
  /** In our own words, no published report being known that has it: others say it otherwise, and are not asked for these words. */
  readonly ours?: true;
  /** In the whole report the performance tables follow it. */
  readonly performance?: Paragraph["performance"];
}

export interface SectionPattern {
  readonly key: SectionKey;
  /** The chapter that begins with it, and whose sections are numbered from 一. */
  readonly chapter?: Pattern;
  /** [] for the chapter's own words, which have no heading and no number. */
  readonly heading: Pattern;
  readonly passages: readonly Passage[];
  /** Sentences that may stand here as often as the text likes, for what the workbook does not know: read, never written. */
  readonly forms?: readonly Pattern[];
  /** Every office has to tell of it, in whatever section and words: a text in which none of these stands does not. */
  readonly topic?: readonly string[];
}

/** Building blocks of a section. */
export const text = (pattern: Pattern): Passage => ({ kind: "text", pattern });
export const sub = (pattern: Pattern, begins?: SectionKey): Passage => ({ kind: "sub", pattern, ...(begins ? { begins } : {}) });
export const item = (pattern: Pattern): Passage => ({ kind: "item", pattern });
export const field = (pattern: Pattern): Passage => ({ kind: "field", pattern });

export const usual = (sort: string, pattern: Pattern): Passage => ({ kind: "text", pattern, usual: sort });
export const ours = (passage: Passage): Passage => ({ ...passage, ours: true });
export const unwritten = (passage: Passage): Passage => ({ ...passage, unwritten: true });

/** What begins a section, and tells its total, where offices choose their words: it belongs under no other heading. */
export const TOTALS = "各节的合计";

/** Numbers the sections of each chapter by themselves: 一, 二, … and "" for a chapter's own words. */
export function numbersOf(sections: readonly SectionPattern[]): readonly string[] {
  let count = 0;
  return sections.map(({ chapter, heading }) => {
    if (chapter) count = 0;
    if (heading.length === 0) return "";
    count += 1;
    return chineseNumber(count);
  });
}

/** What every office has to tell of, one of these words at least. */
export const about = (section: SectionPattern, ...topic: readonly string[]): SectionPattern => ({ ...section, topic });

export function section(
  key: SectionKey,
  heading: Pattern,
  passages: readonly (Passage | readonly Passage[])[],
  forms: readonly Pattern[] = [],
): SectionPattern {
  return { key, heading, passages: passages.flat(), forms };
}
