import { LEVEL_WORDS, levelOf, type Desk, type OfficeRow, type OfficeState } from "../desk/desk";
import type { DeskFile, DeskFinding } from "../desk/file";

export const STATE_WORDS: Readonly<Record<OfficeState, string>> = {
  unreadable: "读不了",
  broken: "有不符",
  open: "待核实",
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

/** The 填报 sheets: none, some, or with entries that cannot be understood. */
export function inputsWords({ workbook }: OfficeRow): string {
  if (!workbook || workbook.state === "unreadable") return "";
  const { sheets, problems } = workbook.inputs;
  return sheets === 0 ? "没有" : `${String(sheets)} 张${problems === 0 ? "" : `，看不懂 ${String(problems)} 处`}`;
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

/** What is wrong, with the words at fault and what they should be. */
export function findingWords({ message, quote, expected }: DeskFinding): string {
  const words = quote === "" ? (expected === "" ? "" : `应补：${expected}`) : `“${quote}”${expected === "" ? "" : ` → “${expected}”`}`;
  return words === "" ? message : `${words}。${message}`;
}

export const levelWords = (finding: DeskFinding): string => LEVEL_WORDS[levelOf(finding)];

/** "100 个单位（132 个文件）：有不符 40，…": what the desk comes to. */
export function summaryWords({ totals, checks }: Desk): string {
  const { offices, files, unreadable, broken, open, clean } = totals;
  return `${String(offices)} 个单位（${String(files)} 个文件）：有不符 ${String(broken)}，待核实 ${String(open)}，没有不符 ${String(clean)}，读不了 ${String(unreadable)}。发现问题的规则 ${String(checks.length)} 条。`;
}

/** Why nothing, or not all, is known of an office; "" where there is nothing to say. */
export const problemWords = (office: OfficeRow): string =>
  [...filesOf(office).map(({ problem }) => problem), office.note].filter((words) => words !== "").join(" ");
