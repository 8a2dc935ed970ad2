import type { Node, Pattern, Quantity } from "../../narrative/pattern/node";
import { segmentsText } from "../../narrative/segments";
import { canon } from "../../text/canon";

/** One of several parts that a sentence names one after the other: 政府采购工程预算0.00万元. */
export interface Part {
  readonly quantity: Quantity;
  /** What tells it from its neighbours: 工程. */
  readonly core: string;
  /** Which nodes its name and its figure are. */
  readonly lead: number;
  readonly figure: number;
}

interface Enumeration {
  readonly nodes: Pattern;
  readonly parts: readonly Part[];
}

/** Every way of saying a sentence, its parts left out for which `goes` says so; null where none does. */
export function withoutParts(pattern: Pattern, goes: (part: Part, all: readonly Part[]) => boolean): Pattern | null {
  const left: Part[] = [];
  const within = (some: Pattern): Pattern => {
    const { nodes, parts } = enumerated(some.map((node) => (node.kind === "either" ? insideOf(node) : node)));
    const gone = parts.filter((part) => goes(part, parts));
    if (gone.length === 0) return nodes;
    left.push(...gone);
    return without(nodes, parts, gone);
  };
  const insideOf = (node: Extract<Node, { kind: "either" }>): Node => ({
    ...node,
    written: within(node.written),
    options: node.options.map((option) => ({ ...option, pattern: within(option.pattern) })),
  });
  const shorter = within(pattern);
  return left.length > 0 ? shorter : null;
}

const MARK = /[，、；]$/;
const STOP = /[，、；：。]$/;

/** The longest row of figures, each with its name before it and one mark between it and the next. */
function enumerated(pattern: Pattern): Enumeration {
  const nodes = pattern.flatMap((node): Pattern =>
    node.kind === "words" && node.others === undefined && node.gap === undefined
      ? node.text.split(/(?<=[，、；：。])/).map((text) => ({ kind: "words" as const, text }))
      : [node],
  );
  let [row, best]: [Bounds[], Bounds[]] = [[], []];
  nodes.forEach((node, index) => {
    if (node.kind !== "figure" || node.part !== "current" || !node.quantity) return;
    let lead = index;
    while (lead > 0 && isName(nodes[lead - 1])) lead -= 1;
    const before = row.at(-1);
    const between = before ? nodes.slice(before.figure + 1, lead) : [];
    const follows = before && between.length > 0 && between.every(isUnit) && MARK.test(wordsOf(between.at(-1)));
    if (lead === index) row = [];
    else row = [...(follows ? row : []), { quantity: node.quantity, lead, figure: index }];
    if (row.length > best.length) best = row;
  });
  if (best.length < 2) return { nodes, parts: [] };
  const names = best.map(({ lead, figure }) => canon(nodes.slice(lead, figure).map(wordsOf).join("")));
  return { nodes, parts: best.map((one, index) => ({ ...one, core: coreOf(names[index] ?? "", names) })) };
}

type Bounds = Omit<Part, "core">;

const isName = (node: Node | undefined): boolean =>
  node?.kind === "name" || node?.kind === "maybe" || (node?.kind === "words" && node.text !== "" && !STOP.test(node.text));

/** 万元， in one piece or in two. */
const isUnit = (node: Node): boolean => node.kind === "words" && node.text.length <= LONGEST_UNIT;
const LONGEST_UNIT = 5;

function wordsOf(node: Node | undefined): string {
  if (node?.kind === "words") return node.text;
  if (node?.kind === "maybe") return node.written ? node.pattern.map(wordsOf).join("") : "";
  return node?.kind === "name" ? segmentsText(node.segments) : "";
}

/** A name without what all of them begin and end with; from its number on where it has one (50万元以上). */
function coreOf(name: string, names: readonly string[]): string {
  const number = name.search(/\d/);
  if (number >= 0) return name.slice(number);
  const shortest = Math.min(...names.map(({ length }) => length));
  const shares = (of: (one: string) => string): boolean => names.every((one) => of(one) === of(name));
  let [head, tail] = [0, 0];
  while (head < shortest && shares((one) => one.charAt(head))) head += 1;
  while (tail < shortest - head && shares((one) => one.charAt(one.length - 1 - tail))) tail += 1;
  return shortest > head + tail ? name.slice(head, name.length - tail) : name;
}

/** What is left when some parts are gone, with the marks between those that stay. */
function without(nodes: Pattern, parts: readonly Part[], gone: readonly Part[]): Pattern {
  const [first, last] = [parts[0], parts.at(-1)];
  const stay = parts.filter((part) => !gone.includes(part));
  if (!first || !last) return nodes;
  const unitOf = ({ figure }: Part): Pattern => {
    const next = parts.find(({ lead }) => lead > figure);
    return next ? nodes.slice(figure + 1, next.lead) : [];
  };
  const [before, behind] = [nodes.slice(0, first.lead), nodes.slice(last.figure + 1)];
  const kept = stay.flatMap((part, index): Pattern => {
    const said = nodes.slice(part.lead, part.figure + 1);
    return index < stay.length - 1 ? [...said, ...unitOf(part)] : said;
  });
  const end = stay.at(-1);
  const unit = end && end !== last && behind.length > 0 ? unitOf(end).map(bare) : null;
  return [...before, ...kept, ...(unit ? [...unit, ...unitless(behind)] : end ? behind : unitless(behind))];
}

const bare = (node: Node): Node => (node.kind === "words" ? { ...node, text: node.text.replace(MARK, "") } : node);

/** 万元。 → 。 The unit of the last part stands outside where all of its way of saying ends with the figure. */
function unitless([next, ...rest]: Pattern): Pattern {
  return next?.kind === "words" ? [{ ...next, text: next.text.replace(/^[^，、；：。]{1,3}/, "") }, ...rest] : next ? [next, ...rest] : [];
}
