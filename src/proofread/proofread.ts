import { knowsWholeReport, reportOf as reportPattern } from "../narrative/families";
import type { SectionKey } from "../narrative/segments";
import { openBook, type Against } from "./book";
import { settleHabits } from "./judge/differences";
import { judgeRewritten } from "./judge/inputs";
import { judgeSameUse } from "./judge/same-use";
import { judgeSums } from "./judge/sums";
import { composeReport, type Judged } from "./compose";
import { Ledger } from "./ledger";
import type { ProofreadReport, Stranger } from "./report";
import { judgeRules } from "./rules/all";
import { judgeContentsOfParts } from "./rules/contents";
import { judgeImpossibleRates } from "./rules/impossible-rates";
import { judgeLeftHanging } from "./rules/left-hanging";
import { judgeOpenSlots } from "./rules/open-slots";
import { judgeUnsigned } from "./rules/signed";
import { judgeSisters } from "./rules/sisters";
import { judgeTwins } from "./rules/twins";
import { readPartOne } from "./sections/organisation";
import { readPerformanceTables } from "./sections/performance-tables";
import { judgeProducts } from "./sections/products";
import { figuresOf } from "./read/figures";
import { judgeBeyondTotal } from "./amounts/beyond-total";
import { judgeAllKinds } from "./amounts/all-kinds";
import { judgePermille } from "./amounts/permille";
import { judgeWays } from "./amounts/ways";
import { judgeLeftUnsaid } from "./amounts/left-unsaid";
import { printedRows } from "./amounts/printed-rows";
import { judgeRequired } from "./amounts/required";
import { judgeYuan } from "./amounts/yuan";
import { readProjects } from "./sections/projects";
import { readNamedAmounts } from "./amounts/read";
import { readEnumerated } from "./sections/enumerated";
import { readDivided, readListed, readTotalled } from "./sections/listed";
import { readDivisions } from "./sections/divisions";
import { readEntriesBelow } from "./sections/entries-below";
import { readEnumeratedChanges } from "./sections/enumerated-changes";
import { readLooseTables } from "./sections/loose-tables";
import { judgeShareColumns } from "./sections/share-columns";
import { judgeTableHeads } from "./sections/table-heads";
import { isTableNote, judgeTableNotes } from "./sections/table-notes";
import { judgeTerms } from "./sections/terms";
import { judgeTitleYears } from "./sections/title-years";
import { judgeUnitCounts } from "./sections/unit-counts";
import { judgeUnitKinds } from "./sections/unit-kinds";
import { judgeStaffReasons } from "./sections/staff-reasons";
import { readTextTables } from "./sections/text-tables";
import type { Held } from "./sentences/held";
import { heldBy } from "./sentences/held-by";
import { judgeHeld, sectionsHeld } from "./sentences/hold";
import { strangerOf, tellStranger } from "./stranger";
import { enterTables, isHeld, noTables, type TableProof } from "./table-proof";
import { linesOf, type Line } from "./text/lines";
import { placesOf, type Place } from "./text/sections";
import { judgeClassification, judgeContradictions } from "./words/contradictions";
import { judgeCodedSubjects } from "./words/coded-subjects";
import { judgeCover, judgeIdentity } from "./words/identity";
import { scanNames, soughtNames } from "./words/scan";
import { judgeOtherOrganisation } from "./words/other-organisation";
import { judgeLoneYear } from "./words/lone-year";
import { judgeOnlyOther } from "./words/only-other";
import { judgeOpenings } from "./words/openings";
import { judgeOtherYear } from "./words/other-year";
import { judgeOwnKind } from "./words/own-kind";
import { judgePartTitles } from "./words/part-titles";
import { judgeSlippedOwnName } from "./words/slipped-own-name";
import { judgeSlippedSubjects } from "./words/slipped-subjects";
import { judgeListedTables } from "./words/listed-tables";
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
  if (!stranger) return composeReport(paragraphs, lines, judged);
  return composeReport(paragraphs, lines, judge(paragraphs, lines, null, against?.ofReport === true ? tables : noTables, stranger));
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
  judgeWays(ledger, lines);
  judgeOtherOrganisation(ledger);
  judgeRules(ledger, lines, paragraphs, places);
  if (held) judgeStaffReasons(ledger, aboutIn(lines, places), body);
  readLooseTables(ledger, lines);
  judgeTableHeads(ledger, lines, places);
  judgeTableNotes(ledger, lines);
  judgeTitleYears(ledger, lines);
  const printed = printedRows(held || book.withWorkbook ? [] : lines);
  if (!held || ledger.freely) {
    judgeCodedSubjects(ledger, body);
    judgeSlippedSubjects(ledger, body);
    readNamedAmounts(ledger, body, !held, printed);
  }
  if (!held) {
    if (book.withWorkbook) scanNames(ledger, body, soughtNames(book), aboutIn(lines, places));
  }
  if (!held || ledger.freely) {
    judgeOpenings(ledger, body, lines);
    judgeOnlyOther(ledger, lines);
    judgeContentsOfParts(ledger, lines);
  }
  if (!book.withWorkbook) judgeSlippedOwnName(ledger, lines);
  judgeLoneYear(ledger, lines, held === null);
  readEnumerated(ledger, body);
  readTotalled(ledger, lines);
  if (!held || ledger.freely) {
    readEnumeratedChanges(ledger, body);
    readListed(ledger, body);
    readDivided(ledger, body);
    readDivisions(ledger, body);
    readEntriesBelow(ledger, body);
    judgeShareColumns(ledger, lines);
  }
  if (!held) {
    judgeAllKinds(ledger, body);
    if (!book.withWorkbook) judgeLeftUnsaid(ledger, body, printed.index);
    judgeRequired(ledger, body, lines.some(isTerms));
    judgeLeftHanging(ledger, body, lines);
    judgeSisters(ledger, body);
    judgeTwins(ledger, body);
    judgeImpossibleRates(ledger, body);
  }
  if (held)
    judgeYuan(
      ledger,
      body.flatMap((line) => figuresOf(line)),
      new Map(),
    );
  judgeBeyondTotal(ledger, body);
  judgePermille(ledger, lines);
  if (book.withWorkbook) judgeListedTables(ledger, lines);
  settleHabits(ledger);
  return { ledger, places, sentences: held?.family ?? null, stranger };
}

/** 第一部分, which says whose report this is and which units are its own. */
const aboutIn = (lines: readonly Line[], places: readonly Place[]): readonly Line[] =>
  lines.filter((_, index) => places[index]?.part === 1);

/** The part that explains the terms stands at the end of a whole text. */
const isTerms = ({ text, kind }: Line): boolean => kind !== "row" && /名词解释$/.test(text);

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
    if (ledger.freely) judgeCover(ledger, lines);
    else {
      scanNames(ledger, lines, soughtNames(ledger.book), about);
      judgeIdentity(ledger, lines, places);
      judgeOwnKind(ledger, lines, places);
      judgeUnitCounts(ledger, lines);
      judgeUnitKinds(ledger, lines);
    }
    return;
  }
  readPerformanceTables(ledger, inSection("performance"), projects, inSection("commissioned"), about);
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
