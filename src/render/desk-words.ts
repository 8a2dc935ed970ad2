import {
  isChecked,
  countsOf,
  LEVEL_WORDS,
  levelOf,
  type Common,
  type Desk,
  type Judged,
  type JudgedFinding,
  type OfficeRow,
  type OfficeState,
} from "../desk/desk";
import type { Decision, Judgement, Standing } from "../desk/decisions";
import type { DeskCause, DeskFile, DeskFinding } from "../desk/file";
import type { FileIdentity } from "../desk/file-identity";
import type { DeskRound } from "../desk/held";

export const STATE_WORDS: Readonly<Record<OfficeState, string>> = {
  unreadable: "读不了",
  broken: "有不符",
  open: "待核实",
  settled: "均不采纳",
  clean: "没有不符",
};

/** The files of an office, workbook first. */
export const filesOf = ({ workbook, report }: OfficeRow): readonly DeskFile[] => [workbook, report].filter((file) => file !== null);

/** What is said of the tables that were found: "12 张，缺表2、表5". */
export function tablesWords(office: OfficeRow): string {
  const file = office.workbook ?? office.report;
  if (!file || file.state === "unreadable") return "";
  const lacking = file.missing.filter((number) => number !== null).map((number) => `表${String(number)}`);
  return `${String(file.tables)} 张${lacking.length === 0 ? "" : `，缺${lacking.join("、")}`}${file.unread === 0 ? "" : `，没有读 ${String(file.unread)} 张`}`;
}

const ALL_INPUTS = 5;

/** The 填报 sheets: none, or what is still to be filled in and what cannot be understood. */
export function inputsWords({ workbook }: OfficeRow): string {
  if (!workbook || workbook.state === "unreadable") return "";
  const { sheets, problems, open } = workbook.inputs;
  if (sheets === 0) return "没有";
  const said = [
    ...(sheets < ALL_INPUTS ? [`缺 ${String(ALL_INPUTS - sheets)} 张`] : []),
    ...(open > 0 ? [`待填 ${String(open)} 处`] : []),
    ...(problems > 0 ? [`看不懂 ${String(problems)} 处`] : []),
  ];
  return said.length === 0 ? "已填齐" : said.join("，");
}

/** The report's words: against what they were held, and how they stand. */
export function proseWords({ prose }: OfficeRow): string {
  if (!prose) return "";
  const { beside, error, warning, figures, proved } = prose;
  return `${beside ? "对照工作簿" : "对照自己的表"}：不符 ${String(error)}，请核实 ${String(warning)}，${String(figures)} 个数核对相符 ${String(proved)} 个`;
}

/** Where a finding stands: the cell, or the passage of the report. */
export function placeOf({ cell, page, paragraph, quote }: DeskFinding): string {
  const passage = `${page === undefined ? "" : `第${String(page)}页`}${paragraph === undefined ? "" : `第${String(paragraph)}段`}`;
  const at = cell && quote === "" ? `${cell.sheet}!${cell.address}` : "";
  return [passage, at].filter((words) => words !== "").join(" ") || (cell ? `${cell.sheet}!${cell.address}` : "");
}

/** What is wrong and where, unless the words say where already. */
export function placedWords(finding: DeskFinding): string {
  const place = placeOf(finding);
  return place === "" || finding.message.includes(place) ? findingWords(finding) : `${place} ${findingWords(finding)}`;
}

/** What is wrong, with the words at fault and what they should be. */
export function findingWords({ message: said, advice, quote, expected }: DeskFinding): string {
  const message = said + advice;
  const words = quote === "" ? (expected === "" ? "" : `应补：${expected}`) : `“${quote}”${expected === "" ? "" : ` → “${expected}”`}`;
  return words === "" ? message : `${words}。${message}`;
}

export const levelWords = (finding: DeskFinding): string => LEVEL_WORDS[levelOf(finding)];

/** "100 个单位（132 个文件）：有不符 40，…": what the desk comes to. */
export function summaryWords({ totals, checks }: Desk): string {
  const { offices, files, unreadable, broken, open, settled, clean, judged } = totals;
  const set = settled === 0 ? "" : `均不采纳 ${String(settled)}，`;
  const counts = `有不符 ${String(broken)}，待核实 ${String(open)}，${set}没有不符 ${String(clean)}，读不了 ${String(unreadable)}。`;
  return `${String(offices)} 个单位（${String(files)} 个文件）：${counts}发现问题的规则 ${String(checks.length)} 条。${judgedWords(judged)}`;
}

export const STANDING_WORDS: Readonly<Record<Standing["state"], string>> = {
  open: "未定",
  accepted: "采纳",
  rejected: "不采纳",
  disputed: "两人意见不同",
  lapsed: "已失效",
};

export const JUDGEMENT_WORDS: Readonly<Record<Judgement, string>> = { accepted: "采纳", rejected: "不采纳", withdrawn: "撤回" };

/** "审核意见：采纳 3，不采纳 1，未定 12"; "" where nothing was decided. */
export function judgedWords({ accepted, rejected, undecided, disputed, lapsed }: Judged): string {
  if (accepted + rejected + disputed + lapsed === 0) return "";
  const doubts = [...(disputed > 0 ? [`两人意见不同 ${String(disputed)}`] : []), ...(lapsed > 0 ? [`已失效 ${String(lapsed)}`] : [])];
  const among = doubts.length === 0 ? "" : `（其中${doubts.join("，")}）`;
  return `审核意见：采纳 ${String(accepted)}，不采纳 ${String(rejected)}，未定 ${String(undecided)}${among}。`;
}

/** "张三：不采纳，口径已经批准（对所有单位）" */
export const decisionWords = ({ by, judgement, reason, office }: Decision): string =>
  `${by === "" ? "未署名" : by}：${JUDGEMENT_WORDS[judgement]}${reason === "" ? "" : `，${reason}`}${office === null ? "（对所有单位）" : ""}`;

/** What was decided on a finding, by whom and why; "" where nothing was. */
export const standingReasons = ({ standing: { decisions } }: Pick<JudgedFinding, "standing">): string =>
  decisions.map(decisionWords).join("；");

/** "（其中数字已改 1）": what was changed and is still wrong; "" where there is none. */
export const alteredWords = (altered: number): string => (altered === 0 ? "" : `（其中数字已改 ${String(altered)}）`);

/** What is said of a finding that was there in the round before, with other figures. */
export const stillWords = (finding: DeskFinding): string => (levelOf(finding) === "error" ? "仍不符（数字已改）" : "还在（数字已改）");

/** What many offices have alike, and what was decided for all of them: "…　已定：李四：不采纳，口径已批准（对所有单位）" */
/** What went wrong once, how much comes of it, and what to do. */
export const causeWords = ({ message, advice }: DeskCause): string => `${message}${advice}`;

export const commonWords = ({ message, decided }: Pick<Common, "message" | "decided">): string =>
  decided ? `${message}　${STANDING_WORDS[decided.state]}。${decided.decisions.map(decisionWords).join("；")}` : message;

/** How the offices that have it stand: those that were told by themselves keep what they were told. */
export function commonJudgedWords({ judged: { accepted, rejected, undecided } }: Pick<Common, "judged">): string {
  const all = [
    ["采纳", accepted],
    ["不采纳", rejected],
    ["未定", undecided],
  ] as const;
  const said = all.filter(([, count]) => count > 0).map(([words, count]) => `${words} ${String(count)}`);
  return `现在各单位：${said.join("，")}。`;
}

/** Of what the number of a level is made up: "公开表 0 处，报告的文字 2 处"; "" where there are no words. */
export function countedWords(office: OfficeRow, level: "error" | "warning"): string {
  const words = countsOf(office)[level] - office.tally[level];
  return office.prose ? `公开表 ${String(office.tally[level])} 处，报告的文字 ${String(words)} 处` : "";
}

/** "已改好 3，还在 2，新出现 1；没有意见而改了 4 处": a file beside that of the round before. */
export function roundWords({ compared, counts }: DeskRound): string {
  const { repaired, remaining, altered, added, asked, unasked, unchecked } = counts;
  const found = `已改好 ${String(repaired)}，还在 ${String(remaining)}${alteredWords(altered)}，新出现 ${String(added)}`;
  if (!compared) return `${found}；上一稿只有结果，改了哪些数没有比`;
  const left = unchecked > 0 ? `，没有比的数 ${String(unchecked)} 个` : "";
  return `${found}；按意见改了 ${String(asked)} 处，没有意见而改了 ${String(unasked)} 处${left}`;
}

/** Offices of the round before that are in none of this one's; "" where all are. */
export function goneWords(gone: readonly FileIdentity[]): string {
  const names = [...new Set(gone.map(({ organisation, file }) => organisation ?? file))];
  return names.length === 0 ? "" : `上一稿里有、这一稿没有对照上的 ${String(names.length)} 个：${names.join("、")}。`;
}

/** Files that nothing of the round before was held against, where something was. */
export function withoutRound(desk: Desk, office: OfficeRow): readonly DeskFile[] {
  const isRound = desk.gone.length > 0 || desk.offices.some(({ rounds }) => rounds.length > 0);
  const known = new Set(office.rounds.map(({ file }) => file));
  return isRound ? filesOf(office).filter((file) => isChecked(file) && !known.has(file.file)) : [];
}

/** Why nothing, or not all, is known of an office; "" where there is nothing to say. */
export const problemWords = (office: OfficeRow): string =>
  [...filesOf(office).map(({ problem }) => problem), office.note].filter((words) => words !== "").join(" ");
