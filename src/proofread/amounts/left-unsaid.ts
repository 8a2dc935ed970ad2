import { Exact } from "../../amount/exact";
import { formatAmount, formatPercent, GROUPED } from "../../amount/format";
import type { Recognised, Row, Table } from "../../workbook/recognised";
import type { Ledger } from "../ledger";
import { judgeSum } from "../../amount/tolerance";
import { figuresOf, firstFigure, type Stated } from "../read/figures";
import { spanText, type Line } from "../text/lines";
import { endsParts } from "../sections/enumerated";
import { listMark } from "../text/list-mark";
import { SENTENCE } from "./required";
import { clauseBefore, isChange, wordsBefore } from "./clause";
import { depthsOf } from "./depths";
import { bare, type Named } from "./held";
import { isShareBehind } from "./share-behind";

/**
 * Texts of which no family's sentences are known: what most of its kind is told of, and one is not; what an enumeration lacks of
 * its whole where the tables have just that, or what the shares of its parts do not come to.
 */
export function judgeLeftUnsaid(ledger: Ledger, lines: readonly Line[], index: ReadonlyMap<string, readonly Named[]>): void {
  const prose = lines.filter(({ kind }) => kind !== "row");
  for (const line of prose) judgeParts(ledger, line, index, prose);
  judgeHalves(ledger, prose);
  for (const set of setsOf(ledger, prose)) judgeSet(ledger, prose, set);
}

/** 与2025年预算数21.00万元相比: no part of anything. */
const COMPARED_WITH = /[比较与同](?:上年|上一年|去年|20\d\d年)[^，。；：\d]{0,16}$/;
const LISTS = /其中[：，]|其中(?=\p{sc=Han})|(?:收入|支出)?包括[：，]?(?=\p{sc=Han})/gu;

export interface Listed {
  readonly whole: Stated;
  readonly parts: readonly Stated[];
  /** Another list stands in it, or its sentence goes on in another line: not all of its parts are known. */
  readonly cut: boolean;
}

/** What is listed behind 其中 and 包括, in brackets or out of them, each with the amount right before, or that the paragraph begins with. */
export function listsOf(line: Line): readonly Listed[] {
  const depths = depthsOf(line.text);
  const figures = figuresOf(line).filter((one) => one.unit === "amount" && !isChange(one) && !COMPARED_WITH.test(wordsBefore(one)));
  const marks = [...line.text.matchAll(LISTS)].map(({ index }) => index);
  const first = figures.find(({ span }) => span.end <= (marks[0] ?? 0));
  const lastStop = line.text.lastIndexOf("。");
  let behind = 0;
  return marks.flatMap((mark, place) => {
    const depth = depths[mark] ?? 0;
    const next = marks[place + 1] ?? Infinity;
    while ((figures[behind]?.span.end ?? Infinity) <= mark) behind += 1;
    const words = line.text.slice(mark, next);
    const closed = depths.slice(mark, next).findIndex((one) => one < depth);
    // What divides a part of another list ends where the next of its parts begins.
    const within = place > 0 && !line.text.slice(marks[place - 1], mark).includes("。");
    const apart = within ? words.indexOf("；") : -1;
    // 其中甲A万元、乙B万元，2024年…较上年增加: what begins with a year behind parts that do not is no part.
    const dated = /^[^，。；：]{0,6}20\d\d年/.test(words) ? -1 : words.search(NEXT_YEAR);
    const end = Math.min(next, ...[words.indexOf("。"), closed, apart, dated].map((at) => (at < 0 ? Infinity : mark + at)));
    const before = figures[behind - 1];
    const whole = before && BESIDE.test(line.text.slice(before.span.end, mark)) ? before : first;
    const here = figures.slice(behind, firstFigure(figures, end));
    const parts = ofOneLevel(here.filter(({ span }) => span.start >= mark && span.end <= end && depths[span.start] === depth));
    return whole && whole.span.end <= mark && parts.length > 0 ? [{ whole, parts, cut: next <= end || mark > lastStop }] : [];
  });
}
const NEXT_YEAR = /(?<=元[，；])(?:20\d\d|本)年/;
const BESIDE = /^[，：（]{0,2}$/;

/** 甲3.00万元，包括丙1.00万元和丁2.00万元；乙…: what a part is divided into, up to the next of its own level, is no part beside it. */
function ofOneLevel(all: readonly Stated[]): readonly Stated[] {
  let divided: Stated | null = null;
  const joints = all.map(({ span: { line, start } }, at) => line.text.slice(all[at - 1]?.span.end ?? start, start));
  const end = joints.findIndex(
    (joint, at) => endsParts(joints.slice(1, at), joint) || (at > 0 && (NEXT_MARK.test(joint) || OF_ALL.test(joint))),
  );
  return (end < 0 ? all : all.slice(0, end)).filter((part) => {
    const { text } = part.span.line;
    // …，合计10.00万元, behind what it sums up.
    if (SUMMED_UP.test(text.slice(0, part.span.start))) return false;
    const isWithin = divided !== null && !NEXT_LEVEL.test(text.slice(divided.span.end, part.span.start));
    if (!isWithin) divided = DIVIDED.test(text.slice(part.span.end)) ? part : null;
    return !isWithin;
  });
}
/** 其中甲A万元，乙B万元，三、2026年丙C万元: the next entry of the list that the whole is an entry of. */
const NEXT_MARK = /[，。；](?:[二三四五六七八九十]{1,3}、|（[二三四五六七八九十]{1,3}）)/;
/** ，支出总预算C万元; ，预算总支出C万元: the other side of the balance; ，工程总投资C亿元: of all years and all who pay. */
const OF_ALL = /(?:总(?:收入|支出|预算|投资|概算)|投资总额|(?:收入|支出)(?:预算)?总[计额])(?:预算)?(?:数)?(?:为|是)?$/;
const DIVIDED = /^(?:：|，?(?:其中|包括|包含))/;
const NEXT_LEVEL = /[；。]/;
const SUMMED_UP = /(?:合计|共计|总计)(?:为)?$/;

/** 总预算A万元，其中：甲B万元；乙C万元: more than the whole; or less, by what the tables have under a name that is not there. */
function judgeParts(ledger: Ledger, line: Line, index: ReadonlyMap<string, readonly Named[]>, lines: readonly Line[]): void {
  for (const { whole, parts: all, cut } of listsOf(line)) {
    const value = whole.value;
    const parts = upToWhole(whole, all);
    if (!value || value.isZero() || [whole, ...parts].some((one) => one.value === null || ledger.isFaulted(one.span))) continue;
    const rest = value.minus(sumOf(parts));
    const last = parts.at(-1);
    if (!ledger.book.withWorkbook && (cut || !BEHIND.test(line.text.slice(whole.span.end, parts[0]?.span.start)))) continue;
    if (rest.sign() < 0 && last && judgeSum(rest, parts.length, ledger.book.lastPlace) === "broken") {
      if (!isOfSeveral(whole, rest)) tellMore(ledger, whole, parts, last, rest);
    } else if (!rest.isZero() && isTotalOf(parts, index) && !index.has(value.toString())) tellOther(ledger, whole, parts);
    else if (rest.sign() > 0 && !cut && !isFaultedBehind(ledger, whole)) {
      const told = parts.length >= LEAST_PARTS && tellLess(ledger, line, value, rest, index);
      if (!told) tellLeftOver(ledger, whole, parts, rest, lines);
    }
  }
}
const LEAST_PARTS = 2;

/** What cannot be read in the sentence of the list, or stands there without its unit, may be the part that is lacking. */
function isFaultedBehind(ledger: Ledger, { span: { line, end } }: Stated): boolean {
  const stop = line.text.indexOf("。", end);
  return ledger.isFaulted({ line, start: end, end: stop < 0 ? line.text.length : stop });
}

/** 甲A万元，乙B万元，其中丙C万元: what is part of several amounts side by side may be more than the last of them. */
function isOfSeveral(whole: Stated, rest: Exact): boolean {
  const { line, start } = whole.span;
  const before = figuresOf(line, 0, start)
    .filter((one) => one.unit === "amount")
    .at(-1);
  const joint = before ? line.text.slice(before.span.end, start) : "";
  return before?.value?.plus(rest).sign() !== -1 && !isChange(before ?? whole) && BESIDE_IT.test(joint);
}
/** ，政府性基金预算拨款 */
const BESIDE_IT = /^[，、和及](?!其中|包括)[^，。；：\d]{2,20}$/;
/** 货物A万元、工程B万元、服务C万元，其余的另说: where the parts have come to the whole and another mark follows, the list is over. */
function upToWhole({ value }: Stated, parts: readonly Stated[]): readonly Stated[] {
  const marks = parts.map(({ span: { line, end } }) => line.text.charAt(end));
  let sum: Exact = Exact.zero;
  for (const [at, part] of parts.entries()) {
    sum = sum.plus(part.value ?? Exact.zero);
    const mark = marks[at] ?? "";
    if (at > 0 && at + 1 < parts.length && value?.equals(sum) === true && !marks.slice(0, at).includes(mark)) return parts.slice(0, at + 1);
  }
  return parts;
}
/** Without tables only what is listed right behind an amount is certainly part of it. */
const BEHIND = /^[，。；]?(?:其中[：，]?\d{7})?[^，。；\d]{0,24}$/;

/** What the parts come to is a total of the tables, and the whole that is written is nowhere in them. */
const isTotalOf = (parts: readonly Stated[], index: ReadonlyMap<string, readonly Named[]>): boolean =>
  parts.length >= LEAST_PARTS && index.get(sumOf(parts).round(2).toString())?.some(({ isTotal }) => isTotal) === true;
const sumOf = (parts: readonly Stated[]): Exact => Exact.sum(parts.flatMap(({ value }) => value ?? []));

function tellOther(ledger: Ledger, whole: Stated, parts: readonly Stated[]): void {
  ledger.blame(whole);
  ledger.fault({
    id: "B-和",
    category: "sum",
    severity: "warning",
    at: whole.digits,
    message: `后面列出的各项合起来是${formatAmount(sumOf(parts), GROUPED)}万元，公开表的合计也是这个数，这里写${spanText(whole.digits)}。`,
    advice: "请对照公开表核对。",
  });
}

function tellMore(ledger: Ledger, whole: Stated, parts: readonly Stated[], last: Stated, rest: Exact): void {
  for (const stated of [whole, ...parts]) if (ledger.standing(stated)?.kind !== "proved") ledger.blame(stated);
  ledger.fault({
    id: "B-和",
    category: "sum",
    severity: "warning",
    at: { ...whole.span, end: last.span.end },
    message: `后面列出的${String(parts.length)}个数合起来比${spanText(whole.span)}多${formatAmount(rest.abs(), GROUPED)}万元。`,
    advice: "请核对这几个数，看是哪一个写错了。",
  });
}

/** Whether the tables have just that. */
export function tellLess(ledger: Ledger, line: Line, whole: Exact, rest: Exact, index: ReadonlyMap<string, readonly Named[]>): boolean {
  const lacking = (index.get(rest.round(2).toString()) ?? []).find(
    ({ row, isTotal, column }) => (isTotal ? column.length > 1 && !line.text.includes(column) : row.length > 1) && !line.text.includes(row),
  );
  if (!lacking) return false;
  ledger.lacks(line, {
    message: `列出的各项加起来比${formatAmount(whole, GROUPED)}少${formatAmount(rest, GROUPED)}，公开表上“${lacking.isTotal ? lacking.column : lacking.row}”正是这个数，这里没有说到。`,
    advice: "请看是不是漏了一项。",
    ...(lacking.cell && { cells: [lacking.cell] }),
  });
  return true;
}

/**
 * 其中：甲A万元，占a%；乙B万元，占b%: of which the shares do not come to all of it either; or what is left over is just what the text
 * says elsewhere of something that is not named here.
 */
function tellLeftOver(ledger: Ledger, whole: Stated, parts: readonly Stated[], rest: Exact, lines: readonly Line[]): void {
  const { line } = whole.span;
  const last = parts.at(-1);
  const words = line.text.slice(whole.span.end, last?.span.end);
  if (
    !last ||
    rest.equals(whole.value ?? rest) ||
    parts.length < LEAST_PARTS ||
    SOME.test(words) ||
    judgeSum(rest, parts.length, ledger.book.lastPlace) !== "broken"
  )
    return;
  const figures = figuresOf(line);
  const rates = parts.flatMap((part) => {
    const next = figures[figures.indexOf(part) + 1];
    return next?.value && isShareBehind(part, next) ? [next.value] : [];
  });
  const all = Exact.sum(rates);
  const isOpen = rates.length === parts.length && all.toNumber() < ALL - parts.length * SHARE_ROUNDED;
  const elsewhere = isOpen ? undefined : saidElsewhere(rest, line, lines);
  if (!isOpen && elsewhere === undefined) return;
  ledger.lacks(line, {
    severity: "info",
    message: `列出的各项加起来比${spanText(whole.span)}少${formatAmount(rest, GROUPED)}万元，${isOpen ? `占比合起来是${formatPercent(all, GROUPED)}` : `别处“${elsewhere ?? ""}”正是这个数，这里没有说到`}。`,
    advice: "请看是不是漏了一项。",
  });
}
const ALL = 100;
const SHARE_ROUNDED = 0.1;
/** Not all of them are listed. */
const SOME = /主要|等/;

/** Under which name another paragraph has an amount; one that this paragraph does not name. */
function saidElsewhere(amount: Exact, { text }: Line, lines: readonly Line[]): string | undefined {
  if (amount.decimals() < 1) return undefined;
  for (const [at, line] of lines.entries())
    for (const stated of figuresOf(line)) {
      if (stated.unit !== "amount" || stated.value?.equals(amount) !== true || isChange(stated)) continue;
      const name = clauseBefore(stated, lines[at - 1]?.text);
      if (name.length >= SHORTEST_NAME && !text.includes(name)) return name;
    }
  return undefined;
}
const SHORTEST_NAME = 4;

/** 收支总预算A万元。收入包括：…；支出包括：…。 Where one half of it is told, the other is. */
function judgeHalves(ledger: Ledger, lines: readonly Line[]): void {
  lines.forEach((line, at) => {
    const from = line.text.search(BALANCE);
    if (from < 0) return;
    const behind = lines.slice(at + 1, at + 1 + NEXT_LINES);
    const next = behind.findIndex(({ kind, text }) => kind === "heading" || listMark({ text }) !== null);
    const said = [line.text.slice(from), ...behind.slice(0, next < 0 ? undefined : next).map(({ text }) => text)].join("");
    const [income, expenditure] = [
      /收入(?:主要)?(?:包括|全部为)|本年收入\d/.test(said),
      /支出(?:主要)?(?:包括|全部为)|本年支出\d/.test(said),
    ];
    const other = income ? "支出" : "收入";
    if (
      income === expenditure ||
      said
        .replace(BALANCE, "")
        .replace(/收支|拨款收入/g, "")
        .includes(other)
    )
      return;
    ledger.lacks(line, {
      severity: "info",
      message: `这里说了${income ? "收入" : "支出"}包括什么，没有说${other}包括什么。`,
      advice: "请看是不是漏了一句。",
    });
  });
}
/** So many paragraphs may tell of one balance. */
const NEXT_LINES = 4;
const BALANCE = /收支(?:预算)?(?:总预算|总计|预算)/;

/** Amounts that are told together or not at all. */
type Told = readonly { readonly name: string; readonly value: Exact }[];

function setsOf({ book }: Ledger, lines: readonly Line[]): readonly Told[] {
  const { tables } = book.recognised;
  const rows = (table: Table | undefined, column: string, is: (row: Row) => boolean): Told =>
    (table?.rows ?? []).filter(is).flatMap((row) => {
      const value = table?.amount(row, column);
      return value && !value.isZero() ? [{ name: bare(row.name), value }] : [];
    });
  const across = (table: Table | undefined, columns: readonly string[]): Told => {
    const total = table?.rows.find(({ kind }) => kind === "total");
    return columns.flatMap((key) => {
      const value = total ? table?.amount(total, key) : null;
      return value && !value.isZero() ? [{ name: bare(table?.columns.get(key)?.heading ?? key), value }] : [];
    });
  };
  const income = tables.get("income");
  const [general, fiscal] = [tables.get("general"), tables.get("fiscal")];
  return [
    across(
      income,
      [...(income?.columns.keys() ?? [])].filter((key) => key !== "总计"),
    ),
    across(tables.get("expenditure"), ["基本支出", "项目支出"]),
    across(tables.get("basic"), ["人员经费", "公用经费"]),
    wholes(tables).filter(({ name }) => lines.some(({ text }) => SENTENCE.test(text) && text.includes(name))),
    [
      ...across(income, ["总计"]).map(({ value }) => ({ name: "收入", value })),
      ...across(tables.get("expenditure"), ["合计"]).map(({ value }) => ({ name: "支出", value })),
    ],
    rows(fiscal, "合计", ({ kind }) => kind === "class"),
    rows(general, "合计", ({ kind }) => kind === "class"),
    rows(general, "合计", ({ kind }) => kind === "item"),
    Object.entries(OF_THREE).flatMap(([line, name]) =>
      rows(tables.get("threePublic"), "合计", (row) => row.line === line).map(({ value }) => ({ name, value })),
    ),
  ].map((set) => set.filter(({ name }) => name.length > 1 && name !== "小计"));
}
/** What every text tells of by these names. */
const WHOLES = { general: "一般公共预算", basic: "基本支出", threePublic: "三公", funds: "政府性基金" } as const;
const wholes = (tables: Recognised["tables"]): Told =>
  Object.entries(WHOLES).flatMap(([key, name]) => {
    const table = tables.get(key as keyof typeof WHOLES);
    const total = table?.rows.find(({ kind }) => kind === "total");
    const value = total ? table?.amount(total, "合计") : null;
    return value && !value.isZero() ? [{ name, value }] : [];
  });
const OF_THREE = { 因公出国: "因公出国", 公务接待费: "公务接待费", 公务用车小计: "公务用车" };

/** How far before an amount its name may stand. */
const REACH = 40;

/** One of three or more that all the others are told of, or one of two; where it is told under the same name in another amount, that is another fault. */
function judgeSet(ledger: Ledger, lines: readonly Line[], set: Told): void {
  if (set.length < 2) return;
  const told = set.map(({ name, value }) =>
    lines.find((line, at) => figuresOf(line).some((stated) => isSaid(line, stated, name, value, lines[at - 1]?.text))),
  );
  const missing = set.flatMap((one, at) => (told[at] ? [] : [{ ...one, at }]));
  const [one] = missing;
  if (!one || missing.length > 1) return;
  if (lines.some((line) => figuresOf(line).some((stated) => stated.unit === "amount" && nameBefore(line, stated).includes(one.name))))
    return;
  const line = told.slice(0, one.at).reverse().find(Boolean) ?? told.find(Boolean);
  if (!line || ledger.isLacking(line.index)) return;
  ledger.lacks(line, {
    severity: "info",
    message: `公开表上“${one.name}”是${formatAmount(one.value, GROUPED)}万元，同类的都说到了，说明里没有说到它。`,
    advice: "请看是不是漏了一句。",
  });
}

/** Under its name, or alone below a line that is its name. */
function isSaid(line: Line, stated: Stated, name: string, amount: Exact, above: string | undefined): boolean {
  if (stated.unit !== "amount" || stated.value?.equals(amount) !== true) return false;
  return [nameBefore(line, stated), clauseBefore(stated, above)].some((words) => words.includes(bare(name)));
}

const nameBefore = ({ text }: Line, { span }: Stated): string => bare(text.slice(Math.max(0, span.start - REACH), span.start));
