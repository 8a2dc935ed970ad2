import type { PlainWorkbook } from "../../workbook/plain";
import type { Analysis } from "../engine/protocol";
import type { Action } from "./actions";
import { initialState, type State } from "./state";

/** The pane after an action. Pure. */
export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case "went":
      return { ...state, place: action.place };
    case "appearance":
      return { ...state, appearance: action.appearance };
    case "settings":
      return withWords({ ...state, settings: action.settings }, action.settings.words !== state.settings.words);
    case "opened":
      return {
        ...initialState(state.around, state.settings),
        appearance: state.appearance,
        place: state.place,
        bookName: action.name,
        workbook: action.workbook,
        report: action.printed?.report ?? null,
        reportBytes: action.printed?.bytes ?? null,
        beside: action.printed?.beside ?? null,
        sheet: firstVisible(action.workbook),
        // A text that was pasted before its workbook was opened waits for it.
        ...(state.report === null && { proofText: state.proofText, proofLines: state.proofLines, proofSource: state.proofSource }),
      };
    case "kept":
      return { ...state, choices: action.choices, notes: action.notes, marked: state.marked || action.marked };
    case "content":
      return { ...state, workbook: action.workbook };
    case "changed":
      return stale(state);
    case "choices":
      return stale({ ...state, choices: action.choices });
    case "notes":
      return { ...state, notes: action.notes };
    case "working":
      return { ...state, work: action.work, problem: null, notice: null };
    case "rested":
      return { ...state, work: null };
    case "failed":
      return { ...state, work: null, problem: action.problem };
    case "dismissed":
      return { ...state, problem: null };
    case "noticed":
      return { ...state, notice: action.notice };
    case "checked":
      return {
        ...state,
        workbook: action.workbook,
        analysis: { ...action.analysis, at: action.at, stale: false },
        openFinding: stillThere(state.openFinding, action.analysis),
      };
    case "beside":
      return { ...state, beside: action.beside, side: "report", review: state.review && { ...state.review, stale: true } };
    case "side":
      return { ...state, side: action.side };
    case "reviewed":
      return {
        ...state,
        review: { ...action.review, stale: false },
        remark: null,
        analysis: { ...action.review.analysis, at: action.at, stale: false },
        proof: { report: action.review.proof, at: action.at, stale: false },
      };
    case "remark":
      return { ...state, remark: action.key, side: "report" };
    case "narrated":
      return { ...state, workbook: action.workbook, narrative: { narrative: action.narrative, at: action.at, stale: false } };
    case "proofText":
      return {
        ...state,
        proofText: action.text,
        proofLines: action.read?.lines ?? null,
        proofSource: action.read?.source ?? null,
        ticks: action.read?.ticks ?? [],
        review: state.report ? state.review : null,
        proof: state.proof && { ...state.proof, stale: true },
      };
    case "proofread":
      return {
        ...state,
        workbook: action.workbook ?? state.workbook,
        proof: { report: action.report, at: action.at, stale: false },
        review: state.report ? state.review : action.review && { ...action.review, stale: false },
        remark: null,
        proofCategory: null,
      };
    case "ticked":
      return { ...state, ticks: action.ticks };
    case "proofCategory":
      return { ...state, proofCategory: action.category };
    case "filtered":
      return { ...state, filter: { ...state.filter, ...action.filter } };
    case "unfolded":
      return { ...state, openFinding: action.key, landing: action.land ? action.key : null };
    case "landed":
      return { ...state, landing: null };
    case "pictured":
      return { ...state, workbook: action.workbook, pictures: { figures: action.figures, at: action.at, stale: false } };
    case "selected":
      return { ...state, selection: action.cells, sheet: action.cells[0]?.sheet ?? state.sheet };
    case "areas":
      return { ...state, selection: [action.active], areas: action.areas, sheet: action.sheet };
    case "cautioned":
      return state.cautions.includes(action.words) ? state : { ...state, cautions: [...state.cautions, action.words] };
    case "wavedAway":
      return { ...state, cautions: state.cautions.filter((words) => words !== action.words) };
    case "asked":
      return { ...state, question: action.question };
    case "marked":
      return { ...state, marks: action.marks, marked: action.marks.length > 0 };
    case "repairs":
      return { ...state, repairs: action.repairs };
    case "sheet":
      return { ...state, sheet: action.sheet, selection: [], areas: [] };
    case "reading":
      return { ...state, reading: action.reading };
    case "finding":
      return { ...state, finding: action.finding };
    case "printing":
      return { ...state, printing: action.printing };
    case "form":
      return { ...state, form: action.form };
    case "inputReport":
      return { ...state, inputReport: action.lines };
    case "copyByHand":
      return { ...state, copyByHand: action.text };
  }
}

/** Results speak of the workbook as it was. */
function stale(state: State): State {
  return {
    ...state,
    analysis: state.analysis && { ...state.analysis, stale: true },
    narrative: state.narrative && { ...state.narrative, stale: true },
    pictures: state.pictures && { ...state.pictures, stale: true },
    proof: state.proof && { ...state.proof, stale: true },
    review: state.review && { ...state.review, stale: true },
  };
}

function stillThere(key: string | null, analysis: Analysis): string | null {
  return analysis.report.findings.some((finding) => finding.key === key) ? key : null;
}

function firstVisible(workbook: PlainWorkbook): string | null {
  return (workbook.sheets.find((sheet) => sheet.visibility === "visible") ?? workbook.sheets[0])?.name ?? null;
}

/** A narrative in other words than are wanted now. */
function withWords(state: State, changed: boolean): State {
  return changed && state.narrative ? { ...state, narrative: { ...state.narrative, stale: true } } : state;
}
