import { itemsOf, type SubjectItem } from "../../narrative/quantities/subjects";
import { Exact } from "../../amount/exact";
import { known } from "../../narrative/figure";
import { expenditureClasses, functionalSubjects, subjectOf } from "../../templates/common/subjects";
import { quoted, type Ledger } from "../ledger";
import { statementsOf } from "../read/statements";
import { canon } from "../../text/canon";
import { editDistance } from "../../text/edits";
import { spanText, type Span } from "../text/lines";
import { noteName, resolveName } from "../words/names";
import { judgeStatement, type Reading } from "./target";

/** 五（二）: every class with its share. */
export function readStructure({ ledger, line }: Reading): void {
  const { classes, facts } = ledger.book;
  for (const statement of statementsOf(line)) {
    const label = { ...statement.label, end: statement.label.end - (/（.）$/.exec(spanText(statement.label))?.[0].length ?? 0) };
    const mark = line.text.slice(label.end, statement.label.end);
    if (mark !== "" && mark !== "（类）") noteName(ledger, { line, start: label.end, end: statement.label.end }, "（类）", "科目级次");
    const found = resolveName(label, classes ? classes.map((one) => ({ names: [one.name], value: one })) : expenditureClasses.map(({ name }) => ({ names: [name], value: null })));
    if (found) {
      if (!found.exact) noteName(ledger, found.at, found.name, "类级科目");
      judgeStatement(ledger, statement, { id: `structure.${found.name}`, what: `${found.name}（类）`, figure: found.value?.amount ?? null, whole: ["general", "fiscal", "total"], wholeFigure: facts.general.total });
    } else if (classes && statement.current) {
      ledger.blame(statement.current);
      ledger.fault({ id: "B-五二", category: "extra", severity: "error", at: label, message: `${quoted(label)}在表5里没有。`, expected: "", advice: "请核对科目名称。" });
    }
  }
}

const PATH = /^(.+?)（类）(.+?)（款）(.+?)（项）/;

/** 五（三）: one sentence an item. */
export function readItems({ ledger, line, section }: Reading): void {
  const candidates = candidatesOf(ledger, section);
  for (const statement of statementsOf(line)) {
    const colon = spanText(statement.label).lastIndexOf("：");
    if (colon < 0) continue;
    const label = { ...statement.label, end: statement.label.start + colon };
    const levels = levelsOf(label);
    const said = levels.map(spanText).join("");
    const item = nearest(said, candidates);
    const tableKnown = ledger.book.items !== null && ledger.book.recognised.tables.has("general");
    if (!item) {
      const figure = tableKnown && levels.length === 3 ? known(Exact.zero, [], "表5没有这一科目") : null;
      judgeStatement(ledger, statement, { id: `items.${said}`, what: quoted(label), figure, of: "item" });
      if (tableKnown && statement.current?.value?.isZero() === false)
        ledger.fault({ id: "B-五三", category: "extra", severity: "error", at: label, message: `${quoted(label)}在表5里没有，说明却有本年预算数。`, advice: "请核对科目名称。" });
      official(ledger, levels, null);
      continue;
    }
    item.path.forEach((name, level) => {
      const at = levels.length === item.path.length ? levels[level] : undefined;
      if (at && spanText(at) !== canon(name)) noteName(ledger, at, name, `${"类款项".charAt(level)}级科目`);
    });
    if (levels.length !== item.path.length && canon(item.path.join("")) !== said) noteName(ledger, label, item.path.map((name, level) => `${name}（${"类款项".charAt(level)}）`).join(""), "科目");
    official(ledger, levels, item);
    seen(ledger).add(item.code);
    judgeStatement(ledger, statement, { id: `items.${item.code === "" ? said : item.code}`, what: item.path.at(-1) ?? said, figure: item.comparison.current, comparison: item.comparison, of: "item" });
  }
}

const spoken = new WeakMap<Ledger, Set<string>>();

/** Codes of the items that the text speaks of. */
export function seen(ledger: Ledger): Set<string> {
  const codes = spoken.get(ledger) ?? new Set<string>();
  spoken.set(ledger, codes);
  return codes;
}

function candidatesOf({ book }: Ledger, section: string): readonly SubjectItem[] {
  if (section === "fund") return itemsOf(book.desk, "funds", "政府性基金预算") ?? [];
  if (section === "capital") return itemsOf(book.desk, "stateCapital", "国有资本经营预算") ?? [];
  return book.items ?? [];
}

/** 类, 款, 项 as three stretches; the whole label where its marks are not those. */
function levelsOf(label: Span): readonly Span[] {
  const match = PATH.exec(spanText(label));
  if (!match) return [label];
  const spans: Span[] = [];
  let start = label.start;
  for (const name of match.slice(1)) {
    spans.push({ ...label, start, end: start + name.length });
    start += name.length + 3;
  }
  return spans;
}

function nearest(said: string, items: readonly SubjectItem[]): SubjectItem | null {
  const plain = said.replace(/（[类款项]）/g, "");
  const exact = items.find(({ path }) => canon(path.join("")) === plain);
  if (exact) return exact;
  let best: SubjectItem | null = null;
  let least = Infinity;
  for (const item of items) {
    const name = canon(item.path.join(""));
    const limit = Math.max(2, Math.min(6, Math.floor(name.length / 6)));
    const distance = editDistance(plain, name, limit);
    if (distance <= limit && distance < least) [best, least] = [item, distance];
  }
  return best;
}

/** K03: names that are not those of 《政府收支分类科目》, where the tables do not settle them. */
function official(ledger: Ledger, levels: readonly Span[], item: SubjectItem | null): void {
  if (levels.length !== 3) return;
  const year = ledger.book.year ?? Number.POSITIVE_INFINITY;
  levels.forEach((at, level) => {
    const said = spanText(at);
    const code = item?.code.slice(0, 3 + level * 2) ?? "";
    const subject = code.length === 3 + level * 2 ? subjectOf(code, "functional") : functionalSubjects.find(({ alsoWritten, code: known }) => known.length === 3 + level * 2 && (alsoWritten ?? []).some((name) => canon(name) === said));
    if (!subject) {
      if (item === null) misspelt(ledger, at, 3 + level * 2);
      return;
    }
    const right = subject.former && year <= subject.former.until ? subject.former.name : subject.name;
    const names = [subject.name, ...(subject.former ? [subject.former.name] : [])].map(canon);
    if (names.includes(said)) return;
    const faulty = (subject.alsoWritten ?? []).some((name) => canon(name) === said);
    if (!faulty && item !== null && canon(item.path[level] ?? "") === said) return;
    if (faulty || item === null)
      ledger.fault({ id: "K03", category: "name", severity: "warning", at, message: `${quoted(at)}不是《政府收支分类科目》里的名称，应为“${right}”（${subject.code}）。`, expected: right, replaces: true, why: "科目名称按政府收支分类科目" });
  });
}

/** A name that no table settles, one slip away from an official one of its level. */
function misspelt(ledger: Ledger, at: Span, length: number): void {
  const said = spanText(at);
  const names = functionalSubjects.filter(({ code }) => code.length === length).flatMap(({ name, former }) => [name, ...(former ? [former.name] : [])]);
  if (said.length < 4 || names.some((name) => canon(name) === said)) return;
  const near = names.filter((name) => editDistance(said, canon(name), 1) <= 1);
  const right = near[0];
  if (right !== undefined && near.length === 1)
    ledger.fault({ id: "K03", category: "name", severity: "warning", at, message: `${quoted(at)}像是“${right}”之误。`, expected: right, replaces: true, why: "科目名称按政府收支分类科目" });
}
