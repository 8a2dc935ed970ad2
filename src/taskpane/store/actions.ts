import type { CellRef } from "../../amount/cell-ref";
import type { ReviewNotes } from "../../checks/notes";
import type { CellMark } from "../../hosts/door";
import type { FormGroup } from "../../inputs/form";
import type { Narrative } from "../../narrative/segments";
import type { PictureFigures } from "../../pictures/figures/all";
import type { ProofCategory, ProofreadReport } from "../../proofread/report";
import type { Report } from "../../report/report";
import type { ReportLine } from "../../report/text";
import type { DraftArea } from "../../workbook/draft";
import type { PlainWorkbook } from "../../workbook/plain";
import type { Choices } from "../../workbook/recognised";
import type { FillLine } from "../engine/filling";
import type { Analysis, ReportReview } from "../engine/protocol";
import type { FindingFilter } from "./filter";
import type { Settings } from "./settings";
import type { Appearance, Beside, Place, Problem, Question, Repair, ReportFile, Work } from "./state";

/** Everything that can happen to the pane. */
export type Action =
  | { readonly type: "went"; readonly place: Place }
  | { readonly type: "appearance"; readonly appearance: Appearance }
  | { readonly type: "settings"; readonly settings: Settings }
  | {
      readonly type: "opened";
      readonly name: string;
      readonly workbook: PlainWorkbook;
      readonly printed?: { readonly report: Report; readonly bytes: Uint8Array; readonly beside: Beside | null };
    }
  | { readonly type: "kept"; readonly choices: Choices; readonly notes: ReviewNotes; readonly marked: boolean }
  | { readonly type: "content"; readonly workbook: PlainWorkbook }
  | { readonly type: "changed" }
  | { readonly type: "choices"; readonly choices: Choices }
  | { readonly type: "notes"; readonly notes: ReviewNotes }
  | { readonly type: "working"; readonly work: Work }
  | { readonly type: "rested" }
  | { readonly type: "failed"; readonly problem: Problem }
  | { readonly type: "dismissed" }
  | { readonly type: "noticed"; readonly notice: string | null }
  | { readonly type: "checked"; readonly analysis: Analysis; readonly workbook: PlainWorkbook; readonly at: number }
  | { readonly type: "beside"; readonly beside: Beside | null }
  | { readonly type: "side"; readonly side: "report" | "beside" }
  | { readonly type: "reviewed"; readonly review: ReportReview; readonly at: number }
  | { readonly type: "remark"; readonly key: string | null }
  | { readonly type: "narrated"; readonly narrative: Narrative; readonly workbook: PlainWorkbook; readonly at: number }
  | {
      readonly type: "proofText";
      readonly text: string;
      readonly read?: { readonly lines: readonly ReportLine[]; readonly source: ReportFile; readonly ticks: readonly number[] };
    }
  | {
      readonly type: "proofread";
      readonly report: ProofreadReport;
      /** The whole review, where the text was read from a report. */
      readonly review: ReportReview | null;
      readonly workbook: PlainWorkbook | null;
      readonly at: number;
    }
  | { readonly type: "ticked"; readonly ticks: readonly number[] }
  | { readonly type: "proofCategory"; readonly category: ProofCategory | null }
  | { readonly type: "filtered"; readonly filter: Partial<FindingFilter> }
  /** land: the keyboard goes there, too. */
  | { readonly type: "unfolded"; readonly key: string | null; readonly land?: true }
  | { readonly type: "landed" }
  | { readonly type: "pictured"; readonly figures: PictureFigures; readonly workbook: PlainWorkbook; readonly at: number }
  | { readonly type: "selected"; readonly cells: readonly CellRef[] }
  | { readonly type: "areas"; readonly sheet: string; readonly active: CellRef; readonly areas: readonly DraftArea[] }
  | { readonly type: "cautioned"; readonly words: string }
  | { readonly type: "wavedAway"; readonly words: string }
  | { readonly type: "asked"; readonly question: Question | null }
  | { readonly type: "marked"; readonly marks: readonly CellMark[] }
  | { readonly type: "repairs"; readonly repairs: readonly Repair[] }
  | { readonly type: "sheet"; readonly sheet: string }
  | { readonly type: "reading"; readonly reading: boolean }
  | { readonly type: "finding"; readonly finding: boolean }
  | { readonly type: "printing"; readonly printing: boolean }
  | { readonly type: "form"; readonly form: readonly FormGroup[] | null }
  | { readonly type: "inputReport"; readonly lines: readonly FillLine[] }
  | { readonly type: "copyByHand"; readonly text: string | null };
