import { cut } from "../../narrative/pattern/cut";
import type { Node, Pattern } from "../../narrative/pattern/node";
import { spareWords, wordings } from "../../narrative/pattern/read";
import { numbersOf, type SectionPattern } from "../../narrative/paragraphs";
import type { SectionKey } from "../../narrative/segments";
import { maybe } from "../../narrative/pattern/node";
import { say, words } from "../../narrative/say";
import { notes } from "../../text/remembered";
import { gramsOf } from "./grams";
import { leadsOf } from "./leads";

/** A statement that ought to stand in the text. */
export interface Expected {
  readonly section: SectionKey;
  readonly kind: "heading" | "sub" | "statement";
  readonly pattern: Pattern;
  /** Its words in each way of saying it. */
  readonly grams: readonly (readonly number[])[];
  /** Those of words that may be left out. */
  readonly spare: ReadonlySet<number>;
  /** A person's own words stand in it, as many as they please. */
  readonly open: boolean;
  /** Said of every item or of none. */
  readonly usual: string | null;
  /** In our own words: others say it otherwise. */
  readonly ours: boolean;
  /** It tells a figure: what has none, and no full stop either, is a cell of a table or a heading. */
  readonly figured: boolean;
  /** Of a heading: the words without which nothing of its matter is told; [] where it need not be. */
  readonly topic: readonly string[];
  /** Which paragraph it is written in, all counted; -1: a heading. */
  readonly passage: number;
}

/** A statement of the text that may stand in a section as often as the text likes. */
export interface Form {
  readonly section: SectionKey;
  readonly pattern: Pattern;
  readonly grams: readonly (readonly number[])[];
}

/** What ought to be said in a text, and what may be. */
export interface Sentences {
  readonly expected: readonly Expected[];
  readonly forms: readonly Form[];
}

/** The same for every text that names the organisation so. `own`: the pairs of that name. */
export function sentencesIn(sections: readonly SectionPattern[], { organisation, own, freely }: Naming): Sentences {
  const before = cutOnce.get(sections) ?? new Map<string, Sentences>();
  cutOnce.set(sections, before);
  const key = `${organisation} ${String(freely)}`;
  const made = before.get(key) ?? { expected: expectedOf(sections, own, freely), forms: formsOf(sections, own, freely) };
  before.set(key, made);
  return made;
}

const cutOnce = notes<readonly SectionPattern[], Map<string, Sentences>>();

interface Naming {
  readonly organisation: string;
  readonly own: ReadonlySet<number>;
  readonly freely: boolean;
}

type Said = Partial<Pick<Expected, "usual" | "ours" | "topic">>;

/** Every statement of the sections, in order, but for tables that are missing. `freely`: as in `foundIn`. */
export function expectedOf(sections: readonly SectionPattern[], own: ReadonlySet<number>, freely: boolean): readonly Expected[] {
  let passage = 0;
  const numbers = numbersOf(sections);
  const made = (
    section: SectionKey,
    kind: Expected["kind"],
    pattern: Pattern,
    { usual = null, ours = false, topic = [] }: Said = {},
  ): Expected => ({
    section,
    kind,
    pattern,
    usual,
    ours,
    topic,
    grams: (freely && kind === "statement" ? leadsOf(pattern) : wordings(pattern)).map((words) => gramsOf(words, own)),
    spare: new Set(spareWords(pattern).flatMap((words) => gramsOf(words, own))),
    open: !freely && has(pattern, ({ kind: of }) => of === "free" || of === "list"),
    figured: has(pattern, ({ kind: of }) => of === "figure"),
    passage: kind === "statement" ? passage : -1,
  });
  return sections
    .flatMap(({ key, chapter, heading, passages, topic = [] }, index) => [
      ...(chapter ? [made(key, "heading", chapter)] : []),
      ...(heading.length > 0 ? [made(key, "heading", say`${maybe([words(`${numbers[index] ?? ""}、`)], true)}${heading}`, { topic })] : []),
      ...passages.flatMap(({ kind, pattern, usual = null, ours = false }) => {
        passage += 1;
        if (kind === "sub") return [made(key, "sub", withSoftMark(pattern))];
        return kind === "field" ? [] : cut(pattern, freely).map((unit) => made(key, "statement", withSoftMark(unit), { usual, ours }));
      }),
    ])
    .filter(({ grams }) => isSaid(grams));
}

/** What consists of no words cannot be looked for. */
export const isSaid = (grams: Expected["grams"]): boolean => grams.some((one) => one.length > 1);

function formsOf(sections: readonly SectionPattern[], own: ReadonlySet<number>, freely: boolean): readonly Form[] {
  return sections.flatMap(({ key, forms = [] }) =>
    forms.map((pattern) => ({ section: key, pattern, grams: (freely ? leadsOf : wordings)(pattern).map((said) => gramsOf(said, own)) })),
  );
}

/** The number of an entry may be another, or none. */
function withSoftMark(pattern: Pattern): Pattern {
  const [first, ...rest] = pattern;
  const mark = first?.kind === "words" ? (/^(?:（[一二三四五]）|\d\.)/.exec(first.text)?.[0] ?? "") : "";
  return first?.kind !== "words" || mark === ""
    ? pattern
    : [maybe([words(mark)], true), { ...first, text: first.text.slice(mark.length) }, ...rest];
}

/** Whether any node of it, however deep, is such a one. */
function has(pattern: Pattern, is: (node: Node) => boolean): boolean {
  return pattern.some(
    (node) =>
      is(node) ||
      (node.kind === "maybe" && has(node.pattern, is)) ||
      (node.kind === "either" && node.options.some((option) => has(option.pattern, is))),
  );
}
