import type { CellRef } from "../../../../amount/cell-ref";
import { normalise } from "../../../../text/wording";
import type { Recognised } from "../../../../workbook/recognised";

/** A budget year named somewhere on the tables or the cover. */
export interface YearMention {
  readonly year: number;
  readonly what: string;
  readonly text: string;
  readonly cell: CellRef;
  readonly table: number | null;
}

/** A year followed by a month is a date, and one in 〔〕 a document's number: neither is the budget's year. */
const YEAR = /(20[1-4]\d)年(?!\d{1,2}月)/g;

/** Every budget year in table titles, empty-table sentences, the cover and the list of contents. */
export function yearsIn({ tables, workbook }: Recognised): readonly YearMention[] {
  const found: YearMention[] = [];
  const add = (what: string, text: string, cell: CellRef, table: number | null): void => {
    for (const match of normalise(text).matchAll(YEAR)) found.push({ year: Number(match[1]), what, text, cell, table });
  };
  for (const table of tables.values()) {
    if (table.title) add(`${table.label}表题`, table.title.text, table.title.cell, table.number);
    if (table.facts.note) add(`${table.label}空表说明`, table.facts.note.text, table.facts.note.cell, table.number);
  }
  for (const sheet of workbook.sheets) {
    const what = /^(?:封面|目录)$/.exec(normalise(sheet.name))?.[0];
    if (what === undefined) continue;
    sheet.values.forEach((cells, row) =>
      cells.forEach((value, column) => {
        if (typeof value === "string")
          add(what, value.trim(), { sheet: sheet.name, row: sheet.top + row, column: sheet.left + column }, null);
      }),
    );
  }
  return found;
}
