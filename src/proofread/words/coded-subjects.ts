import type { CellRef } from "../../amount/cell-ref";
import { economicSubjects, functionalSubjects, namesOf } from "../../templates/common/subjects";
import { canon } from "../../text/canon";
import { editDistance } from "../../text/edits";
import type { Ledger } from "../ledger";
import { quoted, seeCells } from "../ledger";
import type { Line, Span } from "../text/lines";

/** 2101101行政单位医疗, 2101101-行政单位医疗: a code, and the name that it stands for. */
const CODED = /(?<![\d.,])(\d{7}|\d{5})["“-]?(\p{sc=Han}[\p{sc=Han}（）]{1,30}?)(?=["”]?(?:预算|支出)?(?:[：，。；、]|为?\d|$))/gu;

/** 行政单位医疗（2101101）: the name, and its code in brackets behind it. */
const BEHIND =
  /(?<=^|[，。；：、）\d])(?:\d{1,2}[.．、])?(\p{sc=Han}[\p{sc=Han}“”]{1,30}?)(?:（[类款项]）)?（(?:科目)?(?:代码|编码)?：?(\d{7}|\d{5})）/gu;

/** What a code stands for. */
interface Meaning {
  readonly names: readonly string[];
  readonly cells: readonly CellRef[];
}

/**
 * A code says which subject its name ought to be: of the tables, or of the official classification. A name of another subject, and one
 * that is none and a keystroke away from its own, is told; what else stands behind a number may be no name.
 */
export function judgeCodedSubjects(ledger: Ledger, lines: readonly Line[]): void {
  const ofTables = meaningsIn(ledger);
  for (const line of lines) {
    if (line.kind === "row") continue;
    const coded = [...line.text.matchAll(CODED)].map(({ index, 0: all, 1: code = "", 2: said = "" }) => ({
      code,
      said,
      start: index + all.length - said.length,
    }));
    const behind = [...line.text.matchAll(BEHIND)].map(({ index, 0: all, 1: said = "", 2: code = "" }) => ({
      code,
      said,
      start: index + all.indexOf(said),
    }));
    for (const { code, said, start } of [...coded, ...behind]) {
      const meaning = ofTables.get(code) ?? official.get(code);
      if (meaning) judge(ledger, { line, start, end: start + said.length }, said, code, meaning);
    }
  }
}

function judge(ledger: Ledger, at: Span, said: string, code: string, { names, cells }: Meaning): void {
  const [name] = names;
  if (name === undefined || ledger.isFaulted(at) || names.some((one) => isSame(said, one))) return;
  // 2101101行政单位医疗支出安排: behind the name the sentence goes on.
  const isSlip = names.some((one) => editDistance(bare(said), bare(one), 1) === 1 && !said.startsWith(bare(one)));
  if (!isSlip && !proper.has(bare(said))) return;
  const [only, ...others] = isSlip && cells.length > 0 ? names : [];
  ledger.fault({
    id: "B08",
    category: "name",
    severity: "warning",
    at,
    message: `${code}是“${name}”${seeCells(cells)}，这里写${quoted(at)}。`,
    ...(only !== undefined && others.length === 0
      ? { expected: at.line.text.startsWith("支出", at.end) ? bare(only) : only, replaces: true, why: "名称应与公开表逐字一致", cells }
      : { advice: "请看是代码写错了，还是名称写错了。" }),
  });
}

const bare = (name: string): string => name.replace(/支出$/, "");
/** 职业年金缴费支出 is 机关事业单位职业年金缴费支出 told short. */
const isSame = (said: string, name: string): boolean => bare(name).endsWith(bare(said));

function meaningsIn({ book }: Ledger): ReadonlyMap<string, Meaning> {
  const found = new Map<string, Meaning>();
  for (const table of book.withWorkbook ? book.recognised.tables.values() : [])
    for (const row of table.spec.classification === null ? [] : table.rows) {
      const name = canon(row.name);
      const before = found.get(row.code ?? "");
      if (row.code === null || row.code.length < SHORTEST || before?.names.includes(name) === true) continue;
      found.set(row.code, { names: [...(before?.names ?? []), name], cells: [...(before?.cells ?? []), table.labelCell(row)] });
    }
  return found;
}
const SHORTEST = 5;

const published = [...functionalSubjects, ...economicSubjects];
const official: ReadonlyMap<string, Meaning> = new Map(
  published.map((subject) => [subject.code, { names: namesOf(subject).map(canon), cells: [] }]),
);
const proper: ReadonlySet<string> = new Set(published.flatMap(namesOf).map((name) => bare(canon(name))));
