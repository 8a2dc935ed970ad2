import { decisionsIn, DECISIONS_FILE, decisionsText } from "../../desk/decision-file";
import { decide, mergedDecisions, stampOf, type Decision, type Judgement, type Scope } from "../../desk/decisions";
import type { Common, Desk, JudgedFinding, OfficeRow } from "../../desk/desk";
import { download } from "../effects/download";
import { readLocal, writeLocal } from "../effects/local";
import type { Pane } from "../pane-context";
import { keepDecisions, keptDecisions, unsavedIn } from "./kept-decisions";
import type { DeskStore } from "./state";
import type { NamedFile } from "./task";

const REVIEWER = "budget.desk.reviewer";
/** Longer ones belong into a letter of their own. */
export const LONGEST_REASON = 500;

export interface Judging {
  /** Takes up what this machine has kept of a desk before. */
  readonly resume: () => void;
  readonly decide: (office: OfficeRow, finding: JudgedFinding, judgement: Judgement, reason: string, scope: Scope) => void;
  /** The same for every office that has it, those of other years of one form too. */
  readonly decideAll: (common: Common, judgement: Judgement, reason: string) => void;
  /** Adds decisions of files; those that differ from what was decided here are shown side by side. */
  readonly load: (files: readonly NamedFile[]) => Promise<void>;
  readonly saveDecisions: () => void;
  readonly name: (reviewer: string) => void;
  /** Whether decisions would be lost with the page. */
  readonly unsaved: () => boolean;
  /** Nothing is left behind where all stands in a file. */
  readonly leave: () => void;
}

const formOf = ({ workbook, report }: OfficeRow): string => (workbook ?? report)?.form ?? "";

/** Judging findings: every decision is kept on this machine at once, unless the user wants none of it kept. */
export function judging(desk: DeskStore, { store }: Pick<Pane, "store">): Judging {
  let isKept = true;
  const keep = (): void => {
    isKept = store.state().settings.keepCopy && keepDecisions(desk.state());
  };
  /** How, why and by whom it is decided now. */
  const said = (judgement: Judgement, reason: string, now = Date.now()): Pick<Decision, "judgement" | "reason" | "by" | "at"> => ({
    judgement,
    reason: reason.trim().slice(0, LONGEST_REASON),
    by: desk.state().reviewer.trim(),
    at: new Date(now).toISOString(),
  });
  return {
    resume: () => {
      const kept = keptDecisions();
      const name = readLocal(REVIEWER);
      const { decisions, saved, reviewer } = desk.state();
      desk.set({
        decisions: mergedDecisions(kept.decisions, decisions),
        saved: new Set([...kept.saved, ...saved]),
        reviewer: reviewer === "" && typeof name === "string" ? name : reviewer,
      });
    },
    decide: (office, finding, judgement, reason, scope) => {
      const whose = { name: office.name, year: office.year, form: formOf(office) };
      desk.set({ decisions: decide(desk.state().decisions, whose, finding, { ...said(judgement, reason), scope }) });
      keep();
    },
    decideAll: ({ form, years, findings }, judgement, reason) => {
      // Decisions are told apart by their time: no two at once.
      let at = Date.now();
      let { decisions } = desk.state();
      for (const year of years)
        for (const finding of findings)
          decisions = decide(decisions, { name: "", year, form }, finding, { ...said(judgement, reason, at++), scope: "all" });
      desk.set({ decisions });
      keep();
    },
    load: async (files) => {
      const read = await Promise.all(files.map(async ({ name, file }) => ({ name, found: decisionsIn(await file.text()) })));
      const wrong = read.filter(({ found }) => !found).map(({ name }) => name);
      const found = read.flatMap((one) => one.found ?? []);
      const before = desk.state();
      desk.set({
        decisions: mergedDecisions(before.decisions, found),
        saved: new Set([...before.saved, ...found.map(stampOf)]),
      });
      keep();
      if (wrong.length > 0)
        store.dispatch({
          type: "failed",
          problem: { doing: "读入意见", message: `“${wrong.join("”“")}”不是审核意见文件，或没有写完整。请选审核台“保存意见”存下的文件。` },
        });
      else {
        const { deskIn } = await import("./desk-in");
        store.dispatch({ type: "noticed", notice: loadedWords(found.length, deskIn(desk.state())) });
      }
    },
    saveDecisions: () => {
      const { decisions } = desk.state();
      download(new TextEncoder().encode(decisionsText(decisions)), DECISIONS_FILE, "application/json");
      desk.set({ saved: new Set(decisions.map(stampOf)) });
      keep();
      store.dispatch({
        type: "noticed",
        notice: `已保存“${DECISIONS_FILE}”，请在浏览器的下载文件夹中查看。放进这些文件的文件夹，下次会一起读入；也可以交给同事读入。`,
      });
    },
    name: (reviewer) => {
      desk.set({ reviewer });
      if (store.state().settings.keepCopy) writeLocal(REVIEWER, reviewer);
    },
    unsaved: () => !isKept && unsavedIn(desk.state()) > 0,
    leave: () => {
      if (unsavedIn(desk.state()) > 0) return;
      desk.set({ decisions: [], saved: new Set() });
      if (unsavedIn(keptDecisions()) === 0) keepDecisions(null);
    },
  };
}

function loadedWords(count: number, { totals: { judged } }: Desk): string {
  const split = judged.disputed > 0 ? `，其中 ${String(judged.disputed)} 处两人意见不同，都列在那一处，请再定一次` : "";
  const lapsed = judged.lapsed > 0 ? `；${String(judged.lapsed)} 处的数已变，原意见失效` : "";
  return `已读入 ${String(count)} 条意见${split}${lapsed}。`;
}
