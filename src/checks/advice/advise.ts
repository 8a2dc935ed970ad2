import { fullAddress, type CellRef } from "../../amount/cell-ref";
import { Exact } from "../../amount/exact";
import type { Wan } from "../../amount/unit";
import type { Recognised } from "../../workbook/recognised";
import type { IdentityCheck } from "../engine/check";
import type { Outcome } from "../engine/finding";
import type { Addend } from "../engine/instances";
import { readAddend } from "../engine/judge";
import { Money } from "../engine/money";
import { headingOf, labelOf } from "../engine/point";
import { FigureIndex, type Figure } from "./figure-index";
import { slipBetween, type Slip } from "./slips";

/** An addend with its figure, and the figure it would have to be for the formula to hold. */
interface Weighed {
  readonly addend: Addend;
  readonly amount: Exact<Wan>;
  readonly needed: Exact<Wan>;
}

/** Differences this small are found among the figures by chance. */
const TELLING = Exact.ofUnits(5, 2) as Exact<Wan>;
/** One addend in a long sum may by chance be a slip of what is needed; several are no clue. */
const MOST_CLUES = 2;

/** Makes the line of advice for broken identities: what the difference looks like, and what to look at. "" where nothing tells. `broken`: those that will be asked about; `blamed`: the one cell suspected, whose place no other cell is guessed in. */
export function adviser(recognised: Recognised, broken: readonly Outcome[]): (outcome: Outcome, blamed?: CellRef) => string {
  const inWorkbook = new Money(recognised);
  const index = new FigureIndex(
    recognised,
    broken.map(({ judged }) => judged.difference),
  );
  return ({ check, instance, judged }, blamed) => {
    const { difference } = judged;
    const money = inWorkbook.about(instance.parts.map(({ slot }) => slot.table));
    const weighed = instance.addends.flatMap((addend) => weigh(addend, difference));
    const filled = weighed.filter(({ amount }) => !amount.isZero());
    const two = filled.length === 2 && filled[0]?.addend.side !== filled[1]?.addend.side;
    const others = counterpart(recognised, check.differenceGoesTo, difference, money);
    return (
      others ??
      (two ? betweenTwo(filled, money) : inSum(filled, money, blamed)) ??
      missingFigure(weighed, filled) ??
      elsewhere(index, difference, instance.addends, money) ??
      (judged.severity === "warning" && check.severity === "error" ? "只差最后一位，可能两处取整不同；请以系统导出的数为准统一。" : "")
    );
  };
}

function weigh(addend: Addend, difference: Exact<Wan>): readonly Weighed[] {
  const reading = readAddend(addend);
  const amount = reading?.kind === "amount" ? reading.shown : Exact.zero;
  const adds = (addend.side === "left") === (addend.sign === 1);
  return [{ addend, amount, needed: adds ? amount.minus(difference) : amount.plus(difference) }];
}

const place = ({ table, row, column }: Figure): string => {
  const cell = table.cell(row, column);
  return `${cell ? fullAddress(cell) : table.label} ${labelOf(row)}·${headingOf(table, column)}`;
};
const placeOf = ({ addend }: Weighed): string =>
  addend.row ? place({ table: addend.table, row: addend.row, column: addend.column }) : addend.table.label;

function betweenTwo([a, b]: readonly Weighed[], money: Money): string | null {
  if (!a || !b) return null;
  const slip = slipBetween(a.amount, b.amount);
  return slip && `${between(slip)}：${money.shown(a.amount)} 与 ${money.shown(b.amount)}，${lookAt(slip)}。`;
}

function between(slip: Slip): string {
  if (slip.kind === "sign") return "两数正负号相反";
  if (slip.kind === "transposition") return "两数只是相邻两位数字颠倒";
  return Math.abs(slip.power) === 4 ? "两数相差一万倍" : `两数相差 ${10 ** Math.abs(slip.power)} 倍`;
}

function lookAt(slip: Slip): string {
  if (slip.kind === "sign") return "请核对正负号";
  if (slip.kind === "transposition") return "请核对录入";
  return Math.abs(slip.power) === 4 ? "请核对是否元、万元混用" : "请核对小数点";
}

/** In a sum: an addend left out or added twice, or one that a slip explains. */
function inSum(weighed: readonly Weighed[], money: Money, blamed?: CellRef): string | null {
  const alone = (one: Weighed): boolean => weighed.filter(({ addend }) => addend.side === one.addend.side).length === 1;
  const parts = weighed.filter((one) => !alone(one));
  const omitted = parts.filter(({ needed }) => needed.isZero());
  const [left] = omitted;
  if (left && omitted.length <= MOST_CLUES)
    return `差额与 ${omitted.map(placeOf).join("、")} 的 ${money.shown(left.amount)} 相同：请看合计是否漏加了这一项。`;
  const doubled = parts.filter(({ amount, needed }) => needed.equals(amount.plus(amount)));
  const [twice] = doubled;
  if (twice && doubled.length <= MOST_CLUES)
    return `差额与 ${doubled.map(placeOf).join("、")} 的 ${money.shown(twice.amount)} 相同：请看合计是否把这一项加了两遍。`;
  const slips = weighed.flatMap((one) => {
    if (blamed && !standsAt(one.addend, blamed)) return [];
    const slip = slipBetween(one.amount, one.needed);
    return slip ? [{ one, slip }] : [];
  });
  const [clue] = slips;
  if (!clue || slips.length > MOST_CLUES) return null;
  const { one, slip } = clue;
  const how =
    slip.kind === "sign"
      ? "正负号反了"
      : slip.kind === "transposition"
        ? "相邻两位数字颠倒"
        : Math.abs(slip.power) === 4
          ? "元、万元混用"
          : "小数点错位";
  return `${placeOf(one)} 的 ${money.shown(one.amount)} 改为 ${money.shown(one.needed)} 就相符，可能是${how}。`;
}

function standsAt({ table, row, column }: Addend, blamed: CellRef): boolean {
  const cell = row && table.cell(row, column);
  return cell?.sheet === blamed.sheet && cell.row === blamed.row && cell.column === blamed.column;
}

/** A row that a table lacks, or a cell left blank, where the other side has a figure. */
function missingFigure(weighed: readonly Weighed[], filled: readonly Weighed[]): string | null {
  const [only] = filled;
  const empty = weighed.filter(({ amount }) => amount.isZero());
  const [blank] = empty;
  if (!only || !blank || filled.length > 1 || empty.length > 1) return null;
  if (blank.addend.row) return `${placeOf(blank)} 是空的，请看是否漏填。`;
  return `${blank.addend.table.label}没有 ${only.addend.row ? labelOf(only.addend.row) : "这一行"}，请看是否漏了这一行，或编码、名称写得不同。`;
}

/** Another figure of the same size as the difference: first money of a kind that is easily counted in or left out. */
function elsewhere(index: FigureIndex, difference: Exact<Wan>, addends: readonly Addend[], money: Money): string | null {
  if (difference.abs().compare(TELLING) < 0) return null;
  const own = new Set(addends.map(({ table, row, column }) => `${table.key}|${row?.position ?? ""}|${column}`));
  const figures = index.ofSize(difference).filter(({ table, row, column }) => !own.has(`${table.key}|${row.position}|${column}`));
  const codes = new Set(addends.flatMap(({ row }) => (row?.code === null || row?.code === undefined ? [] : [row.code])));
  const known =
    figures.find((figure) => figure.table.key === "carriedOver" && isSource(figure)) ??
    figures.find(isSource) ??
    figures.find(({ row }) => row.code !== null && codes.has(row.code)) ??
    (figures.length <= MOST_CLUES ? figures[0] : undefined);
  if (!known) return null;
  const [first] = addends;
  const look = isSource(known) && first ? `请看${first.table.label}是否含${sourceWord(known)}` : "请看是否多计或漏计了这一笔";
  return `差额 ${money.shown(difference.abs())} 与 ${place(known)} 相同：${look}。`;
}

const SOURCES: readonly string[] = [
  "上年结转结余",
  "财政拨款结转",
  "非财政拨款结转结余",
  "财政专户核拨",
  "单位资金",
  "上级一般公共预算安排转移支付",
  "政府性基金预算拨款",
  "国有资本经营预算拨款",
];

function isSource({ table, row }: Figure): boolean {
  return (
    (table.key === "carriedOver" && row.kind === "total") || (table.key === "overview" && row.line !== null && SOURCES.includes(row.line))
  );
}

function sourceWord({ table, row }: Figure): string {
  return table.key === "carriedOver" || row.line?.includes("结转") ? "结转" : (row.line ?? "");
}

/** Where the difference of functional and economic subjects usually goes (docs/rules.md A5): contributions for staff outside the establishment. */
function counterpart(
  { tables }: Recognised,
  goesTo: IdentityCheck["differenceGoesTo"],
  difference: Exact<Wan>,
  money: Money,
): string | null {
  const table = goesTo && tables.get(goesTo.table);
  const row = goesTo && table?.withCode(goesTo.code)[0];
  const amount = table && row ? table.amount(row, "合计") : null;
  if (!table || !row || !amount || difference.sign() <= 0 || amount.compare(difference) < 0) return null;
  return `差额的去处多在 ${place({ table, row, column: "合计" })}（${money.shown(amount)}）：编外人员的保险列在这里的不用改，写明审核说明即可。`;
}
