import type { CellRef } from "../../amount/cell-ref";
import type { ReviewNotes } from "../../checks/notes";
import type { CellEntry, CellMark } from "../../hosts/door";
import type { FormGroup } from "../../inputs/form";
import type { Narrative } from "../../narrative/segments";
import type { PictureFigures } from "../../pictures/figures/all";
import type { ProofCategory, ProofreadReport } from "../../proofread/report";
import type { Report } from "../../report/report";
import type { ReportLine } from "../../report/text";
import type { Choices } from "../../workbook/recognised";
import type { DraftArea } from "../../workbook/draft";
import type { PlainWorkbook } from "../../workbook/plain";
import type { FillLine } from "../engine/filling";
import type { Analysis, ReportReview } from "../engine/protocol";
import type { Around } from "./around";
import { noFilter, type FindingFilter } from "./filter";
import { defaultSettings, type Settings } from "./settings";

export type Place = "check" | "narrative" | "inputs" | "proofread" | "settings";

/** Light or dark as the host shows itself; contrast for high contrast. */
export type Appearance = "light" | "dark" | "contrast";

/** A workbook beside a report, as it was read. */
/** A finished report and the file it was read from. */
export interface ReportFile {
  readonly report: Report;
  readonly bytes: Uint8Array;
}

export interface Beside {
  readonly name: string;
  readonly workbook: PlainWorkbook;
}

/** Something that takes time. `done` is 0..1, null where it cannot be told. */
export interface Work {
  readonly label: string;
  readonly done: number | null;
  readonly cancellable: boolean;
}

/** What went wrong, in words, and what the user was doing. */
export interface Problem {
  readonly doing: string;
  readonly message: string;
}

/** Whether results still speak of the workbook as it is. */
export interface Freshness {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly stale: boolean;
}

/** A question with its answers; the last is what Escape answers. */
export interface Question {
  readonly title: string;
  readonly text: string;
  readonly answers: readonly { readonly key: string; readonly words: string }[];
}

/** A cell that this tool wrote into when asked: what stood there, to be put back. */
export interface Repair {
  /** 行政运行 · 基本支出 */
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly written: CellEntry;
  readonly before: CellEntry;
}

export interface State {
  readonly around: Around;
  readonly place: Place;
  readonly appearance: Appearance;
  readonly settings: Settings;
  /** File name; null while no workbook is open (workbench only). */
  readonly bookName: string | null;
  /** As last read; the workbench shows it. */
  readonly workbook: PlainWorkbook | null;
  /** The finished report that was opened in a workbook's place; `workbook` is then its tables. */
  readonly report: Report | null;
  /** Its file's bytes, to put comments into. */
  readonly reportBytes: Uint8Array | null;
  /** The workbook that the report is held against; null: its own tables. */
  readonly beside: Beside | null;
  /** Which of the two is in view. */
  readonly side: "report" | "beside";
  readonly review: (ReportReview & { readonly stale: boolean }) | null;
  /** Key of the remark that is pointed to, on both sides. */
  readonly remark: string | null;
  readonly choices: Choices;
  readonly notes: ReviewNotes;
  readonly work: Work | null;
  readonly problem: Problem | null;
  /** Said once after something was done, seen and read aloud. */
  readonly notice: string | null;
  readonly analysis: (Analysis & Freshness) | null;
  readonly narrative: (Freshness & { readonly narrative: Narrative }) | null;
  /** What the pictures show; null while nobody has asked for them. */
  readonly pictures: (Freshness & { readonly figures: PictureFigures }) | null;
  /** The text to be proofread, as pasted or read. */
  readonly proofText: string;
  /** The places of its lines where it was read from a file and not changed since. */
  readonly proofLines: readonly ReportLine[] | null;
  /** What the text was read from, with its tables; null once it was changed. */
  readonly proofSource: ReportFile | null;
  /** Numbers of the duties of 公开清单 that a person has looked at. */
  readonly ticks: readonly number[];
  readonly proof: (Freshness & { readonly report: ProofreadReport }) | null;
  /** null: all categories. */
  readonly proofCategory: ProofCategory | null;
  readonly filter: FindingFilter;
  /** Key of the finding that is unfolded. */
  readonly openFinding: string | null;
  /** Key of the finding that the keyboard is on its way to. */
  readonly landing: string | null;
  /** The cells that goToCell last selected, or the active one in the workbench; the first is the active one. */
  readonly selection: readonly CellRef[];
  /** The areas selected on the sheet in view (workbench). */
  readonly areas: readonly DraftArea[];
  /** What is said of the open workbook until it is waved away (workbench). */
  readonly cautions: readonly string[];
  /** Something to be answered before work goes on (workbench). */
  readonly question: Question | null;
  /** Cells coloured on demand; those of an earlier session are not known one by one. */
  readonly marks: readonly CellMark[];
  /** This tool's marks stand on the sheets. */
  readonly marked: boolean;
  /** The newest first. */
  readonly repairs: readonly Repair[];
  /** The sheet in view (workbench). */
  readonly sheet: string | null;
  /** The sheet is shown as a plain table (workbench). */
  readonly reading: boolean;
  /** The line that searches the sheets is open (workbench). */
  readonly finding: boolean;
  readonly printing: boolean;
  /** What the 填报 sheets ask for, as it was last read; null while the form is not open. */
  readonly form: readonly FormGroup[] | null;
  /** What the last filling in of the 填报 sheets reports. */
  readonly inputReport: readonly FillLine[];
  /** A text that could not be put on the clipboard and is offered for copying by hand. */
  readonly copyByHand: string | null;
}

export function initialState(around: Around, settings: Settings = defaultSettings): State {
  return {
    around,
    place: "check",
    appearance: "light",
    settings,
    bookName: around.holdsWorkbook ? "当前工作簿" : null,
    workbook: null,
    report: null,
    reportBytes: null,
    beside: null,
    side: "report",
    review: null,
    remark: null,
    ticks: [],
    choices: {},
    notes: {},
    work: null,
    problem: null,
    notice: null,
    analysis: null,
    narrative: null,
    pictures: null,
    proofText: "",
    proofLines: null,
    proofSource: null,
    proof: null,
    proofCategory: null,
    filter: noFilter,
    openFinding: null,
    landing: null,
    selection: [],
    areas: [],
    cautions: [],
    question: null,
    marks: [],
    marked: false,
    repairs: [],
    sheet: null,
    reading: false,
    finding: false,
    printing: false,
    form: null,
    inputReport: [],
    copyByHand: null,
  };
}
