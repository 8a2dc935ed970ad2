import { segmentsText, type Narrative } from "../narrative/segments";
import { linesOf } from "../narrative/lines";

/** The narrative as plain text, headings and paragraphs one a line; `only` one section, by its number. */
export function narrativeText(narrative: Narrative, only?: string): string {
  return linesOf(narrative, only)
    .map(({ segments }) => segmentsText(segments).replace(/[\r\n]+/g, " "))
    .join("\n");
}
