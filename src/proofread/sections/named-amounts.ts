import { fullAddress } from "../../amount/cell-ref";
import { Exact } from "../../amount/exact";
import { formatAmount, formatPercent, GROUPED } from "../../amount/format";
import { share, yearOnYear } from "../../amount/ratio";
import { inWan, writtenIn, type Unit, type Wan } from "../../amount/unit";
import { judgeShare } from "../../amount/tolerance";
import { subjectOf } from "../../templates/common/subjects";
import type { CellValue } from "../../workbook/plain";
import { canon } from "../../text/canon";
import { oneSlip } from "../../text/edits";
import type { Book } from "../book";
import type { Ledger } from "../ledger";
import { figuresOf, type Stated } from "../read/figures";
import { spanText, type Line } from "../text/lines";
import { bare, type Held, type Named } from "./held-amounts";
import { judgeLeftUnsaid } from "./left-unsaid";
import { judgeClassName, judgeMisnamed, judgeNamed, judgeShares, judgeWays, judgeYuan } from "./strange-amounts";

/** So many figures back the whole may stand of which a share is said. */
const WHOLES = 16;
/** How far before an amount its name may stand. */
const REACH = 40;
const TOTAL = /总计|合计|总预算|总额|预算|收入|支出/;
const DOWN = /减少|下降|降低|压减|[降减跌]幅/;

/**
 * Sentences of which no family's pattern is known: an amount is proved where the words before it name the row or the column
 * in which the tables have it; a change by its own amount and rate; a share by the total before it. Blamed is only a change
 * that contradicts itself: nobody knows what such a sentence ought to say. `alone`: no family's pattern looks at them, so that an
 * amount which no table has and which is a keystroke away from the one of the name before it is told as well.
 */
export function readNamedAmounts(ledger: Ledger, lines: readonly Line[], alone: boolean): void {
  const index = indexOf(ledger);
  const byName = alone ? amountsByName(ledger) : new Map<string, readonly Held[]>();
  const totals = alone ? totalsOf(ledger) : [];
  let before: readonly Stated[] = [];
  if (alone)
    judgeYuan(
      ledger,
      lines.flatMap((line) => (line.kind === "row" ? [] : figuresOf(line))),
      index,
    );
  for (const line of lines) {
    const figures = figuresOf(line);
    for (const stated of figures) {
      named(ledger, stated, index);
      if (alone) slipped(ledger, stated, byName, index, totals);
      if (alone) judgeNamed(ledger, stated, clauseBefore(stated), byName, index);
      judgeClassName(ledger, stated);
      if (alone) judgeMisnamed(ledger, stated, clauseBefore(stated), byName, index);
    }
    figures.forEach((stated, at) => {
      const next = figures[at + 1];
      if (alone && next) judgeWays(ledger, stated, next);
      const from = at + (next && isShareBehind(stated, next) ? 2 : 1);
      const [delta, rate] = [figures[from], figures[from + 1]];
      const behind = figures.slice(0, at);
      if (delta && rate) changed(ledger, changedBy(stated, behind, delta), delta, rate, behind);
    });
    shares(ledger, figures, before);
    if (alone) judgeShares(ledger, figures, [...figures, ...before].reverse(), index);
    before = [...before, ...figures].slice(-WHOLES);
  }
  if (alone) judgeNamedShares(ledger, lines);
  if (alone && ledger.book.withWorkbook) judgeLeftUnsaid(ledger, lines, index);
}

function indexOf({ book }: Ledger): ReadonlyMap<string, readonly Named[]> {
  const index = new Map<string, Named[]>();
  for (const table of book.recognised.tables.values())
    for (const row of table.rows)
      for (const { key, heading } of table.columns.values()) {
        const value = table.amount(row, key);
        if (!value || value.isZero()) continue;
        const entry: Named = {
          row: bare(row.project ?? row.name),
          column: columnName(key, heading),
          isTotal: row.kind === "total",
          cell: table.cell(row, key),
        };
        // As a text in 万元 rounds it, and to the cent.
        for (const printed of new Set([value.round(2).toString(), value.toString()]))
          index.set(printed, [...(index.get(printed) ?? []), entry]);
      }
  for (const [name, value] of basicParts(book))
    index.set(value, [...(index.get(value) ?? []), { row: name, column: "", isTotal: false, cell: null }]);
  return index;
}

/** 人员经费 and 公用经费, where the table has the classes of 基本支出 alone. */
function basicParts(book: Book): readonly (readonly [string, string])[] {
  const basic = book.recognised.tables.get("basic");
  const amounts = (basic?.rows ?? []).flatMap((row) => {
    const value =
      row.kind === "class" && basic ? [...basic.columns.keys()].map((key) => basic.amount(row, key)).find((one) => one !== null) : null;
    return value ? [{ personnel: PERSONNEL.includes(row.code ?? ""), value }] : [];
  });
  const sum = (personnel: boolean): string =>
    Exact.sum(amounts.filter((one) => one.personnel === personnel).map(({ value }) => value))
      .round(2)
      .toString();
  return amounts.length === 0
    ? []
    : [
        ["人员经费", sum(true)],
        ["公用经费", sum(false)],
      ];
}

const PERSONNEL = ["301", "303"];

function named(ledger: Ledger, stated: Stated, index: ReadonlyMap<string, readonly Named[]>): void {
  if (!stated.value || stated.unit !== "amount" || ledger.standing(stated)) return;
  const { line, start } = stated.span;
  const before = bare(line.text.slice(Math.max(0, start - REACH), start));
  const found = (index.get(stated.value.toString()) ?? []).find(
    ({ row, column, isTotal }) => (row.length > 1 && before.includes(row)) || (isTotal && (TOTAL.test(before) || before.includes(column))),
  );
  if (found) ledger.prove(stated, `与公开表一致${found.cell ? `（见${fullAddress(found.cell)}）` : ""}`);
}

/** 小计 below 基本支出 is told by the name of the group; below 财政拨款, which every whole has a part of, by none. */
const columnName = (key: string, heading: string): string =>
  GROUP_TOTAL.test(bare(heading)) && key.endsWith("支出") ? canon(key) : bare(heading);
const GROUP_TOTAL = /^(?:小计|合计)$/;

/** The amounts of every row that is named, in whichever table and column. */
function amountsByName({ book }: Ledger): ReadonlyMap<string, readonly Held[]> {
  const byName = new Map<string, Held[]>();
  const add = (name: string, held: Held): void => {
    if (name.length >= SHORTEST_NAME) byName.set(name, [...(byName.get(name) ?? []), held]);
  };
  for (const table of book.recognised.tables.values())
    for (const row of table.rows)
      for (const { key, heading } of table.columns.values()) {
        const value = table.amount(row, key);
        if (!value || value.isZero()) continue;
        add(row.kind === "total" ? columnName(key, heading) : bare(row.project ?? row.name), { value, cell: table.cell(row, key) });
      }
  for (const [name, value] of [...classesOfItems(book), ...printedBeside(book)]) add(name, { value, cell: null });
  // Of “三公”经费 there may be none of a part, and that is said as well.
  const three = book.recognised.tables.get("threePublic");
  for (const row of three?.rows ?? []) {
    const cell = row.line === null ? null : (three?.cell(row, "合计") ?? null);
    const name = bare(row.name);
    if (cell && !byName.has(name) && three?.read(row, "合计")?.kind === "blank") add(name, { value: Exact.zero, cell });
  }
  return byName;
}
const SHORTEST_NAME = 4;

/** What the items of a class come to, in a table that does not sum them up itself. */
function classesOfItems({ recognised }: Book): readonly (readonly [string, Exact])[] {
  return [...recognised.tables.values()].flatMap((table) => {
    const items = table.rows.filter(({ kind }) => kind === "item");
    const classes = new Set(items.flatMap(({ code }) => code?.slice(0, 3) ?? []));
    return [...classes].flatMap((code) => {
      const name = subjectOf(code)?.name;
      if (name === undefined || table.rows.some((row) => row.code === code)) return [];
      const rows = items.filter((row) => row.code?.startsWith(code)).map((row) => table.sheet.values[row.position - table.sheet.top] ?? []);
      const width = Math.max(...rows.map(({ length }) => length));
      return Array.from({ length: width }, (_, column) => column).flatMap((column) => {
        const amounts = rows.flatMap((cells) => amountIn(cells[column]));
        return amounts.length === 0 ? [] : [[bare(name), Exact.sum(amounts)] as const];
      });
    });
  });
}

/** What stands beside a name on any sheet, read or not. */
function printedBeside({ recognised: { workbook, unit, tables } }: Book): readonly (readonly [string, Exact])[] {
  const units = new Map([...tables.values()].map(({ sheet, facts }) => [sheet.name, facts.unit]));
  return workbook.sheets.flatMap(({ name: sheet, values }) =>
    values.flatMap((cells) => {
      const names = cells.filter((cell): cell is string => typeof cell === "string" && HAN.test(cell)).map(bare);
      const amounts = cells.flatMap(amountIn);
      const own = units.get(sheet) ?? unit;
      return amounts.length === 0 ? [] : names.flatMap((name) => amounts.map((value) => [name, inWan(value, own)] as const));
    }),
  );
}
const HAN = /\p{sc=Han}/u;

/** A figure as it stands on a sheet, to two places; of a code likewise, which does no harm. */
const amountIn = (cell: CellValue | undefined): readonly Exact[] =>
  typeof cell === "number" && Number.isFinite(cell) ? [Exact.parse(cell.toFixed(2)) ?? Exact.zero] : [];

/** Smaller ones are a keystroke from many others. */
const LARGE = 100;
const CHANGED = /增加|减少|增长|下降|[比较]/;

/** The totals of the tables. */
function totalsOf({ book }: Ledger): readonly Held[] {
  return [...book.recognised.tables.values()].flatMap((table) =>
    table.rows
      .filter(({ kind }) => kind === "total")
      .flatMap((row) =>
        [...table.columns.keys()].flatMap((key) => {
          const value = table.amount(row, key);
          return value && !value.isZero() ? [{ value, cell: table.cell(row, key) }] : [];
        }),
      ),
  );
}

/** What is held under a name, or under one that it begins with or that begins with it: 因公出国（境）费 and 因公出国（境）费用. */
function heldOf(name: string, byName: ReadonlyMap<string, readonly Held[]>): readonly Held[] {
  const exact = byName.get(name);
  if (exact || name.length < SHORTEST_NAME) return exact ?? [];
  return [...byName].flatMap(([key, held]) => (key.startsWith(name) || name.startsWith(key) ? held : []));
}

/** 行政单位医疗（项）：2024年预算数为 */
const ITEM = /(?:^|[）：，。])([^（）：，。\d]{2,40})（项）(?:支出)?：?(?:\d{4}年(?:度)?)?(?:财政拨款)?(?:年初)?(?:预算数|预算|安排)?为?$/;
const HEADED =
  /^(?:（[一二三四五六七八九十]{1,2}）|\d{1,2}[.．、])([^，。；：\d]{2,30}?)(?:情况)?[。：](?:20\d\d年|本年)度?(?:预算)?(?:安排|数|安排数|共安排)?(?:为)?$/;
const LEAD = /^(?:其中|安排|包括|收入包括|支出包括|主要包括)+/;

/** The words between an amount and the mark before it, as the name of a row is written. */
function clauseBefore({ span: { line, start } }: Stated): string {
  const words = line.text.slice(Math.max(0, start - REACH), start).replace(/（\d{2,7}）$/, "");
  const item = ITEM.exec(words)?.[1];
  if (item !== undefined) return bare(item);
  // （二）公务接待费。2023年预算安排18.65万元
  const headed = HEADED.exec(line.text.slice(0, start))?.[1];
  if (headed !== undefined) return bare(headed);
  const clause = (/[^，。；：、\d]{1,40}$/.exec(words)?.[0] ?? "").replace(/^(?:[）).．]|年度?(?![初终底末]))/, "").replace(LEAD, "");
  return bare(clause.replace(/(?:预算数|预算)?为?$/, ""));
}

const isUnit = (written: string): written is Unit => written === "万元" || written === "元";

/** 基本支出716.35万元, which no table has, where the tables have 711.35 of 基本支出. */
function slipped(
  ledger: Ledger,
  stated: Stated,
  byName: ReadonlyMap<string, readonly Held[]>,
  index: ReadonlyMap<string, unknown>,
  totals: readonly Held[],
): void {
  if (!stated.value || stated.unit !== "amount" || !isUnit(stated.written) || ledger.standing(stated)) return;
  // That there is none of it is said, not mistyped.
  if (stated.value.isZero()) return;
  const own = stated.written;
  if (index.has(stated.value.toString())) return;
  const before = clauseBefore(stated);
  const held = heldOf(before, byName);
  if (held.some(({ value }) => stated.value?.equals(value))) {
    ledger.prove(stated, "与公开表一致");
    return;
  }
  const isSlip = ({ value }: Held): boolean => oneSlip(spanText(stated.digits), writtenIn(value as Exact<Wan>, own).toFixed(2));
  const slips = held.filter(isSlip);
  // A whole that no table has, a keystroke from one that they have, is that one by whatever name.
  const of =
    slips.length > 0 || !TOTAL.test(before) || CHANGED.test(before)
      ? slips
      : totals.filter((one) => one.value.toNumber() >= LARGE && isSlip(one));
  const [near, ...others] = of;
  if (!near || others.some(({ value }) => !value.equals(near.value)) || ledger.isFaulted(stated.span)) return;
  ledger.blame(stated);
  ledger.fault({
    id: "B-数",
    category: "figure",
    severity: "warning",
    at: stated.digits,
    message: `公开表上“${before}”是${formatAmount(writtenIn(near.value as Exact<Wan>, own), GROUPED)}${near.cell ? `（${fullAddress(near.cell)}）` : ""}，这里写${spanText(stated.digits)}，公开表上没有这个数，像是写错了。`,
    left: stated.value,
    right: near.value,
    cells: near.cell ? [near.cell] : [],
    advice: "请对照公开表核对。",
  });
}

/** 甲A万元，占P%，比上年增加…: what share it is stands between an amount and its change. */
const isShareBehind = ({ span }: Stated, next: Stated): boolean =>
  next.unit === "percent" && /^[，（]占[^，。；\d]{0,14}$/.test(span.line.text.slice(span.end, next.span.start));
const SHARE = /^[，（]占[^，。；\d]{0,14}\d{1,3}(?:\.\d{1,4})?%）?/;

/** 甲A万元，乙B万元。与上年相比，甲增加D万元: it is the amount of that name which changed. */
function changedBy(last: Stated, before: readonly Stated[], delta: Stated): Stated {
  const noun = nounOf(delta);
  if (noun === "" || clauseNoun(last).endsWith(noun)) return last;
  return before.filter((one) => one.unit === "amount" && clauseNoun(one).endsWith(noun)).at(-1) ?? last;
}
/** 与上年相比，一般公共预算收支预算增加 */
const nounOf = ({ span: { line, start } }: Stated): string =>
  bareNoun(/相比，([^，。；\d]{2,24})(?:增加|减少|增长|下降)$/.exec(line.text.slice(Math.max(0, start - REACH), start))?.[1] ?? "");
const clauseNoun = ({ span: { line, start } }: Stated): string =>
  bareNoun(/[^，。；\d]{2,40}$/.exec(line.text.slice(Math.max(0, start - REACH), start))?.[0] ?? "");
const bareNoun = (words: string): string => words.replace(/(?:各|支出|收支|预算|总额|总计|数|安排|年初|为|共){1,6}$/, "");

/**
 * A万元，…比上年增加D万元，增长R%: the rate is that of the change against what was there before it. Behind parts (A万元，其中：基本支出
 * B万元、项目支出C万元，比上年增加D万元) it may be that of the whole: one of the amounts `before`.
 */
function changed(ledger: Ledger, current: Stated, delta: Stated, rate: Stated, before: readonly Stated[]): void {
  if (current.unit !== "amount" || delta.unit !== "amount" || rate.unit !== "percent" || !current.value || !delta.value || !rate.value)
    return;
  const { line } = delta.span;
  const lead = line.text.slice(current.span.end, delta.span.start).replace(SHARE, "");
  const growth = line.text.slice(delta.span.end, rate.span.start);
  if (!/(?:增加|减少|增长|下降)$/.test(lead) || !/^[，、（]?(?:(?:同比)?(?:增长|下降|减少|增加|降低|上升|增幅|降幅))?$/.test(growth))
    return;
  const down = DOWN.test(lead.slice(-2));
  const change = down ? delta.value.abs().negated() : delta.value.abs();
  const prior = current.value.minus(change);
  const about: About = { current, delta, rate, lead, growth, down };
  if (growth.length > 1 && DOWN.test(growth) !== down && !delta.value.isZero()) {
    contradicts(ledger, about, `前面写“${lead.slice(-2)}”，后面写“${growth.replace(/[，、（]|同比/g, "")}”，方向相反。`);
    return;
  }
  if (!isChangeOf(current.value, change, rate.value)) {
    const whole = before.find(({ unit, value }) => unit === "amount" && value !== null && isChangeOf(value, change, rate.value));
    if (whole?.value) proveChange(ledger, whole.value, change, delta, rate);
    else if (isFar(prior, delta.value, rate.value, current.written === "元" ? YUAN_ROUNDED : ROUNDED))
      contradicts(ledger, about, besideRate(prior, delta.value, rate.value, lead.slice(-2)));
    return;
  }
  proveChange(ledger, current.value, change, delta, rate);
}

/** Whether the change is so many hundredths of what the amount was before it, as the rate is printed. */
function isChangeOf(current: Exact, change: Exact, rate: Exact | null): boolean {
  const prior = current.minus(change);
  return rate !== null && prior.sign() >= 0 && yearOnYear(current, prior).rate.round(rate.decimals()).equals(rate.abs());
}

function proveChange(ledger: Ledger, current: Exact, change: Exact, delta: Stated, rate: Stated): void {
  const prior = current.minus(change);
  const working = `由本句推出上年 = ${formatAmount(prior, GROUPED)}，${formatAmount(change.abs(), GROUPED)} ÷ ${formatAmount(prior, GROUPED)} = ${formatPercent(rate.value ?? Exact.zero, GROUPED)}`;
  for (const stated of [delta, rate]) if (!ledger.standing(stated)) ledger.prove(stated, working);
}

interface About {
  readonly current: Stated;
  readonly delta: Stated;
  readonly rate: Stated;
  readonly lead: string;
  readonly growth: string;
  readonly down: boolean;
}

/** ，与上年相比增加: nothing else between the amount and its change, so that the change is that amount's. */
const ONLY_COMPARED = /^[，。](?:同比|(?:比|较|与|同)(?:上年|上一年|去年|\d{4}年))[^，。；\d]{0,20}$/;

/** Farther off than rounding can be: the amounts behind the printed ones lie half of a last digit either way. */
function isFar(prior: Exact, delta: Exact, rate: Exact, rounded: number): boolean {
  if (prior.sign() <= 0) return true;
  const [before, size] = [prior.toNumber(), Math.abs(delta.toNumber())];
  const [least, most] = [(size - rounded) / (before + 2 * rounded), (size + rounded) / Math.max(rounded, before - 2 * rounded)];
  const slack = 10 ** -Math.min(2, rate.decimals());
  const said = Math.abs(rate.toNumber());
  return said < least * 100 - slack || said > most * 100 + slack;
}
const ROUNDED = 0.01;
const YUAN_ROUNDED = 0.000001;

/** …。与上年相比，甲增加, of what stands before it under that name. */
const COMPARED_AGAIN = /(?:比|较|与|同)(?:上年|上一年|去年|\d{4}年)[^，。；\d]{0,12}相比，[^，。；\d]{2,26}$/;

function besideRate(prior: Exact, delta: Exact, rate: Exact, way: string): string {
  const said = `${way}${formatAmount(delta, GROUPED)}万元`;
  if (prior.sign() <= 0) return `${said}，比本年的数还多，上年就没有了，写的幅度是${formatPercent(rate, GROUPED)}。`;
  const right = delta.abs().shifted(2).quotient(prior, 2);
  return `由本句推出上年是${formatAmount(prior, GROUPED)}万元，${said}是${formatPercent(right, GROUPED)}，写的是${formatPercent(rate, GROUPED)}。`;
}

/** Both amounts and the rate are shown, and none is proposed: any of them may be the one that is wrong. */
function contradicts(ledger: Ledger, { current, delta, rate, lead }: About, message: string): void {
  const at = { ...current.span, end: rate.span.end };
  const named = nounOf(delta);
  const isOwn = named !== "" && clauseNoun(current).endsWith(named) && COMPARED_AGAIN.test(lead);
  if (!(isOwn || ONLY_COMPARED.test(lead)) || ledger.isFaulted(at)) return;
  const proved = ledger.standing(current)?.kind === "proved";
  for (const stated of [...(proved ? [] : [current]), delta, rate]) ledger.blame(stated);
  ledger.fault({
    id: "B04",
    category: "change",
    severity: "error",
    at,
    message: `增减额和增减幅度对不上：${message}`,
    advice: "请对照上年的预算，看是哪一个写错了。",
  });
}

/** The amounts of a text by each ending of the words right before them, so long as a name may be. */
function amountsByEnding(figures: readonly Stated[]): ReadonlyMap<string, readonly Exact[]> {
  const byEnding = new Map<string, Exact[]>();
  for (const { unit, value, span } of figures) {
    if (unit !== "amount" || !value) continue;
    const before = span.line.text.slice(Math.max(0, span.start - LONGEST_NAME - 1), span.start).replace(/为$/, "");
    for (let size = SHORTEST_WHOLE; size <= Math.min(LONGEST_NAME, before.length); size += 1)
      byEnding.set(before.slice(-size), [...(byEnding.get(before.slice(-size)) ?? []).slice(-FEW), value]);
  }
  return byEnding;
}
const LONGEST_NAME = 14;
const SHORTEST_WHOLE = 3;
/** Several amounts of one name are known to be several without all of them. */
const FEW = 40;

/** 甲B万元，占支出总预算的C%: of the one amount that the text tells under that name. */
function judgeNamedShares(ledger: Ledger, lines: readonly Line[]): void {
  const all = lines.filter(({ kind }) => kind !== "row").flatMap((line) => figuresOf(line));
  const told = amountsByEnding(all);
  all.forEach((rate, at) => {
    const part = all[at - 1];
    const { line } = rate.span;
    if (rate.unit !== "percent" || part?.span.line !== line || part.unit !== "amount" || !part.value || !rate.value) return;
    if (ledger.standing(rate) || ledger.isFaulted({ ...part.span, end: rate.span.end })) return;
    const name = /^[，（]占([^，。；\d]{3,14}?)(?:的(?:比例|比重)?)?为?$/.exec(line.text.slice(part.span.end, rate.span.start))?.[1];
    const values = told.get(name ?? "") ?? [];
    const [whole] = values;
    if (name === undefined || !whole || whole.isZero() || values.some((one) => !one.equals(whole))) return;
    const right = share(part.value, whole);
    const working = `${formatAmount(part.value, GROUPED)} ÷ ${formatAmount(whole, GROUPED)} = ${right ? formatPercent(right, GROUPED) : ""}`;
    if (fits(part.value, whole, rate.value)) {
      ledger.prove(rate, working);
      return;
    }
    ledger.blame(rate);
    ledger.fault({
      id: "B-占",
      category: "share",
      severity: "warning",
      at: { ...part.span, end: rate.span.end },
      message: `${working}，这里写${spanText(rate.span)}；“${name}”是前面写的${formatAmount(whole, GROUPED)}万元。`,
      left: rate.value,
      ...(right && { right }),
      advice: "请核对金额和占比，看是哪一个写错了。",
    });
  });
}

/** 合计A万元，其中：甲B万元，占C%. */
function shares(ledger: Ledger, figures: readonly Stated[], before: readonly Stated[]): void {
  figures.forEach((rate, at) => {
    const part = figures[at - 1];
    if (rate.unit !== "percent" || part?.unit !== "amount" || !part.value || !rate.value || ledger.standing(rate)) return;
    if (!/占[^，。；\d]{0,12}$/.test(rate.span.line.text.slice(part.span.end, rate.span.start))) return;
    const whole = [...before, ...figures.slice(0, at)].find(
      ({ unit, value }) => unit === "amount" && value !== null && !value.isZero() && fits(part.value ?? Exact.zero, value, rate.value),
    );
    if (!whole) besideSiblings(ledger, figures, at);
    if (whole?.value)
      ledger.prove(
        rate,
        `${formatAmount(part.value, GROUPED)} ÷ ${formatAmount(whole.value, GROUPED)} = ${formatPercent(share(part.value, whole.value) ?? Exact.zero, GROUPED)}`,
      );
  });
}

/** 合计A万元，其中：甲B万元，占P%；乙C万元，占Q%: where the others are shares of that whole, one that is not is wrong, or its amount is. */
function besideSiblings(ledger: Ledger, figures: readonly Stated[], at: number): void {
  const [part, rate] = [figures[at - 1], figures[at]];
  const listed = figures.findIndex(
    ({ span }, index) => index < at - 1 && /^[，。；]?其中[：，]?/.test(span.line.text.slice(span.end, figures[index + 1]?.span.start)),
  );
  const whole = figures[listed]?.unit === "amount" ? figures[listed].value : null;
  if (!whole || whole.isZero() || !part?.value || !rate?.value || rate.value.isZero()) return;
  if (ledger.isFaulted({ ...part.span, end: rate.span.end })) return;
  const others = figures.filter((one, index) => {
    const before = figures[index - 1];
    if (index <= listed + 1 || index === at || one.unit !== "percent" || before?.unit !== "amount" || !before.value) return false;
    return !before.value.isZero() && fits(before.value, whole, one.value);
  });
  if (others.length === 0) return;
  const right = share(part.value, whole);
  ledger.blame(rate);
  ledger.fault({
    id: "B-占",
    category: "share",
    severity: "warning",
    at: { ...part.span, end: rate.span.end },
    message: `${formatAmount(part.value, GROUPED)} ÷ ${formatAmount(whole, GROUPED)} = ${right ? formatPercent(right, GROUPED) : ""}，这里写${spanText(rate.span)}；同一段别的占比都是照${formatAmount(whole, GROUPED)}算的。`,
    left: rate.value,
    ...(right && { right }),
    advice: "请核对金额和占比，看是哪一个写错了。",
  });
}

const fits = (part: Exact, whole: Exact, rate: Exact | null): boolean =>
  rate !== null && (judgeShare(part, whole, rate) !== "broken" || share(part, whole, rate.decimals())?.equals(rate) === true);
