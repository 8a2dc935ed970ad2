import { agreedFigures, checkBook } from "../book/check";
import type { Book } from "../book/open";
import type { CheckReport } from "../checks/report";
import { compareTables } from "../compare/compare-tables";
import { proofread } from "../proofread/proofread";
import type { ProofreadReport } from "../proofread/report";
import type { Choices } from "../workbook/recognised";
import { heldAlone, heldBeside } from "./held-tables";
import { ownBook, printedBook, type OpenedReport } from "./open-report";

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
  const check = checkBook(printed);
  const own = ownBook(printed);
  const tables = heldAlone(opened, own.recognised, check, agreedFigures(own.recognised));
  return { printed, check, proof: proofread(texts(opened), own, tables), beside: false };
}

/** Holds a report against a workbook: table against table by meaning, then the prose against the workbook's figures. */
export function reviewBeside(opened: OpenedReport, workbook: Book): Review {
  const printed = printedBook(opened);
  const { recognised } = printed;
  const tables = heldBeside(opened, recognised, compareTables(recognised, workbook.recognised));
  return { printed, check: checkBook(printed), proof: proofread(texts(opened), workbook, tables), beside: true };
}

const texts = ({ lines }: OpenedReport): readonly string[] => lines.map(({ text }) => text);
