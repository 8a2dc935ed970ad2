import type { CellValue } from "../workbook/plain";
import type { ReportTable } from "./report";

/** A cell's text as a workbook would hold it: an amount is a number under the format it is printed in. */
export interface ReadValue {
  readonly value: CellValue;
  readonly format?: string;
}

const AMOUNT = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/;
const WHOLE = /^-?\d+$/;
const CODES = /编码|代码|^(?:类|款|项)$|^科目$|序号/;
/** Beyond this a double cannot keep the digits. */
const LONGEST = 15;

const tidy = (text: string): string => text.normalize("NFKC").replace(/[\s\u200b\u2060\ufeff\u202a-\u202e]/g, "");

/**
 * How the cells of a table are to be read: figures with a decimal point or with thousands are amounts; whole numbers are
 * amounts in columns that hold such figures or stand right of the names, and stay text (codes) elsewhere.
 */
export function cellReader({ rows }: ReportTable): (text: string, row: number, column: number) => ReadValue {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) =>
    rows.map((row) => tidy(row[column]?.text ?? "")).filter((text) => text !== ""),
  );
  const hasAmounts = columns.map((texts) => texts.some((text) => AMOUNT.test(text) && !WHOLE.test(text)));
  const hasCodes = columns.map((texts) => texts.some((text) => CODES.test(text)) || texts.some((text) => /^0\d/.test(text)));
  const names = columns.findIndex(
    (texts) => texts.filter((text) => /\p{sc=Han}/u.test(text)).length > texts.length / 2 && texts.length > 1,
  );
  return (text, _row, column) => {
    if (text.trim() === "") return { value: null };
    const own = tidy(text);
    const found = AMOUNT.exec(own);
    const digits = own.replace(/\D/g, "").length;
    const whole = WHOLE.test(own);
    const isAmount =
      found &&
      digits <= LONGEST &&
      !(whole && /^-?0\d/.test(own)) &&
      (!whole || hasAmounts[column] || (!hasCodes[column] && column > names));
    if (!isAmount) return { value: text };
    const decimals = found[1]?.length ?? 0;
    const grouped = own.includes(",") ? "#,##0" : "0";
    return { value: Number(own.replaceAll(",", "")), format: decimals > 0 ? `${grouped}.${"0".repeat(decimals)}` : grouped };
  };
}
