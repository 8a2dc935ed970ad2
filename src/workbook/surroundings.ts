import type { CellRef } from "../amount/cell-ref";
import type { OrganisationKind } from "../tables/variants";
import { normalise, printable } from "../tables/wording";
import type { HeaderBlock } from "./header-block";
import type { PlainSheet } from "./plain";
import type { TableFacts } from "./recognised";

/** What stands above a header block: title, "表N", organisation, unit. */
export interface Above {
  /** First row (index) that belongs to the table's head. */
  readonly top: number;
  /** Texts that may be the title, nearest the table last. */
  readonly titles: readonly { readonly text: string; readonly normalised: string; readonly cell: CellRef }[];
  readonly organisation: TableFacts["organisation"];
  readonly statedUnit: TableFacts["statedUnit"];
}

const ORGANISATION = /^(?:编制|填报|预算)?(部门|单位)(?:名称|\(公章\)|\(盖章\))?[:](.+?)(?=单位:(?:万元|元)|金额单位|$)/;
const UNIT = /(?:金额)?单位[:](?:人民币)?(万元|元)/;
const TABLE_NUMBER = /^(?:附?表|公开表?|GK)?0*\d{1,2}(?:号|表)?[:.、-]?$/i;
/** "表1:"、"1."、"一、"、"2026年" before a title. */
const TITLE_LEAD = /^(?:附?(?:表|件)|公开表?|GK)?[0\d]*\d[:.、-]?|^\(?[一二三四五六七八九十]+\)?[、.]/;

/** The title's own words: without table number, year and organisation-neutral decoration. */
export function bareTitle(normalised: string): string {
  let text = normalised;
  for (let previous = ""; previous !== text; ) {
    previous = text;
    text = text.replace(/^20\d\d年度?/, "").replace(TITLE_LEAD, "");
  }
  return text.replace(/\((?:续|续表)\)$/, "");
}

/** How many rows above the headings may belong to a table's head. */
const REACH = 8;

export function lookAbove(block: HeaderBlock, floor: number): Above {
  const { sheet } = block;
  const titles: { text: string; normalised: string; cell: CellRef }[] = [];
  let organisation: Above["organisation"] = null;
  let statedUnit: Above["statedUnit"] = null;
  let top = block.first;
  for (let row = block.first - 1; row >= Math.max(floor, block.first - REACH); row--) {
    let belongs = false;
    let blank = true;
    (sheet.values[row] ?? []).forEach((value, column) => {
      if (value === null || value === "") return;
      if (typeof value !== "string" || value.trim() === "") {
        blank = typeof value === "string" && blank;
        return;
      }
      blank = false;
      const norm = normalise(value);
      const cell: CellRef = { sheet: sheet.name, row: sheet.top + row, column: sheet.left + column };
      const unit = UNIT.exec(norm)?.[1];
      if (unit === "元" || unit === "万元") {
        statedUnit ??= { unit, cell };
        belongs = true;
      }
      const named = ORGANISATION.exec(norm);
      if (named?.[2] && named[2] !== "万元" && named[2] !== "元") {
        organisation ??= { text: organisationText(value), kind: kindOf(named[1]), cell };
        belongs = true;
      }
      if (TABLE_NUMBER.test(norm)) belongs = true;
      else if (/表(?:\((?:续|续表)\))?$/.test(norm)) {
        titles.unshift({ text: printable(value), normalised: bareTitle(norm), cell });
        belongs = true;
      }
    });
    if (belongs) top = row;
    else if (!blank) break;
  }
  return { top, titles, organisation, statedUnit };
}

function kindOf(text: string | undefined): OrganisationKind | null {
  return text === "部门" || text === "单位" ? text : null;
}

function organisationText(raw: string): string {
  return printable(raw.replace(/^[^:：]*[:：]/, "").replace(/(?:金额)?单位\s*[:：]\s*(?:人民币)?(?:万元|元).*$/, ""));
}

/** The sentence under an empty table: "…为空表。" */
export function findNote(sheet: PlainSheet, from: number, to: number): TableFacts["note"] {
  for (let row = from; row < to; row++) {
    const cells = sheet.values[row] ?? [];
    for (let column = 0; column < cells.length; column++) {
      const value = cells[column];
      if (typeof value === "string" && /空表|没有使用.*安排的支出|未安排.*支出/.test(normalise(value)))
        return { text: printable(value), cell: { sheet: sheet.name, row: sheet.top + row, column: sheet.left + column } };
    }
  }
  return null;
}

