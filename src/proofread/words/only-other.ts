import { canon } from "../../text/canon";
import { maySameOffice } from "../../text/same-office";
import type { Ledger } from "../ledger";
import { spanText, type Line, type Span } from "../text/lines";
import { OFFICE, OURSELVES } from "./openings";

const NAME = "(\\p{sc=Han}[\\p{sc=Han}（）]{3,40}?)";
/** 某某局2024年部门预算, 2024年某某局部门预算, 第一部分：某某局概况: whose it is, over the text and over its parts. */
const TITLE = new RegExp(
  `^(?:第[一二三四五六]部分[：、]?|附件\\d{0,2}：?|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|关于|20[0-4]\\d年(?:度)?)*${NAME}(?=(?:20[0-4]\\d年|概况|部门预算|单位预算|财政拨款))`,
  "u",
);
const MATTER = "[^，。；]{0,24}(?:预算|决算|安排|收支|没有|支出)";
/** 2024年某某局没有使用 …, 某某局2024年 …, 某某局（以下简称…）为…: whose sentence it is. */
const WHOSE = [
  `(?<=(?:^|[。；])20[0-4]\\d(?:年(?:度)?)?，?)(?![年度])${NAME}(?=的?(?:开展|绩效|固定资产|资产|占用|共有|车辆|基本支出|项目支出|安排|未安排|没有|填报|机关运行|政府采购|部门预算|所属|因公出国|公务接待|公务用车|[收支]|[“"]三公|一般公共|政府性基金|国有资本|财政拨款))`,
  `(?<=^|[。；])${NAME}(?=20[0-4]\\d年(?:度)?(?:，|${MATTER}))`,
  `(?<=^|[。；])${NAME}(?=(?:（以下简称[^（）]{1,20}）)?(?:为|是|系)[^，。；]{0,40}(?:单位|部门|机构))`,
  `(?<=^|[。；])${NAME}(?=(?:部门|单位)?预算(?:由|包括))`,
  `(?<=^|[。；])${NAME}(?=的?(?:基本职能|主要职能|主要职责)(?:是|为|有|包括|：))`,
  `(?<=综合预算的原则，)${NAME}(?=所有收入)`,
  `(?<=[日底末]，)${NAME}(?=(?:所属[^，。；]{0,8}单位)?(?:共有|固定资产|资产|占用|占有|房屋|车辆))`,
  `(?<=(?:^|[。；，])(?:20[0-4]\\d年(?:度)?，?)?)(?![年度])${NAME}(?=(?:部门|单位)?(?:均?实行|项目均|负责管理的专项|(?:按要求|共)编制)[^，。；]{0,20}(?:绩效目标|转移支付))`,
].map((words) => new RegExp(words, "gu"));

/** A text beside a workbook is a whole one: what it calls itself it says so often. */
const AGAIN = 3;
/** Offices of one place may have to do with each other: they begin alike. */
const PLACE = 2;

/**
 * A notice calls itself by its name in its title and where it speaks of itself; what stands in such a place once, and nowhere else, is
 * another office's. Of two names that stand there once each the title's is the text's own, unless they are of one place.
 */
export function judgeOnlyOther(ledger: Ledger, lines: readonly Line[]): void {
  const named = lines.flatMap((line, index) => placesIn(line, index, lines)).filter((at) => !OURSELVES.test(spanText(at)));
  const places = named.filter((at) => OFFICE.test(spanText(at)));
  const text = lines.map((line) => line.text).join("\n");
  const times = (name: string): number => text.split(name).length - 1;
  const placed = (name: string): number => places.filter((one) => spanText(one) === name).length;
  const [commonest] = [...new Set(places.map(spanText))].sort((a, b) => placed(b) - placed(a) || times(b) - times(a));
  const ofTables = ofWorkbook(ledger);
  const own = ofTables ?? commonest;
  judgeCoverAlone(ledger, lines, text);
  if (own === undefined || (ofTables === undefined && ledger.book.withWorkbook && times(own) < AGAIN)) return;
  for (const at of named) if (spanText(at) === own.slice(0, -1) && !OFFICE.test(spanText(at))) tellClipped(ledger, at, own);
  const others = places.filter((one) => {
    const found = spanText(one);
    return times(found) === 1 && !found.includes(own) && !own.includes(found) && !maySameOffice(found, own);
  });
  const [at, ...more] = others;
  if (!at || more.length > 0 || ledger.isFaulted(at)) return;
  const other = spanText(at);
  const isOnly = placed(own) === 1;
  if (isOnly && ((times(own) === 1 && places.length !== 2) || own.slice(0, PLACE) === other.slice(0, PLACE))) return;
  ledger.fault({
    id: "S03",
    category: "name",
    severity: "warning",
    at,
    message: `${isOnly ? "另一处" : "别处都"}写“${own}”，这里写“${other}”，不是同一个单位。`,
    advice: "请看是单位名称写错了，还是整句抄了别的单位的。",
  });
}

/** What a line calls the office whose text it is. */
export const namedIn = (line: Line, index: number, lines: readonly Line[]): readonly string[] =>
  placesIn(line, index, lines)
    .map(spanText)
    .filter((name) => OFFICE.test(name) && !OURSELVES.test(name));

/** Whose the tables are, where the text does not call itself otherwise throughout. */
function ofWorkbook({ book }: Ledger): string | undefined {
  const name = canon(book.organisation ?? "");
  return book.withWorkbook && book.otherOrganisation === null && OFFICE.test(name) ? name : undefined;
}

/** 某某水利2024年部门预算: the last character of the name is lost. */
function tellClipped(ledger: Ledger, at: Span, own: string): void {
  if (ledger.isFaulted(at)) return;
  ledger.fault({
    id: "S03",
    category: "name",
    severity: "warning",
    at,
    message: `别处都写“${own}”，这里写“${spanText(at)}”，少了最后一个字。`,
    expected: own,
    replaces: true,
  });
}

/**
 * 某某县水利, alone on the cover over its title, where the text goes on behind every other 某某县水利 with one character that makes an
 * office of it: that one is lost.
 */
function judgeCoverAlone(ledger: Ledger, lines: readonly Line[], text: string): void {
  for (const [index, line] of lines.slice(0, COVER_LINES).entries()) {
    if (line.kind === "row" || !ALONE.test(line.text) || !TITLE_BELOW.test(lines[index + 1]?.text ?? "")) continue;
    const others = text
      .split(line.text)
      .slice(1)
      .filter((rest) => rest !== "" && !rest.startsWith("\n"));
    const [kind = ""] = (others[0] ?? "").slice(0, 1);
    if (others.length < AGAIN - 1 || !KINDS.includes(kind) || others.some((rest) => !rest.startsWith(kind) || NO_KIND.test(rest))) continue;
    tellClipped(ledger, { line, start: 0, end: line.text.length }, line.text + kind);
  }
}
/** 某某市职业技术学: what an office is called by in its last character. */
const KINDS = "局院校府会馆厅";
/** 会计, 局长: another word. */
const NO_KIND = /^(?:会[计议员长]|局[长属]|院[长内]|校[长区内]|[馆厅][长内])/;
const TITLE_BELOW = /^20[0-4]\d年.{0,12}(?:预算|决算)/;

/** A cover has the name in a line of its own. */
const COVER_LINES = 3;
const ALONE = /^\p{sc=Han}[\p{sc=Han}（）]{3,40}$/u;

/** 一、主要职责 and right below it 某某局负责…: whose duties they are. */
const DUTIES = /(?:职责|职能|概况|内设机构|主要工作|基本情况)$/;
const DUTIFUL = new RegExp(`^${NAME}(?=(?:主要)?(?:承担|负责|贯彻|实施|依法|开展|是|为))`, "u");

/** 示例市某某局: told in full, not 县政府办公室. */
const OF_A_PLACE = /^\p{sc=Han}{1,8}[省市县区州旗镇乡]\p{sc=Han}{2}/u;

function placesIn(line: Line, index: number, lines: readonly Line[]): readonly Span[] {
  if (line.kind === "row") return [];
  const above = lines[index - 1]?.text ?? "";
  const dutiful = DUTIES.test(above) && !/。/.test(above) ? DUTIFUL.exec(line.text)?.[1] : undefined;
  if (dutiful !== undefined && OFFICE.test(dutiful) && OF_A_PLACE.test(dutiful)) return [{ line, start: 0, end: dutiful.length }];
  const title = /[，。；]/.test(line.text) ? null : TITLE.exec(line.text);
  const name = title?.[1];
  if (title && name !== undefined) return [{ line, start: title[0].length - name.length, end: title[0].length }];
  if (index < COVER_LINES && ALONE.test(line.text)) return [{ line, start: 0, end: line.text.length }];
  return WHOSE.flatMap((words) =>
    [...line.text.matchAll(words)].map(({ index, 0: { length } }) => ({ line, start: index, end: index + length })),
  );
}
