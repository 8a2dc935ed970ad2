import type { Exact } from "../../amount/exact";
import type { Stated } from "../read/figures";
import { numeralsOf } from "../read/numerals";
import type { Span } from "../text/lines";

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

/** The number in its 指标值, whatever it is counted in. */
export function valueStated({ valueAt: { line, start, end } }: Indicator): Stated | null {
  return numeralsOf(line).find(({ digits }) => digits.start >= start && digits.end <= end) ?? null;
}
