import type { CellValue } from "../../../src/workbook/plain";
import type { Layout } from "./layout";

/** An amount as a cell holds it. */
export interface WrittenAmount {
  readonly value: CellValue;
  readonly format?: string;
  /** The document has an amount here, or leaves one blank. */
  readonly isAmount?: true;
}

const ZEROS: Readonly<Record<Layout["zeros"], CellValue>> = { blank: null, dash: "-", longDash: "—", zero: 0, spaces: "  " };

/** Writes hundredths of 万元 in the given unit; null is a blank cell of the document. */
export function writeAmount(hundredths: number | null, unit: "万元" | "元", layout: Layout): WrittenAmount {
  if (hundredths === null || hundredths === 0) return { value: ZEROS[layout.zeros] };
  const plain = unit === "万元" ? decimal(hundredths) : `${String(hundredths * 100)}.00`;
  const number = unit === "万元" ? hundredths / 100 : hundredths * 100;
  switch (layout.amounts) {
    case "numbers":
      return { value: number };
    case "text":
      return { value: plain };
    case "separators":
      return { value: separated(plain) };
    case "innerSpaces":
      return { value: ` ${separated(plain).replace(/,/g, ", ").replace(".", ". ")} ` };
    case "fullWidth":
      return { value: separated(plain).replace(/[\d,.]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)) };
    case "moreDecimals":
      return { value: Number(`${plain}${unit === "万元" ? "31" : "3"}`), format: unit === "万元" ? "#,##0.00_ ;-#,##0.00" : "0.00" };
    case "parentheses":
      return { value: number, format: "0.00_);(0.00)" };
    case "unitBehind":
      return { value: `${separated(plain)}${unit}` };
  }
}

export function decimal(hundredths: number): string {
  const digits = String(Math.abs(hundredths)).padStart(3, "0");
  return `${hundredths < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function separated(plain: string): string {
  return plain.replace(/\B(?=(?:\d{3})+(?=\.))/g, ",");
}
