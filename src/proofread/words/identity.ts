import { canon } from "../../text/canon";
import { editDistance } from "../../text/edits";
import type { Ledger } from "../ledger";
import { cellsOf } from "../read/cells";
import { spanText, type Line, type Span } from "../text/lines";
import type { Place } from "../text/sections";
import { isListed } from "./listed-units";

/** 编制部门：… over the tables. */
const HEAD = /^(?:编制|填报|公开)(?:部门|单位)[:：]([^：\t]{3,50}?)(?:(?:金额)?单位[:：].*)?$/;
const COVER = /^(?:(?:\d{4})年)?(\p{sc=Han}{3,40}?)(?:\d{4}年)?(?:度)?(?:部门|单位)预算(?:公开|信息公开|公开说明|公开报告|公开文本|说明)$/u;
/** 预算主管部门：… on a cover that names its table of contents below. */
const COVER_HEAD = /^预算(?:主管部门|单位)[:：]([^：\t]{3,50}?)(?:目录)?$/;
/** 某某局主要职能, 某某局（部门）机构设置: a heading of the part about the organisation. */
const ABOUT_HEAD = /^(\p{sc=Han}{4,40}?)(?:（(?:部门|单位|本级)）)?(?:主要职能|主要职责|机构设置)$/u;
/** What is said of the organisation itself at the head of a sentence. */
const ABOUT_SELF = /^(\p{sc=Han}{4,40}?)(?:（(?:部门|单位|本级)）)?(?:设(?:有)?\d{1,2}个内设机构|部门预算(?:是)?包括|单位预算(?:是)?包括)/u;
/** 某某局是主管…的区政府工作部门，主要职责是：… right under the heading 主要职能, which may leave the name out. */
const DUTIES_HEAD = /(?:主要职能|主要职责|部门职责|单位职责|部门职能|单位职能)$/;
const DUTIES_SELF = /^(?!本|我|该|作为)(\p{sc=Han}{5,40}?)(?:（\p{sc=Han}{1,8}）)?(?:是|为|系)[^。]{0,80}主要(?:职能|职责|任务)/u;
const DATE = /^(?:\d{4}|[二○〇零一三四五六七八九]{4})年.{1,3}月(?:.{1,3}日)?$/;
const OFFICE = /^\p{sc=Han}{2,40}(?:局|办|室|委|会|院|校|所|站|厅|馆|队|部|处|镇|乡|街道|中心)$/u;
/** On a cover the name stands over the year and the title. */
const TITLE_PAGE = /^(?:\d{4}年(?:度)?(?:部门|单位)?|部门|单位)预算(?:公开|信息公开|公开说明|公开报告|公开文本|说明|情况说明)?$/;
const NAME =
  /^\p{sc=Han}[\p{sc=Han}“”]{2,40}(?:局|办|室|委|会|院|校|所|站|厅|馆|队|部|处|府|镇|乡|街道|中心|中学|小学|大学|幼儿园|团|场|台|社)(?:（\p{sc=Han}{2,20}）)?$/u;
/** Where a text says of what kind the organisation is. */
const KIND =
  /^(?:第[一二三四]部分|[一二三四五六]、)?(?:\d{4}年)?(?:度)?(部门|单位)(?:概况|预算公开表|预算情况说明|整体绩效目标表|预算编制说明|主要职能|机构设置|预算表)$|^编制(部门|单位)：|^\p{sc=Han}{2,20}\d{4}年(?:度)?(?:[省市区县镇本]级)?(部门|单位)预算$/u;

/** Cover, heads of the tables, performance sheets and signature: one organisation, one kind (docs/checks.md S03). */
export function judgeIdentity(ledger: Ledger, lines: readonly Line[], places: readonly Place[]): void {
  const organisation = ledger.book.organisation;
  if (organisation !== null && organisation !== "") {
    const about = lines.filter((_, index) => places[index]?.part === 1);
    lines.forEach((line, index) => {
      for (const at of saidAt(lines, index, places, organisation)) sameOrganisation(ledger, at, organisation);
      if (line.kind === "row") budgetUnit(ledger, line, organisation, about);
    });
  }
  kinds(ledger, lines);
  coverPlace(ledger, lines);
}

/** The name on the cover, over the tables and over the date at the end, where each office calls itself as it likes in the rest; the year on the cover. */
export function judgeCover(ledger: Ledger, lines: readonly Line[]): void {
  coverYear(ledger, lines);
  const { organisation } = ledger.book;
  if (organisation === null || organisation === "") return;
  const named = (text: string, next: Line | undefined): boolean => TITLE_PAGE.test(next?.text ?? "") && isName(text, organisation);
  const at = lines.slice(0, FRONT).findIndex(({ kind, text }, index) => kind !== "row" && named(text, lines[index + 1]));
  const line = lines[at];
  if (line) sameOrganisation(ledger, { line, start: 0, end: line.text.length }, organisation);
  const [signed, date] = lines.slice(-2);
  if (signed && date && signed.kind !== "row" && DATE.test(date.text) && isName(signed.text, organisation))
    sameOrganisation(ledger, { line: signed, start: 0, end: signed.text.length }, organisation);
  for (const row of lines.filter(({ kind }) => kind === "row")) {
    const over = overTable(row);
    if (over && !isListed(lines, spanText(over))) sameOrganisation(ledger, over, organisation);
  }
}

/** 部门：某某局 in the first cell of a row that ends with the unit of the amounts. */
function overTable(row: Line): Span | null {
  const [cell, ...others] = cellsOf(row);
  const name = cell ? OVER_TABLE.exec(spanText(cell))?.[1] : undefined;
  if (!cell || name === undefined || !others.some((other) => /^(?:金额)?单位[:：][万亿]?元$/.test(spanText(other)))) return null;
  const start = cell.start + spanText(cell).indexOf(name);
  return { ...cell, start, end: start + name.length };
}
const OVER_TABLE = /^(?:编制|填报|公开|预算)?(?:部门|单位)(?:名称)?[:：]([^：（）]{3,50})(?:（[^：（）]{1,10}）)?$/;

/** 2023年度, a line of the cover by itself. */
function coverYear(ledger: Ledger, lines: readonly Line[]): void {
  const { year } = ledger.book;
  for (const line of lines.slice(0, FRONT)) {
    const said = line.kind === "row" ? undefined : /^(20\d\d)年(?:度)?$/.exec(line.text)?.[1];
    if (year === null || said === undefined || Number(said) === year) continue;
    ledger.fault({
      id: "B07",
      category: "year",
      severity: "error",
      at: { line, start: 0, end: said.length },
      message: `封面写${said}年，预算年度是${String(year)}年。`,
      expected: String(year),
      replaces: true,
    });
  }
}
/** The cover is done by then. */
const FRONT = 4;

/** A name as organisations are called, or the organisation's own with one character mistyped. */
const isName = (text: string, organisation: string): boolean => NAME.test(text) || editDistance(text, canon(organisation), 1) <= 1;

/** 上海市某某区2026年区级部门预算: whose treasury it is. */
const TREASURY = /^(\p{sc=Han}{2,12}?)(?=\d{4}年(?:度)?[省市区县]级(?:部门|单位)预算$)/u;
/** 上海市某某区 at the head of a name; 高新区 and the like are no place of their own. */
const OF_PLACE = /^(?:中国共产党|中共)?(?:\p{sc=Han}{2,3}[省市])?(\p{sc=Han}{2,4}?)[区县](?!域)/u;
const ZONE = /(?:高新|开发|园|示范|保税|度假|工业|自贸|试验|校|社|地|小|街)$/;

/** Another district on the cover than the one that the name begins with: left over from a text that was copied. */
function coverPlace(ledger: Ledger, lines: readonly Line[]): void {
  const organisation = ledger.book.organisation ?? "";
  const own = OF_PLACE.exec(canon(organisation))?.[1];
  if (own === undefined || ZONE.test(own)) return;
  for (const line of lines.slice(0, COVER_LINES)) {
    const place = line.kind === "row" ? undefined : TREASURY.exec(line.text)?.[1];
    const said = place === undefined ? undefined : OF_PLACE.exec(place)?.[1];
    if (place === undefined || said === undefined || said.includes(own) || own.includes(said)) continue;
    const at = { line, start: 0, end: place.length };
    if (!ledger.isFaulted(at))
      ledger.fault({
        id: "S03",
        category: "name",
        severity: "warning",
        at,
        message: `封面写的是“${place}”，单位名称是“${organisation}”，不是同一个地方。`,
        advice: "请核对封面，看是不是从别的地方的文本里抄来的。",
      });
  }
}

/** Where this line names the organisation itself. */
function saidAt(lines: readonly Line[], index: number, places: readonly Place[], organisation: string): readonly Span[] {
  const line = lines[index];
  if (!line) return [];
  if (line.kind === "row")
    return [
      ...namedCell(line, /^(?:部门|单位)名称/),
      ...cellsOf(line)
        .slice(0, 1)
        .flatMap((cell) => headed(cell)),
    ];
  const found = HEAD.exec(line.text) ?? (places[index]?.part === 0 ? COVER.exec(line.text) : null) ?? ofItself(lines, index);
  if (found?.[1] !== undefined) {
    if (isListed(lines, found[1])) return [];
    const start = line.text.indexOf(found[1]);
    return [{ line, start, end: start + found[1].length }];
  }
  if (places[index]?.part === 0 && TITLE_PAGE.test(lines[index + 1]?.text ?? "") && isName(line.text, organisation))
    return [{ line, start: 0, end: line.text.length }];
  return DATE.test(lines[index + 1]?.text ?? "") && OFFICE.test(line.text) ? [{ line, start: 0, end: line.text.length }] : [];
}

/** 编制部门：… in the first cell of a row over a table. */
function headed(cell: Span): readonly Span[] {
  const name = HEAD.exec(spanText(cell))?.[1];
  if (name === undefined) return [];
  const start = cell.start + spanText(cell).indexOf(name);
  return [{ ...cell, start, end: start + name.length }];
}

/** On the cover, over the part about the organisation, and at the head of what that part says. */
function ofItself(lines: readonly Line[], index: number): RegExpExecArray | null {
  const text = lines[index]?.text ?? "";
  const duties = DUTIES_HEAD.test(lines[index - 1]?.text ?? "") ? DUTIES_SELF.exec(text) : null;
  if (duties?.[1] !== undefined && NAME.test(duties[1])) return duties;
  return (
    (index < COVER_LINES ? COVER_HEAD.exec(text) : null) ??
    (text.length <= LONGEST_HEAD ? ABOUT_HEAD.exec(text) : null) ??
    ABOUT_SELF.exec(text)
  );
}

const COVER_LINES = 8;
const LONGEST_HEAD = 50;

/** The cell behind the one that is labelled so. */
function namedCell(line: Line, label: RegExp): readonly Span[] {
  const [head, value] = cellsOf(line);
  return head && value && label.test(spanText(head)) ? [value] : [];
}

function sameOrganisation(ledger: Ledger, at: Span, organisation: string): void {
  const [said, right] = [spanText(at), canon(organisation)];
  if ([right, `${right}部门`, `${right}单位`, `${right}本级`].includes(said) || taken(ledger, at)) return;
  if (said.endsWith(right) || right.endsWith(said) || isShortFor(said, right)) {
    ledger.fault({
      id: "M02",
      category: "name",
      severity: "info",
      at,
      message: `这里写“${said}”，别处写“${right}”，全称和简称混用。`,
      expected: organisation,
      replaces: true,
    });
    return;
  }
  ledger.fault({
    id: "S03",
    category: "name",
    severity: "error",
    at,
    message: `这里的单位名称“${said}”与表头的“${right}”不是同一个。`,
    expected: organisation,
    replaces: true,
  });
}

/** 文旅局 for 某某区文化和旅游局: its characters in their order, a good part of them left out. */
function isShortFor(said: string, right: string): boolean {
  if (said.length > right.length - LEFT_OUT) return false;
  return Array.from(said).reduce((from, one) => (from < 0 ? from : right.indexOf(one, from) + 1 || -1), 0) >= 0;
}
const LEFT_OUT = 3;

/** 预算单位 of a project's sheet: the organisation or one of its units, as the tables have them or 第一部分 (`about`): a unit with no project of 项目支出表 is in no table. */
function budgetUnit(ledger: Ledger, line: Line, organisation: string, about: readonly Line[]): void {
  const [at] = namedCell(line, /^预算单位/);
  if (!at || taken(ledger, at)) return;
  const units = [...ledger.book.recognised.tables.values()].flatMap(({ rows }) =>
    rows.flatMap((row) => (row.kind === "unit" ? [canon(row.name)] : [])),
  );
  if (units.length === 0) return;
  const said = spanText(at).replace(/（?本级）?$/, "");
  const known = [canon(organisation), ...units.map((unit) => unit.replace(/（?本级）?$/, ""))];
  if (known.some((name) => name === said || name.endsWith(said) || said.endsWith(name) || editDistance(name, said, 1) <= 1)) return;
  if (isListed(about, spanText(at)) || isListed(about, said)) return;
  ledger.fault({
    id: "S03",
    category: "name",
    severity: "error",
    at,
    message: `预算单位“${said}”不是本单位，也不在表上的所属单位里。`,
    advice: "请核对是不是别的单位的绩效表。",
  });
}

const taken = (ledger: Ledger, { line, start, end }: Span): boolean =>
  ledger.faults.some(({ at, category }) => category === "name" && at.line === line && at.start < end && at.end > start);

/** 部门 or 单位 throughout: as the workbook is, else as the text mostly has it. */
function kinds(ledger: Ledger, lines: readonly Line[]): void {
  const said = lines.flatMap((line): Span[] => {
    const match = line.kind === "row" ? null : KIND.exec(line.text);
    const kind = match?.[1] ?? match?.[2] ?? match?.[3];
    if (!match || kind === undefined) return [];
    const start = match[3] === undefined ? line.text.indexOf(kind) : line.text.lastIndexOf(kind);
    return [{ line, start, end: start + kind.length }];
  });
  const departments = said.filter((at) => spanText(at) === "部门").length;
  const most = departments * 2 === said.length ? null : departments * 2 > said.length ? "部门" : "单位";
  const right = ledger.book.withWorkbook ? ledger.book.recognised.organisationKind : most;
  // A few headings that agree among themselves are the document's own way.
  if (right === null || (most !== null && most !== right)) return;
  for (const at of said)
    if (spanText(at) !== right)
      ledger.fault({
        id: "S03",
        category: "name",
        severity: "warning",
        at,
        message: `别处都写“${right}”，这里写“${spanText(at)}”。`,
        expected: right,
        replaces: true,
        why: "部门和单位的文种用词应当一致",
      });
}
