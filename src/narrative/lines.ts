import type { Narrative, Paragraph, Section, Segment } from "./segments";

/** A line of the document: its rank decides its looks in every format. */
export interface Line {
  readonly rank: "title" | "heading" | "subheading" | "body";
  readonly segments: readonly Segment[];
}

/**
 * The narrative as lines, title first; with `only` one section (by its number) without the title. What does not exist is
 * empty.
 */
export function linesOf(narrative: Narrative, only?: string): readonly Line[] {
  const sections = narrative.sections.filter(({ number }) => only === undefined || number === only);
  const title: Line = { rank: "title", segments: [{ kind: "words", text: narrative.title }] };
  return [...(only === undefined ? [title] : []), ...sections.flatMap(linesOfSection)];
}

function linesOfSection({ chapter, number, heading, paragraphs }: Section): readonly Line[] {
  const begins: readonly Line[] = chapter ? [{ rank: "title", segments: chapter }] : [];
  const headed: readonly Line[] =
    number === "" ? [] : [{ rank: "heading", segments: [{ kind: "words", text: `${number}、` }, ...heading] }];
  return [...begins, ...headed, ...paragraphs.map(lineOf)];
}

function lineOf({ kind, segments }: Paragraph): Line {
  return { rank: kind === "sub" ? "subheading" : "body", segments };
}

/** Neighbouring segments of one look. open: still to be filled in, to be confirmed, or missing from the workbook. */
export function runsOf(segments: readonly Segment[]): readonly { readonly text: string; readonly open: boolean }[] {
  const runs: { text: string; open: boolean }[] = [];
  for (const segment of segments) {
    const open = segment.kind === "todo" || (segment.kind === "words" && segment.gap !== undefined);
    const last = runs.at(-1);
    if (last?.open === open) last.text += segment.text;
    else runs.push({ text: segment.text, open });
  }
  return runs;
}
