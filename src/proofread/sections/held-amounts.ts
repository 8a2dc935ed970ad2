import type { CellRef } from "../../amount/cell-ref";
import type { Exact } from "../../amount/exact";
import { canon } from "../../text/canon";

/** An amount of the tables, and what a sentence has to name for it to be meant. */
export interface Named {
  readonly row: string;
  readonly column: string;
  readonly isTotal: boolean;
  readonly cell: CellRef | null;
}

/** An amount of the tables under the name of its row. */
export interface Held {
  readonly value: Exact;
  readonly cell: CellRef | null;
}

/** 一般公共服务（类）支出 is 一般公共服务支出. */
export const bare = (words: string): string =>
  canon(words).replace(
    /^(?:其中：)?（[一二三四五六七八九十\d]{1,3}）|（[类款项]）|(?<![一二三四五六七八九十\d])[一二三四五六七八九十\d]+[、.]|其中：|支出$|收入$/g,
    "",
  );
