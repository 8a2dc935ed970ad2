import type { Table } from "../../workbook/recognised";
import { nameBefore } from "../../workbook/organisation";
import { editDistance } from "../../text/edits";
import { canon } from "../../text/canon";
import { cellsOf } from "../read/cells";
import { spanText, type Line, type Span } from "../text/lines";
import type { Place } from "../text/sections";

/** 编制部门：… over the tables. */
const HEAD = /^(?:编制|填报|公开)(?:部门|单位)[:：]([^：\t]{3,50}?)(?:(?:金额)?单位[:：].*)?$/;
const TITLE_WORDS = "(?:公开|信息公开|公开说明|公开报告|公开文本|说明)";
const COVER = new RegExp(`^(?:(?:\\d{4})年)?(\\p{sc=Han}{3,40}?)(?:\\d{4}年)?(?:度)?(?:部门|单位)预算${TITLE_WORDS}$`, "u");
/** 预算主管部门：… on a cover that names its table of contents below. */
const COVER_HEAD = /^预算(?:主管部门|单位)[:：]([^：\t]{3,50}?)(?:目录)?$/;
/** 某某局主要职能, 某某局（部门）机构设置: a heading of the part about the organisation. */
const ABOUT_HEAD = /^(\p{sc=Han}{4,40}?)(?:（(?:部门|单位|本级)）)?(?:主要职能|主要职责|机构设置)$/u;
/** What is said of the organisation itself at the head of a sentence. */
const ABOUT_SELF = /^(\p{sc=Han}{4,40}?)(?:（(?:部门|单位|本级)）)?(?:设(?:有)?\d{1,2}个内设机构|部门预算(?:是)?包括|单位预算(?:是)?包括)/u;
/** 某某局是主管…的区政府工作部门 right under the heading 主要职能, which may leave the name out. */
const DUTIES_HEAD = /(?:主要职能|主要职责|部门职责|单位职责|部门职能|单位职能)$/;
const DUTIES_SELF = /^(?!本|我|该|作为)(\p{sc=Han}{5,40}?)(?:（\p{sc=Han}{1,8}）)?(?:是|为|系)(?=[^。]{2,})/u;
/** 纳入某某局2026年部门预算编制范围的: whose budget takes the units in. */
const TAKEN_IN = /纳入(\p{sc=Han}{4,40}?)(?:部门|单位)?20\d\d年(?:度)?(?:部门|单位)?预算(?:编制)?范围/gu;
/** 某某局2026年没有…，…表为空表。 below a table. */
const EMPTY_NOTE = /^(?:(?:备?注|说明)：)?(\p{sc=Han}{4,40}?)(?:部门|单位)?20\d\d年(?:度)?(?:没有|未安排|无)[^。]*空表/u;
const DATE = /^(?:\d{4}|[二○〇零一三四五六七八九]{4})年.{1,3}月(?:.{1,3}日)?$/;
const OFFICE = /^\p{sc=Han}{2,40}(?:局|办|室|委|会|院|校|所|站|厅|馆|队|部|处|镇|乡|街道|中心)$/u;
/** On a cover the name stands over the year and the title; or the year before the name, and the title alone below them. */
const TITLE_PAGE = new RegExp(`^\\d{4}年(?:度)?(?:部门|单位)?预算(?:${TITLE_WORDS}|情况说明)?$`);
const TITLE_ALONE = new RegExp(`^(?:部门|单位)预算(?:${TITLE_WORDS}|情况说明)?$`);
const COVER_YEAR = /^\d{4}年(?:度)?/;
const NAME =
  /^\p{sc=Han}[\p{sc=Han}“”]{2,40}(?:局|办|室|委|会|院|校|所|站|厅|馆|队|部|处|府|镇|乡|街道|中心|中学|小学|大学|幼儿园|团|场|台|社)(?:（\p{sc=Han}{2,20}）)?$/u;
/** 预算单位 in a line of its own, where a program took the sheet of a project apart. */
const UNIT_LABEL = /^预算单位$/;
const COVER_LINES = 8;
const LONGEST_HEAD = 50;
/** The cover is done by then. */
export const FRONT = 4;

/**
 * Where a line names the organisation whose report it is: on the cover, over the tables and below an empty one, in what 第一部分 says
 * of it, on the sheets of its projects, over the date at the end.
 */
export function ownPlaces(lines: readonly Line[], index: number, places: readonly Place[], organisation: string): readonly Span[] {
  const line = lines[index];
  if (!line) return [];
  if (line.kind === "row") return [...namedCell(line, /^(?:部门|单位)名称/), ...cellsOf(line).slice(0, 1).flatMap(inCell)];
  const part = places[index]?.part;
  const found = HEAD.exec(line.text) ?? EMPTY_NOTE.exec(line.text) ?? (part === 0 ? COVER.exec(line.text) : null) ?? ofItself(lines, index);
  if (found?.[1] !== undefined) return [within(line, found[1])];
  if (part === 0) {
    const name = coverName(lines, index, organisation);
    if (name) return [name];
  }
  const taken = part === 1 ? [...line.text.matchAll(TAKEN_IN)] : [];
  if (taken.length > 0) return taken.map(([said, name = ""], at) => within(line, name, (taken[at]?.index ?? 0) + said.indexOf(name)));
  const isSigned = DATE.test(lines[index + 1]?.text ?? "") && (OFFICE.test(line.text) || isName(line.text, organisation));
  return isSigned ? [within(line, line.text)] : [];
}

/**
 * Where each office words its text as it likes, its own name stands all the same on the cover, over the tables, before their titles where
 * those begin with a name, and over the date at the end.
 */
export function titledPlaces(lines: readonly Line[], organisation: string, tables: ReadonlyMap<unknown, Table>): readonly Span[] {
  const covers = lines.slice(0, FRONT).map((line, index) => (line.kind === "row" ? null : coverName(lines, index, organisation)));
  const cover = covers.find((name) => name !== null);
  const [signed, date] = lines.slice(-2);
  const isSigned = signed && date && signed.kind !== "row" && DATE.test(date.text) && isName(signed.text, organisation);
  return [
    ...(cover ? [cover] : []),
    ...lines.flatMap((line) => (line.kind === "row" ? overTable(line) : titlePlace(line, tables)) ?? []),
    ...(isSigned ? [within(signed, signed.text)] : []),
  ];
}

/** Whose budget unit a project's sheet says it is of. */
export function budgetUnitPlace(lines: readonly Line[], index: number): Span | null {
  const line = lines[index];
  if (!line) return null;
  if (line.kind === "row") return namedCell(line, /^预算单位/)[0] ?? null;
  return UNIT_LABEL.test(lines[index - 1]?.text ?? "") && NAME.test(line.text) ? within(line, line.text) : null;
}

/** 部门：某某局 in the first cell of a row that ends with the unit of the amounts. */
function overTable(row: Line): Span | null {
  const [cell, ...others] = cellsOf(row);
  const name = cell ? OVER_TABLE.exec(spanText(cell))?.[1] : undefined;
  if (!cell || name === undefined || !others.some((other) => /^(?:金额)?单位[:：][万亿]?元$/.test(spanText(other)))) return null;
  return within(row, name, cell.start + spanText(cell).indexOf(name));
}
const OVER_TABLE = /^(?:编制|填报|公开|预算)?(?:部门|单位)(?:名称)?[:：]([^：（）]{3,50})(?:（[^：（）]{1,10}）)?$/;

/** 某某大学 of 某某大学收支预算总表, where titles of the workbook's own tables begin with a name. */
function titlePlace(line: Line, tables: ReadonlyMap<unknown, Table>): Span | null {
  if (line.kind === "row" || line.text.length > LONGEST_HEAD) return null;
  for (const { spec } of tables.values()) {
    const name = nameBefore(spec, line.text);
    if (name !== null && line.text.startsWith(name)) return within(line, name, 0);
  }
  return null;
}

const within = (line: Line, name: string, start = line.text.indexOf(name)): Span => ({ line, start, end: start + name.length });

/** A name as organisations are called, or the organisation's own with one character mistyped. */
const isName = (text: string, organisation: string): boolean => NAME.test(text) || editDistance(text, canon(organisation), 1) <= 1;

function coverName(lines: readonly Line[], index: number, organisation: string): Span | null {
  const line = lines[index];
  const below = lines[index + 1]?.text ?? "";
  if (!line) return null;
  if (TITLE_PAGE.test(below)) return isName(line.text, organisation) ? within(line, line.text) : null;
  const name = line.text.replace(COVER_YEAR, "");
  return TITLE_ALONE.test(below) && isName(name, organisation) ? within(line, name, line.text.length - name.length) : null;
}

/** 编制部门：…, 某某局2026年没有…空表 in the first cell of a row over or below a table. */
function inCell(cell: Span): readonly Span[] {
  const text = spanText(cell);
  const name = (HEAD.exec(text) ?? EMPTY_NOTE.exec(text))?.[1];
  return name === undefined ? [] : [within(cell.line, name, cell.start + text.indexOf(name))];
}

/** On the cover, over the part about the organisation, and at the head of what that part says. */
function ofItself(lines: readonly Line[], index: number): RegExpExecArray | null {
  const text = lines[index]?.text ?? "";
  const duties = DUTIES_HEAD.test(lines[index - 1]?.text ?? "") ? DUTIES_SELF.exec(text) : null;
  if (duties?.[1] !== undefined && NAME.test(duties[1])) return duties;
  return (
    (index < COVER_LINES ? COVER_HEAD.exec(text) : null) ??
    (text.length <= LONGEST_HEAD ? ABOUT_HEAD.exec(text) : null) ??
    ABOUT_SELF.exec(text)
  );
}

/** The cell behind the one that is labelled so. */
function namedCell(line: Line, label: RegExp): readonly Span[] {
  const [head, value] = cellsOf(line);
  return head && value && label.test(spanText(head)) ? [value] : [];
}
