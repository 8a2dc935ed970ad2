import type { Exact } from "../../amount/exact";
import type { Stated } from "../read/figures";
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
