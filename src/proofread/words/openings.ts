import { doubtYear, ONE_OR_ALL } from "../rules/doubtful-year";
import type { Ledger } from "../ledger";
import { isOfFinalAccounts } from "../rules/final-accounts";
import { sentencesOf } from "../rules/sentences";
import { spanText, type Line, type Span } from "../text/lines";
import { canon } from "../../text/canon";
import { commonest } from "../../workbook/organisation";

/** 某某局2024年, 2024年度, （2）某某局2024年 at the beginning of a sentence. */
const OPENS = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])?(?:关于)?(\p{sc=Han}[\p{sc=Han}（）]{2,40}?)?(20[0-4]\d)年/u;
const COMPARES = /(?:比|较|与|同|和|相比)$/;
/** 某某支出因2025年支付上年欠款，支出减少: when what it is explained by took place. */
const EXPLAINED_BY = /(?:因|因为|由于|受|鉴于|考虑到?)$/;
/** 行政运行（项）：2024年预算数为, （项）2024年预算12.00万元 */
const BEHIND_NAME = /[：）](20[0-4]\d)年(?:度)?(?:财政拨款)?(?:年初)?预算(?:数|安排)?/;
/** （二）支出预算：2024年本部门支出预算, at the beginning of a paragraph. */
const HEADED =
  /^(?:（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.．、])?[^，。；：\d]{2,30}：(20[0-4]\d)年(?:度)?(?=[^，。；]{0,40}(?:预算|支出|收入|拨款|经费)[^，。；]{0,12}\d)(?![^，。；]{0,30}(?:执行|决算|完成))/;
/** …，2024年某某局按要求编制了绩效目标; 纳入2024年部门整体支出绩效目标的金额: the budget's own year within a sentence. */
const WITHIN =
  /(?<=纳入|列入)(20[0-4]\d)年(?:度)?(?:部门|单位)?(?:整体支出)?(?:绩效目标|预算)|(?<=，)(20[0-4]\d)年(?:度)?(?=\p{sc=Han}{4,30}(?:按要求)?(?:编制|设置)(?:了)?绩效目标)/u;
/** 截至2023年底，某某局共有车辆2辆 */
const HAS_BY_THEN = /^截[至止](?:到)?20[0-4]\d年[^，。；]{0,8}，(\p{sc=Han}{4,40}?)(?:共?有|占用|占有|固定资产|资产)/u;
/** What the organisation has is told as of the end of the year before. */
const CUT_OFF = /(?:截[至止](?:到)?(20[0-4]\d)年(?:12月(?:31日|底|末)?|年?[底末终])|(?<!\d)(20[0-4]\d)年(?:期末|年末|年底|末))/;
/** 截至2023年7月31日: some tell of the middle of the year before, and none of an earlier one. */
const ANY_DAY = /截[至止](?:到)?(20[0-4]\d)年\d{1,2}月/;
/** Where a budget's own matter is told. */
const OF_BUDGET = /^(?:度)?，?[^，。；]{0,40}(?:预算|安排|收入|支出|拨款|费|采购|绩效|拨付|拟购置|拟新增)/;
const ASSETS = /资产|房屋|车辆|设备/;
/** 2025年年末实有人数76人, right behind the date. */
const PEOPLE = /^[^，。；]{0,14}[末底日]，?[^，。；\d]{0,12}(?:实有|共有|在编|在职)[^，。；\d]{0,12}\d+[人名]/;
export const OURSELVES = /^[本我全]/;
/** Fewer than these do not say what the others ought to say. */
const LEAST = 3;

interface Opening {
  readonly name: Span | null;
  readonly year: Span;
}

/**
 * Texts whose sentences are not known: most of their statements open with the same office and the year of the budget. One that
 * opens with another is told; nobody knows whether only that word is wrong or the whole sentence is last year's, or another's.
 */
export function judgeOpenings(ledger: Ledger, lines: readonly Line[], all: readonly Line[]): void {
  const { year, organisation } = ledger.book;
  const prose = lines.filter(({ kind }) => kind !== "row");
  const openings = prose.flatMap((line) =>
    sentencesOf(line).flatMap(({ start, end }) =>
      [openingAt(line, start, end), openingWithin(line, start, end)].flatMap((one) => one ?? []),
    ),
  );
  if (year !== null) {
    judgeYears(ledger, openings, year, lines);
    const isFinal = isOfFinalAccounts(all);
    for (const line of prose) for (const { start, end } of sentencesOf(line)) judgeCutOff(ledger, line, start, end, year, isFinal);
  }
  const owners = prose.flatMap((line) => sentencesOf(line).flatMap(({ start, end }) => ownerAt(line, start, end) ?? []));
  const own = [...openings.flatMap(({ name }) => name ?? []), ...owners];
  judgeNames(ledger, own, organisation);
}

function ownerAt(line: Line, from: number, to: number): Span | null {
  const match = HAS_BY_THEN.exec(line.text.slice(from, to));
  const name = match?.[1];
  if (!match || name === undefined) return null;
  const start = from + match[0].indexOf(name);
  return { line, start, end: start + name.length };
}

function openingWithin(line: Line, from: number, to: number): Opening | null {
  const match = WITHIN.exec(line.text.slice(from, to));
  const start = from + (match?.index ?? 0);
  return match ? { name: null, year: { line, start, end: start + "2024".length } } : null;
}

function openingAt(line: Line, from: number, to: number): Opening | null {
  const text = line.text.slice(from, to);
  const named = BEHIND_NAME.exec(text) ?? HEADED.exec(text);
  if (named) {
    const start = from + named.index + named[0].lastIndexOf(`${named[1] ?? ""}年`);
    return { name: null, year: { line, start, end: start + "2024".length } };
  }
  const match = OPENS.exec(text);
  // 2024年预算 in a line of its own is the heading of a column that a program took apart.
  if (line.kind === "prose" && !/[，。；：]/.test(line.text)) return null;
  if (!match || !OF_BUDGET.test(line.text.slice(from + match[0].length, to))) return null;
  const end = from + match[0].length - 1;
  const [, name, year = ""] = match;
  // 公务接待费较2023年预算减少: what it is compared with opens nothing.
  if (COMPARES.test(name ?? "") || EXPLAINED_BY.test(name ?? "")) return null;
  const start = end - year.length;
  return { year: { line, start, end }, name: name === undefined ? null : { line, start: start - name.length, end: start } };
}

function judgeYears(ledger: Ledger, openings: readonly Opening[], year: number, lines: readonly Line[]): void {
  const own = openings.filter((one) => spanText(one.year) === String(year));
  if (own.length < LEAST || own.length <= openings.length / 2) return;
  for (const { year: at } of openings) {
    const found = spanText(at);
    if (found === String(year) || ledger.isFaulted(at) || besideOwn(at, year) || isOfLast(lines, at, found)) continue;
    ledger.fault({
      id: "B07",
      category: "year",
      severity: "warning",
      at,
      message: `别的句子都从${String(year)}年说起，这里写${found}年。`,
      advice: ONE_OR_ALL,
      why: "本年是预算年度",
    });
  }
}

/** 二、2025年决算情况, and what stands below that heading. */
function isOfLast(lines: readonly Line[], { line }: Span, found: string): boolean {
  const above = lines
    .slice(0, lines.indexOf(line) + 1)
    .filter(({ kind }) => kind === "heading")
    .at(-1);
  return above !== undefined && above.text.includes(`${found}年`) && CARRIED_OUT.test(above.text);
}
const CARRIED_OUT = /决算|执行|完成/;

/** 2023年预算100万元，2024年预算120万元: the two are set side by side, or compared afterwards: 2024年较2023年增加20万元。 */
function besideOwn({ line, start, end }: Span, year: number): boolean {
  const rest = line.text.slice(end);
  const [clause = ""] = rest.split("。", 1);
  const compared = new RegExp(`${String(year)}年(?:度)?[^，。；]{0,12}[比较与]${line.text.slice(start, end)}年`);
  return clause.includes(`${String(year)}年`) || compared.test(rest);
}

/** A budget tells of the end of the year before, final accounts of that of their own. */
function judgeCutOff(ledger: Ledger, line: Line, from: number, to: number, year: number, isFinal: boolean): void {
  const text = line.text.slice(from, to);
  const match = CUT_OFF.exec(text) ?? (isFinal ? null : ANY_DAY.exec(text));
  const found = match?.[1] ?? match?.[2];
  const right = isFinal ? year : year - 1;
  if (!match || found === undefined || Number(found) === right) return;
  // 较2025年末减少: final accounts compare with it.
  if (isFinal && /[比较与和同]$/.test(text.slice(0, match.index))) return;
  if (!CUT_OFF.test(text) && Number(found) > right) return;
  const people = PEOPLE.exec(line.text.slice(from + match.index, to));
  if (!people && !ASSETS.test(line.text.slice(from + match.index, to))) return;
  const start = from + match.index + match[0].indexOf(found);
  const at = { line, start, end: start + found.length };
  doubtYear(
    ledger,
    at,
    `${String(year)}年的${isFinal ? "决算说的是当年年底" : "预算说的是上年年底"}${people ? "有多少人" : "占用使用的资产"}，这里写${found}年。`,
    "请核对截止时间和后面的数是哪一天的。",
  );
}

function judgeNames(ledger: Ledger, names: readonly Span[], organisation: string | null): void {
  const named = names.filter((name) => !OURSELVES.test(spanText(name)));
  const own = commonest(named.map(spanText));
  if (own === null || named.filter((one) => spanText(one) === own).length < LEAST || own.length < SHORTEST_NAME) return;
  const known = [own, canon(organisation ?? "")].filter((one) => one !== "");
  for (const at of named) {
    const found = spanText(at);
    if (!OFFICE.test(found) || known.some((one) => found.includes(one) || one.includes(found)) || ledger.isFaulted(at)) continue;
    ledger.fault({
      id: "S03",
      category: "name",
      severity: "warning",
      at,
      message: `别的句子都从“${own}”说起，这里写“${found}”。`,
      advice: "请看是单位名称写错了，还是整句抄了别的单位的。",
    });
  }
}
const SHORTEST_NAME = 4;
export const OFFICE = /(?:局|办|室|委|会|院|校|学|所|站|厅|馆|园|队|部|处|镇|乡|街道|中心|公司|政府)$/u;
