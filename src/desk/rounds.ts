import { fullAddress, type CellRef } from "../amount/cell-ref";
import { formatAmount, GROUPED } from "../amount/format";
import { writtenIn, type Unit, type Wan } from "../amount/unit";
import type { Exact } from "../amount/exact";
import type { Book } from "../book/open";
import type { CheckReport, Finding } from "../checks/report";
import { compareTables, type Comparison, type Difference, type LoneRow } from "../compare/compare-tables";

/** A file read and checked: one round of a workbook, or a finished report's tables. */
export interface Round {
  readonly book: Book;
  readonly report: CheckReport;
}

/**
 * Two rounds of one office's tables, or the approved and the published ones: cell by cell by meaning, whatever places rows
 * and columns moved to, and what became of the findings. Before comes first in every pair.
 */
export interface Rounds {
  readonly cells: readonly ChangedCell[];
  /** Rows with amounts that only one of them has. */
  readonly rows: readonly { readonly kind: "added" | "gone"; readonly table: string; readonly row: string; readonly cell: CellRef }[];
  /** Tables that only one of them has, by their labels. */
  readonly tables: readonly { readonly kind: "added" | "gone"; readonly table: string }[];
  /** Figures in columns that were understood on one side only: neither the same nor different. */
  readonly unchecked: readonly CellRef[];
  readonly repaired: readonly Finding[];
  readonly remaining: readonly Finding[];
  readonly added: readonly Finding[];
}

/** A cell that says something else now. */
export interface ChangedCell {
  readonly kind: Difference["kind"];
  readonly table: string;
  readonly row: string;
  /** "" where the row is called otherwise. */
  readonly column: string;
  /** As printed, in the unit of the earlier table; "" where it was blank. */
  readonly before: string;
  readonly after: string;
  readonly beforeCell: CellRef;
  readonly afterCell: CellRef;
  /** Whether the earlier round's findings speak of it: false where nobody asked for a change. */
  readonly asked: boolean;
}

export function compareRounds(before: Round, after: Round): Rounds {
  const comparison = compareTables(after.book.recognised, before.book.recognised);
  const asked = askedFor(before.report);
  const [was, is] = [openFindings(before.report), openFindings(after.report)];
  return {
    cells: comparison.differences.map((difference) => changedCell(difference, asked)),
    rows: [...comparison.added.filter(({ amounts }) => amounts > 0).map(loneRow("added")), ...comparison.missing.map(loneRow("gone"))],
    tables: [
      ...comparison.addedTables.map((table) => ({ kind: "added" as const, table })),
      ...comparison.missingTables.map((table) => ({ kind: "gone" as const, table })),
    ],
    unchecked: comparison.unchecked,
    repaired: [...was.values()].filter(({ key }) => !is.has(key)),
    remaining: [...is.values()].filter(({ key }) => was.has(key)),
    added: [...is.values()].filter(({ key }) => !was.has(key)),
  };
}

/** Whether anything of the tables differs. What could not be compared is no difference, and is said. */
export const areSame = ({ cells, rows, tables }: Rounds): boolean => cells.length + rows.length + tables.length === 0;

/** What does not agree or was not run, by its key: the same instance in both rounds. */
const openFindings = ({ findings }: CheckReport): ReadonlyMap<string, Finding> =>
  new Map(findings.filter(({ verdict }) => verdict !== "rounding").map((finding) => [finding.key, finding]));

/** The cells that the findings of a round speak of. */
const askedFor = ({ findings, suspects }: CheckReport): ReadonlySet<string> =>
  new Set([...findings.filter(({ verdict }) => verdict !== "rounding").flatMap(({ cells }) => cells), ...suspects].map(fullAddress));

const loneRow =
  (kind: "added" | "gone") =>
  ({ table, row, cell }: LoneRow): Rounds["rows"][number] => ({ kind, table, row, cell });

/** As its table would print it, with every decimal that the figure has. */
function written(amount: Exact<Wan>, unit: Unit): string {
  const figure = writtenIn(amount, unit);
  return figure.decimals() <= 2 ? formatAmount(figure, GROUPED) : figure.toString();
}

function changedCell(difference: Comparison["differences"][number], asked: ReadonlySet<string>): ChangedCell {
  const { kind, table, row, column, printed, own, unit } = difference;
  const words = (said: Exact<Wan> | string): string => (typeof said === "string" ? said : written(said, unit));
  return {
    kind,
    table,
    row,
    column,
    before: words(difference.wanted),
    after: words(difference.says),
    beforeCell: own,
    afterCell: printed,
    asked: asked.has(fullAddress(own)),
  };
}
