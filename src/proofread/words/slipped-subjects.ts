import type { CellRef } from "../../amount/cell-ref";
import { economicSubjects, functionalSubjects, governmentClasses, nameIn, namesOf } from "../../templates/common/subjects";
import { canon } from "../../text/canon";
import { editDistance } from "../../text/edits";
import { isOtherWord, pairsIn } from "../../text/pairs";
import { rememberedFor } from "../../text/remembered";
import type { Ledger } from "../ledger";
import { quoted, seeCells } from "../ledger";
import type { Line, Span } from "../text/lines";

/** A name that stands alone: between marks, or before its amount or what it changed by. */
const ALONE =
  /(?<=^|[，、。；：）"-]|情况|情况说明|其中|(?<!\d)\d{3}(?:\d\d){0,2})(?:\d{1,2}[.．])?(\p{sc=Han}(?:(?!（[类款项]）)[\p{sc=Han}（）]){2,29}?)(?=(?:(?:预算|支出|安排|科目)数?){0,2}为?(?:比上年|较上年)?(?:增加|减少)?\d|（(?:[类款项]|(?:科目)?(?:代码|编码)?：?\d{2,7})）|类科目\d|[，、。；"-]|等[，。；])/gu;
/** Shorter names are met by chance. */
const SHORTEST = 4;
const LEVEL = /^（(?:[类款项]）|(?:科目)?(?:代码|编码)?：?\d{2,7}）)/;
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
  const sought = ledger.book.withWorkbook ? [...soughtIn(ledger), ...government] : withoutTables;
  if (sought.length === 0) return;
  const { byLength, proper, together } = sorted(sought);
  for (const line of lines) {
    if (line.kind === "row") continue;
    for (const match of line.text.matchAll(ALONE)) {
      const short = match[1] ?? "";
      const start = match.index + match[0].length - short.length;
      // 卫生健支出 is no 卫生健 with a word behind it.
      const words = [short, ...(line.text.startsWith("支出", start + short.length) ? [`${short}支出`] : [])];
      if (words.some((said) => said.startsWith("其中") || proper.has(said) || proper.has(bare(said)))) continue;
      // 购房贴（项）: what is marked as a subject is one, however short.
      const isMarked = LEVEL.test(line.text.slice(start + short.length));
      const shortest = isMarked ? SHORTEST - 1 : SHORTEST;
      const found = words.flatMap((said) => {
        const near =
          said.length < shortest
            ? []
            : [-1, 0, 1].flatMap((more) =>
                (byLength.get(said.length + more) ?? []).filter(
                  (one) => (isCertain(one) || (isMarked && isToldApart(said, one.name))) && isSlip(said, one.name, together),
                ),
              );
        const [right] = near;
        return right && near.length === 1 ? [{ said, right }] : [];
      });
      const [first] = found;
      if (first) tell(ledger, { line, start, end: start + first.said.length }, first.right);
    }
  }
}

/** Of the tables, or no word that another may resemble by chance. */
const isCertain = ({ name, cells }: Name): boolean => cells.length > 0 || name.length >= LONG;

/** From a short name that no table has another may differ in a character by right (初中教育, 高中教育), not in their number or order. */
const isToldApart = (said: string, name: string): boolean =>
  said.length !== name.length || Array.from(said).sort().join("") === Array.from(name).sort().join("");

function tell(ledger: Ledger, at: Span, { name: near, cells }: Name): void {
  if (ledger.isFaulted(at)) return;
  const name = cells.length > 0 ? near : nameOfYear(near, ledger.book.year);
  ledger.fault({
    id: "B08",
    category: "name",
    severity: "warning",
    at,
    message: `${quoted(at)}像是“${name}”之误${seeCells(cells)}。`,
    // Without tables nobody knows whether an office has a subject of its own.
    ...(cells.length > 0 ? { expected: name, replaces: true, why: "名称应与公开表逐字一致", cells } : { advice: "请核对科目名称。" }),
  });
}

/** A subject that was renamed since is offered by the name that it has in the year of the text. */
function nameOfYear(name: string, year: number | null): string {
  const renamed = [...functionalSubjects, ...economicSubjects].find((subject) => namesOf(subject).map(canon).includes(name));
  return (renamed && nameIn(renamed, year)) ?? name;
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

const bare = (name: string): string => name.replace(/(?:支出|经费|费用?)$/, "");

/** The subjects that there are; the longer ones are no chance words, the shorter ones where they are marked as subjects. */
const published: readonly string[] = [...functionalSubjects, ...economicSubjects].flatMap(namesOf).map(canon);
const LONG = 5;
const official: readonly Name[] = [...new Set(published)].filter(({ length }) => length >= SHORTEST).map((name) => ({ name, cells: [] }));

/** Classes of 政府预算支出经济分类 that no other classification has. */
const government: readonly Name[] = governmentClasses
  .map(canon)
  .filter((name) => name.length >= LONG && !published.includes(name))
  .map((name) => ({ name, cells: [] }));

/** Without a workbook they are the same for every text. */
const withoutTables: readonly Name[] = [...official, ...government];

/** The names by how long they are; every name that is right, and what stands together in those. */
const sorted = rememberedFor((sought: readonly Name[]) => {
  const byLength = new Map<number, Name[]>();
  for (const one of sought) byLength.set(one.name.length, [...(byLength.get(one.name.length) ?? []), one]);
  const proper = properNames(sought);
  return { byLength, proper, together: pairsIn(proper) };
});

/** Every name that is right, of the tables or not. */
const properNames = (sought: readonly Name[]): ReadonlySet<string> =>
  new Set([...sought.map(({ name }) => name), ...published, ...published.map(bare), ...governmentClasses.map(canon)]);

function isSlip(said: string, name: string, words: ReadonlySet<string>): boolean {
  if (name.startsWith(said) || name.endsWith(said) || said.startsWith(name) || said.endsWith(name)) return false;
  if (editDistance(said, name, 1) !== 1) return false;
  if (said.length !== name.length) return true;
  const at = Array.from(said).findIndex((character, index) => character !== name.charAt(index));
  if (at === said.length - 1 && GOES_ON.includes(said.charAt(at))) return false;
  const swapped = said.charAt(at) === name.charAt(at + 1) && said.charAt(at + 1) === name.charAt(at);
  return swapped || !isOtherWord(said, name, words);
}
/** 因公出国（境）费|在2026年度的支出: the sentence goes on, and the name is told without its last character. */
const GOES_ON = "在为是均由从已未无将按比较与和及的等共约达仅";
