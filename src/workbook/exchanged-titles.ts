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

interface Pair {
  readonly pair: readonly [TitledBlock, TitledBlock];
  /** How much speaks for it. */
  readonly rank: number;
}

/** The sheets' names say the same. */
const BY_NAME = 2;
/** Neither fits under its own title: a table without rows fits under many. */
const BOTH = 1;

/**
 * Titles that stand exchanged by what is under them: under its own title one of the two tables lacks headings, has strange
 * ones or has the other's rows; each under the other's title, they have what a table of that title must have. Tables that are
 * alike but for their figures are not told apart here: the figures tell them (src/checks/localise/causes/exchanged-tables.ts).
 * Tables the user pointed at are settled.
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
    return candidate ? misfits(candidate) : Number.POSITIVE_INFINITY;
  };
  const own = titled.map((one) => ({ one, misfit: fit(one, one) }));
  const pairs = own.flatMap(({ one, misfit }, place) =>
    own.slice(place + 1).flatMap(({ one: other, misfit: others }): readonly Pair[] => {
      if (misfit + others === 0) return [];
      const named = one.bySheet === other.table.spec.key && other.bySheet === one.table.spec.key;
      const exchanged = fit(one, other) + fit(other, one);
      const rank = named ? BY_NAME : misfit > 0 && others > 0 ? BOTH : 0;
      return exchanged === 0 || (named && exchanged < misfit + others) ? [{ pair: [one, other], rank }] : [];
    }),
  );
  const isOutdone = ({ pair, rank }: Pair): boolean =>
    pairs.some((more) => more.rank > rank && more.pair.some((one) => pair.includes(one)));
  return pairs.filter((pair) => !isOutdone(pair)).map(({ pair: [one, other] }) => [standing(one), standing(other)]);
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
