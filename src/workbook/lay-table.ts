import { readBody, type Body } from "./body";
import type { HeaderBlock } from "./header-block";
import type { Candidate } from "./identify";
import { normalise } from "../text/wording";
import type { CellValue } from "./plain";
import { lookAbove } from "./surroundings";
import { bareTitle, holdsTitle, mayBeTitle } from "./title";

/** Where a table's body ends, and its repeated page headers. */
interface Extent {
  readonly end: number;
  readonly repeated: (index: number) => boolean;
}

/** A table whose rows are known and whose amounts are not read yet: their unit depends on its sister tables. */
export interface Laid {
  readonly candidate: Candidate;
  readonly body: Body;
  /** Index of the first row that belongs to what follows. */
  readonly end: number;
}

/** Reads a table's rows from its headings to the next table on the sheet. */
export function layTable(candidate: Candidate, blocks: readonly HeaderBlock[], continuations: ReadonlyMap<HeaderBlock, Candidate>): Laid {
  const { block, spec, columns } = candidate;
  const { end: last, repeated } = extentOf(block, blocks, continuations);
  const end = nextHead(candidate, last, repeated) ?? last;
  return { candidate, body: readBody(block.sheet, spec, columns, { start: block.bodyStart, end, repeated }), end };
}

function extentOf(block: HeaderBlock, blocks: readonly HeaderBlock[], continuations: ReadonlyMap<HeaderBlock, Candidate>): Extent {
  const pages: Candidate[] = [];
  let before = block;
  for (const next of blocks.slice(blocks.indexOf(block) + 1)) {
    const page = continuations.get(next);
    // Titles and names above the next table's headings are no rows of this one.
    if (!page) return { end: lookAbove(next, before.bodyStart).top, repeated: within(pages) };
    pages.push(page);
    before = next;
  }
  return { end: block.sheet.values.length, repeated: within(pages) };
}

/** Below its title another table names its unit of money: it begins there, though nobody knows its headings. */
function nextHead({ block, title }: Candidate, end: number, repeated: Extent["repeated"]): number | null {
  const { values } = block.sheet;
  const own = bareTitle(normalise(title?.text ?? ""));
  for (let row = block.bodyStart + 1; row < Math.min(end, values.length); row += 1) {
    const cells = values[row] ?? [];
    if (!holdsTitle(cells)) continue;
    const [only, ...more] = wordsIn(cells);
    if (only === undefined || more.length > 0 || repeated(row) || !mayBeTitle(only) || bareTitle(only) === own) continue;
    if (values.slice(row + 1, row + 1 + HEAD_ROWS).some((below) => wordsIn(below).some((words) => UNIT_OF_MONEY.test(words)))) return row;
  }
  return null;
}
const HEAD_ROWS = 2;
const UNIT_OF_MONEY = /单位:(?:人民币)?万?元$/;
/** The words of a row; a number among them makes it no head. */
const wordsIn = (cells: readonly CellValue[]): readonly string[] =>
  cells.some((cell) => typeof cell === "number")
    ? []
    : cells.flatMap((cell) => (typeof cell === "string" && cell.trim() !== "" ? [normalise(cell)] : []));

function within(pages: readonly Candidate[]): (index: number) => boolean {
  return (index) => pages.some((page) => index >= page.above.top && index < page.block.bodyStart);
}
