import { checkBook } from "../book/check";
import { openBook } from "../book/open";
import { reviewAlone } from "../review/review";
import { checkedText, textJson } from "./checked-report";
import { DoorProblem } from "../hosts/door";
import type { Command } from "./arguments";
import { openFile } from "./opened-file";
import { checkJson } from "./report-json";
import { brokenCount, checkText, FINAL_ACCOUNTS } from "./report-text";
import { faultMessage, oneLine, paint, progress, type Terminal } from "./terminal";
import { workbookFiles } from "./workbook-files";

export type ExitCode = 0 | 1 | 2;

/** What became of one file. */
interface Outcome {
  readonly file: string;
  readonly code: ExitCode;
  readonly broken: number;
  readonly notRun: number;
}

async function checkFile(terminal: Terminal, file: string, json: boolean): Promise<Outcome> {
  try {
    const { workbook, printed } = await openFile(file);
    const book = openBook(workbook);
    const { recognised } = book;
    if (recognised.isFinalAccounts) throw new DoorProblem("unsupported", FINAL_ACCOUNTS);
    const review = printed && reviewAlone(printed);
    const report = review?.check ?? checkBook(book);
    const tables = json ? checkJson(file, recognised, report, printed) : checkText(terminal, file, recognised, report, printed);
    if (typeof tables === "string") terminal.out(tables + (review ? checkedText(terminal, file, printed, review) : ""));
    else terminal.out(`${JSON.stringify(review ? { ...tables, ...textJson(printed, review) } : tables)}\n`);
    const broken = brokenCount(report, "error") + (review ? brokenCount(review.proof, "error") : 0);
    return { file, code: recognised.tables.size === 0 ? 2 : broken > 0 ? 1 : 0, broken, notRun: report.counts.notRun };
  } catch (error) {
    const message = error instanceof DoorProblem ? error.message : faultMessage("校验", file, error);
    terminal.out(
      json
        ? `${JSON.stringify({ file, error: message })}\n`
        : `${paint(terminal, "bold", oneLine(file))}\n${paint(terminal, "red", message)}\n`,
    );
    return { file, code: 2, broken: 0, notRun: 0 };
  }
}

/** After several files: which of them need a person. */
function overall(terminal: Terminal, outcomes: readonly Outcome[]): string {
  const parts = [
    { word: "读不了", colour: "red", found: outcomes.filter(({ code }) => code === 2), note: () => "" },
    {
      word: "有不符",
      colour: "red",
      found: outcomes.filter(({ code }) => code === 1),
      note: ({ broken }: Outcome) => `（${String(broken)} 处）`,
    },
    {
      word: "有未执行",
      colour: "yellow",
      found: outcomes.filter(({ code, notRun }) => code === 0 && notRun > 0),
      note: ({ notRun }: Outcome) => `（${String(notRun)} 项）`,
    },
  ] as const;
  const listed = parts.flatMap(({ word, colour, found, note }) =>
    found.length === 0
      ? []
      : [
          paint(terminal, colour, `${word} ${String(found.length)} 个：`),
          ...found.map((outcome) => `  ${oneLine(outcome.file)}${note(outcome)}`),
        ],
  );
  const clean = outcomes.length - parts.reduce((sum, { found }) => sum + found.length, 0);
  return `${[...listed, `共校验 ${String(outcomes.length)} 个文件，没有不符的 ${String(clean)} 个。`].join("\n")}\n`;
}

/** Checks every file in the order given, whatever becomes of the others. */
export async function check(terminal: Terminal, { files: given, json }: Extract<Command, { name: "check" }>): Promise<ExitCode> {
  const files = await workbookFiles(given);
  const report = progress(terminal, files.length, "校验");
  const outcomes: Outcome[] = [];
  for (const [i, file] of files.entries()) {
    report(i, file);
    outcomes.push(await checkFile(terminal, file, json));
    if (!json && files.length > 1) terminal.out("\n");
  }
  if (!json && files.length > 1) terminal.out(overall(terminal, outcomes));
  return outcomes.reduce<ExitCode>((worst, { code }) => (code > worst ? code : worst), 0);
}
