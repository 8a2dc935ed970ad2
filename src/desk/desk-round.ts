import { address, fullAddress } from "../amount/cell-ref";
import { levelOf } from "../checks/level";
import type { CheckedFile, FileTables } from "../results/checked";
import { findingLine } from "../results/finding-line";
import { proofFindingLine } from "../results/proof-line";
import { deskFinding, type DeskFile, type DeskFinding } from "./file";
import { becameOf, type Became } from "./became";
import type { ChangedCell } from "./changed-cell";
import { compareRounds, type ChangedText, type Rounds } from "./rounds";
import type { DeskChange, DeskRound } from "./held";

/** A file that was opened and checked, by its name. */
export interface NamedCheck extends CheckedFile {
  readonly file: string;
}

/** A file of which only the tables are wanted, by its name. */
export interface NamedTables extends FileTables {
  readonly file: string;
}

/** What a desk keeps of one file's changes; all are counted. */
const MOST_CHANGES = 100;

/** "表5“行政运行”的“基本支出”：原来 1.00，现在 2.00（表5!E6）" */
export function cellWords({ table, row, column, before, after, afterCell, kind }: ChangedCell): string {
  const what = kind === "name" ? `${table}的名称` : kind === "code" ? `${table}“${row}”的科目编码` : `${table}“${row}”的“${column}”`;
  return `${what}：原来 ${before === "" ? "空着" : before}，现在 ${after === "" ? "空着" : after}（${fullAddress(afterCell)}）`;
}

/** "第12段：原来“…”，现在“…”" */
export const textWords = ({ place, before, after }: ChangedText): string =>
  before === ""
    ? `${place}：新写的“${shortened(after)}”`
    : after === ""
      ? `${place}（上一稿）：删去了“${shortened(before)}”`
      : `${place}：原来“${before}”，现在“${after}”`;

const LONGEST = 60;
const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

export const MOVED = { added: "多了", gone: "少了" } as const;

function changesOf({ cells, rows, tables, texts }: Rounds): readonly DeskChange[] {
  const place = ({ sheet, ...at }: ChangedCell["afterCell"]): DeskChange["cell"] => ({ sheet, address: address(at) });
  const changes: readonly DeskChange[] = [
    ...tables.map(({ kind, table }) => ({ asked: false, words: `${MOVED[kind]}${table}`, cell: null })),
    ...rows.map(({ kind, table, row, cell }) => ({
      asked: false,
      words: `${MOVED[kind]}一行：${table}“${row}”`,
      cell: kind === "added" ? place(cell) : null,
    })),
    ...cells.map((cell) => ({ asked: cell.asked, words: cellWords(cell), cell: place(cell.afterCell) })),
    // Words may be mended freely; a figure in them may not.
    ...texts.filter(({ figures }) => figures).map((text) => ({ asked: text.asked, words: textWords(text), cell: null })),
  ];
  return [...changes].sort((a, b) => Number(a.asked) - Number(b.asked));
}

/** Hints ask for nothing: what became of them is neither counted nor listed. */
function withoutHints<T extends Pick<DeskFinding, "verdict" | "severity">>({ repaired, remaining, added, altered }: Became<T>): Became<T> {
  const problems = (findings: readonly T[]): readonly T[] => findings.filter((finding) => levelOf(finding) !== "info");
  return { repaired: problems(repaired), remaining: problems(remaining), added: problems(added), altered: problems(altered) };
}

/** A file beside that of the round before. */
export function deskRound(before: NamedCheck, after: NamedCheck): DeskRound {
  const rounds = compareRounds(before, after);
  const changes = changesOf(rounds);
  const { repaired, remaining, added, altered } = withoutHints<Rounds["added"][number]>(rounds);
  const kept = (findings: Rounds["added"], { printed, review }: NamedCheck): readonly DeskFinding[] => {
    const words = new Map(review?.proof.findings.map((finding) => [finding.key, finding]));
    return findings.map((finding) => {
      const word = words.get(finding.key);
      return deskFinding(word && printed ? proofFindingLine(word, printed) : findingLine(finding, printed));
    });
  };
  const asked = changes.filter((change) => change.asked).length;
  return {
    file: after.file,
    before: before.file,
    compared: true,
    changes: changes.slice(0, MOST_CHANGES),
    counts: {
      asked,
      unasked: changes.length - asked,
      unchecked: rounds.unchecked.length,
      repaired: repaired.length,
      remaining: remaining.length,
      altered: altered.length,
      added: added.length,
    },
    repaired: kept(repaired, before).slice(0, MOST_CHANGES),
    added: added.map(({ key }) => key),
    remaining: remaining.map(({ key }) => key),
    altered: altered.map(({ key }) => key),
  };
}

/** So many paragraphs may have come or gone between two rounds before a passage: without their texts nobody can tell. */
const MOVED_AT_MOST = 3;

/** Of the words of a report: the same figure is asked for by the same rule, nearby. */
const isSamePassage = (one: DeskFinding, other: DeskFinding): boolean =>
  one.quote !== "" &&
  other.quote !== "" &&
  one.expected !== "" &&
  one.expected === other.expected &&
  one.id === other.id &&
  Math.abs((one.paragraph ?? Infinity) - (other.paragraph ?? 0)) <= MOVED_AT_MOST;

/** The same where of the round before only its results are there: what became of the findings, and no figure. */
export function roundOfResults(before: DeskFile, after: DeskFile): DeskRound {
  const findingsOf = ({ findings, prose }: DeskFile): readonly DeskFinding[] => [...findings, ...(prose?.findings ?? [])];
  const became = becameOf(findingsOf(before), findingsOf(after), {
    isSamePlace: isSamePassage,
    // Of words `figures` holds the whole sentence: other words are no other figure.
    hasOtherFigures: (one, other) => one.quote === "" && one.figures !== other.figures,
  });
  const { repaired, remaining, added, altered } = withoutHints(became);
  return {
    file: after.file,
    before: before.file,
    compared: false,
    changes: [],
    counts: {
      asked: 0,
      unasked: 0,
      unchecked: 0,
      repaired: repaired.length,
      remaining: remaining.length,
      altered: altered.length,
      added: added.length,
    },
    repaired,
    added: added.map(({ key }) => key),
    remaining: remaining.map(({ key }) => key),
    altered: altered.map(({ key }) => key),
  };
}
