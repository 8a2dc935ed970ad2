import { readInputs } from "../../src/inputs/read";
import { narrate } from "../../src/narrative/narrate";
import { segmentsText, type Narrative } from "../../src/narrative/segments";
import type { NarrativeSettings } from "../../src/narrative/settings";
import type { PlainWorkbook } from "../../src/workbook/plain";
import { recogniseWorkbook } from "../../src/book/recognise";

export function narrated(workbook: PlainWorkbook, settings: Partial<NarrativeSettings> = {}): Narrative {
  return narrate(recogniseWorkbook(workbook), readInputs(workbook), settings);
}

/** The paragraphs of one section. */
export function paragraphs(narrative: Narrative, number: string): readonly string[] {
  return narrative.sections.find((section) => section.number === number)?.paragraphs.map(({ segments }) => segmentsText(segments)) ?? [];
}

export function gaps(narrative: Narrative): readonly string[] {
  return narrative.sections.flatMap((section) => section.gaps);
}
