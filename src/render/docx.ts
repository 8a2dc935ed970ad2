import type { Narrative } from "../narrative/segments";
import type { Recognised } from "../workbook/recognised";
import { linesOf, runsOf, type Line } from "../narrative/lines";
import { BODY_SIZE, INDENT, officialStyle, PAGE_NUMBER_SIZE, TITLE_SIZE, type OfficialStyle } from "./official-style";
import { tableSections, tableStyles } from "./docx-tables";
import { clean, font, halfPoints, PAGE, twips, type Docx } from "./docx-measures";

/**
 * The narrative as a Word document in the looks of an official document (GB/T 9704-2012): real styles, A4 with its
 * margins, page numbers — 1 — outside. With `tables` the disclosure tables go before it as Word tables, wide ones on
 * landscape pages, so that 第二部分 is done too; `only` one section, by its number.
 *
 * @returns the bytes of a .docx file.
 */
export async function narrativeDocx(
  narrative: Narrative,
  style: Partial<OfficialStyle> = {},
  tables?: Recognised,
  only?: string,
): Promise<Uint8Array> {
  const docx = await import("docx");
  const full = { ...officialStyle, ...style };
  const footers = { default: footer(docx, full, "right"), even: footer(docx, full, "left") };
  const lines = linesOf(narrative, only).map((line) => paragraphOf(docx, line));
  const document = new docx.Document({
    creator: "预算公开助手",
    title: clean(narrative.title),
    evenAndOddHeaderAndFooters: true,
    styles: stylesOf(docx, full, tables !== undefined),
    sections: [
      ...(tables ? tableSections(docx, tables, full).map((part) => ({ ...part, footers })) : []),
      { properties: { page: PAGE, ...(tables ? { type: docx.SectionType.NEXT_PAGE } : {}) }, footers, children: lines },
    ],
  });
  return new Uint8Array(await (await docx.Packer.toBlob(document)).arrayBuffer());
}

const STYLE_IDS: Readonly<Record<Line["rank"], string>> = { title: "Title", heading: "Heading1", subheading: "Heading2", body: "BodyText" };

function paragraphOf(docx: Docx, { rank, segments }: Line): InstanceType<Docx["Paragraph"]> {
  return new docx.Paragraph({
    style: STYLE_IDS[rank],
    children: runsOf(segments).map(
      ({ text, open }) => new docx.TextRun({ text: clean(text), ...(open ? { highlight: "yellow" as const } : {}) }),
    ),
  });
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

function stylesOf(
  docx: Docx,
  style: OfficialStyle,
  withTables: boolean,
): NonNullable<ConstructorParameters<Docx["Document"]>[0]["styles"]> {
  const exact = { line: twips(style.linePitch), lineRule: docx.LineRuleType.EXACT, before: 0, after: 0 };
  const size = halfPoints(BODY_SIZE);
  const indent = { firstLineChars: INDENT * 100, firstLine: twips(BODY_SIZE * INDENT) };
  const run = (name: string): { font: ReturnType<typeof font>; size: number; color: string; bold: false } => ({
    font: font(name, style.latinFont),
    size,
    color: "000000",
    bold: false,
  });
  const both = docx.AlignmentType.BOTH;
  return {
    default: {
      document: { run: { ...run(style.bodyFont), language: { value: "zh-CN", eastAsia: "zh-CN" } }, paragraph: { spacing: exact } },
      title: {
        run: { ...run(style.titleFont), size: halfPoints(TITLE_SIZE) },
        paragraph: {
          alignment: docx.AlignmentType.CENTER,
          spacing: { ...exact, line: twips(Math.max(style.linePitch, TITLE_SIZE * 1.5)), after: twips(style.linePitch) },
        },
      },
      heading1: { run: run(style.headingFont), paragraph: { alignment: both, spacing: exact, indent, keepNext: true, outlineLevel: 0 } },
      heading2: { run: run(style.subheadingFont), paragraph: { alignment: both, spacing: exact, indent, keepNext: true, outlineLevel: 1 } },
    },
    paragraphStyles: [
      {
        id: "BodyText",
        name: "Body Text",
        basedOn: "Normal",
        quickFormat: true,
        run: run(style.bodyFont),
        paragraph: { alignment: both, spacing: exact, indent },
      },
      ...(withTables ? tableStyles(docx, style) : []),
    ],
  };
}
