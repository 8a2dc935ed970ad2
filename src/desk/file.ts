import { NO_TABLES } from "../results/checked";
import type { CheckLine, FileLine, FindingLine, PlaceLine, ProofFindingLine, ProofLine } from "../results/line";
import type { Finding, Severity } from "../checks/report";
import { textRuleName } from "../checks/text-rules";
import { baseName } from "./base-name";

/**
 * What a desk keeps of one file: enough for its row, its column in the map and its findings, whatever the file held. A few
 * kilobytes, so that a desk of thousands fits into a page. Made from the file's line alone (`FileLine`), here or elsewhere.
 */
export interface DeskFile {
  /** The path as it was given. */
  readonly file: string;
  readonly kind: "workbook" | "report";
  /**
   * checked: tables were found and checked · words: a report of whose words alone anything is known: they were checked · noTables: read, but
   * nothing was understood · unreadable: `problem` says why.
   */
  readonly state: "checked" | "words" | "noTables" | "unreadable";
  /** In Chinese, with what to do next; "" where the file was checked. */
  readonly problem: string;
  /** As the tables state it; null where they do not. */
  readonly organisation: string | null;
  /** 部门 has units under it. */
  readonly organisationKind: CheckLine["organisationKind"] | null;
  readonly year: number | null;
  /** When it says that it was last saved, as ISO 8601; null where it does not. */
  readonly saved: string | null;
  /** Equal for files that are the same to the last byte; null where it is not known. */
  readonly content: string | null;
  /** What the form is called; "" where none was found. */
  readonly form: string;
  readonly tables: number;
  /** Numbers of the tables that the form has and the file lacks. */
  readonly missing: readonly (number | null)[];
  /** Sheets that no check looked at. */
  readonly unread: number;
  /** How many of the five 填报 sheets there are; entries on them that cannot be understood, and that are still open. */
  readonly inputs: CheckLine["inputs"];
  readonly tally: Tally;
  /** What does not agree or was not run, the worst first; at most `MOST_KEPT`. Tails of rounding are counted only. */
  readonly findings: readonly DeskFinding[];
  readonly suspects: readonly DeskSuspect[];
  /** What went wrong once and shows in many findings: to be said before them. */
  readonly causes: readonly DeskCause[];
  /** Of a report: its words against its own tables; null in a workbook. */
  readonly prose: Prose | null;
}

/** How many findings of each kind, `tally.error` being what is called 不符. All are counted, kept or not. */
export interface Tally {
  readonly holds: number;
  readonly rounding: number;
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly notRun: number;
}

export interface DeskFinding extends PlaceLine {
  readonly id: string;
  /** Equal for the same rule on the same row and columns in any office. */
  readonly key: string;
  readonly verdict: Finding["verdict"];
  readonly severity: Severity;
  /** What the rule is called, and why it must hold: of the tables' rules that is one and the same. */
  readonly rule: string;
  readonly why: string;
  readonly message: string;
  /** What to do; "" where the message says it. */
  readonly advice: string;
  /** The first cell it speaks of. */
  readonly cell: { readonly sheet: string; readonly address: string } | null;
  /** Equal while what it speaks of says the same. */
  readonly figures: string;
  /** Words at fault and what they should be; "" outside prose. */
  readonly quote: string;
  readonly expected: string;
  /** What it comes of: its place in the file's causes, or else in its suspects. */
  readonly cause?: number;
  readonly suspect?: number;
  /** A sum that does not come out because of an addend, which is most likely at fault: this office's own slip. */
  readonly follows?: true;
}

export interface DeskSuspect {
  readonly sheet: string;
  readonly address: string;
  readonly value: string;
  readonly expected: string | null;
  readonly message: string;
}

/** A whole table in 元, two tables under each other's titles, a row left out … */
export interface DeskCause {
  readonly message: string;
  readonly advice: string;
}

/** How a report's words stand to tables: a workbook's, or its own. */
export interface Prose {
  readonly error: number;
  readonly warning: number;
  /** Figures in the whole report, and those that were proved. */
  readonly figures: number;
  readonly proved: number;
  readonly unchecked: number;
  readonly findings: readonly DeskFinding[];
}

/** A report that was held against the workbook of its office. */
export interface DeskProof {
  readonly file: string;
  readonly text: string;
  readonly prose: Prose;
}

/** Of one file; a form that is wrong throughout says no more with ten times as many. */
const MOST_KEPT = 100;

/** What the desk keeps of a file's line. */
export function deskFile(line: FileLine): DeskFile {
  if ("error" in line) return unreadable(line.file, line.error);
  const checked = line.tables.length > 0;
  // Words that nobody knows whose they are may be about anything.
  const byWords = line.text !== undefined && line.organisation !== null && line.text.coverage.figures > 0;
  const following = followingIn(line);
  return {
    file: line.file,
    kind: line.text ? "report" : "workbook",
    state: checked ? "checked" : byWords ? "words" : "noTables",
    problem: checked ? "" : byWords ? `“${baseName(line.file)}”里没有认出公开表，只核对了文字。` : NO_TABLES,
    organisation: line.organisation,
    organisationKind: line.organisationKind,
    year: line.year,
    saved: line.saved ?? null,
    content: line.content ?? null,
    form: checked ? line.form : "",
    tables: line.tables.length,
    missing: line.missing,
    unread: line.unread.length,
    inputs: line.inputs,
    tally: checked ? tallyOf(line) : NOTHING,
    findings: checked ? kept(line.findings).map((one) => (following.has(one.key) ? { ...one, follows: true } : one)) : [],
    suspects: line.suspects.slice(0, MOST_KEPT).map(({ sheet, address, value, expected, message }) => ({
      sheet,
      address,
      value,
      expected,
      message,
    })),
    // Results of an earlier version have none.
    causes: ((line as Partial<CheckLine>).causes ?? []).map(({ message, advice }) => ({ message, advice })),
    prose: line.text ? proseOf(line.text) : null,
  };
}

/** What the desk keeps of a report held against a workbook; null where there was no workbook. */
export const deskProof = (line: ProofLine): DeskProof | null =>
  line.file === null ? null : { file: line.file, text: line.text, prose: proseOf(line) };

const NOTHING: Tally = { holds: 0, rounding: 0, error: 0, warning: 0, info: 0, notRun: 0 };

const unreadable = (file: string, problem: string): DeskFile => ({
  file,
  kind: /\.(?:docx|pdf|txt)$/i.test(file) ? "report" : "workbook",
  state: "unreadable",
  problem,
  organisation: null,
  organisationKind: null,
  year: null,
  saved: null,
  content: null,
  form: "",
  tables: 0,
  missing: [],
  unread: 0,
  inputs: { sheets: 0, problems: 0, open: 0 },
  tally: NOTHING,
  findings: [],
  suspects: [],
  causes: [],
  prose: null,
});

type Said = Pick<FindingLine, "verdict" | "severity">;

const count = (findings: readonly Said[], severity: Severity): number =>
  findings.filter((finding) => finding.verdict === "broken" && finding.severity === severity).length;

const tallyOf = ({ counts, findings }: CheckLine): Tally => ({
  holds: counts.holds,
  rounding: counts.rounding,
  error: count(findings, "error"),
  warning: count(findings, "warning"),
  info: count(findings, "info"),
  notRun: counts.notRun,
});

function proseOf({ coverage, findings }: Pick<ProofLine, "coverage" | "findings">): Prose {
  return {
    error: count(findings, "error"),
    warning: count(findings, "warning"),
    figures: coverage.figures,
    proved: coverage.proved,
    unchecked: coverage.unchecked.length,
    findings: kept(findings),
  };
}

/** The worst first: what does not agree, what was not run, what is doubtful, hints. */
export const rankOf = ({ verdict, severity }: Said): number => (verdict === "notRun" ? 1 : { error: 0, warning: 2, info: 3 }[severity]);

const kept = (findings: readonly (FindingLine | ProofFindingLine)[]): readonly DeskFinding[] =>
  findings
    .filter(({ verdict }) => verdict !== "rounding")
    .sort((a, b) => rankOf(a) - rankOf(b))
    .slice(0, MOST_KEPT)
    .map(deskFinding);

/** Keys of a table's own sums that do not come out because one of their addends is most likely at fault. */
function followingIn({ findings, suspects }: Pick<CheckLine, "findings" | "suspects">): ReadonlySet<string> {
  const isSuspect = (id: string, cell: FindingLine["cells"][number]): boolean =>
    suspects.some(({ sheet, address, explains }) => sheet === cell.sheet && address === cell.address && explains.includes(id));
  const follows = ({ id, cells: [sum, ...addends] }: FindingLine): boolean =>
    sum !== undefined &&
    addends.length > 1 &&
    addends.every(({ sheet }) => sheet === sum.sheet) &&
    addends.some((cell) => isSuspect(id, cell)) &&
    !isSuspect(id, sum);
  return new Set(findings.filter(follows).map(({ key }) => key));
}

export function deskFinding(finding: FindingLine | ProofFindingLine): DeskFinding {
  const { id, key, verdict, severity, why, message, advice, figures, cells, paragraph, page, cause, suspect } = finding;
  const [first] = cells;
  return {
    id,
    key,
    verdict,
    severity,
    rule: ("quote" in finding ? textRuleName(id) : null) ?? why,
    why,
    message,
    advice,
    cell: first ? { sheet: first.sheet, address: first.address } : null,
    figures,
    quote: "quote" in finding ? finding.quote : "",
    expected: "expected" in finding ? finding.expected : "",
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(page === undefined ? {} : { page }),
    ...(cause === undefined ? {} : { cause }),
    ...(suspect === undefined ? {} : { suspect }),
  };
}
