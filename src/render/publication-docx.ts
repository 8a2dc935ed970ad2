import { runsOf } from "../narrative/lines";
import { segmentsText, type Segment } from "../narrative/segments";
import type { PictureKind } from "../pictures/drawn";
import type { Block, Part, Publication } from "../publication/publication";
import { clean, font, halfPoints, LANDSCAPE_PAGE, PAGE, roomOf, twips, type Docx } from "./docx-measures";
import { lineParagraph, packed, pageNumbers, textRun, type DocxSection } from "./docx";
import { officialStyles } from "./docx-styles";
import { AROUND_TABLE, LISTED_TITLE, tableBlocks, tableStyles } from "./docx-tables";
import { BODY_SIZE, officialStyle, TITLE_SIZE, type OfficialStyle } from "./official-style";
import { fitTable, textWidth } from "./table-fit";

type Child = DocxSection["children"][number];

const CONTENTS = "ContentsTitle";
const COVER_SIZE = 32;
/** 四号. */
const ENTRY_SIZE = 14;
const PIXELS_A_POINT = 96 / 72;

/** A picture as it is painted, sharper than the screen: `width` and `height` are those on the screen, in pixels. */
export interface PaintedPicture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** What it shows, in words. */
  readonly text: string;
}

export type PaintedPictures = Readonly<Partial<Record<PictureKind, PaintedPicture>>>;

/**
 * The whole report as a Word document in the looks of an official document: cover, contents, and its parts, wide tables on
 * pages on their side. The contents are a field that is filled in but for the page numbers, which Word sets on opening.
 *
 * @param pictures those that are wanted; the place of any other stays without.
 * @returns the bytes of a .docx file.
 */
export async function publicationDocx(
  publication: Publication,
  style: Partial<OfficialStyle> = {},
  pictures: PaintedPictures = {},
): Promise<Uint8Array> {
  const docx = await import("docx");
  const full = { ...officialStyle, ...style };
  const { cover, parts, signature } = publication;
  const title = cover.map(segmentsText).join("");
  const styles = officialStyles(docx, full, [...tableStyles(docx, full), ...frontStyles(docx, full)]);
  return packed(docx, title, styles, [
    { properties: { page: PAGE }, children: coverOf(docx, cover, full) },
    { properties: { page: PAGE, type: docx.SectionType.NEXT_PAGE }, children: contentsOf(docx) },
    ...bodySections(docx, parts, signature, full, pictures),
  ]);
}

function frontStyles(docx: Docx, style: OfficialStyle): ReturnType<typeof tableStyles> {
  const entry = (level: 1 | 2, name: string) => ({
    id: `TOC${level}`,
    name: `toc ${level}`,
    basedOn: "Normal",
    run: { size: halfPoints(ENTRY_SIZE), font: font(name, style.latinFont) },
    paragraph: {
      spacing: { line: twips(26), lineRule: docx.LineRuleType.EXACT, before: 0, after: 0 },
      indent: { left: twips(ENTRY_SIZE * 2 * (level - 1)), firstLine: 0 },
    },
  });
  return [
    {
      id: CONTENTS,
      name: "Contents Title",
      basedOn: "Normal",
      run: { size: halfPoints(TITLE_SIZE), font: font(style.titleFont, style.latinFont) },
      paragraph: { alignment: docx.AlignmentType.CENTER, spacing: { after: twips(style.linePitch) } },
    },
    entry(1, style.headingFont),
    entry(2, style.bodyFont),
  ];
}

/** The lines a third down the page, in a size in which each stands on one. */
function coverOf(docx: Docx, lines: Publication["cover"], style: OfficialStyle): readonly Child[] {
  const longest = Math.max(1, ...lines.map((segments) => textWidth(segmentsText(segments))));
  const size = Math.max(BODY_SIZE, Math.min(COVER_SIZE, Math.floor(roomOf(PAGE).width / longest)));
  return lines.map(
    (segments, index) =>
      new docx.Paragraph({
        alignment: docx.AlignmentType.CENTER,
        spacing: { before: twips(index === 0 ? 160 : 24), line: twips(48), lineRule: docx.LineRuleType.AT_LEAST },
        children: runsOf(segments).map(
          ({ text, open }) =>
            new docx.TextRun({
              text: clean(text),
              size: halfPoints(size),
              font: { ...font(style.titleFont, style.latinFont), hint: "eastAsia" },
              ...(open && { highlight: "yellow" as const }),
            }),
        ),
      }),
  );
}

function contentsOf(docx: Docx): readonly Child[] {
  return [
    new docx.Paragraph({ style: CONTENTS, children: [new docx.TextRun("目　录")] }),
    new docx.TableOfContents("目录", {
      hyperlink: true,
      headingStyleRange: "1-2",
      stylesWithLevels: [new docx.StyleLevel(LISTED_TITLE, 2)],
    }),
  ];
}

/** Sections as the pages turn: upright for text, on the side for tables that need it. Pages are counted from the first part. */
function bodySections(
  docx: Docx,
  parts: readonly Part[],
  signature: Publication["signature"],
  style: OfficialStyle,
  pictures: PaintedPictures,
): readonly DocxSection[] {
  const made: { landscape: boolean; children: Child[] }[] = [];
  const onPage = (landscape: boolean): Child[] => {
    const last = made.at(-1);
    if (last?.landscape === landscape) return last.children;
    const children: Child[] = [];
    made.push({ landscape, children });
    return children;
  };
  for (const [index, part] of parts.entries()) {
    const first = part.blocks[0];
    const heads = first?.kind === "table" && fit(first, true).landscape;
    const start = onPage(heads);
    start.push(lineParagraph(docx, { rank: "title", segments: part.title }, start.length > 0 ? "newPage" : null));
    for (const [at, block] of part.blocks.entries()) {
      if (block.kind === "line") {
        onPage(false).push(lineParagraph(docx, block.line));
        continue;
      }
      if (block.kind === "picture") {
        const painted = pictures[block.shows];
        if (painted) onPage(false).push(pictureParagraph(docx, painted));
        continue;
      }
      const set = fit(block, at === 0);
      const page = onPage(set.landscape);
      page.push(...tableBlocks(docx, block.grid, set, style, pageOf(block.ownPage, at > 0 && page.length > 0)));
    }
    if (index === parts.length - 1)
      onPage(false).push(...signature.map((segments, line) => signed(docx, segments, line === 0 ? style.linePitch : 0)));
  }
  return made.map(({ landscape, children }, index) => ({
    properties: {
      type: docx.SectionType.NEXT_PAGE,
      page: { ...(landscape ? LANDSCAPE_PAGE : PAGE), ...(index === 0 && { pageNumbers: { start: 1 } }) },
    },
    footers: pageNumbers(docx, style),
    children,
  }));
}

/** A disclosure table has its own page: a new one where the last section goes on. Others share theirs with the text. */
const pageOf = (own: boolean, goesOn: boolean): "own" | "new" | "shared" => (!own ? "shared" : goesOn ? "new" : "own");

/** The first table of a part stands under the part's title. */
function fit({ grid }: Extract<Block, { kind: "table" }>, underTitle: boolean): ReturnType<typeof fitTable> {
  return fitTable(grid, roomOf(PAGE), roomOf(LANDSCAPE_PAGE), AROUND_TABLE + (underTitle ? TITLE_SIZE * 3 : 0));
}

/** As wide as the page has room; a line of its own height, whatever the text's. */
function pictureParagraph(docx: Docx, { png, width, height, title, text }: PaintedPicture): Child {
  const { width: room, height: most } = roomOf(PAGE);
  const scale = Math.min((room * PIXELS_A_POINT) / width, (most * PIXELS_A_POINT) / height, 1);
  return new docx.Paragraph({
    alignment: docx.AlignmentType.CENTER,
    indent: { firstLine: 0 },
    spacing: { before: twips(6), after: twips(6), line: 240, lineRule: docx.LineRuleType.AUTO },
    children: [
      new docx.ImageRun({
        type: "png",
        data: png,
        transformation: { width: width * scale, height: height * scale },
        altText: { name: clean(title), title: clean(title), description: clean(text) },
      }),
    ],
  });
}

/** At the right, as below an official document. */
function signed(docx: Docx, segments: readonly Segment[], before: number): Child {
  return new docx.Paragraph({
    alignment: docx.AlignmentType.RIGHT,
    indent: { right: twips(BODY_SIZE * 2), firstLine: 0 },
    spacing: { before: twips(before) },
    keepLines: true,
    children: runsOf(segments).map((run) => textRun(docx, run)),
  });
}
