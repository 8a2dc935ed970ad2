import type { CellRef } from "../../amount/cell-ref";
import type { CheckReport } from "../../checks/report";
import type { TableKey } from "../../templates/define";
import type { OrganisationKind, VariantId } from "../../templates/xinjiang/variants";
import type { PlainSheet } from "../../workbook/plain";

/** One table of the template and where it was found, as plain data for the map. */
export interface TableOverview {
  readonly key: TableKey;
  /** As printed: 表N. */
  readonly number: number;
  readonly title: string;
  readonly status: "found" | "doubtful" | "missing";
  /** null when missing. */
  readonly place: { readonly sheet: string; readonly range: string; readonly cell: CellRef } | null;
  readonly evidence: readonly string[];
  readonly doubts: readonly string[];
  /** The user pointed at the sheet. */
  readonly chosen: boolean;
}

/** What the workbook was taken for. */
export interface Overview {
  readonly organisation: string | null;
  readonly organisationKind: OrganisationKind;
  readonly year: number | null;
  readonly variant: VariantId;
  readonly variantEvidence: readonly string[];
  readonly unit: "元" | "万元";
  readonly tables: readonly TableOverview[];
  readonly sheets: readonly { readonly name: string; readonly visibility: PlainSheet["visibility"] }[];
  /** Whether any of the five 填报 sheets is there. */
  readonly hasInputSheets: boolean;
}

/** One run over the workbook: what it was taken for and what the checks found. */
export interface Analysis {
  readonly overview: Overview;
  readonly report: CheckReport;
}
