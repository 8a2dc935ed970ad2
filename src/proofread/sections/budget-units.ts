import { Exact } from "../../amount/exact";
import type { CellRef } from "../../amount/cell-ref";
import { canon } from "../../text/canon";
import { editDistance } from "../../text/edits";
import type { Book } from "../book";
import { seeCells, type Ledger } from "../ledger";
import { spanText, type Line, type Span } from "../text/lines";
import { noteOtherName } from "../words/known-names";
import { afterNumber } from "../words/listed-units";
import { countIn, settleCount, type Count } from "./part-one-count";

/**
 * 第一部分: the units whose budgets make up the organisation's, their number, kinds and names, beside each other and beside
 * the units of the tables (docs/rules.md B 第一部分, docs/checks.md M02).
 */
export function readBudgetUnits(ledger: Ledger, lines: readonly Line[]): void {
  const list = listIn(lines);
  const below = belowIn(lines);
  if (below) judgeNumber(ledger, below, list, behind(lines, below));
  judgeBelow(ledger, below?.value ?? null);
  judgeKinds(ledger, lines, below?.value ?? (lines.some(({ text }) => NONE.test(text)) ? 0 : null));
  const known = unitsOf(ledger.book);
  if (list && list.names.length > 0) judgeNames(ledger, list, known);
  else judgeNone(ledger, lines, known);
}

const BELOW = /下属(?:共)?(\d+)家预算单位/;
const NONE = /无下属(?:预算)?单位/;
const LIST = /预算编制范围的(?:二级)?预算单位包括：?/;
/** 行政单位2家，事业单位0家 */
const KIND = /(?:行政|事业|参公|参照|企业|社会|其他)\p{sc=Han}{0,12}?单位(\d+)家/gu;

const belowIn = (lines: readonly Line[]): Count | null => lines.flatMap((line) => countIn(line, BELOW) ?? [])[0] ?? null;

/** The units listed, and the words that introduce them. */
interface List {
  readonly head: Span;
  readonly names: readonly Span[];
}

/** Behind 包括： in the same line, parted by marks, or one a line. */
function listIn(lines: readonly Line[]): List | null {
  const index = lines.findIndex(({ text }) => LIST.test(text));
  const line = lines[index];
  const match = line ? LIST.exec(line.text) : null;
  if (!line || !match) return null;
  const start = match.index + match[0].length;
  const names = start < line.text.length ? namesIn(line, start) : namesBelow(lines.slice(index + 1));
  return { head: { line, start: match.index, end: start }, names };
}

const namesIn = (line: Line, from: number): readonly Span[] =>
  [...line.text.slice(from).matchAll(/(?:\d{1,2}[.、])?([^、，；。\d]{2,40})/g)].map((match) => {
    const start = from + match.index + match[0].length - (match[1] ?? "").length;
    return { line, start, end: start + (match[1] ?? "").length };
  });

/** One a line. The last may have been joined with the sentence that follows it, for want of a stop: then it ends where its paragraph does. */
function namesBelow(lines: readonly Line[]): readonly Span[] {
  const names: Span[] = [];
  for (const line of lines) {
    if (line.kind !== "prose") break;
    const whole = nameFrom(line, line.text.length);
    const first = whole ?? nameFrom(line, line.paragraph.lastIndexOf(line.paragraph[0] ?? 0) + 1);
    if (first) names.push(first);
    if (!whole) break;
  }
  return names;
}

function nameFrom(line: Line, to: number): Span | null {
  const start = afterNumber(line.text);
  const end = to - (/[。；，]$/.test(line.text.slice(0, to)) ? 1 : 0);
  return end > start && end - start <= LONGEST && !/\d|，|：/.test(line.text.slice(start, end)) ? { line, start, end } : null;
}

const LONGEST = 40;

/** A unit that the tables name. */
interface Unit {
  readonly name: string;
  readonly cells: readonly CellRef[];
  readonly where: string;
}

function unitsOf({ recognised }: Book): readonly Unit[] {
  const units = new Map<string, Unit>();
  for (const table of recognised.tables.values())
    for (const row of table.rows)
      if (row.kind === "unit" && row.name !== "" && !units.has(plain(row.name)))
        units.set(plain(row.name), { name: row.name, cells: [table.labelCell(row)], where: table.label });
  return [...units.values()];
}

/** 某某局本级 and 某某局（本级） are 某某局. */
const plain = (name: string): string => canon(name).replace(/（?本级）?$/, "");

/** The organisation itself, by whatever difference of one character: no subordinate unit. */
const isOwn = ({ organisation }: Book, name: string): boolean =>
  organisation !== null && editDistance(plain(name), canon(organisation), 1) <= 1;

/** 下属共1家预算单位: as 填报-基本信息 has it, and as many as are listed, with the organisation or without. */
function judgeNumber(ledger: Ledger, below: Count, list: List | null, behind: string): void {
  const filled = ledger.book.desk.asks.basicCount("下属预算单位数");
  if (filled.known && filled.value.equals(Exact.ofUnits(below.value))) settleCount(ledger, below, "与填报-基本信息的下属预算单位数一致");
  if (!list) {
    if (below.value > 0 && !ANNOUNCED.test(behind.slice(0, NEAR))) notListed(ledger, below);
    return;
  }
  if (list.names.length === 0) {
    nothingListed(ledger, list.head);
    return;
  }
  const others = list.names.filter((name) => !isOwn(ledger.book, spanText(name))).length;
  if (others === below.value || list.names.length === below.value) {
    settleCount(ledger, below, "与后面所列的单位一致");
    return;
  }
  settleCount(ledger, below, null);
  ledger.fault({
    id: "B-人",
    category: "sum",
    severity: "warning",
    at: below.at,
    message: `写的是下属${String(below.value)}家预算单位，后面列了${String(others)}家。`,
    left: Exact.ofUnits(below.value),
    right: Exact.ofUnits(others),
  });
}

/** Units are listed in whatever words; further away than this they are something else. */
const ANNOUNCED = /包括|分别|如下|名单|下列|即|：|[1１一][.、．]|、\p{sc=Han}{2,30}(?:局|中心|所|站|院|校|队|办|馆|处)/u;
const NEAR = 200;

/** What the part goes on with. */
const STAFF = /编制(?:人?数|人员)|实有/;

/** What stands behind the number of units, up to the staffing. */
function behind(lines: readonly Line[], { at }: Count): string {
  const below = lines.slice(lines.indexOf(at.line) + 1).map(({ text }) => text);
  return [at.line.text.slice(at.end), ...below].join("").split(STAFF)[0] ?? "";
}

/** 下属2家预算单位, and their names nowhere. */
function notListed(ledger: Ledger, { value, at }: Count): void {
  ledger.fault({
    id: "B-人",
    category: "missing",
    severity: "warning",
    at: { ...at, start: at.end },
    place: true,
    message: `写的是下属${String(value)}家预算单位，没有列出是哪几家。`,
    advice: "请列出预算单位的名称。",
  });
}

/** 包括： and nothing behind it. */
function nothingListed(ledger: Ledger, { line, end }: Span): void {
  if (end < line.text.length) return;
  ledger.fault({
    id: "B-人",
    category: "missing",
    severity: "warning",
    at: { line, start: end, end },
    place: true,
    message: "“包括：”后面没有列出预算单位。",
    advice: "请列出预算单位的名称。",
  });
}

/** 行政单位2家，事业单位0家: all of the units below, with the organisation or without. */
function judgeKinds(ledger: Ledger, lines: readonly Line[], below: number | null): void {
  for (const line of lines) {
    const kinds = [...line.text.matchAll(KIND)].map((match): Count => {
      const start = match.index + match[0].lastIndexOf(match[1] ?? "");
      return { value: Number(match[1]), at: { line, start, end: start + (match[1] ?? "").length } };
    });
    const [first, last] = [kinds[0], kinds.at(-1)];
    if (below === null || !first || !last || kinds.length < 2) continue;
    const sum = kinds.reduce((before, { value }) => before + value, 0);
    const right = sum === below || sum === below + 1;
    for (const kind of kinds) settleCount(ledger, kind, right ? "各类单位之和等于本级与下属单位之和" : null);
    if (right) continue;
    ledger.fault({
      id: "B-人",
      category: "sum",
      severity: "warning",
      at: { line, start: first.at.start, end: last.at.end },
      message: `各类单位合计${String(sum)}家，本级和下属${String(below)}家预算单位合计${String(below + 1)}家，两处不一致。`,
      left: Exact.ofUnits(sum),
      right: Exact.ofUnits(below + 1),
      advice: "请核对各类单位的家数。",
    });
  }
}

/** 本级及下属1家行政单位和0家事业单位, said with 机关运行经费: as many as 第一部分 has below. */
function judgeBelow(ledger: Ledger, below: number | null): void {
  const said = ["units.行政单位", "units.事业单位"].flatMap((id) => ledger.entries.get(id)?.stated ?? []);
  const [first, last] = [said[0], said.at(-1)];
  const open = said.every((one) => ledger.standing(one)?.kind === "unchecked");
  if (below === null || !first || !last || said.length < 2 || !open) return;
  const sum = Exact.sum(said.flatMap(({ value }) => value ?? []));
  if (sum.equals(Exact.ofUnits(below))) {
    for (const one of said) ledger.prove(one, "与机构设置里的下属单位数一致");
    return;
  }
  for (const one of said) ledger.blame(one);
  ledger.fault({
    id: "B-人",
    category: "sum",
    severity: "warning",
    at: { ...first.span, end: last.span.end },
    message: `下属行政单位和事业单位合计${sum.toString()}家，机构设置里是下属${String(below)}家，两处不一致。`,
    left: sum,
    right: Exact.ofUnits(below),
    advice: "请核对下属单位的家数。",
  });
}

/** All but what tells two units apart that are alike otherwise. */
const NO_ORDINAL = /[^一二三四五六七八九十东西南北上下大小新老\d]/g;

function judgeNames(ledger: Ledger, { head, names }: List, known: readonly Unit[]): void {
  const listed = (unit: Unit): boolean => names.some((name) => plain(spanText(name)) === plain(unit.name));
  const lacking = known.filter((unit) => !listed(unit) && !isOwn(ledger.book, unit.name));
  const strange = names.filter((name) => !known.some((unit) => plain(unit.name) === plain(spanText(name))));
  const told = new Set<Unit>();
  for (const span of strange) {
    const said = spanText(span);
    const short = lacking.find((unit) => said.endsWith(plain(unit.name)) || plain(unit.name).endsWith(said));
    const near = lacking.filter((unit) => !told.has(unit) && isNear(plain(said), plain(unit.name)));
    if (short) {
      told.add(short);
      ledger.fault({
        id: "M02",
        category: "name",
        severity: "info",
        at: span,
        message: `这里写“${said}”，表上写“${short.name}”，全称和简称混用。`,
        expected: short.name,
      });
    } else if (near.length === 1 && near[0]) {
      told.add(near[0]);
      noteOtherName(ledger, span, near[0].name, "预算单位的名称", near[0].cells, near[0].where);
    }
  }
  for (const unit of lacking)
    if (!told.has(unit))
      ledger.fault({
        id: "M02",
        category: "missing",
        severity: "warning",
        at: { ...head, start: head.end },
        place: true,
        message: `${unit.where}的单位“${unit.name}”没有列在预算单位里${seeCells(unit.cells)}。`,
        expected: unit.name,
        cells: unit.cells,
        advice: "请看是漏列了，还是表里的单位名称写得不同。",
      });
}

/** One slip away, and not by what tells two units apart. */
function isNear(said: string, right: string): boolean {
  const most = right.length > 7 ? 2 : 1;
  const ordinals = (name: string): string => name.replace(NO_ORDINAL, "");
  return right.length >= 4 && editDistance(said, right, most) <= most && ordinals(said) === ordinals(right);
}

/** No unit below, and yet the tables name one. */
function judgeNone(ledger: Ledger, lines: readonly Line[], known: readonly Unit[]): void {
  const line = lines.find(({ text }) => NONE.test(text));
  const match = line ? NONE.exec(line.text) : null;
  const others = known.filter(({ name }) => !isOwn(ledger.book, name));
  if (!line || !match || ledger.book.organisation === null || others.length === 0) return;
  ledger.fault({
    id: "M02",
    category: "name",
    severity: "warning",
    at: { line, start: match.index, end: match.index + match[0].length },
    message: `写的是无下属预算单位，${others[0]?.where ?? ""}里有单位“${others.map(({ name }) => name).join("”、“")}”${seeCells(others.flatMap(({ cells }) => cells))}。`,
    cells: others.flatMap(({ cells }) => cells),
    advice: "请核对预算单位，或者表里的单位名称。",
  });
}
