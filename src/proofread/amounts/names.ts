import { formatAmount, GROUPED } from "../../amount/format";
import { economicSubjects, functionalSubjects } from "../../templates/common/subjects";
import { canon } from "../../text/canon";
import { editDistance } from "../../text/edits";
import type { Ledger } from "../ledger";
import type { Stated } from "../read/figures";
import { spanText } from "../text/lines";
import { slips } from "../words/scan";
import type { Named } from "./held";
import { wordsBefore } from "./clause";

const SHORTEST_CLASS = 6;

/** Right before an amount that the tables have under a name, that name with one character wrong: 社会保障和业就支出346.68万元. */
export function judgeMisnamed(
  ledger: Ledger,
  stated: Stated,
  clause: string,
  byName: ReadonlyMap<string, unknown>,
  index: ReadonlyMap<string, readonly Named[]>,
): void {
  if (!stated.value || stated.unit !== "amount" || stated.value.isZero() || byName.has(clause)) return;
  const { line, start } = stated.span;
  const before = wordsBefore(stated);
  const from = start - before.length;
  const names = [...new Set((index.get(stated.value.toString()) ?? []).flatMap(({ row, column, isTotal }) => (isTotal ? column : row)))];
  if (names.some((name) => name !== "" && before.includes(name))) return;
  for (const name of names.filter((one) => one.length >= SHORTEST_NAME && ONLY_WORDS.test(one)))
    for (const window of slips(before, name)) {
      const at = { line, start: from + window.start, end: from + window.end };
      if (!BETWEEN.test(before.slice(window.end)) || ledger.isFaulted(at)) continue;
      ledger.fault({
        id: "B08",
        category: "name",
        severity: "warning",
        at,
        message: `公开表上${formatAmount(stated.value, GROUPED)}万元是“${name}”，这里写“${spanText(at)}”。`,
        advice: "请对照公开表核对名称。",
      });
      return;
    }
}
/** 科学某术支出1.00万元: a class of expenditure with one character wrong, where nothing says whose amount it is. */
export function judgeClassName(ledger: Ledger, stated: Stated): void {
  if (stated.unit !== "amount") return;
  const { line, start } = stated.span;
  const before = wordsBefore(stated);
  const words = CLASS_BEFORE.exec(before)?.[1];
  if (words === undefined || known.has(words)) return;
  const right = classes.find((name) => editDistance(words, name, 1) === 1 && words.slice(0, -2) !== name.slice(0, -2));
  const end = start - (before.length - before.lastIndexOf(words) - words.length);
  const at = { line, start: end - words.length, end };
  if (right === undefined || ledger.isFaulted(at)) return;
  ledger.fault({
    id: "B08",
    category: "name",
    severity: "warning",
    at,
    message: `功能分类里没有“${words}”这一类，有“${right}”。`,
    advice: "请核对科目名称。",
  });
}
const CLASS_BEFORE = /(?:^|[，。；：、）]|其中|包括)(\p{sc=Han}{5,16}支出)(?:预算数|预算)?(?:为)?$/u;
const known: ReadonlySet<string> = new Set([...functionalSubjects, ...economicSubjects].map(({ name }) => canon(name)));
const classes: readonly string[] = [
  ...new Set(functionalSubjects.flatMap(({ code, name }) => (code.length === 3 && name.length >= SHORTEST_CLASS ? [canon(name)] : []))),
];

const SHORTEST_NAME = 6;
const ONLY_WORDS = /^\p{sc=Han}+$/u;
/** What may stand between the two. */
const BETWEEN = /^(?:支出|收入)?(?:（[\d项]{1,7}）)?(?:预算数?|安排)?[为：]?$/;
