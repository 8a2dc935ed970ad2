/**
 * A sheet this tool means to write (填报, 审核结果, 预算情况说明, a blank template), as plain data; the doors know how to put
 * it into a workbook. Strings are always written as text, never as formulas, whatever they begin with: a formula stands
 * in `formula` and is ours.
 */
export interface SheetDraft {
  readonly name: string;
  /** Widths in characters. */
  readonly columnWidths: readonly number[];
  readonly rows: readonly DraftRow[];
  /** Rows that stay in view. */
  readonly frozenRows: number;
  readonly merges: readonly DraftArea[];
  /** Cells that offer a list of values. */
  readonly lists: readonly { readonly area: DraftArea; readonly values: readonly string[] }[];
  readonly landscape: boolean;
  /**
   * The draft holds everything that the sheet of its name held (填报 sheets, which come with many workbooks): it may then
   * replace a sheet that does not carry this tool's marker.
   */
  readonly carriesOver?: true;
}

export interface DraftRow {
  readonly cells: readonly DraftCell[];
  /** Points; the default where absent. */
  readonly height?: number;
}

export interface DraftCell {
  readonly value: string | number | null;
  /** With its "=": our own formula. `value` is then its cached result where known. */
  readonly formula?: string;
  readonly style: DraftStyle;
  /** Jumps to a cell of this workbook. */
  readonly link?: { readonly sheet: string; readonly address: string };
  /** Opens another file; only in files that are handed on. */
  readonly opens?: FileLink;
}

/** Opens another file, at a cell where that is known. */
export interface FileLink {
  /** A relative address, its parts escaped for a URL. */
  readonly file: string;
  readonly sheet?: string;
  readonly address?: string;
}

/** title: sheet title · heading: column heading · label: given text · input/inputAmount: for the user to fill (tinted) ·
 * amount: #,##0.00 · percent: 0.00% · note: small grey · body: a paragraph, wrapped · error/warning/info: a finding ·
 * section: the head of a group of rows · done: struck through. */
export type DraftStyle =
  | "title"
  | "heading"
  | "section"
  | "label"
  | "input"
  | "inputAmount"
  | "amount"
  | "percent"
  | "note"
  | "body"
  | "error"
  | "warning"
  | "info"
  | "done"
  | "blank";

/** 0-based, inclusive. */
export interface DraftArea {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}
