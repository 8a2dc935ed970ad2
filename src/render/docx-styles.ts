import type { IParagraphStyleOptions } from "docx";
import type { Line } from "../narrative/lines";
import { font, halfPoints, twips, type Docx } from "./docx-measures";
import { BODY_SIZE, INDENT, TITLE_SIZE, type OfficialStyle } from "./official-style";

type Styles = NonNullable<ConstructorParameters<Docx["Document"]>[0]["styles"]>;

/** A part's title is a heading of the first level: 第三部分 is one part of a report, alone or with the others. */
export const STYLE_IDS: Readonly<Record<Line["rank"], string>> = {
  title: "Heading1",
  heading: "Heading2",
  subheading: "Heading3",
  body: "BodyText",
};

/**
 * Figures are said to be English: a program that takes them for Chinese breaks them over two lines. Chinese text keeps its
 * own language beside it.
 */
const LANGUAGE = { value: "en-US", eastAsia: "zh-CN" } as const;

/** The styles of an official document (公文), by Word's own names. */
export function officialStyles(docx: Docx, style: OfficialStyle, also: readonly IParagraphStyleOptions[] = []): Styles {
  const exact = { line: twips(style.linePitch), lineRule: docx.LineRuleType.EXACT, before: 0, after: 0 };
  const indent = { firstLineChars: INDENT * 100, firstLine: twips(BODY_SIZE * INDENT) };
  const run = (name: string, size = BODY_SIZE) => ({
    font: font(name, style.latinFont),
    size: halfPoints(size),
    color: "000000",
    bold: false as const,
  });
  const both = docx.AlignmentType.BOTH;
  const headed = { alignment: both, spacing: exact, indent, keepNext: true };
  return {
    default: {
      document: { run: { ...run(style.bodyFont), language: LANGUAGE }, paragraph: { spacing: exact } },
      heading1: {
        run: run(style.titleFont, TITLE_SIZE),
        paragraph: {
          alignment: docx.AlignmentType.CENTER,
          spacing: { ...exact, line: twips(Math.max(style.linePitch, TITLE_SIZE * 1.5)), after: twips(style.linePitch) },
          keepNext: true,
          outlineLevel: 0,
        },
      },
      heading2: { run: run(style.headingFont), paragraph: { ...headed, outlineLevel: 1 } },
      heading3: { run: run(style.subheadingFont), paragraph: { ...headed, outlineLevel: 2 } },
    },
    paragraphStyles: [
      {
        id: STYLE_IDS.body,
        name: "Body Text",
        basedOn: "Normal",
        quickFormat: true,
        run: run(style.bodyFont),
        paragraph: { alignment: both, spacing: exact, indent },
      },
      ...also,
    ],
  };
}
