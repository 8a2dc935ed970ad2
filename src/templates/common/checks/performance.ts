import { Exact } from "../../../amount/exact";
import { formatAmount, GROUPED } from "../../../amount/format";
import { inWan } from "../../../amount/unit";
import { inspected, inspection, type Check, type Inspection, type Remark } from "../../../checks/engine/check";
import { pointTo } from "../../../checks/engine/point";
import type { FindingCell } from "../../../checks/report";
import { editDistance } from "../../../text/edits";
import { isOwnSheet } from "../../../workbook/own-sheets";
import type { Recognised } from "../../../workbook/recognised";
import type { Chapter } from "../../house";
import {
  amountOf,
  isPerformanceTitle,
  performancesIn,
  textOf,
  unitIn,
  type At,
  type Labelled,
  type Performance,
} from "./performance/sheets";

/** G04–G06: the sheets of goals, held against themselves and against the table of projects (docs/rules.md B 绩效). */
const checks: readonly Check[] = [
  inspection("G04", "warning", "绩效目标表的资金总额是财政拨款与其他资金之和", "同一张表里的资金自己要加得起来", sums, {
    examples: { holds: "年度资金总额 50.00，财政拨款 40.00，其他资金 10.00", fails: "年度资金总额 50.00，财政拨款 40.00，其他资金 1.00" },
  }),
  inspection("G05", "warning", "绩效目标表的项目名称、资金与项目支出表一致", "一个项目在两张表里是同一个名称、同一笔钱", projects, {
    examples: { holds: "两张表都是“设备购置”50.00", fails: "项目支出表 50.00，绩效目标表 15.00" },
  }),
  inspection("G06", "warning", "绩效指标的分值（权重）合计100；另有10分是预算执行率的，合计90", "分值加不到100，就打不出分", weights, {
    examples: { holds: "20 + 30 + 40 + 10 = 100", fails: "20 + 30 + 30 + 10 = 90，而表里列了预算执行率" },
  }),
];

export const performanceChapter: Chapter = { heading: "绩效目标表", checks };

const show = (value: Exact): string => formatAmount(value, GROUPED);

function cellOf({ sheet, row, column }: At, label: string, value: string): FindingCell {
  return pointTo({ sheet: sheet.name, row: sheet.top + row, column: sheet.left + column }, { row: label, value });
}
const moneyCell = ({ at, label, amount }: Labelled): FindingCell => cellOf(at, label, amount.toFixed(2));
const keyOf = ({ nameAt: { sheet, row } }: Performance): string => `${sheet.name} ${String(row)}`;

const FISCAL = /^(?:其中:)?(?:本?年?度?)(?:财政拨款|财政资金|财政性资金)/;
const OTHER = /^(?:其中:)?(?:其他资金|单位资金|自有资金|社会资金|财政专户|非财政)/;

/** A total with what is fiscal and what is not: whatever else is listed may be part of a part. */
const isClear = ([total, ...parts]: readonly Labelled[]): boolean =>
  total !== undefined &&
  parts.length === 2 &&
  parts.some(({ label }) => FISCAL.test(label)) &&
  parts.some(({ label }) => OTHER.test(label));
const sumOf = (parts: readonly Labelled[]): Exact => Exact.sum(parts.map(({ amount }) => amount));
const breaks = (money: readonly Labelled[]): boolean =>
  isClear(money) &&
  sumOf(money.slice(1))
    .minus(money[0]?.amount ?? Exact.zero)
    .abs()
    .compare(CENTS) > 0;

function sums(recognised: Recognised): Inspection {
  const remarks: Remark[] = [];
  let holds = 0;
  for (const one of performancesIn(recognised))
    for (const money of one.money) {
      const [total, ...parts] = money;
      if (!total || !isClear(money)) continue;
      if (!breaks(money)) holds += 1;
      else
        remarks.push({
          key: `${keyOf(one)} ${String(total.at.column)}`,
          message: `${one.nameAt.sheet.name}“${one.name}”的${total.label}是${show(total.amount)}，${parts.map(({ label, amount }) => `${label}${show(amount)}`).join(" + ")} = ${show(sumOf(parts))}。`,
          cells: money.map(moneyCell),
          advice: "请核对这几格，看是哪一个写错了。",
        });
    }
  return inspected(holds, remarks);
}
/** Each was rounded by itself. */
const CENTS = Exact.ofUnits(2, 2);

/** A project as a table of amounts has it. */
interface Listed {
  readonly name: string;
  readonly cell: FindingCell;
  /** Of each column, 万元. */
  readonly amounts: readonly Exact[];
}

const PROJECT_HEAD = /^(?:单位)?\(?项目\)?\(?名称\)?$/;
const NO_AMOUNTS = /数量|编码|代码|序号|个数|年/;
/** Shorter names are a keystroke from many others. */
const SHORTEST_NAME = 5;

/** What the tables of amounts have of each project, by its name, in the order in which they stand. */
function listedIn({ workbook, unit }: Recognised): ReadonlyMap<string, readonly Listed[]> {
  const found = new Map<string, Listed[]>();
  for (const sheet of workbook.sheets) {
    if (sheet.visibility !== "visible" || isOwnSheet(sheet.name)) continue;
    const own = unitIn({ sheet, from: 0, to: sheet.values.length }) ?? unit;
    let heads: readonly string[] = [];
    let column = -1;
    sheet.values.forEach((cells, row) => {
      const words = cells.map((cell) => textOf(cell));
      if (words.some(isPerformanceTitle)) column = -1;
      const named = words.findIndex((word) => PROJECT_HEAD.test(word));
      // 项目名称 beside what it is called heads one project's goals; a list of them has amounts below.
      if (named >= 0 && words.filter((word) => word !== "").length > 1 && cells.every((cell) => typeof cell !== "number"))
        [column, heads] = words.some(isGoal) ? [-1, []] : [named, words];
      else if (column >= 0 && (words[column] ?? "") !== "") {
        const name = words[column] ?? "";
        const amounts = cells.flatMap((_, at) =>
          at > column && !NO_AMOUNTS.test(heads[at] ?? "") ? (amountOf({ sheet, row, column: at }) ?? []) : [],
        );
        const cell = cellOf({ sheet, row, column }, name, "");
        if (amounts.length > 0)
          found.set(name, [...(found.get(name) ?? []), { name, cell, amounts: amounts.map((value) => inWan(value, own)) }]);
      }
    });
  }
  return found;
}
const isGoal = (word: string): boolean => /指标|绩效目标/.test(word);

/** What stands beside the year may be of the whole term: more than a year has of it is no fault. */
const WHOLE_TERM = /实施期|中期|总投资|三年/;

function projects(recognised: Recognised): Inspection {
  const performances = performancesIn(recognised);
  if (performances.length === 0) return inspected(0, []);
  const listed = listedIn(recognised);
  const told = new Set(performances.map(({ name }) => name));
  const remarks: Remark[] = [];
  let holds = 0;
  for (const one of performances) {
    const lines = listed.get(one.name);
    if (!lines) {
      const near = [...listed.keys()].filter((name) => !told.has(name) && isNear(name, one.name));
      const [right] = near;
      const line = right === undefined ? undefined : listed.get(right)?.[0];
      if (!line || near.length > 1) continue;
      remarks.push({
        key: `${keyOf(one)} name`,
        message: `${one.nameAt.sheet.name}的项目名称是“${one.name}”，${line.cell.sheet}写“${line.name}”。`,
        cells: [cellOf(one.nameAt, "项目名称", one.name), line.cell],
        advice: "请核对是不是同一个项目，名称要一致。",
      });
      continue;
    }
    const years = one.money.filter(([total]) => total && !WHOLE_TERM.test(total.label));
    const money = (years.length > 0 ? years : one.money).flatMap((amounts) => amounts.slice(0, 1));
    const [total] = money;
    if (!total || money.length > 1) continue;
    // That its own parts do not come to it is told by itself.
    if (one.money.some(breaks)) continue;
    const amounts = amountsOf(lines);
    if (amounts.some((value) => value.minus(total.amount).abs().compare(CENT) <= 0)) holds += 1;
    else if (!WHOLE_TERM.test(total.label) || amounts.some((value) => total.amount.compare(value) < 0))
      remarks.push({
        key: `${keyOf(one)} amount`,
        message: `${one.nameAt.sheet.name}“${one.name}”的${total.label}是${show(total.amount)}万元，${lines[0]?.cell.sheet ?? ""}里这个项目是${[...new Set(amounts.filter((value) => !value.isZero()).map(show))].join("、")}万元。`,
        cells: [moneyCell(total), ...lines.map(({ cell }) => cell)],
        advice: "请核对是哪一张表写错了。",
      });
  }
  return inspected(holds, remarks);
}
const CENT = Exact.ofUnits(1, 2);

/** Every amount of its lines, and of each column what they come to. */
function amountsOf(lines: readonly Listed[]): readonly Exact[] {
  const width = Math.max(...lines.map(({ amounts }) => amounts.length));
  const sums = Array.from({ length: width }, (_, at) => Exact.sum(lines.flatMap(({ amounts }) => amounts[at] ?? [])));
  return [...lines.flatMap(({ amounts }) => amounts), ...sums];
}

const isNear = (a: string, b: string): boolean => Math.min(a.length, b.length) >= SHORTEST_NAME && editDistance(a, b, 1) === 1;

const DUE: readonly Exact[] = [Exact.ofUnits(100), Exact.ofUnits(90), Exact.ofUnits(1)];
/** Farther off the column weighs something else. */
const [LEAST, MOST] = [Exact.ofUnits(60), Exact.ofUnits(140)];

function weights(recognised: Recognised): Inspection {
  const remarks: Remark[] = [];
  let holds = 0;
  for (const one of performancesIn(recognised)) {
    if (!one.weights) continue;
    const sum = Exact.sum(one.weights.map(({ weight }) => weight));
    if (DUE.some((due) => due.equals(sum))) holds += 1;
    else if (sum.compare(LEAST) >= 0 && sum.compare(MOST) <= 0)
      remarks.push({
        key: `${keyOf(one)} weights`,
        message: `${one.nameAt.sheet.name}“${one.name}”的指标分值（权重）合计${sum.toString()}，应为100（另有10分是预算执行率的，应为90）。`,
        cells: one.weights.map(({ at, weight }) => cellOf(at, "分值（权重）", weight.toString())),
        advice: "请核对各项指标的分值。",
      });
  }
  return inspected(holds, remarks);
}
