import { canon } from "../../text/canon";
import type { Ledger } from "../ledger";
import type { Line, Span } from "../text/lines";
import type { SectionKey } from "../../narrative/segments";
import type { Place } from "../text/sections";
import { soughtNames } from "./scan";
import { sentenceStart } from "../text/sentence";

/** Stretches whose years are their own: document numbers, titles in 《》, brackets after a name. */
const OWN = /《[^》]{0,200}》|[【〔［（][^】〕］）]{0,3}\d{4}(?!年)[^】〕］）]{0,3}[】〕］）](?:第?\d+号)?|\d{4}-\d{2}-\d{2}/g;
const YEAR = /(?<![\d.,])(\d{3,5})(?=年)/g;
/** In parts one, two and four only sentences of the template are looked at: laws and plans have years of their own. */
const TEMPLATE =
  /^(?:年度?)(?:部门|单位)?(?:预算(?:公开|编制|情况|$)|概况|没有使用|没有上年|未安排(?:政府性基金|国有资本)|.{0,6}预算编制范围|部门预算编制)/;

/** 2025年预算数为2.00万元 */
const AMOUNT = /^年(?:度)?[^，。；\d]{0,12}\d[\d,.]*(?:万元|元)/;
/** The sentence before a place, and behind it. */
const sentenceAround = (text: string, at: number): string => {
  const end = text.indexOf("。", at);
  return text.slice(sentenceStart(text, at), end < 0 ? text.length : end);
};
/** So much of what follows a year is looked at. */
const NEAR = 60;
/** A date by which something is to be done. */
const DEADLINE = /^年\d{1,2}月(?:\d{1,2}日|底|末)?(?:之?前|以前|内)/;

const BESIDE = /^年(?:度)?[^，。；]{0,12}\d[\d,.]*(?:万元|元)，\d{4}年/;

/** Years that are not those of the budget (docs/rules.md B07). */
export function judgeYears(ledger: Ledger, lines: readonly Line[], places: readonly Place[]): void {
  const { year } = ledger.book;
  if (year === null) return;
  const named = soughtNames(ledger.book).flatMap(({ name }) => (/\d年/.test(name) ? [name] : []));
  lines.forEach((line, index) => {
    const place = places[index] ?? { part: 0, section: null };
    const own = [
      ...[...line.text.matchAll(OWN)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
      ...(line.kind === "row" ? [] : named.flatMap((name) => placesOf(line.text, name))),
    ];
    for (const match of line.text.matchAll(YEAR)) {
      const at: Span = { line, start: match.index, end: match.index + (match[1] ?? "").length };
      if (own.some(({ start, end }) => at.start >= start && at.end <= end)) continue;
      judgeYear(ledger, at, match[1] ?? "", year, place);
    }
  });
}

/** Every place of the name of a project that has a year in it: 2025年高标准农田建设资金. */
function placesOf(text: string, name: string): readonly { readonly start: number; readonly end: number }[] {
  const places: { start: number; end: number }[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) places.push({ start: at, end: at + name.length });
  return places;
}

interface Wanted {
  readonly years: readonly number[];
  readonly what: string;
  readonly level: "error" | "warning" | "info";
}

function judgeYear(ledger: Ledger, at: Span, said: string, year: number, place: Place): void {
  const wanted = wantedYear(ledger, at, year, place);
  if (!wanted || wanted.years.includes(Number(said))) return;
  if (said.length !== 4 && !/^20|^2\d\d$|^\d{5}$/.test(said)) return;
  const right = String(wanted.years[0] ?? year);
  ledger.fault({
    id: "B07",
    category: "year",
    severity: said.length === 4 ? wanted.level : "error",
    at,
    message: `${wanted.what}：这里写${said}年，应为${wanted.years.map((one) => `${one}年`).join("或")}。`,
    expected: right,
    replaces: wanted.years.length === 1 && wanted.level !== "info",
    why: "本年是预算年度，上年是它的前一年",
  });
}

function wantedYear(ledger: Ledger, { line, start, end }: Span, year: number, { part, section }: Place): Wanted | null {
  const [before, after] = [line.text.slice(Math.max(0, start - 12), start), line.text.slice(end, end + NEAR)];
  const current: Wanted = { years: [year], what: "预算年度", level: "error" };
  if (/^年(?:度)?[与和及、]\d{3,5}年(?:度)?(?:均|都)/.test(after))
    return { years: [year - 1], what: "“某年与某年均未安排”说的是上年和本年", level: "error" };
  if (/\d{3,5}年(?:度)?[与和及、]$/.test(before) && /^年(?:度)?(?:均|都)/.test(after)) return current;
  // With which year this one is compared is another rule's.
  if (/(?:比|较|与|同)$/.test(before) && !/^年(?:度)?[与和及、]/.test(after)) return null;
  if (/截[至止]至?$/.test(before)) return { years: [year - 1], what: "资产的截止时间是上年年底", level: "error" };
  // 2025年预算0.00万元，2026年预算0.00万元: the two are set side by side.
  if (BESIDE.test(after) && after.includes(`${String(year)}年`)) return null;
  if (
    line.text.slice(start, end) === String(year - 1) &&
    AMOUNT.test(after) &&
    sentenceAround(line.text, start).includes(`${String(year)}年`)
  )
    return null;
  // The signature is another rule's.
  if (line.text.length <= 12 && /^年\d{1,2}月\d{1,2}日$/.test(after)) return null;
  if (line.kind === "row" && part === 3 && section === "performance" && DEADLINE.test(after))
    return { years: [year], what: "完成的期限应在预算年度内", level: "warning" };
  if (line.kind === "row" && /^项目名称\t*$/.test(line.text.slice(0, start)))
    return { years: [year], what: "项目名称里是别的年度，请看是不是沿用了旧表", level: "info" };
  if (line.kind === "row" || part === 1 || part === 2 || part === 4 || part === 0)
    return TEMPLATE.test(after) ||
      /关于.{2,40}$/.test(line.text.slice(0, start)) ||
      /^（$/.test(before) ||
      /^第.部分$/.test(line.text.slice(0, start)) ||
      (part === 0 && start === 0 && isOwnName(ledger, after))
      ? current
      : null;
  if (/资金执行时间/.test(line.text.slice(0, start))) return { years: [year], what: "资金执行时间应在预算年度内", level: "warning" };
  if (/^资金分配情况/.test(line.text)) return { years: [year], what: "资金分配说的是本年的钱，请看是不是沿用了旧文", level: "info" };
  // A sentence that stands there twice is read once; why the amount changed is the office's own words in both.
  const isReason = /原因[是为：][^。；]*$/.test(line.text.slice(Math.max(0, start - NEAR), start));
  const free = isReason || ledger.free.some((span) => span.line === line && start >= span.start && end <= span.end);
  if (free || isProse(section, line)) return free ? freeYear(year) : null;
  return current;
}

/** 2026年示例市财政局 on the cover: the organisation and nothing else. */
function isOwnName({ book }: Ledger, after: string): boolean {
  const name = canon(book.organisation ?? "");
  const rest = after.replace(/^年(?:度)?/, "");
  return name !== "" && rest.startsWith(name) && /^(?:部门|单位)?(?:预算.{0,12})?$/.test(rest.slice(name.length));
}

/** In a reason or a use, last year is at home as well; any other year deserves a look. */
const freeYear = (year: number): Wanted => ({ years: [year, year - 1], what: "文字里出现了别的年份，请看是不是沿用了旧文", level: "info" });

/** Project texts and what follows the performance tables speak of their own years. */
function isProse(section: SectionKey | null, line: Line): boolean {
  return section === "projects" ? !/^[一二三四五六七八九十]+、|\d{4}年(?:没有|一般公共预算)/.test(line.text) : false;
}
