import type { Template } from "../../templates/family";
import { canon } from "../../text/canon";
import { numeralFor } from "../../text/numerals";
import { editDistance } from "../../text/edits";
import { withoutPageNumber } from "../../text/wording";
import type { Ledger } from "../ledger";
import { spanText, type Line, type Span } from "../text/lines";
import type { Place } from "../text/sections";
import { noteOtherName } from "./known-names";
import { judgeTableTitles, type TitleOver } from "./numbered-titles";

/** Headings: the organisation's name in them, and the table of contents against the body (docs/rules.md B11). */
export function judgeTitles(ledger: Ledger, lines: readonly Line[], places: readonly Place[]): void {
  names(ledger, lines);
  sentences(ledger, lines, places);
  contents(ledger, lines, places);
  operatingHeading(ledger, lines, places);
}

/** A heading and nothing else: documents are 关于 something of a year as well. */
const ABOUT = /^(?:第[一二三四]部分)?(?:[一二三四五六七八九十\d（）、.]{0,6})关于(.{2,40}?)(?=\d{3,5}年[^。；，]{2,30}(?:情况|说明))/;

/** 关于某某2026年: the name that the tables are headed with, with or without 部门 or 单位 behind it. */
function names(ledger: Ledger, lines: readonly Line[]): void {
  const { organisation } = ledger.book;
  if (organisation === null) return;
  const name = canon(organisation);
  for (const line of lines) {
    if (line.kind === "row" || line.text.length > 90) continue;
    const match = ABOUT.exec(line.text);
    const said = match?.[1] ?? "";
    if (!match || [name, `${name}部门`, `${name}单位`].includes(said) || /[。；《]/.test(said)) continue;
    const suffix = /(?:部门|单位)$/.exec(said)?.[0] ?? "";
    const bare = said.slice(0, said.length - suffix.length);
    const start = line.text.indexOf("关于") + 2;
    const at: Span = { line, start, end: start + bare.length };
    if (editDistance(said, name + suffix, 3) <= 3 || !/^[一二三四五六七八九十]+[、.]/.test(line.text))
      noteOtherName(ledger, at, organisation, "单位名称", [], "表头");
    else
      ledger.fault({
        id: "S03",
        category: "name",
        severity: "error",
        at,
        message: `标题里的单位名称“${bare}”与表头的“${organisation}”不是同一个。`,
        expected: organisation,
        replaces: true,
      });
  }
}

const SAYS =
  /^(?:[^。；，]{2,20}，)?(\p{sc=Han}{4,40}?)(?:部门|单位)?(?=\d{4}年(?:所有收入|支出预算|一般公共预算|没有使用|没有上年|财政拨款|委托业务费|上年结转|的机关运行))/u;

/** 某某2026年支出预算…: another organisation altogether, left over from a text that was copied. */
function sentences(ledger: Ledger, lines: readonly Line[], places: readonly Place[]): void {
  const name = canon(ledger.book.organisation ?? "");
  if (name === "") return;
  lines.forEach((line, index) => {
    const match = places[index]?.part === 3 && line.kind === "prose" ? SAYS.exec(line.text) : null;
    const said = match?.[1] ?? "";
    if (
      !match ||
      said === "" ||
      said.startsWith("关于") ||
      [name, `${name}部门`, `${name}单位`].includes(said) ||
      editDistance(said, name, 1) <= 1
    )
      return;
    const start = match[0].indexOf(said);
    if (/(?:局|办|办公室|中心|委|委员会|院|校|站|所|厅|馆|会|队|部|镇|乡|街道|处)$/.test(said))
      ledger.fault({
        id: "S03",
        category: "name",
        severity: "error",
        at: { line, start, end: start + said.length },
        message: `这里的单位名称“${said}”与表头的“${ledger.book.organisation ?? ""}”不是同一个。`,
        expected: ledger.book.organisation ?? "",
        replaces: true,
      });
  });
}

const NUMBERED = /^([一二三四五六七八九十]{1,3})、(.+)$/;

/** The contents beside the headings of the body, part by part and number by number. */
function contents(ledger: Ledger, lines: readonly Line[], places: readonly Place[]): void {
  const listed = new Map<string, Span>();
  let part = 0;
  lines.forEach((line, index) => {
    if (places[index]?.part !== 0) return;
    const named = /^第([一二三四])部分/.exec(line.text)?.[1];
    if (named) part = "一二三四".indexOf(named) + 1;
    const match = NUMBERED.exec(line.text);
    if (match?.[1] && match[2]) listed.set(`${String(part)}:${match[1]}`, { line, start: match[1].length + 1, end: line.text.length });
  });
  if (listed.size === 0) return;
  const lacks = (of: string, number: string, title: string): void => {
    const before = [...listed].filter(([key]) => key.startsWith(`${of}:`)).map(([, at]) => at);
    const last = before.at(-1);
    if (before.length < FEW || !last || listed.has(`${of}:${number}`)) return;
    ledger.fault({
      id: "B11",
      category: "missing",
      severity: "warning",
      at: { ...last, start: last.end },
      place: true,
      message: `目录里没有“${number}、${title}”。`,
      advice: "请看目录是漏了一项，还是编号没有改。",
    });
  };
  const titles = titlesOf(ledger.book.recognised.template, lines, places);
  lines.forEach((line, index) => {
    const match =
      places[index]?.part === 3 && line.kind !== "row" && line.text.length < 90 && !line.text.includes("。")
        ? NUMBERED.exec(line.text)
        : null;
    if (!match?.[1] || !match[2]) return;
    if (numberedOtherwise(ledger, listed, line, match[1], match[2])) return;
    const own = listed.get(`3:${match[1]}`);
    const again = [...listed].filter(([key, at]) => key.startsWith("3:") && own && saidIn(at) === saidIn(own)).length > 1;
    compare(ledger, own, match[2], "正文标题", { beside: line, again });
    if (line.kind === "heading") lacks("3", match[1], match[2]);
  });
  for (const [key, at] of listed) if (key.startsWith("1:")) headingOfPartOne(ledger, at, lines, places);
  const settled = judgeTableTitles(ledger, titles, (number) => saidIn(listed.get(`2:${numeralFor(number)}`)));
  for (const { number, title } of titles) {
    lacks("2", numeralFor(number), spanText(title));
    if (!settled.has(number)) compare(ledger, listed.get(`2:${numeralFor(number)}`), spanText(title), "表题", { again: true });
  }
}

const saidIn = (at: Span | undefined): string => (at ? withoutPageNumber(spanText(at)) : "");

/** 六、 over what the contents list as 七、: the number is wrong, not the title. */
function numberedOtherwise(ledger: Ledger, listed: ReadonlyMap<string, Span>, line: Line, number: string, title: string): boolean {
  const titled = (at: Span): boolean => canon(withoutPageNumber(at.line.text.slice(at.start, at.end))) === canon(title);
  const own = listed.get(`3:${number}`);
  const others = [...listed].filter(([key, at]) => key.startsWith("3:") && titled(at));
  const right = others[0]?.[0].slice(2);
  if (!own || titled(own) || others.length !== 1 || right === undefined) return false;
  ledger.fault({
    id: "B11",
    category: "name",
    severity: "warning",
    at: { line, start: 0, end: number.length },
    message: `目录里这一章是“${right}、”，这里编号写“${number}、”。`,
    advice: "请核对目录和正文的编号，改成一致。",
  });
  return true;
}

/** A heading of 第一部分 that the contents list and the part does not have. */
function headingOfPartOne(ledger: Ledger, listed: Span, lines: readonly Line[], places: readonly Place[]): void {
  const title = withoutPageNumber(listed.line.text.slice(listed.start, listed.end));
  const first = lines.find((_, index) => places[index]?.part === 1);
  const isSaid = lines.some(
    ({ text }, index) => places[index]?.part === 1 && text.length < LONGEST_HEADING && text.includes(title.slice(0, TELLING)),
  );
  if (!first || isSaid || title === "") return;
  ledger.fault({
    id: "B11",
    category: "missing",
    severity: "warning",
    at: { ...listed, end: listed.start + title.length },
    message: `目录里有“${title}”，第一部分里没有这个标题。`,
    advice: "请看正文是漏了标题，还是漏了整段。",
  });
}

const LONGEST_HEADING = 40;
/** 机构设置及人员情况, 机构设置: so much of a title tells which it is. */
const TELLING = 4;

/** Of a part that lists fewer, the contents name no headings. */
const FEW = 3;

/** `again`: another heading of the contents says the same, or it is the title of a table, which is one and the same everywhere. */
function compare(
  ledger: Ledger,
  listed: Span | undefined,
  body: string,
  what: string,
  { beside, again }: { readonly beside?: Line; readonly again: boolean },
): void {
  if (!listed) return;
  const said = withoutPageNumber(listed.line.text.slice(listed.start, listed.end));
  if (said === "" || said === body || canon(said) === canon(body)) return;
  const slight = editDistance(said, body, 6) <= 6;
  // A heading whose own words are another's is not what the contents ought to have.
  const sure = !ledger.faults.some(({ at }) => at.line === beside);
  ledger.fault({
    id: "B11",
    category: slight ? "name" : "wording",
    severity: again ? "warning" : "info",
    at: { ...listed, end: listed.start + said.length },
    message: `目录写“${said}”，${what}是“${body}”，两处不一致。`,
    ...(sure ? { expected: body, replaces: true } : {}),
    ...(beside ? { beside } : {}),
  });
}

/** The tables' titles as the text prints them, by the number over them, which may stand over two. */
function titlesOf(template: Template, lines: readonly Line[], places: readonly Place[]): readonly TitleOver[] {
  const known = new Set(
    template.tables.flatMap(({ spec: { titles } }) =>
      titles.flatMap((title) => ["部门", "单位"].map((kind) => canon(title.replace("{部门}", kind)))),
    ),
  );
  const found: TitleOver[] = [];
  lines.forEach((line, index) => {
    if (places[index]?.part !== 2) return;
    const match = /^表(\d{1,2})[：:]?(.*)$/.exec(line.text);
    if (!match) return;
    const own = match[2] === "" ? lines[index + 1] : line;
    const at = own && { line: own, start: own === line ? line.text.length - (match[2] ?? "").length : 0, end: own.text.length };
    if (at && (known.has(spanText(at)) || /表$/.test(spanText(at))))
      found.push({ number: Number(match[1]), numberAt: { line, start: 0, end: match[0].length - (match[2] ?? "").length }, title: at });
  });
  return found;
}

/** （一）单位运行经费情况 over a sentence about 机关运行经费: the template's own slip. */
function operatingHeading(ledger: Ledger, lines: readonly Line[], places: readonly Place[]): void {
  lines.forEach((line, index) => {
    const at = places[index]?.part === 3 && line.kind === "heading" ? line.text.indexOf("单位运行经费") : -1;
    if (at >= 0)
      ledger.fault({
        id: "B11",
        category: "wording",
        severity: "info",
        at: { line, start: at, end: at + 6 },
        message: "标题写“单位运行经费”，正文说的是“机关运行经费”，是模板本身的不一致。",
        expected: "机关运行经费",
        replaces: true,
      });
  });
}
