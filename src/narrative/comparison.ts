import type { Change, Figure } from "./figure";
import type { Segment } from "./segments";

/** An amount held against last year's. */
export interface Comparison {
  readonly current: Figure;
  readonly prior: Figure;
  readonly change: Change;
  /** null: none given and none needed. */
  readonly reason: readonly Segment[] | null;
  readonly explained: boolean;
}
