/** One cell of the user's workbook. Rows and columns are 0-based positions on the sheet. */
export interface CellRef {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export const isSameCell = (a: CellRef, b: CellRef): boolean => a.sheet === b.sheet && a.row === b.row && a.column === b.column;

/** 0 -> A, 25 -> Z, 26 -> AA. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** The address on its sheet, as Excel writes it: "E27". What stands above a report's table has no row in it: "表头". */
export function address(cell: Pick<CellRef, "row" | "column">): string {
  return cell.row < 0 ? "表头" : columnLetters(cell.column) + String(cell.row + 1);
}

/** The address with its sheet, as people read it: "填报-上年对比!E2". */
export const fullAddress = (cell: CellRef): string => `${cell.sheet}!${address(cell)}`;

/** The same as a formula writes it, quoted where Excel needs quotes: "'填报-上年对比'!E2". */
export const formulaAddress = (cell: CellRef): string => `${quoteSheet(cell.sheet)}!${address(cell)}`;

/** A sheet's name as it stands in a formula: quoted unless it is one plain word that is no address (A1, R1C1, RC). */
export function quoteSheet(sheet: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) && !/^(?:[A-Z]{1,3}\d+|R\d*(?:C\d*)?|C\d*)$/i.test(sheet)
    ? sheet
    : `'${sheet.replace(/'/g, "''")}'`;
}

/** "表5!E27" as people write it; null when it names no cell. */
export function parseFullAddress(text: string): CellRef | null {
  const mark = text.lastIndexOf("!");
  const place = mark > 0 ? parseAddress(text.slice(mark + 1)) : null;
  return place && { sheet: text.slice(0, mark), ...place };
}

/** "E27" -> row 26, column 4; null when it is no address. */
export function parseAddress(text: string): Pick<CellRef, "row" | "column"> | null {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(text);
  if (!match?.[1] || !match[2]) return null;
  const column = Array.from(match[1].toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(match[2]) - 1, column };
}
