import type { CellStyle } from "hucre/xlsx";
import type { DraftStyle } from "../../workbook/draft";

const FONT = { name: "宋体", size: 11 } as const;
const side = { style: "thin", color: { rgb: "FFA6A6A6" } } as const;
const border = { top: side, right: side, bottom: side, left: side };
const fill = (rgb: string): NonNullable<CellStyle["fill"]> => ({ type: "pattern", pattern: "solid", fgColor: { rgb } });
const middle = { vertical: "center", wrapText: true } as const;

const text: CellStyle = { font: FONT, border, alignment: { ...middle, horizontal: "left" } };
const number: CellStyle = { font: FONT, border, alignment: { ...middle, horizontal: "right", wrapText: false } };
const INPUT = fill("FFFFF9E5");

/** How each kind of cell looks in a written workbook. "@" keeps codes such as 01 and texts such as =A1 text when edited. */
export const DRAFT_STYLES: Readonly<Record<DraftStyle, CellStyle>> = {
  title: { font: { ...FONT, size: 16, bold: true }, alignment: { horizontal: "center", vertical: "center" } },
  heading: { font: { ...FONT, bold: true }, border, fill: fill("FFE8EEF4"), alignment: { ...middle, horizontal: "center" } },
  section: { font: { ...FONT, bold: true }, alignment: { vertical: "center" } },
  label: { ...text, numFmt: "@" },
  input: { ...text, numFmt: "@", fill: INPUT },
  inputAmount: { ...number, numFmt: "#,##0.00", fill: INPUT },
  amount: { ...number, numFmt: "#,##0.00" },
  percent: { ...number, numFmt: "0.00%" },
  note: { font: { ...FONT, size: 9, color: { rgb: "FF595959" } }, alignment: { vertical: "center" } },
  body: { font: { ...FONT, name: "仿宋" }, alignment: { vertical: "top", wrapText: true } },
  error: { ...text, fill: fill("FFFDE0DD") },
  warning: { ...text, fill: fill("FFFFF0CC") },
  info: { ...text, fill: fill("FFE3F0FB") },
  done: { ...text, font: { ...FONT, strikethrough: true, color: { rgb: "FF595959" } }, numFmt: "@" },
  blank: { font: FONT },
};
