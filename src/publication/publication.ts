import type { Inputs } from "../inputs/read";
import { openDesk, type Desk } from "../narrative/desk";
import { reportOf, writtenOf } from "../narrative/families";
import { linesOf, type Line } from "../narrative/lines";
import { narrativeOf, todosOf } from "../narrative/narrate";
import { tablesOnly, type PartPattern } from "../narrative/parts";
import type { Pattern } from "../narrative/pattern/node";
import { write } from "../narrative/pattern/write";
import { segmentsText, type Narrative, type SectionKey, type Segment, type Todo } from "../narrative/segments";
import type { NarrativeSettings } from "../narrative/settings";
import { chineseNumber } from "../narrative/wording";
import type { PictureKind } from "../pictures/drawn";
import type { Recognised } from "../workbook/recognised";
import { gridOf, type Grid } from "./grid";
import { performanceGrids } from "./performance";
import { usedTerms } from "./used-terms";

/** What stands in a report: a line of text, a table, or a picture's place; a disclosure table has its pages to itself. */
export type Block =
  | { readonly kind: "line"; readonly line: Line }
  | { readonly kind: "table"; readonly grid: Grid; readonly ownPage: boolean }
  | { readonly kind: "picture"; readonly shows: PictureKind };

/** A picture stands behind the first of these sections that the narrative has. */
const PICTURES: readonly { readonly shows: PictureKind; readonly after: readonly SectionKey[] }[] = [
  { shows: "flow", after: ["expenditure", "overall"] },
  { shows: "changes", after: ["general", "overall"] },
  { shows: "threePublic", after: ["threePublic"] },
];

/** A part begins on a new page. */
export interface Part {
  readonly title: readonly Segment[];
  readonly blocks: readonly Block[];
}

/** The whole report as it is published. */
export interface Publication {
  /** The lines of the cover, from the top. */
  readonly cover: readonly (readonly Segment[])[];
  readonly parts: readonly Part[];
  /** Below the last part: the organisation and the date; [] where there is none. */
  readonly signature: readonly (readonly Segment[])[];
  /** Texts about the organisation and inputs of the narrative that are still to be filled in, in the order of the report. */
  readonly todo: readonly Todo[];
  /** What is not in it for want of knowing how this family words it; "" where it is whole. */
  readonly lacks: string;
}

const TABLES_ONLY = "这一套公开表的说明怎样写，软件还不知道：文件里只有封面、目录和公开表。";

/**
 * Puts the report together in the order of the workbook's template: what the organisation is, the disclosure tables as they
 * stand in the workbook, the narrative with its performance tables, and the terms that these use. Never throws: what is
 * missing is said in place.
 */
export function publish(recognised: Recognised, inputs: Inputs, settings: Partial<NarrativeSettings> = {}): Publication {
  const desk = openDesk(recognised, inputs, settings);
  const narrative = narrativeOf(desk);
  const family = writtenOf(desk);
  const { cover, parts, signed } = family ? reportOf(desk, family) : tablesOnly(desk);
  const written = (pattern: Pattern): readonly Segment[] => write(pattern, desk.settings.amounts);
  const made = parts.map((part) => partsOf(desk, narrative, part));
  const terms = termsPart(made.flat());
  const whole = parts.flatMap((part, index) => (part.kind === "terms" ? [{ ...terms, title: written(part.title) }] : (made[index] ?? [])));
  return {
    cover: cover.map(written),
    parts: whole,
    signature: signed ? signatureOf(desk, inputs) : [],
    todo: todosOf(whole.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "line" ? block.line.segments : [])))),
    lacks: family === null ? TABLES_ONLY : "",
  };
}

function partsOf(desk: Desk, narrative: Narrative, part: PartPattern): readonly Part[] {
  const title = part.kind === "narrative" ? [] : write(part.title, desk.settings.amounts);
  switch (part.kind) {
    case "about":
      return [{ title, blocks: aboutBlocks(desk, part) }];
    case "tables":
      return [{ title, blocks: tableBlocks(desk.recognised) }];
    case "narrative":
      return chaptersOf(desk, narrative).slice(part.chapter, part.chapter + part.chapters);
    case "terms":
      return [];
  }
}

const lineBlock = (rank: Line["rank"], segments: readonly Segment[]): Block => ({ kind: "line", line: { rank, segments } });
const words = (text: string): readonly Segment[] => [{ kind: "words", text }];

function aboutBlocks({ asks, settings }: Desk, { passages }: Extract<PartPattern, { kind: "about" }>): readonly Block[] {
  return passages.flatMap(({ name, heading, opening }, index) => {
    const texts = asks.about(name);
    const opens =
      opening && !texts.some((text) => opening.unless.test(segmentsText(text))) ? [write(opening.pattern, settings.amounts)] : [];
    return [
      ...(heading ? [lineBlock("heading", [...words(`${chineseNumber(index + 1)}、`), ...write(heading, settings.amounts)])] : []),
      ...[...opens, ...texts].map((segments) => lineBlock("body", segments)),
    ];
  });
}

function tableBlocks({ template, tables }: Recognised): readonly Block[] {
  return template.tables
    .flatMap(({ key }) => tables.get(key) ?? [])
    .map((table): Block => ({ kind: "table", grid: gridOf(table, template.paper?.numbered !== false), ownPage: true }));
}

/** The narrative's chapters, each with its sections; performance tables stand behind the paragraph that speaks of them. */
function chaptersOf(desk: Desk, narrative: Narrative): readonly Part[] {
  const chapters: { title: readonly Segment[]; blocks: Block[] }[] = [];
  const keys = new Set(narrative.sections.map(({ key }) => key));
  for (const section of narrative.sections) {
    const last = chapters.at(-1);
    const chapter = last && !section.chapter ? last : { title: section.chapter ?? words(narrative.title), blocks: [] };
    if (chapter !== last) chapters.push(chapter);
    const heading = linesOf({ ...narrative, sections: [{ ...section, chapter: null, paragraphs: [] }] }).slice(1);
    chapter.blocks.push(...heading.map((line): Block => ({ kind: "line", line })));
    for (const paragraph of section.paragraphs) {
      chapter.blocks.push(lineBlock(paragraph.kind === "sub" ? "subheading" : "body", paragraph.segments));
      if (paragraph.performance)
        chapter.blocks.push(
          ...performanceGrids(desk, paragraph.performance).map((grid): Block => ({ kind: "table", grid, ownPage: false })),
        );
    }
    chapter.blocks.push(...picturesAfter(section.key, keys).map((shows): Block => ({ kind: "picture", shows })));
  }
  return chapters;
}

const picturesAfter = (section: SectionKey, all: ReadonlySet<SectionKey>): readonly PictureKind[] =>
  PICTURES.filter(({ after }) => after.find((key) => all.has(key)) === section).map(({ shows }) => shows);

function termsPart(parts: readonly Part[]): Part {
  const texts = parts.flatMap(({ title, blocks }) => [segmentsText(title), ...blocks.flatMap(textsIn)]);
  const blocks = usedTerms(texts).map(({ name, means }, index) =>
    lineBlock("body", words(`${chineseNumber(index + 1)}、${name}：${means}`)),
  );
  return { title: [], blocks };
}

function textsIn(block: Block): readonly string[] {
  switch (block.kind) {
    case "line":
      return [segmentsText(block.line.segments)];
    case "table":
      return [block.grid.title, ...block.grid.rows.flatMap((cells) => cells.map(({ text }) => text))];
    case "picture":
      return [];
  }
}

/** Who publishes it and when; without a date nothing is signed. */
function signatureOf({ organisation, settings }: Desk, inputs: Inputs): readonly (readonly Segment[])[] {
  const date = inputs.basics.get("编制日期");
  const [, year, month, day] = /^(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})\D{0,3}$/.exec(date?.text ?? "") ?? [];
  if (!date || year === undefined) return [];
  const said = `${year}年${String(Number(month))}月${String(Number(day))}日`;
  return [write([organisation], settings.amounts), [{ kind: "input", text: said, cells: [date.cell] }]];
}
