import { conclusion } from "../checks/level";
import { proofCategories, type ProofFinding, type ProofreadReport } from "../proofread/report";
import type { ReportLine } from "../report/text";
import { oneLine, paint, type Terminal } from "./terminal";

const COLOUR = { error: "red", warning: "yellow", info: "cyan" } as const;
const LONGEST_QUOTE = 60;
const SHOWN_PLACES = 5;

const categoryWords = new Map(proofCategories.map(({ key, label }) => [key, label] as const));

function shortened(quote: string): string {
  const words = Array.from(oneLine(quote));
  return words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE).join("")}…` : words.join("");
}

/** "第3页第12段" of the report, or the paragraph alone where there are no pages. */
function placeText(at: ReportLine | undefined, line: number): string {
  return `${at?.page ? `第${String(at.page)}页` : ""}第${String(at?.paragraph ?? line)}段`;
}

/** One fault: what it is and where, the words and what they should be, and the proof. */
function faultLines(terminal: Pick<Terminal, "colour">, finding: ProofFinding, place: Place): string[] {
  const { severity, category, paragraph, id, quote, expected, message, advice } = finding;
  const words =
    quote === ""
      ? expected === ""
        ? ""
        : `应补：${shortened(expected)}`
      : `“${shortened(quote)}”${expected === "" ? "" : ` → “${shortened(expected)}”`}`;
  return [
    `  ${paint(terminal, COLOUR[severity], conclusion(finding))}  ${place(paragraph)}  ${categoryWords.get(category) ?? category}  ${id}`,
    ...(words === "" ? [] : [`    ${words}`]),
    `    ${oneLine(`${message}${advice}`)}`,
  ];
}

/** One fault, with its place in the report. */
export const proofFindingText = (
  terminal: Pick<Terminal, "colour">,
  finding: ProofFinding,
  read: readonly ReportLine[],
): readonly string[] => faultLines(terminal, finding, (line) => placeText(read[line - 1], line));

/** Where a line stands, in words. */
type Place = (line: number) => string;

interface Passage {
  readonly paragraph: number;
  readonly quote: string;
  readonly reason: string;
}

/** What was not proved, by reason: silence is not approval. */
function unproved(title: string, passages: readonly Passage[], place: Place): string[] {
  if (passages.length === 0) return [];
  const byReason = new Map<string, string[]>();
  for (const { paragraph, quote, reason } of passages) {
    const places = byReason.get(reason) ?? [];
    byReason.set(reason, places);
    places.push(`${place(paragraph)}“${shortened(quote)}”`);
  }
  const shown = (places: readonly string[]): string =>
    `${places.slice(0, SHOWN_PLACES).join("、")}${places.length > SHOWN_PLACES ? `等 ${String(places.length)} 处` : ""}`;
  return [
    `${title}（${String(passages.length)} 处）：`,
    ...[...byReason].map(([reason, places]) => `  ${oneLine(reason)}：${shown(places)}`),
  ];
}

/** A text's proofreading for a person. */
export function proofreadText(
  terminal: Pick<Terminal, "colour">,
  { file, text }: { readonly file: string | null; readonly text: string },
  report: ProofreadReport,
  read: readonly ReportLine[],
): string {
  const place: Place = (line) => placeText(read[line - 1], line);
  const { findings, coverage, summary, withWorkbook } = report;
  const broken = findings.some(({ verdict, severity }) => verdict === "broken" && severity === "error");
  const lines = [
    paint(terminal, "bold", `${oneLine(text)}（对照${file === null ? "报告自己的表" : ` ${oneLine(file)}`}）`),
    ...(withWorkbook
      ? []
      : [paint(terminal, "yellow", `${file === null ? "报告" : "工作簿"}里没有认出公开表，只核对了文字本身能证明的内容。`)]),
    ...findings.flatMap((finding) => faultLines(terminal, finding, place)),
    ...unproved("未核对的数", coverage.unchecked, place),
    ...unproved("没有核对的段落", coverage.unread, place),
    paint(terminal, broken ? "red" : findings.length > 0 || coverage.unchecked.length > 0 ? "yellow" : "green", summary),
  ];
  return `${lines.join("\n")}\n`;
}
