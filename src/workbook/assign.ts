import type { TableKey } from "../templates/define";
import type { HeaderBlock } from "./header-block";
import type { Candidate } from "./identify";

/** Which block is which table, and the blocks that look like a table already found. */
export interface Assignment {
  readonly chosen: ReadonlyMap<TableKey, Candidate>;
  readonly others: readonly Candidate[];
}

/**
 * One block a table, one table a block, best scores first; visible sheets before hidden ones. A sheet the user pointed at
 * is the only one looked at for that table, and there even an unsure candidate is taken.
 */
export function assign(all: readonly Candidate[], settled: Readonly<Partial<Record<TableKey, string>>>): Assignment {
  const chosen = new Map<TableKey, Candidate>();
  const taken = new Set<HeaderBlock>();
  const others: Candidate[] = [];
  const pointedAt = (candidate: Candidate): boolean => settled[candidate.spec.key] === candidate.block.sheet.name;
  const allowed = (candidate: Candidate): boolean =>
    settled[candidate.spec.key] === undefined ? candidate.unsure === null : pointedAt(candidate);
  const hidden = (candidate: Candidate): number => (candidate.block.sheet.visibility === "visible" ? 0 : 1);
  const ranked = all
    .filter(allowed)
    .sort((a, b) => Number(pointedAt(b)) - Number(pointedAt(a)) || b.score - a.score || hidden(a) - hidden(b));
  // Where a nearer title stands over what is not sure to be the table, one with more words is another table.
  const isOutdone = ({ spec, title, beside, block }: Candidate): boolean =>
    title !== null &&
    settled[spec.key] === undefined &&
    all.some((other) => other.spec === spec && other.block !== block && other.unsure !== null && other.title && other.beside < beside);
  for (const candidate of ranked) {
    if (taken.has(candidate.block) || isOutdone(candidate)) continue;
    if (!chosen.has(candidate.spec.key)) chosen.set(candidate.spec.key, candidate);
    else if (candidate.title) others.push(candidate);
    else continue;
    taken.add(candidate.block);
  }
  return { chosen, others };
}
