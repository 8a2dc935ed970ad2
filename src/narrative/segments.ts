import type { CellRef } from "../amount/cell-ref";

/**
 * A sentence is a list of segments, never a bare string: every number carries the cells it came from, every word of the
 * user's the cell it was written in, every gap the cell where it is to be filled.
 */
export type Segment =
  | {
      readonly kind: "words";
      readonly text: string;
      /** The words stand where the workbook lacks a table, row or readable figure: what is missing, in Chinese. */
      readonly gap?: string;
    }
  | { readonly kind: "figure"; readonly text: string; readonly cells: readonly CellRef[]; readonly working: string }
  | { readonly kind: "input"; readonly text: string; readonly cells: readonly CellRef[] }
  | { readonly kind: "todo"; readonly text: string; readonly todo: Todo };

/** Something the user still has to fill in. */
export interface Todo {
  /** The cell to fill; on a sheet that may not exist yet (`exists` false: create the 填报 sheets first). */
  readonly cell: CellRef;
  readonly exists: boolean;
  /** "请填写“一般公共预算·基本支出”的主要原因（比上年增加 41.84 万元）" */
  readonly message: string;
}

export interface Paragraph {
  /** sub: a heading such as （一）…; item: a numbered item; field: 项目 field lines. */
  readonly kind: "text" | "sub" | "item" | "field";
  readonly segments: readonly Segment[];
  /** In the whole report performance tables follow it: of the organisation and of each project, or of the projects alone. */
  readonly performance?: "whole and projects" | "projects";
}

/** What a section is called, whatever its heading. */
export type SectionKey =
  | "overall"
  | "income"
  | "expenditure"
  | "fiscal"
  | "fiscalExpenditure"
  | "fiscalBasic"
  | "general"
  | "basic"
  | "projects"
  | "funds"
  | "stateCapital"
  | "threePublic"
  | "commissioned"
  | "carriedOver"
  | "operating"
  | "procurement"
  | "performance"
  | "assets"
  | "other";

export interface Section {
  readonly key: SectionKey;
  /** A chapter of the document that begins here; null inside one, and for the first, which is the narrative's title. */
  readonly chapter: readonly Segment[] | null;
  /** 一, 二, …; "" for a chapter's own words, which have no heading. */
  readonly number: string;
  readonly heading: readonly Segment[];
  readonly paragraphs: readonly Paragraph[];
  /** What keeps this section from being complete: missing tables, in Chinese; [] when nothing does. */
  readonly gaps: readonly string[];
}

export interface Narrative {
  /** 第三部分 2026年部门预算情况说明 · 2026年部门预算编制说明 */
  readonly title: string;
  readonly variant: string;
  readonly sections: readonly Section[];
  /** In document order, each cell once. */
  readonly todo: readonly Todo[];
  /** How many of the inputs the narrative asks for are filled: 32 of 41. */
  readonly progress: { readonly filled: number; readonly asked: number };
  /** What to put right first, in Chinese: tables that the checks doubt. Absent where the tables were not checked. */
  readonly cautions?: readonly string[];
}

export function segmentsText(segments: readonly Segment[]): string {
  return segments.map((segment) => segment.text).join("");
}
