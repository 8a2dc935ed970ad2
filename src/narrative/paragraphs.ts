import type { Paragraph, Section, Segment } from "./segments";

/** Building blocks of a section. */
export const text = (segments: readonly Segment[]): Paragraph => ({ kind: "text", segments });
export const sub = (segments: readonly Segment[]): Paragraph => ({ kind: "sub", segments });
export const item = (segments: readonly Segment[]): Paragraph => ({ kind: "item", segments });
export const field = (segments: readonly Segment[]): Paragraph => ({ kind: "field", segments });

/** A section; what its sentences lack is collected from them. */
export function section(number: string, heading: readonly Segment[], ...paragraphs: readonly (Paragraph | readonly Paragraph[])[]): Section {
  const all = paragraphs.flat();
  const gaps = [heading, ...all.map(({ segments }) => segments)].flat().flatMap((segment) => (segment.kind === "words" && segment.gap !== undefined ? [segment.gap] : []));
  return { number, heading, paragraphs: all, gaps: [...new Set(gaps)] };
}
