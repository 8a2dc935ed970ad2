import { isFreelyWorded, knowsWholeReport } from "../../narrative/families";
import type { Pattern, Quantity } from "../../narrative/pattern/node";
import type { CellRef } from "../../amount/cell-ref";
import { write } from "../../narrative/pattern/write";
import { segmentsText } from "../../narrative/segments";
import { isDeniedWrongly, isWanting, tellsNothing } from "../judge/left-out";
import { currentIn, namesOf, nothingIn, nothingOf } from "../judge/nothing";
import { canon } from "../../text/canon";
import type { Ledger } from "../ledger";
import type { Span } from "../text/lines";
import type { Expected } from "./expected";
import { plainly, type Found } from "./found";
import type { Held } from "./held";
import { figuresIn } from "./figures-in";

/**
 * What ought to stand and does not, with the words that ought to stand there: a section that is gone as one thing, else
 * statement by statement. `whole`: all of 第三部分 was handed in; of a passage only what is missing inside it is told.
 */
export function tellMissing(ledger: Ledger, held: Held, whole: boolean): void {
  const { expected, of } = held;
  const first = of.findIndex((at) => at >= 0);
  const last = of.length - 1 - [...of].reverse().findIndex((at) => at >= 0);
  if (first < 0) return;
  for (const run of runs(held)) {
    const [from, to] = [run[0] ?? 0, run.at(-1) ?? 0];
    if (!whole && (from < first || to > last)) continue;
    for (const index of run) for (const id of idsIn(expected[index]?.pattern ?? [])) ledger.missing.add(id);
    const statements = isFreelyWorded(held.family)
      ? run.flatMap((index) => (isSurelyMissing(ledger, held, index) ? (expected[index] ?? []) : []))
      : run
          .flatMap((index) => expected[index] ?? [])
          .filter(
            (one) =>
              isCertain(ledger, held, one) && isUsual(held, one) && !isNothing(ledger, held, one) && !isSaidOtherwise(ledger, held, one),
          );
    const at = besideSibling(held, run) ?? placeAfter(held, from);
    // Elsewhere headings are as the office likes: only with the sentences under them are they missed.
    const asked = knowsWholeReport(held.family) || statements.some(({ kind }) => kind === "statement");
    if (at && asked && statements.length > 0) tell(ledger, statements, at, isWhole(held, run));
  }
  if (whole) tellUntold(ledger, held);
}

/** What every office has to tell of and this one says no word of, where it tells of most of such things: a section that is gone, the last one too. */
function tellUntold(ledger: Ledger, held: Held): void {
  const asked = held.expected.flatMap((one, index) => (one.topic.length > 0 ? [{ ...one, index }] : []));
  const lines = held.lines.filter(({ text }) => !TITLE.test(text));
  const untold = asked.filter(({ topic }) => !lines.some(({ text }) => topic.some((words) => text.includes(words))));
  if (untold.length * 2 >= asked.length) return;
  for (const { pattern, index } of untold) {
    const at = placeAfter(held, index);
    if (at)
      ledger.fault({
        id: "B-缺",
        category: "missing",
        severity: "warning",
        at,
        place: true,
        message: `没有“${segmentsText(write(pattern, ledger.book.amounts)).replace(/^[一二三四五六七八九十]+、/, "")}”这一节，全文也没有说到。`,
        advice: "财政部门要求公开的内容，请看是不是漏了。",
      });
  }
}

/** The title of a table tells nothing of it. */
const TITLE = /表$/;

/**
 * Where each office words its sentences as it likes: one of a sort that the form asks for, of which most that tell of something
 * are there, in a section that is there; and nothing else in that section, in whatever words, tells its figure.
 */
function isSurelyMissing(ledger: Ledger, held: Held, index: number): boolean {
  const { expected, of, found } = held;
  const one = expected[index];
  if (!one || one.usual === null) return false;
  if (!tellsOfSomething(one)) return isLoneNought(held, one);
  const same = expected.flatMap((other, at) => (other.usual === one.usual && tellsOfSomething(other) ? [(of[at] ?? -1) >= 0] : []));
  if (same.filter(Boolean).length * 2 < same.length) return false;
  const figures = figuresIn(one.pattern, ledger.book.amounts);
  const section = sectionOfFound(held);
  return (
    section.includes(one.section) &&
    !found.some(
      (said, at) =>
        section[at] === one.section &&
        // Where all of it is of one source, its sum may stand for it.
        (expected[held.by[at] ?? -1]?.usual ?? null) === null &&
        SENTENCE.test(said.text) &&
        figures.some((figure) => said.digits.has(figure)),
    )
  );
}

/** One of a sort of which there is nothing, where all the others of which there is nothing are told, several of them. */
function isLoneNought({ expected, of }: Held, one: Expected): boolean {
  if (!tellsOfNothing(one)) return false;
  const others = expected.flatMap((other, at) =>
    other !== one && other.usual === one.usual && tellsOfNothing(other) ? [of[at] ?? -1] : [],
  );
  return others.length >= SEVERAL && others.every((at) => at >= 0);
}
const SEVERAL = 2;

const tellsOfNothing = ({ pattern }: Expected): boolean => {
  const quantities = currentIn(pattern);
  // Only what is a part of a whole is one of a list that says so of each.
  return quantities.length > 0 && quantities.every(({ figure, wholeFigure }) => wholeFigure && figure.known && figure.value.isZero());
};

/** A cell of a table is none. */
const SENTENCE = /[，、；。：）]$/;

const tellsOfSomething = ({ pattern }: Expected): boolean => {
  const quantities = currentIn(pattern);
  return quantities.length > 0 && quantities.every(({ figure }) => figure.known && !figure.value.isZero());
};

/** In which section each statement of the text stands: that of the last one before it which was found. */
function sectionOfFound({ found, by, expected }: Held): readonly (string | null)[] {
  let section: string | null = null;
  return found.map((_, at) => (section = expected[by[at] ?? -1]?.section ?? section));
}

/** Everything it tells is nothing, or not known, and the text says elsewhere that there is nothing of it, or of what it is a part of. */
function isNothing(ledger: Ledger, held: Held, { pattern }: Expected): boolean {
  const quantities = currentIn(pattern);
  const { ids, statements } = nothings(held);
  const isSaid = (one: Quantity): boolean =>
    (one.figure.known ? one.figure.value.isZero() : !isDeniedWrongly(ledger, one)) &&
    ([...ids].some((id) => one.id === id || one.id.startsWith(`${id}.`)) ||
      statements.some((found) => nothingOf(found, namesOf(one)) !== null));
  return quantities.length > 0 && quantities.every(isSaid);
}

interface Nothings {
  readonly statements: readonly Found[];
  readonly ids: ReadonlySet<string>;
}

const known = new WeakMap<Held, Nothings>();

/** The statements that say there is nothing of something, and of what. */
function nothings(held: Held): Nothings {
  const before = known.get(held);
  if (before) return before;
  const statements = held.found.filter((found) => nothingIn(found).length > 0);
  const ids = held.expected.flatMap(({ pattern }) =>
    currentIn(pattern).flatMap((one) => (statements.some((found) => nothingOf(found, namesOf(one))) ? [one.id] : [])),
  );
  const made = { statements, ids: new Set(statements.length === 0 ? [] : ids) };
  known.set(held, made);
  return made;
}

/** What is in our own words only: whatever it has to tell stands in the section, said otherwise: in no statement that ought to tell just that of something else. */
function isSaidOtherwise(ledger: Ledger, held: Held, { ours, pattern, section, passage }: Expected): boolean {
  if (!ours) return false;
  const { amounts } = ledger.book;
  const sections = sectionOfFound(held);
  const said = new Set(
    held.found.flatMap(({ digits }, at) => {
      const own = held.expected[held.by[at] ?? -1];
      if (sections[at] !== section) return [];
      const told = own && own.passage !== passage ? figuresIn(own.pattern, amounts) : [];
      return [...digits].filter((one) => !told.includes(one));
    }),
  );
  return currentIn(pattern).every(({ figure }) => !figure.known || figure.value.isZero() || said.has(plainly(figure.value.toString())));
}

/** Sections that only some years have: without a workbook nobody knows. */
const SOME_YEARS = new Set(["commissioned", "carriedOver"]);

/**
 * What the workbook cannot tell (a table is missing) is not asked for, unless the text's own sums want it or the 填报 sheets speak of
 * it. Without a workbook every sentence of the form is.
 */
function isCertain(ledger: Ledger, { family }: Held, { pattern, section, usual }: Expected): boolean {
  const { withWorkbook } = ledger.book;
  if (!withWorkbook && (SOME_YEARS.has(section) || knowsWholeReport(family))) return !SOME_YEARS.has(section);
  return usual !== null || !lacks(pattern) || isWanting(ledger, pattern) || isExplained(pattern);
}

/** The 填报 sheets have last year's figure or a reason for it. */
const isExplained = (pattern: Pattern): boolean => quantitiesIn(pattern).some(({ comparison }) => comparison?.explained === true);

/** Most of the sentences of its sort are there. */
function isUsual({ expected, of }: Held, { usual }: Expected): boolean {
  if (usual === null) return true;
  const same = expected.flatMap((one, index) => (one.usual === usual ? [(of[index] ?? -1) >= 0] : []));
  return same.filter(Boolean).length * 2 > same.length;
}

function lacks(pattern: Pattern): boolean {
  return pattern.some((node) =>
    node.kind === "figure"
      ? node.part === "current" && !node.figure.known && node.figure.instead.kind === "words"
      : (node.kind === "either" && lacks(node.written)) || (node.kind === "maybe" && node.written && lacks(node.pattern)),
  );
}

function quantitiesIn(pattern: Pattern): readonly Quantity[] {
  return pattern.flatMap((node) =>
    "quantity" in node && node.quantity
      ? [node.quantity]
      : node.kind === "either"
        ? quantitiesIn(node.written)
        : node.kind === "maybe"
          ? quantitiesIn(node.pattern)
          : [],
  );
}

const idsIn = (pattern: Pattern): readonly string[] => quantitiesIn(pattern).map(({ id }) => id);

/** Neighbours of one section that are missing together. */
function runs({ expected, of }: Held): readonly (readonly number[])[] {
  const found: number[][] = [];
  of.forEach((at, index) => {
    if (at >= 0) return;
    const last = found.at(-1);
    const before = last?.at(-1);
    if (last && before === index - 1 && expected[before]?.section === expected[index]?.section) last.push(index);
    else found.push([index]);
  });
  return found;
}

function isWhole({ expected }: Held, run: readonly number[]): boolean {
  const section = expected[run[0] ?? 0]?.section;
  const asked = ({ usual }: Expected): boolean => usual === null;
  return (
    expected.filter((one) => one.section === section && asked(one)).length ===
    run.flatMap((index) => expected[index] ?? []).filter(asked).length
  );
}

/** Behind, or before, what is there of the same paragraph. */
function besideSibling({ found, of, expected }: Held, run: readonly number[]): Span | null {
  const [from, to] = [run[0] ?? 0, run.at(-1) ?? 0];
  const ofPassage = (passage: number | undefined, index: number): Found | undefined =>
    expected[index]?.passage === passage && passage !== -1 ? found[of[index] ?? -1] : undefined;
  const before = ofPassage(expected[from]?.passage, from - 1);
  if (before) return { line: before.line, start: before.end, end: before.end };
  const next = ofPassage(expected[to]?.passage, to + 1);
  return next ? { line: next.line, start: next.start, end: next.start } : null;
}

/** Behind what ought to come before; a section that is gone, right before the next one that is there. */
function placeAfter({ found, of, expected, lines }: Held, index: number): Span | null {
  if (expected[index]?.kind === "heading") {
    const next = of
      .slice(index)
      .map((at) => found[at])
      .find((one) => one !== undefined);
    const before = next && lines[lines.indexOf(next.line) - 1];
    if (before) return { line: before, start: before.text.length, end: before.text.length };
  }
  for (let before = index - 1; before >= 0; before -= 1) {
    const one = found[of[before] ?? -1];
    if (one) return { line: one.line, start: one.end, end: one.end };
  }
  const next = found[of.find((at) => at >= 0) ?? -1];
  return next ? { line: next.line, start: next.start, end: next.start } : null;
}

function tell(ledger: Ledger, statements: readonly Expected[], at: Span, whole: boolean): void {
  const written = (pattern: Pattern): string => segmentsText(write(pattern, ledger.book.amounts));
  const heading = statements.find(({ kind }) => kind !== "statement");
  const said = statements.filter(({ kind }) => kind === "statement");
  if (whole && heading) {
    ledger.fault({
      id: "B-缺",
      category: "missing",
      severity: "error",
      at,
      place: true,
      message: `缺少：${written(heading.pattern)}。`,
      expected: statements.map(({ pattern }) => written(pattern)).join("\n"),
      advice: "财政部门要求公开的内容，请补上。",
    });
    return;
  }
  const inOurWords: string[] = [];
  for (const { pattern, kind, ours } of statements) {
    const words = written(pattern);
    if (isTold(ledger, words)) continue;
    if (ours) {
      const figures = figuresIn(pattern, ledger.book.amounts).filter((one) => one !== "0");
      if (inOurWords.length > 0 && figures.every((one) => inOurWords.includes(one))) continue;
      inOurWords.push(...figures);
    }
    const open = !ledger.freely && lacks(pattern);
    const nothing = kind === "statement" && tellsNothing(ledger, pattern);
    if (nothing) for (const id of idsIn(pattern)) ledger.noughts.add(id);
    ledger.fault({
      id: "B-缺",
      category: "missing",
      severity: kind !== "statement" || ours || open || ledger.freely ? "warning" : words.length < SHORTEST || nothing ? "info" : "error",
      at,
      place: true,
      message:
        kind !== "statement"
          ? `这里缺标题“${words}”。`
          : nothing
            ? `这里没有写“${short(words)}”，没有这一项的可以不写。`
            : ours
              ? `这里没有说到“${short(words)}”，请看是不是漏了；句子怎样写各地不一，数要写明。`
              : `这里缺一句：“${short(words.replace(GAP, "…"))}”`,
      ...(nothing || open || ledger.freely ? {} : { expected: words }),
      cells: cellsIn(pattern),
      ...(said.length > 3 ? { advice: "这里接连缺几句，请看是不是整段漏了。" } : {}),
    });
  }
}

/** A project's name that is missing is told where its other lines are. */
const isTold = ({ faults }: Ledger, words: string): boolean =>
  faults.some(
    ({ category, expected = "" }) => category === "missing" && expected.length > SHORTEST && canon(words).endsWith(canon(expected)),
  );

/** What no table tells. */
const GAP = /〔[^〔〕]*〕/g;
const LONGEST = 80;
/** What is shorter only points to something else (具体情况见下表：). */
const SHORTEST = 10;
const short = (words: string): string => (words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words);

function cellsIn(pattern: Pattern): readonly CellRef[] {
  return pattern.flatMap((node) =>
    node.kind === "figure" && node.figure.known ? node.figure.cells : node.kind === "either" ? cellsIn(node.written) : [],
  );
}
