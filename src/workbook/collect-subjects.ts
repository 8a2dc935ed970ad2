import { normalise, withoutIndent, withoutNumbering } from "../text/wording";
import type { Recognised } from "./recognised";
import type { Years } from "./subject-sheet";

/** A code with the name that the workbooks agree on, and the years they are of. */
export interface CollectedSubject {
  readonly code: string;
  readonly name: string;
  readonly years: Years;
}

export interface Collected {
  /** Ascending by code, then year. */
  readonly subjects: readonly CollectedSubject[];
  /** Codes that the workbooks call by different names in the same years, with those names: left out. */
  readonly disputed: readonly { readonly code: string; readonly names: readonly string[] }[];
}

/** A name of a code: how many workbooks say it, and of which years. */
interface Said {
  readonly name: string;
  files: number;
  first: number | null;
  last: number | null;
}

/** One workbook against this many is a slip of that one. */
const OUTVOTED = 3;

/** The code-name pairs that the workbooks agree on. */
export function collectSubjects(books: readonly Pick<Recognised, "tables" | "year">[]): Collected {
  const codes = new Map<string, Map<string, Said>>();
  for (const { tables, year } of books) {
    for (const [code, names] of pairsOf({ tables })) {
      const known = codes.get(code) ?? new Map<string, Said>();
      codes.set(code, known);
      for (const [words, name] of names) note(known, words, name, year);
    }
  }
  const subjects: CollectedSubject[] = [];
  const disputed: { readonly code: string; readonly names: readonly string[] }[] = [];
  for (const [code, known] of [...codes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const all = [...known.values()];
    const kept = all.filter((said) => !all.some((other) => other !== said && meet(said, other) && !outvotes(said, other)));
    if (kept.length === 0) disputed.push({ code, names: all.map(({ name }) => name) });
    for (const { name, first, last } of kept.sort((a, b) => (a.first ?? 0) - (b.first ?? 0)))
      subjects.push({ code, name, years: { from: first, until: last } });
  }
  return { subjects, disputed };
}

const outvotes = (said: Said, other: Said): boolean => said.files >= OUTVOTED * other.files;

function note(known: Map<string, Said>, words: string, name: string, year: number | null): void {
  const said = known.get(words);
  if (!said) return void known.set(words, { name, files: 1, first: year, last: year });
  said.files++;
  if (year === null) return;
  said.first = Math.min(said.first ?? year, year);
  said.last = Math.max(said.last ?? year, year);
}

/** Whether two names are said of the same years; a workbook without a year is of any. */
function meet(a: Said, b: Said): boolean {
  return (a.first ?? 0) <= (b.last ?? Infinity) && (b.first ?? 0) <= (a.last ?? Infinity);
}

/** Each code of a workbook with its names, by the words that are compared. */
function pairsOf({ tables }: Pick<Recognised, "tables">): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const found = new Map<string, Map<string, string>>();
  for (const table of tables.values()) {
    if (table.spec.classification === null) continue;
    for (const row of table.rows) {
      if (row.code === null || row.kind === "project") continue;
      const name = withoutNumbering(withoutIndent(row.name)).trim();
      const words = normalise(name);
      if (words === "") continue;
      const names = found.get(row.code) ?? new Map<string, string>();
      names.set(words, names.get(words) ?? name);
      found.set(row.code, names);
    }
  }
  return found;
}
