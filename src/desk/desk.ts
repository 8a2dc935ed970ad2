import { decided, forAllOf, isRejected, isUndecided, type Decided, type Decision, type Standing } from "./decisions";
import { rankOf, type DeskFile, type DeskFinding, type DeskProof, type Tally } from "./file";
import type { FileIdentity } from "./file-identity";
import type { DeskHeld, DeskRound } from "./held";
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
  /** Files of the round before that none of this one was held against: to be asked for. */
  readonly gone: readonly FileIdentity[];
  /** In Chinese: which files lay among these and were not read, and what to do; "" where all were. */
  readonly passedOver: string;
}

/** A finding with what was decided on it. */
export interface JudgedFinding extends DeskFinding {
  readonly standing: Standing;
  /** Which of the office's files it speaks of. */
  readonly of: "workbook" | "report";
}

/** An office with what is said of it in one line and in the map. */
export interface OfficeRow extends Office {
  /** Of the tables: the workbook's where there is one, else the report's; without what was rejected. */
  readonly tally: Tally;
  /** Tables, words, and what holding it against other files has found, the worst first. */
  readonly findings: readonly JudgedFinding[];
  readonly judged: Judged;
  /** Held against last year's file, or against its units. */
  readonly held: readonly DeskHeld[];
  /** Against the round before: the workbook's, the report's. */
  readonly rounds: readonly DeskRound[];
  /** By rule. Offices × checks is `row.marks.get(check.id)`. */
  readonly marks: ReadonlyMap<string, Mark>;
  readonly state: OfficeState;
}

/** How many findings were decided how; `rejected` are counted nowhere else. */
export interface Judged {
  readonly accepted: number;
  readonly rejected: number;
  readonly undecided: number;
  readonly disputed: number;
  readonly lapsed: number;
}

/**
 * unreadable: nothing is known of it · broken: something does not agree · open: nothing does not agree, but something is doubtful,
 * was not run or not read · settled: all that was found was rejected by a person · clean
 */
export type OfficeState = "unreadable" | "broken" | "open" | "settled" | "clean";

/** From the worst. */
export const OFFICE_STATES: readonly OfficeState[] = ["unreadable", "broken", "open", "settled", "clean"];

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
  /** What the rule is called; its number where it has no name. */
  readonly name: string;
  readonly level: Level;
  /** How many offices have a finding of this rule. */
  readonly offices: number;
  readonly findings: number;
}

/** One and the same thing in many offices. */
export interface Common {
  readonly id: string;
  /** Tells it from every other. */
  readonly key: string;
  /** One office's of each place, the first as the example: the same words in several places of an office are one thing. */
  readonly findings: readonly [DeskFinding, ...DeskFinding[]];
  readonly form: string;
  /** Of the offices that have it: it is decided for all of one year at once. */
  readonly years: readonly (number | null)[];
  /** What was decided for all, of every year; null where that was not. */
  readonly decided: Standing | null;
  readonly judged: Judged;
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
  readonly settled: number;
  readonly clean: number;
  readonly judged: Judged;
}

/** What a desk is put together from besides its files. */
export interface DeskMore {
  /** Reports that were held against the workbooks of their offices (`pairsOf`). */
  readonly proofs?: readonly DeskProof[];
  /** Files held against last year's, or against their units. */
  readonly held?: readonly DeskHeld[];
  readonly rounds?: readonly DeskRound[];
  readonly decisions?: readonly Decision[];
  readonly gone?: readonly FileIdentity[];
  readonly passedOver?: string;
}

/** So many offices, and so large a share of those of the same form, and it is no longer this office's own slip. */
const FEWEST_COMMON = 3;
const COMMON_SHARE = 0.25;
/** Said above; the map says the rest. */
const MOST_COMMON = 12;

/** The desk of these files. */
export function deskOf(
  files: readonly DeskFile[],
  { proofs = [], held = [], rounds = [], decisions = [], gone = [], passedOver = "" }: DeskMore = {},
): Desk {
  const about: About = { held: byFile(held), rounds: byFile(rounds), decided: decided(decisions) };
  const offices = officesOf(files, proofs).map((office) => rowOf(office, about));
  const count = (state: OfficeState): number => offices.filter((office) => office.state === state).length;
  return {
    offices,
    checks: checkColumns(offices),
    common: commonOf(offices, about.decided),
    totals: {
      files: files.length,
      offices: offices.length,
      unreadable: count("unreadable"),
      broken: count("broken"),
      open: count("open"),
      settled: count("settled"),
      clean: count("clean"),
      judged: offices.reduce((sum, { judged }) => plus(sum, judged), NONE_JUDGED),
    },
    gone,
    passedOver,
  };
}

const NONE_JUDGED: Judged = { accepted: 0, rejected: 0, undecided: 0, disputed: 0, lapsed: 0 };

const plus = (one: Judged, other: Judged): Judged => ({
  accepted: one.accepted + other.accepted,
  rejected: one.rejected + other.rejected,
  undecided: one.undecided + other.undecided,
  disputed: one.disputed + other.disputed,
  lapsed: one.lapsed + other.lapsed,
});

/** What is known of offices besides their files, by the file it is about. */
interface About {
  readonly held: ReadonlyMap<string, readonly DeskHeld[]>;
  readonly rounds: ReadonlyMap<string, readonly DeskRound[]>;
  readonly decided: Decided;
}

function byFile<T extends { readonly file: string }>(items: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const files = new Map<string, T[]>();
  for (const item of items) {
    const there = files.get(item.file);
    if (there) there.push(item);
    else files.set(item.file, [item]);
  }
  return files;
}

/** So many of a level, in tables and words alike: what an office's conclusion rests on. */
export function countsOf({ tally, prose }: Pick<OfficeRow, "tally" | "prose">): Readonly<Record<"error" | "warning" | "notRun", number>> {
  return { error: tally.error + (prose?.error ?? 0), warning: tally.warning + (prose?.warning ?? 0), notRun: tally.notRun };
}

/** Whether anything of the file was checked: its tables, or its words alone. */
export const isChecked = ({ state }: Pick<DeskFile, "state">): boolean => state === "checked" || state === "words";

/** Whether anything of the office was checked: of what was not there are no numbers, not noughts. */
export const wasChecked = ({ workbook, report }: Pick<OfficeRow, "workbook" | "report">): boolean =>
  [workbook, report].some((file) => file !== null && isChecked(file));

export const levelOf = ({ verdict, severity }: DeskFinding): Level => (verdict === "notRun" ? "notRun" : severity);

const worse = (one: Level, other: Level): Level => (LEVELS.indexOf(one) <= LEVELS.indexOf(other) ? one : other);

function rowOf(office: Office, about: About): OfficeRow {
  const { name, year, workbook, report, prose } = office;
  const tables = workbook ?? report;
  const files = [workbook, report].flatMap((file) => file?.file ?? []);
  const held = files.flatMap((file) => about.held.get(file) ?? []);
  const whose = { name, year, form: tables?.form ?? "" };
  const judged =
    (of: JudgedFinding["of"]) =>
    (finding: DeskFinding): JudgedFinding => ({ ...finding, of, standing: about.decided.standing(whose, finding) });
  const kindOf = (file: string): JudgedFinding["of"] => (file === workbook?.file ? "workbook" : "report");
  // A report beside its workbook is held against it table by table: its own tables need no second judgement.
  const findings = [
    ...(tables?.findings ?? []).map(judged(workbook ? "workbook" : "report")),
    ...(prose?.findings ?? []).map(judged("report")),
    ...held.flatMap((one) => one.findings.map(judged(kindOf(one.file)))),
  ].sort((a, b) => rankOf(a) - rankOf(b));
  const marks = new Map<string, Mark>();
  for (const finding of findings) {
    if (isRejected(finding.standing)) continue;
    const mark = marks.get(finding.id);
    const level = levelOf(finding);
    marks.set(finding.id, mark ? { level: worse(mark.level, level), count: mark.count + 1 } : { level, count: 1 });
  }
  const proseIs = new Set(prose?.findings.map(({ key }) => key));
  const rejected = findings.filter(({ standing }) => isRejected(standing));
  const ofWords = rejected.filter(({ of, key }) => of === "report" && proseIs.has(key));
  const others = held.flatMap((one) => one.findings);
  const tally = less(
    more(tables?.tally ?? NOTHING, others),
    rejected.filter((finding) => !ofWords.includes(finding)),
  );
  const row = { ...office, prose: prose && { ...prose, ...less(prose, ofWords) }, tally, findings, marks, held };
  return {
    ...row,
    rounds: files.flatMap((file) => about.rounds.get(file) ?? []),
    judged: judgedOf(findings),
    state: stateOf(row, rejected.length > 0),
  };
}

const NOTHING: Tally = { holds: 0, rounding: 0, error: 0, warning: 0, info: 0, notRun: 0 };

const numberOf = (findings: readonly DeskFinding[], level: Level): number =>
  findings.filter((finding) => levelOf(finding) === level).length;

/** A count of findings without some of them. */
function less<T extends Pick<Tally, "error" | "warning">>(tally: T, findings: readonly DeskFinding[]): T {
  return { ...tally, ...counted(tally, findings, -1) };
}

const more = (tally: Tally, findings: readonly DeskFinding[]): Tally => ({ ...tally, ...counted(tally, findings, 1) });

function counted<T extends Partial<Record<Level, number>>>(tally: T, findings: readonly DeskFinding[], way: 1 | -1): Partial<T> {
  const levels = LEVELS.filter((level) => tally[level] !== undefined);
  return Object.fromEntries(levels.map((level) => [level, (tally[level] ?? 0) + way * numberOf(findings, level)])) as Partial<T>;
}

function judgedOf(findings: readonly JudgedFinding[]): Judged {
  const count = (wanted: (standing: Standing) => boolean): number => findings.filter(({ standing }) => wanted(standing)).length;
  return {
    accepted: count(({ state }) => state === "accepted"),
    rejected: count(isRejected),
    undecided: count(isUndecided),
    disputed: count(({ state }) => state === "disputed"),
    lapsed: count(({ state }) => state === "lapsed"),
  };
}

function stateOf(office: Pick<OfficeRow, "workbook" | "report" | "prose" | "tally">, anyRejected: boolean): OfficeState {
  const { workbook, report, prose } = office;
  const files = [workbook, report].filter((file) => file !== null);
  if (!files.every(isChecked)) return "unreadable";
  if (countsOf(office).error > 0) return "broken";
  if (isOpen({ ...office, files, prose })) return "open";
  return anyRejected ? "settled" : "clean";
}

/** Whether anything is doubtful, was not run or not read: all tables, where there are but words. */
const isOpen = ({ tally, prose, files }: Pick<OfficeRow, "tally" | "prose"> & { readonly files: readonly DeskFile[] }): boolean =>
  files.every(({ state }) => state === "words") ||
  tally.warning + tally.notRun + (prose ? prose.warning + prose.unchecked : 0) > 0 ||
  files.some(({ unread, missing }) => unread + missing.length > 0);

/** A file by itself: as the row of an office that has no other. */
export const fileState = (file: DeskFile): OfficeState =>
  stateOf({ workbook: file, report: null, prose: file.prose && { ...file.prose, beside: false }, tally: file.tally }, false);

/** The rules that anything was found of, most offices first, then the worst. */
function checkColumns(offices: readonly OfficeRow[]): readonly CheckColumn[] {
  const columns = new Map<string, CheckColumn>();
  for (const { marks, findings } of offices)
    for (const [id, { level, count }] of marks) {
      const column = columns.get(id);
      const name = column?.name ?? findings.find((finding) => finding.id === id)?.rule ?? "";
      columns.set(id, {
        id,
        name: name === "" ? id : name,
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
  readonly findings: readonly [DeskFinding, ...DeskFinding[]];
  readonly form: string;
  readonly judged: readonly JudgedFinding[];
  readonly years: ReadonlySet<number | null>;
  readonly rows: readonly number[];
  /** Two files of one office are one office. */
  readonly names: ReadonlySet<string>;
}

const together = (one: Alike, other: Alike): Alike => ({
  form: one.form,
  findings: [...one.findings, ...other.findings],
  judged: [...one.judged, ...other.judged],
  years: new Set([...one.years, ...other.years]),
  rows: [...new Set([...one.rows, ...other.rows])].sort((a, b) => a - b),
  names: new Set([...one.names, ...other.names]),
});

/** What says the same words in other places is the same thing. */
function sameWords(all: readonly (readonly [key: string, Alike])[]): readonly (readonly [key: string, Alike])[] {
  const said = new Map<string, readonly [key: string, Alike]>();
  for (const [key, alike] of all) {
    const { form, findings } = alike;
    const words = JSON.stringify([form, levelOf(findings[0]), findings[0].id, findings[0].message]);
    const known = said.get(words);
    said.set(words, known ? [known[0], together(known[1], alike)] : [key, alike]);
  }
  return [...said.values()];
}

/** While it is put together. */
interface Gathered extends Alike {
  readonly judged: JudgedFinding[];
  readonly years: Set<number | null>;
  readonly rows: number[];
  readonly names: Set<string>;
}

/**
 * Findings that many offices of one form have alike: the same rule on the same row and columns. Then the form is to be looked at.
 * A total that each misses by a slip of its own is none of them.
 * What was rejected for all at once is listed still: that may be taken back.
 */
function commonOf(offices: readonly OfficeRow[], about: Decided): readonly Common[] {
  const ofForm = new Map<string, Set<string>>();
  const seen = new Map<string, Gathered>();
  for (const [index, { name, year, workbook, report, findings }] of offices.entries()) {
    const form = (workbook ?? report)?.form ?? "";
    ofForm.set(form, (ofForm.get(form) ?? new Set()).add(name));
    for (const finding of findings) {
      if (levelOf(finding) === "info" || finding.follows || (isRejected(finding.standing) && !forAllOf(finding.standing))) continue;
      const key = `${form}\n${levelOf(finding)}\n${finding.key}`;
      const same = seen.get(key) ?? { findings: [finding], form, judged: [], years: new Set(), rows: [], names: new Set() };
      seen.set(key, same);
      if (same.rows.at(-1) !== index) same.rows.push(index);
      same.names.add(name);
      same.years.add(year);
      same.judged.push(finding);
    }
  }
  const inAll = ({ form }: Alike): number => ofForm.get(form)?.size ?? 0;
  const common = [...seen].filter(([, same]) => same.names.size >= FEWEST_COMMON && same.names.size >= COMMON_SHARE * inAll(same));
  return [...sameWords(common)]
    .sort(([, a], [, b]) => b.names.size - a.names.size)
    .slice(0, MOST_COMMON)
    .map(([key, same]): Common => {
      const { findings, form, rows: of, judged } = same;
      const years = [...same.years].sort((a, b) => (a ?? 0) - (b ?? 0));
      const decisions = years.flatMap((year) => findings.map((finding) => about.forAll({ form, year }, finding)));
      const decided = decisions.every((one) => one !== null) ? (decisions[0] ?? null) : null;
      return {
        id: findings[0].id,
        key,
        findings,
        form,
        years,
        decided,
        judged: judgedOf(judged),
        message: commonWords(same, inAll(same)),
        offices: of,
      };
    });
}

/** What is common, with one office's own words as the example: rules alone are too short to be understood. */
function commonWords({ findings, form, names }: Alike, inAll: number): string {
  const [finding, another] = findings;
  const which = another ? `同样的 ${String(findings.length)} 处` : "同一处";
  const many = `${String(names.size)} 个单位（用“${form}”的共 ${String(inAll)} 个）都有${which}${LEVEL_WORDS[levelOf(finding)]}`;
  const why = finding.rule === "" || finding.verdict === "notRun" ? "" : `（${finding.rule}）`;
  return `${many}${why}，先看下发的表样和填报口径。如：${finding.message}${finding.advice}`;
}
