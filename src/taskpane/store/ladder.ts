import { settleNotes } from "../../checks/notes";
import type { Finding } from "../../checks/report";
import { inputSheetNames } from "../../inputs/conventions";
import { levelOf } from "../../checks/level";
import { unsettled } from "./filter";
import type { Place, State } from "./state";

/** One step on the way to publication. done: nothing left · wrong: to be mended · open: to be done · waiting: not known yet. */
export interface Rung {
  readonly place: Place;
  readonly word: "公开表" | "填报" | "说明" | "校对";
  readonly state: "done" | "wrong" | "open" | "waiting";
  /** How it stands, in a few words. */
  readonly words: string;
  /** What to do next; where it is done, what a person should still look at; "" where nothing is left. */
  readonly next: string;
}

type Known = Pick<State, "analysis" | "notes" | "narrative" | "proof" | "review">;

/** 公开表 · 填报 · 说明 · 校对: each as it stands now. What speaks of the workbook as it was is never done. */
export function ladder(state: Known): readonly Rung[] {
  return [tables(state), inputs(state), narrative(state), proof(state)];
}

/** The first step that is not done; null: it can be published. */
export const nextRung = (rungs: readonly Rung[]): Rung | null => rungs.find(({ state }) => state !== "done") ?? null;

const INPUT_SHEETS: ReadonlySet<string> = new Set(Object.values(inputSheetNames));
const isOfInputs = ({ cells }: Finding): boolean => cells.length > 0 && cells.every(({ sheet }) => INPUT_SHEETS.has(sheet));

function tables({ analysis, notes }: Known): Rung {
  const rung = (state: Rung["state"], words: string, next: string): Rung => ({ place: "check", word: "公开表", state, words, next });
  if (!analysis) return rung("waiting", "未校验", "点“校验工作簿”。");
  if (analysis.stale) return rung("waiting", "已改动", "点“重新校验”。");
  const findings = analysis.report.findings.filter((finding) => !isOfInputs(finding));
  const { broken, doubtful } = unsettled(findings, settleNotes(notes, findings));
  if (broken.length > 0) return rung("wrong", `${String(broken.length)} 处不符`, "在“校验”里改好不符的地方。");
  const { notRun } = analysis.report.counts;
  if (notRun > 0) return rung("open", `${String(notRun)} 项未执行`, "看“未执行”的各条缺什么。");
  return doubtful.length > 0
    ? rung("open", `${String(doubtful.length)} 处请核实`, "逐条核对；确实无误的写明审核说明。")
    : rung("done", "相符", "");
}

function inputs({ analysis, narrative: made }: Known): Rung {
  const rung = (state: Rung["state"], words: string, next: string): Rung => ({ place: "inputs", word: "填报", state, words, next });
  const wrong = analysis?.report.findings.filter((finding) => isOfInputs(finding) && levelOf(finding) === "error").length ?? 0;
  if (wrong > 0) return rung("wrong", `${String(wrong)} 处不符`, "在“校验”里看填报表上对不上的数。");
  if (!made) {
    if (!analysis) return rung("waiting", "未检查", "先校验公开表。");
    return analysis.overview.hasInputSheets
      ? rung("open", "未检查", "到“说明”点“生成说明”，看还缺什么。")
      : rung("open", "未建", "到“填报”点“新建或补齐填报表”。");
  }
  if (made.stale) return rung("waiting", "已改动", "到“说明”重新生成，看还缺什么。");
  const open = made.narrative.todo.length;
  return open > 0 ? rung("open", `待填 ${String(open)} 处`, "到“填报”填写上年数、增减原因等内容。") : rung("done", "已填齐", "");
}

function narrative({ narrative: made }: Pick<Known, "narrative">): Rung {
  const rung = (state: Rung["state"], words: string, next: string): Rung => ({ place: "narrative", word: "说明", state, words, next });
  if (!made) return rung("open", "未生成", "到“说明”点“生成说明”。");
  if (made.stale) return rung("open", "已过时", "到“说明”点“重新生成”。");
  const { sections, todo } = made.narrative;
  if (sections.length === 0) return rung("open", "没有格式", "这套公开表的说明请自己写，写好后在“校对”里核对。");
  const gaps = sections.reduce((sum, section) => sum + section.gaps.length, 0);
  if (gaps > 0) return rung("open", `缺 ${String(gaps)} 处`, "说明里有公开表缺的内容，补好后重新生成。");
  return todo.length > 0 ? rung("open", "有待填", "填完待填的内容，再重新生成。") : rung("done", "已生成", "");
}

/** Rules of the tables that are told of the text as well, and that the 审核说明 of the tables' own findings have settled. */
function explainedRules({ analysis, notes }: Known): ReadonlySet<string> {
  const findings = analysis?.report.findings ?? [];
  const { standing } = settleNotes(notes, findings);
  const open = new Set(findings.filter(({ key }) => !standing.has(key)).map(({ id }) => id));
  return new Set(findings.map(({ id }) => id).filter((id) => !open.has(id)));
}

function proof(known: Known): Rung {
  const { proof: made, review, narrative: written } = known;
  const rung = (state: Rung["state"], words: string, next: string): Rung => ({ place: "proofread", word: "校对", state, words, next });
  if (made?.stale) return rung("open", "已过时", "到“校对”重新核对。");
  // Of a report the tables were held against the workbook as well as the words.
  const found = (review ? review.remarks : made?.report.findings) ?? [];
  const errors = found.filter(({ severity }) => severity === "error").length;
  if (errors > 0) return rung("wrong", `${String(errors)} 处不符`, "在“校对”里改好不符的地方。");
  const explained = explainedRules(known);
  const doubtful = found.filter(({ severity, id }) => severity === "warning" && !explained.has(id)).length;
  if (doubtful > 0) return rung("open", `${String(doubtful)} 处请核实`, "在“校对”里逐条核对。");
  const missing = review?.duties.filter(({ state }) => state === "missing").length ?? 0;
  if (missing > 0) return rung("open", `缺 ${String(missing)} 项`, "在“校对”里看报告还缺什么内容。");
  const unchecked = made?.report.coverage.unchecked.length ?? 0;
  if (unchecked > 0)
    return rung("done", `${String(unchecked)} 个数未核对`, `文中 ${String(unchecked)} 个数没有可以核对的来源，请在“校对”里看一眼。`);
  if (made) return rung("done", "无误", "");
  // What this tool wrote from the present figures, and nobody changed, says what the tables say.
  const unchanged = written !== null && narrative({ narrative: written }).state === "done";
  return unchanged ? rung("done", "未改动", "") : rung(written ? "open" : "waiting", "未校对", "说明写好后，到“校对”核对定稿。");
}
