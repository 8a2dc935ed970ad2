import { Exact } from "../../amount/exact";
import type { Ledger } from "../ledger";
import { cellsOf, numberIn } from "../read/cells";
import { figuresOf, type Stated } from "../read/figures";
import { spanText, type Line, type Span } from "../text/lines";

interface Indicator {
  readonly name: Span;
  /** Without the unit in brackets. */
  readonly core: string;
  readonly value: Measure | null;
  readonly prior: Measure | null;
  readonly priorAt: Span | null;
  readonly valueAt: Span;
  readonly weight: number;
  readonly weightAt: Stated;
}

interface Measure {
  readonly number: Exact;
  readonly unit: string;
}

const MEASURE = /^[≥≤<>=约]*(\d[\d,]*(?:\.\d+)?)/;
/** 90 points are given to indicators, the other 10 to the rate of execution. */
const WEIGHTS = 90;

/** The indicators of a performance table: their weights, repetitions, and the texts that speak of them. */
export function judgeIndicators(ledger: Ledger, table: readonly Line[], what: string, texts: readonly Span[], name?: Span): void {
  const indicators = table.flatMap((line) => indicatorIn(line) ?? []);
  const total = indicators.reduce((sum, { weight }) => sum + weight, 0);
  const at = name ?? indicators[0]?.name;
  for (const { weightAt } of indicators) if (total === WEIGHTS) ledger.prove(weightAt, `权重合计${String(WEIGHTS)}`);
  if (at && total !== WEIGHTS)
    ledger.fault({ id: "B-绩", category: "sum", severity: "warning", at, message: `${what}的指标权重合计${String(total)}，应为${String(WEIGHTS)}（另外10分是预算执行率）。`, left: Exact.ofUnits(total), right: Exact.ofUnits(WEIGHTS) });
  const seen = new Set<string>();
  for (const indicator of indicators) {
    if (seen.has(indicator.core)) ledger.fault({ id: "B-绩", category: "wording", severity: "warning", at: indicator.name, message: `${what}里指标“${indicator.core}”列了两次。`, advice: "请看是不是列错了类别。" });
    seen.add(indicator.core);
    if (name) beside(ledger, indicator);
    for (const text of texts) spoken(ledger, indicator, indicators, text);
  }
  for (const indicator of indicators) classifier(ledger, indicator);
}

/** From the right: 佐证, 规则, 权重, 上年, 依据, 值, 指标; for the whole organisation: 权重, 依据, 值, 指标. */
function indicatorIn(line: Line): Indicator | null {
  const cells = cellsOf(line);
  const whole = of(cells, 1);
  if (whole && cells.length >= 4) return make(cells, cells.length - 4, cells.length - 3, null, whole);
  const project = of(cells, 3);
  return project && cells.length >= 7 ? make(cells, cells.length - 7, cells.length - 6, cells.length - 4, project) : null;
}

function of(cells: readonly Span[], fromRight: number): Stated | null {
  const cell = cells[cells.length - fromRight];
  return cell && /^\d{1,3}$/.test(spanText(cell)) ? numberIn(cell) : null;
}

function make(cells: readonly Span[], nameAt: number, valueAt: number, priorAt: number | null, weightAt: Stated): Indicator | null {
  const [name, value, prior] = [cells[nameAt], cells[valueAt], priorAt === null ? undefined : cells[priorAt]];
  if (!name || !value) return null;
  return { name, core: spanText(name).replace(/（[^（）]*）$/, ""), value: measure(value), prior: prior ? measure(prior) : null, priorAt: prior ?? null, valueAt: value, weight: weightAt.value?.toNumber() ?? 0, weightAt };
}

function measure(cell: Span): Measure | null {
  const words = spanText(cell);
  const match = MEASURE.exec(words);
  const number = match?.[1] === undefined ? null : Exact.parse(match[1].replace(/,/g, ""));
  return match && number ? { number, unit: words.slice(match[0].length) } : null;
}

/** 指标值 beside 上年完成值. */
function beside(ledger: Ledger, { value, prior, priorAt, core }: Indicator): void {
  if (!value || !prior || !priorAt) return;
  if (value.unit !== "" && prior.unit === "") {
    ledger.fault({ id: "B-绩", category: "wording", severity: "info", at: priorAt, message: `“${core}”的上年完成值没有写计量单位，指标值的单位是“${value.unit}”。` });
    return;
  }
  if (value.unit === prior.unit && prior.number.sign() > 0 && value.number.compare(prior.number.times(Exact.ofUnits(10))) >= 0)
    ledger.fault({ id: "B-绩", category: "figure", severity: "info", at: priorAt, message: `“${core}”的指标值${value.number.toString()}是上年${prior.number.toString()}的十倍以上，请核对哪一个填错了。`, left: prior.number, right: value.number });
}

const SHORTEST = 3;

/** The text says the indicator's name, or its end, and right behind it another number. */
function spoken(ledger: Ledger, indicator: Indicator, all: readonly Indicator[], text: Span): void {
  if (!indicator.value) return;
  const words = spanText(text);
  for (let size = indicator.core.length; size >= SHORTEST; size -= 1) {
    const suffix = indicator.core.slice(-size);
    if (all.some((other) => other !== indicator && other.core.endsWith(suffix))) return;
    const at = words.indexOf(suffix);
    if (at < 0) continue;
    const match = /^(?:为|约|达到|不少于|不低于|不超过|≥|≤|<=|>=){0,2}(\d[\d,]*(?:\.\d+)?)/.exec(words.slice(at + suffix.length));
    const number = match?.[1] === undefined ? null : Exact.parse(match[1].replace(/,/g, ""));
    if (!match?.[1] || !number) return;
    const start = text.start + at + suffix.length + match[0].length - match[1].length;
    if (number.equals(indicator.value.number)) {
      const said = figuresOf(text.line, start).find(({ digits }) => digits.start === start);
      const own = figuresOf(indicator.valueAt.line, indicator.valueAt.start, indicator.valueAt.end)[0];
      for (const stated of [said, own]) ledger.prove(stated ?? null, "目标和指标一致");
      return;
    }
    const stale = indicator.prior?.number.equals(number) === true;
    ledger.fault({
      id: "B-绩", category: stale ? "year" : "figure", severity: "warning", at: { ...text, start, end: start + match[1].length },
      message: `“${suffix}”这里写${match[1]}，绩效指标是“${spanText(indicator.valueAt)}”。${stale ? "写的正是上年完成值，像是沿用了上年的文字。" : ""}`,
      left: number, right: indicator.value.number, advice: "请核对，两处改成一致。",
    });
    return;
  }
}

/** …条数 measured in 件. */
function classifier(ledger: Ledger, { core, value, valueAt }: Indicator): void {
  const named = /([条件篇次个份])数$/.exec(core)?.[1];
  const unit = /^([条件篇次个份人])$/.exec(value?.unit ?? "")?.[1];
  if (named !== undefined && unit !== undefined && named !== unit)
    ledger.fault({ id: "B-绩", category: "wording", severity: "info", at: valueAt, message: `指标“${core}”的计量单位应是“${named}”，指标值写的是“${unit}”。` });
}
