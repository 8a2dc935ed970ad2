import { report as shanghaiReport } from "../templates/shanghai/narrative/report";
import { sections as shanghai } from "../templates/shanghai/narrative/sections";
import { report as xinjiangReport } from "../templates/xinjiang/narrative/report";
import { sections as xinjiang } from "../templates/xinjiang/narrative/sections";
import type { Desk } from "./desk";
import type { SectionPattern } from "./paragraphs";
import type { ReportPattern } from "./parts";

interface Sentences {
  readonly sections: (desk: Desk) => readonly SectionPattern[];
  /** How its reports are put together. */
  readonly report: (desk: Desk) => ReportPattern;
  /** All parts of its reports are known, from the cover to the performance tables, and every statement of the narrative is asked for. */
  readonly wholeReport: boolean;
}

const families = {
  xinjiang: { sections: xinjiang, report: xinjiangReport, wholeReport: true },
  shanghai: { sections: shanghai, report: shanghaiReport, wholeReport: false },
} as const satisfies Readonly<Record<string, Sentences>>;

/** A family of templates whose sentences are known. */
export type SentenceFamily = keyof typeof families;

export const sentenceFamilies = Object.keys(families) as readonly SentenceFamily[];

/** Whether all parts of a family's reports are known. */
export function knowsWholeReport(family: SentenceFamily): boolean {
  return families[family].wholeReport;
}

/** The sections of a family in order: what its narrative says, and what is looked for in a text. */
export function sectionsOf(desk: Desk, family: SentenceFamily): readonly SectionPattern[] {
  return families[family].sections(desk);
}

/** How a family's reports are put together. */
export function reportOf(desk: Desk, family: SentenceFamily): ReportPattern {
  return families[family].report(desk);
}

/** The family of the workbook's template, where its sentences are known. */
export function sentencesOf({ recognised }: Desk): SentenceFamily | null {
  return sentenceFamilies.find((family) => family === recognised.template.family) ?? null;
}
