import type { DeskFile } from "../desk/file";
import type { FileIdentity } from "../desk/file-identity";
import { fileState, type Desk, type JudgedFinding, type OfficeRow } from "../desk/desk";
import type { DeskRound } from "../desk/held";
import {
  commonWords,
  decisionWords,
  findingWords,
  judgedWords,
  levelWords,
  placedWords,
  roundWords,
  stillWords,
} from "../render/desk-words";
import type { Unmatched } from "./desk-more";
import { oneLine, paint, type Terminal } from "./terminal";

type Colour = Pick<Terminal, "colour">;

/** How a file stands, in one word for the head of its line. */
function conclusion(file: DeskFile): readonly [words: string, colour: "red" | "yellow" | "green"] {
  const { state, tally, prose } = file;
  if (state === "unreadable") return ["读不了　", "red"];
  if (state === "noTables") return ["没有表　", "red"];
  const errors = tally.error + (prose?.error ?? 0);
  if (errors > 0) return [`不符${String(errors).padStart(4)}`, "red"];
  return fileState(file) === "open" ? ["待核实　", "yellow"] : ["没有不符", "green"];
}

const yearWords = (year: number | null): string => (year === null ? "年度未认出" : `${String(year)}年`);

function details({ state, tally, tables, missing, unread, inputs, prose }: DeskFile): string {
  const counts = [
    ["请核实", tally.warning + (prose?.warning ?? 0)],
    ["未执行", tally.notRun],
    ["缺表", missing.length],
    ["没有读", unread],
    ["填报待填", inputs.open],
    ["文字不符", prose?.error ?? 0],
    ["数未核对", prose?.unchecked ?? 0],
  ] as const;
  return [
    state === "words" ? "没有认出公开表，只核对了文字" : `${String(tables)}张表`,
    ...counts.filter(([, count]) => count > 0).map(([words, count]) => `${words} ${String(count)}`),
  ].join("，");
}

/** One file in one line: how it stands, whose it is, what else there is to say, where it lies. */
export function fileLine(terminal: Colour, file: DeskFile): string {
  const [words, colour] = conclusion(file);
  const who =
    file.state === "checked" || file.state === "words"
      ? `${file.organisation ?? "单位名称未认出"}　${yearWords(file.year)}　${details(file)}`
      : (/^[^。]*。/u.exec(file.problem)?.[0] ?? file.problem);
  return `${paint(terminal, colour, words)}　${oneLine(who)}　${paint(terminal, "dim", oneLine(file.file))}\n`;
}

/** A report beside the workbook of its office, in one line. */
function besideLine(terminal: Colour, { name, year, report, prose }: OfficeRow): readonly string[] {
  if (!report || !prose?.beside) return [];
  const { error, warning, figures, proved } = prose;
  const words = `${oneLine(name)}　${yearWords(year)}　${String(figures)} 个数核对相符 ${String(proved)} 个，不符 ${String(error)}，请核实 ${String(warning)}`;
  return [
    `  ${paint(terminal, error > 0 ? "red" : warning > 0 ? "yellow" : "green", words)}　${paint(terminal, "dim", oneLine(report.file))}`,
  ];
}

/** Of an office, so many things at most are said one by one; the desk's file holds them all. */
const SHOWN = 5;

const few = (lines: readonly string[], all = lines.length): readonly string[] => [
  ...lines.slice(0, SHOWN),
  ...(all > SHOWN ? [`    …共 ${String(all)} 处`] : []),
];

/** An office's new round: what became of the findings, and what changed though nobody had asked. */
function roundLines(terminal: Colour, { name, findings }: OfficeRow, round: DeskRound): readonly string[] {
  const { counts, changes, repaired, added, altered } = round;
  const [isNew, isAltered] = [new Set(added), new Set(altered)];
  const told = (finding: JudgedFinding | DeskRound["repaired"][number]): string =>
    oneLine(`${levelWords(finding)}  ${placedWords(finding)}`);
  const unasked = changes.filter(({ asked }) => !asked).map(({ words }) => oneLine(words));
  const fresh = findings.filter((finding) => isNew.has(finding.key));
  const still = findings.filter((finding) => isAltered.has(finding.key));
  const title = `  ${oneLine(name)}　${roundWords(round)}　${paint(terminal, "dim", oneLine(round.file))}`;
  return [
    counts.unasked + counts.added + counts.altered > 0 ? paint(terminal, "yellow", title) : title,
    ...few(
      unasked.map((words) => `    没有意见而改了：${words}`),
      counts.unasked,
    ),
    ...few(still.map((finding) => `    ${stillWords(finding)}：${told(finding)}`)),
    ...few(fresh.map((finding) => `    新出现：${told(finding)}`)),
    ...few(repaired.map((finding) => `    已改好：${told(finding)}`)),
  ];
}

/** What needs a person among the decisions. */
function decisionLines({ offices }: Desk): readonly string[] {
  return offices.flatMap(({ name, findings }) =>
    findings
      .filter(({ standing: { state } }) => state === "disputed" || state === "lapsed")
      .map(({ standing: { state, decisions }, message }) => {
        const words = state === "disputed" ? "两人意见不同" : "数已变，原意见失效";
        return `  ${oneLine(name)}　${words}：${oneLine(message)}　${oneLine(decisions.map(decisionWords).join("；"))}`;
      }),
  );
}

const lackingLines = (files: readonly FileIdentity[]): readonly string[] =>
  few(files.map(({ organisation, file }) => `  ${oneLine(organisation ?? "单位名称未认出")}　${oneLine(file)}`));

/** What is said after the files: what is common to many, the reports beside their workbooks, the rules most often broken. */
export function deskText(terminal: Colour, desk: Desk, unmatched: Unmatched = { lastRound: [], lastYear: [], unread: [] }): string {
  const { totals, common, offices } = desk;
  const beside = offices.flatMap((office) => besideLine(terminal, office));
  const part = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ["", paint(terminal, "bold", title), ...lines];
  const notes = new Set(offices.filter(({ note }) => note !== "").map(({ name, note }) => `  ${oneLine(name)}：${note}`));
  const counts = (
    [
      ["有不符", totals.broken],
      ["待核实", totals.open],
      ...(totals.settled > 0 ? ([["均不采纳", totals.settled]] as const) : []),
      ["没有不符", totals.clean],
      ["读不了", totals.unreadable],
    ] as const
  ).map(([words, count]) => `${words} ${String(count)}`);
  const judged = judgedWords(totals.judged);
  const lines = [
    ...part(
      "许多单位共同的问题：",
      common.map((one) => `  ${oneLine(commonWords(one))}`),
    ),
    ...part("报告对照本单位的工作簿：", beside),
    ...part("请先弄清：", [...notes]),
    ...part(
      "与上一稿比：",
      offices.flatMap((office) => office.rounds.flatMap((round) => roundLines(terminal, office, round))),
    ),
    ...part("上一稿里没有找到的：", lackingLines(unmatched.lastRound)),
    ...part("上一稿里有、这一稿没有对照上的：", lackingLines(desk.gone)),
    ...part(
      "与上年公开的数比：",
      offices.flatMap(({ name, held }) =>
        held.flatMap((one) => [
          `  ${oneLine(name)}　${one.summary}`,
          ...few(one.findings.map((finding) => `    ${levelWords(finding)}  ${oneLine(findingWords(finding))}`)),
        ]),
      ),
    ),
    ...part("上年里没有找到的：", lackingLines(unmatched.lastYear)),
    ...part("上年里读不了的：", lackingLines(unmatched.unread)),
    ...part("审核意见要看的：", decisionLines(desk)),
    "",
    ...(judged === "" ? [] : [judged]),
    `共校验 ${String(totals.files)} 个文件，${String(totals.offices)} 个单位：${counts.join("，")}。`,
  ];
  return `${lines.join("\n")}\n`;
}
