import type { ICellData } from "@univerjs/core";
import type { SheetDraft } from "../../workbook/draft";
import type { CellMark } from "../door";
import type { CellEdit } from "../file/save/edits";
import type { BookLook } from "./look/look";
import { dateShift, toCell } from "./model/cells";
import { withoutPrefixes } from "./model/formulas";
import { styleName } from "./model/sheet-data";

/** What a workbook has that its file does not, as plain data that any store keeps. */
export interface Unsaved {
  readonly drafts: readonly SheetDraft[];
  readonly cells: readonly (CellEdit & { readonly sheet: string })[];
  readonly settings: readonly (readonly [string, unknown])[];
  readonly marks: readonly CellMark[] | null;
}

/** A kept cell as the spreadsheet takes it. */
export function keptCell({ content, look }: CellEdit, book: BookLook): ICellData {
  const code = look?.numberFormat ?? (look ? book.formats[look.format]?.style.n?.pattern : undefined);
  const value: ICellData =
    content?.kind === "formula"
      ? { f: withoutPrefixes(content.formula), v: null }
      : content
        ? { v: null, f: null, ...toCell(content.value, dateShift(book.date1904, code)) }
        : {};
  const style =
    look &&
    (look.numberFormat === undefined ? styleName(look.format) : { ...book.formats[look.format]?.style, n: { pattern: look.numberFormat } });
  return { ...value, ...(style && { s: style }) };
}
