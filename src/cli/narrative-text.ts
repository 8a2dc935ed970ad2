import { segmentsText, type Narrative } from "../narrative/segments";

/** The narrative as plain text: title, headings and paragraphs, one a line. */
export function narrativeText(narrative: Narrative): string {
  const lines = narrative.sections.flatMap((section) => [`${section.number}、${segmentsText(section.heading)}`, ...section.paragraphs.map(({ segments }) => segmentsText(segments))]);
  return `${[narrative.title, ...lines].join("\n")}\n`;
}
