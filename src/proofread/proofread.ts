import type { FindingCell } from "../checks/report";
import { formsOfYear } from "../book/forms-of-year";
import { openDesk } from "../narrative/desk";
import {
  isFreelyWorded,
  knowsWholeReport,
  reportOf as reportPattern,
  sectionsOf,
  sentenceFamilies,
  sentencesOf,
  type SentenceFamily,
} from "../narrative/families";
import type { SectionKey } from "../narrative/segments";
import { canon, printed } from "../text/canon";
import { openBook, type Against, type Book } from "./book";
import { coverageOf } from "./coverage";
import { settleHabits } from "./judge/differences";
import { judgeRewritten } from "./judge/inputs";
import { judgeSameUse } from "./judge/same-use";
import { judgeSums } from "./judge/sums";
import { exchanged, folded, proved, withOneReason, withoutConsequences, withoutDoubted } from "./folded";
import { lastYears } from "./last-years";
import { misnamed } from "./misnamed";
import { gradedFaults } from "./graded";
import { findingCell, Ledger, type Fault } from "./ledger";
import type { ProofFinding, ProofMark, ProofreadReport, Stranger } from "./report";
import { judgeRules } from "./rules/all";
import { judgeTurned } from "./rules/opposites";
import { judgeOpenSlots } from "./rules/open-slots";
import { judgeUnsigned } from "./rules/signed";
import { readPartOne } from "./sections/organisation";
import { readPerformanceTables } from "./sections/performance-tables";
import { judgeProducts } from "./sections/products";
import { figuresOf } from "./read/figures";
import { judgeAllKinds } from "./amounts/all-kinds";
import { judgeYuan } from "./amounts/yuan";
import { readProjects } from "./sections/projects";
import { readNamedAmounts } from "./amounts/read";
import { readEnumerated } from "./sections/enumerated";
import { readDivided, readListed } from "./sections/listed";
import { readEnumeratedChanges } from "./sections/enumerated-changes";
import { readLooseTables } from "./sections/loose-tables";
import { judgeTableHeads } from "./sections/table-heads";
import { isTableNote, judgeTableNotes } from "./sections/table-notes";
import { judgeTerms } from "./sections/terms";
import { judgeTitleYears } from "./sections/title-years";
import { judgeUnitCounts } from "./sections/unit-counts";
import { judgeUnitKinds } from "./sections/unit-kinds";
import { readTextTables } from "./sections/text-tables";
import type { Held } from "./sentences/held";
import { hold, isOfFamily, judgeHeld, likeliest, sectionsHeld } from "./sentences/hold";
import { strangerOf, tellStranger } from "./stranger";
import { enterTables, isHeld, noTables, type TableProof } from "./table-proof";
import { commonest } from "../workbook/organisation";
import { linesOf, spanText, type Line } from "./text/lines";
import { piecesOf, type Piece } from "./text/pieces";
import { placesOf, type Place } from "./text/sections";
import { judgeClassification, judgeContradictions } from "./words/contradictions";
import { judgeCoverName, judgeIdentity } from "./words/identity";
import { scanNames, soughtNames } from "./words/scan";
import { judgeOtherOrganisation, withoutEitherName } from "./words/other-organisation";
import { judgeLoneYear } from "./words/lone-year";
import { judgeOnlyOther } from "./words/only-other";
import { judgeOpenings } from "./words/openings";
import { judgeOtherYear } from "./words/other-year";
import { judgeOwnKind } from "./words/own-kind";
import { judgePartTitles } from "./words/part-titles";
import { judgeSlippedSubjects } from "./words/slipped-subjects";
import { judgeTitles } from "./words/titles";
import { judgeVocabulary } from "./words/vocabulary";
import { judgeYears } from "./words/years";

/**
 * Holds an existing 预算情况说明 against the workbook and against itself (docs/rules.md B): figures, shares, changes, sums,
 * names, years, directions, reasons, required statements and wording. Never throws whatever the text holds.
 *
 * @param paragraphs the text as it came out of Word, WPS, a PDF or the clipboard: sentences may be broken over several.
 * @param against the recognised workbook and its 填报 sheets; null: only what the text proves by itself is looked at.
 * @param tables what is known already of tables in the text, whose rows are among the paragraphs.
 * @param known the workbook that was given, found to be another's: it is told, and `against` is the report's own.
 */
export function proofread(
  paragraphs: readonly string[],
  against: Against | null,
  tables: TableProof = noTables,
  known: Stranger | null = null,
): ProofreadReport {
  const lines = linesOf(paragraphs);
  const judged = judge(paragraphs, lines, against, tables, known);
  const stranger = known ? null : strangerOf(judged.ledger, lines);
  if (!stranger) return reportOf(paragraphs, lines, judged);
  return reportOf(paragraphs, lines, judge(paragraphs, lines, null, against?.ofReport === true ? tables : noTables, stranger));
}

interface Judged {
  readonly ledger: Ledger;
  readonly places: readonly Place[];
  readonly sentences: SentenceFamily | null;
  readonly stranger: Stranger | null;
}

function judge(
  paragraphs: readonly string[],
  lines: readonly Line[],
  against: Against | null,
  tables: TableProof,
  stranger: Stranger | null,
): Judged {
  const places = placesOf(lines);
  const book = openBook(lines, against && against.recognised.tables.size > 0 ? against : null);
  const ledger = new Ledger(book);
  judgeOpenSlots(ledger, lines);
  if (stranger) tellStranger(ledger, lines, stranger);
  judgeOtherYear(ledger, lines);
  // Parts of another making, none of them the narrative: any of them may be.
  const isNamed = against !== null || places.some(({ part }) => part === 3);
  const body = lines.filter(
    (line, index) => (!isNamed || places[index]?.part === 3) && line.kind !== "row" && !isTableNote(line, lines[index - 1]),
  );
  const held = heldBy(book, body);
  enterTables(ledger, lines, tables);
  readTextTables(
    ledger,
    lines.filter((line, index) => places[index]?.part === 2 && !isHeld(line, tables.rows)),
  );
  if (held) readFamily(ledger, lines, places, held);
  judgeOtherOrganisation(ledger);
  judgeRules(ledger, lines, paragraphs, places);
  readLooseTables(ledger, lines);
  judgeTableHeads(ledger, lines, places);
  judgeTableNotes(ledger, lines);
  judgeTitleYears(ledger, lines);
  if (!held || ledger.freely) {
    judgeSlippedSubjects(ledger, body);
    readNamedAmounts(ledger, body, !held);
  }
  if (!held) {
    if (book.withWorkbook) scanNames(ledger, body, soughtNames(book), aboutIn(lines, places));
  }
  if (!held || ledger.freely) {
    judgeOpenings(ledger, body, lines);
    judgeOnlyOther(ledger, lines);
  }
  judgeLoneYear(ledger, lines);
  readEnumerated(ledger, body);
  if (!held || ledger.freely) {
    readEnumeratedChanges(ledger, body);
    readListed(ledger, body);
    readDivided(ledger, body);
  }
  if (!held) judgeAllKinds(ledger, body);
  if (held)
    judgeYuan(
      ledger,
      body.flatMap((line) => figuresOf(line)),
      new Map(),
    );
  judgeTurned(ledger, lines);
  settleHabits(ledger);
  return { ledger, places, sentences: held?.family ?? null, stranger };
}

/** The text held against the sentences of its family: the workbook's template says which that is; the text itself only where no workbook does. */
function heldBy(book: Book, body: readonly Line[]): Held | null {
  const { desk, recognised, year } = book;
  const ofFamily = (family: SentenceFamily): readonly Line[] => (isFreelyWorded(family) ? withoutGlossary(body) : body);
  // Tables of no family are not those of a text of one, however alike the model makes their words.
  if (recognised.template.family === null && (book.withWorkbook || isInYuan(body))) return null;
  if (recognised.template.family === null)
    return likeliest(
      sentenceFamilies.flatMap((family) =>
        formsOfYear(family, year).map((template) =>
          hold(family, sectionsOf(openDesk({ ...recognised, year, template }, book.inputs, {}), family), ofFamily(family), book),
        ),
      ),
    );
  const family = sentencesOf(desk);
  const own =
    family && isFreelyWorded(family) ? openDesk({ ...recognised, year, organisation: nameIn(body, recognised) }, book.inputs, {}) : desk;
  return family && isOfFamily(hold(family, sectionsOf(own, family), ofFamily(family), book));
}

/** Without 四、名词解释 and what it explains, where no part has a number of its own: terms are numbered like the items before them. */
function withoutGlossary(lines: readonly Line[]): readonly Line[] {
  const at = lines.reduce((found, { text }, index) => (GLOSSARY.test(text) ? index : found), -1);
  if (at < 0) return lines;
  const behind = lines.slice(at + 1).findIndex(({ text }) => CHAPTER.test(text));
  return [...lines.slice(0, at), ...(behind < 0 ? [] : lines.slice(at + 1 + behind))];
}
const GLOSSARY = /^[一二三四五六七八九十]{1,3}、名词解释$/;
const CHAPTER = /^[一二三四五六七八九十]{1,3}、[^。；：]{2,30}$/;

/** Amounts in 元 from end to end: the sentences of every family that is known give them in 万元. */
function isInYuan(lines: readonly Line[]): boolean {
  const amounts = lines.flatMap((line) => figuresOf(line)).filter(({ unit }) => unit === "amount");
  return amounts.length >= FEW_AMOUNTS && amounts.filter(({ written }) => written === "元").length * 2 > amounts.length;
}
const FEW_AMOUNTS = 6;

/** The organisation as the tables are headed; where the text never says that name, as it calls itself again and again. */
function nameIn(lines: readonly Line[], { organisation }: Book["recognised"]): string | null {
  if (organisation !== null && lines.some(({ text }) => text.includes(canon(organisation)))) return organisation;
  const said = lines.flatMap(({ text }) => CALLS_ITSELF.exec(text)?.[1] ?? []);
  const own = commonest(said);
  return own !== null && said.filter((one) => one === own).length >= (organisation === null ? 2 : AGAIN) ? own : organisation;
}
const CALLS_ITSELF = /^(\p{sc=Han}{3,24}(?:（\p{sc=Han}{1,10}）)?)20[1-4]\d年/u;
const AGAIN = 3;

/** 第一部分, which says whose report this is and which units are its own. */
const aboutIn = (lines: readonly Line[], places: readonly Place[]): readonly Line[] =>
  lines.filter((_, index) => places[index]?.part === 1);

/** Fewer sections than this: a passage was handed in, not 第三部分. */
const WHOLE = 6;

function readFamily(ledger: Ledger, lines: readonly Line[], places: readonly Place[], held: Held): void {
  const inSection = (key: SectionKey): readonly Line[] =>
    lines.filter((_, index) => places[index]?.part === 3 && places[index].section === key);
  const own = knowsWholeReport(held.family);
  const about = aboutIn(lines, places);
  const projects = own ? readProjects(ledger, inSection("projects"), about) : [];
  judgeHeld(ledger, held, sectionsHeld(held) >= Math.min(WHOLE, new Set(held.expected.map(({ section }) => section)).size - 1));
  const report = reportPattern(ledger.book.desk, held.family);
  judgeTerms(ledger, lines, report);
  if (report.signed) judgeUnsigned(ledger, lines);
  judgeRewritten(ledger);
  judgeSameUse(ledger);
  if (!own) {
    judgeSums(ledger);
    // Whose report it is, is said in the same words everywhere, where the sentences are the family's and not each office's own.
    if (ledger.freely) judgeCoverName(ledger, lines);
    else {
      scanNames(ledger, lines, soughtNames(ledger.book), about);
      judgeIdentity(ledger, lines, places);
      judgeOwnKind(ledger, lines, places);
      judgeUnitCounts(ledger, lines);
      judgeUnitKinds(ledger, lines);
    }
    return;
  }
  readPerformanceTables(ledger, inSection("performance"), projects, inSection("commissioned"));
  for (const { block } of projects) for (const span of block.fields.get("资金分配情况") ?? []) judgeProducts(ledger, span);
  // 其他需说明的事项: whatever the office likes to say there.
  for (const line of inSection("other")) if (line.kind === "prose") ledger.claim({ line, start: 0, end: line.text.length });
  readPartOne(ledger, about, report);
  judgeSums(ledger);
  judgeTitles(ledger, lines, places);
  judgePartTitles(ledger, lines, report);
  scanNames(ledger, lines, soughtNames(ledger.book), about);
  judgeIdentity(ledger, lines, places);
  judgeOwnKind(ledger, lines, places);
  judgeYears(ledger, lines, places);
  judgeContradictions(ledger);
  judgeVocabulary(ledger);
  judgeClassification(
    ledger,
    lines.filter((line, index) => places[index]?.part === 3 && line.kind !== "heading"),
  );
}

function reportOf(paragraphs: readonly string[], lines: readonly Line[], judged: Judged): ProofreadReport {
  const { ledger, places, sentences, stranger } = judged;
  const graded = gradedFaults(withoutDoubted(withoutEitherName(ledger.faults, ledger.book), ledger.book), ledger.book.recognised);
  const told = lastYears(
    withoutContradiction(withoutConsequences(withOneReason(misnamed(proved(folded(exchanged(graded.told))))))),
    ledger.book.year,
  );
  const found = told
    .filter(notSaidBefore(told))
    .map((fault) => ({ fault, pieces: piecesOf(fault.at, fault.place === true, paragraphs) }))
    .sort((a, b) => RANK[a.fault.severity] - RANK[b.fault.severity] || compare(a.pieces[0], b.pieces[0]));
  const marks = new Map<number, ProofMark[]>();
  const seen = new Map<string, number>();
  const findings = found.map(({ fault, pieces }, finding) => {
    if (fault.place !== true)
      for (const { paragraph, start, end } of pieces) {
        const there = marks.get(paragraph) ?? [];
        there.push({ start, end, finding });
        marks.set(paragraph, there);
      }
    return findingOf(ledger.book, fault, pieces, paragraphs, seen);
  });
  const partOf = new Map<number, number>();
  lines.forEach((line, index) => {
    for (const paragraph of line.paragraph) partOf.set(paragraph, places[index]?.part ?? 0);
  });
  let part = 0;
  const coverage = coverageOf(ledger, lines, places, paragraphs, graded);
  const open = coverage.unchecked.length;
  return {
    paragraphs: paragraphs.map((text, index) => {
      part = partOf.get(index) ?? part;
      return { text, marks: (marks.get(index) ?? []).sort((a, b) => a.start - b.start), part };
    }),
    findings,
    coverage,
    sentences,
    stranger,
    summary: `${stranger ? `${stranger.whose}不是这份报告的，没有用它核对。` : ""}${sentences === null && coverage.figures > 0 ? UNKNOWN : ""}全文的数字${coverage.proved}/${coverage.figures}个已核对相符，${coverage.faulty}个有疑问，${open}个未核对。`,
    withWorkbook: ledger.book.withWorkbook,
  };
}

const UNKNOWN = "这份文字的句式还不认识，没有逐句核对，只核对了文字规则和表里的数。";
const RANK = { error: 0, warning: 1, info: 2 } as const;

/** Two corrections of the same words that are not the same: neither is certain, both are shown and none is put in. */
function withoutContradiction(faults: readonly Fault[]): readonly Fault[] {
  const placeOf = ({ at }: Fault): string => `${at.line.index}:${at.start}:${at.end}`;
  const corrections = new Map<string, Set<string>>();
  for (const fault of faults)
    if (fault.replaces === true) corrections.set(placeOf(fault), (corrections.get(placeOf(fault)) ?? new Set()).add(fault.expected ?? ""));
  return faults.map((fault) => ((corrections.get(placeOf(fault))?.size ?? 0) > 1 ? { ...fault, replaces: false } : fault));
}

/** One fault once: where the same words are to become the same words, or nobody says what they are to become and another does, the weightiest alone is said. */
function notSaidBefore(faults: readonly Fault[]): (fault: Fault) => boolean {
  const placeOf = ({ at }: Fault): string => `${at.line.index}:${at.start}:${at.end}`;
  const first = new Map<string, Fault>();
  const corrected = new Map<string, Fault>();
  const onLine = new Map<Line, Fault[]>();
  for (const fault of faults) {
    const key = changeOf(fault);
    const before = first.get(key);
    if (!before || RANK[fault.severity] < RANK[before.severity]) first.set(key, fault);
    if ((fault.expected ?? "") === "") continue;
    corrected.set(placeOf(fault), fault);
    onLine.set(fault.at.line, [...(onLine.get(fault.at.line) ?? []), fault]);
  }
  const holds = ({ at, category }: Fault): Fault | undefined =>
    category === "wording" ? onLine.get(at.line)?.find((one) => one.at.start >= at.start && one.at.end <= at.end) : undefined;
  return (fault) => {
    if ((fault.expected ?? "") !== "") return first.get(changeOf(fault)) === fault;
    const other = corrected.get(placeOf(fault)) ?? holds(fault);
    return !other || fault.at.end === fault.at.start || RANK[other.severity] > RANK[fault.severity] || fault.category === "extra";
  };
}

/** What a fault would change: the characters that differ alone, so that 截止→截至 and 止→至 are one. */
function changeOf({ at, place, expected = "" }: Fault): string {
  const [said, right] = [spanText(at), canon(expected)];
  let [head, tail] = [0, 0];
  if (place !== true && expected !== "") {
    const most = Math.min(said.length, right.length);
    while (head < most && said.charAt(head) === right.charAt(head)) head += 1;
    while (tail < most - head && said.charAt(said.length - 1 - tail) === right.charAt(right.length - 1 - tail)) tail += 1;
  }
  return `${at.line.index}:${at.start + head}:${at.end - tail}:${right.slice(head, right.length - tail)}`;
}

function compare(a: Piece | undefined, b: Piece | undefined): number {
  return (a?.paragraph ?? 0) - (b?.paragraph ?? 0) || (a?.start ?? 0) - (b?.start ?? 0) || (a?.end ?? 0) - (b?.end ?? 0);
}

function findingOf(
  book: Book,
  fault: Fault,
  pieces: readonly Piece[],
  paragraphs: readonly string[],
  seen: Map<string, number>,
): ProofFinding {
  const first = pieces[0] ?? { paragraph: 0, start: 0, end: 0 };
  const quote = pieces.map(({ paragraph, start, end }) => paragraphs[paragraph]?.slice(start, end) ?? "").join("");
  const stem = `${fault.id}|${fault.category}|${quote}|${fault.expected ?? ""}`;
  const times = (seen.get(stem) ?? 0) + 1;
  seen.set(stem, times);
  const difference = fault.left && fault.right ? fault.left.minus(fault.right) : null;
  const cells: readonly FindingCell[] = (fault.cells ?? []).map((cell) => findingCell(book, cell));
  return {
    id: fault.id,
    key: times === 1 ? stem : `${stem}|${String(times)}`,
    verdict: "broken",
    severity: fault.severity,
    message: printed(fault.message),
    formula: printed(fault.formula ?? ""),
    why: fault.why ?? "",
    advice: fault.advice ?? "",
    left: fault.left?.toString() ?? null,
    right: fault.right?.toString() ?? null,
    difference: difference?.toString() ?? null,
    cells,
    category: fault.category,
    paragraph: first.paragraph + 1,
    start: first.start,
    end: first.end,
    quote,
    expected: printed(fault.expected ?? ""),
    replaces: fault.replaces === true && pieces.length === 1,
    printed: fault.printed ?? null,
  };
}
