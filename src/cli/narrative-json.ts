import { address, type CellRef } from "../amount/cell-ref";
import { segmentsText, type Narrative, type Segment } from "../narrative/segments";

const cellJson = (cell: CellRef): object => ({ sheet: cell.sheet, address: address(cell) });

function segmentJson(segment: Segment): object {
  const { kind, text } = segment;
  if (kind === "words") return { kind, text };
  return { kind, text, cells: kind === "todo" ? [cellJson(segment.todo.cell)] : segment.cells.map(cellJson) };
}

/** The narrative for `--format json`. `file` is the path as it was given. */
export function narrativeJson(file: string, narrative: Narrative): object {
  return {
    file,
    title: narrative.title,
    variant: narrative.variant,
    sections: narrative.sections.map((section) => ({
      number: section.number,
      heading: segmentsText(section.heading),
      paragraphs: section.paragraphs.map(({ segments }) => ({ text: segmentsText(segments), segments: segments.map(segmentJson) })),
      gaps: section.gaps,
    })),
    todo: narrative.todo.map(({ cell, message }) => ({ ...cellJson(cell), message })),
  };
}
