import type { CellRef } from "../amount/cell-ref";
import { normalise, printable } from "../text/wording";
import { isCode } from "./codes";
import type { CellValue, PlainSheet, PlainWorkbook } from "./plain";

/** The sheet with an office's own list of subjects, and its headings. */
export const SUBJECT_SHEET = "科目表";
export const SUBJECT_HEADINGS = ["编码", "名称", "年度"] as const;
type Heading = (typeof SUBJECT_HEADINGS)[number];

const aliases: Readonly<Record<Heading, readonly string[]>> = {
  编码: ["编码", "科目编码", "代码", "科目代码"],
  名称: ["名称", "科目名称"],
  年度: ["年度", "年份", "适用年度"],
};

/** Years that a name stands for, both ends included; null: open. */
export interface Years {
  readonly from: number | null;
  readonly until: number | null;
}

export interface ListedSubject {
  readonly code: string;
  readonly name: string;
  readonly years: Years;
  readonly cell: CellRef;
}

/** What keeps a row from being used. */
export interface ListProblem {
  readonly kind: "headings" | "code" | "name" | "years" | "doubled";
  /** As written. */
  readonly text: string;
  readonly cell: CellRef;
  /** The row that has the code already. */
  readonly first?: ListedSubject;
}

export interface SubjectSheet {
  readonly sheet: string;
  readonly subjects: readonly ListedSubject[];
  readonly problems: readonly ListProblem[];
}

/** The office's own list; null where the workbook has no sheet 科目表. Rows that cannot be used are problems, each at its cell. */
export function readSubjectSheet(workbook: PlainWorkbook): SubjectSheet | null {
  const sheet = workbook.sheets.find(({ name }) => normalise(name) === SUBJECT_SHEET);
  if (!sheet) return null;
  const head = sheet.values.findIndex((cells) => columnOf(cells, "编码") >= 0 && columnOf(cells, "名称") >= 0);
  if (head < 0)
    return {
      sheet: sheet.name,
      subjects: [],
      problems: [{ kind: "headings", text: "", cell: { sheet: sheet.name, row: sheet.top, column: sheet.left } }],
    };
  const list = new List();
  const read = rowReader(sheet, head);
  for (let row = head + 1; row < sheet.values.length; row++) read(row, list);
  return { sheet: sheet.name, subjects: list.subjects, problems: list.problems };
}

class List {
  readonly subjects: ListedSubject[] = [];
  readonly problems: ListProblem[] = [];
  private readonly byCode = new Map<string, ListedSubject[]>();

  /** A code's names may differ from year to year, not within one. */
  add(subject: ListedSubject): void {
    const same = this.byCode.get(subject.code) ?? [];
    const first = same.find(({ years }) => overlap(years, subject.years));
    if (first) return void this.problems.push({ kind: "doubled", text: subject.code, cell: subject.cell, first });
    this.byCode.set(subject.code, [...same, subject]);
    this.subjects.push(subject);
  }
}

function rowReader(sheet: PlainSheet, head: number): (row: number, list: List) => void {
  const headings = sheet.values[head] ?? [];
  const columns = { 编码: columnOf(headings, "编码"), 名称: columnOf(headings, "名称"), 年度: columnOf(headings, "年度") };
  return (row, list) => {
    const text = (heading: Heading): string => textOf(sheet.values[row]?.[columns[heading]]);
    const cell = (heading: Heading): CellRef => ({
      sheet: sheet.name,
      row: sheet.top + row,
      column: sheet.left + Math.max(0, columns[heading]),
    });
    const [written, name, year] = [text("编码"), printable(text("名称")), text("年度")];
    if (written === "" && name === "") return;
    const code = codeOf(written);
    if (isRevenue(code)) return;
    if (!isCode(code, "functional") && !isCode(code, "economic"))
      return void list.problems.push({ kind: "code", text: written, cell: cell("编码") });
    if (!/\p{L}/u.test(name)) return void list.problems.push({ kind: "name", text: code, cell: cell("名称") });
    const years = yearsOf(year);
    if (!years) return void list.problems.push({ kind: "years", text: year, cell: cell("年度") });
    list.add({ code, name, years, cell: cell("编码") });
  };
}

function columnOf(cells: readonly CellValue[], heading: Heading): number {
  return cells.findIndex((cell) => typeof cell === "string" && aliases[heading].includes(normalise(cell)));
}

const textOf = (value: CellValue | undefined): string =>
  typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";

/** "201.03.01", "201-03-01" and "'2010301" are 2010301. */
const codeOf = (written: string): string => normalise(written).replace(/[.\-'’]/g, "");

/** 收入分类 begins with 1: it stands in the same printed list and names no expenditure. */
const isRevenue = (code: string): boolean => /^1\d\d(?:\d\d){0,3}$/.test(code);

/** "", "2026", "2019-2025年", "2019年起", "2018年及以前"; null for anything else. */
export function yearsOf(written: string): Years | null {
  const found = /^(20\d\d)?年?(?:(-|至|到|起|及以后|以后|及以前|以前|止)(20\d\d)?年?)?$/.exec(normalise(written));
  if (!found) return null;
  const [first, word, last] = [yearOf(found[1]), found[2], yearOf(found[3])];
  if (first === null && last === null) return normalise(written) === "" ? { from: null, until: null } : null;
  if (word === undefined) return { from: first, until: first };
  if (word === "-" || word === "至" || word === "到")
    return first !== null && last !== null && last < first ? null : { from: first, until: last };
  if (first === null || last !== null) return null;
  return word === "起" || word.endsWith("以后") ? { from: first, until: null } : { from: null, until: first };
}

const yearOf = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits));

/** Years in words that `yearsOf` reads. */
export function yearsText({ from, until }: Years): string {
  if (from === null) return until === null ? "" : `${until}年及以前`;
  return until === null ? `${from}年起` : from === until ? String(from) : `${from}-${until}`;
}

function overlap(a: Years, b: Years): boolean {
  return (a.from ?? 0) <= (b.until ?? Infinity) && (b.from ?? 0) <= (a.until ?? Infinity);
}

export function covers({ from, until }: Years, year: number): boolean {
  return (from ?? 0) <= year && year <= (until ?? Infinity);
}
