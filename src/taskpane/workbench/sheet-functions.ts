// First: the functions name themselves with it when they are loaded.
import "./function-errors";
import * as english from "../../functions/functions";
import * as chinese from "../../functions/functions-zh";
import type { SheetFunction } from "../../hosts/sheet/spreadsheet";

const ERROR = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/;
const handedIn = (value: unknown): unknown =>
  typeof value === "string" && ERROR.test(value) ? { code: value } : Array.isArray(value) ? value.map(handedIn) : value;
const single = (value: unknown): unknown => (Array.isArray(value) ? single((value as unknown[])[0]) : (value ?? undefined));
const codeOf = (cause: unknown): string =>
  typeof cause === "object" && cause !== null && "code" in cause && typeof cause.code === "string" ? cause.code : "#VALUE!";
const handedOut = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(handedOut) : typeof value === "object" && value !== null ? codeOf(value) : value;

/** A function of the product as the spreadsheet calls it: the first `tables` arguments are ranges, the others single values. */
function adapted(work: (...values: never[]) => unknown, tables: number): SheetFunction {
  return (...values) => {
    const given = values.map((value, i) => (i < tables ? handedIn(value) : single(value)));
    try {
      const result = handedOut(
        (work as (...all: unknown[]) => unknown)(...(tables === Number.POSITIVE_INFINITY ? [given.map(asTable)] : given)),
      );
      return Array.isArray(result) && result.length === 1 && Array.isArray(result[0]) && result[0].length === 1
        ? (result[0][0] as unknown)
        : result;
    } catch (cause) {
      return codeOf(cause);
    }
  };
}

const asTable = (value: unknown): unknown => (Array.isArray(value) ? value : [[value]]);

const ALL = Number.POSITIVE_INFINITY;
const FUNCTIONS: readonly (readonly [string, string, (...values: never[]) => unknown, (...values: never[]) => unknown, number])[] = [
  ["SHARE", "所占比例", english.share, chinese.shareZh, 2],
  ["YOY", "增减幅度", english.yoy, chinese.yoyZh, 2],
  ["CHANGE", "增减额", english.change, chinese.changeZh, 2],
  ["ROUND", "四舍五入", english.round, chinese.roundZh, 1],
  ["SUM", "精确合计", english.sum, chinese.sumZh, ALL],
  ["TIE", "勾稽核对", english.tie, chinese.tieZh, 2],
  ["YOYTEXT", "增减说明", english.yoyText, chinese.yoyTextZh, 2],
  ["SHARETEXT", "占比说明", english.shareText, chinese.shareTextZh, 2],
  ["WANYUAN", "元转万元", english.toWanyuan, chinese.toWanyuanZh, 1],
  ["SUBJECT", "科目名称", english.subject, chinese.subjectZh, 1],
  ["AMOUNT", "读取金额", english.amount, chinese.amountZh, 1],
];

/** The product's own functions, under both their names, for the workbench's spreadsheet. */
export function sheetFunctions(): ReadonlyMap<string, SheetFunction> {
  return new Map(
    FUNCTIONS.flatMap(([name, chineseName, work, chineseWork, tables]) => [
      [`BUDGET.${name}`, adapted(work, tables)] as const,
      [`BUDGET.${chineseName}`, adapted(chineseWork, tables)] as const,
    ]),
  );
}
