import { fullAddress, type CellRef } from "../amount/cell-ref";
import { formatAmount, GROUPED } from "../amount/format";
import { writtenIn, type Unit, type Wan } from "../amount/unit";
import type { Exact } from "../amount/exact";
import type { Book } from "../book/open";
import type { CheckReport, Finding } from "../checks/report";
import { compareTables, type Comparison, type LoneRow } from "../compare/compare-tables";
import { changedParagraphs, wordsChanged } from "../compare/compare-texts";
import type { ProofFinding } from "../proofread/report";
import type { OpenedReport } from "../review/open-report";
import type { CheckedFile } from "../results/checked";
import { becameOf, type Became } from "./became";
import type { ChangedCell } from "./changed-cell";
import { changedInputs } from "./changed-inputs";
import { sameFigure } from "./figure-places";

/** A file read and checked: one round of a workbook, or of a finished report with its words. */
export interface Round {
  readonly book: Book;
  readonly report: CheckReport;
  readonly printed?: CheckedFile["printed"];
  readonly review?: CheckedFile["review"];
}

/**
 * Two rounds of one office's tables, or the approved and the published ones: cell by cell by meaning, whatever places rows
 * and columns moved to, and what became of the findings. Before comes first in every pair.
 */
export interface Rounds extends Became<Finding> {
  readonly cells: readonly ChangedCell[];
  /** Rows with amounts that only one of them has. */
  readonly rows: readonly { readonly kind: "added" | "gone"; readonly table: string; readonly row: string; readonly cell: CellRef }[];
  /** Tables that only one of them has, by their labels. */
  readonly tables: readonly { readonly kind: "added" | "gone"; readonly table: string }[];
  /** Figures in columns that were understood on one side only: neither the same nor different. */
  readonly unchecked: readonly CellRef[];
  /** Of two reports: paragraphs that read otherwise. Their tables' rows are among the cells. */
  readonly texts: readonly ChangedText[];
}

/** A paragraph that reads otherwise now. */
export interface ChangedText {
  /** "第3页第12段" of the later report; of a paragraph that is gone, of the earlier. */
  readonly place: string;
  /** What changed, with the words around it; "" where the paragraph is new, or gone. */
  readonly before: string;
  readonly after: string;
  /** Whether a figure or a name of a figure's kind changed: else only words. */
  readonly figures: boolean;
  readonly asked: boolean;
}

export function compareRounds(before: Round, after: Round): Rounds {
  const comparison = compareTables(after.book.recognised, before.book.recognised);
  const asked = askedFor(before.report);
  return {
    cells: [
      ...comparison.differences.map((difference) => changedCell(difference, asked)),
      ...changedInputs(before.book.inputs, after.book.inputs, asked),
    ],
    rows: [...comparison.added.filter(({ amounts }) => amounts > 0).map(loneRow("added")), ...comparison.missing.map(loneRow("gone"))],
    tables: [
      ...comparison.addedTables.map((table) => ({ kind: "added" as const, table })),
      ...comparison.missingTables.map((table) => ({ kind: "gone" as const, table })),
    ],
    unchecked: comparison.unchecked,
    texts: changedTexts(before, after),
    ...becameOf<Finding | ProofFinding>(openFindings(before), openFindings(after), {
      isSamePlace: sameWords(before, after),
      hasOtherFigures: (one, other) => one.left !== other.left || one.right !== other.right,
    }),
  };
}

/** Whether anything of the tables or the words differs. What could not be compared is no difference, and is said. */
export const areSame = ({ cells, rows, tables, texts }: Rounds): boolean => cells.length + rows.length + tables.length + texts.length === 0;

/** What does not agree or was not run, by its key: the same instance in both rounds. Of a report its words' faults, too. */
const openFindings = ({ report, review }: Round): readonly (Finding | ProofFinding)[] => {
  const open = [...report.findings, ...(review?.proof.findings ?? [])].filter(({ verdict }) => verdict !== "rounding");
  return [...new Map(open.map((finding) => [finding.key, finding])).values()];
};

/** A wrong figure of the text that another wrong one stands in the place of. */
function sameWords(
  { printed: was }: Round,
  { printed: is }: Round,
): (before: Finding | ProofFinding, after: Finding | ProofFinding) => boolean {
  if (!was || !is) return () => false;
  const texts = ({ lines }: OpenedReport): readonly string[] => lines.map(({ text }) => text);
  const same = sameFigure(texts(was), texts(is));
  return (before, after) => "quote" in before && "quote" in after && same(before, after);
}

type ReportLine = OpenedReport["lines"][number];

const placeWords = ({ page, paragraph }: ReportLine): string => `${page === null ? "" : `第${String(page)}页`}第${String(paragraph)}段`;

const figuresIn = (text: string): string => (text.match(/\d[\d,.]*%?/g) ?? []).join(" ");

/** What two reports say otherwise outside their tables. */
function changedTexts(before: Round, after: Round): readonly ChangedText[] {
  if (!before.printed || !after.printed) return [];
  const proseOf = ({ lines }: NonNullable<Round["printed"]>): readonly { readonly line: ReportLine; readonly number: number }[] =>
    lines.map((line, index) => ({ line, number: index + 1 })).filter(({ line }) => line.tableRow === null);
  const [was, is] = [proseOf(before.printed), proseOf(after.printed)];
  const asked = new Set(before.review?.proof.findings.map(({ paragraph }) => paragraph));
  const changes = changedParagraphs(
    was.map(({ line }) => line.text),
    is.map(({ line }) => line.text),
  );
  return changes.flatMap((change): readonly ChangedText[] => {
    const [one, other] = [was[change.before ?? -1], is[change.after ?? -1]];
    const at = other ?? one;
    if (!at) return [];
    const [a, b] = one && other ? wordsChanged(one.line.text, other.line.text) : [one?.line.text ?? "", other?.line.text ?? ""];
    const figures = figuresIn(one?.line.text ?? "") !== figuresIn(other?.line.text ?? "");
    return [{ place: placeWords(at.line), before: a, after: b, figures, asked: one !== undefined && asked.has(one.number) }];
  });
}

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
