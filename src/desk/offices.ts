import { canon } from "../text/canon";
import { maySameOffice } from "../text/same-office";
import { baseName } from "./base-name";
import type { DeskFile, DeskProof, Prose } from "./file";
import type { FileIdentity } from "./file-identity";

/** One office and year: one row of the desk. At least one of `workbook` and `report` is there. */
export interface Office {
  /** As the tables state it; the file's own name where they state none. */
  readonly name: string;
  readonly year: number | null;
  readonly workbook: DeskFile | null;
  readonly report: DeskFile | null;
  /** The report's words: against the workbook where both were held against each other, else against its own tables. */
  readonly prose: (Prose & { readonly beside: boolean }) | null;
  /** In Chinese: why files were not put together; "" where there is nothing to say. */
  readonly note: string;
}

/** A workbook and the report that belongs to it, by office and year: what is to be held against each other. */
export interface Pair {
  readonly workbook: DeskFile;
  readonly report: DeskFile;
}

const nameOf = ({ organisation }: FileIdentity): string => canon(organisation ?? "");

const isNamed = (file: FileIdentity): boolean => file.year !== null && nameOf(file) !== "";

/** Files that can be put together: read, of a known office and year. */
const isKnown = (file: FileIdentity): boolean => file.state === "checked" && isNamed(file);

/** A report of which nothing but its words is known. */
const isWords = (file: FileIdentity): boolean => file.state === "words" && isNamed(file);

/** Files that are the same to the last byte are one: the first of them. */
function withoutCopies<File extends FileIdentity>(files: readonly File[]): readonly File[] {
  const seen = new Set<string>();
  return files.filter(({ content }) => {
    if (content === null) return true;
    const isFirst = !seen.has(content);
    seen.add(content);
    return isFirst;
  });
}

function grouped<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** Files of one kind, to be found by name. */
class ByName<File extends FileIdentity> {
  private readonly names: ReadonlyMap<string, readonly File[]>;

  constructor(files: readonly File[]) {
    this.names = grouped(files, nameOf);
  }

  /** Of the same name, else those whose name ends alike: the full and the short name of one office. */
  matching(name: string): readonly File[] {
    return this.names.get(name) ?? [...this.names].flatMap(([other, files]) => (maySameOffice(other, name) ? files : []));
  }
}

/**
 * Puts workbooks and reports of one office and year together. Only where it is sure: each is the other's only match. Two
 * workbooks of one office, or two offices whose names end alike, are left for a person.
 */
export function pairsOf(files: readonly DeskFile[]): readonly Pair[] {
  const own = withoutCopies(files);
  const whole = pairsAmong(own.filter(isKnown));
  const taken = new Set(whole.map(({ workbook }) => workbook));
  // Words alone go with a workbook that no whole report goes with.
  return [...whole, ...pairsAmong(own.filter((file) => (file.kind === "report" ? isWords(file) : isKnown(file) && !taken.has(file))))];
}

/** Of files that are all known. */
function pairsAmong(files: readonly DeskFile[]): readonly Pair[] {
  const ofYear = grouped(files, ({ year }) => String(year));
  return [...ofYear.values()].flatMap((group) => {
    const reports = group.filter(({ kind }) => kind === "report");
    const workbookOf = new ByName(group.filter(({ kind }) => kind === "workbook"));
    const reportOf = new ByName(reports);
    return reports.flatMap((report): readonly Pair[] => {
      const [workbook, another] = workbookOf.matching(nameOf(report));
      if (!workbook || another) return [];
      return reportOf.matching(nameOf(workbook)).length === 1 ? [{ workbook, report }] : [];
    });
  });
}

/** So many files back a partner is looked for while the others are still checked: in a folder both lie close to each other. */
const FEW = 24;

/**
 * Tells of each file that has been checked what it can already be held against, so that a report need not be read again. What
 * comes later may still show that they are no pair: `pairsOf` of all files decides.
 */
export function soonPairs(): (file: DeskFile) => readonly Pair[] {
  let last: readonly DeskFile[] = [];
  return (file) => {
    last = [...last.slice(1 - FEW), file];
    return pairsOf(last).filter(({ workbook, report }) => workbook === file || report === file);
  };
}

/** A file of the desk and the one that it is to be held against. */
export interface Partners<Other extends FileIdentity> {
  readonly file: DeskFile;
  readonly other: Other;
}

/**
 * The same office's files of the round before, or of years before: each of the same kind, and only where it is sure. For
 * last year's figures either kind will do, the workbook first.
 */
export function partnersOf<Other extends FileIdentity>(
  files: readonly DeskFile[],
  others: readonly Other[],
  yearsBack: 0 | 1,
): readonly Partners<Other>[] {
  const [ours, theirs] = [withoutCopies(files), withoutCopies(others)];
  const whole = partnersAmong(ours.filter(isKnown), theirs.filter(isKnown), yearsBack);
  // Words hold no figures of the year before that could be looked up.
  return yearsBack === 0 ? [...whole, ...partnersAmong(ours.filter(isWords), theirs.filter(isWords), yearsBack)] : whole;
}

/** Of files that are all known. */
function partnersAmong<Other extends FileIdentity>(
  files: readonly DeskFile[],
  others: readonly Other[],
  yearsBack: 0 | 1,
): readonly Partners<Other>[] {
  const own = grouped(files, ({ year }) => String(year));
  const theirs = grouped(others, ({ year }) => String(year));
  return [...own].flatMap(([year, group]) => {
    const before = theirs.get(String(Number(year) - yearsBack)) ?? [];
    const kinds = (["workbook", "report"] as const).map((kind) => {
      const of = ({ kind: one }: FileIdentity): boolean => one === kind;
      return { kind, ownOf: new ByName(group.filter(of)), otherOf: new ByName(before.filter(of)) };
    });
    return group.flatMap((file): readonly Partners<Other>[] => {
      const wanted = yearsBack === 0 ? kinds.filter(({ kind }) => kind === file.kind) : kinds;
      const ownOf = kinds.find(({ kind }) => kind === file.kind)?.ownOf;
      for (const { otherOf } of wanted) {
        const [other, another] = otherOf.matching(nameOf(file));
        if (other && !another && ownOf?.matching(nameOf(other)).length === 1) return [{ file, other }];
      }
      return [];
    });
  });
}

/** Of the other side the files that none was held against: their offices handed nothing in this time, or could not be told. */
export function withoutPartner<Other extends FileIdentity>(others: readonly Other[], pairs: readonly Partners<Other>[]): readonly Other[] {
  const held = new Set(pairs.map(({ other }) => other));
  return withoutCopies(others).filter((one) => !held.has(one));
}

/** The rows of the desk, in the order in which the files were given. */
export function officesOf(given: readonly DeskFile[], proofs: readonly DeskProof[] = []): readonly Office[] {
  const files = withoutCopies(given);
  const copies = grouped(given, ({ file, content }) => content ?? file);
  const pairs = pairsOf(files);
  const reportOf = new Map(pairs.map(({ workbook, report }) => [workbook, report]));
  const paired = new Set(pairs.map(({ report }) => report));
  const proofOf = new Map(proofs.map((proof) => [`${proof.file}\n${proof.text}`, proof]));
  const twins = grouped(files.filter(isKnown), (file) => `${file.kind} ${String(file.year)} ${nameOf(file)}`);
  return files
    .filter((file) => !paired.has(file))
    .map((file): Office => {
      const report = file.kind === "report" ? file : (reportOf.get(file) ?? null);
      const workbook = file.kind === "workbook" ? file : null;
      const proof = workbook && report ? proofOf.get(`${workbook.file}\n${report.file}`) : undefined;
      const same = isKnown(file) ? (twins.get(`${file.kind} ${String(file.year)} ${nameOf(file)}`) ?? []) : [];
      return {
        name: file.organisation ?? report?.organisation ?? baseName(file.file),
        year: file.year,
        workbook,
        report,
        prose: proof ? { ...proof.prose, beside: true } : report?.prose ? { ...report.prose, beside: false } : null,
        note: [same.length > 1 ? twinsWords(same) : "", ...[file, report].map((one) => copiesWords(one && copies.get(one.content ?? "")))]
          .filter((words, at, all) => words !== "" && all.indexOf(words) === at)
          .join("；"),
      };
    });
}

/** The same file several times. */
function copiesWords(same: readonly DeskFile[] | null | undefined): string {
  const [, ...others] = same ?? [];
  return others.length === 0
    ? ""
    : `同样的文件还有 ${String(others.length)} 份（内容一字不差，只列一次）：${others.map(({ file }) => file).join("、")}`;
}

/** Several files of one kind, office and year; when each was saved, where all of them say so: which counts is for a person to say. */
function twinsWords(same: readonly DeskFile[]): string {
  const kind = same[0]?.kind === "workbook" ? "工作簿" : "报告";
  const saved = same.flatMap((file) => (isSavedThen(file) ? [`“${baseName(file.file)}”${clock(file.saved)}`] : []));
  const times = saved.length === same.length ? `；文件里记的保存时间：${saved.join("，")}` : "";
  return `同一单位同一年度的${kind}有 ${String(same.length)} 个，各列一行，没有与报告配对${times}；请看哪一个是定稿`;
}

/** What programs write that keep no clock is at midnight, or years from the budget. */
function isSavedThen(file: DeskFile): file is DeskFile & { readonly saved: string } {
  const { saved, year } = file;
  return saved !== null && year !== null && !/T00:00:00/.test(saved) && Math.abs(new Date(saved).getFullYear() - year) <= 1;
}

/** A moment as the reader's clock shows it. */
function clock(moment: string): string {
  const at = new Date(moment);
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${String(at.getFullYear())}年${String(at.getMonth() + 1)}月${String(at.getDate())}日 ${two(at.getHours())}:${two(at.getMinutes())}`;
}
