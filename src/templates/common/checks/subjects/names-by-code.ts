import { notes, remembered, rememberedFor } from "../../../../text/remembered";
import { normalise, withoutIndent, withoutNumbering } from "../../../../text/wording";
import type { Recognised, Row } from "../../../../workbook/recognised";
import { subjectRows, type Placed } from "./rows";

/** A row's name for comparing: indentation and numbering are no part of it. */
export const wordsOf = ({ name }: Pick<Row, "name">): string => wordsIn(name);
const wordsIn = remembered((name) => normalise(withoutNumbering(withoutIndent(name))));

/** A code's names: the first row of each, and how many rows have a name at all. */
export interface Named {
  readonly classification: string;
  readonly code: string;
  readonly firsts: { readonly placed: Placed; readonly words: string }[];
  rows: number;
}

/** The names of every code of a classification, in the order in which the codes first stand; gathered once a workbook. */
export const namesByCode = rememberedFor((recognised: Recognised): readonly Named[] => {
  const found: Named[] = [];
  const codes = { functional: new Map<string, Named>(), economic: new Map<string, Named>(), none: new Map<string, Named>() };
  for (const placed of subjectRows(recognised)) {
    const { table, row } = placed;
    const classification = table.spec.classification ?? "none";
    let named = row.code === null ? undefined : codes[classification].get(row.code);
    if (named?.firsts.some(({ placed: first }) => first.row.name === row.name)) {
      named.rows++;
      continue;
    }
    const words = wordsOf(row);
    // Several tables leave the subject's name out beside a project's.
    if (words === "" || row.code === null) continue;
    if (!named) {
      named = { classification, code: row.code, firsts: [], rows: 0 };
      codes[classification].set(row.code, named);
      found.push(named);
    }
    named.rows++;
    if (!named.firsts.some((first) => first.words === words)) named.firsts.push({ placed, words });
  }
  return found;
}, notes());

/** All subject rows of some codes, by code. */
export function rowsOf(recognised: Recognised, codes: ReadonlySet<string>): ReadonlyMap<string, readonly Placed[]> {
  const found = new Map<string, Placed[]>([...codes].map((code) => [code, []]));
  if (codes.size > 0) for (const placed of subjectRows(recognised)) if (placed.row.code !== null) found.get(placed.row.code)?.push(placed);
  return found;
}
