import type { CellRef } from "../amount/cell-ref";
import { remembered, rememberedFor } from "../text/remembered";
import { normalise } from "../text/wording";
import type { CellValue, PlainSheet, PlainWorkbook } from "../workbook/plain";
import { isCellError } from "../workbook/plain";
import { inputColumns, inputSheetNames, newSheetOrder, type InputSheetKey } from "./conventions";

/** A 填报 sheet as found, or as it will be created. Positions are 0-based on the sheet. */
export interface InputSheet {
  readonly key: InputSheetKey;
  /** Its name in this workbook; the conventional one where it does not exist yet. */
  readonly name: string;
  readonly sheet: PlainSheet | null;
  /** Row of the headings. */
  readonly headingRow: number;
  /** Column key -> position; conventional positions where the sheet or the heading is absent. */
  readonly columns: ReadonlyMap<string, number>;
  /** Column keys whose heading was found. */
  readonly found: ReadonlySet<string>;
  /** First row below everything written. */
  readonly freeRow: number;
}

/** Headings are looked for in the first rows only: a sheet title, notes and other tables may stand above them. */
const HEADING_REACH = 300;

export function findInputSheet(workbook: PlainWorkbook, key: InputSheetKey): InputSheet {
  const wanted = sheetKey(inputSheetNames[key]);
  const sheet =
    workbook.sheets.find(({ name }) => name === inputSheetNames[key]) ??
    workbook.sheets.find(({ name }) => sheetKey(name) === wanted) ??
    null;
  const conventional = new Map(newSheetOrder(key).map((column, index) => [column, index]));
  if (!sheet) return { key, name: inputSheetNames[key], sheet, headingRow: 0, columns: conventional, found: new Set(), freeRow: 1 };
  const { index, columns: found } = findHeadings(sheet, key);
  const columns = new Map([...conventional].map(([name, position]) => [name, found.get(name) ?? position + sheet.left]));
  return {
    key,
    name: sheet.name,
    sheet,
    headingRow: sheet.top + Math.max(index, 0),
    columns,
    found: new Set(found.keys()),
    freeRow: freeRow(sheet),
  };
}

/** One cell of an input sheet; null beyond what is written. */
export function inputValue(found: InputSheet, row: number, column: string): CellValue {
  const position = found.columns.get(column);
  if (!found.sheet || position === undefined || !found.found.has(column)) return null;
  return found.sheet.values[row - found.sheet.top]?.[position - found.sheet.left] ?? null;
}

export function inputCell(found: InputSheet, row: number, column: string): CellRef {
  return { sheet: found.name, row, column: found.columns.get(column) ?? 0 };
}

/** Text of a cell as typed, trimmed; errors and blanks are "". */
export function valueText(value: CellValue): string {
  if (value === null || isCellError(value)) return "";
  return String(value).trim();
}

/** "填报－上年对比", "填报 上年对比": the same sheet. */
function sheetKey(name: string): string {
  return normalise(name).replace(/[-_]/g, "");
}

function findHeadings(sheet: PlainSheet, key: InputSheetKey): { index: number; columns: ReadonlyMap<string, number> } {
  let best = { index: -1, columns: NONE };
  sheet.values.slice(0, HEADING_REACH).forEach((row, index) => {
    const columns = headingsIn(row, key, sheet.left);
    if (columns.size > best.columns.size && columns.size >= LEAST_HEADINGS) best = { index, columns };
  });
  return { ...best, columns: withRenamed(sheet, key, best) };
}

/** Every heading that some columns may have. */
const headsOf = rememberedFor(
  (columns: (typeof inputColumns)[InputSheetKey]) => new Set(columns.flatMap(({ heads }) => heads.map(normalise))),
);

/** A row of headings has so many at least. */
const LEAST_HEADINGS = 2;

const NONE: ReadonlyMap<string, number> = new Map();

/** The columns whose headings stand in a row, each heading taken once; none where too few of its words are headings. */
function headingsIn(row: readonly CellValue[], key: InputSheetKey, left: number): ReadonlyMap<string, number> {
  const words = row.map((cell) => (typeof cell === "string" ? headingKey(cell) : null));
  const heads = headsOf(inputColumns[key]);
  if (words.filter((word) => word !== null && heads.has(word)).length < LEAST_HEADINGS) return NONE;
  const columns = new Map<string, number>();
  const taken = new Set<number>();
  for (const column of inputColumns[key])
    for (const head of column.heads) {
      if (columns.has(column.key)) break;
      const wanted = normalise(head);
      const at = words.findIndex((word, place) => word === wanted && !taken.has(place));
      if (at < 0) continue;
      columns.set(column.key, left + at);
      taken.add(at);
    }
  return columns;
}

/** A heading that somebody has renamed is known by its neighbours: it stands between those that stood beside it. */
function withRenamed(
  sheet: PlainSheet,
  key: InputSheetKey,
  { index, columns }: { index: number; columns: ReadonlyMap<string, number> },
): ReadonlyMap<string, number> {
  const order = newSheetOrder(key);
  const found = new Map(columns);
  const headings = sheet.values[index] ?? [];
  const textAt = (column: number): string => valueText(headings[column - sheet.left] ?? null);
  // The comparison columns are not read, but they stand where they stand.
  const placeOf = (name: string): number | undefined => {
    const at = headings.findIndex((cell) => headingKey(valueText(cell)) === normalise(name));
    return found.get(name) ?? (at < 0 || name === "" ? undefined : sheet.left + at);
  };
  for (const [i, name] of order.entries()) {
    const [before, after] = [placeOf(order[i - 1] ?? ""), placeOf(order[i + 1] ?? "")];
    const place = before !== undefined ? before + 1 : after !== undefined ? after - 1 : -1;
    const free = place >= 0 && textAt(place) !== "" && ![...found.values()].includes(place) && !order.includes(textAt(place));
    // Beside one neighbour another column may have been put in; between two nothing else can be meant, and at the ends only one is.
    const certain = after === undefined ? i === order.length - 1 : before === undefined ? i === 0 : after - before === 2;
    if (!found.has(name) && inputColumns[key].some((column) => column.key === name) && free && certain) found.set(name, place);
  }
  return found;
}

/** Longer texts are no headings. */
const LONGEST_HEADING = 100;

/** "上年预算数（万元）" is "上年预算数". */
const headingKey = remembered((text) => (text.length > LONGEST_HEADING ? text : normalise(text).replace(/\([^()]*\)$/, "")));

function freeRow(sheet: PlainSheet): number {
  for (let index = sheet.values.length - 1; index >= 0; index--)
    if (sheet.values[index]?.some((cell) => cell !== null && cell !== "")) return sheet.top + index + 1;
  return sheet.top + 1;
}
