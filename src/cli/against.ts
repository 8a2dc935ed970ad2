import { fullAddress } from "../amount/cell-ref";
import { identityWords, belongTogether } from "../review/belongs";
import { cellWords, MOVED, textWords } from "../desk/desk-round";
import { areSame, compareRounds, type Rounds } from "../desk/rounds";
import { alteredWords } from "../render/desk-words";
import { cellLine, findingLine } from "../results/finding-line";
import { identityLine } from "../results/identity-line";
import type { Command } from "./arguments";
import type { ExitCode } from "./exit-code";
import { openRound, type NamedFile } from "./checked-file";
import { findingRows } from "./report-text";
import { aligned, oneLine, paint, type Terminal } from "./terminal";

type Colour = Pick<Terminal, "colour">;

const part = (terminal: Colour, title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [paint(terminal, "bold", `${title}（${String(lines.length)} 处）：`), ...lines.map((line) => `  ${line}`)];

function roundsText(terminal: Colour, after: NamedFile, before: NamedFile, rounds: Rounds): string {
  const { cells, rows, tables, unchecked, texts, repaired, remaining, altered, added } = rounds;
  const cellsOf = (wanted: boolean): readonly string[] =>
    cells.filter(({ asked }) => asked === wanted).map((cell) => oneLine(cellWords(cell)));
  const findings = (found: Rounds["added"]): readonly string[] => aligned(findingRows(found));
  const same = areSame(rounds);
  const lines = [
    paint(terminal, "bold", `${oneLine(after.file)}（对照 ${oneLine(before.file)}）`),
    ...(belongTogether(after.book.recognised, before.book.recognised)
      ? []
      : [
          paint(
            terminal,
            "yellow",
            `两个文件写的单位或年度不同：${oneLine(identityWords(after.book.recognised))}；${oneLine(identityWords(before.book.recognised))}。请看是不是选错了文件。`,
          ),
        ]),
    ...part(terminal, "没有意见而改了的数", cellsOf(false)),
    ...part(terminal, "按意见改了的数", cellsOf(true)),
    ...part(
      terminal,
      "改了的文字",
      texts.map((text) => oneLine(textWords(text))),
    ),
    ...part(
      terminal,
      "行",
      rows.map(({ kind, table, row, cell }) => oneLine(`${MOVED[kind]}：${table}“${row}”（${fullAddress(cell)}）`)),
    ),
    ...part(
      terminal,
      "表",
      tables.map(({ kind, table }) => oneLine(`${MOVED[kind]}：${table}`)),
    ),
    ...part(
      terminal,
      "只有一边认出来、没有比的数",
      unchecked.map((cell) => oneLine(fullAddress(cell))),
    ),
    ...part(terminal, "已改好的问题", findings(repaired)),
    ...part(terminal, "数字已改、仍不对的问题", findings(altered)),
    ...part(terminal, "没有动、还在的问题", findings(remaining.filter((finding) => !altered.includes(finding)))),
    ...part(terminal, "新出现的问题", findings(added)),
    paint(
      terminal,
      same ? "green" : "yellow",
      `${same ? `表里的数${after.printed ? "和文字" : ""}没有不同` : `不同的数 ${String(cells.length)} 处，行 ${String(rows.length)} 处，表 ${String(tables.length)} 张${after.printed ? `，文字 ${String(texts.length)} 段` : ""}`}；已改好 ${String(repaired.length)}，还在 ${String(remaining.length)}${alteredWords(altered.length)}，新出现 ${String(added.length)}。`,
    ),
  ];
  return `${lines.join("\n")}\n`;
}

function roundsJson(after: NamedFile, before: NamedFile, rounds: Rounds): object {
  const { cells, rows, tables, unchecked, texts, repaired, remaining, altered, added } = rounds;
  const lines = (findings: Rounds["added"], { printed }: NamedFile): readonly object[] => findings.map((one) => findingLine(one, printed));
  return {
    file: after.file,
    against: before.file,
    ...identityLine(after.book.recognised),
    belongTogether: belongTogether(after.book.recognised, before.book.recognised),
    same: areSame(rounds),
    cells: cells.map(({ kind, table, row, column, before: was, after: is, beforeCell, afterCell, asked }) => ({
      kind,
      table,
      row,
      column,
      before: was,
      after: is,
      asked,
      cells: [cellLine(afterCell, after.printed), cellLine(beforeCell, before.printed)],
    })),
    rows: rows.map(({ cell, kind, ...row }) => ({ kind, ...row, cell: cellLine(cell, kind === "added" ? after.printed : before.printed) })),
    tables,
    texts,
    unchecked: unchecked.map((cell) => cellLine(cell, after.printed)),
    repaired: lines(repaired, before),
    remaining: lines(remaining, after),
    altered: lines(altered, after),
    new: lines(added, after),
  };
}

/** Two rounds of one file, or the approved and the published one: 0 no difference in the tables, 1 some. */
export async function against(terminal: Terminal, { file, other, json }: Extract<Command, { name: "against" }>): Promise<ExitCode> {
  const [after, before] = [await openRound(file), await openRound(other)];
  const rounds = compareRounds(before, after);
  terminal.out(json ? `${JSON.stringify(roundsJson(after, before, rounds))}\n` : roundsText(terminal, after, before, rounds));
  return areSame(rounds) ? 0 : 1;
}
