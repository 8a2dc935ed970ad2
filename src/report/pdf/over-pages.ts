import { continued, repeatedHead } from "../join-tables";
import type { GridCell, ReportTable } from "../report";
import { mended } from "./broken-row";
import { textOf } from "./lines";
import type { PlacedLine } from "./paragraphs";

/** Lines and tables in order, not yet numbered. */
export type Loose =
  | { readonly kind: "lines"; readonly lines: readonly PlacedLine[] }
  | {
      readonly kind: "table";
      readonly table: ReportTable;
      readonly xs: readonly number[];
      readonly room: readonly number[];
      readonly page: number;
      /** Of a ruled area with one text only: it is a table where it goes on from the page before, or else these lines. */
      readonly scrap: readonly PlacedLine[] | null;
    };

type LooseTable = Extract<Loose, { kind: "table" }>;

/** Pages differ by a hair in where they put the same column. */
const SAME_COLUMN = 6;

const words = (block: Loose | undefined): string[] =>
  block?.kind === "lines"
    ? block.lines.map(({ line }) =>
        textOf(line)
          .replace(/[（(]?续表?[）)]?/g, "")
          .replace(/\s/g, ""),
      )
    : [];

/** Whether what stands between two tables only says again what stands above the first. */
function repeats(between: Loose | undefined, above: Loose | undefined): boolean {
  const said = new Set(words(above));
  return words(between).every((text) => text === "" || said.has(text));
}

/** A table that goes on over the page is one table; headings printed again are left out. */
export function joinedTables(blocks: readonly Loose[]): Loose[] {
  const joined: Loose[] = [];
  const say = (lines: readonly PlacedLine[]): void => {
    const last = joined.at(-1);
    if (last?.kind === "lines") joined.splice(-1, 1, { kind: "lines", lines: [...last.lines, ...lines] });
    else joined.push({ kind: "lines", lines });
  };
  for (const block of blocks) {
    const between = joined.at(-1)?.kind === "lines" ? joined.at(-1) : undefined;
    const last = joined.at(between ? -2 : -1);
    const whole = block.kind === "table" && last?.kind === "table" ? joinedTable(last, block, between, joined.at(between ? -3 : -2)) : null;
    if (whole) joined.splice(between ? -2 : -1, between ? 2 : 1, whole);
    else if (block.kind === "lines") say(block.lines);
    else if (block.scrap) say(block.scrap);
    else joined.push(block);
  }
  return joined;
}

function joinedTable(last: LooseTable, next: LooseTable, between: Loose | undefined, above: Loose | undefined): LooseTable | null {
  if (next.page <= (last.table.rowPages.at(-1) ?? last.page)) return null;
  const [wide, narrow] = last.xs.length >= next.xs.length ? [last, next] : [next, last];
  const places = placesIn(wide.xs, narrow.xs);
  if (!places) return null;
  const spread = (one: LooseTable): ReportTable => (one === narrow ? spreadOver(one.table, places, wide.xs.length - 1) : one.table);
  const [first, second] = [spread(last), spread(next)];
  const skipped = repeatedHead(first, second);
  if (between !== undefined && !(skipped > 0 && repeats(between, above) && !isAnew(first, second, skipped))) return null;
  const room = (one: LooseTable): readonly number[] => (one === wide ? one.room : widened(one.room, places, wide.xs.length - 1));
  return {
    ...next,
    page: last.page,
    xs: wide.xs,
    room: room(next),
    scrap: null,
    table: withBrokenRow(first, second, skipped, room(last)),
  };
}

/** Below what is the same stands the same label again, with something else beside it: the next sheet of its kind (项目名称 of another project). */
function isAnew(first: ReportTable, second: ReportTable, skipped: number): boolean {
  const [row, other] = [first.rows[skipped] ?? [], second.rows[skipped] ?? []];
  const label = bareText(row[0]);
  return (
    label !== "" &&
    !/^[-\d.,%]+$/.test(label) &&
    label === bareText(other[0]) &&
    row.some((cell, at) => bareText(cell) !== bareText(other[at]))
  );
}

const bareText = (cell: GridCell | undefined): string => (cell?.text ?? "").replace(/\s/g, "");

/** Where the edges of one table lie among those of another that has as many or more; null where they do not. */
function placesIn(wide: readonly number[], narrow: readonly number[]): readonly number[] | null {
  const places = narrow.map((x) => wide.findIndex((other) => Math.abs(other - x) <= SAME_COLUMN));
  const ends = places[0] === 0 && places.at(-1) === wide.length - 1;
  return ends && narrow.length > 1 && places.every((place, index) => place >= 0 && (index === 0 || place > (places[index - 1] ?? 0)))
    ? places
    : null;
}

const widened = <T>(row: readonly T[], places: readonly number[], width: number): T[] => {
  const wide = new Array<T>(width);
  row.forEach((value, column) => (wide[places[column] ?? column] = value));
  return wide;
};

/** A table whose columns are joined, laid over all the columns. */
function spreadOver(table: ReportTable, places: readonly number[], width: number): ReportTable {
  if (places.length - 1 === width) return table;
  const blank = (): GridCell[] => new Array<GridCell>(width).fill({ text: "", source: null });
  const end = (column: number): number => (places[column + 1] ?? width) - 1;
  return {
    ...table,
    rows: table.rows.map((row) => Object.assign(blank(), Object.fromEntries(row.map((cell, column) => [places[column] ?? column, cell])))),
    merges: table.merges.map((area) => ({ ...area, left: places[area.left] ?? area.left, right: end(area.right) })),
  };
}

/** The table with the rows of the next page, the row that the page's end broke made whole. */
function withBrokenRow(first: ReportTable, second: ReportTable, skipped: number, room: readonly number[]): ReportTable {
  const whole = mended(first, second, skipped, room);
  return whole === null ? continued(first, second, skipped) : continued(whole, second, skipped + 1);
}
