import { formsOfYear } from "../../book/forms-of-year";
import { recogniseWorkbook } from "../../book/recognise";
import { noInputs } from "../../inputs/read";
import { GROUPED } from "../../amount/format";
import { openDesk } from "../../narrative/desk";
import { sectionsOf, sentenceFamilies } from "../../narrative/families";
import type { Pattern } from "../../narrative/pattern/node";
import { write } from "../../narrative/pattern/write";
import { segmentsText, type SectionKey } from "../../narrative/segments";
import { canon } from "../../text/canon";

/** A heading without its number, and what stands before its year (关于某某2026年). */
export interface FamilyHeading {
  readonly title: string;
  readonly section: SectionKey;
}

/** What stands before the year may say anything. */
export const withoutYear = (text: string): string => text.replace(/^.*\d{3,5}年(?=.)/, "");

const MARK = /^（[一二三四五六七八九十]{1,3}）/;
/** Shorter ones are words of any text. */
const SHORTEST = 4;

let known: readonly FamilyHeading[] | null = null;

/** Every heading that the sentences of any family write, and the section that begins with it. */
export function familyHeadings(): readonly FamilyHeading[] {
  known ??= headings();
  return known;
}

function headings(): readonly FamilyHeading[] {
  const nothing = recogniseWorkbook({ name: "", sheets: [] });
  const titles = new Map<string, SectionKey>();
  const add = (pattern: Pattern, section: SectionKey): void => {
    const title = withoutYear(canon(segmentsText(write(pattern, GROUPED)))).replace(MARK, "");
    if (title.length >= SHORTEST && !titles.has(title)) titles.set(title, section);
  };
  for (const family of sentenceFamilies)
    for (const template of formsOfYear(family, null))
      for (const { key, heading, passages } of sectionsOf(openDesk({ ...nothing, template, year: YEAR }, noInputs(), {}), family)) {
        add(heading, key);
        for (const { kind, pattern, begins } of passages) if (kind === "sub") add(pattern, begins ?? key);
      }
  return [...titles].map(([title, section]) => ({ title, section }));
}

/** Any: it is cut off again. */
const YEAR = 2000;
