import type { CellRef } from "../../amount/cell-ref";
import { economicSubjects, functionalSubjects, namesOf } from "../../templates/common/subjects";
import { canon } from "../../text/canon";
import { editDistance } from "../../text/edits";
import { isOtherWord, pairsIn } from "../../text/pairs";
import type { Ledger } from "../ledger";
import { quoted, seeCells } from "../ledger";
import type { Line, Span } from "../text/lines";

/** A name that stands alone: between marks, or before its amount or what it changed by. */
const ALONE =
  /(?<=^|[，、。；：）]|情况|情况说明|其中)(?:\d{1,2}[.．])?(\p{sc=Han}[\p{sc=Han}（）]{2,29}?)(?=(?:(?:预算|支出|安排)数?){0,2}为?(?:比上年|较上年)?(?:增加|减少)?\d|（[类款项]）|[，、。；]|等[，。；])/gu;
/** Shorter names are met by chance. */
const SHORTEST = 4;
const SUBJECTS: readonly string[] = ["class", "group", "item"];

interface Name {
  readonly name: string;
  readonly cells: readonly CellRef[];
}

/**
 * Names of subjects wherever they stand alone: one that is no subject at all and a keystroke away from one of the tables is
 * that one. What differs at an end only is rather another way of saying it, and what makes another word of the trade another name.
 */
export function judgeSlippedSubjects(ledger: Ledger, lines: readonly Line[]): void {
  const sought = soughtIn(ledger);
  if (sought.length === 0) return;
  const byLength = new Map<number, Name[]>();
  for (const one of sought) byLength.set(one.name.length, [...(byLength.get(one.name.length) ?? []), one]);
  const proper = properNames(sought);
  const words = pairsIn(proper);
  for (const line of lines) {
    if (line.kind === "row") continue;
    for (const match of line.text.matchAll(ALONE)) {
      const said = match[1] ?? "";
      if (said.length < SHORTEST || said.startsWith("其中") || proper.has(said) || proper.has(bare(said))) continue;
      const near = [-1, 0, 1].flatMap((more) => (byLength.get(said.length + more) ?? []).filter(({ name }) => isSlip(said, name, words)));
      const [right] = near;
      if (!right || near.length > 1) continue;
      const start = match.index + match[0].length - said.length;
      tell(ledger, { line, start, end: start + said.length }, right);
    }
  }
}

function tell(ledger: Ledger, at: Span, { name, cells }: Name): void {
  if (ledger.isFaulted(at)) return;
  ledger.fault({
    id: "B08",
    category: "name",
    severity: "warning",
    at,
    message: `${quoted(at)}像是“${name}”之误${seeCells(cells)}。`,
    expected: name,
    replaces: true,
    why: "名称应与公开表逐字一致",
    cells,
  });
}

/** The subjects that the tables name, as they print them and without the word behind them. */
function soughtIn({ book }: Ledger): readonly Name[] {
  const found = new Map<string, Name>();
  for (const table of book.recognised.tables.values()) {
    for (const row of table.rows) {
      const isSubject = table.spec.classification !== null && row.code !== null && SUBJECTS.includes(row.kind);
      if (!isSubject && !(table.key === "threePublic" && row.kind === "line")) continue;
      for (const name of [canon(row.name), bare(canon(row.name))])
        if (name.length >= SHORTEST && !found.has(name)) found.set(name, { name, cells: [table.labelCell(row)] });
    }
  }
  return [...found.values()];
}

/** Every name that is right, of the tables or not. */
function properNames(sought: readonly Name[]): ReadonlySet<string> {
  const official = [...functionalSubjects, ...economicSubjects].flatMap(namesOf).map(canon);
  return new Set([...sought.map(({ name }) => name), ...official, ...official.map(bare)]);
}

const bare = (name: string): string => name.replace(/(?:支出|费用?)$/, "");

function isSlip(said: string, name: string, words: ReadonlySet<string>): boolean {
  if (name.startsWith(said) || name.endsWith(said) || said.startsWith(name) || said.endsWith(name)) return false;
  if (editDistance(said, name, 1) !== 1) return false;
  if (said.length !== name.length) return true;
  const at = Array.from(said).findIndex((character, index) => character !== name.charAt(index));
  const swapped = said.charAt(at) === name.charAt(at + 1) && said.charAt(at + 1) === name.charAt(at);
  return swapped || !isOtherWord(said, name, words);
}
