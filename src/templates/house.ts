import type { Check } from "../checks/engine/check";
import type { Family } from "./family";

/** Rules under one heading of the manual. */
export interface Chapter {
  readonly heading: string;
  readonly checks: readonly Check[];
}

/** A family with all that is true of it: what one folder of this folder holds. */
export interface House {
  readonly family: Family;
  readonly chapters: readonly Chapter[];
}
