import { Exact } from "../amount/exact";
import { readAmountText } from "../amount/read-text";
import { asMatrix, isBlank, readAmount, readDigits, shorten, unwrap } from "./arguments";
import { numberError, raise, valueError, type CellResult } from "./errors";
import { spread, spreadAmounts } from "./spread";

const AMOUNT_DECIMALS = 2;
const YUAN_TO_WANYUAN = -4;

/** Half-up on the decimal that the cell shows, away from zero: 1.005 is 1.01. */
export function rounded(amounts: unknown, digits?: unknown): CellResult[][] {
  const decimals = readDigits(digits, AMOUNT_DECIMALS);
  return spreadAmounts(amounts, (amount) => amount.round(decimals).toNumber());
}

/** 元 to 万元, rounded once, from the 元. */
export function wanyuan(yuan: unknown, digits?: unknown): CellResult[][] {
  const decimals = readDigits(digits, AMOUNT_DECIMALS);
  return spreadAmounts(yuan, (amount) => amount.shifted(YUAN_TO_WANYUAN).round(decimals).toNumber());
}

/** The number a text stands for ("1, 221. 42" is 1221.42); blank is 0; what cannot be read in one way is #VALUE!. */
export function amounts(cells: unknown): CellResult[][] {
  return spread(cells, (cell) => {
    const read = typeof cell === "string" ? readAmountText(cell) : null;
    if (read === "blank") return 0;
    const amount = read?.value ?? readAmount(cell);
    return amount instanceof Exact ? amount.toNumber() : amount;
  });
}

/**
 * The exact sum. As Excel's SUM, it passes over blanks, words and TRUE/FALSE and passes errors on; but a number kept as
 * text, which SUM silently drops, is #VALUE! naming it: a dropped amount is the one mistake a total must not hide.
 */
export function total(ranges: readonly unknown[]): number {
  let sum: Exact = Exact.zero;
  for (const range of ranges)
    for (const row of asMatrix(range))
      for (const cell of row) {
        const addend = typeof cell === "number" ? readAmount(cell) : addendOf(cell);
        if (!(addend instanceof Exact)) return raise(addend);
        sum = sum.plus(addend);
      }
  const all = sum.toNumber();
  return Number.isFinite(all) ? all : raise(numberError());
}

function addendOf(cell: unknown): Exact | CustomFunctions.Error {
  if (isBlank(cell) || typeof cell === "boolean") return Exact.zero;
  if (typeof cell === "string") return wordsOnly(cell);
  return unwrap(cell, (basic) => (typeof basic === "number" ? readAmount(basic) : addendOf(basic)));
}

/** Figures with a currency, a unit or signs that no number has: somebody's amount, whatever it says. */
const MEANT_AS_AMOUNT =
  /^[¥￥$€+＋\-－−(（]{0,3}[\d０-９٠-٩][\d０-９٠-٩,，.．。·'’ \u00a0\u3000]{0,60}(?:[万亿千百]?元?|%|％|万元整?|元整)[)）]?$/;
/** "1." and "1．" number a line. */
const NUMBERING = /^\d{1,2}[.．]$/;

function wordsOnly(text: string): Exact | CustomFunctions.Error {
  const read = readAmountText(text);
  const trimmed = text.trim();
  if (read === null && MEANT_AS_AMOUNT.test(trimmed) && !NUMBERING.test(trimmed))
    return valueError(`“${shorten(text)}”像是金额，但不能按数字读取，直接求和会漏掉它。请改成数字。`);
  if (read === null || read === "blank" || read.value.isZero()) return Exact.zero;
  return valueError(`“${shorten(text)}”是文本格式的数字，直接求和会漏掉它。请先转换为数字，或用 BUDGET.AMOUNT 读取。`);
}
