import type { AmountStyle } from "../../amount/format";
import { figureText } from "../figure";
import { align, follow, WAYS, type Alignment, type Step } from "./align";
import { layOut, said, waysOf, type Layout } from "./atoms";
import { ORGANISATION, type Node, type OptionTag, type Pattern, type Quantity } from "./node";
import { numeralsIn, type Numeral } from "./numerals";
import { inOrderOf } from "./reorder";

/** Where a node of the pattern stands in the text; null where it does not. */
export interface Slot {
  readonly node: Node;
  readonly at: { readonly start: number; readonly end: number } | null;
  /** Where it ought to stand. */
  readonly place: number;
  /** The unit that ought to follow a number. */
  readonly unit: string;
  /** May be left out. */
  readonly soft: boolean;
  /** As it ought to be, to the character. */
  readonly exact: boolean;
  readonly numeral: Numeral | null;
}

/** Words of the text that are not those of the pattern. */
export interface Difference {
  readonly start: number;
  readonly end: number;
  readonly wanted: string;
}

export interface Reading {
  readonly slots: readonly Slot[];
  readonly choices: readonly {
    readonly tag: OptionTag;
    readonly quantity: Quantity | null;
    readonly start: number;
    readonly end: number;
  }[];
  readonly differences: readonly Difference[];
  /** 0: word for word; 100 about a character that differs. */
  readonly cost: number;
}

/** Reads a text by a pattern: what stands where. null: it cannot be a sentence of this kind. */
export function read(pattern: Pattern, text: string, style: AmountStyle): Reading | null {
  const numerals = amountsIn(text);
  const layouts: Layout[] = [];
  for (const way of waysOf(pattern)) {
    const layout = layOut(way, text);
    layouts.push(layout);
    const steps = follow(layout.atoms, text, numerals);
    if (steps) return readingOf(layout, { cost: 0, steps }, text, numerals);
  }
  const turned = inOrderOf(pattern, text);
  const others = turned === pattern ? [] : waysOf(turned).map((way) => layOut(way, text));
  let best: { layout: Layout; alignment: Alignment } | null = null;
  for (const layout of [layouts, others].flatMap((some) =>
    likeliest(
      some.filter((one) => !isNeither(one, text)),
      text,
    ),
  )) {
    const alignment = align(
      layout.atoms,
      text,
      numerals,
      layout.atoms.map(({ node, kind }) => (kind === "number" ? wantedDigits(layout.nodes[node], style) : null)),
    );
    if (alignment && (best === null || alignment.cost < best.alignment.cost)) best = { layout, alignment };
  }
  return best && readingOf(best.layout, best.alignment, text, numerals);
}

/** Its numbers without those that are bounds: 50万元以上 says of no thing how much it is. */
function amountsIn(text: string): ReadonlyMap<number, Numeral> {
  return new Map([...numeralsIn(text)].filter(([, { end }]) => !BOUND.test(text.slice(end, end + 2))));
}

const BOUND = /^以[上下内]/;

/** Said to be the same in words that the text has not, while it has a word for a direction: a figure was left out of the other way of saying it. */
function isNeither({ atoms, choices }: Layout, text: string): boolean {
  const flat = choices.find(({ option }) => option.tag === "flat");
  if (!flat || !WAYS.some((way) => text.includes(way))) return false;
  const words = atoms.slice(flat.from, flat.to).flatMap(({ kind, text: said }) => (kind === "char" ? said : []));
  return words.length > 0 && !text.includes(words.join(""));
}

const TRIED = 2;

/** Of several ways of saying it the ones whose words the text has most of. */
function likeliest(layouts: readonly Layout[], text: string): readonly Layout[] {
  if (layouts.length <= TRIED) return layouts;
  const there = new Set(text);
  const lacking = ({ atoms }: Layout): number => atoms.filter((atom) => atom.kind === "char" && !atom.soft && !there.has(atom.text)).length;
  const numbers = [...numeralsIn(text)].length;
  const odd = (layout: Layout): number => lacking(layout) + Math.abs(layout.atoms.filter(({ kind }) => kind === "number").length - numbers);
  return [...layouts].sort((a, b) => odd(a) - odd(b)).slice(0, TRIED);
}

function wantedDigits(node: Node | undefined, style: AmountStyle): string | null {
  if (node?.kind !== "figure" || !node.figure.known) return null;
  return figureText(node.figure, style).replace("%", "");
}

function readingOf(
  { nodes, atoms, choices }: Layout,
  { cost, steps }: Alignment,
  text: string,
  numerals: ReadonlyMap<number, Numeral>,
): Reading {
  const bounds = nodes.map(() => ({ start: -1, end: -1, place: 0, exact: true, absent: 0, atoms: 0 }));
  const reach = new Map<number, number>();
  let at = 0;
  for (const step of steps) {
    const atom = step.atom < 0 ? undefined : atoms[step.atom];
    at = step.end;
    if (!atom) continue;
    if (step.how !== "absent") reach.set(step.atom, step.end);
    const bound = bounds[atom.node];
    if (!bound) continue;
    if (bound.atoms === 0) bound.place = step.start;
    bound.atoms += 1;
    if (step.how !== "same") bound.exact = false;
    if (step.how === "absent") bound.absent += 1;
    else [bound.start, bound.end] = [bound.start < 0 ? step.start : bound.start, at];
  }
  const hard = new Set(atoms.flatMap(({ node, soft }) => (soft ? [] : [node])));
  const units = new Map(atoms.flatMap((atom) => (atom.kind === "number" ? [[atom.node, atom.text] as const] : [])));
  const slots = nodes.flatMap((node, index): Slot[] => {
    const bound = bounds[index];
    if (!bound || node.kind === "words") return [];
    const found = bound.start >= 0 ? { start: bound.start, end: bound.end } : null;
    const exact = bound.exact && (node.kind !== "name" || !found || text.slice(found.start, found.end) === said(node, text));
    return [
      {
        node,
        at: found,
        place: bound.place,
        unit: units.get(index) ?? "",
        soft: !hard.has(index),
        exact,
        numeral: node.kind === "figure" && found ? (numerals.get(found.start) ?? null) : null,
      },
    ];
  });
  return {
    slots,
    cost,
    differences: differencesOf(steps, nodes, atoms),
    choices: choices.map(({ option, from, to }) => {
      const ends = [...reach].filter(([atom]) => atom >= from && atom < to).map(([, end]) => end);
      const starts = steps.filter(({ atom, how }) => atom >= from && atom < to && how !== "absent").map(({ start }) => start);
      return {
        tag: option.tag,
        quantity: option.quantity,
        start: starts.length > 0 ? Math.min(...starts) : 0,
        end: ends.length > 0 ? Math.max(...ends) : 0,
      };
    }),
  };
}

/** Stretches of words that are left out, put in or replaced; names and figures are judged in their slots. */
function differencesOf(steps: readonly Step[], nodes: readonly Node[], atoms: Layout["atoms"]): readonly Difference[] {
  const found: { start: number; end: number; wanted: string }[] = [];
  let open: { start: number; end: number; wanted: string } | null = null;
  for (const step of steps) {
    const atom = step.atom < 0 ? undefined : atoms[step.atom];
    const wordy = !atom || (atom.kind === "char" && nodes[atom.node]?.kind === "words");
    const differs = wordy && step.how !== "same" && !(atom?.soft === true && step.how === "absent");
    if (!differs) {
      open = null;
      continue;
    }
    const wanted = atom ? atom.text : "";
    if (open) [open.end, open.wanted] = [step.end, open.wanted + wanted];
    else found.push((open = { start: step.start, end: step.end, wanted }));
  }
  return found;
}

/** The words of a pattern in each way of saying it, for finding its place in a text; the organisation's name, which is everywhere, tells nothing. */
export function wordings(pattern: Pattern): readonly string[] {
  const tells = (node: Node): boolean => node.kind === "words" || (node.kind === "name" && node.what !== ORGANISATION);
  return waysOf(pattern).map((way) =>
    way.map((part) => ("node" in part && !part.soft && tells(part.node) ? said(part.node, "") : "")).join(""),
  );
}

/** Words of a pattern that may be left out, in each way of saying it: where they stand they are no strangers. */
export function spareWords(pattern: Pattern): readonly string[] {
  return waysOf(pattern).map((way) => way.map((part) => ("node" in part && part.soft ? said(part.node, "") : "")).join(""));
}
