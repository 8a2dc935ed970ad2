import type { IStyleData } from "@univerjs/core";
import type { DraftArea } from "../../../workbook/draft";
import type { CellMark } from "../../door";

/** How a workbook looks, as far as its file says; the values stand in the plain workbook. Plain data: it comes from a worker. */
export interface BookLook {
  /** By the number that a cell states (`s`). */
  readonly formats: readonly FormatLook[];
  /** Dates count from 1904. */
  readonly date1904: boolean;
  readonly names: readonly DefinedName[];
  readonly sheets: readonly SheetLook[];
  readonly source: Source;
}

/** What saving has to know of the file that was opened, whatever its name says. */
export interface Source {
  /** It cannot be kept part by part (.xls, .ods, .et, text exports): what is saved is a new .xlsx. */
  readonly converted: boolean;
  /** It bears a digital signature, which any change makes void. */
  readonly signed: boolean;
  /** It holds macros, which Excel takes from an .xlsm only. */
  readonly macros: boolean;
}

export interface FormatLook {
  readonly style: IStyleData;
  /** Whether a protected sheet keeps such cells from being changed. */
  readonly locked: boolean;
}

export interface DefinedName {
  readonly name: string;
  readonly formula: string;
  /** Position of the one sheet that knows it; null: all. */
  readonly sheet: number | null;
}

export interface SheetLook {
  readonly name: string;
  /** Row, column, format, row, column, format …: cells that state a format, in the part of the sheet that is used. */
  readonly cells: Int32Array;
  readonly rows: readonly { readonly row: number; readonly height?: number; readonly hidden: boolean; readonly format?: number }[];
  /** Widths in characters. */
  readonly columns: readonly {
    readonly first: number;
    readonly last: number;
    readonly width?: number;
    readonly hidden: boolean;
    readonly format?: number;
  }[];
  readonly merges: readonly DraftArea[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly gridlines: boolean;
  /** 1 is 100 %. */
  readonly zoom: number;
  /** Points; null where the file leaves it to the program. */
  readonly rowHeight: number | null;
  /** Characters. */
  readonly columnWidth: number | null;
  readonly protected: boolean;
  /** Areas that one array formula fills. */
  readonly arrays: readonly DraftArea[];
  /** Column headings of tables, which formulas may name. */
  readonly headings: readonly DraftArea[];
  readonly marks: readonly CellMark[];
  /** This tool wrote the sheet. */
  readonly own: boolean;
}
