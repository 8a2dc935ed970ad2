import type { Grid, GridCell } from "../publication/grid";

/** How a table is set: on which page, in which size, and how wide its columns are, in points. */
export interface TableFit {
  readonly landscape: boolean;
  readonly size: number;
  readonly widths: readonly number[];
}

/** What a page offers a table, in points. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** Space between a cell's text and its borders, on each side, in points. */
export const CELL_MARGIN = 3;
/** A line of a table, in sizes of its letters. */
export const LINE = 1.4;
/** From 五号 down to 六号, what is larger and what stands upright before the rest: a table on one page is best. */
const TRIES: readonly Try[] = [
  { landscape: false, size: 10.5 },
  { landscape: false, size: 9 },
  { landscape: true, size: 10.5 },
  { landscape: true, size: 9 },
  { landscape: false, size: 8 },
  { landscape: true, size: 8 },
  { landscape: false, size: 7.5 },
  { landscape: true, size: 7.5 },
];
/** For tables that are too wide for all of these. */
const SMALLEST: readonly Try[] = [
  { landscape: true, size: 6.5 },
  { landscape: true, size: 5.5 },
];
interface Try {
  readonly landscape: boolean;
  readonly size: number;
}

/** Names may go over lines of so many characters, headings over lines of so many, all alike. */
const SHORTEST_LINE = 9;
const HEADING_LINE = 4;
/** A longer name does not widen its column further. */
const LONGEST_NAME = 22;

/**
 * The first way in which no figure is broken, no name is squeezed and the table stands on one page; of a longer table the
 * first that is wide enough. `above` is the height of what stands over the table on its page, in points.
 */
export function fitTable(grid: Grid, upright: Room, side: Room, above: number): TableFit {
  const roomOf = ({ landscape }: Try): Room => (landscape ? side : upright);
  const set = (one: Try): TableFit => ({ ...one, widths: columnWidths(columnNeeds(grid, one.size), roomOf(one).width) });
  const isWide = (one: Try): boolean => sum(columnNeeds(grid, one.size).map(({ least }) => least)) <= roomOf(one).width;
  const isHigh = (fit: TableFit): boolean => tableHeight(grid, fit) <= roomOf(fit).height - above;
  const wide = TRIES.filter(isWide).map(set);
  return wide.find(isHigh) ?? wide[0] ?? set(SMALLEST.find(isWide) ?? { landscape: true, size: 5.5 });
}

/** What a column needs so that nothing is broken, and what it would like, in points. */
interface Need {
  readonly least: number;
  readonly wish: number;
}

function columnNeeds(grid: Grid, size: number): readonly Need[] {
  const needs = Array.from({ length: grid.width }, () => ({ least: 1, wish: 1 }));
  const spanning: { from: number; columns: number; least: number }[] = [];
  placed(grid).forEach(({ cell, column }) => {
    const need = cellNeed(cell);
    if (cell.columns > 1) {
      spanning.push({ from: column, columns: cell.columns, least: need.least });
      return;
    }
    const own = needs[column];
    if (!own) return;
    own.least = Math.max(own.least, need.least);
    own.wish = Math.max(own.wish, need.wish);
  });
  // What stands over several columns widens them alike where they are too narrow for it.
  for (const { from, columns, least } of spanning) {
    const below = needs.slice(from, from + columns);
    const short = least - sum(below.map((need) => need.least));
    for (const need of below) {
      need.least += Math.max(0, short) / columns;
      need.wish = Math.max(need.wish, need.least);
    }
  }
  return needs.map(({ least, wish }) => ({ least: least * size + 2 * CELL_MARGIN, wish: wish * size + 2 * CELL_MARGIN }));
}

/** Programs round: a text as wide as its cell may go over the line. In characters. */
const SLACK = 0.3;

/** In characters. Figures and codes stand on one line; names, and headings in the middle of their cells, may go over several. */
function cellNeed({ text, align, indent }: GridCell): Need {
  const width = textWidth(text) + indent + SLACK;
  const word = Math.max(0, ...text.split(/[^!-~]+/).map(textWidth)) + indent;
  if (align === "right" || /^[\d,.%-]*$/.test(text)) return { least: width, wish: width };
  if (align === "center") {
    const line = Math.ceil(width / Math.max(1, Math.ceil((width - SLACK) / HEADING_LINE))) + SLACK;
    const least = Math.max(word, Math.min(width, line));
    return { least, wish: least };
  }
  return { least: Math.max(word, Math.min(width, SHORTEST_LINE + indent)), wish: Math.max(word, Math.min(width, LONGEST_NAME)) };
}

/** From what each needs towards what it wishes; what is left over goes to all alike, by their width. */
function columnWidths(needs: readonly Need[], room: number): readonly number[] {
  const least = sum(needs.map((need) => need.least));
  if (least >= room) return needs.map((need) => (need.least / least) * room);
  const more = needs.map((need) => Math.max(0, need.wish - need.least));
  const share = Math.min(1, (room - least) / Math.max(1, sum(more)));
  const wide = needs.map((need, column) => need.least + (more[column] ?? 0) * share);
  const stretch = room / sum(wide);
  return wide.map((width) => width * stretch);
}

/** The height of all rows, in points. */
function tableHeight(grid: Grid, { size, widths }: TableFit): number {
  const lines = grid.rows.map(() => 1);
  for (const { cell, row, column } of placed(grid)) {
    const width = sum(widths.slice(column, column + cell.columns)) - 2 * CELL_MARGIN;
    const own = Math.ceil(((textWidth(cell.text) + cell.indent) * size) / Math.max(size, width) - 0.02);
    lines[row] = Math.max(lines[row] ?? 1, Math.ceil(own / cell.rows));
  }
  return sum(lines.map((count) => count * size * LINE + 1));
}

interface Placed {
  readonly cell: GridCell;
  readonly row: number;
  readonly column: number;
}

/** The cells with the places they stand at: those that others cover are left out of their rows. */
function placed(grid: Grid): readonly Placed[] {
  const covered = new Set<string>();
  return grid.rows.flatMap((cells, row) => {
    let column = 0;
    return cells.map((cell) => {
      while (covered.has(`${row},${column}`)) column += 1;
      const at = column;
      for (let down = 0; down < cell.rows; down++)
        for (let right = 0; right < cell.columns; right++) covered.add(`${row + down},${at + right}`);
      column += cell.columns;
      return { cell, row, column: at };
    });
  });
}

/** In Chinese characters: digits take half in 宋体, and more in the fonts that stand in for it where it is missing. */
export function textWidth(text: string): number {
  return Array.from(text).reduce((width, character) => width + (character.charCodeAt(0) < 0x2000 ? 0.64 : 1), 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
