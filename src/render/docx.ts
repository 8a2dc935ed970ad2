import { linesOf, runsOf, type Line } from "../narrative/lines";
import type { Narrative } from "../narrative/segments";
import { clean, font, halfPoints, PAGE, twips, type Docx } from "./docx-measures";
import { SETTINGS } from "./docx-settings";
import { officialStyles, STYLE_IDS } from "./docx-styles";
import { officialStyle, PAGE_NUMBER_SIZE, type OfficialStyle } from "./official-style";

type Options = ConstructorParameters<Docx["Document"]>[0];
export type DocxSection = Options["sections"][number];

/**
 * The narrative as a Word document in the looks of an official document (GB/T 9704-2012): real styles, A4 with its
 * margins, page numbers — 1 — outside.
 *
 * @returns the bytes of a .docx file.
 */
export async function narrativeDocx(narrative: Narrative, style: Partial<OfficialStyle> = {}): Promise<Uint8Array> {
  const docx = await import("docx");
  const full = { ...officialStyle, ...style };
  const children = linesOf(narrative).map((line) => lineParagraph(docx, line));
  return packed(docx, narrative.title, officialStyles(docx, full), [
    { properties: { page: PAGE }, footers: pageNumbers(docx, full), children },
  ]);
}

/** The bytes of a document of these sections. */
export async function packed(
  docx: Docx,
  title: string,
  styles: NonNullable<Options["styles"]>,
  sections: readonly DocxSection[],
): Promise<Uint8Array> {
  const document = new docx.Document({
    creator: "预算公开助手",
    title: clean(title),
    evenAndOddHeaderAndFooters: true,
    styles,
    sections,
  });
  return new Uint8Array(await (await docx.Packer.toBlob(document, undefined, [SETTINGS])).arrayBuffer());
}

/** A line in its style; `before`: on a new page. */
export function lineParagraph(docx: Docx, { rank, segments }: Line, before: "newPage" | null = null): InstanceType<Docx["Paragraph"]> {
  return new docx.Paragraph({
    style: STYLE_IDS[rank],
    ...(before && { pageBreakBefore: true }),
    children: runsOf(segments).map((run) => textRun(docx, run)),
  });
}

/** Quotation marks and dashes are Chinese ones, whatever the language of the figures beside them. */
export function textRun(docx: Docx, { text, open }: { readonly text: string; readonly open: boolean }): InstanceType<Docx["TextRun"]> {
  return new docx.TextRun({ text: clean(text), font: { hint: "eastAsia" }, ...(open ? { highlight: "yellow" as const } : {}) });
}

/** — 1 — outside: right on odd pages, left on even ones. */
export function pageNumbers(docx: Docx, style: OfficialStyle): NonNullable<DocxSection["footers"]> {
  return { default: footer(docx, style, "right"), even: footer(docx, style, "left") };
}

function footer(docx: Docx, style: OfficialStyle, side: "left" | "right"): InstanceType<Docx["Footer"]> {
  const size = halfPoints(PAGE_NUMBER_SIZE);
  const oneCharacter = twips(PAGE_NUMBER_SIZE);
  return new docx.Footer({
    children: [
      new docx.Paragraph({
        alignment: side === "right" ? docx.AlignmentType.RIGHT : docx.AlignmentType.LEFT,
        indent: { firstLine: 0, ...(side === "right" ? { right: oneCharacter } : { left: oneCharacter }) },
        children: [new docx.TextRun({ font: font("宋体", style.latinFont), size, children: ["— ", docx.PageNumber.CURRENT, " —"] })],
      }),
    ],
  });
}
