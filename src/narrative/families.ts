import { CENTRAL_UNIT } from "../templates/central-unit/narrative/id";
import { sections as centralUnit } from "../templates/central-unit/narrative/sections";
import { JIANGSU_FROM_2021 } from "../templates/jiangsu/narrative/id";
import { sections as jiangsu } from "../templates/jiangsu/narrative/sections";
import { report as shanghaiReport } from "../templates/shanghai/narrative/report";
import { sections as shanghai } from "../templates/shanghai/narrative/sections";
import { report as xinjiangReport } from "../templates/xinjiang/narrative/report";
import { sections as xinjiang } from "../templates/xinjiang/narrative/sections";
import type { Desk } from "./desk";
import type { SectionPattern } from "./paragraphs";
import { tablesOnly, type ReportPattern } from "./parts";

interface Sentences {
  readonly sections: (desk: Desk) => readonly SectionPattern[];
  /** How its reports are put together; null: its sentences are read and not written. */
  readonly report: ((desk: Desk) => ReportPattern) | null;
  /** All parts of its reports are known, from the cover to the performance tables, and every statement of the narrative is asked for. */
  readonly wholeReport: boolean;
  /** The form says of what to tell, each office in which words: what stands in others is no fault, what does not stand there hardly one. */
  readonly freelyWorded: boolean;
}

const families = {
  xinjiang: { sections: xinjiang, report: xinjiangReport, wholeReport: true, freelyWorded: false },
  shanghai: { sections: shanghai, report: shanghaiReport, wholeReport: false, freelyWorded: false },
  jiangsu: { sections: jiangsu, report: null, wholeReport: false, freelyWorded: true },
  [JIANGSU_FROM_2021]: { sections: jiangsu, report: null, wholeReport: false, freelyWorded: true },
  [CENTRAL_UNIT]: { sections: centralUnit, report: null, wholeReport: false, freelyWorded: true },
} as const satisfies Readonly<Record<string, Sentences>>;

/** A family of templates whose sentences are known. */
export type SentenceFamily = keyof typeof families;

const isFamily = (id: string): id is SentenceFamily => Object.hasOwn(families, id);
export const sentenceFamilies: readonly SentenceFamily[] = Object.keys(families).filter(isFamily);

/** Whether all parts of a family's reports are known. */
export function knowsWholeReport(family: SentenceFamily): boolean {
  return families[family].wholeReport;
}

/** Whether each office of a family words its sentences as it likes. */
export function isFreelyWorded(family: SentenceFamily): boolean {
  return families[family].freelyWorded;
}

/** Whether a family's narrative is written, too. */
export function isWritten(family: SentenceFamily): boolean {
  return families[family].report !== null;
}

/** The sections of a family in order: what its narrative says, and what is looked for in a text. */
export function sectionsOf(desk: Desk, family: SentenceFamily): readonly SectionPattern[] {
  return families[family].sections(desk);
}

/** How a family's reports are put together. */
export function reportOf(desk: Desk, family: SentenceFamily): ReportPattern {
  return (families[family].report ?? tablesOnly)(desk);
}

/** The family of the workbook's template, where its sentences are known. */
export function sentencesOf({ recognised }: Desk): SentenceFamily | null {
  return sentenceFamilies.find((family) => family === recognised.template.family) ?? null;
}

/** The same, where they are written. */
export function writtenOf(desk: Desk): SentenceFamily | null {
  const family = sentencesOf(desk);
  return family && isWritten(family) ? family : null;
}
