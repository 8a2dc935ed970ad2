import { inputSheetNames } from "../inputs/conventions";
import type { Inputs } from "../inputs/read";
import type { Recognised } from "../workbook/recognised";
import { openDesk, type Desk } from "./desk";
import { sectionsOf, writtenOf } from "./families";
import { numbersOf, type SectionPattern } from "./paragraphs";
import type { Pattern } from "./pattern/node";
import { write } from "./pattern/write";
import { say } from "./say";
import { segmentsText, type Narrative, type Section, type Segment, type Todo } from "./segments";
import type { NarrativeSettings } from "./settings";

/**
 * Writes 第三部分 in the words of the workbook's template, from the tables and the 填报 sheets. Never throws: what the
 * workbook lacks is said in place (〔缺收入总表…〕, 〔待填：…〕) and listed. Amounts are in 万元 to two decimals, whatever unit
 * the workbook is in.
 */
export function narrate(recognised: Recognised, inputs: Inputs, settings: Partial<NarrativeSettings> = {}): Narrative {
  return narrativeOf(openDesk(recognised, inputs, settings));
}

/** The same at a desk that others write at, too: what is asked for has its places once. */
export function narrativeOf(desk: Desk): Narrative {
  const family = writtenOf(desk);
  const patterns = family ? sectionsOf(desk, family) : [];
  const numbers = numbersOf(patterns);
  const sections = patterns.map((pattern, index) => written(desk, pattern, numbers[index] ?? "", index === 0));
  const segments = sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs.map((paragraph) => paragraph.segments)].flat());
  const todo = todosOf(segments);
  return {
    title: segmentsText(write(patterns[0]?.chapter ?? titleOf(desk), desk.settings.amounts)),
    variant: desk.recognised.template.id ?? "",
    sections,
    todo,
    progress: progressOf(segments, todo, desk.asks.inputs),
  };
}

/** 第三部分 2026年部门预算情况说明 */
function titleOf({ year, kind }: Desk): Pattern {
  return say`第三部分 ${year}年${kind}预算情况说明`;
}

/** A section as it is printed; what its sentences lack is collected from them. */
function written({ settings }: Desk, { key, chapter, heading, passages }: SectionPattern, number: string, first: boolean): Section {
  const said = write(heading, settings.amounts);
  const paragraphs = passages
    .filter((passage) => passage.unwritten !== true)
    .map(({ kind, pattern, performance }) => ({
      kind,
      segments: write(pattern, settings.amounts),
      ...(performance && { performance }),
    }));
  const gaps = [said, ...paragraphs.map(({ segments }) => segments)]
    .flat()
    .flatMap((segment) => (segment.kind === "words" && segment.gap !== undefined ? [segment.gap] : []));
  const begins = chapter && !first ? write(chapter, settings.amounts) : null;
  return { key, chapter: begins, number, heading: said, paragraphs, gaps: [...new Set(gaps)] };
}

const place = ({ sheet, row, column }: { sheet: string; row: number; column: number }): string => `${sheet}!${row},${column}`;

export function todosOf(segments: readonly Segment[]): readonly Todo[] {
  const seen = new Map<string, Todo>();
  for (const segment of segments)
    if (segment.kind === "todo" && !seen.has(place(segment.todo.cell))) seen.set(place(segment.todo.cell), segment.todo);
  return [...seen.values()];
}

/** Every cell of the 填报 sheets that the text was written from, against those still open. */
function progressOf(segments: readonly Segment[], todo: readonly Todo[], inputs: Inputs): Narrative["progress"] {
  const names = new Set(Object.keys(inputSheetNames).map((key) => inputs.sheets[key as keyof typeof inputSheetNames].name));
  const open = new Set(todo.map(({ cell }) => place(cell)));
  const filled = new Set<string>();
  for (const segment of segments)
    if (segment.kind === "figure" || segment.kind === "input")
      for (const cell of segment.cells) if (names.has(cell.sheet) && !open.has(place(cell))) filled.add(place(cell));
  return { filled: filled.size, asked: filled.size + open.size };
}
