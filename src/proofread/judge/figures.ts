import { spanText } from "../text/lines";
import type { CellRef } from "../../amount/cell-ref";
import { Exact } from "../../amount/exact";
import { formatAmount, formatPercent, GROUPED, lessOrMore } from "../../amount/format";
import { share } from "../../amount/ratio";
import { judgeShare, judgeSame, possibleShares } from "../../amount/tolerance";
import type { Figure } from "../../narrative/figure";
import { besideTables, seeCells, shown, written, type Entry, type Ledger } from "../ledger";
import { printedPlaces, TWO_NUMBERS, valueOf, type Stated } from "../read/figures";

/** Why a quantity of the workbook is unknown, in Chinese. */
export function gapOf(ledger: Ledger, figure: Figure | null): string {
  if (!ledger.book.withWorkbook) return "没有工作簿，文内也没有可以印证它的数";
  if (!figure || figure.known) return "表上没有这个数，请人工核对";
  const { instead } = figure;
  if (instead.kind === "todo") return `填报表里还没有填，无从核对：${instead.todo.message}`;
  return instead.kind === "words" && instead.gap !== undefined ? `工作簿里找不到：${instead.gap}` : "工作簿里找不到这个数";
}

/** Notes a quantity and holds it against the workbook. Same quantity, same rounding: nothing is forgiven (docs/rules.md 0.2). */
export function judgeFigure(ledger: Ledger, id: string, what: string, stated: Stated, figure: Figure | null): Entry {
  const entry: Entry = { id, what, stated, figure };
  if (!ledger.entries.has(id)) ledger.entries.set(id, entry);
  if (stated.value === null) {
    unreadable(ledger, stated, figure);
  } else if (figure?.known) {
    const verdict = judgeSame(stated.value.minus(figure.value));
    if (verdict === "holds") ledger.prove(stated, figure.working);
    else if (figure.orWith && stated.value.equals(figure.orWith.value)) ledger.prove(stated, figure.orWith.working);
    else if (figure.atMost !== undefined && stated.value.compare(figure.value) < 0) ledger.leave(stated, figure.atMost);
    else if (isCoarse(stated, figure.value)) coarse(ledger, what, stated, figure);
    else differs(ledger, what, stated, stated.value, figure, verdict === "offByOne" && stated.unit === "amount" ? "warning" : "error");
  } else ledger.leave(stated, gapOf(ledger, figure));
  return entry;
}

/** Said in whole 万元: the table has more decimals, and the two are less than one apart. */
export function isCoarse({ value, unit, written: said }: Stated, right: Exact): boolean {
  return (
    value !== null &&
    unit === "amount" &&
    said === "万元" &&
    value.decimals() === 0 &&
    right.decimals() > 0 &&
    value.minus(right).abs().compare(Exact.ofUnits(1)) < 0 &&
    right.abs().compare(Exact.ofUnits(1000)) > 0
  );
}

function coarse(ledger: Ledger, what: string, stated: Stated, figure: Extract<Figure, { known: true }>): void {
  ledger.prove(stated, `只写到整数：${figure.working}`);
  const rounded = stated.value?.equals(figure.value.round(0)) === true;
  ledger.fault({
    id: "B05",
    category: "figure",
    severity: rounded ? "info" : "warning",
    at: stated.digits,
    message: `${what}只写到整数，表上是${shown(figure.value)}万元${rounded ? "" : "，也不是四舍五入的结果"}${seeCells(figure.cells)}。`,
    expected: formatAmount(figure.value, ledger.book.amounts),
    replaces: true,
    left: stated.value,
    right: figure.value,
    cells: figure.cells,
    ...(rounded ? {} : { cause: "tail" }),
  });
}

export function unreadable(ledger: Ledger, stated: Stated, figure: Figure | null): void {
  if (TWO_NUMBERS.test(spanText(stated.digits))) {
    ledger.leave(stated, "这里一连写了两个数");
    return;
  }
  const right = figure?.known ? written(ledger.book, figure.value, stated) : "";
  ledger.blame(stated);
  ledger.fault({
    id: "B-数",
    category: "figure",
    severity: "error",
    at: stated.digits,
    ...besideTables((is) => `这里的数字写法有误，读不成一个数${right === "" ? "" : `，${is}${right}`}。`),
    ...(figure?.known ? { expected: right, replaces: true, right: figure.value, cells: figure.cells } : {}),
    advice: "请对照公开表改正。",
  });
}

function differs(
  ledger: Ledger,
  what: string,
  stated: Stated,
  value: Exact,
  figure: Extract<Figure, { known: true }>,
  severity: "warning" | "error",
): void {
  const unit = stated.unit === "amount" ? "万元" : stated.written;
  const difference = value.minus(figure.value);
  const inUnit = (one: Exact): string => (stated.unit === "count" && one.decimals() === 0 ? one.toString() : shown(one));
  // 1,14，5.03: the rest of the number stands before a comma.
  const isTorn = /\d，$/.test(stated.digits.line.text.slice(Math.max(0, stated.digits.start - 2), stated.digits.start));
  const isCertain = figure.atMost === undefined && figure.orWith === undefined && !isTorn;
  const expected = isCertain ? written(ledger.book, figure.value, stated) : "";
  const scaled = value.equals(figure.value.shifted(4)) || value.equals(figure.value.shifted(-4));
  ledger.blame(stated);
  ledger.fault({
    id: "B-数",
    category: "figure",
    severity,
    at: stated.digits,
    ...besideTables(
      (is) =>
        `${what}：说明写${inUnit(value)}${unit}，${figure.atMost === undefined ? is : "最多是"}${inUnit(figure.value)}${unit}，${lessOrMore(difference)}${inUnit(difference.abs())}${seeCells(figure.cells)}。`,
    ),
    // In whole 万元 it may have been rounded or cut off: nobody knows what stood there.
    expected,
    replaces: expected !== "" && valueOf(expected, stated.written)?.equals(figure.value) === true,
    formula: `说明[${what}] = ${figure.working}`,
    why: "同一个数在表上和说明里应当完全一样",
    ...(severity === "warning" ? { cause: "tail" } : {}),
    advice: scaled ? "像是万元和元弄混了。" : severity === "warning" ? "只差0.01，请看是不是分别取整造成的。" : "",
    left: value,
    right: figure.value,
    cells: figure.cells,
  });
}

/** What a share is of, and the cells that say so. */
export interface Whole {
  readonly value: Exact;
  readonly cells: readonly CellRef[];
}

/** 占比 (docs/rules.md 0.5): from the workbook's figures where it has them, else from those of the text. */
export function judgeShareOf(
  ledger: Ledger,
  what: string,
  stated: Stated,
  part: Entry | null,
  of: Whole | null,
  isCertainWhole = true,
): void {
  const amount = ledger.value(part);
  if (stated.value === null) {
    unreadable(ledger, stated, null);
    return;
  }
  const whole = of?.value ?? null;
  if (amount === null || whole === null) {
    ledger.leave(stated, "合计数没有找到，算不出占比");
    return;
  }
  const verdict = judgeShare(amount, whole, stated.value);
  const right = share(amount, whole) ?? Exact.zero;
  const working = `${shown(amount)} ÷ ${shown(whole)} = ${formatPercent(right, GROUPED)}`;
  if (ledger.freely && isShareOf(ledger, amount, whole, stated)) {
    ledger.prove(stated, working);
    return;
  }
  if (verdict !== "broken") ledger.prove(stated, working);
  if (verdict === "holds") return;
  if (verdict === "broken") ledger.blame(stated);
  const [least, most] = possibleShares(amount, whole);
  const certain = isCertainWhole && least !== null && most !== null && least.equals(most);
  const either =
    certain || !least || !most || least.equals(most)
      ? ""
      : `（按元计算，${formatPercent(least, GROUPED)}或${formatPercent(most, GROUPED)}都可能）`;
  ledger.fault({
    id: "B-占",
    category: "share",
    severity: verdict === "broken" ? "error" : "info",
    at: stated.digits,
    message:
      verdict === "broken"
        ? `${what}占比：说明写${formatPercent(stated.value, GROUPED)}，${isCertainWhole ? "应为" : "按总数算是"}${working}${either}。`
        : `${what}占比：按印出的万元数算，${working}；说明写${formatPercent(stated.value, GROUPED)}，可能是按元计算的尾差。`,
    // Without tables the amounts may be what is wrong.
    ...(certain && verdict === "broken" && ledger.book.withWorkbook
      ? { expected: written(ledger.book, right, stated), replaces: true }
      : {}),
    formula: working,
    why: "占比 = 本项 ÷ 合计，两位小数",
    left: stated.value,
    right,
    cells: [...cellsBehind(part), ...(of?.cells ?? [])],
  });
}

/** A share as offices print it: with fewer decimals, or off by one in the last place, so that the shares make up the whole. */
export function isShareOf({ book }: Ledger, amount: Exact, whole: Exact, { value, digits }: Stated): boolean {
  if (value === null) return false;
  const printed = printedPlaces(spanText(digits));
  // 46.9 among shares of two decimals is 46.90.
  const decimals = printed === 0 ? 0 : Math.max(printed, book.places);
  const off = (share(amount, whole) ?? Exact.zero).round(decimals).minus(value).abs();
  return judgeShare(amount, whole, value) === "holds" || off.compare(Exact.ofUnits(1, Math.min(2, decimals))) <= 0;
}

/** The cells that a stated figure was held against; none where there is no workbook. */
export const cellsBehind = (entry: Entry | null): readonly CellRef[] => (entry?.figure?.known ? entry.figure.cells : []);
