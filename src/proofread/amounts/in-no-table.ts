import { spanText } from "../text/lines";
import type { Ledger } from "../ledger";
import type { Stated } from "../read/figures";
import { wordsBefore } from "./clause";
import type { Held, Named } from "./held";

/** 渔业发展支出128.50万元，与上年相比增加…: named as a subject is, at the head of what is said of it. */
const SUBJECT =
  /(?:^|[。；：])(?:\d{1,2}[.．、]|（[一二三四五六七八九十\d]{1,2}）)?(\p{sc=Han}{3,14})(?:支出|（[类款项]）)(?:预算数?|预算支出)?(?:安排)?为?$/u;
/** What is told of every subject: what it is compared with, what it is for, which share it is. */
const TOLD = /^，(?:[比较与同](?:上年|上一年|去年|\d{4}年)|用于|主要用于|占)/;
/** Wholes and ways of dividing them, which are called otherwise in the tables. */
const NO_SUBJECT = /预算|项目|基本|财政|拨款|收入|采购|经费|本年|年度|合计|总|结转|结余|安排|资金|经营|上缴|补助|其他|单位|部门/;

/**
 * An amount under the name of a subject that no table has, as no table has the amount: left over from another text, or missing in the
 * tables. `byName`, `index`: what the tables hold by name and by amount.
 */
export function judgeInNoTable(
  ledger: Ledger,
  stated: Stated,
  byName: ReadonlyMap<string, readonly Held[]>,
  index: ReadonlyMap<string, readonly Named[]>,
): void {
  if (stated.unit !== "amount" || !stated.value || stated.value.isZero() || ledger.standing(stated)?.kind === "proved") return;
  const { line, start, end } = stated.span;
  const name = SUBJECT.exec(wordsBefore(stated))?.[1];
  if (name === undefined || NO_SUBJECT.test(name) || !TOLD.test(line.text.slice(end))) return;
  if (index.has(stated.value.toString()) || [...byName.keys()].some((one) => one.includes(name) || name.includes(one))) return;
  const at = { line, start: line.text.lastIndexOf(name, start), end };
  if (ledger.isFaulted(at)) return;
  ledger.fault({
    id: "B-多",
    category: "extra",
    severity: "info",
    at,
    message: `公开表上没有“${name}”，也没有${spanText(stated.span)}这个数。`,
    advice: "请看这一句是不是从上年的或者别的单位的文本里留下来的；确有这笔支出的，请核对公开表。",
  });
}
