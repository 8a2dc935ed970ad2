import type { PriorCategory, TextCategory } from "./conventions";

/** Words of last year's 说明 that may serve again: a starting point, to be confirmed by a person. */
export type LastYearWords =
  | { readonly to: "reason"; readonly category: PriorCategory; readonly name: string; readonly text: string }
  | { readonly to: "words"; readonly category: TextCategory; readonly name: string; readonly text: string }
  | {
      readonly to: "project";
      readonly field: "设立的政策依据" | "项目承担单位" | "资金分配情况";
      readonly name: string;
      readonly text: string;
    };

/** What last year's 说明 gives. */
export interface LastYearText {
  readonly words: readonly LastYearWords[];
  /** Chinese: what was found, and what a person should know. */
  readonly notes: readonly string[];
}

/** 2024年与2025年: a year and the one after it. */
const COMPARED = /(20\d\d)(年(?:度)?(?:预算)?[与和、至])(20\d\d)(?=年)/g;

/**
 * Last year's words moved on by a year where they name the two years that are compared; any other year is of what happened
 * then, and stays.
 * @param year the budget year they are to serve in; null: not known, nothing is moved.
 */
export function movedOn(text: string, year: number | null): string {
  return text.replace(COMPARED, (whole, first: string, between: string, second: string) =>
    year !== null && Number(second) === year - 1 && Number(first) === year - 2 ? `${String(year - 1)}${between}${String(year)}` : whole,
  );
}
