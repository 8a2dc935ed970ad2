import { Exact } from "../../amount/exact";
import { isNonZero, isZero } from "../../narrative/figure";
import type { Severity } from "../../checks/report";
import type { Ledger } from "../ledger";
import { canon } from "../../text/canon";
import { seen } from "../sections/subjects";
import type { Line } from "../text/lines";
import type { Place, SectionKey } from "../text/sections";

interface Required {
  readonly section: SectionKey;
  readonly name: string;
  /** Found anywhere in 第三部分. */
  readonly words: RegExp;
  readonly severity: Severity;
  readonly applies?: (ledger: Ledger) => boolean;
}

const required: readonly Required[] = [
  { section: "overall", name: "收支预算情况的总体说明（收支总预算）", words: /收支总预算/, severity: "error" },
  { section: "income", name: "收入预算情况说明", words: /收入预算[\d]/, severity: "error" },
  { section: "expenditure", name: "支出预算情况说明", words: /支出预算[\d]/, severity: "error" },
  { section: "fiscal", name: "财政拨款收支预算情况的总体说明", words: /财政拨款收支/, severity: "error" },
  { section: "general", name: "一般公共预算当年拨款情况说明", words: /一般公共预算(?:当年)?拨款/, severity: "error" },
  { section: "basic", name: "一般公共预算基本支出情况说明", words: /一般公共预算基本支出/, severity: "error" },
  { section: "projects", name: "一般公共预算项目支出情况说明", words: /一般公共预算项目支出|项目名称/, severity: "error" },
  { section: "fund", name: "政府性基金预算拨款情况说明（没有也要说明为空表）", words: /政府性基金预算(?:拨款)?(?:安排的支出|支出情况表|支出\d|拨款\d|当年)/, severity: "error" },
  { section: "capital", name: "国有资本经营预算拨款情况说明（没有也要说明为空表）", words: /国有资本经营预算(?:拨款)?(?:安排的支出|支出情况表|支出\d|拨款\d|当年)/, severity: "error" },
  { section: "threePublic", name: "“三公”经费预算情况及增减原因", words: /三公.{0,2}经费/, severity: "error" },
  { section: "operating", name: "机关运行经费情况", words: /机关运行经费/, severity: "error" },
  { section: "procurement", name: "政府采购情况", words: /政府采购/, severity: "error" },
  { section: "assets", name: "国有资产占用使用情况", words: /国有资产/, severity: "error" },
  { section: "performance", name: "预算绩效情况", words: /预算绩效|绩效目标/, severity: "error" },
  { section: "commissioned", name: "委托业务费支出情况说明", words: /委托业务费/, severity: "error", applies: ({ book }) => book.recognised.variant === "2026-12" && book.withWorkbook },
  { section: "carried", name: "上年结转结余预算情况说明", words: /结转结余/, severity: "error", applies: ({ book }) => book.recognised.variant !== "2023-10" && book.withWorkbook },
];

/** Fewer sections than this: a passage was handed in, not 第三部分. */
const WHOLE = 6;

/** Required statements (rules.md E) and items that the tables have and the text does not. */
export function judgeMissing(ledger: Ledger, lines: readonly Line[], places: readonly Place[]): void {
  const body = lines.filter((line, index) => places[index]?.part === 3 && line.kind !== "heading");
  const sections = new Set(places.flatMap(({ part, section }) => (part === 3 && section ? [section] : [])));
  const last = body.at(-1) ?? lines.at(-1);
  if (!last) return;
  const text = body.map((line) => line.text).join("\n");
  const whole = required.filter(({ section }) => sections.has(section)).length >= WHOLE;
  if (whole)
    for (const { section, name, words, severity, applies } of required)
      if ((applies?.(ledger) ?? true) && (!words.test(text) || !bodyOf(lines, places, section)))
        ledger.fault({ id: "B-缺", category: "missing", severity, at: placeFor(lines, places, section, last), place: true, message: `缺少：${name}。`, advice: "财政部门要求公开的内容，请补上。" });
  if (sections.has("items")) missingItems(ledger, lines, places);
  const structure = lines.filter((_, index) => places[index]?.section === "structure").at(-1);
  if (structure) missingClasses(ledger, structure);
  missingSources(ledger, lines, places);
}

/** Whether a section has any sentence of its own; the headed passages of 五 and 其他 stand for them. */
function bodyOf(lines: readonly Line[], places: readonly Place[], section: SectionKey): boolean {
  const also: readonly SectionKey[] = section === "general" ? ["general", "scale", "structure", "items"] : [section];
  return lines.some((line, index) => places[index]?.part === 3 && also.some((key) => key === places[index]?.section) && line.kind !== "heading");
}

function placeFor(lines: readonly Line[], places: readonly Place[], section: SectionKey, last: Line): { line: Line; start: number; end: number } {
  const heading = lines.filter((_, index) => places[index]?.part === 3 && places[index].section === section).at(-1) ?? last;
  return { line: heading, start: heading.text.length, end: heading.text.length };
}

function missingItems(ledger: Ledger, lines: readonly Line[], places: readonly Place[]): void {
  const last = lines.filter((_, index) => places[index]?.section === "items").at(-1);
  const spoken = seen(ledger);
  if (!last || spoken.size === 0) return;
  for (const { code, path, comparison } of ledger.book.items ?? [])
    if (!spoken.has(code) && (isNonZero(comparison.current) || (isNonZero(comparison.prior) && comparison.current.known)))
      ledger.fault({
        id: "B-五三", category: "missing", severity: "error", at: { line: last, start: last.text.length, end: last.text.length }, place: true,
        message: `五（三）缺“${path.join("/")}”，${isZero(comparison.current) ? `上年有${comparison.prior.known ? comparison.prior.value.toFixed(2) : ""}万元` : `表5有${comparison.current.known ? comparison.current.value.toFixed(2) : ""}万元`}。`,
        expected: path.map((name, level) => `${name}（${"类款项".charAt(level)}）`).join(""), cells: comparison.current.known ? comparison.current.cells : [],
      });
}

function missingClasses(ledger: Ledger, last: Line): void {
  const said = [...ledger.entries.keys()].filter((id) => id.startsWith("structure."));
  if (said.length === 0) return;
  for (const { name, amount } of ledger.book.classes ?? [])
    if (!said.includes(`structure.${canon(name)}`) && !said.includes(`structure.${name}`))
      ledger.fault({ id: "B-五二", category: "missing", severity: "error", at: { line: last, start: last.text.length, end: last.text.length }, place: true, message: `五（二）缺“${name}（类）”，表5有${amount.known ? amount.value.toFixed(2) : ""}万元。`, cells: amount.known ? amount.cells : [] });
}

function missingSources(ledger: Ledger, lines: readonly Line[], places: readonly Place[]): void {
  const last = lines.filter((line, index) => places[index]?.section === "income" && line.kind !== "heading").at(-1);
  if (!last || !ledger.entries.has("income")) return;
  for (const { said, current } of ledger.book.facts.income.sources)
    if (current.known && !current.value.equals(Exact.zero) && !ledger.entries.has(`income.${said}`))
      ledger.fault({ id: "B-二", category: "missing", severity: "error", at: { line: last, start: last.text.length, end: last.text.length }, place: true, message: `二里缺“${said}”，表2有${current.value.toFixed(2)}万元。`, cells: current.cells });
}
