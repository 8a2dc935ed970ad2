import type { CheckReport, Counts, Finding, Severity, Suspect } from "../checks/report";
import type { CauseKind } from "../checks/cause";
import type { Unit } from "../amount/unit";
import type { ProofCategory } from "../proofread/report";
import type { DutyLine } from "../review/duties";
import type { OrganisationKind } from "../templates/define";

/**
 * What became of one file, as plain data: one object a file, one line of NDJSON. The command line prints it, threads hand it
 * over, and the desk is built from nothing else, so that lines from many machines make the same desk as one run.
 * Amounts are decimal strings in the file's own unit; paths are as they were given.
 */
export type FileLine = CheckLine | ProblemLine;

/** A file that could not be read or holds no budget at all. */
export interface ProblemLine {
  readonly file: string;
  /** In Chinese, with what to do next. */
  readonly error: string;
}

/** Where a cell or a passage of a finished report stands; nothing in a workbook. */
export interface PlaceLine {
  /** Paragraphs of the report's body, from 1; a table's cells are not counted. */
  readonly paragraph?: number;
  /** Of a .pdf. */
  readonly page?: number;
}

export interface CellLine extends PlaceLine {
  readonly sheet: string;
  /** As Excel writes it. */
  readonly address: string;
  readonly table: number | null;
  readonly row: string;
  readonly column: string;
  readonly value: string;
}

export interface FindingLine extends PlaceLine {
  /** Which of the file's causes explains it, or else which of its suspects: from 0, in the order of the line. */
  readonly cause?: number;
  readonly suspect?: number;
  /** The rule. */
  readonly id: string;
  /** The same rule on the same row and columns, whatever the figures: equal in two offices, and in two rounds of one. */
  readonly key: string;
  readonly verdict: Finding["verdict"];
  readonly severity: Severity;
  readonly message: string;
  readonly advice: string;
  /** Why it must hold, one clause: what the rule is called on a desk. */
  readonly why: string;
  readonly formula: string;
  readonly left: string | null;
  readonly right: string | null;
  readonly difference: string | null;
  /** What it speaks of, as a short name: equal while its figures, or the sentence that it finds fault with, are the same. */
  readonly figures: string;
  readonly cells: readonly CellLine[];
}

/** A fault of a report's words. */
export interface ProofFindingLine extends FindingLine {
  readonly category: ProofCategory;
  readonly quote: string;
  readonly expected: string;
}

export interface PassageLine extends PlaceLine {
  readonly quote: string;
  readonly reason: string;
}

export interface CoverageLine {
  readonly figures: number;
  readonly proved: number;
  readonly faulty: number;
  readonly unchecked: readonly PassageLine[];
  readonly unread: readonly PassageLine[];
}

/** Whose tables they are, and which. */
export interface IdentityLine {
  readonly organisation: string | null;
  readonly organisationKind: OrganisationKind;
  readonly year: number | null;
  /** The family; null where none fits. */
  readonly template: string | null;
  /** The year's form within it. */
  readonly variant: string | null;
  readonly unit: Unit;
}

export interface CheckLine extends IdentityLine {
  readonly file: string;
  /** When the file says that it was last saved, as ISO 8601; absent where it does not. */
  readonly saved?: string;
  /** Equal for files that are the same to the last byte; absent in results of an earlier version. */
  readonly content?: string;
  /** What the form is called: "新疆 2026年（12张表）". */
  readonly form: string;
  readonly tables: readonly {
    readonly key: string;
    readonly table: number | null;
    readonly title: string;
    readonly sheet: string;
    readonly range: string;
  }[];
  /** Numbers of the tables that the form has and the file lacks. */
  readonly missing: readonly (number | null)[];
  readonly unread: readonly { readonly sheet: string; readonly reason: string }[];
  readonly notUnderstood: readonly {
    readonly table: number | null;
    readonly sheet: string;
    readonly address: string;
    readonly text: string;
  }[];
  /** The 填报 sheets: how many of the five there are, how many entries on them cannot be understood, and how many are still open. */
  readonly inputs: { readonly sheets: number; readonly problems: number; readonly open: number };
  readonly counts: Counts;
  readonly findings: readonly FindingLine[];
  readonly causes: readonly {
    readonly kind: CauseKind;
    readonly message: string;
    readonly advice: string;
    readonly cells: readonly (PlaceLine & { readonly sheet: string; readonly address: string })[];
    readonly explains: readonly string[];
    readonly findings: number;
  }[];
  readonly suspects: readonly SuspectLine[];
  readonly suspectsIncomplete: CheckReport["suspectsIncomplete"];
  /** Of a finished report: its words held against its own tables. */
  readonly text?: { readonly summary: string; readonly coverage: CoverageLine; readonly findings: readonly ProofFindingLine[] };
  readonly duties?: readonly DutyLine[];
}

export interface SuspectLine extends PlaceLine {
  readonly sheet: string;
  readonly address: string;
  readonly value: string;
  readonly expected: string | null;
  readonly explains: readonly string[];
  readonly kind: Suspect["kind"];
  readonly message: string;
}

/** A finished report held against a workbook: what `proofread --json` prints. */
export interface ProofLine extends IdentityLine {
  /** The workbook; null: the report's own tables. */
  readonly file: string | null;
  readonly text: string;
  readonly withWorkbook: boolean;
  readonly summary: string;
  readonly coverage: CoverageLine;
  readonly findings: readonly ProofFindingLine[];
}
