import type { CellRef } from "../amount/cell-ref";
import { address } from "../amount/cell-ref";
import type { Exact } from "../amount/exact";
import { normalise } from "../text/wording";
import { asRead } from "../workbook/as-read";
import { isCellError, type CellValue, type PlainWorkbook } from "../workbook/plain";
import { NOT_CALCULATED, readCell } from "../workbook/reading";
import { basicItems, inputSheetKeys, type BasicItem, type InputSheetKey } from "./conventions";
import { readSlips, type ListedSlip } from "./slips";
import { findInputSheet, inputCell, inputValue, valueText, type InputSheet } from "./sheet";

/** Words the user wrote, and where; "" where the cell is blank. */
export interface TextInput {
  readonly text: string;
  readonly cell: CellRef;
}

/** A figure the user wrote, and where. Blank is not zero: `value` is null. */
export interface AmountInput {
  /** Amounts in 万元; areas and counts as they are. */
  readonly value: Exact | null;
  readonly cell: CellRef;
}

/** A row of 填报-上年对比. */
export interface PriorInput {
  readonly position: number;
  readonly category: string;
  /** Digits only; "" where the row has none. */
  readonly code: string;
  readonly name: string;
  readonly prior: AmountInput;
  readonly reason: TextInput;
}

/** A row of 填报-文字说明. */
export interface WordsInput {
  readonly position: number;
  readonly category: string;
  readonly name: string;
  readonly content: TextInput;
}

/** A row of 填报-项目说明. */
export interface ProjectInput {
  readonly position: number;
  readonly name: string;
  readonly basis: TextInput;
  readonly unit: TextInput;
  readonly allocation: TextInput;
  readonly period: TextInput;
}

/** A row of 填报-其他事项. */
export interface OtherInput {
  readonly position: number;
  readonly category: string;
  readonly name: string;
  readonly value: AmountInput;
  readonly unit: string;
}

/** What cannot be understood on a 填报 sheet. */
export interface InputProblem {
  readonly cell: CellRef;
  /** Chinese: where, what, what to do. */
  readonly message: string;
}

/** Everything the user wrote on the 填报 sheets. */
export interface Inputs {
  readonly sheets: Readonly<Record<InputSheetKey, InputSheet>>;
  readonly basics: ReadonlyMap<BasicItem, TextInput>;
  readonly priors: readonly PriorInput[];
  readonly texts: readonly WordsInput[];
  readonly projects: readonly ProjectInput[];
  readonly others: readonly OtherInput[];
  /** Slips of the pen that this office has listed on its sheet 错词. */
  readonly slips: readonly ListedSlip[];
  readonly problems: readonly InputProblem[];
}

/** Of a workbook without 填报 sheets. */
export const noInputs = (): Inputs => readInputs({ name: "", sheets: [] });

/**
 * Reads the five 填报 sheets (domain rule: by heading, never by place). Missing sheets, rows and headings are no errors:
 * what is not there is blank. Never throws whatever the cells hold.
 */
export function readInputs(given: PlainWorkbook): Inputs {
  const { workbook } = asRead(given);
  const sheets = Object.fromEntries(inputSheetKeys.map((key) => [key, findInputSheet(workbook, key)])) as Record<InputSheetKey, InputSheet>;
  const problems: InputProblem[] = [];
  return {
    sheets,
    basics: readBasics(sheets.basics),
    priors: readPriors(sheets.priors, problems),
    texts: readTexts(sheets.texts),
    projects: readProjects(sheets.projects),
    others: readOthers(sheets.others, problems),
    slips: readSlips(workbook),
    problems,
  };
}

function readBasics(sheet: InputSheet): ReadonlyMap<BasicItem, TextInput> {
  const found = new Map<BasicItem, TextInput>();
  const known = new Map(basicItems.map((item) => [normalise(item), item]));
  for (const row of rowsBelow(sheet)) {
    const item = known.get(normalise(valueText(inputValue(sheet, row, "项目"))).replace(/[:]$/, ""));
    if (item && !found.has(item)) found.set(item, item === "编制日期" ? day(sheet, row, "内容") : text(sheet, row, "内容"));
  }
  return found;
}

function readPriors(sheet: InputSheet, problems: InputProblem[]): readonly PriorInput[] {
  return withCategories(sheet, (row, category) => {
    const code = valueText(inputValue(sheet, row, "科目编码"))
      .normalize("NFKC")
      .replace(/[^\d]/g, "");
    const name = label(sheet, row, "名称");
    if (name === "" && code === "" && category !== "机关运行经费") return null;
    return {
      position: row,
      category,
      code,
      name,
      prior: amount(sheet, row, "上年预算数", "万元", problems),
      reason: text(sheet, row, "主要原因"),
    };
  });
}

function readTexts(sheet: InputSheet): readonly WordsInput[] {
  return withCategories(sheet, (row, category) => ({
    position: row,
    category,
    name: label(sheet, row, "名称"),
    content: text(sheet, row, "内容"),
  }));
}

function readProjects(sheet: InputSheet): readonly ProjectInput[] {
  return rowsBelow(sheet).flatMap((row) => {
    const name = label(sheet, row, "项目名称");
    if (name === "") return [];
    const field = (column: string): TextInput => text(sheet, row, column);
    return [
      {
        position: row,
        name,
        basis: field("设立的政策依据"),
        unit: field("项目承担单位"),
        allocation: field("资金分配情况"),
        period: field("资金执行时间"),
      },
    ];
  });
}

function readOthers(sheet: InputSheet, problems: InputProblem[]): readonly OtherInput[] {
  return withCategories(sheet, (row, category) => {
    const unit = valueText(inputValue(sheet, row, "计量单位"));
    return { position: row, category, name: label(sheet, row, "项目"), value: amount(sheet, row, "数值", unit, problems), unit };
  });
}

function rowsBelow(sheet: InputSheet): readonly number[] {
  if (!sheet.sheet || sheet.found.size === 0) return [];
  return Array.from({ length: Math.max(0, sheet.freeRow - sheet.headingRow - 1) }, (_, index) => sheet.headingRow + 1 + index);
}

/** A blank 类别 under a filled one repeats it: people merge those cells. A wholly blank row ends the repetition. */
function withCategories<T>(sheet: InputSheet, read: (row: number, category: string) => T | null): readonly T[] {
  const rows: T[] = [];
  let category = "";
  for (const row of rowsBelow(sheet)) {
    const blank = [...sheet.found].every((column) => valueText(inputValue(sheet, row, column)) === "");
    const own = label(sheet, row, "类别");
    if (own !== "") category = own;
    else if (blank) category = "";
    const made = blank || category === "" ? null : read(row, category);
    if (made !== null) rows.push(made);
  }
  return rows;
}

function label(sheet: InputSheet, row: number, column: string): string {
  return valueText(inputValue(sheet, row, column)).replace(/\s+/g, " ");
}

function text(sheet: InputSheet, row: number, column: string): TextInput {
  return { text: valueText(inputValue(sheet, row, column)), cell: inputCell(sheet, row, column) };
}

const DAY = 86_400_000;
/** Days that a budget can be of, as Excel counts them: 2000 to 2100. */
const [FIRST_DAY, LAST_DAY] = [36_526, 73_415];

/** A day as it was typed; one that Excel keeps as a number (days since 30 December 1899) as "2026-02-09". */
function day(sheet: InputSheet, row: number, column: string): TextInput {
  const written = text(sheet, row, column);
  const value = inputValue(sheet, row, column);
  return typeof value === "number" && value >= FIRST_DAY && value < LAST_DAY
    ? { ...written, text: new Date(Date.UTC(1899, 11, 30) + Math.floor(value) * DAY).toISOString().slice(0, 10) }
    : written;
}

/** 元 becomes 万元; every other unit stays as it is. */
function amount(sheet: InputSheet, row: number, column: string, unit: string, problems: InputProblem[]): AmountInput {
  const cell = inputCell(sheet, row, column);
  const value = inputValue(sheet, row, column);
  const format = sheet.sheet?.formats[row - sheet.sheet.top]?.[cell.column - sheet.sheet.left];
  const formula = sheet.sheet?.formulas[row - sheet.sheet.top]?.[cell.column - sheet.sheet.left];
  const reading = readCell(value, format, normalise(unit) === "元" || headingSaysYuan(sheet, cell.column) ? "元" : "万元", formula);
  if (reading.kind === "amount")
    return { value: reading.decimals === 0 && reading.stored.decimals() > 0 ? reading.stored : reading.shown, cell };
  if (reading.kind === "uncalculated") problems.push({ cell, message: `${cell.sheet}!${address(cell)}的${NOT_CALCULATED}。` });
  else if (reading.kind !== "blank") problems.push({ cell, message: unreadable(cell, value) });
  return { value: null, cell };
}

function headingSaysYuan(sheet: InputSheet, column: number): boolean {
  const heading = sheet.sheet?.values[sheet.headingRow - sheet.sheet.top]?.[column - sheet.sheet.left];
  return typeof heading === "string" && /\((?:单位:)?元\)$/.test(normalise(heading));
}

function unreadable(cell: CellRef, value: CellValue): string {
  const shown = isCellError(value) ? value.error : valueText(value).slice(0, 20);
  return `${cell.sheet}!${address(cell)}的“${shown}”读不成数，请改填数字。`;
}
