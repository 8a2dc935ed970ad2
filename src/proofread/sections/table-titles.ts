import { canon } from "../../text/canon";
import type { Recognised, Table } from "../../workbook/recognised";
import type { Line } from "../text/lines";

/** Table titles stand by themselves, often with the year before them. */
const YEAR = /^\d{4}年(?:度)?/;
const LONGEST_TITLE = 60;
const ABOVE = 4;

/** Which table of the workbook a line of the text is the title of. */
export interface TableTitles {
  readonly of: (line: Line) => Table | undefined;
  /** Whether words, without a year before them, are the title of one. */
  readonly has: (title: string) => boolean;
  /** The titles themselves, without a year. */
  readonly all: readonly string[];
}

export function tableTitles({ tables }: Recognised): TableTitles {
  const titles = new Map(
    [...tables.values()].flatMap((table) => {
      const title = titleOf(table);
      return title === null ? [] : [[bare(title), table] as const];
    }),
  );
  return {
    of: ({ text, kind }) => (kind !== "row" && text.length <= LONGEST_TITLE ? titles.get(bare(text)) : undefined),
    has: (title) => titles.has(title),
    all: [...titles.keys()],
  };
}

/** As the table is headed; of a form that is not known, what stands over it on its sheet. */
function titleOf({ title, sheet }: Table): string | null {
  if (title) return title.text;
  const above = sheet.values
    .slice(0, ABOVE)
    .flat()
    .find((value) => typeof value === "string" && /表\s*$/.test(value));
  return typeof above === "string" ? above : null;
}

const bare = (title: string): string => canon(title).replace(YEAR, "");
