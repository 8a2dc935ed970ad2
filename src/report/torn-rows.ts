/** Fewer rows of one width tell nothing of the others. */
const FEWEST_ROWS = 3;
/** More pieces are no row. */
const MOST_PIECES = 4;
/** Of a table's rows, so many have the width that all ought to have. */
const MOST_ROWS = 0.5;

/**
 * Rows that a line break inside a cell, or in place of a tab, has torn over several lines are put together again: the pieces have as
 * many cells as a row has, one more where the break went through a cell.
 */
export function withoutTears(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const width = usualWidth(rows);
  if (width === null) return rows;
  const head = headOf(rows, width);
  const whole: (readonly string[])[] = [];
  for (let at = 0; at < rows.length;) {
    const row = rows[at] ?? [];
    const joined = row.length < width && at >= head ? joinedFrom(rows, at, width) : null;
    whole.push(joined?.row ?? row);
    at += joined?.pieces ?? 1;
  }
  return whole;
}

/** The number of cells that more than half of the rows have; null where there is none. */
function usualWidth(rows: readonly (readonly string[])[]): number | null {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [width, count] = [...counts].reduce<readonly [number, number]>((most, one) => (one[1] > most[1] ? one : most), [0, 0]);
  return count >= FEWEST_ROWS && count > rows.length * MOST_ROWS ? width : null;
}

/**
 * How many rows stand above the headings: 项目资金 with its amounts and 项目总体目标 with its words have the fewer cells of merged
 * ones, and are whole. 0 where no row is the headings.
 */
function headOf(rows: readonly (readonly string[])[], width: number): number {
  const first = rows.findIndex(({ length }) => length === width);
  const isHeadings = rows[first]?.every((cell) => /^\D*$/.test(cell) && cell.trim() !== "") === true;
  return isHeadings ? first : 0;
}

function joinedFrom(
  rows: readonly (readonly string[])[],
  from: number,
  width: number,
): { readonly row: readonly string[]; readonly pieces: number } | null {
  let row = rows[from] ?? [];
  for (let pieces = 2; pieces <= MOST_PIECES; pieces += 1) {
    const next = rows[from + pieces - 1];
    if (!next || next.length >= width || areShortRows(rows[from] ?? [], next)) return null;
    const [end, begin] = [row.at(-1) ?? "", next[0] ?? ""];
    // Right behind the last character of a cell, or before its first.
    const atEdge = (end.trim() === "" || begin.trim() === "") && row.length + next.length === width + 1;
    const through = atEdge || isThroughCell(end, begin);
    row = through ? [...row.slice(0, -1), `${end}${begin}`, ...next.slice(1)] : [...row, ...next];
    if (row.length === width) return { row, pieces };
    if (row.length > width) return null;
  }
  return null;
}

/** 二、事业收入 above 三、其他收入, the cells that are blank left out at the end of both: no row torn in two. */
const areShortRows = (row: readonly string[], next: readonly string[]): boolean =>
  row.length === next.length && [row, next].every(([label = ""]) => NUMBERED.test(label.trim()));
const NUMBERED = /^[一二三四五六七八九十]{1,3}、\p{sc=Han}/u;

const END_OF_NUMBER = /\d[.,]?$/;
/** Words go on with words, and a number with the rest of its digits. */
function isThroughCell(end: string, begin: string): boolean {
  const [last, first] = [end.trim(), begin.trim()];
  if (END_OF_NUMBER.test(last)) return !/\.\d{2}$/.test(last) && /^\d/.test(first);
  return /[\p{sc=Han}（）]$/u.test(last) && /^[\p{sc=Han}（）]/u.test(first);
}

/** Longer lines are sentences. */
const LONGEST_PIECE = 16;
const NUMBERING = /^(?:[（(]?\d{1,2}[)）.．、]|[（(]?[一二三四五六七八九十]{1,3}[)）、])/;
/** One character begins a name; 无 is all there is to say. */
const ONE = /^(?!无)\p{sc=Han}$/u;
/** So many names are looked for in the whole text: more are no slips. */
const MOST_LOOKED_FOR = 100;

/**
 * Tells whether a line without tabs, between rows, is the beginning of the first cell of the row below: no row is called by one
 * character, and longer words are it where the text has the whole name elsewhere, and not over two lines.
 */
export function namesIn(lines: readonly string[]): (piece: string, row: readonly string[], width: number) => boolean {
  const bare = (text: string): string => text.replace(/\s/g, "");
  let all: string | null = null;
  let looked = 0;
  return (piece, row, width) => {
    const [begin, end] = [bare(piece), bare(row[0] ?? "")];
    if (row.length !== width || begin === "" || begin.length > LONGEST_PIECE || !/^\p{sc=Han}/u.test(end) || NUMBERING.test(end))
      return false;
    const name = begin.replace(NUMBERING, "");
    if (ONE.test(name)) return true;
    if (!/\p{sc=Han}$/u.test(name) || ++looked > MOST_LOOKED_FOR) return false;
    return (all ??= lines.map(bare).join("\n")).includes(`${name}${end}`);
  };
}
