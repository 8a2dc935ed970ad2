import type { Exact } from "./exact";

/** The units that amounts are published in. */
export type Unit = "元" | "万元";

/** What an amount is counted in, for the compiler alone: `Exact<Yuan>` and `Exact<Wan>` cannot be added or compared. */
export interface Yuan {
  readonly unit: "元";
}
export interface Wan {
  readonly unit: "万元";
}

/** 10^4 元 are one 万元. */
const PLACES = 4;

export function yuanToWan(amount: Exact<Yuan>): Exact<Wan> {
  return amount.shifted(-PLACES) as Exact<Wan>;
}

export function wanToYuan(amount: Exact<Wan>): Exact<Yuan> {
  return amount.shifted(PLACES) as Exact<Yuan>;
}

/** A figure that is written in `unit`, in 万元. */
export function inWan(written: Exact, unit: Unit): Exact<Wan> {
  return unit === "元" ? yuanToWan(written as Exact<Yuan>) : (written as Exact<Wan>);
}

/** An amount as it is written in `unit`. */
export function writtenIn(amount: Exact<Wan>, unit: Unit): Exact {
  return unit === "元" ? wanToYuan(amount) : amount;
}

/** Decimals of 万元 that a figure with `decimals` decimals of `unit` is stated to. */
export function placesOf(decimals: number, unit: Unit): number {
  return unit === "元" ? decimals + PLACES : decimals;
}
