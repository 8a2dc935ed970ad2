import { holdLastYear, notLastYear, publishedPriors, saysOfLastYear, type LastYearHeld } from "../desk/last-year";
import { DoorProblem } from "../hosts/door";
import type { ProofFinding } from "../proofread/report";
import { findingLine } from "../results/finding-line";
import { identityLine } from "../results/identity-line";
import { proofFindingLine } from "../results/proof-line";
import { proofWithPriors } from "../review/review";
import type { Command } from "./arguments";
import type { ExitCode } from "./check";
import { openChecked, type NamedFile } from "./checked-file";
import { findingRows } from "./report-text";
import { proofFindingText } from "./proofread-text";
import { aligned, oneLine, paint, type Terminal } from "./terminal";

interface Held extends LastYearHeld {
  /** Of a finished report: what its words say wrongly of last year. */
  readonly prose: readonly ProofFinding[];
}

function hold(current: NamedFile, last: NamedFile): Held {
  const { recognised } = current.book;
  const published = last.book.recognised;
  if (current.printed && current.review) {
    const proof = proofWithPriors(current.printed, current.review, publishedPriors(recognised, published));
    return { figures: [], findings: [], notes: [], prose: saysOfLastYear(current.review.proof, proof) };
  }
  if (!current.book.inputs.sheets.priors.sheet)
    throw new DoorProblem(
      "unsupported",
      `${current.file}：没有“填报-上年对比”这张表，没有上年数可以核对。请在这张表里填上年预算数；说明已写好的，给出写好的报告（.docx、.pdf）。`,
    );
  return { ...holdLastYear(current.book, published), prose: [] };
}

function heldText(terminal: Terminal, current: NamedFile, last: NamedFile, { figures, findings, notes, prose }: Held): string {
  const count = (state: string): string => String(figures.filter((figure) => figure.state === state).length);
  const errors = [...findings, ...prose].filter(({ verdict, severity }) => verdict === "broken" && severity === "error").length;
  const lines = [
    paint(terminal, "bold", `${oneLine(current.file)}（上年 ${oneLine(last.file)}）`),
    ...notes.map((note) => `  ${oneLine(note)}`),
    ...aligned(findingRows(findings)).map((line) => `  ${line}`),
    ...prose.flatMap((finding) => proofFindingText(terminal, finding, current.printed?.lines ?? [])),
    paint(
      terminal,
      errors > 0 ? "red" : "green",
      current.printed
        ? `说明里与上年公开数不符的 ${String(errors)} 处。`
        : `上年数 ${String(figures.length)} 个：相符 ${count("same")}，不同 ${count("differs")}，没有填 ${count("blank")}，没有列 ${count("absent")}。`,
    ),
  ];
  return `${lines.join("\n")}\n`;
}

function heldJson(current: NamedFile, last: NamedFile, { figures, findings, notes, prose }: Held): object {
  const { printed } = current;
  return {
    file: current.file,
    lastYear: last.file,
    ...identityLine(current.book.recognised),
    figures: figures.map(({ category, code, name, kind, state, stated, published }) => ({
      category,
      code,
      name,
      kind,
      state,
      stated: stated?.toString() ?? null,
      published: published.toString(),
    })),
    notes,
    findings: [
      ...findings.map((finding) => findingLine(finding)),
      ...(printed ? prose.map((finding) => proofFindingLine(finding, printed)) : []),
    ],
  };
}

/** This year's statements of last year against last year's published tables; exit codes as `check`. */
export async function lastYear(terminal: Terminal, { file, last, json }: Extract<Command, { name: "lastYear" }>): Promise<ExitCode> {
  const [current, published] = [await openChecked(file), await openChecked(last)];
  const problem = notLastYear(current.book.recognised, published.book.recognised);
  if (problem !== null) throw new DoorProblem("unsupported", problem);
  const held = hold(current, published);
  terminal.out(json ? `${JSON.stringify(heldJson(current, published, held))}\n` : heldText(terminal, current, published, held));
  return [...held.findings, ...held.prose].some(({ verdict, severity }) => verdict === "broken" && severity === "error") ? 1 : 0;
}
