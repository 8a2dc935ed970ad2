import { economicSubjects, functionalSubjects } from "../../templates/common/subjects";
import type { Ledger } from "../ledger";
import { canon } from "../../text/canon";
import { editDistance } from "../../text/edits";
import { spanText } from "../text/lines";
import { slips } from "./scan";

/** Characters that join words: 医疗保险等费用 is no slip of 医疗保险缴费. */
const JOINING = /[等和及与的、，]/;
/** What may follow any name: 公务员医疗补助经费 is no slip of 公务员医疗补助缴费. */
const GENERAL = /(?:经费|支出|资金|费用|预算|拨款|项目|标准)$/;
const LONG = 5;
const names = [...new Set([...economicSubjects, ...functionalSubjects].map(({ name }) => canon(name)))].filter((name) => name.length > 2);
const known = new Set(names);

/** In reasons and uses, names of subjects with one character replaced: a hint, for the words there are free. */
export function judgeVocabulary(ledger: Ledger): void {
  for (const span of ledger.free) {
    if (span.end <= span.start) continue;
    const text = spanText(span);
    const hint = (start: number, said: string, right: string): void => {
      if (
        said === right ||
        known.has(said) ||
        known.has(said.replace(GENERAL, "")) ||
        JOINING.test(said) ||
        taken(ledger, span.line, span.start + start, span.start + start + said.length)
      )
        return;
      ledger.fault({
        id: "B10",
        category: "name",
        severity: "info",
        at: { ...span, start: span.start + start, end: span.start + start + said.length },
        message: `“${said}”像是科目名称“${right}”之误。`,
        expected: right,
        replaces: true,
      });
    };
    for (const name of names)
      if (name.length >= LONG)
        for (const { start, end } of slips(text, name))
          if (
            end - start === name.length &&
            !ofAnother(text, start, end) &&
            inside(text.slice(start, end), name) &&
            !runsOn(text, start, end, name)
          )
            hint(start, text.slice(start, end), name);
    for (const match of text.matchAll(/(?<=[、：]|^)([^、，；]{3,12})(?=[、，；等]|$)/g)) {
      const said = match[0];
      const near = names.filter(
        (name) => name.length === said.length && name.length < LONG && inside(said, name) && editDistance(said, name, 1) === 1,
      );
      if (near.length === 1 && near[0] !== undefined && text.includes("、")) hint(match.index, said, near[0]);
    }
  }
}

/** A part of a longer name that is written as it should be: 一般行政管理事务 has no slip of 民政管理事务 in it. */
function ofAnother(text: string, start: number, end: number): boolean {
  return names.some((name) => {
    if (name.length <= end - start) return false;
    const at = text.indexOf(name, Math.max(0, end - name.length));
    return at >= 0 && at <= start && at + name.length >= end;
  });
}

/** One character replaced and the word not merely begun elsewhere. */
function inside(said: string, name: string): boolean {
  return said.slice(1) !== name.slice(0, -1) && said.slice(0, -1) !== name.slice(1);
}

function taken(ledger: Ledger, line: Ledger["free"][number]["line"], start: number, end: number): boolean {
  return ledger.faults.some(
    (fault) => (fault.category === "name" || fault.id === "B-填") && fault.at.line === line && fault.at.start < end && fault.at.end > start,
  );
}

/** Only the last character differs and the sentence goes on: 因公出国（境）费支出 is no slip of …费用. */
function runsOn(text: string, start: number, end: number, name: string): boolean {
  return text.slice(start, end - 1) === name.slice(0, -1) && /\p{sc=Han}/u.test(text.charAt(end));
}
