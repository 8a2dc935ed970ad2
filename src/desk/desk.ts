import { rankOf, type DeskFile, type DeskFinding, type DeskProof, type Tally } from "./file";
import { officesOf, type Office } from "./offices";

/**
 * Many offices at once: what a reviewer sees. Pure data over the lines of the files (`deskFile`, `deskProof`); the command
 * line writes it as a file, the page shows it. Adding a file means making it again: linear in the files, milliseconds for
 * hundreds.
 */
export interface Desk {
  /** One row an office and year, in the order given. */
  readonly offices: readonly OfficeRow[];
  /** The columns of the map: the rule that most offices break first. */
  readonly checks: readonly CheckColumn[];
  /** What is common to many: to be said once, above. */
  readonly common: readonly Common[];
  readonly totals: Totals;
}

/** An office with what is said of it in one line and in the map. */
export interface OfficeRow extends Office {
  /** Of the tables: the workbook's where there is one, else the report's. */
  readonly tally: Tally;
  /** Tables and words together, the worst first. */
  readonly findings: readonly DeskFinding[];
  /** By rule. Offices × checks is `row.marks.get(check.id)`. */
  readonly marks: ReadonlyMap<string, Mark>;
  readonly state: OfficeState;
}

/** unreadable: nothing is known of it · broken: something does not agree · open: nothing does not agree, but something is doubtful, was not run or not read · clean */
export type OfficeState = "unreadable" | "broken" | "open" | "clean";

/** From the worst. */
export const OFFICE_STATES: readonly OfficeState[] = ["unreadable", "broken", "open", "clean"];

/** How one rule stands in one office: the worst of its findings, and how many there are. */
export interface Mark {
  readonly level: Level;
  readonly count: number;
}

/** error is called 不符, notRun 未执行, warning 请核实, info 提示; from the worst. */
export type Level = "error" | "notRun" | "warning" | "info";

export const LEVELS: readonly Level[] = ["error", "notRun", "warning", "info"];
export const LEVEL_WORDS: Readonly<Record<Level, string>> = { error: "不符", notRun: "未执行", warning: "请核实", info: "提示" };

export interface CheckColumn {
  readonly id: string;
  /** The rule in words. */
  readonly why: string;
  readonly level: Level;
  /** How many offices have a finding of this rule. */
  readonly offices: number;
  readonly findings: number;
}

/** One and the same thing in many offices. */
export interface Common {
  readonly id: string;
  /** One Chinese sentence: how many offices, and what. */
  readonly message: string;
  /** Indexes in `Desk.offices`. */
  readonly offices: readonly number[];
}

export interface Totals {
  readonly files: number;
  readonly offices: number;
  readonly unreadable: number;
  readonly broken: number;
  readonly open: number;
  readonly clean: number;
}

/** So many offices, and so large a share of those of the same form, and it is no longer this office's own slip. */
const FEWEST_COMMON = 3;
const COMMON_SHARE = 0.25;
/** Said above; the map says the rest. */
const MOST_COMMON = 12;

/** The desk of these files. `proofs`: reports that were held against the workbooks of their offices (`pairsOf`). */
export function deskOf(files: readonly DeskFile[], proofs: readonly DeskProof[] = []): Desk {
  const offices = officesOf(files, proofs).map(rowOf);
  const count = (state: OfficeState): number => offices.filter((office) => office.state === state).length;
  return {
    offices,
    checks: checkColumns(offices),
    common: commonOf(offices),
    totals: {
      files: files.length,
      offices: offices.length,
      unreadable: count("unreadable"),
      broken: count("broken"),
      open: count("open"),
      clean: count("clean"),
    },
  };
}

export const levelOf = ({ verdict, severity }: DeskFinding): Level => (verdict === "notRun" ? "notRun" : severity);

const worse = (one: Level, other: Level): Level => (LEVELS.indexOf(one) <= LEVELS.indexOf(other) ? one : other);

function rowOf(office: Office): OfficeRow {
  const { workbook, report, prose } = office;
  const tables = workbook ?? report;
  // A report beside its workbook is held against it table by table: its own tables need no second judgement.
  const findings = [...(tables?.findings ?? []), ...(prose?.findings ?? [])].sort((a, b) => rankOf(a) - rankOf(b));
  const marks = new Map<string, Mark>();
  for (const finding of findings) {
    const mark = marks.get(finding.id);
    const level = levelOf(finding);
    marks.set(finding.id, mark ? { level: worse(mark.level, level), count: mark.count + 1 } : { level, count: 1 });
  }
  const tally = tables?.tally ?? { holds: 0, rounding: 0, error: 0, warning: 0, info: 0, notRun: 0 };
  return { ...office, tally, findings, marks, state: stateOf(office, tally) };
}

function stateOf({ workbook, report, prose }: Office, { error, warning, notRun }: Tally): OfficeState {
  const files = [workbook, report].filter((file) => file !== null);
  if (files.some(({ state }) => state !== "checked")) return "unreadable";
  if (error + (prose?.error ?? 0) > 0) return "broken";
  const doubts = warning + notRun + (prose ? prose.warning + prose.unchecked : 0);
  return doubts > 0 || files.some(({ unread, missing }) => unread + missing.length > 0) ? "open" : "clean";
}

/** The rules that anything was found of, most offices first, then the worst. */
function checkColumns(offices: readonly OfficeRow[]): readonly CheckColumn[] {
  const columns = new Map<string, CheckColumn>();
  for (const { marks, findings } of offices)
    for (const [id, { level, count }] of marks) {
      const column = columns.get(id);
      const why = column?.why ?? "";
      columns.set(id, {
        id,
        why: why === "" ? (findings.find((finding) => finding.id === id)?.why ?? "") : why,
        level: column ? worse(column.level, level) : level,
        offices: (column?.offices ?? 0) + 1,
        findings: (column?.findings ?? 0) + count,
      });
    }
  return [...columns.values()].sort(
    (a, b) =>
      b.offices - a.offices || LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || b.findings - a.findings || (a.id < b.id ? -1 : 1),
  );
}

/** The same finding in several rows. */
interface Alike {
  readonly finding: DeskFinding;
  readonly form: string;
  readonly rows: number[];
  /** Two files of one office are one office. */
  readonly names: Set<string>;
}

/** Findings that many offices of one form have alike: the same rule on the same row and columns. Then the form is to be looked at. */
function commonOf(offices: readonly OfficeRow[]): readonly Common[] {
  const ofForm = new Map<string, Set<string>>();
  const seen = new Map<string, Alike>();
  for (const [index, { name, workbook, report, findings }] of offices.entries()) {
    const form = (workbook ?? report)?.form ?? "";
    ofForm.set(form, (ofForm.get(form) ?? new Set()).add(name));
    for (const finding of findings) {
      if (levelOf(finding) === "info") continue;
      const key = `${form}\n${levelOf(finding)}\n${finding.key}`;
      const same = seen.get(key) ?? { finding, form, rows: [], names: new Set() };
      seen.set(key, same);
      if (same.rows.at(-1) !== index) same.rows.push(index);
      same.names.add(name);
    }
  }
  const inAll = ({ form }: Alike): number => ofForm.get(form)?.size ?? 0;
  return [...seen.values()]
    .filter((same) => same.names.size >= FEWEST_COMMON && same.names.size >= COMMON_SHARE * inAll(same))
    .sort((a, b) => b.names.size - a.names.size)
    .slice(0, MOST_COMMON)
    .map((same) => ({ id: same.finding.id, message: commonWords(same, inAll(same)), offices: same.rows }));
}

/** What is common, with one office's own words as the example: rules alone are too short to be understood. */
function commonWords({ finding, form, names }: Alike, inAll: number): string {
  const many = `${String(names.size)} 个单位（用“${form}”的共 ${String(inAll)} 个）都有同一处${LEVEL_WORDS[levelOf(finding)]}`;
  const why = finding.why === "" || finding.verdict === "notRun" ? "" : `（${finding.why}）`;
  return `${many}${why}，先看下发的表样和填报口径。如：${finding.message}`;
}
