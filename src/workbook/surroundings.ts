import type { CellRef } from "../amount/cell-ref";
import type { OrganisationKind } from "../templates/define";
import { notes, remembered, rememberedFor } from "../text/remembered";
import { normalise, printable } from "../text/wording";
import type { HeaderBlock } from "./header-block";
import type { CellValue, PlainSheet } from "./plain";
import type { TableFacts } from "./recognised";
import { bareTitle, mayBeTitle, numberBeforeTitle } from "./title";
import { numberOf } from "../text/numerals";
import { unitInHeading } from "./vocabulary";

/** A text above the headings that may be the table's title. */
export interface TitleCell {
  readonly text: string;
  /** Its own words, without number and year. */
  readonly bare: string;
  readonly cell: CellRef;
}

/** What stands above a header block: title, "表N", organisation, unit. */
export interface Above {
  /** First row (index) that belongs to the table's head. */
  readonly top: number;
  /** Texts that may be the title, from top to bottom. */
  readonly titles: readonly TitleCell[];
  /** The printed table number: 5 for "表5", in a cell of its own or before the title. */
  readonly number: number | null;
  readonly organisation: TableFacts["organisation"];
  readonly statedUnit: TableFacts["statedUnit"];
  readonly strangeUnit: TableFacts["strangeUnit"];
}

const ORGANISATION = /^(?:编制|填报|预算)?(部门|单位)(?:名称|\(公章\)|\(盖章\))?[:](.+?)(?=单位:(?:万元|元)|金额单位|$)/;
/** The label alone, its name in the next cell. */
const ORGANISATION_LABEL = /^(?:编制|填报|预算)(部门|单位)(?:名称|\(公章\)|\(盖章\))?[:]?$|^(部门|单位)名称[:]?$/;
/** 单位名称 | 2025年: the head of a column, beside that of the next. */
const YEAR = /^\s*20\d\d\s*年/;
const UNIT = /(?:金额)?单位[:]?(?:人民币)?(万元|元)|^\(?(?:人民币)?(万元|元)\)?$/;
const STRANGE_UNIT = /单位:?(?:人民币)?((?:[十百千]|[十百千]万|十?亿)元|[美港欧日]元)/;
const UNIT_TAIL = /(?:金额)?单位\s*(?:[:：]\s*)?(?:人民币)?(?:万元|元).*$/s;
const TABLE_NUMBER = /^(?:附?表|(?:预算|部门|单位)?公开表?|预算(?=\d)|GK)(?:0*(\d{1,2})(?:号|表)?|([一二三四五六七八九十]{1,3}))[:.、-]?$/i;

/** How many rows above the headings may belong to a table's head. */
const REACH = 8;
/** How many rows of other words (a subtitle, a date) may stand between. */
const MOST_NEUTRAL = 2;

/** Looks upward from a header block, no further than the row `floor`; once, whoever asks. */
export const lookAbove = (block: HeaderBlock, floor: number): Above => lookedAbove(block)(floor);

const lookedAbove = rememberedFor((block: HeaderBlock) => remembered<Above, number>((floor) => look(block, floor)), notes());

function look(block: HeaderBlock, floor: number): Above {
  const { sheet } = block;
  const titles: TitleCell[] = [];
  let organisation: Above["organisation"] = null;
  let statedUnit: Above["statedUnit"] = null;
  let strangeUnit: Above["strangeUnit"] = null;
  let number: number | null = null;
  let top = block.first;
  let neutral = 0;
  for (let row = block.first - 1; row >= Math.max(floor, block.first - REACH); row--) {
    const cells = sheet.values[row] ?? [];
    if (cells.every(isBlank)) continue;
    let belongs = false;
    for (const [column, value] of cells.entries()) {
      if (typeof value !== "string" || isBlank(value)) continue;
      const norm = normalise(value);
      const cell: CellRef = { sheet: sheet.name, row: sheet.top + row, column: sheet.left + column };
      const { unit, strange, named, label, numbered, title } = saidIn(norm);
      const beside = label ? cells.slice(column + 1).find((next) => !isBlank(next)) : undefined;
      if (unit) statedUnit ??= { unit, cell };
      if (strange !== undefined) strangeUnit ??= { text: strange, cell };
      if (named?.[2] && !/^(?:人民币)?(?:万元|元)$/.test(named[2]))
        organisation ??= { text: organisationText(value), kind: kindOf(named[1]), cell };
      if (label && typeof beside === "string" && !YEAR.test(beside) && unitIn(normalise(beside)) === null)
        organisation ??= { text: withoutCode(printable(beside)), kind: kindOf(label[1] ?? label[2]), cell };
      number ??= numbered;
      if (title) {
        titles.unshift({ text: printable(value), bare: bareTitle(norm), cell });
        number ??= numberBeforeTitle(norm);
      }
      belongs ||= unit !== null || strange !== undefined || named !== null || label !== null || numbered !== null || title;
    }
    if (belongs) top = row;
    else if (cells.some((cell) => typeof cell === "number") || ++neutral > MOST_NEUTRAL) break;
  }
  return { top, titles, number, organisation, statedUnit: statedUnit ?? unitInHeadings(block), strangeUnit };
}

/** What one text above the headings says of the table; the same over every table on a sheet, and in other offices' workbooks. */
const saidIn = remembered((norm) => ({
  unit: unitIn(norm),
  strange: STRANGE_UNIT.exec(norm)?.[1],
  named: ORGANISATION.exec(norm),
  label: ORGANISATION_LABEL.exec(norm),
  numbered: tableNumber(norm),
  title: mayBeTitle(norm),
}));

/** 5 for "表5", "公开05表" and "表五"; null for other words. */
function tableNumber(norm: string): number | null {
  const [, digits, numeral] = TABLE_NUMBER.exec(norm) ?? [];
  return digits !== undefined ? Number(digits) : numeral !== undefined ? numberOf(numeral) : null;
}

function isBlank(value: CellValue): boolean {
  return value === null || (typeof value === "string" && value.trim() === "");
}

function unitIn(norm: string): "元" | "万元" | null {
  const match = UNIT.exec(norm);
  const unit = match?.[1] ?? match?.[2];
  return unit === "元" || unit === "万元" ? unit : null;
}

function unitInHeadings({ sheet, first, columns }: HeaderBlock): Above["statedUnit"] {
  for (const column of columns) {
    const unit = unitInHeading(column.heading);
    if (unit) return { unit, cell: { sheet: sheet.name, row: sheet.top + first, column: sheet.left + column.index } };
  }
  return null;
}

function kindOf(text: string | undefined): OrganisationKind | null {
  return text === "部门" || text === "单位" ? text : null;
}

function organisationText(raw: string): string {
  return withoutCode(printable(raw.replace(/^[^:：]*[:：]/, "").replace(UNIT_TAIL, "")));
}

/** [067001]某某局, 067001-某某局: the number of an office is no part of its name. */
const withoutCode = (name: string): string => name.replace(/^(?:[[［【（(]\d{3,12}[\]］】）)]|\d{3,12}(?=\D))[\s.．—-]{0,3}(?=\S)/u, "");

/** Sentences that say a table is empty, in the words of any province. */
const EMPTY = /空表|没有使用.{0,80}安排的支出|未安排.{0,80}支出|^(?:注|备注|说明|本|我).{0,16}无.{2,24}(?:支出|安排|预算|项目|数据)/;
/** Each of them has one of these signs, and few names do. */
const EMPTY_SIGN = /[空没未无]/;
/** Longer texts are no such sentence. */
const LONGEST_NOTE = 1000;

/** The sentence under an empty table ("…为空表。") between two rows of a sheet. */
export function findNote(sheet: PlainSheet, from: number, to: number): TableFacts["note"] {
  for (let row = from; row < to; row++) {
    const cells = sheet.values[row] ?? [];
    for (let column = 0; column < cells.length; column++) {
      const value = cells[column];
      if (
        typeof value === "string" &&
        value.length >= 5 &&
        value.length <= LONGEST_NOTE &&
        EMPTY_SIGN.test(value) &&
        EMPTY.test(normalise(value))
      )
        return { text: printable(value), cell: { sheet: sheet.name, row: sheet.top + row, column: sheet.left + column } };
    }
  }
  return null;
}
