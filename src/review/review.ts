import { agreedFigures, checkBook } from "../book/check";
import type { Book } from "../book/open";
import type { CheckReport } from "../checks/report";
import { compareTables } from "../compare/compare-tables";
import { proofread } from "../proofread/proofread";
import type { Against } from "../proofread/book";
import type { Inputs } from "../inputs/read";
import type { ProofreadReport, Stranger } from "../proofread/report";
import type { Choices } from "../workbook/recognised";
import { heldAlone, heldBeside, withSlipped } from "./held-tables";
import { ownBook, printedBook, type OpenedReport } from "./open-report";
import { withoutSlipped } from "./slipped-tables";

/** A finished report looked through: its tables against each other, and its words against its tables or a workbook's. */
export interface Review {
  /** The report's own tables, with what the prose states of things counted. */
  readonly printed: Book;
  readonly check: CheckReport;
  readonly proof: ProofreadReport;
  /** Whether it was held against a workbook: what the proof speaks of are then the workbook's cells. */
  readonly beside: boolean;
}

/** Looks a report through alone: tables, then the prose against those tables and against itself. */
export function reviewAlone(opened: OpenedReport, choices: Choices = {}): Review {
  const printed = printedBook(opened, choices);
  return { printed, ...proofreadAlone(opened, printed, ownBook(printed)), beside: false };
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
  return { check, proof: proofread(texts(opened), { ...own, recognised }, withSlipped(opened, tables, slipped), stranger) };
}

/**
 * Holds a report against a workbook: table against table by meaning, then the prose against the workbook's figures. Where that
 * workbook is not the report's, it is said, and the report looked through alone.
 */
export function reviewBeside(opened: OpenedReport, workbook: Book): Review {
  const printed = printedBook(opened);
  const { recognised } = printed;
  const tables = heldBeside(opened, recognised, workbook.recognised, compareTables(recognised, workbook.recognised));
  const proof = proofread(texts(opened), workbook, tables);
  return proof.stranger
    ? { printed, ...proofreadAlone(opened, printed, ownBook(printed), proof.stranger), beside: false }
    : { printed, check: checkBook(printed), proof, beside: true };
}

const texts = ({ lines }: OpenedReport): readonly string[] => lines.map(({ text }) => text);
