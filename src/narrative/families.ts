import { sections as xinjiang } from "../templates/xinjiang/narrative/sections";
import type { Desk } from "./desk";
import type { SectionPattern } from "./paragraphs";

/** The sentences of a family of templates. */
export type SentenceFamily = "xinjiang" | "shanghai";

/** The sections of 第三部分 in the words of the workbook's family, in order. */
export function sectionsOf(desk: Desk): readonly SectionPattern[] {
  return xinjiang(desk);
}
