import type { Slot } from "../../narrative/pattern/read";
import { functionalSubjects, nameIn, namesOf, subjectOf, type Subject } from "../../templates/common/subjects";
import { canon } from "../../text/canon";
import { editDistance } from "../../text/edits";
import { isOtherWord, pairsIn } from "../../text/pairs";
import { quoted, type Ledger } from "../ledger";
import type { Found } from "../sentences/found";
import { spanIn } from "../sentences/slots";
import { spanText, type Span } from "../text/lines";

const LEVELS = ["类级科目", "款级科目", "项级科目"];

/** K03: names of 类, 款 and 项 that are not those of 《政府收支分类科目》, where the tables do not settle them. */
export function judgeOfficial(ledger: Ledger, found: Found, slots: readonly Slot[], code: string): void {
  for (const { node, at, exact } of slots) {
    const level = node.kind === "name" || (node.kind === "free" && node.role === "name") ? LEVELS.indexOf(node.what) : -1;
    if (level < 0 || !at || at.end <= at.start) continue;
    judge(ledger, spanIn(found, at.start, at.end), level, code.slice(0, 3 + level * 2), node.kind === "name" && exact);
  }
}

function judge(ledger: Ledger, at: Span, level: number, code: string, asTable: boolean): void {
  const said = spanText(at);
  const length = 3 + level * 2;
  const subject =
    code.length === length
      ? subjectOf(code, "functional")
      : functionalSubjects.find(
          ({ alsoWritten, code: one }) => one.length === length && (alsoWritten ?? []).some((name) => canon(name) === said),
        );
  if (!subject) {
    if (!asTable) misspelt(ledger, at, length);
    return;
  }
  const right = nameIn(subject, ledger.book.year) ?? subject.name;
  const faulty = (subject.alsoWritten ?? []).some((name) => canon(name) === said);
  if (everyName(subject).includes(said) || (!faulty && asTable) || (!faulty && code.length === length)) return;
  ledger.fault({
    id: "K03",
    category: "name",
    severity: "warning",
    at,
    message: `${quoted(at)}不是《政府收支分类科目》里的名称，应为“${right}”（${subject.code}）。`,
    expected: right,
    replaces: true,
    why: "科目名称按政府收支分类科目",
  });
}

const everyName = (subject: Subject): readonly string[] => namesOf(subject).map(canon);

/** A name that no table settles, one slip away from an official one of its level. */
function misspelt(ledger: Ledger, at: Span, length: number): void {
  const said = spanText(at);
  const names = functionalSubjects.filter(({ code }) => code.length === length).flatMap(everyName);
  // What the tables call it was told already.
  if (said.length < 4 || names.includes(said) || ledger.isFaulted(at)) return;
  const near = [...new Set(names.filter((name) => editDistance(said, name, 1) <= 1))];
  const right = near[0];
  if (right !== undefined && near.length === 1 && !isOtherWord(said, right, tradeWords()))
    ledger.fault({
      id: "K03",
      category: "name",
      severity: "warning",
      at,
      message: `${quoted(at)}像是“${right}”之误。`,
      expected: right,
      replaces: true,
      why: "科目名称按政府收支分类科目",
      cause: "subject",
    });
}

let pairsOfNames: ReadonlySet<string> | null = null;

/** Every two characters that stand beside each other in an official name. */
function tradeWords(): ReadonlySet<string> {
  pairsOfNames ??= pairsIn(functionalSubjects.flatMap(everyName));
  return pairsOfNames;
}
