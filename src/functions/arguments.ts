import { Exact } from "../amount/exact";
import { readAmountText } from "../amount/read-text";
import { numberError, passOn, raise, valueError } from "./errors";

const ONE = Exact.ofUnits(1);

/** An argument as a table of cells. Excel hands every range, and every single value too, over as rows of cells. */
export type Matrix = readonly (readonly unknown[])[];

/** Also takes a bare value, as callers other than Excel give it. */
export function asMatrix(argument: unknown): Matrix {
  if (!Array.isArray(argument)) return [[argument]];
  return argument.every(Array.isArray) ? (argument as Matrix) : [argument];
}

/**
 * One cell as a number, as Excel's arithmetic takes it: a blank is 0, TRUE is 1, a text that reads as a number counts, any
 * other text is #VALUE!, an error stays that error.
 */
export function readAmount(cell: unknown): Exact | CustomFunctions.Error {
  if (typeof cell === "number") return Number.isFinite(cell) ? Exact.ofDouble(cell) : numberError();
  if (isBlank(cell)) return Exact.zero;
  if (typeof cell === "boolean") return cell ? ONE : Exact.zero;
  return typeof cell === "string" ? readText(cell) : unwrap(cell, readAmount);
}

/** Excel hands blank cells over as 0 on the desktop and as null on the web; left-out arguments as null. */
export function isBlank(cell: unknown): cell is null | undefined {
  return cell === null || cell === undefined;
}

function readText(text: string): Exact | CustomFunctions.Error {
  const read = readAmountText(text);
  if (read === "blank") return valueError("单元格里是空文本，不是数字。请清空该单元格，或改成数字。");
  if (!read) return valueError(`“${shorten(text)}”不是数字。请检查引用的单元格。`);
  // 元 and 万元 must not meet in one sum; BUDGET.AMOUNT reads such a text when the user asks for it.
  return read.unit === null ? read.value : valueError(`“${shorten(text)}”带有单位，不能直接计算。请改成数字，单位写在表头。`);
}

/** Words of the workbook in a message: short enough for Excel's tooltip. */
export function shorten(text: string): string {
  const line = text.trim().replace(/\s+/g, " ");
  return line.length > 20 ? `${line.slice(0, 20)}…` : line;
}

/** Errors arrive as objects with their code, numbers with a format of their own (currency) with a basic value. */
export function unwrap<T>(cell: unknown, read: (basic: unknown) => T | CustomFunctions.Error): T | CustomFunctions.Error {
  const code = errorCode(cell);
  if (code !== null) return passOn(code);
  if (typeof cell === "object" && cell !== null && "basicValue" in cell && typeof cell.basicValue !== "object")
    return read(cell.basicValue);
  return valueError("引用的单元格不是数字，也不是文字，无法计算。");
}

/** "#DIV/0!" for an error in an argument, null for everything else. A text that looks like an error is none. */
export function errorCode(cell: unknown): string | null {
  if (typeof cell !== "object" || cell === null) return null;
  if ("code" in cell && typeof cell.code === "string") return cell.code;
  const isError = "type" in cell && (cell.type === "Error" || cell.type === "Entity");
  return isError && "basicValue" in cell && typeof cell.basicValue === "string" ? cell.basicValue : null;
}

/**
 * A whole number that the caller may leave out, truncated as Excel does.
 * @throws #VALUE! for anything that is no number.
 */
export function readWhole(argument: unknown, byDefault: number, name: string): number {
  // A runtime that drops trailing arguments puts its own invocation object in their place.
  if (isBlank(argument) || typeof argument === "object") return byDefault;
  if (typeof argument !== "number" || !Number.isFinite(argument)) return raise(valueError(`“${name}”应是整数。请检查该参数。`));
  return Math.trunc(argument);
}

/** Excel keeps 15 digits; beyond this, rounding changes nothing or leaves nothing. */
const MOST_DIGITS = 20;

/** Decimals asked for; negative: tens, hundreds. */
export function readDigits(digits: unknown, byDefault: number): number {
  return Math.max(-MOST_DIGITS, Math.min(MOST_DIGITS, readWhole(digits, byDefault, "小数位数")));
}
