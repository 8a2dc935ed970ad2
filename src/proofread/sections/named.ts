import { isNonZero } from "../../narrative/figure";
import type { NamedItem } from "../../narrative/quantities/named";
import { judgeWords } from "../judge/inputs";
import { noteOtherName } from "../words/known-names";
import { seeCells, type Ledger } from "../ledger";
import { statementsOf, type Statement } from "../read/statements";
import { canon } from "../../text/canon";
import { spanText, type Line } from "../text/lines";
import { resolveName } from "../words/names";
import { judgeStatement, type Reading } from "./target";

/** 十一 in the twelve-table template: 委托业务费, the total and each project. */
export function readCommissioned({ ledger, line }: Reading): void {
  const { commissioned } = ledger.book;
  for (const statement of statementsOf(line, /主要用于[^。]*/g)) {
    if (/\d{4}年(?:财政拨款)?委托业务费(?:支出|预算)?(?:为)?$/.test(spanText(statement.label))) {
      judgeStatement(ledger, statement, { id: "commissioned", what: "委托业务费", figure: commissioned.total });
      continue;
    }
    named(ledger, statement, commissioned.items, "委托业务费", "commissioned");
  }
  saysNothing(ledger, line, commissioned.total, "委托业务费");
}

/** 上年结转结余. */
export function readCarried({ ledger, line }: Reading): void {
  const { carried } = ledger.book;
  for (const statement of statementsOf(line)) {
    const said = spanText(statement.label);
    if (/结转结余(?:资金|预算|支出)?(?:为)?$/.test(said) && /\d{4}年/.test(said)) judgeStatement(ledger, statement, { id: "carried", what: "上年结转结余", figure: carried.total });
    else if (/非财政拨款(?:结转结余|结转)?$/.test(said)) judgeStatement(ledger, statement, { id: "carried.other", what: "非财政拨款结转结余", figure: carried.other });
    else if (/财政拨款(?:结转结余|结转)?$/.test(said)) judgeStatement(ledger, statement, { id: "carried.fiscal", what: "财政拨款结转", figure: carried.fiscal });
    else named(ledger, statement, carried.items, "结转", "carried");
  }
  saysNothing(ledger, line, carried.total, "上年结转结余");
}

function named(ledger: Ledger, statement: Statement, items: readonly NamedItem[], suffix: string, prefix: string): void {
  if (!statement.current) return;
  const { label } = statement;
  const found = resolveName(label, items.map((item) => ({ names: [item.plainName, item.plainName + suffix, `${item.plainName}${suffix}资金`, `${item.plainName}结转结余`], value: item })), 4);
  if (!found) {
    if (items.length > 0) {
      ledger.blame(statement.current);
      ledger.fault({ id: "B-名", category: "name", severity: "error", at: label, message: `“${spanText(label)}”不在表上所列的项目里。`, advice: "请核对项目名称。" });
    }
    return;
  }
  const item = found.value;
  if (!found.exact) noteOtherName(ledger, found.at, found.name === canon(item.plainName) ? item.plainName : found.name, "项目名称", item.name.kind === "input" ? item.name.cells : []);
  judgeStatement(ledger, statement, { id: `${prefix}.${item.plainName}`, what: item.plainName, figure: item.amount });
  const { line } = label;
  const lead = /[，：]?(?:主要用于：?)?/y;
  lead.lastIndex = statement.current.span.end;
  const start = statement.current.span.end + (lead.exec(line.text)?.[0].length ?? 0);
  if (start < line.text.length) judgeWords(ledger, { line, start, end: stopAfter(line, start) }, item.note, `“${item.plainName}”的说明`);
}

function stopAfter(line: Line, start: number): number {
  const stop = line.text.lastIndexOf("。");
  return stop >= start ? stop : line.text.length;
}

/** N年没有…安排的支出，…表为空表。 */
function saysNothing(ledger: Ledger, line: Line, total: Ledger["book"]["carried"]["total"], what: string): void {
  const match = /没有[^，。]{2,30}安排的支出/.exec(line.text);
  if (match && isNonZero(total) && total.known)
    ledger.fault({ id: "S14", category: "figure", severity: "error", at: { line, start: match.index, end: match.index + match[0].length }, message: `说明写没有${what}，表上是${total.value.toFixed(2)}万元${seeCells(total.cells)}。`, cells: total.cells });
}
