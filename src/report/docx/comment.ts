import { childOf, elementsOf, type XmlElement } from "../xml";
import type { Piece } from "./runs";

/** Words of a paragraph or cell that a comment is put at. */
export interface CommentAnchor {
  /** The comment's id in its part. */
  readonly id: number;
  /** As the reader gives it. */
  readonly source: number;
  /** UTF-16 offsets in the paragraph's text; null: all of it. */
  readonly span: { readonly start: number; readonly end: number } | null;
}

/** Something to be put into the document's text; of several at one place the lower order comes first. */
interface Insertion {
  readonly at: number;
  readonly order: number;
  readonly xml: string;
}

/**
 * The main part's text with comment marks around the words: nothing else of it changes but that a run is parted where its
 * words begin or end inside it.
 */
export function withCommentMarks(
  text: string,
  root: XmlElement,
  pieces: ReadonlyMap<number, readonly Piece[]>,
  anchors: readonly CommentAnchor[],
): string {
  const paragraphs = elementsOf(root, "w:p");
  const insertions = anchors.flatMap((anchor) => {
    const paragraph = paragraphs[anchor.source];
    return paragraph ? marksOf(text, paragraph, pieces.get(anchor.source) ?? [], anchor) : [];
  });
  return inserted(text, [...partedRuns(text, insertions), ...insertions.map(({ insertion }) => insertion)]);
}

/** An insertion, and the place inside a run's text that the run has to be parted at for it. */
interface Mark {
  readonly insertion: Insertion;
  readonly cut: Cut | null;
}

interface Cut {
  readonly run: XmlElement;
  readonly words: XmlElement;
  readonly at: number;
}

/** A comment's end stands before the beginning of the next at the same place; where a run is parted, between its halves. */
const ORDER = { close: 0, end: 1, start: 2, open: 3 } as const;

function marksOf(text: string, paragraph: XmlElement, pieces: readonly Piece[], { id, span }: CommentAnchor): Mark[] {
  const prefix = prefixOf(text, paragraph);
  const attribute = `${prefix}id="${String(id)}"`;
  const start = `<${prefix}commentRangeStart ${attribute}/>`;
  const end = `<${prefix}commentRangeEnd ${attribute}/><${prefix}r><${prefix}commentReference ${attribute}/></${prefix}r>`;
  const runs = within(pieces, span);
  const [first, last] = [runs[0], runs.at(-1)];
  if (!first || !last) {
    const place = childOf(paragraph, "w:pPr")?.end ?? paragraph.opened;
    // A paragraph of one tag has no inside.
    return paragraph.opened === paragraph.end ? [] : [{ insertion: { at: place, order: ORDER.start, xml: start + end }, cut: null }];
  }
  const [from, to] = [cutAt(text, first.run, first.from), cutAt(text, last.run, last.to)];
  return [
    { insertion: { at: from?.at ?? first.run.start, order: ORDER.start, xml: start }, cut: from },
    { insertion: { at: to?.at ?? last.run.end, order: ORDER.end, xml: end }, cut: to },
  ];
}

interface RunPart {
  readonly run: XmlElement;
  /** Offsets in the run's own text; null: from its beginning, to its end. */
  readonly from: number | null;
  readonly to: number | null;
}

/** The runs that hold a stretch of the text, in order, with where it begins and ends inside them. */
function within(pieces: readonly Piece[], span: CommentAnchor["span"]): RunPart[] {
  const parts: RunPart[] = [];
  const lengths = new Map<XmlElement, number>();
  let at = 0;
  for (const { text, run } of pieces) {
    const [start, end] = [at, at + text.length];
    at = end;
    if (!run || text === "") continue;
    const own = lengths.get(run) ?? 0;
    lengths.set(run, own + text.length);
    if (span && (end <= span.start || start >= span.end) && !(span.start === span.end && start < span.start && end >= span.start)) continue;
    parts.push({
      run,
      from: span && span.start > start ? own + span.start - start : own === 0 ? null : own,
      to: span && span.end < end ? own + span.end - start : null,
    });
  }
  return parts;
}

/** The place in the text of the part where a run has to be parted; null where its edge is meant or it cannot be parted. */
function cutAt(text: string, run: XmlElement, offset: number | null): Cut | null {
  if (offset === null || offset <= 0) return null;
  let at = 0;
  for (const child of run.children) {
    if (typeof child === "string" || child.name === "w:rPr") continue;
    // Signs (tabs, breaks) count one place; where a run holds more than words and signs its edge has to do.
    if (child.name !== "w:t") {
      if (!/^w:(?:tab|br|cr|noBreakHyphen)$/.test(child.name)) return null;
      at += 1;
      continue;
    }
    const length = child.children.reduce((sum, node) => sum + (typeof node === "string" ? node.length : 0), 0);
    if (offset > at && offset < at + length) {
      const place = rawOffset(text, child, offset - at);
      return place === null ? null : { run, words: child, at: place };
    }
    at += length;
  }
  return null;
}

/** Where in the part's text a letter of <w:t> stands, entities counted as what they say. */
function rawOffset(text: string, { opened, end }: XmlElement, letters: number): number | null {
  const raw = text.slice(opened, text.lastIndexOf("</", end - 1));
  if (raw.includes("<")) return null;
  let seen = 0;
  for (const match of raw.matchAll(/&(?:#x([\da-f]+)|#(\d+)|\w+);|\r\n|[^&]/giu)) {
    if (seen === letters) return opened + match.index;
    const code = match[1] === undefined ? Number(match[2] ?? 0) : Number.parseInt(match[1], 16);
    seen += code > 0xffff ? 2 : match[0].startsWith("&") || match[0] === "\r\n" ? 1 : match[0].length;
    if (seen > letters) return null;
  }
  return null;
}

/** Closes a run at each place where it is parted, and opens it again with its own properties. */
function partedRuns(text: string, marks: readonly Mark[]): Insertion[] {
  const cuts = new Map<number, Cut>();
  for (const { cut } of marks) if (cut) cuts.set(cut.at, cut);
  const kept = new Set<number>();
  return [...cuts.values()].flatMap(({ run, words, at }): Insertion[] => {
    const prefix = prefixOf(text, run);
    const properties = childOf(run, "w:rPr");
    const opening = text.slice(run.start, run.opened) + (properties ? text.slice(properties.start, properties.end) : "");
    const tag = text.slice(words.start, words.opened);
    const preserve =
      /xml:space\s*=/.test(tag) || kept.has(words.start) ? [] : [{ at: words.opened - 1, order: 0, xml: ' xml:space="preserve"' }];
    kept.add(words.start);
    return [
      ...preserve,
      { at, order: ORDER.close, xml: `</${prefix}t></${prefix}r>` },
      { at, order: ORDER.open, xml: `${opening}<${prefix}t xml:space="preserve">` },
    ];
  });
}

/** "w:", or whatever the file calls it. */
function prefixOf(text: string, element: XmlElement): string {
  return /^<([\w.-]+:)?/.exec(text.slice(element.start, element.start + 40))?.[1] ?? "";
}

function inserted(text: string, insertions: readonly Insertion[]): string {
  let result = "";
  let from = 0;
  for (const { at, xml } of [...insertions].sort((a, b) => a.at - b.at || a.order - b.order)) {
    result += text.slice(from, at) + xml;
    from = at;
  }
  return result + text.slice(from);
}
