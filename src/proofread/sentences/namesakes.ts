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
 * own is not among them, or is not expected at all, the neighbour whose sentence was left out would take it. `like`: those it is like.
 */
export function othersOf(
  expected: readonly Pick<Expected, "pattern">[],
  found: Found,
  style: AmountStyle,
  like: readonly (readonly [at: number, alike: number])[],
): ReadonlySet<number> {
  const item = ITEM.exec(found.text)?.[1];
  if (item === undefined) return new Set();
  const among = like.flatMap(([at]) => {
    const pattern = expected[at]?.pattern ?? [];
    const names = namesIn(pattern);
    return names.length < LEVELS ? [] : [{ at, pattern, names }];
  });
  if (!officialItems().has(item) && !among.some(({ names }) => isWhollyNamed(names, found))) return new Set();
  const isOther = ({ pattern, names }: (typeof among)[number]): boolean =>
    !isWhollyNamed(names.slice(-1), found) && !figuresIn(pattern, style).some((figure) => figure !== "0" && found.digits.has(figure));
  return new Set(among.filter(isOther).map(({ at }) => at));
}

let items: ReadonlySet<string> | null = null;

function officialItems(): ReadonlySet<string> {
  items ??= new Set(functionalSubjects.flatMap((subject) => (subject.code.length === LEVELS * 2 + 1 ? waysOf(subject).map(canon) : [])));
  return items;
}
