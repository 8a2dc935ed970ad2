import { isSameCell, type CellRef } from "../amount/cell-ref";
import { segmentsText, type Narrative, type Segment } from "./segments";

/** A sentence of the narrative, and where it stands. */
export interface CitedSentence {
  /** Position of its section among the narrative's. */
  readonly section: number;
  /** 二、关于…收入预算情况说明 */
  readonly heading: string;
  readonly segments: readonly Segment[];
}

/** Every sentence that says, or asks for, what stands in one of the cells, in the order of the document. */
export function sentencesAbout({ sections }: Pick<Narrative, "sections">, cells: readonly CellRef[]): readonly CitedSentence[] {
  return sections.flatMap(({ number, heading, paragraphs }, section) =>
    paragraphs.flatMap(({ segments }) =>
      sentencesIn(segments)
        .filter((sentence) => sentence.some((segment) => isAbout(segment, cells)))
        .map((sentence) => ({ section, heading: `${number === "" ? "" : `${number}、`}${segmentsText(heading)}`, segments: sentence })),
    ),
  );
}

/** Whether a segment came from one of the cells, or is to be filled in there. */
export function isAbout(segment: Segment, cells: readonly CellRef[]): boolean {
  if (segment.kind === "words") return false;
  const own = segment.kind === "todo" ? [segment.todo.cell] : segment.cells;
  return own.some((cell) => cells.some((wanted) => isSameCell(cell, wanted)));
}

/** A paragraph's sentences: each ends with its full stop. What the user wrote is not taken apart. */
function sentencesIn(segments: readonly Segment[]): readonly (readonly Segment[])[] {
  const sentences: Segment[][] = [[]];
  for (const segment of segments) {
    const parts = segment.kind === "words" ? segment.text.split(/(?<=。)/) : [segment.text];
    for (const [index, text] of parts.entries()) {
      if (index > 0) sentences.push([]);
      if (text !== "") sentences.at(-1)?.push({ ...segment, text });
    }
    if (segment.text.endsWith("。")) sentences.push([]);
  }
  return sentences.filter((sentence) => sentence.length > 0);
}
