import type { Letter } from "../desk/letters";
import { clean, font, PAGE, twips, type Docx } from "./docx-measures";
import { packed, pageNumbers, type DocxSection } from "./docx";
import { officialStyles, STYLE_IDS } from "./docx-styles";
import { BODY_SIZE, officialStyle, type OfficialStyle } from "./official-style";

type Child = DocxSection["children"][number];

const NUMERALS = ["一", "二", "三"];
/** Where a person writes by hand. */
const ROOM = "　".repeat(10);
/** Before what comes of one thing. */
const BELOW = "由它引起的，改好后一并消失，不用逐条改：";
const ADDRESSEE = "Addressee";
const SIGNATURE = "Signature";

/**
 * A letter to an office in the looks of an official document (公文, GB/T 9704-2012): title, whom it is to, what is to be done,
 * numbered throughout, and who and when, to be filled in.
 *
 * @returns the bytes of a .docx file.
 */
export async function letterDocx(letter: Letter, style: Partial<OfficialStyle> = {}): Promise<Uint8Array> {
  const docx = await import("docx");
  const full = { ...officialStyle, ...style };
  const { office, title, opening, parts, closing, by } = letter;
  const line = (id: string, text: string): Child => paragraph(docx, id, [run(docx, text)]);
  let number = 0;
  const children = [
    line(STYLE_IDS.title, title),
    line(ADDRESSEE, `${office}：`),
    line(STYLE_IDS.body, opening),
    ...parts.flatMap(({ heading, items }, index) => [
      line(STYLE_IDS.heading, `${NUMERALS[index] ?? ""}、${heading}`),
      ...items.flatMap(({ words, below }) => [
        line(STYLE_IDS.body, `${String((number += 1))}. ${words}${below.length > 0 ? BELOW : ""}`),
        ...below.map((one, at) => line(STYLE_IDS.body, `（${String(at + 1)}）${one}`)),
      ]),
    ]),
    line(STYLE_IDS.body, closing),
    line(SIGNATURE, ""),
    paragraph(docx, SIGNATURE, [run(docx, "审核单位（盖章）："), blank(docx)]),
    paragraph(docx, SIGNATURE, [run(docx, "审核人："), by === "" ? blank(docx) : run(docx, by)]),
    paragraph(docx, SIGNATURE, [run(docx, "联系电话："), blank(docx)]),
    line(SIGNATURE, "　　　　年　　月　　日"),
  ];
  const styles = officialStyles(docx, full, letterStyles(docx, full));
  return packed(docx, title, styles, [{ properties: { page: PAGE }, footers: pageNumbers(docx, full), children }]);
}

function letterStyles(docx: Docx, style: OfficialStyle): NonNullable<Parameters<typeof officialStyles>[2]> {
  const spacing = { line: twips(style.linePitch), lineRule: docx.LineRuleType.EXACT, before: 0, after: 0 };
  const base = { basedOn: "Normal", run: { font: font(style.bodyFont, style.latinFont) } };
  return [
    { id: ADDRESSEE, name: "Addressee", ...base, paragraph: { spacing, indent: { firstLine: 0 }, keepNext: true } },
    // The signature stays together, and with the last words before it.
    {
      id: SIGNATURE,
      name: "Letter Signature",
      ...base,
      paragraph: { spacing, keepNext: true, indent: { left: twips(BODY_SIZE * 11), firstLine: 0 } },
    },
  ];
}

const run = (docx: Docx, text: string): InstanceType<Docx["TextRun"]> =>
  new docx.TextRun({ text: clean(text), font: { hint: "eastAsia" } });

const blank = (docx: Docx): InstanceType<Docx["TextRun"]> => new docx.TextRun({ text: ROOM, underline: {} });

const paragraph = (docx: Docx, style: string, children: readonly InstanceType<Docx["TextRun"]>[]): Child =>
  new docx.Paragraph({ style, children: [...children] });
