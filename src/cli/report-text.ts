import { NO_TABLES } from "../results/checked";
import { fullAddress } from "../amount/cell-ref";
import { conclusion, levelOf, levels, levelWords } from "../checks/level";
import { incompleteWords, type CheckReport, type Finding, type Severity } from "../checks/report";
import type { Recognised } from "../workbook/recognised";
import type { OpenedFile } from "./opened-file";
import { unreadTables } from "../results/unread-tables";
import { aligned, oneLine, paint, type Terminal } from "./terminal";

const SHOWN_CELLS = 3;
const SHOWN_IDS = 4;
/** Rows and columns listed that were not understood. */
const MOST_UNKNOWN = 20;

/** What could not be looked at comes right behind what is wrong. */
const rank = (finding: Finding): number => (finding.verdict === "notRun" ? 0.5 : levels.indexOf(levelOf(finding)));

/** The first few, and how many there are in all. */
function few(all: readonly string[], shown: number, counted: string): string {
  const first = all.slice(0, shown).join("、");
  return all.length > shown ? `${first}等${String(all.length)}${counted}` : first;
}

const words = (finding: Finding): string => oneLine(`${finding.message}${finding.advice}`);

/** The findings that need a person, most serious first: level, number, cells, what is wrong. What was not run for one
 * and the same reason is one row. */
export function findingRows(findings: readonly Finding[]): string[][] {
  const rows: string[][] = [];
  const notRun = new Map<string, { readonly ids: Set<string>; readonly cells: Set<string> }>();
  const sorted = findings.filter((finding) => finding.verdict !== "rounding").sort((a, b) => rank(a) - rank(b));
  for (const finding of sorted.filter(({ verdict }) => verdict === "notRun")) {
    const same = notRun.get(words(finding)) ?? { ids: new Set(), cells: new Set() };
    notRun.set(words(finding), same);
    same.ids.add(finding.id);
    for (const cell of finding.cells) same.cells.add(fullAddress(cell));
  }
  const cellsOf = (cells: readonly string[]): string => oneLine(few(cells, SHOWN_CELLS, "格"));
  for (const finding of sorted)
    if (finding.verdict !== "notRun") rows.push([conclusion(finding), finding.id, cellsOf(finding.cells.map(fullAddress)), words(finding)]);
  const errors = rows.filter(([level]) => level === levelWords.error).length;
  rows.splice(
    errors,
    0,
    ...[...notRun].map(([message, { ids, cells }]) => [levelWords.notRun, few([...ids], SHOWN_IDS, "条"), cellsOf([...cells]), message]),
  );
  return rows;
}

/** How many do not agree, by how serious they are. */
export function brokenCount(report: Pick<CheckReport, "findings">, severity: Severity): number {
  return report.findings.filter((finding) => finding.verdict === "broken" && finding.severity === severity).length;
}

function summaryLine({ counts }: CheckReport, broken: Readonly<Record<Severity, number>>): string {
  const some = (
    [
      [levelWords.warning, broken.warning],
      [levelWords.info, broken.info],
    ] as const
  ).flatMap(([word, count]) => (count > 0 ? [`${word} ${String(count)}`] : []));
  return [
    `相符 ${String(counts.holds)}`,
    `尾差 ${String(counts.rounding)}`,
    `不符 ${String(broken.error)}`,
    ...some,
    `不适用 ${String(counts.notApplicable)}`,
    `未执行 ${String(counts.notRun)}`,
  ].join("，");
}

/** Sheets that no table was read from, and why; "" where every sheet was. */
export const unreadText = ({ unread }: Pick<Recognised, "unread">): string =>
  unread.length === 0
    ? ""
    : ["没有读的工作表：", ...unread.map(({ sheet, reason }) => `  ${oneLine(sheet)}：${oneLine(reason)}`)].join("\n");

/** Rows and columns with amounts that a table is not known to have, and that no check looked at; "" where there are none. */
const notUnderstoodText = ({ tables }: Recognised): string => {
  const found = [...tables.values()].flatMap(({ label, facts }) => [
    ...facts.unknownRows.map(
      ({ row, cell }) => `  ${fullAddress(cell)}：${label}的“${oneLine(row.name || (row.malformedCode ?? ""))}”一行`,
    ),
    ...facts.unknownColumns.map(({ heading, cell }) => `  ${fullAddress(cell)}：${label}的“${oneLine(heading)}”一列`),
  ]);
  const more = found.length > MOST_UNKNOWN ? [`  …等 ${String(found.length)} 处`] : [];
  return found.length === 0 ? "" : ["有金额而没有认出的行和列，没有核对：", ...found.slice(0, MOST_UNKNOWN), ...more].join("\n");
};

/** The tables that the template has and the workbook lacks, as a person names them; "" where there are none. */
export const missingText = ({ missing }: Recognised): string =>
  missing.length === 0 ? "" : `没有找到：${missing.map(({ label }) => label).join("、")}`;

/** What one cause explains is said once, with the ids of the findings it explains in place of each of them. */
function causeLines(terminal: Pick<Terminal, "colour">, { causes, findings }: CheckReport): readonly string[] {
  if (causes.length === 0) return [];
  const idOf = new Map(findings.map(({ key, id }) => [key, id]));
  return [
    paint(terminal, "bold", "一处原因引起多处不符，请先改："),
    ...causes.flatMap(({ message, advice, explains }) => [
      `  ${oneLine(message + advice)}`,
      `    由它引起、不再逐条列出的：${few([...new Set(explains.map((key) => idOf.get(key) ?? key))], SHOWN_IDS, "条规则")}，共 ${String(explains.length)} 处。`,
    ]),
  ];
}

/** One file's check result for a person. */
export function checkText(
  terminal: Pick<Terminal, "colour">,
  file: string,
  recognised: Recognised,
  report: CheckReport,
  printed: OpenedFile["printed"] = null,
): string {
  if (recognised.tables.size === 0)
    return `${paint(terminal, "bold", oneLine(file))}\n${paint(terminal, "yellow", NO_TABLES)}\n${recognised.unread.length > 0 ? `${unreadText(recognised)}\n` : ""}`;
  const head = [
    recognised.organisation ?? "（未认出单位名称）",
    recognised.year === null ? "（未认出年度）" : `${String(recognised.year)}年`,
    recognised.template.label,
    `单位：${recognised.unit}`,
  ];
  const lines = [paint(terminal, "bold", oneLine(file)), oneLine(head.join("　"))];
  if (recognised.missing.length > 0) lines.push(paint(terminal, "yellow", missingText(recognised)));
  const unread = printed ? unreadTables(printed, recognised) : recognised.unread;
  if (unread.length > 0) lines.push(unreadText({ unread }));
  const unknown = notUnderstoodText(recognised);
  if (unknown !== "") lines.push(unknown);
  lines.push(...causeLines(terminal, report));
  const suspects = report.suspects.filter(({ ofCause }) => ofCause !== true);
  if (suspects.length > 0)
    lines.push(paint(terminal, "bold", "最可能填错的单元格："), ...suspects.map((suspect) => `  ${oneLine(suspect.message)}`));
  if (report.suspectsIncomplete) lines.push(`  ${incompleteWords(report)}`);
  const caused = new Set(report.causes.flatMap(({ explains }) => explains));
  lines.push(...aligned(findingRows(report.findings.filter(({ key }) => !caused.has(key)))).map((line) => `  ${line}`));
  const broken = { error: brokenCount(report, "error"), warning: brokenCount(report, "warning"), info: brokenCount(report, "info") };
  lines.push(
    paint(
      terminal,
      broken.error > 0 ? "red" : report.counts.notRun > 0 || broken.warning > 0 ? "yellow" : "green",
      summaryLine(report, broken),
    ),
  );
  return `${lines.join("\n")}\n`;
}
