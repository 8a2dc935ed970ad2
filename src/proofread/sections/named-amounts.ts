import { fullAddress, type CellRef } from "../../amount/cell-ref";
import { Exact } from "../../amount/exact";
import { formatAmount, formatPercent, GROUPED } from "../../amount/format";
import { share, yearOnYear } from "../../amount/ratio";
import { judgeShare } from "../../amount/tolerance";
import { canon } from "../../text/canon";
import type { Book } from "../book";
import type { Ledger } from "../ledger";
import { figuresOf, type Stated } from "../read/figures";
import type { Line } from "../text/lines";

/** An amount of the tables, and what a sentence has to name for it to be meant. */
interface Named {
  readonly row: string;
  readonly column: string;
  readonly isTotal: boolean;
  readonly cell: CellRef | null;
}

/** So many figures back the whole may stand of which a share is said. */
const WHOLES = 16;
/** How far before an amount its name may stand. */
const REACH = 40;
const TOTAL = /总计|合计|总预算|总额|预算|收入|支出/;
const DOWN = /减少|下降|降低|压减/;

/**
 * Sentences of which no family's pattern is known: an amount is proved where the words before it name the row or the column
 * in which the tables have it; a change by its own amount and rate; a share by the total before it. Nothing is blamed, for
 * nobody knows what such a sentence ought to say.
 */
export function readNamedAmounts(ledger: Ledger, lines: readonly Line[]): void {
  const index = indexOf(ledger);
  let before: readonly Stated[] = [];
  for (const line of lines) {
    const figures = figuresOf(line);
    for (const stated of figures) named(ledger, stated, index);
    figures.forEach((stated, at) => {
      const [delta, rate] = [figures[at + 1], figures[at + 2]];
      if (delta && rate) changed(ledger, stated, delta, rate);
    });
    shares(ledger, figures, before);
    before = [...before, ...figures].slice(-WHOLES);
  }
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
          column: bare(heading),
          isTotal: row.kind === "total",
          cell: table.cell(row, key),
        };
        const printed = value.round(2).toString();
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

/** 一般公共服务（类）支出 is 一般公共服务支出. */
const bare = (words: string): string =>
  canon(words).replace(/（[类款项]）|(?<![一二三四五六七八九十\d])[一二三四五六七八九十\d]+[、.]|其中：|支出$|收入$/g, "");

function named(ledger: Ledger, stated: Stated, index: ReadonlyMap<string, readonly Named[]>): void {
  if (!stated.value || stated.unit !== "amount" || ledger.standing(stated)) return;
  const { line, start } = stated.span;
  const before = bare(line.text.slice(Math.max(0, start - REACH), start));
  const found = (index.get(stated.value.toString()) ?? []).find(
    ({ row, column, isTotal }) => (row.length > 1 && before.includes(row)) || (isTotal && (TOTAL.test(before) || before.includes(column))),
  );
  if (found) ledger.prove(stated, `与公开表一致${found.cell ? `（见${fullAddress(found.cell)}）` : ""}`);
}

/** A万元，…比上年增加D万元，增长R%: the rate is that of the change against what was there before it. */
function changed(ledger: Ledger, current: Stated, delta: Stated, rate: Stated): void {
  if (current.unit !== "amount" || delta.unit !== "amount" || rate.unit !== "percent" || !current.value || !delta.value || !rate.value)
    return;
  const { line } = delta.span;
  const [lead, growth] = [line.text.slice(current.span.end, delta.span.start), line.text.slice(delta.span.end, rate.span.start)];
  if (!/(?:增加|减少|增长|下降)$/.test(lead) || !/^[，、（]?(?:增长|下降|减少|增加|降低|上升|增幅|降幅)?$/.test(growth)) return;
  const change = DOWN.test(lead.slice(-2)) ? delta.value.abs().negated() : delta.value.abs();
  const prior = current.value.minus(change);
  if (prior.sign() < 0 || !yearOnYear(current.value, prior).rate.round(rate.value.decimals()).equals(rate.value.abs())) return;
  const working = `由本句推出上年 = ${formatAmount(prior, GROUPED)}，${formatAmount(delta.value, GROUPED)} ÷ ${formatAmount(prior, GROUPED)} = ${formatPercent(rate.value, GROUPED)}`;
  for (const stated of [delta, rate]) if (!ledger.standing(stated)) ledger.prove(stated, working);
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
    if (whole?.value)
      ledger.prove(
        rate,
        `${formatAmount(part.value, GROUPED)} ÷ ${formatAmount(whole.value, GROUPED)} = ${formatPercent(share(part.value, whole.value) ?? Exact.zero, GROUPED)}`,
      );
  });
}

const fits = (part: Exact, whole: Exact, rate: Exact | null): boolean =>
  rate !== null && (judgeShare(part, whole, rate) !== "broken" || share(part, whole)?.round(rate.decimals()).equals(rate) === true);
