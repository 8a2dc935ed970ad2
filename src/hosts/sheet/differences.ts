import type { ICellData, IStyleData } from "@univerjs/core";
import type { ChangedCell } from "../file/edit-sheet";
import { cellAt } from "../../workbook/held";
import type { CellEdit, Look } from "../file/save/edits";
import { isCellError, type CellValue } from "../../workbook/plain";
import type { BookLook } from "./look/look";
import { dateShift, fromCell, sameValue } from "./model/cells";
import { withoutPrefixes, withPrefixes } from "./model/formulas";
import type { Origin } from "./origin";

/** A touched cell as the spreadsheet holds it. */
export interface Held {
  readonly row: number;
  readonly column: number;
  readonly cell: ICellData | null;
  /** With its "="; undefined where the cell holds none. */
  readonly formula: string | undefined;
  readonly style: IStyleData | null;
}

export interface Difference {
  readonly edit: CellEdit;
  readonly now: ChangedCell;
  /** A person; a calculation; the first calculation of a formula that the file has without a result, which is alone no reason to save. */
  readonly by: "person" | "calculation" | "first calculation";
}

const rounded = (value: CellValue): CellValue => (typeof value === "number" ? Number(value.toPrecision(15)) : value);
/** A formula's empty text; files keep it as a text or as nothing. */
const isBlank = (value: CellValue): boolean => value === null || value === "";
const isUnknownName = (value: CellValue): boolean => isCellError(value) && value.error === "#NAME?";

/** A style as one text, whatever order it is written in; what says nothing is left out. */
export function styleText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "object") return (typeof value === "string" ? value : JSON.stringify(value)).toLowerCase();
  return `{${Object.entries(value)
    .filter(([, inner]) => inner !== null && inner !== undefined && styleText(inner) !== "{}")
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${key}:${styleText(inner)}`)
    .join()}}`;
}

const patternOf = (style: IStyleData | null | undefined): string => style?.n?.pattern ?? "General";

/** Which of the file's cell formats looks so. */
export function formatFinder(book: BookLook): (style: IStyleData | null) => number | undefined {
  let known: Map<string, number> | null = null;
  return (style) => {
    known ??= new Map([...book.formats.entries()].reverse().map(([format, { style: own }]) => [styleText(own), format]));
    return known.get(styleText(style));
  };
}

/** How the cell is to look in the file where that has changed. */
function lookOf(origin: Origin, book: BookLook, find: ReturnType<typeof formatFinder>, { row, column, style }: Held): Look | undefined {
  if (origin.draft) return undefined;
  const before = origin.formatAt(row, column);
  const own = book.formats[before]?.style ?? null;
  if (styleText(own) === styleText(style)) return undefined;
  const same = find(style);
  if (same !== undefined) return { format: same };
  return patternOf(style) === patternOf(own) ? undefined : { format: before, numberFormat: patternOf(style) };
}

/** How a touched cell differs from what it was when its sheet came; undefined where it does not. */
export function differenceOf(origin: Origin, book: BookLook, find: ReturnType<typeof formatFinder>, held: Held): Difference | undefined {
  const { row, column, cell, formula, style } = held;
  const before = cellAt(origin.sheet, held);
  const look = lookOf(origin, book, find, held);
  const pattern = patternOf(style);
  const format = pattern === "General" ? undefined : pattern;
  const value = fromCell(cell, dateShift(book.date1904, format));
  const stored = origin.uncalculated.some((other) => other.row === row && other.column === column);
  const written = before.formula === undefined ? undefined : withoutPrefixes(before.formula);
  const kept = formula === undefined ? stored && sameValue(value, before.value) : formula === written;
  const shown = formula !== undefined && kept && isUnknownName(value) && !isUnknownName(before.value) ? before.value : value;
  const same = sameValue(rounded(shown), rounded(before.value)) || (kept && isBlank(shown) && isBlank(before.value));
  const content: CellEdit["content"] =
    formula !== undefined && !kept
      ? { kind: "formula", formula: withPrefixes(formula), value: shown }
      : kept
        ? same
          ? undefined
          : { kind: "result", value: shown }
        : same && before.formula === undefined
          ? undefined
          : { kind: "value", value: shown };
  if (!content && !look) return undefined;
  return {
    edit: { row, column, ...(content && { content }), ...(look && { look }) },
    now: {
      row,
      column,
      value: shown,
      formula: content?.kind === "formula" ? content.formula : content?.kind === "value" ? undefined : before.formula,
      format: look ? format : before.format,
    },
    by: content?.kind !== "result" || look ? "person" : isBlank(before.value) ? "first calculation" : "calculation",
  };
}
