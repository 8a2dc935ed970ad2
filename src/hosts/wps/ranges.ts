import { address } from "../../amount/cell-ref";
import type { DraftArea } from "../../workbook/draft";
import type { CellValue, PlainSheet } from "../../workbook/plain";
import type { ReadOptions } from "../door";
import { areaAddress } from "../draft/grid";
import type { WpsRange, WpsSheet, WpsWorkbook } from "./model";
import { uniformParts } from "./parts";
import { problem } from "./problems";
import { asMatrix, cellValue, formulaOf, uniform, type Matrix } from "./shapes";
import { count, sheetsOf, truth, visibilityOf } from "./sheets";

/** Cells asked for at once. */
const CELLS_A_CALL = 20_000;
/** A sheet this large is a stray entry far from its table: reading on would take minutes. */
const MOST_CELLS = 5_000_000;

/** The used part of a sheet; null where WPS does not say. */
export function usedArea(sheet: WpsSheet): DraftArea | null {
  const used = sheet.UsedRange as WpsRange | null;
  if (!used) return null;
  const [top, left, rows, columns] = [used.Row, used.Column, used.Rows.Count, used.Columns.Count].map(count);
  if (!top || !left || !rows || !columns) return null;
  return { top: top - 1, left: left - 1, bottom: top + rows - 2, right: left + columns - 2 };
}

const sizeOf = ({ top, left, bottom, right }: DraftArea): readonly [rows: number, columns: number] => [bottom - top + 1, right - left + 1];

/** Cuts an area into bands of whole rows. */
function bands(area: DraftArea): readonly DraftArea[] {
  const [rows, columns] = sizeOf(area);
  const step = Math.max(1, Math.floor(CELLS_A_CALL / columns));
  return Array.from({ length: Math.ceil(rows / step) }, (_, i) => ({
    ...area,
    top: area.top + i * step,
    bottom: Math.min(area.bottom, area.top + (i + 1) * step - 1),
  }));
}

/** What the cells of an area hold. Throws where WPS gives what fits no shape. */
export function held(sheet: WpsSheet, area: DraftArea): { readonly values: Matrix; readonly formulas: Matrix } {
  const range = sheet.Range(areaAddress(area));
  const [rows, columns] = sizeOf(area);
  const [values, formulas] = [asMatrix(range.Value2, rows, columns), asMatrix(range.Formula, rows, columns)];
  if (!values || !formulas) throw problem.unreadable(sheet.Name);
  return { values, formulas };
}

/** Number formats, cell by cell; General is none. */
function formatsOf(sheet: WpsSheet, area: DraftArea): PlainSheet["formats"] {
  const [rows, columns] = sizeOf(area);
  const formats = Array.from({ length: rows }, () => new Array<string | undefined>(columns).fill(undefined));
  const ask = (part: DraftArea): string | null => {
    const format = uniform(sheet.Range(areaAddress(part)).NumberFormat);
    return typeof format === "string" ? format : null;
  };
  for (const { area: part, value } of uniformParts(area, ask)) {
    if (value === "General" || value === "G/通用格式" || value === "") continue;
    for (let row = part.top; row <= part.bottom; row++)
      formats[row - area.top]?.fill(value, part.left - area.left, part.right - area.left + 1);
  }
  return formats;
}

/** Positions that are hidden along one side of the area. */
function hiddenAlong(sheet: WpsSheet, area: DraftArea, side: "EntireRow" | "EntireColumn"): readonly number[] {
  const line = side === "EntireRow" ? { ...area, right: area.left } : { ...area, bottom: area.top };
  const ask = (part: DraftArea): boolean | null => truth(uniform(sheet.Range(areaAddress(part))[side].Hidden));
  return uniformParts(line, ask)
    .filter(({ value }) => value)
    .flatMap(({ area: part }) => {
      const [from, to] = side === "EntireRow" ? [part.top, part.bottom] : [part.left, part.right];
      return Array.from({ length: to - from + 1 }, (_, i) => from + i);
    });
}

function requireReadable(sheet: WpsSheet, area: DraftArea): void {
  const [rows, columns] = sizeOf(area);
  if (rows * columns > MOST_CELLS) throw problem.farAway(sheet.Name, address({ row: area.bottom, column: area.right }));
}

function readSheet(sheet: WpsSheet): PlainSheet {
  const plain = { name: sheet.Name, visibility: visibilityOf(sheet) };
  const area = usedArea(sheet);
  if (!area) return { ...plain, top: 0, left: 0, values: [], formats: [], formulas: [] };
  requireReadable(sheet, area);
  const rows = bands(area).flatMap((band) => rowsOf(held(sheet, band)));
  while (rows.at(-1)?.values.length === 0) rows.pop();
  const filled = { ...area, bottom: area.top + rows.length - 1 };
  const hidden = { rows: hiddenAlong(sheet, area, "EntireRow"), columns: hiddenAlong(sheet, area, "EntireColumn") };
  return {
    ...plain,
    top: area.top,
    left: area.left,
    values: rows.map(({ values }) => values),
    formulas: rows.map(({ formulas }) => formulas),
    formats: rows.length === 0 ? [] : formatsOf(sheet, filled),
    ...(hidden.rows.length + hidden.columns.length > 0 && { hidden }),
  };
}

interface Row {
  readonly values: readonly CellValue[];
  readonly formulas: readonly (string | undefined)[];
}

/** Each row up to its last cell that holds something. */
const rowsOf = ({ values, formulas }: { readonly values: Matrix; readonly formulas: Matrix }): readonly Row[] =>
  values.map((given, r): Row => {
    const entered = given.map((value, c) => formulaOf(formulas[r]?.[c], value));
    const read = given.map((value, c) => cellValue(value, entered[c] !== undefined));
    let width = read.length;
    while (width > 0 && read[width - 1] === null && entered[width - 1] === undefined) width -= 1;
    return { values: read.slice(0, width), formulas: entered.slice(0, width) };
  });

/** Lets the page be drawn, and a press of 取消 be heard. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** The sheets read range by range, each in one go. */
export async function readByRanges(workbook: WpsWorkbook, options: ReadOptions): Promise<readonly PlainSheet[]> {
  const sheets = sheetsOf(workbook);
  const read: PlainSheet[] = [];
  for (const sheet of sheets) {
    await breathe();
    if (options.signal?.aborted) throw problem.cancelled();
    read.push(readSheet(sheet));
    options.onProgress?.(read.length / sheets.length);
  }
  return read;
}
