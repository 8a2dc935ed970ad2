import { holdAgainstLast, lastYearWords, type HeldAgainst } from "../desk/last-year";
import { DoorProblem } from "../hosts/door";
import { findingLine } from "../results/finding-line";
import { identityLine } from "../results/identity-line";
import { proofFindingLine } from "../results/proof-line";
import type { Command } from "./arguments";
import type { ExitCode } from "./exit-code";
import { openChecked, openTables, type NamedFile } from "./checked-file";
import { findingRows } from "./report-text";
import { proofFindingText } from "./proofread-text";
import { aligned, oneLine, paint, type Terminal } from "./terminal";

function heldText(terminal: Terminal, current: NamedFile, last: Pick<NamedFile, "file">, held: HeldAgainst): string {
  const { findings, notes, prose } = held;
  const errors = [...findings, ...prose].filter(({ verdict, severity }) => verdict === "broken" && severity === "error").length;
  const lines = [
    paint(terminal, "bold", `${oneLine(current.file)}（上年 ${oneLine(last.file)}）`),
    ...notes.map((note) => `  ${oneLine(note)}`),
    ...aligned(findingRows(findings)).map((line) => `  ${line}`),
    ...prose.flatMap((finding) => proofFindingText(terminal, finding, current.printed?.lines ?? [])),
    paint(terminal, errors > 0 ? "red" : "green", lastYearWords(held, current.printed !== null)),
  ];
  return `${lines.join("\n")}\n`;
}

function heldJson(current: NamedFile, last: Pick<NamedFile, "file">, { figures, findings, notes, prose }: HeldAgainst): object {
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
  const [current, published] = [await openChecked(file), await openTables(last)];
  const held = holdAgainstLast(current, published);
  if (typeof held === "string") throw new DoorProblem("unsupported", `${current.file}：${held}`);
  terminal.out(json ? `${JSON.stringify(heldJson(current, published, held))}\n` : heldText(terminal, current, published, held));
  return [...held.findings, ...held.prose].some(({ verdict, severity }) => verdict === "broken" && severity === "error") ? 1 : 0;
}
