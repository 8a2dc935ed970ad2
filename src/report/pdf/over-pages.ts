import { continued, repeatedHead } from "../join-tables";
import type { GridCell, ReportTable } from "../report";
import { joinedText, textOf } from "./lines";
import type { PlacedLine } from "./paragraphs";

/** Lines and tables in order, not yet numbered. */
export type Loose =
  | { readonly kind: "lines"; readonly lines: readonly PlacedLine[] }
  | {
      readonly kind: "table";
      readonly table: ReportTable;
      readonly xs: readonly number[];
      readonly full: readonly boolean[];
      readonly page: number;
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
  for (const block of blocks) {
    const between = joined.at(-1)?.kind === "lines" ? joined.at(-1) : undefined;
    const last = joined.at(between ? -2 : -1);
    const whole = block.kind === "table" && last?.kind === "table" ? joinedTable(last, block, between, joined.at(between ? -3 : -2)) : null;
    if (whole) joined.splice(between ? -2 : -1, between ? 2 : 1, whole);
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
  const full = last.full.length === 0 || last === wide ? last.full : widened(last.full, places, wide.xs.length - 1);
  return {
    ...next,
    page: last.page,
    xs: wide.xs,
    full: next === wide ? next.full : widened(next.full, places, wide.xs.length - 1),
    table: withBrokenRow(first, second, skipped, full),
  };
}

/** Below what is the same stands the same label again, with something else beside it: the next sheet of its kind (项目名称 of another project). */
function isAnew(first: ReportTable, second: ReportTable, skipped: number): boolean {
  const [row, other] = [first.rows[skipped] ?? [], second.rows[skipped] ?? []];
  const label = bareText(row[0]);
  return label !== "" && !isNumber(label) && label === bareText(other[0]) && row.some((cell, at) => bareText(cell) !== bareText(other[at]));
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

const isNumber = (text: string): boolean => /^[-\d.,%\s]+$/.test(text);

/** 1,933.51, all of it. */
const AMOUNT = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d\d$/;

/** 1,933. and 51 are one amount, neither of them being one; null where they are not. */
function tornAmount(head: string, tail: string): string | null {
  const [before, behind] = [head.replace(/\s/g, ""), tail.replace(/\s/g, "")];
  return !AMOUNT.test(before) && !AMOUNT.test(behind) && AMOUNT.test(before + behind) ? before + behind : null;
}

/** The rest of a name: longer words may be a row of their own. */
const REST_OF_NAME = /^[\p{sc=Han}（）()“”]{1,8}$/u;
/** No row is called by one character, wherever its name ended above. */
const ONE = /^\p{sc=Han}$/u;

/**
 * Whether a page begins with the rest of the name above: words under a name, with no figure beside them, behind a row that has its
 * own. More than one character is it only where every row that has such a name has figures.
 */
function isRestOfName(first: ReportTable, second: ReportTable, skipped: number): boolean {
  const rest = second.rows[skipped] ?? [];
  const column = rest.findIndex((cell) => bareText(cell) !== "");
  const tail = bareText(rest[column]);
  if (!REST_OF_NAME.test(tail) || rest.some((cell, at) => at !== column && bareText(cell) !== "")) return false;
  const isNamed = (row: readonly GridCell[]): boolean => /\p{sc=Han}[）)]?$/u.test(bareText(row[column]));
  const hasFigures = (row: readonly GridCell[]): boolean => row.slice(column + 1).some((cell) => FIGURE.test(bareText(cell)));
  const last = first.rows.at(-1) ?? [];
  if (!isNamed(last) || !hasFigures(last)) return false;
  const body = [...first.rows.slice(first.rows.findIndex(hasFigures)), ...second.rows.slice(skipped + 1)];
  return ONE.test(tail) || body.filter(isNamed).every(hasFigures);
}

const FIGURE = /^-?\d[\d,.]*%?$/;

/** A row that the page's end broke is one row: its second half holds words, each under words that ran to the edge, and the rest of amounts. A label that ends in a bracket, 项目资金（万元）, is whole. */
function withBrokenRow(first: ReportTable, second: ReportTable, skipped: number, full: readonly boolean[]): ReportTable {
  const [row, rest] = [first.rows.at(-1) ?? [], second.rows[skipped] ?? []];
  const said = rest.flatMap(({ text }, column) => (text === "" ? [] : [column]));
  const broken =
    said.length > 0 &&
    !(said[0] === 0 && /[）)]$/.test(row[0]?.text.trim() ?? "")) &&
    said.every((column) => {
      const [head, tail] = [row[column]?.text ?? "", rest[column]?.text ?? ""];
      return tornAmount(head, tail) !== null || (full[column] === true && !isNumber(tail) && head !== "" && !isNumber(head));
    });
  if (!broken && !isRestOfName(first, second, skipped)) return continued(first, second, skipped);
  const mended = row.map((cell, column) => {
    const tail = rest[column]?.text ?? "";
    return { ...cell, text: tornAmount(cell.text, tail) ?? joinedText(cell.text, tail) };
  });
  return continued({ ...first, rows: [...first.rows.slice(0, -1), mended] }, second, skipped + 1);
}
