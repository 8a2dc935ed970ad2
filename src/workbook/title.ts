import type { TableKey } from "../templates/define";
import type { KnownTitle, PreparedFamily } from "../templates/prepare";
import { remembered, rememberedFor } from "../text/remembered";
import { normalise } from "../text/wording";
import type { CellValue, PlainSheet } from "./plain";

/** "表1:"、"附件1"、"1."、"一、" before a title. */
const LEAD =
  /^(?:附?(?:表|件)|(?:预算|部门|单位)?公开表?|预算(?=\d)|GK)(?:0*\d{1,2}(?:号|表)?|[一二三四五六七八九十]{1,3}(?=[-_:.、]|$))[-_:.、]?|^0*\d{1,2}[-_:.、]|^\(?[一二三四五六七八九十]+\)?[、.]|^\(\d{1,2}\)/;
const BARE_NUMBER = /^0?\d{1,2}(?=\D)/;
const NUMBER = /^(?:附?表|公开表?|GK)0*(\d{1,2})(?!\d)/;
const YEAR = /^20\d\d年度?/;
/** "(续表)", "(单位:万元)", "(2026年)", "单位:万元" behind a title. */
const TAIL = /(?:\([^()]*\)|(?:金额)?单位:.*)$/s;
const LONGEST = 60;

/** The title's own words: without table number, year and what stands in brackets behind it. The text is normalised. */
export const bareTitle = remembered((normalised) => {
  let text = normalised.replace(TAIL, "");
  for (let previous = ""; previous !== text;) {
    previous = text;
    text = text.replace(YEAR, "").replace(LEAD, "").replace(BARE_NUMBER, "");
  }
  return text;
});

/** Whether a text looks like a table's title: short, ends in 表, and is no sentence about an empty table. */
export const mayBeTitle = (normalised: string): boolean => normalised.length <= LONGEST && readsAsTitle(normalised);

const readsAsTitle = remembered(
  (normalised) =>
    !/空表|[。;?!]/.test(normalised) && /表$/.test(normalised.replace(TAIL, "").replace(TAIL, "")) && !/^\d/.test(normalised.slice(-1)),
);

/** The last word of every title. Most rows have none, and need not be looked at closely. */
export const holdsTitle = (row: readonly CellValue[]): boolean => row.some((cell) => typeof cell === "string" && cell.includes("表"));

/** Rows at the top of a sheet in which its title may stand. */
const TITLE_ROWS = 8;

/** What may be titles at the top of a sheet, normalised and without numbers and years. */
export function titlesAtTop({ values }: PlainSheet): readonly string[] {
  return values.slice(0, TITLE_ROWS).flatMap(titlesIn);
}

/** The same in each row below, over tables that stand below one another. */
export function titlesBelow({ values }: PlainSheet): readonly (readonly string[])[] {
  return values
    .slice(TITLE_ROWS)
    .map(titlesIn)
    .filter(({ length }) => length > 0);
}

const NONE: readonly string[] = [];

function titlesIn(row: readonly CellValue[]): readonly string[] {
  if (!holdsTitle(row)) return NONE;
  const titles: string[] = [];
  for (const cell of row) {
    if (typeof cell !== "string" || cell.length > LONGEST) continue;
    const norm = normalise(cell);
    if (mayBeTitle(norm)) titles.push(bareTitle(norm));
  }
  return titles;
}

/** 5 for "表5：…"; null where the title carries no number. */
export function numberBeforeTitle(normalised: string): number | null {
  const found = NUMBER.exec(normalised)?.[1];
  return found === undefined ? null : Number(found);
}

/** A table that a title names. */
export interface NamedTable {
  readonly key: TableKey;
  /** The title is its own and nothing else. */
  readonly exact: boolean;
  /** How many characters stand beside its own: a name, or words that make another table of it. */
  readonly beside: number;
}

/** Right before a title, these make another table of it: 政府性基金预算支出预算表 is no 支出预算表. */
const SOURCE_BEFORE =
  /(?:一般公共预算|政府性基金|国有资本经营|财政专户|财政拨款|“?三公”?经费|机关运行经费|会议费|培训费|基本|项目|采购|结转结?余?)(?:预算)?(?:财政拨款|拨款|资金)?$/;

/** Headings of a whole disclosure, not of one table. */
export const COLLECTIVE = /(?:公开|预算)报?表$/;

/** Which table a title names: outright, or inside more words ("示例局2026年部门收支总体情况表"); null for none. */
export const titleOf = (bare: string, family: PreparedFamily): NamedTable | null => titlesOf(family)(bare);

/** Offices print the same titles, and a workbook is asked about each of them again and again. */
const titlesOf = rememberedFor((family: PreparedFamily) => remembered((bare) => findTitle(bare, family)));

function findTitle(bare: string, family: PreparedFamily): NamedTable | null {
  const outright = family.exactTitles.get(bare);
  if (outright !== undefined) return { key: outright, exact: true, beside: 0 };
  const inside = family.titles.find(({ title }) => bare.includes(title) && !SOURCE_BEFORE.test(bare.slice(0, bare.indexOf(title))));
  return inside ? { key: inside.key, exact: false, beside: bare.length - inside.title.length } : null;
}

/** Which table a sheet's name means, even cut short ("5.一般公共预算支出"); null for none. */
export const tableOfSheetName = (bare: string, family: PreparedFamily): TableKey | null => sheetNamesOf(family)(bare);

const sheetNamesOf = rememberedFor((family: PreparedFamily) => remembered((bare) => findSheetName(bare, family)));

function findSheetName(bare: string, family: PreparedFamily): TableKey | null {
  const named = titleOf(bare, family);
  if (named) return named.key;
  if (bare.length < 4) return null;
  const cores = family.titles.filter(({ core }) => core.length >= 4 && bare.includes(core));
  return (
    cores.reduce<KnownTitle | null>((longest, title) => (longest && longest.core.length >= title.core.length ? longest : title), null)
      ?.key ?? null
  );
}
