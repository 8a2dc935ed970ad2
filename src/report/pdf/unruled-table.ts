import { joinedText, segmentsOf, textOf, type TextLine } from "./lines";
import type { PageTable } from "./ruled-table";

/** A line as its stretches. */
interface Split {
  readonly line: TextLine;
  readonly segments: readonly TextLine[];
  readonly numbers: number;
}

const NUMBER = /^[-－(（]?\d[\d,，]*(?:\.\d+)?[)）]?%?$|^[-—–]+$/;
const isNumber = (segment: TextLine): boolean => NUMBER.test(textOf(segment));

/** Lines further apart than this many heights belong to two tables. */
const FAR = 3;
/** Fewer rows with numbers are no table. */
const FEWEST = 3;

const splitOf = (line: TextLine): Split => {
  const segments = segmentsOf(line);
  return { line, segments, numbers: segments.filter(isNumber).length };
};

/** A row with amounts: a name and a number, or several numbers. */
const isRow = ({ segments, numbers }: Split): boolean => numbers >= 1 && segments.length >= 2;

/** What may stand between such rows: headings, wrapped names. */
const mayGoOn = (split: Split, before: Split | undefined): boolean =>
  before !== undefined &&
  split.line.base - before.line.base <= FAR * split.line.size &&
  (isRow(split) || split.segments.length >= 2 || textOf(split.line).length <= 24);

/**
 * Tables without ruled lines: rows of amounts whose columns lie over each other. Gives back the lines that are in none.
 */
export function unruledTables(lines: readonly TextLine[]): { readonly tables: readonly PageTable[]; readonly rest: readonly TextLine[] } {
  const splits = lines.map(splitOf);
  const tables: PageTable[] = [];
  const taken = new Set<TextLine>();
  for (let from = 0; from < splits.length; from++) {
    let to = from;
    let last = from - 1;
    while (to < splits.length && (to === from || mayGoOn(splits[to] as Split, splits[to - 1]))) {
      if (isRow(splits[to] as Split)) last = to;
      to++;
    }
    const first = splits.findIndex((split, index) => index >= from && index <= last && split.segments.length >= 2);
    const run = first < 0 ? [] : splits.slice(first, last + 1);
    if (run.filter(isRow).length < FEWEST || (!isRow(splits[from] as Split) && splits[from]?.segments.length === 1)) continue;
    const columns = columnsOf(run);
    if (columns.length < 2 || run.filter((split) => fits(split, columns)).length < run.length * 0.8) continue;
    const table = tableOf(run, columns);
    if (isMixed(table)) continue;
    tables.push(table);
    for (const { line } of run) taken.add(line);
    from = last;
  }
  return { tables, rest: lines.filter((line) => !taken.has(line)) };
}

/** An amount in one cell with the words of another: the columns were not understood, and what stands in which is anybody's guess. */
const MIXED = /\d\.\d{2}(?=\p{sc=Han})(?![万亿元个])|\p{sc=Han}\d[\d,]*\.\d{2}$/u;
const isMixed = ({ rows }: PageTable): boolean => rows.some((row) => row.some((text) => MIXED.test(text)));

interface Extent {
  left: number;
  right: number;
}

/** Stretches that lie over each other are one column; only rows with amounts tell. */
function columnsOf(run: readonly Split[]): Extent[] {
  const columns: Extent[] = [];
  const extents = run.filter(isRow).flatMap(({ segments }) => segments.map(({ left, right }) => ({ left, right })));
  for (const extent of extents.sort((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last && extent.left <= last.right) last.right = Math.max(last.right, extent.right);
    else columns.push({ ...extent });
  }
  return withHeadings(columns, run);
}

/**
 * The columns with their headings, the lowest line of these first. A heading may stand beside its amounts, at the other edge
 * of a wide column; one that no column is left for heads a column of its own, in which there is no amount.
 */
function withHeadings(columns: readonly Extent[], run: readonly Split[]): Extent[] {
  const all = [...columns];
  const headed = new Set<Extent>();
  const lines = run.slice(0, Math.max(0, run.findIndex(isRow))).reverse();
  for (const { segments } of lines)
    segments.forEach(({ left, right }, index) => {
      const over = all.filter((column) => left < column.right && right > column.left);
      const [before, after] = [segments[index - 1]?.right ?? -Infinity, segments[index + 1]?.left ?? Infinity];
      const free = (column: Extent | undefined): Extent | undefined => (column && !headed.has(column) ? column : undefined);
      const beside =
        free(all.find((column) => column.left >= right && column.left < after)) ??
        free(
          all
            .slice()
            .reverse()
            .find((column) => column.right <= left && column.right > before),
        );
      if (over.length > 0) for (const column of over) headed.add(column);
      else if (beside) {
        [beside.left, beside.right] = [Math.min(beside.left, left), Math.max(beside.right, right)];
        headed.add(beside);
      } else {
        const own = { left, right };
        headed.add(own);
        all.push(own);
        all.sort((one, other) => one.left - other.left);
      }
    });
  return all;
}

const columnOf = (segment: TextLine, columns: readonly Extent[]): number => {
  const overlap = ({ left, right }: Extent): number => Math.min(right, segment.right) - Math.max(left, segment.left);
  const best = columns.reduce((at, column, index) => (overlap(column) > overlap(columns[at] ?? column) ? index : at), 0);
  return best;
};

/** No two stretches of the line in one column. */
const fits = ({ segments }: Split, columns: readonly Extent[]): boolean =>
  new Set(segments.map((segment) => columnOf(segment, columns))).size === segments.length;

function tableOf(run: readonly Split[], columns: readonly Extent[]): PageTable {
  const rows: string[][] = [];
  for (const split of run) {
    const row = new Array<string>(columns.length).fill("");
    for (const segment of split.segments) {
      const at = columnOf(segment, columns);
      row[at] = joinedText(row[at] ?? "", textOf(segment));
    }
    const last = rows.at(-1);
    const wrapped =
      split.segments.length === 1 &&
      split.numbers === 0 &&
      last !== undefined &&
      row.some((text, column) => text !== "" && last[column] !== "" && column > 0);
    if (wrapped) row.forEach((text, column) => (last[column] = joinedText(last[column] ?? "", text)));
    else rows.push(row);
  }
  const first = run[0]?.line;
  return {
    kind: "table",
    rows,
    merges: [],
    xs: [columns[0]?.left ?? 0, ...columns.map(({ right }) => right)],
    top: first ? first.base - first.size : 0,
    bottom: run.at(-1)?.line.base ?? 0,
    room: [],
    scrap: null,
  };
}
