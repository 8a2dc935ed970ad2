import type { HeaderBlock } from "./header-block";
import type { Candidate } from "./identify";
import type { PlainSheet } from "./plain";
import { COLLECTIVE } from "./title";

/** Header blocks told apart: those that begin a table, and those that only repeat its headings on a new page. */
export interface Pages {
  readonly first: readonly Candidate[];
  readonly continuations: ReadonlyMap<HeaderBlock, Candidate>;
}

/**
 * A repeated page header is no new table: same headings in the same columns, and neither a title nor a mark of another
 * table. `all` is in the order of sheets and blocks.
 */
export function joinPages(all: readonly Candidate[], blocksOf: ReadonlyMap<PlainSheet, readonly HeaderBlock[]>): Pages {
  const best = new Map<HeaderBlock, Candidate>();
  for (const candidate of all) {
    const known = best.get(candidate.block);
    if (!known || candidate.score > known.score) best.set(candidate.block, candidate);
  }
  const continuations = new Map<HeaderBlock, Candidate>();
  for (const blocks of blocksOf.values()) {
    let leader: Candidate | null = null;
    for (const block of blocks) {
      const own = best.get(block);
      if (!own) continue;
      if (leader && continues(leader, own)) continuations.set(block, own);
      else leader = own;
    }
  }
  return { first: all.filter((candidate) => !continuations.has(candidate.block)), continuations };
}

function continues(leader: Candidate, own: Candidate): boolean {
  if (!sameHeadings(leader.block, own.block)) return false;
  if (own.title !== null) return own.title.bare === leader.title?.bare;
  // Under a title that nobody knows stands some other table.
  if (
    leader.title &&
    own.above.titles.some(({ bare }) => bare.length > 2 && bare !== leader.title?.bare && (!COLLECTIVE.test(bare) || /[收支]/.test(bare)))
  )
    return false;
  return own.spec === leader.spec || !own.marked;
}

function sameHeadings(a: HeaderBlock, b: HeaderBlock): boolean {
  return (
    a.columns.length === b.columns.length &&
    a.columns.every((column, index) => column.index === b.columns[index]?.index && column.leaf === b.columns[index].leaf)
  );
}
