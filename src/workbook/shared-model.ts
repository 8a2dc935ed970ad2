import { printed } from "../templates/family";
import type { PreparedFamily } from "../templates/prepare";
import { normalise } from "../text/wording";
import type { Reading } from "./read-tables";
import { bareTitle, titleOf } from "./title";

/** So many numbers printed on the tables that are none of the family's speak against it. */
const NUMBERED_OTHERWISE = 2;
/** Of so many tables there, found or under titles that are not the family's or not over its columns, and so many of its own missing, these are not its tables. */
const FOUND = 5;
const OWN_MISSING = 3;

/**
 * Whether what was found says nothing of the family: many provinces follow one model, under the same titles. Where no table
 * has a title that only this family has, and the tables are numbered otherwise or all of its own are missing, it is
 * another's. `strange`: how many tables stand there under titles known of some table anywhere and none of the family's, or under
 * one of the family's over other columns than it has.
 */
export function isSharedModelAlone({ parts }: Reading, family: PreparedFamily, common: PreparedFamily, strange: number): boolean {
  const found = [...parts.values()];
  if (found.some(({ title }) => title !== null && titleOf(bareTitle(normalise(title.text)), common) === null)) return false;
  const otherwise = found.filter(({ candidate: { above, spec } }) => {
    const numbers = family.templates.flatMap((template) => printed(template, spec.key)?.number ?? []);
    return above.number !== null && numbers.length > 0 && !numbers.includes(above.number);
  });
  if (otherwise.length >= NUMBERED_OTHERWISE) return true;
  const own = family.tables.filter(({ spec }) => !common.tables.some((table) => table.spec.key === spec.key));
  return found.length + strange >= FOUND && own.length >= OWN_MISSING && own.every(({ spec }) => !parts.has(spec.key));
}
