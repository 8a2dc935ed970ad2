import { functionalSubjects, namesOf as waysOf } from "../../templates/common/subjects";
import type { AmountStyle } from "../../amount/format";
import { ORGANISATION, type Node, type Pattern } from "../../narrative/pattern/node";
import { segmentsText } from "../../narrative/segments";
import { canon } from "../../text/canon";
import type { Expected } from "./expected";
import { figuresIn } from "./figures-in";
import type { Found } from "./found";

/** Several names, each in every way of writing it. */
export type Names = readonly (readonly string[])[];

/** What a pattern names beside the organisation. */
export const namesIn = (pattern: Pattern): Names =>
  pattern.flatMap((node) => (node.kind === "name" && node.what !== ORGANISATION ? [wordsOf(node)] : []));

/** Every way in which a name may be written. */
const wordsOf = ({ segments, others }: Extract<Node, { kind: "name" }>): readonly string[] =>
  [segmentsText(segments), ...others].map(canon);

export const isNamed = (names: Names, { text }: Found): boolean => names.some((ways) => ways.some((way) => text.includes(way)));
const isWhollyNamed = (names: Names, { text }: Found): boolean => names.every((ways) => ways.some((way) => text.includes(way)));

/** 类, 款 and 项: with fewer names in common two statements are not told apart by them. */
const LEVELS = 3;
const ITEM = /（款）([^（）：]{2,30}(?:（[^（）]{1,12}）[^（）：]{0,30})?)（项）/;

/**
 * Which expected statements one of the text cannot be: it names another 项 from end to end, and has none of their figures. Where its
 * own is not among them, or is not expected at all, the neighbour whose sentence was left out would take it.
 */
export function othersOf(
  expected: readonly Pick<Expected, "pattern">[],
  names: readonly Names[],
  found: Found,
  style: AmountStyle,
  among: readonly number[],
): ReadonlySet<number> {
  const item = ITEM.exec(found.text)?.[1];
  if (item === undefined) return new Set();
  const known =
    officialItems().has(item) || among.some((at) => (names[at]?.length ?? 0) >= LEVELS && isWhollyNamed(names[at] ?? [], found));
  if (!known) return new Set();
  return new Set(
    among.filter((at) => {
      const own = names[at] ?? [];
      if (own.length < LEVELS || isWhollyNamed(own.slice(-1), found)) return false;
      const pattern = expected[at]?.pattern ?? [];
      return !figuresIn(pattern, style).some((figure) => figure !== "0" && found.digits.has(figure));
    }),
  );
}

let items: ReadonlySet<string> | null = null;

function officialItems(): ReadonlySet<string> {
  items ??= new Set(functionalSubjects.flatMap((subject) => (subject.code.length === LEVELS * 2 + 1 ? waysOf(subject).map(canon) : [])));
  return items;
}
