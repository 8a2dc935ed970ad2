import { sections as shanghai } from "../templates/shanghai/narrative/sections";
import { sections as xinjiang } from "../templates/xinjiang/narrative/sections";
import type { Desk } from "./desk";
import type { SectionPattern } from "./paragraphs";

/** A family of templates whose sentences are known. */
export type SentenceFamily = "xinjiang" | "shanghai";

const families: Readonly<Record<SentenceFamily, (desk: Desk) => readonly SectionPattern[]>> = { xinjiang, shanghai };

export const sentenceFamilies: readonly SentenceFamily[] = ["xinjiang", "shanghai"];

/** The sections of a family in order: what its narrative says, and what is looked for in a text. */
export function sectionsOf(desk: Desk, family: SentenceFamily): readonly SectionPattern[] {
  return families[family](desk);
}

/** The family of the workbook's template, where its sentences are known. */
export function sentencesOf({ recognised }: Desk): SentenceFamily | null {
  return sentenceFamilies.find((family) => family === recognised.template.family) ?? null;
}
