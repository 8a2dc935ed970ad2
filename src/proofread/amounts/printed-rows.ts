import { Exact } from "../../amount/exact";
import type { Line } from "../text/lines";
import { bare, type Held, type Named } from "./held";

/** What the rows of a text's own tables say, where no workbook does and nobody knows which tables they are. */
export interface PrintedRows {
  readonly index: ReadonlyMap<string, readonly Named[]>;
  readonly byName: ReadonlyMap<string, readonly Held[]>;
}

export function printedRows(lines: readonly Line[]): PrintedRows {
  const index = new Map<string, Named[]>();
  const byName = new Map<string, Held[]>();
  const places = lines.some(({ text }) => IN_YUAN.test(text)) ? -4 : 0;
  for (const { kind, text } of lines) {
    if (kind !== "row") continue;
    let row = "";
    for (const cell of text.split("\t")) {
      const value = AMOUNT.test(cell) ? Exact.parse(cell.replace(/,/g, "")) : null;
      if (value === null) row = NAME.test(cell) ? bare(cell.replace(CODE, "")) : cell.trim() === "" ? row : "";
      else if (row !== "" && !value.isZero()) {
        const amount = value.shifted(places);
        const isTotal = TOTAL_ROW.test(row);
        // As a text in 万元 rounds it, and to the cent.
        for (const said of new Set([amount.round(2).toString(), amount.toString()]))
          index.set(said, [...(index.get(said) ?? []), { row, column: "", isTotal, cell: null }]);
        if (!isTotal) byName.set(row, [...(byName.get(row) ?? []), { value: amount, cell: null }]);
      }
    }
  }
  return { index, byName };
}

const IN_YUAN = /单位：元/;
/** With decimals, or with thousands: codes have neither. */
const AMOUNT = /^-?\d[\d,]*\.\d{1,6}$|^-?\d{1,3}(?:,\d{3})+$/;
const NAME = /\p{sc=Han}{2}/u;
const CODE = /^\[\d{3,7}\]/;
const TOTAL_ROW = /合计|总计|小计/;
