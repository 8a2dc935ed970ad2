import type { Exact } from "../../amount/exact";
import type { Stated } from "../read/figures";
import { numeralIn } from "../read/numerals";
import type { Span } from "../text/lines";
import { unitAt, type Unit } from "./measures";

/** A row of a performance sheet. */
export interface Indicator {
  readonly name: Span;
  /** Without the unit in brackets. */
  readonly core: string;
  readonly value: Measure | null;
  readonly prior: Measure | null;
  readonly priorAt: Span | null;
  readonly valueAt: Span;
  readonly weight: Exact;
  readonly weightAt: Stated;
  /** It stands under 成本指标. */
  readonly cost: boolean;
}

export interface Measure {
  readonly number: Exact;
  readonly unit: string;
}

export const unitOfMeasure = ({ unit }: Measure): Unit => unitAt(unit);

/** The number in its 指标值, whatever it is counted in. */
export const valueStated = ({ valueAt }: Indicator): Stated | null => numeralIn(valueAt);

/** The number in its 上年完成值. */
export const priorStated = ({ priorAt }: Indicator): Stated | null => (priorAt ? numeralIn(priorAt) : null);

/** People, and what are counted as wholes, by whichever word; 12万 is 12万元. */
const COUNTERS: readonly string[] = ["人名位", "个家所", "万元万"];

/** Counted in the same, or one of the two does not say in what. */
export function sameMeasure(a: string, b: string): boolean {
  return a === b || a === "" || b === "" || COUNTERS.some((alike) => alike.includes(a) && alike.includes(b));
}
