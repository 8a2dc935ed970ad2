import { difference, editDistance } from "../../text/edits";
import { withoutPageNumber } from "../../text/wording";
import type { Ledger } from "../ledger";
import { joined } from "../text/joined";
import type { Line, Span } from "../text/lines";

/** A PDF may have left it behind the last words of the cover. */
const CONTENTS = /目录$/;
const ENTRY = /^((?:[一二三四五六七八九十]{1,3}、)|(?:\d{1,2}[.．、]))([^。；]{2,70})$/;
/** Whose it is and of which year a title says before what it is of. */
const BEFORE = /^(?:\d{4}年(?:度)?)?(?:预算)?(?:部门|单位)?/;
/** So much of the end of a title tells which it is: 科技创新专项经费情况说明 is listed as 项目经费情况说明. */
const TELLING = 6;
const LONGEST = 70;
/** Fewer entries than this are found: the text is a part of the report, or is headed in words of its own. */
const MOST = 0.6;
/** 收入预算总表 and 支出预算总表 are two titles. */
const slipsIn = (title: string): number => (title.length > 8 ? 2 : title.length > 4 ? 1 : 0);
/** The contents have begun by then. */
const FRONT = 12;

interface Heading {
  readonly line: Line;
  readonly title: string;
}

interface Entry {
  readonly at: Span;
  /** Without number, year and kind. */
  readonly title: string;
}

/**
 * What the table of contents lists and no heading of the body is: the part itself is missing, or one of the two is misprinted. For
 * reports whose parts have no number of their own (第一部分 …): those are held part by part elsewhere.
 */
export function judgeContents(ledger: Ledger, lines: readonly Line[]): void {
  const first = lines.findIndex(({ text, kind }, index) => kind !== "row" && index < FRONT && CONTENTS.test(text));
  if (first < 0 || lines.some(({ text }) => /^第[一二三四]部分/.test(text))) return;
  const [entries, end] = entriesOf(lines, first + 1);
  const headings = lines
    .slice(end)
    .flatMap((line): Heading[] => (line.kind !== "row" && isHeading(line.text) ? [{ line, title: bare(line.text) }] : []));
  for (const sort of [/^[一二三四五六七八九十]/, /^\d/]) {
    const own = entries.filter(({ at }) => sort.test(at.line.text));
    const missing = own.filter(({ title }) => !isHeaded(headings, title));
    const told = missing.filter((one) => !isKeptElsewhere(one, own, entries, headings));
    if (own.length - missing.length >= own.length * MOST)
      for (const one of told) tell(ledger, one, nearest(one, headings) ?? inItsPlace(one, own, headings));
  }
}

const isHeaded = (headings: readonly Heading[], title: string): boolean => headings.some((one) => says(one.title, title));

/** 五、部门预算表 1. … 9. …: of what is listed below it nothing is there; its tables are a file of their own, and the text was handed in without. */
function isKeptElsewhere(one: Entry, own: readonly Entry[], entries: readonly Entry[], headings: readonly Heading[]): boolean {
  const next = own[own.indexOf(one) + 1];
  const below = entries.slice(entries.indexOf(one) + 1, next ? entries.indexOf(next) : undefined);
  return below.length > 0 && TABLE.test(one.title) && !below.some(({ title }) => isHeaded(headings, title));
}

function nearest({ title }: Entry, headings: readonly Heading[]): Heading | null {
  const slips = slipsIn(title);
  return headings.find((one) => editDistance(one.title, title, slips) <= slips) ?? null;
}

const TABLE = /表$/;

/** The one title of a table that stands between those of the entries before and behind. */
function inItsPlace(entry: Entry, entries: readonly Entry[], headings: readonly Heading[]): Heading | null {
  if (!TABLE.test(entry.title)) return null;
  const at = entries.indexOf(entry);
  const placeOf = (one: Entry | undefined): number | null => {
    const place = one ? headings.findIndex(({ title }) => says(title, one.title)) : -1;
    return place < 0 ? null : place;
  };
  const [before, behind] = [placeOf(entries[at - 1]), placeOf(entries[at + 1])];
  if (before === null && behind === null) return null;
  const between = headings.slice(before === null ? 0 : before + 1, behind ?? headings.length).filter(({ title }) => TABLE.test(title));
  return between.length === 1 ? (between[0] ?? null) : null;
}

/** The entries, up to the first line that is none or says once more what one of them says. */
function entriesOf(lines: readonly Line[], from: number): readonly [readonly Entry[], number] {
  const entries: Entry[] = [];
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index];
    const found = line && line.kind !== "row" ? ENTRY.exec(line.text) : null;
    const said = withoutPageNumber(found?.[2] ?? "");
    const title = bare(said);
    if (!line || !found || title.length < 2 || entries.some((one) => one.title === title)) return [entries, index];
    const start = (found[1] ?? "").length;
    entries.push({ at: { line, start, end: start + said.length }, title });
  }
  return [entries, lines.length];
}

const isHeading = (text: string): boolean => text.length <= LONGEST && !/[。；]/.test(text);
const bare = (text: string): string =>
  withoutPageNumber(text.replace(/^(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、](?!\d))/, "")).replace(BEFORE, "");
const says = (heading: string, title: string): boolean =>
  heading.includes(title) || (title.length > TELLING && !/表$/.test(title) && heading.endsWith(title.slice(-TELLING)));

function tell(ledger: Ledger, { at }: Entry, near: Heading | null): void {
  const body = near && { line: near.line, start: 0, end: near.line.text.length };
  // What the part ought to say is told to be missing there already.
  if (ledger.isLacking(at.line.index)) return;
  if (ledger.isFaulted(at) || (body && ledger.isFaulted(body))) return;
  const listed = at.line.text.slice(at.start, at.end);
  ledger.fault(
    body === null
      ? {
          id: "B11",
          category: "missing",
          severity: "warning",
          at,
          message: `目录里有“${listed}”，正文里没有这个标题。`,
          advice: "请看正文是漏了标题，还是漏了整段。",
        }
      : {
          id: "B11",
          category: "name",
          severity: "warning",
          at: body,
          message: `这里的标题写“${body.line.text}”，目录写“${listed}”，两处不一致。`,
          advice: "请核对哪一处写错了。",
        },
  );
}

/** 第三部分 名词解释, 一、主要职责: an entry or a heading with its number. */
const NUMBERED = /^(第[一二三四五六]部分[：、]?|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)([^。；]{3,60})$/;

interface Numbered {
  readonly at: Span;
  readonly number: string;
  readonly title: string;
}

/** Fewer entries than these are repeated: it may be no table of contents. */
const REPEATED = 2;

/**
 * Contents with parts (第一部分 …), of offices whose words nobody knows: an entry that no line of the body repeats, and a heading of the
 * same number with one character more or less, or with one or two others, while other entries are repeated word for word. Told is the
 * shorter of the two; of two as long the one whose words stand nowhere else.
 */
export function judgeContentsOfParts(ledger: Ledger, lines: readonly Line[]): void {
  const first = lines.findIndex(({ text, kind }, index) => kind !== "row" && index < FRONT && CONTENTS.test(text));
  if (first < 0) return;
  const numbered = lines.slice(first + 1).flatMap((line): Numbered[] => {
    const [, number = "", said = ""] = line.kind === "row" ? [] : (NUMBERED.exec(line.text) ?? []);
    const title = withoutPageNumber(said);
    return title === "" ? [] : [{ at: { line, start: number.length, end: number.length + title.length }, number, title }];
  });
  const times = (title: string): number => numbered.filter((one) => one.title === title).length;
  const single = numbered.filter(({ title }) => times(title) === 1);
  if (new Set(numbered.filter(({ title }) => times(title) > 1).map(({ title }) => title)).size < REPEATED) return;
  const body = bodyOf(lines, first, numbered);
  const { text } = joined(lines);
  for (const one of single) {
    const near = single.find(
      ({ at, number, title }) => number === one.number && isOther(at, one.at, body) && isSlipOf(one.title, title, text),
    );
    if (!near || ledger.isFaulted(one.at) || ledger.isFaulted(near.at)) continue;
    ledger.fault({
      id: "B11",
      category: "name",
      severity: "warning",
      at: one.at,
      message: `这里写“${one.title}”，另一处写“${near.title}”，目录和标题不一致。`,
      advice: "请核对哪一处写错了。",
    });
  }
}

/** Where the contents are over: at the first sentence, or before that where a part or an entry comes for the second time. */
function bodyOf(lines: readonly Line[], first: number, numbered: readonly Numbered[]): number {
  const sentence = lines.find(({ kind, text, index }) => index > first && kind === "prose" && text.includes("。"))?.index ?? 0;
  const seen = new Set<string>();
  for (const { at, number, title } of numbered) {
    const names = number.startsWith("第") ? [number, title] : [title];
    if (names.some((name) => seen.has(name))) return Math.min(sentence, at.line.index);
    for (const name of names) seen.add(name);
  }
  return sentence;
}

/** Of two places one is an entry of the contents and the other is not. */
const isOther = (one: Span, other: Span, body: number): boolean => one.line.index < body !== other.line.index < body;

/** 单位决算报表 for 单位预算报表: a character short of it, or so many others in their place as the text has them together less often. */
function isSlipOf(said: string, title: string, text: string): boolean {
  if (title.length === said.length + 1) return editDistance(title, said, 1) === 1;
  const slips = slipsIn(said);
  if (title.length !== said.length || editDistance(title, said, slips) > slips) return false;
  const { start, endA, endB } = difference(said, title);
  const times = (of: string, end: number): number => text.split(of.slice(Math.max(0, start - 1), end + 1)).length;
  return times(said, endA) < times(title, endB);
}
