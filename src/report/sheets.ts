import { address, type CellRef } from "../amount/cell-ref";
import { COVER_SHEET, type CellValue, type PlainSheet, type PlainWorkbook } from "../workbook/plain";
import { isTotalLabel } from "../text/wording";
import { headRows, isNote, splitBetween, titleIn, type SheetPlace } from "./surroundings";
import { paragraphsIn, type Report, type ReportParagraph, type ReportTable } from "./report";
import { cellReader } from "./cell-values";

/** A report's tables as a workbook, one sheet a table, and where each sheet stands in the report. */
export interface ReportSheets {
  readonly workbook: PlainWorkbook;
  /** By sheet name. */
  readonly places: ReadonlyMap<string, SheetPlace>;
}

/** Where a cell of such a sheet stands. */
export interface ReportPlace {
  readonly page: number | null;
  /** The paragraph that it is, or that its table stands behind. */
  readonly paragraph: number;
}

/**
 * Every table of the report as a sheet named by its printed title, its first row at row 0: addresses are those of the
 * table's own rows and columns. Title, unit and organisation from the paragraphs above stand in rows before it, notes behind.
 */
export function reportSheets(report: Report): ReportSheets {
  const places = new Map<string, SheetPlace>();
  const cover = coverOf(report);
  const sheets: PlainSheet[] =
    cover.length > 0
      ? [
          plain(
            COVER_SHEET,
            0,
            cover.map(({ text }) => [text]),
            [],
          ),
        ]
      : [];
  const groups = surrounded(report);
  for (const place of groups) {
    const name = unused(titleIn(place) ?? untitled(place), places);
    places.set(name, place);
    sheets.push(sheetOf(name, place));
  }
  return { workbook: { name: report.name, sheets }, places };
}

const BEGINS = /^(?:目\s*录|第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|附?表)/;
const LONGEST_COVER = 6;

function coverOf(report: Report): readonly ReportParagraph[] {
  const first = report.blocks.slice(0, LONGEST_COVER);
  const end = first.findIndex((block) => block.kind === "table" || BEGINS.test(block.text.trim()) || block.text.length > 60);
  return first.slice(0, end < 0 ? first.length : end).filter((block) => block.kind === "paragraph");
}

const plain = (name: string, top: number, values: PlainSheet["values"], formats: PlainSheet["formats"]): PlainSheet => ({
  name,
  visibility: "visible",
  top,
  left: 0,
  values,
  formats,
  formulas: [],
  printed: true,
});

/** The tables with the paragraphs between them dealt out: notes to the table above, titles to the one below. */
function surrounded(report: Report): SheetPlace[] {
  const found: { table: ReportTable; above: readonly ReportParagraph[]; below: ReportParagraph[] }[] = [];
  let between: ReportParagraph[] = [];
  const notes = (paragraphs: readonly ReportParagraph[]): void => {
    // Of an empty table a text has 合计 on a line of its own: a row still, and the note below it.
    const end = paragraphs.findIndex(({ text }) => !isNote(text) && !isTotalLabel(text));
    const own = paragraphs.slice(0, end < 0 ? paragraphs.length : end);
    const notes = own.map(({ text }) => isNote(text));
    found.at(-1)?.below.push(...own.slice(0, notes.lastIndexOf(true) + 1));
  };
  for (const block of report.blocks) {
    if (block.kind === "paragraph") between.push(block);
    else {
      const { rest, head } = splitBetween(between);
      notes(rest);
      found.push({ table: block, above: head, below: [] });
      between = [];
    }
  }
  notes(between);
  return found;
}

const untitled = ({ table }: SheetPlace): string =>
  table.page === null ? `第${String(table.paragraph)}段后的表` : `第${String(table.page)}页的表`;

function unused(name: string, taken: ReadonlyMap<string, unknown>): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name}（${String(number)}）`;
  return free;
}

function sheetOf(name: string, { table, above, below }: SheetPlace): PlainSheet {
  const read = cellReader(table);
  const head = above.map(({ text }) => headRows(text));
  const body = table.rows.map((row, r) => row.map((cell, c) => read(cell.text, r, c)));
  const foot = below.map(({ text }): CellValue[] => [text]);
  return plain(
    name,
    -head.length,
    [...head, ...body.map((row) => row.map(({ value }) => value)), ...foot],
    [...head.map(() => []), ...body.map((row) => row.map(({ format }) => format))],
  );
}

/** Where in the report a cell stands; null for a sheet that is not of the report. */
export function placeOf({ places }: ReportSheets, cell: CellRef): ReportPlace | null {
  const place = places.get(cell.sheet);
  if (!place) return cell.sheet === COVER_SHEET ? { page: null, paragraph: cell.row + 1 } : null;
  const { table, above, below } = place;
  const paragraph = cell.row < 0 ? above.at(cell.row) : below[cell.row - table.rows.length];
  if (cell.row < 0 || cell.row >= table.rows.length)
    return { page: paragraph?.page ?? table.page, paragraph: paragraph?.paragraph ?? table.paragraph };
  return { page: table.rowPages[cell.row] ?? table.page, paragraph: table.paragraph };
}

/** "A1:G27": the whole table. */
export const rangeOf = ({ table }: SheetPlace): string =>
  `A1:${address({ row: table.rows.length - 1, column: Math.max(0, (table.rows[0]?.length ?? 1) - 1) })}`;

/** Paragraphs of the report that no table took for its head or notes; for whoever reads the prose. */
export function proseOf(report: Report, { places }: ReportSheets): readonly ReportParagraph[] {
  const taken = new Set([...places.values()].flatMap(({ above, below }) => [...above, ...below]));
  return paragraphsIn(report).filter((paragraph) => !taken.has(paragraph));
}
