import type { CellRef } from "../amount/cell-ref";
import type { TableKey } from "../templates/define";
import type { PreparedFamily, PreparedTable } from "../templates/prepare";
import { normalise } from "../text/wording";
import type { HeaderBlock } from "./header-block";
import { misfits } from "./identify";
import { lookAbove, type Above, type TitleCell } from "./surroundings";
import { bareTitle, tableOfSheetName, titleOf } from "./title";

/** A title of a family's table, as it stands on a sheet. */
export interface StandingTitle {
  readonly key: TableKey;
  readonly text: string;
  readonly cell: CellRef;
}

/** Two titles, each over what is the other's. */
export type ExchangedTitles = readonly [StandingTitle, StandingTitle];

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
  /** The sheets' names say the same. */
  readonly named: boolean;
}

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
  const fit = ({ block, above }: TitledBlock, { table }: TitledBlock): number => misfits(block, above, table, family);
  const own = new Map(titled.map((one) => [one, fit(one, one)]));
  const pairs = titled.flatMap((one, place) =>
    titled.slice(place + 1).flatMap((other): readonly Pair[] => {
      const asTitled = (own.get(one) ?? 0) + (own.get(other) ?? 0);
      if (asTitled === 0) return [];
      const named = one.bySheet === other.table.spec.key && other.bySheet === one.table.spec.key;
      const asExchanged = fit(one, other) + fit(other, one);
      return asExchanged === 0 || (named && asExchanged < asTitled) ? [{ pair: [one, other], named }] : [];
    }),
  );
  const surest = new Set(pairs.filter(({ named }) => named).flatMap(({ pair }) => pair));
  return pairs
    .filter(({ pair, named }) => named || !pair.some((one) => surest.has(one)))
    .map(({ pair: [one, other] }) => [standing(one), standing(other)]);
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
