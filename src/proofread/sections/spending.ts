import { isNonZero } from "../../narrative/figure";
import { figureIn } from "../../narrative/quantities/cells";
import { economicSubjects } from "../../templates/common/subjects";
import type { Ledger } from "../ledger";
import { statementsOf } from "../read/statements";
import { canon } from "../../text/canon";
import { editDistance } from "../../text/edits";
import { spanText, type Span } from "../text/lines";
import { itemsIn, judgeList, listAfter, noteName, resolveName } from "../words/names";
import { judgeStatement, type Reading } from "./target";

/** 六: 基本支出 by 人员经费 and 公用经费, with their lists of 款. */
export function readBasic({ ledger, line }: Reading): void {
  const { basic } = ledger.book.facts;
  for (const statement of statementsOf(line)) {
    if (/基本支出(?:预算|合计|总额|为)?$/.test(spanText(statement.label))) {
      judgeStatement(ledger, statement, { id: "basic", what: "一般公共预算基本支出", figure: basic.total });
      continue;
    }
    const found = resolveName(statement.label, basic.parts.map((part) => ({ names: [part.said], value: part })), 4);
    if (!found) continue;
    if (!found.exact) noteName(ledger, found.at, found.name, "经费名称");
    judgeStatement(ledger, statement, { id: `basic.${found.value.said}`, what: found.value.said, figure: found.value.amount });
    const list = listAfter(line, /主要包括：?/);
    if (list && ledger.book.recognised.tables.has("basic"))
      judgeList(ledger, list, {
        what: `${found.value.said}的款级科目`,
        wanted: (found.value.subjects ?? []).map((name) => ({ names: [name], cells: cellsOf(ledger, name, found.value.said) })),
        known: economicSubjects.map(({ name }) => name),
      });
    else if (list) misspelt(ledger, list);
    if (list) misplaced(ledger, list, found.value.said);
  }
}

function cellsOf({ book }: Ledger, name: string, column: string): { sheet: string; row: number; column: number }[] {
  const table = book.recognised.tables.get("basic");
  const row = table?.rows.find((one) => one.kind === "group" && canon(one.name) === canon(name));
  const cell = table && row ? table.cell(row, column) : null;
  return cell ? [cell] : [];
}

/** Without 表6: names that are a slip away from one of the economic classification. */
function misspelt(ledger: Ledger, list: Span): void {
  const names = economicSubjects.map(({ name }) => canon(name));
  for (const item of itemsIn(list)) {
    const said = spanText(item);
    const near = names.includes(said) ? undefined : economicSubjects.find(({ name }) => name.length > 2 && editDistance(said, canon(name), 1) <= 1);
    if (near) noteName(ledger, item, near.name, "款级科目");
  }
}

/** K10: 款 of 301 and 303 belong to 人员经费, those of 302 and 310 to 公用经费. */
function misplaced(ledger: Ledger, list: Span, part: "人员经费" | "公用经费"): void {
  const table = ledger.book.recognised.tables.get("basic");
  for (const row of table?.rows ?? []) {
    const personnel = /^30[13]/.test(row.code ?? "");
    const wrong = part === "公用经费" ? personnel : /^(?:302|307|309|310)/.test(row.code ?? "");
    if (!table || row.kind !== "group" || !wrong || !isNonZero(figureIn(table, row, part))) continue;
    const at = list.line.text.indexOf(canon(row.name), list.start);
    if (at < 0 || at >= list.end) continue;
    ledger.fault({
      id: "K10", category: "extra", severity: "warning", at: { ...list, start: at, end: at + canon(row.name).length },
      message: `“${row.name}”（${row.code ?? ""}）属于${personnel ? "人员经费" : "公用经费"}，却列在${part}里，${part}和机关运行经费因此不准。`, cells: cellsOf(ledger, row.name, part), advice: "请核对表6该科目填在哪一列。",
    });
  }
}

/** Names of the economic classification that a sentence may not use without having them: 四's 主要用于…. */
export function judgeUses(ledger: Ledger, use: Span, className: string): void {
  const table = ledger.book.recognised.tables.get("basic");
  if (!table) return;
  const text = spanText(use);
  const present = new Set(table.rows.filter((row) => row.kind === "group" && isNonZero(figureIn(table, row, "合计"))).map(({ name }) => canon(name)));
  for (const { code, name } of economicSubjects) {
    const at = code.length === 5 && name.length >= 3 && /^30[123]/.test(code) ? text.indexOf(canon(name)) : -1;
    if (at < 0 || present.has(canon(name)) || !listed(text, at, name)) continue;
    ledger.fault({
      id: "B-四", category: "name", severity: "warning", at: { ...use, start: use.start + at, end: use.start + at + name.length },
      message: `${className}“主要用于”里写了“${name}”，表6没有这一款支出。`, advice: "请核对表6，或删去这一项。", expected: "",
    });
  }
}

/** Whether the name stands by itself in an enumeration: 、福利费、 and not in the middle of other words. */
function listed(text: string, at: number, name: string): boolean {
  return /(?:^|[、，：]|用于)$/.test(text.slice(0, at)) && /^(?:$|[、，；等支])/.test(text.slice(at + name.length));
}

/** 十: “三公”经费, amounts and changes. */
export function readThreePublic({ ledger, line }: Reading): void {
  const { threePublic } = ledger.book.facts;
  const parts = threePublic.parts.map((part) => ({ names: [part.name, ...usual[part.line]], value: part }));
  for (const statement of statementsOf(line)) {
    const label = tail(statement.label);
    const said = spanText(label);
    if (/三公.{0,2}经费(?:支出|预算|总额)*(?:数|合计)?(?:为)?$/.test(said)) {
      judgeStatement(ledger, { ...statement, reason: null }, {
        id: "threePublic", what: "“三公”经费", figure: threePublic.total,
        comparison: { current: threePublic.total, prior: priorTotal(threePublic), change: threePublic.change, reason: null, explained: true },
      });
      continue;
    }
    const found = resolveName(label, parts, 4);
    if (!found) continue;
    const { name, comparison } = found.value;
    if (!found.exact) noteName(ledger, found.at, name, "“三公”经费项目");
    else if (canon(name) !== found.name) ledger.fault({ id: "B08", category: "name", severity: "info", at: found.at, message: `表10写作“${name}”，这里写“${found.name}”，用词不一。`, expected: name, replaces: true });
    judgeStatement(ledger, statement, { id: `threePublic.${found.value.line}`, what: name, figure: comparison.current, comparison, of: "threePublic" });
    if (statement.reason) wordedOtherwise(ledger, statement.reason, found.value.name, usual[found.value.line]);
  }
}

const usual = {
  因公出国: ["因公出国（境）费用", "因公出国（境）费", "因公出国（境）经费", "因公出国费"],
  公务用车购置: ["公务用车购置", "公务用车购置费", "公务用车购置经费"],
  公务用车运行: ["公务用车运行维护费", "公务用车运行费", "公务用车运行维护"],
  公务接待费: ["公务接待费", "公务接待费用"],
} as const;

function priorTotal({ parts }: Ledger["book"]["facts"]["threePublic"]): Ledger["book"]["facts"]["threePublic"]["total"] {
  const unknown = parts.find(({ comparison }) => !comparison.prior.known)?.comparison.prior;
  const first = parts[0]?.comparison.prior;
  if (unknown ?? !first) return unknown ?? { known: false, instead: { kind: "words", text: "" } };
  return parts.slice(1).reduce((sum, { comparison }) => (sum.known && comparison.prior.known ? { ...sum, value: sum.value.plus(comparison.prior.value), cells: [...sum.cells, ...comparison.prior.cells] } : sum), first);
}

/** 公务用车运行费 in the reason where the table says 公务用车运行维护费. */
function wordedOtherwise(ledger: Ledger, reason: Span, name: string, others: readonly string[]): void {
  const text = spanText(reason);
  const right = canon(name);
  for (const other of others.map(canon)) {
    const at = text.indexOf(other);
    if (at < 0 || other === right || (right.length > other.length && text.startsWith(right, at)) || others.some((longer) => canon(longer).length > other.length && text.startsWith(canon(longer), at))) continue;
    ledger.fault({ id: "B08", category: "name", severity: "info", at: { ...reason, start: reason.start + at, end: reason.start + at + other.length }, message: `表10写作“${name}”，这里写“${other}”，用词不一。`, expected: name, replaces: true });
  }
}

/** The last clause of a label: 其中：因公出国（境）费. */
function tail(label: Span): Span {
  const text = spanText(label);
  const cut = Math.max(text.lastIndexOf("："), text.lastIndexOf("，"));
  return cut < 0 ? label : { ...label, start: label.start + cut + 1 };
}
