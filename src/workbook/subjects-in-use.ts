import { nameIn, subjectOf, type Subject, type SubjectKind } from "../templates/common/subjects";
import { notes, remembered, rememberedFor } from "../text/remembered";
import type { PlainWorkbook } from "./plain";
import type { Recognised } from "./recognised";
import { covers, readSubjectSheet, type ListedSubject, type SubjectSheet } from "./subject-sheet";

/** What is known of a code in a workbook's year. */
export interface KnownSubject {
  /** The official name of that year. */
  readonly name: string;
  /** Names that are right in that year: several where the year of a change is not certain. */
  readonly accepted: readonly string[];
  /** Names of other years, with the last of them where it is known, and wordings met in place of the official one. */
  readonly writings: readonly { readonly name: string; readonly until: number | null }[];
  /** Whether the code is one in that year. */
  readonly inYear: boolean;
  /** Whether the name is beyond doubt. */
  readonly sure: boolean;
}

/** The subjects a workbook is held against: its own 科目表 first, then the built-in lists. */
export interface SubjectsInUse {
  readonly own: SubjectSheet | null;
  find(code: string, kind?: SubjectKind): KnownSubject | null;
}

export function subjectsInUse({ workbook, year }: Pick<Recognised, "workbook" | "year">): SubjectsInUse {
  const { own, byCode } = ownSubjects(workbook);
  return {
    own,
    find: (code, kind) => {
      const listed = byCode.get(code) ?? [];
      const builtIn = subjectOf(code, kind);
      const today = year === null ? listed.at(-1) : listed.find(({ years }) => covers(years, year));
      if (today) return fromOwn(today, listed, builtIn);
      if (builtIn) return fromBuiltIn(builtIn)(year ?? NO_YEAR);
      const [other] = listed;
      return other ? { name: other.name, accepted: listed.map(({ name }) => name), writings: [], inYear: true, sure: false } : null;
    },
  };
}

/** The workbook's own subjects, by code. */
interface OwnSubjects {
  readonly own: SubjectSheet | null;
  readonly byCode: ReadonlyMap<string, readonly ListedSubject[]>;
}

const ownSubjects = rememberedFor((workbook: PlainWorkbook): OwnSubjects => {
  const own = readSubjectSheet(workbook);
  const byCode = new Map<string, ListedSubject[]>();
  for (const subject of own?.subjects ?? []) {
    const same = byCode.get(subject.code);
    if (same) same.push(subject);
    else byCode.set(subject.code, [subject]);
  }
  return { own, byCode };
}, notes());

function fromOwn(today: ListedSubject, listed: readonly ListedSubject[], builtIn: Subject | null): KnownSubject {
  const others = listed.filter((other) => other !== today).map(({ name, years }) => ({ name, until: years.until }));
  return {
    name: today.name,
    accepted: [today.name],
    writings: [...others, ...(builtIn ? writingsOf(builtIn) : [])],
    inYear: true,
    sure: true,
  };
}

/** Of a workbook that does not say its year. */
const NO_YEAR = 0;

/** The same for all workbooks of a year. */
const fromBuiltIn = rememberedFor((subject: Subject) =>
  remembered<KnownSubject, number>((year) => builtInOf(subject, year === NO_YEAR ? null : year)),
);

function builtInOf(subject: Subject, year: number | null): KnownSubject {
  const name = nameIn(subject, year);
  const former = year === null ? undefined : subject.formerNames.find(({ until }) => year <= until);
  const accepted = former?.source === "unconfirmed" ? [former.name, subject.name] : [name ?? subject.name];
  return {
    name: name ?? subject.name,
    accepted,
    writings: writingsOf(subject),
    inYear: name !== null,
    sure: subject.source !== "nameOnly" && subject.source !== "unconfirmed",
  };
}

function writingsOf(subject: Subject): KnownSubject["writings"] {
  return [
    ...subject.formerNames.map(({ name, until }) => ({ name, until })),
    ...[subject.name, ...(subject.alsoWritten ?? [])].map((name) => ({ name, until: null })),
  ];
}
