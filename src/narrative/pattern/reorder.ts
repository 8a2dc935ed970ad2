import { canon } from "../../text/canon";
import { segmentsText } from "../segments";
import type { Node, Pattern } from "./node";

/** One figure with the words that lead to it, and the mark behind. */
interface Clause {
  readonly nodes: readonly Node[];
  /** Every way in which what it is about may be written; none where it tells no figure. */
  readonly labels: readonly string[];
}

/**
 * A pattern with its enumerated figures in the order in which the text names them: 服务、工程、货物 for 货物、工程、服务. The
 * same pattern where the text keeps the order, or does not name them all.
 */
export function inOrderOf(whole: Pattern, text: string): Pattern {
  const pattern = withOptionsInOrder(whole, text);
  const clauses = clausesOf(pattern);
  const named = clauses.flatMap(({ labels }, index) => (labels.length > 0 ? [{ index, at: placeOf(labels, text) }] : []));
  const places = named.map(({ at }) => at);
  if (named.length < 2 || places.includes(-1) || new Set(places).size < places.length) return pattern;
  const sorted = [...named].sort((a, b) => a.at - b.at);
  if (sorted.every(({ index }, position) => index === named[position]?.index)) return pattern;
  const moved = new Map(named.map(({ index }, position) => [index, clauses[sorted[position]?.index ?? index]] as const));
  // What stands behind a figure (万元，) stays: it leads to whatever comes next.
  return clauses.flatMap((clause, index) => [...parted(moved.get(index) ?? clause)[0], ...parted(clause)[1]]);
}

/** A clause up to its figure, and what stands behind it. */
function parted({ nodes }: Clause): readonly [Pattern, Pattern] {
  const end = nodes.findIndex(({ kind }) => kind === "figure") + 1;
  return end === 0 ? [nodes, []] : [nodes.slice(0, end), nodes.slice(end)];
}

/** The same inside each way of saying it. */
function withOptionsInOrder(pattern: Pattern, text: string): Pattern {
  const nodes = pattern.map((node): Node => {
    if (node.kind !== "either") return node;
    const options = node.options.map((option) => ({ ...option, pattern: inOrderOf(option.pattern, text) }));
    return options.every((option, index) => option.pattern === node.options[index]?.pattern) ? node : { ...node, options };
  });
  return nodes.every((node, index) => node === pattern[index]) ? pattern : nodes;
}

/** Where the longest of the labels that the text has stands in it; -1: nowhere. */
function placeOf(labels: readonly string[], text: string): number {
  for (const label of labels) {
    const at = text.indexOf(label);
    if (at >= 0) return at;
  }
  return -1;
}

const GOES_ON: readonly Node["kind"][] = ["either", "maybe", "free", "list"];
const MARK = /(?<=[，、；])/;

function clausesOf(pattern: Pattern): readonly Clause[] {
  const clauses: Node[][] = [[]];
  for (const node of pattern) {
    const plain = node.kind === "words" && node.others === undefined && node.gap === undefined;
    const pieces: readonly Node[] = plain ? node.text.split(MARK).map((text) => ({ kind: "words" as const, text })) : [node];
    for (const piece of pieces) {
      // What a sentence goes on to say of its last figure is no part of the enumeration.
      if (GOES_ON.includes(piece.kind) && clauses.at(-1)?.some(({ kind }) => kind === "figure")) clauses.push([]);
      clauses.at(-1)?.push(piece);
      if (piece.kind === "words" && plain && /[，、；]$/.test(piece.text)) clauses.push([]);
    }
  }
  return clauses.filter((nodes) => nodes.length > 0).map((nodes) => ({ nodes, labels: labelsOf(nodes) }));
}

/** The words right before the only figure of a clause. */
function labelsOf(nodes: readonly Node[]): readonly string[] {
  const figures = nodes.flatMap(({ kind }, index) => (kind === "figure" ? [index] : []));
  const before = nodes[(figures[0] ?? 0) - 1];
  if (figures.length !== 1 || !before) return [];
  const written = before.kind === "name" ? [segmentsText(before.segments), ...before.others].map(canon) : wordsBefore(before);
  return written.filter((one) => one.length >= SHORTEST).sort((a, b) => b.length - a.length);
}

/** What words name last: 政府采购货物预算 of 其中：政府采购货物预算为. */
function wordsBefore(node: Node): readonly string[] {
  if (node.kind !== "words") return [];
  return [node.text, ...(node.others ?? [])].map((one) => /\p{sc=Han}{1,30}$/u.exec(canon(one).replace(/[为是共：]{1,3}$/, ""))?.[0] ?? "");
}
const SHORTEST = 3;
