import { Exact } from "../../amount/exact";
import type { Severity } from "../../checks/report";
import type { Ledger } from "../ledger";
import { cellsOf, numberIn } from "../read/cells";
import type { Stated } from "../read/figures";
import { openSlotsIn } from "../../text/open-slots";
import { numeralIn } from "../read/numerals";
import { spanText, type Line, type Span } from "../text/lines";
import { judgeCosts } from "./costs";
import { priorStated, sameMeasure, valueStated, type Indicator, type Measure } from "./indicator";
import { judgeGoalsOfOthers } from "./goals-of-others";
import { judgeIndicatorBases } from "./indicator-bases";
import { judgeSaid } from "./said-again";

const MEASURE = /^[≥≤<>=约]*(\d[\d,]*(?:\.\d+)?)/;
/** 90 points are given to indicators, the other 10 to the rate of execution; where that is listed too they are 100. */
const WEIGHTS = Exact.ofUnits(90);
const ALL = Exact.ofUnits(100);

export interface Texts {
  /** What the table is called in messages. */
  readonly what: string;
  /** Goals and allocations that speak of the indicators, each in the pieces that hold it. */
  readonly texts: readonly (readonly Span[])[];
  /** The project's name; a table of the whole organisation has none. */
  readonly name?: Span;
  /** The project's amount, 万元. */
  readonly amount?: Exact | null;
  /** What is said elsewhere of the same thing. */
  readonly own: readonly string[];
}

/** The indicators of a performance table: their weights, repetitions, measures and costs, and the texts that speak of them. */
export function judgeIndicators(ledger: Ledger, table: readonly Line[], { what, texts, name, amount = null, own }: Texts): void {
  const { indicators, unread, head } = indicatorsIn(table);
  const total = Exact.sum(indicators.map(({ weight }) => weight));
  const due = indicators.some(({ core }) => /(?:预算|资金)执行率/.test(core)) ? ALL : WEIGHTS;
  const at = head ?? indicators[0]?.weightAt.span;
  // What is still to be filled in adds up to nothing yet.
  const open = table.some((line) => openSlotsIn(line.text).length > 0);
  for (const { weightAt } of indicators) if (total.equals(due)) ledger.prove(weightAt, `权重合计${due.toString()}`);
  if (at && !unread && !open && !total.equals(due)) {
    for (const { weightAt } of indicators) ledger.blame(weightAt);
    ledger.fault({
      id: "B-绩",
      category: "sum",
      severity: "warning",
      at,
      message: `${what}的指标权重合计${total.toString()}，应为${due.toString()}${due === WEIGHTS ? "（另外10分是预算执行率）" : ""}。`,
      left: total,
      right: due,
    });
  }
  judgeIndicatorBases(ledger, table);
  const seen = new Set<string>();
  judgeSaid(ledger, indicators, texts);
  const [goals = [], ...more] = texts;
  if (!unread) judgeGoalsOfOthers(ledger, goals, indicators, [...own, ...more.flat().map(spanText), name ? spanText(name) : ""]);
  for (const indicator of indicators) {
    if (seen.has(indicator.core))
      ledger.fault({
        id: "B-绩",
        category: "wording",
        severity: "warning",
        at: indicator.name,
        message: `${what}里指标“${indicator.core}”列了两次。`,
        advice: "请看是不是列错了类别。",
      });
    seen.add(indicator.core);
    if (name) beside(ledger, indicator);
    measured(ledger, indicator);
  }
  if (amount && !unread) judgeCosts(ledger, indicators, what, amount);
  for (const indicator of indicators) {
    ledger.leave(valueStated(indicator), "绩效表的指标值：目标和资金分配里没有再说，公开表上也没有，请人工核对");
    ledger.leave(priorStated(indicator), "绩效表的上年完成值：要有上年的绩效表才能核对");
  }
}

/** How many cells before the weight the others stand, and how many behind it. */
interface Layout {
  /** The heading 权重 itself. */
  readonly head?: Span;
  readonly name: number;
  readonly value: number;
  readonly prior: number | null;
  readonly behind: number;
}

const WHOLE: Layout = { name: 3, value: 2, prior: null, behind: 0 };
const PROJECT: Layout = { name: 4, value: 3, prior: 1, behind: 2 };

/** The heading row says in which order 三级指标, 指标值, 上年完成值 and 权重 stand. */
function layoutOf(table: readonly Line[]): Layout | null {
  for (const line of table) {
    const cells = cellsOf(line);
    const heads = cells.map(spanText);
    const find = (words: RegExp): number => heads.findIndex((head) => words.test(head));
    const [name, value, weight, prior] = [find(/三级指标/), find(/^指标值/), find(/权重/), find(/上年/)];
    if (name >= 0 && value > name && weight > value)
      return {
        ...(cells[weight] ? { head: cells[weight] } : {}),
        name: weight - name,
        value: weight - value,
        prior: prior > value && prior < weight ? weight - prior : null,
        behind: heads.length - 1 - weight,
      };
  }
  return null;
}

/** `unread`: a row that looks like an indicator could not be taken apart, so nothing is added up. */
function indicatorsIn(table: readonly Line[]): {
  readonly indicators: readonly Indicator[];
  readonly unread: boolean;
  readonly head: Span | undefined;
} {
  const printed = layoutOf(table);
  const from = table.findIndex((line) => layoutOf([line]) !== null) + 1;
  const indicators: Indicator[] = [];
  let [unread, cost] = [false, false];
  for (const line of table.slice(from)) {
    const cells = cellsOf(line);
    const group = cells
      .slice(0, 2)
      .map(spanText)
      .find(
        (cell) =>
          /^(?:产出|履职|质量|数量|时效|成本|经济成本|社会成本|生态环境成本|效益|社会效益|经济效益|生态效益|可持续影响|满意度|服务对象满意度)(?:指标|效能)?/.test(
            cell,
          ) && cell.length <= 9,
      );
    if (group !== undefined) cost = cells.slice(0, 2).some((cell) => /成本/.test(spanText(cell)) && spanText(cell).length <= 8);
    const one = indicatorIn(cells, printed ? [printed] : [WHOLE, PROJECT], cost);
    if (one) indicators.push(one);
    else if (cells.some((cell) => /^[≥≤<>=]{1,2}\d/.test(spanText(cell)))) unread = true;
  }
  return { indicators, unread, head: printed?.head };
}

/** The weight is the number that stands where the heading has it, or nearer to the end where cells are lacking. */
function indicatorIn(cells: readonly Span[], layouts: readonly Layout[], cost: boolean): Indicator | null {
  for (const { name, value, prior, behind } of layouts)
    for (let back = behind; back >= 0; back -= 1) {
      const at = cells.length - 1 - back;
      const weightAt = weightIn(cells[at]);
      const [nameAt, valueAt] = [cells[at - name], cells[at - value]];
      if (!weightAt?.value || !nameAt || !valueAt || /^\d+$/.test(spanText(nameAt))) continue;
      const priorAt = prior === null ? null : (cells[at - prior] ?? null);
      return {
        name: nameAt,
        core: spanText(nameAt).replace(/（[^（）]*）$/, ""),
        value: measure(valueAt),
        prior: priorAt ? measure(priorAt) : null,
        priorAt,
        valueAt,
        weight: weightAt.value,
        weightAt,
        cost,
      };
    }
  return null;
}

function weightIn(cell: Span | undefined): Stated | null {
  return cell && /^\d{1,3}(?:\.\d)?分?$/.test(spanText(cell))
    ? numberIn({ ...cell, end: cell.end - (spanText(cell).endsWith("分") ? 1 : 0) })
    : null;
}

function measure(cell: Span): Measure | null {
  const words = spanText(cell);
  const match = MEASURE.exec(words);
  const number = match?.[1] === undefined ? null : Exact.parse(match[1].replace(/,/g, ""));
  return match && number ? { number, unit: words.slice(match[0].length) } : null;
}

/** 指标值 beside 上年完成值: the two figures that a sheet gives of one indicator. */
function beside(ledger: Ledger, indicator: Indicator): void {
  const { value, prior, priorAt, core } = indicator;
  if (!value || !prior || !priorAt) return;
  // That they are equal proves neither: what is wanted this year need not be what was reached in the last.
  const both = [valueStated(indicator), priorStated(indicator)];
  if (value.unit !== "" && prior.unit === "") {
    ledger.blame(priorStated(indicator));
    ledger.fault({
      id: "B-绩",
      category: "wording",
      severity: "info",
      at: priorAt,
      message: `“${core}”的上年完成值没有写计量单位，指标值的单位是“${value.unit}”。`,
    });
    return;
  }
  if (value.unit !== prior.unit || prior.number.sign() <= 0 || value.number.sign() <= 0) return;
  const far = (one: Exact, other: Exact): boolean => one.compare(other.times(Exact.ofUnits(10))) >= 0;
  const how = far(value.number, prior.number) ? "的十倍以上" : far(prior.number, value.number) ? "的十分之一以下" : "";
  if (how === "") return;
  for (const stated of both) ledger.blame(stated);
  ledger.fault({
    id: "B-绩",
    category: "figure",
    severity: "info",
    at: priorAt,
    message: `“${core}”的指标值${value.number.toString()}是上年${prior.number.toString()}${how}，请核对哪一个填错了。`,
    left: prior.number,
    right: value.number,
  });
}

/** The unit that a name ends in: 修复时间（小时）. */
const NAMED_UNIT = /（(%|\p{sc=Han}{1,3}(?:\/\p{sc=Han}{1,2})*)）$/u;

const per = (unit: string): string => unit.replace(/^万?元/, "");
/** Money for the same piece is in 万元 or in 元; for another piece it is another price. */
const isMoney = (unit: string): boolean => /^万?元/.test(unit);

/** 台（套） and 台套 say one thing. */
const withoutBrackets = (unit: string): string => unit.replace(/[（）]/g, "");

/** Alike, or the one is the other with more said: 天 and 工作天. */
function agree(one: string, other: string): boolean {
  const [a, b] = [withoutBrackets(one), withoutBrackets(other)];
  if (isMoney(a) && isMoney(b)) return a === b || per(a) !== per(b);
  return sameMeasure(a, b) || a.includes(b) || b.includes(a);
}

/** …条数 measured in 件; a rate in hours, or beyond all there is; another unit than the name's or last year's, or none. */
function measured(ledger: Ledger, { name, core, value, prior, valueAt, priorAt, cost }: Indicator): void {
  const unitNamed = NAMED_UNIT.exec(spanText(name))?.[1] ?? "";
  const unitSaid = value?.unit ?? "";
  const tell = (severity: Severity, message: string, at = valueAt): void => {
    ledger.blame(numeralIn(at));
    ledger.fault({ id: "B-绩", category: "wording", severity, at, message });
  };
  const isRate = /(?:(?<![频功速汇税利效])率|满意度)$/.test(core);
  const unitBefore = prior?.unit ?? "";
  if (unitNamed !== "" && unitSaid !== "" && !agree(unitNamed, unitSaid))
    tell("warning", `指标“${core}”以“${unitNamed}”计量，指标值写的是“${unitSaid}”。`);
  else if (value && unitSaid === "" && (unitNamed === "%" || unitBefore === "%"))
    tell("warning", `指标“${core}”是百分数，指标值“${spanText(valueAt)}”没有写“%”。`);
  else if (value && unitSaid === "" && /^\p{sc=Han}/u.test(unitBefore) && !/元$|^万/.test(unitBefore))
    tell("warning", `指标“${core}”的指标值“${spanText(valueAt)}”没有写计量单位，上年完成值的单位是“${unitBefore}”。`);
  else if (unitNamed === "" && unitBefore !== "" && unitSaid !== "" && !isRate && !agree(unitBefore, unitSaid))
    tell("warning", `指标“${core}”的指标值以“${unitSaid}”计量，上年完成值以“${unitBefore}”计量。`);
  const named = /([条件篇次个份人户场批辆台])数$/.exec(core)?.[1];
  const unit = /^(?:[条件篇次个份人户]|万?元)$/.exec(unitSaid)?.[0];
  if (named !== undefined && unit !== undefined && !sameMeasure(named, unit))
    tell(unit.endsWith("元") ? "warning" : "info", `指标“${core}”的计量单位应是“${named}”，指标值写的是“${unit}”。`);
  if (value && WHOLE_RATE.test(core) && unitSaid === "%" && value.number.compare(ALL) > 0)
    tell("warning", `指标“${core}”最多是100%，指标值写的是“${spanText(valueAt)}”。`);
  // The less a thing costs the better.
  if (cost && !/节约|节省|降低|减少|压降/.test(core) && /^(?:>|≥)/.test(spanText(valueAt)) && isMoney(unitSaid))
    tell("warning", `成本指标“${core}”写的是“${spanText(valueAt)}”，成本只限最多多少，应是“≤”。`);
  if (!isRate) return;
  for (const [measure, at, what, severity] of [
    [value, valueAt, "指标值", "warning"],
    [prior, priorAt, "上年完成值", "info"],
  ] as const)
    if (measure && at && /^个?(?:小时|分钟|工作日|天|日|人次?|件|条|次|个|万?元)$/.test(measure.unit))
      tell(severity, `指标“${core}”是比率，${what}却以“${measure.unit}”计量，应当用百分数。`, at);
}

/** Of so many there are, so many were done: no more than all of them. */
const WHOLE_RATE =
  /(?:合格|完成|办结|及时|回访|接通|准确|覆盖|达标|到位|支付|开展|验收|使用|完好|知晓|普及|故障|正常运转|落实|参训|结算)率$|满意度$/;
