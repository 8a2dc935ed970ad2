import { address, type CellRef } from "../amount/cell-ref";
import { segmentsText, type Narrative, type Segment } from "../narrative/segments";

/** The shape of `narrate --format json` (contracts). */
export interface NarrativeJson {
  readonly file: string;
  readonly title: string;
  readonly variant: string;
  readonly sections: readonly {
    /** The chapter that begins with it; absent where none does. */
    readonly chapter?: string;
    readonly number: string;
    readonly heading: string;
    readonly paragraphs: readonly { readonly text: string; readonly segments: readonly SegmentJson[] }[];
    readonly gaps: readonly string[];
  }[];
  readonly todo: readonly { readonly sheet: string; readonly address: string; readonly message: string }[];
  readonly progress: Narrative["progress"];
  /** Tables that the checks doubt and the text is written from. */
  readonly cautions: readonly string[];
}

export interface SegmentJson {
  readonly kind: Segment["kind"];
  readonly text: string;
  readonly cells?: readonly CellJson[];
  readonly working?: string;
}

interface CellJson {
  readonly sheet: string;
  readonly address: string;
}

export function narrativeJson(file: string, narrative: Narrative): NarrativeJson {
  return {
    file,
    title: narrative.title,
    variant: narrative.variant,
    sections: narrative.sections.map(({ chapter, number, heading, paragraphs, gaps }) => ({
      ...(chapter ? { chapter: segmentsText(chapter) } : {}),
      number,
      heading: segmentsText(heading),
      paragraphs: paragraphs.map(({ segments }) => ({ text: segmentsText(segments), segments: segments.map(segmentJson) })),
      gaps,
    })),
    todo: narrative.todo.map(({ cell, message }) => ({ ...cellJson(cell), message })),
    progress: narrative.progress,
    cautions: narrative.cautions ?? [],
  };
}

function segmentJson(segment: Segment): SegmentJson {
  const { kind, text } = segment;
  if (segment.kind === "words") return { kind, text };
  if (segment.kind === "todo") return { kind, text, cells: [cellJson(segment.todo.cell)] };
  const cells = segment.cells.map(cellJson);
  return segment.kind === "figure" ? { kind, text, cells, working: segment.working } : { kind, text, cells };
}

function cellJson(cell: CellRef): CellJson {
  return { sheet: cell.sheet, address: address(cell) };
}
