import { canon } from "../../text/canon";
import { literally } from "../../text/literally";
import { segmentsText } from "../segments";
import type { Node, Option, Pattern } from "./node";

/**
 * A pattern laid out as the least things that a text can be held against.
 * char: one character of its words or names · number: digits with their unit · way: a word for a direction · year · free:
 * whatever stands there.
 */
export interface Atom {
  readonly kind: "char" | "number" | "way" | "year" | "free";
  /** The character; the unit of a number as it ought to stand (万元, %, 辆; "" where none follows). */
  readonly text: string;
  /** Index in `nodes`. */
  readonly node: number;
  /** May be left out. */
  readonly soft: boolean;
  /** Leads to a person's own words: left out only together with them. */
  readonly lead: boolean;
}

/** One way to say a pattern, laid out. */
export interface Layout {
  readonly nodes: readonly Node[];
  readonly atoms: readonly Atom[];
  /** Which option was taken where: atoms from (inclusive) to (exclusive). */
  readonly choices: readonly { readonly option: Option; readonly from: number; readonly to: number }[];
}

const UNIT = /^(?:亿元|万元|元|平方米|辆|台|个|家|人|%)/;
const MOST = 12;

/** The nodes of a pattern in every way that its options allow, options noted where they begin and end. */
type FlatPart =
  | { readonly node: Node; readonly soft: boolean; readonly lead: boolean }
  | { readonly open: Option }
  | { readonly close: Option };
type Flat = readonly FlatPart[];

export function waysOf(pattern: Pattern): readonly Flat[] {
  const before = known.get(pattern);
  if (before) return before;
  const made = waysIn(pattern, false);
  known.set(pattern, made);
  return made;
}

/** A pattern is laid out for what it is like, and again for every text that it is read in. */
const known = new WeakMap<Pattern, readonly Flat[]>();

function waysIn(pattern: Pattern, soft: boolean): readonly Flat[] {
  const lead = soft && pattern.some(({ kind }) => kind === "free");
  let ways: FlatPart[][] = [[]];
  for (const node of pattern) {
    const ends = partsOf(node, soft, lead);
    const [only] = ends;
    if (only && ends.length === 1) for (const way of ways) way.push(...only);
    else ways = ways.flatMap((way) => ends.map((end) => [...way, ...end])).slice(0, MOST);
  }
  return ways;
}

function partsOf(node: Node, soft: boolean, lead: boolean): readonly Flat[] {
  if (node.kind === "maybe") return waysIn(node.pattern, true);
  if (node.kind !== "either") return [[{ node, soft, lead }]];
  return node.options.flatMap((option) => waysIn(option.pattern, soft).map((way): Flat => [{ open: option }, ...way, { close: option }]));
}

/** Lays a pattern's nodes out for one text: of words that may be said in several ways, those that the text has. */
export function layOut(flat: Flat, text: string): Layout {
  const nodes: Node[] = [];
  const atoms: Atom[] = [];
  const choices: { option: Option; from: number; to: number }[] = [];
  const open: { option: Option; from: number }[] = [];
  for (const part of flat) {
    if ("open" in part) open.push({ option: part.open, from: atoms.length });
    else if ("close" in part) {
      const begun = open.pop();
      if (begun) choices.push({ ...begun, to: atoms.length });
    } else add(part.node, part.soft, part.lead);
  }
  return { nodes, atoms, choices };

  function add(node: Node, soft: boolean, lead: boolean): void {
    const at = nodes.push(node) - 1;
    const put = (kind: Atom["kind"], said: string): void => void atoms.push({ kind, text: said, node: at, soft, lead });
    if (node.kind === "figure") put("number", node.part === "share" || node.part === "rate" ? "%" : "");
    else if (node.kind === "way") put("way", node.isDown ? node.down : node.up);
    else if (node.kind === "year") put("year", segmentsText(node.segments));
    else if (node.kind === "free" || node.kind === "list") put("free", "");
    else {
      const words = said(node, text);
      const last = atoms.at(-1);
      const unit = last?.kind === "number" && last.text === "" ? (UNIT.exec(words)?.[0] ?? "") : "";
      if (last && unit !== "") atoms[atoms.length - 1] = { ...last, text: unit };
      for (const character of words.slice(unit.length)) put("char", character);
    }
  }
}

/** The words or the name in the way in which this text has them; as written where it has them in none. */
export function said(node: Node, text: string): string {
  if (node.kind !== "words" && node.kind !== "name") return "";
  const first = canon(node.kind === "words" ? node.text : segmentsText(node.segments));
  const others = node.others ?? [];
  if (others.length === 0 || text === "") return first;
  const other = anyOf(others).exec(text)?.[0];
  return other === undefined || (text.includes(first) && !other.startsWith(first)) ? first : other;
}

const alternations = new WeakMap<readonly string[], RegExp>();

/** The longest of several wordings that a text has. */
function anyOf(words: readonly string[]): RegExp {
  const before = alternations.get(words);
  if (before) return before;
  const sorted = [...new Set(words.map(canon))].filter((word) => word !== "").sort((a, b) => b.length - a.length);
  const made = sorted.length === 0 ? /$^/ : new RegExp(sorted.map(literally).join("|"));
  alternations.set(words, made);
  return made;
}
