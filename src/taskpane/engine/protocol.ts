import type { CellRef } from "../../amount/cell-ref";
import type { CheckReport } from "../../checks/report";
import type { Unit } from "../../amount/unit";
import type { ProofreadReport } from "../../proofread/report";
import type { DutyLine } from "../../review/duties";
import type { Remark } from "../../review/remark";
import type { OrganisationKind, TableKey } from "../../templates/define";
import type { PlainSheet } from "../../workbook/plain";
import type { Recognised } from "../../workbook/recognised";

/** One table of the template and where it was found, as plain data for the map. */
export interface TableOverview {
  readonly key: TableKey;
  /** As printed: 表N; null where no template numbers it. */
  readonly number: number | null;
  readonly label: string;
  readonly title: string;
  readonly status: "found" | "doubtful" | "missing";
  /** null when missing. */
  readonly place: { readonly sheet: string; readonly range: string; readonly cell: CellRef } | null;
  readonly evidence: readonly string[];
  readonly doubts: readonly string[];
  /** The user pointed at the sheet. */
  readonly chosen: boolean;
}

/** A template by its name in choices, and as people call it. */
export interface TemplateChoice {
  readonly id: string;
  readonly label: string;
}

/** What the workbook was taken for. */
export interface Overview {
  readonly organisation: string | null;
  readonly organisationKind: OrganisationKind;
  readonly year: number | null;
  readonly template: TemplateChoice;
  /** null: no family fits. */
  readonly family: string | null;
  readonly templateEvidence: readonly string[];
  /** All that the user may choose from instead. */
  readonly templates: readonly TemplateChoice[];
  readonly isFinalAccounts: boolean;
  readonly unread: Recognised["unread"];
  readonly unit: Unit;
  readonly tables: readonly TableOverview[];
  readonly sheets: readonly { readonly name: string; readonly visibility: PlainSheet["visibility"] }[];
  /** Whether any of the five 填报 sheets is there. */
  readonly hasInputSheets: boolean;
}

/** A finished report looked through: its tables, its words, and what it must contain. */
export interface ReportReview {
  readonly analysis: Analysis;
  readonly proof: ProofreadReport;
  readonly remarks: readonly Remark[];
  readonly duties: readonly DutyLine[];
}

/** Whether a report and a workbook are of one organisation and year, and what each says of itself. */
export interface Pairing {
  readonly agrees: boolean;
  readonly report: string;
  readonly workbook: string;
}

/** What a review is handed on as. */
export type ReviewFormat = "docx" | "xlsx" | "html";

/** One run over the workbook: what it was taken for and what the checks found. */
export interface Analysis {
  readonly overview: Overview;
  readonly report: CheckReport;
}
