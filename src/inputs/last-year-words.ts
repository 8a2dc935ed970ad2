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
