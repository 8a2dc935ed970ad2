import { normaliseLabel } from "../../../text/wording";
import { expenditureClasses } from "./classes";
import { economicSubjects } from "./economic";
import { functionalSubjects } from "./functional";
import type { Subject, SubjectKind } from "./subject";

const index = {
  functional: new Map(functionalSubjects.map((subject) => [subject.code, subject])),
  economic: new Map(economicSubjects.map((subject) => [subject.code, subject])),
} as const;

/**
 * The subject of a code, in whatever years it has been one. Functional codes begin with 2 and economic ones with 3, so
 * `kind` only narrows the search.
 *
 * @param code digits without spaces: "2010301", "30112".
 * @returns null for a code that is not in the built-in lists.
 */
export function subjectOf(code: string, kind?: SubjectKind): Subject | null {
  if (kind) return index[kind].get(code) ?? null;
  return index.functional.get(code) ?? index.economic.get(code) ?? null;
}

/** A subject's name in a year; today's where the year is not known; null where the code was none in that year. */
export function nameIn(subject: Subject, year: number | null): string | null {
  if (year === null) return subject.name;
  const former = subject.formerNames.find(({ until }) => year <= until);
  if (former) return former.name;
  return (subject.from !== undefined && year < subject.from) || (subject.until !== undefined && year > subject.until) ? null : subject.name;
}

/** Every name a subject has or had, today's first. */
export function namesOf(subject: Subject): readonly string[] {
  return [subject.name, ...subject.formerNames.map(({ name }) => name)];
}

/** The official name of a code, in the wording of `year` where names have changed; null for an unknown code. */
export function subjectName(code: string, kind?: SubjectKind, year?: number): string | null {
  const subject = subjectOf(code, kind);
  return subject && nameIn(subject, year ?? null);
}

/** "医疗卫生" for 医疗卫生支出; not "其他", which says nothing. */
const short = (name: string): readonly string[] => (name.length > 4 && name.endsWith("支出") ? [name.slice(0, -2)] : []);

const classCodes: ReadonlyMap<string, string> = new Map(
  expenditureClasses
    .flatMap((subject) =>
      [...namesOf(subject), ...(subject.alsoWritten ?? [])]
        .flatMap((name) => [name, ...short(name)])
        .map((name) => [subject.code, name] as const),
    )
    .map(([code, name]) => [normaliseLabel(name), code]),
);

/** The class of expenditure that a name means, today's or a former one, with or without its 支出; null for none. */
export function classCodeOf(name: string): string | null {
  return classCodes.get(normaliseLabel(name)) ?? null;
}
