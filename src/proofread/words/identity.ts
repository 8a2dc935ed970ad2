import { canon } from "../../text/canon";
import { editDistance } from "../../text/edits";
import type { Ledger } from "../ledger";
import { spanText, type Line, type Span } from "../text/lines";
import type { Place } from "../text/sections";
import { noteOtherName } from "./known-names";
import { isListed } from "./listed-units";
import { budgetUnitPlace, FRONT, ownPlaces, titledPlaces } from "./own-places";

/** Where a text says of what kind the organisation is. */
const KIND =
  /^(?:第[一二三四]部分|[一二三四五六]、)?(?:\d{4}年)?(?:度)?(部门|单位)(?:概况|预算公开表|预算情况说明|整体绩效目标表|预算编制说明|主要职能|机构设置|预算表)$|^编制(部门|单位)：|^\p{sc=Han}{2,20}\d{4}年(?:度)?(?:[省市区县镇本]级)?(部门|单位)预算$/u;

/** Cover, heads of the tables, performance sheets and signature: one organisation, one kind (docs/checks.md S03). */
export function judgeIdentity(ledger: Ledger, lines: readonly Line[], places: readonly Place[]): void {
  const organisation = ledger.book.organisation;
  if (organisation !== null && organisation !== "") {
    const about = lines.filter((_, index) => places[index]?.part === 1);
    lines.forEach((_, index) => {
      for (const at of ownPlaces(lines, index, places, organisation))
        if (isWhole(at) || !isListed(lines, spanText(at))) sameOrganisation(ledger, at, organisation);
      const unit = budgetUnitPlace(lines, index);
      if (unit) budgetUnit(ledger, unit, organisation, about);
    });
  }
  kinds(ledger, lines);
  treasury(ledger, lines);
}

/** A name in a line of its own would be taken for one of a list. */
const isWhole = ({ line, start, end }: Span): boolean => line.kind === "row" || end - start === line.text.length;

/** The names on the cover, over the tables and over the date at the end alone, where each office calls itself as it likes in the rest; the year on the cover. */
export function judgeCover(ledger: Ledger, lines: readonly Line[]): void {
  coverYear(ledger, lines);
  const { organisation, recognised } = ledger.book;
  if (organisation === null || organisation === "") return;
  for (const at of titledPlaces(lines, organisation, recognised.tables))
    if (isWhole(at) || !isListed(lines, spanText(at))) sameOrganisation(ledger, at, organisation);
}

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

/** The cover and what may stand over it. */
const COVER_LINES = 8;
/** 上海市某某区2026年区级部门预算: whose treasury it is. */
const TREASURY = /^(\p{sc=Han}{2,12}?)(?=\d{4}年(?:度)?[省市区县]级(?:部门|单位)预算$)/u;
/** 上海市某某区 at the head of a name; 高新区 and the like are no place of their own. */
const OF_PLACE = /^(?:中国共产党|中共)?(?:\p{sc=Han}{2,3}[省市])?(\p{sc=Han}{2,4}?)[区县](?!域)/u;
const ZONE = /(?:高新|开发|园|示范|保税|度假|工业|自贸|试验|校|社|地|小|街)$/;

/** Another district on the cover than the one that the name begins with: left over from a text that was copied. */
function treasury(ledger: Ledger, lines: readonly Line[]): void {
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
function budgetUnit(ledger: Ledger, at: Span, organisation: string, about: readonly Line[]): void {
  if (taken(ledger, at)) return;
  const units = [...ledger.book.recognised.tables.values()].flatMap(({ rows }) =>
    rows.flatMap((row) => (row.kind === "unit" ? [canon(row.name)] : [])),
  );
  if (units.length === 0 && about.length === 0) return;
  const said = spanText(at).replace(/（?本级）?$/, "");
  const known = [canon(organisation), ...units.map((unit) => unit.replace(/（?本级）?$/, ""))];
  if (known.some((name) => name === said || name.endsWith(said) || said.endsWith(name))) return;
  if (about.some(({ text }) => text.includes(said))) return;
  const near = [...new Set(known)].filter((name) => editDistance(name, said, 1) <= 1);
  if (near.length > 0) {
    if (near.length === 1 && near[0] !== undefined) noteOtherName(ledger, at, near[0], "预算单位", [], "表上");
    return;
  }
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
