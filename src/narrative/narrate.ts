import { inputSheetNames } from "../inputs/conventions";
import type { Inputs } from "../inputs/read";
import type { Recognised } from "../workbook/recognised";
import { openDesk, type Desk } from "./desk";
import { segmentsText, type Narrative, type Section, type Segment, type Todo } from "./segments";
import type { NarrativeSettings } from "./settings";
import { elevenTables2025 } from "./variants/2025-11";
import { elevenTables2026 } from "./variants/2026-11";
import { tenTables2023 } from "./variants/2023-10";
import { twelveTables2026 } from "./variants/2026-12";

const templates: ReadonlyMap<string, (desk: Desk) => readonly Section[]> = new Map([
  ["2026-12", twelveTables2026], ["2026-11", elevenTables2026], ["2025-11", elevenTables2025], ["2023-10", tenTables2023],
]);

/**
 * Writes 第三部分 in the words of the workbook's template, from the tables and the 填报 sheets. Never throws: what the
 * workbook lacks is said in place (〔缺表2…〕, 〔待填：…〕) and listed. Amounts are in 万元 to two decimals, whatever unit
 * the workbook is in.
 */
export function narrate(recognised: Recognised, inputs: Inputs, settings: Partial<NarrativeSettings> = {}): Narrative {
  const desk = openDesk(recognised, inputs, settings);
  const sections = templates.get(recognised.template.id ?? "")?.(desk) ?? [];
  const segments = sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs.map((paragraph) => paragraph.segments)].flat());
  const todo = todosOf(segments);
  return {
    title: segmentsText(desk.say`第三部分 ${desk.year}年${desk.kind}预算情况说明`),
    variant: recognised.template.id ?? "",
    sections,
    todo,
    progress: progressOf(segments, todo, inputs),
  };
}

const place = ({ sheet, row, column }: { sheet: string; row: number; column: number }): string => `${sheet}!${row},${column}`;

function todosOf(segments: readonly Segment[]): readonly Todo[] {
  const seen = new Map<string, Todo>();
  for (const segment of segments) if (segment.kind === "todo" && !seen.has(place(segment.todo.cell))) seen.set(place(segment.todo.cell), segment.todo);
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
