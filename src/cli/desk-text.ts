import type { DeskFile } from "../desk/file";
import type { Desk, OfficeRow } from "../desk/desk";
import { oneLine, paint, type Terminal } from "./terminal";

type Colour = Pick<Terminal, "colour">;

/** How a file stands, in one word for the head of its line. */
function conclusion({ state, tally, prose }: DeskFile): readonly [words: string, colour: "red" | "yellow" | "green"] {
  if (state === "unreadable") return ["读不了　", "red"];
  if (state === "noTables") return ["没有表　", "red"];
  const errors = tally.error + (prose?.error ?? 0);
  if (errors > 0) return [`不符${String(errors).padStart(4)}`, "red"];
  return tally.warning + tally.notRun + (prose?.warning ?? 0) > 0 ? ["待核实　", "yellow"] : ["没有不符", "green"];
}

const yearWords = (year: number | null): string => (year === null ? "年度未认出" : `${String(year)}年`);

function details({ tally, tables, missing, unread, inputs, prose }: DeskFile): string {
  const counts = [
    ["请核实", tally.warning],
    ["未执行", tally.notRun],
    ["缺表", missing.length],
    ["没有读", unread],
    ["填报表", inputs.sheets],
    ["文字不符", prose?.error ?? 0],
  ] as const;
  return [`${String(tables)}张表`, ...counts.filter(([, count]) => count > 0).map(([words, count]) => `${words} ${String(count)}`)].join(
    "，",
  );
}

/** One file in one line: how it stands, whose it is, what else there is to say, where it lies. */
export function fileLine(terminal: Colour, file: DeskFile): string {
  const [words, colour] = conclusion(file);
  const who =
    file.state === "checked"
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

/** What is said after the files: what is common to many, the reports beside their workbooks, the rules most often broken. */
export function deskText(terminal: Colour, desk: Desk): string {
  const { totals, common, offices } = desk;
  const beside = offices.flatMap((office) => besideLine(terminal, office));
  const part = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ["", paint(terminal, "bold", title), ...lines];
  const notes = offices.filter(({ note }) => note !== "").map(({ name, note }) => `  ${oneLine(name)}：${note}`);
  const counts = (
    [
      ["有不符", totals.broken],
      ["待核实", totals.open],
      ["没有不符", totals.clean],
      ["读不了", totals.unreadable],
    ] as const
  ).map(([words, count]) => `${words} ${String(count)}`);
  const lines = [
    ...part(
      "许多单位共同的问题：",
      common.map(({ message }) => `  ${oneLine(message)}`),
    ),
    ...part("报告对照本单位的工作簿：", beside),
    ...part("请先弄清：", notes),
    "",
    `共校验 ${String(totals.files)} 个文件，${String(totals.offices)} 个单位：${counts.join("，")}。`,
  ];
  return `${lines.join("\n")}\n`;
}
