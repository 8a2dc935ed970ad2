import type { TableKey } from "../templates/define";
import type { PreparedFamily, PreparedTable } from "../templates/prepare";
import { normalise } from "../text/wording";
import type { HeaderBlock } from "./header-block";
import { byContent } from "./identify";
import type { ExchangedTitles, StandingTitle } from "./recognised";
import { lookAbove, type Above, type TitleCell } from "./surroundings";
import { bareTitle, tableOfSheetName, titleOf } from "./title";
import { misfits } from "./unknown";

/** A header block under a title that names one table of the family. */
interface TitledBlock {
  readonly block: HeaderBlock;
  readonly above: Above;
  readonly table: PreparedTable;
  readonly title: TitleCell;
  /** What the sheet's own name says. */
  readonly bySheet: TableKey | null;
}

/**
 * Titles that stand exchanged by what is under them: under its own title one of the tables lacks headings, has strange ones or
 * has another's rows; each under the title of the other, they have what a table of that title must have. Where the sheets'
 * own names say the same, it is enough that they fit better so, and there may be more than two. Tables that are alike but
 * for their figures are not told apart here: the figures tell them (src/checks/localise/causes/exchanged-tables.ts). Tables
 * the user pointed at are settled.
 */
export function exchangedTitles(
  sheets: Iterable<readonly HeaderBlock[]>,
  family: PreparedFamily,
  settled: Readonly<Partial<Record<TableKey, string>>>,
): readonly ExchangedTitles[] {
  const titled = onlyOnes([...sheets].flatMap((blocks) => titledBlocks(blocks, family))).filter(
    ({ table: { spec } }) => settled[spec.key] === undefined,
  );
  const fit = ({ block, above }: TitledBlock, { table }: TitledBlock): number => {
    const candidate = byContent(block, above, table, family);
    return candidate ? misfits(candidate, family.headings) : Number.POSITIVE_INFINITY;
  };
  const own = new Map(titled.map((one) => [one, fit(one, one)]));
  if (titled.every((one) => own.get(one) === 0)) return [];
  const asTitled = (ring: Ring): number => ring.reduce((sum, one) => sum + (own.get(one) ?? 0), 0);
  const asExchanged = (ring: Ring): number => ring.reduce((sum, one, at) => sum + fit(one, ring[(at + 1) % ring.length] ?? one), 0);
  const named = ringsByName(titled).filter((ring) => asTitled(ring) > 0 && asExchanged(ring) < asTitled(ring));
  const settledByName = new Set(named.flat());
  const unsettled = titled.filter((one) => !settledByName.has(one) && !(isOfLines(one) && own.get(one) === 0));
  const pairs = pairsOf(unsettled).filter((pair) => asTitled(pair) > 0 && asExchanged(pair) === 0);
  // A table without rows fits under many titles: a pair of which neither fits under its own goes before.
  const surest = pairs.filter((pair) => pair.every((one) => own.get(one) !== 0));
  const inSurest = new Set(surest.flat());
  return [...named, ...surest, ...pairs.filter((pair) => !pair.some((one) => inSurest.has(one)))].map((ring) => ring.map(standing));
}

/** What holds the lines of its own title is under no other, though some of them are another table's too. */
const isOfLines = ({ table: { spec } }: TitledBlock): boolean => spec.layout === "panels" || spec.layout === "lines";

/** Tables of which each holds what the next one's title says, and the last what the first one's. */
type Ring = readonly TitledBlock[];

const pairsOf = (all: Ring): readonly Ring[] => all.flatMap((one, place) => all.slice(place + 1).map((other) => [one, other]));

/** Where every sheet is named as the title on the next: each ring once, from its first sheet. */
function ringsByName(titled: Ring): readonly Ring[] {
  const seen = new Set<TitledBlock>();
  return titled.flatMap((start) => {
    const ring: TitledBlock[] = [];
    let next: TitledBlock | undefined = start;
    while (next && !seen.has(next)) {
      seen.add(next);
      ring.push(next);
      const { bySheet }: TitledBlock = next;
      next = titled.find(({ table }) => table.spec.key === bySheet);
    }
    return next === start && ring.length > 1 ? [ring] : [];
  });
}

const standing = ({ table, title }: TitledBlock): StandingTitle => ({ key: table.spec.key, text: title.text, cell: title.cell });

function titledBlocks(blocks: readonly HeaderBlock[], family: PreparedFamily): readonly TitledBlock[] {
  const found: TitledBlock[] = [];
  for (const block of blocks) {
    const above = lookAbove(block, found.at(-1)?.block.bodyStart ?? 0);
    const named = above.titles.flatMap((title) => {
      const key = titleOf(title.bare, family)?.key;
      const table = family.tables.find(({ spec }) => spec.key === key);
      return table ? [{ title, table }] : [];
    });
    const [first] = named;
    if (first && named.every(({ table }) => table === first.table))
      found.push({ block, above, ...first, bySheet: tableOfSheetName(bareTitle(normalise(block.sheet.name)), family) });
  }
  return found;
}

/** A title on two sheets is told as a table that is there twice; on further pages of a sheet it is the same one. */
function onlyOnes(all: readonly TitledBlock[]): readonly TitledBlock[] {
  return all.filter((one) => {
    const same = all.filter(({ table }) => table === one.table);
    return same[0] === one && same.every(({ block }) => block.sheet === one.block.sheet);
  });
}
