import { readBody, type Body } from "./body";
import type { HeaderBlock } from "./header-block";
import type { Candidate } from "./identify";
import { lookAbove } from "./surroundings";

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
  const { end, repeated } = extentOf(block, blocks, continuations);
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

function within(pages: readonly Candidate[]): (index: number) => boolean {
  return (index) => pages.some((page) => index >= page.above.top && index < page.block.bodyStart);
}
