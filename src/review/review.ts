import { fullAddress } from "../amount/cell-ref";
import { agreedFigures, checkBook } from "../book/check";
import type { Book } from "../book/open";
import { contestedIn, doubtedIn, doubtedSheets } from "../checks/doubted";
import { titleDoubt } from "../checks/engine/understood";
import { righted } from "../checks/righted";
import type { CheckReport } from "../checks/report";
import { compareTables } from "../compare/compare-tables";
import { proofread } from "../proofread/proofread";
import type { Against } from "../proofread/book";
import type { Inputs } from "../inputs/read";
import type { ProofreadReport, Stranger } from "../proofread/report";
import { NO_TEMPLATE } from "../workbook/choose-family";
import type { Choices } from "../workbook/recognised";
import { heldAlone, heldBeside, tornTables, withSlipped } from "./held-tables";
import { ownBook, printedBook, type OpenedReport } from "./open-report";
import { withoutSlipped, type SlippedTable } from "./slipped-tables";

/** A finished report looked through: its tables against each other, and its words against its tables or a workbook's. */
export interface Review {
  /** The report's own tables, with what the prose states of things counted. */
  readonly printed: Book;
  readonly check: CheckReport;
  readonly proof: ProofreadReport;
  /** Whether it was held against a workbook: what the proof speaks of are then the workbook's cells. */
  readonly beside: boolean;
  /** Keys of what the checks find in that workbook's own tables; null where there is none. */
  readonly own: ReadonlySet<string> | null;
}

/** Looks a report through alone: tables, then the prose against those tables and against itself. */
export function reviewAlone(opened: OpenedReport, choices: Choices = {}): Review {
  const printed = printedBook(opened, choices);
  return { printed, ...proofreadAlone(opened, printed, ownBook(printed)), beside: false, own: null };
}

/** The same with last year's figures known from elsewhere: what the prose says of the change is held against them as well. */
export function proofWithPriors(opened: OpenedReport, { printed }: Review, inputs: Inputs): ProofreadReport {
  return proofreadAlone(opened, printed, { ...ownBook(printed), inputs }).proof;
}

function proofreadAlone(
  opened: OpenedReport,
  printed: Book,
  own: Against,
  stranger: Stranger | null = null,
): Pick<Review, "check" | "proof"> {
  const { book, check, slipped } = withoutSlipped(opened, printed);
  const { recognised } = book;
  const tables = heldAlone(opened, recognised, check, agreedFigures(recognised));
  return {
    check,
    proof: proofread(
      texts(opened),
      withOpen(judged({ ...own, recognised }, check), slipped),
      withSlipped(opened, tables, slipped),
      stranger,
    ),
  };
}

/**
 * Holds a report against a workbook: table against table by meaning, then the prose against the workbook's figures. Where that
 * workbook is not the report's, it is said, and the report looked through alone.
 */
export function reviewBeside(opened: OpenedReport, workbook: Book): Review {
  // The report is read as its workbook is: of no family where that is of none.
  const printed = printedBook(opened, workbook.recognised.template.family === null ? { template: NO_TEMPLATE } : {});
  const { recognised } = printed;
  const compared = compareTables(recognised, workbook.recognised);
  const held = withoutSlipped(opened, printed);
  const torn = tornTables(opened, recognised, workbook.recognised, compared, held.slipped);
  const tables = withSlipped(opened, heldBeside(opened, recognised, workbook.recognised, compared, torn), torn);
  const own = checkBook(workbook);
  const proof = proofread(texts(opened), judged(workbook, own), tables);
  return proof.stranger
    ? { printed, ...proofreadAlone(opened, printed, ownBook(printed), proof.stranger), beside: false, own: null }
    : {
        printed,
        check: torn.length > 0 ? held.check : checkBook(printed),
        proof,
        beside: true,
        own: new Set(own.findings.map(({ key }) => key)),
      };
}

/**
 * Tables for a text to be held against: in their right codes where those are certain, doubted in what the checks blame themselves,
 * and without those that one cause makes another's, or another unit's, from end to end.
 */
export function judged(book: Against, check: CheckReport): Against {
  const coded = righted(book.recognised, check.suspects);
  const doubted = new Set([...doubtedSheets(check), ...inOtherUnit(book.recognised, check)]);
  const tables = new Map([...coded.tables].filter(([, table]) => !doubted.has(table.sheet.name) && titleDoubt(table) === null));
  return { ...book, recognised: { ...coded, tables }, doubted: doubtedIn(check), contested: contestedIn(check) };
}

/** What did not agree with a table that was set aside as not read may be what is wrong itself. */
const withOpen = (book: Against, slipped: readonly SlippedTable[]): Against => {
  const beside = new Set(slipped.flatMap((one) => one.beside).map(fullAddress));
  return { ...book, doubted: (cell) => beside.has(fullAddress(cell)) || book.doubted?.(cell) === true };
};

const texts = ({ lines }: OpenedReport): readonly string[] => lines.map(({ text }) => text);

/** Tables in another unit than their form prints them in, that do not agree with the others so. */
function inOtherUnit({ tables }: Against["recognised"], { findings }: CheckReport): readonly string[] {
  const broken = new Set(
    findings.flatMap(({ verdict, severity, cells }) =>
      verdict === "broken" && severity === "error" ? cells.map(({ sheet }) => sheet) : [],
    ),
  );
  return [...tables.values()].flatMap(({ spec, facts, sheet }) =>
    spec.unit && facts.statedUnit && facts.statedUnit.unit !== spec.unit && broken.has(sheet.name) ? [sheet.name] : [],
  );
}
