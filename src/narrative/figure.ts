import type { CellRef } from "../amount/cell-ref";
import { Exact } from "../amount/exact";
import { formatAmount, formatPercent, GROUPED, type AmountStyle } from "../amount/format";
import { share, yearOnYear } from "../amount/ratio";
import type { Segment } from "./segments";

/** How a figure is written: 1,219.43 · 99.84% · 24. */
export type FigureForm = "amount" | "percent" | "count";

/** A number that knows where it is from. Amounts are in 万元, already rounded to the two printed decimals. */
export interface KnownFigure {
  readonly known: true;
  readonly value: Exact;
  readonly form: FigureForm;
  readonly cells: readonly CellRef[];
  /** How it came about: "1,219.43 ÷ 1,221.42 = 99.84%", or the place it stands in. */
  readonly working: string;
  /** The number is this at most, and why it may be less. */
  readonly atMost?: string;
  /** What some count with it and others do not: the number is right with it too. */
  readonly orWith?: { readonly value: Exact; readonly working: string };
}

/** A number that cannot be said: what stands in its place. */
export interface UnknownFigure {
  readonly known: false;
  readonly instead: Segment;
}

export type Figure = KnownFigure | UnknownFigure;

/** Printed decimals of an amount: what is computed is computed from the printed figures (docs/rules.md B04, 0.5). */
const DECIMALS = 2;

export function known(value: Exact, cells: readonly CellRef[], working: string, form: FigureForm = "amount"): KnownFigure {
  return { known: true, value: form === "amount" ? value.round(DECIMALS) : value, form, cells, working };
}

/** Stands for a figure the workbook does not give. `place` is printed, `gap` explains (both Chinese). */
export function lacking(place: string, gap: string): UnknownFigure {
  return { known: false, instead: { kind: "words", text: `〔${place}〕`, gap } };
}

export function firstKnown(...figures: readonly [Figure, ...Figure[]]): Figure {
  return figures.find((figure) => figure.known) ?? figures[0];
}

export function isZero(figure: Figure): boolean {
  return figure.known && figure.value.isZero();
}

export function isNonZero(figure: Figure): boolean {
  return figure.known && !figure.value.isZero();
}

/** The sum of figures; unknown when any addend is. */
export function plus(addends: readonly Figure[], form: FigureForm = "amount"): Figure {
  return combine(addends, (knowns) => {
    const total = Exact.sum(knowns.map(({ value }) => value));
    return known(
      total,
      cellsOf(knowns),
      knowns.length === 1
        ? (knowns[0]?.working ?? "")
        : `${knowns.map(({ value }) => plain(value, form)).join(" + ")} = ${plain(total, form)}`,
      form,
    );
  });
}

export function minus(whole: Figure, parts: readonly Figure[]): Figure {
  return combine([whole, ...parts], ([first, ...rest]) => {
    if (!first) return lacking("", "");
    const left = rest.reduce((sum, { value }) => sum.minus(value), first.value);
    return known(left, cellsOf([first, ...rest]), `${[first, ...rest].map(({ value }) => plain(value)).join(" − ")} = ${plain(left)}`);
  });
}

/** 占比 of the printed amounts; 0% where the whole is zero. */
export function shareOf(part: Figure, whole: Figure): Figure {
  return combine([part, whole], ([a, b]) => {
    if (!a || !b) return lacking("", "");
    const points = share(a.value, b.value) ?? Exact.zero;
    return known(points, cellsOf([a, b]), `${plain(a.value)} ÷ ${plain(b.value)} = ${formatPercent(points, GROUPED)}`, "percent");
  });
}

export interface Change {
  readonly amount: Figure;
  readonly rate: Figure;
  /** null: unknown. */
  readonly down: boolean | null;
  readonly unchanged: boolean;
}

/** 增减额 and 增减幅度, never negative; the direction says which way (docs/rules.md B00–B04). */
export function changeOf(current: Figure, prior: Figure): Change {
  if (!current.known) return { amount: current, rate: current, down: null, unchanged: false };
  if (!prior.known) return { amount: prior, rate: prior, down: null, unchanged: false };
  const { change, direction, rate, growth } = yearOnYear(current.value, prior.value);
  const down = direction === "减少";
  const cells = cellsOf([current, prior]);
  const printed = formatPercent(rate, GROUPED);
  const working = prior.value.isZero()
    ? `上年为0，${change.isZero() ? "无增减" : `按${growth}100%计`}`
    : `${plain(change.abs())} ÷ ${plain(prior.value.abs())} = ${printed}`;
  return {
    amount: known(change.abs(), cells, `${plain(current.value)} − ${plain(prior.value)} = ${plain(change)}`),
    rate: known(rate, cells, working, "percent"),
    down,
    unchanged: change.isZero(),
  };
}

export function figureText(figure: KnownFigure, style: AmountStyle): string {
  if (figure.form === "percent") return formatPercent(figure.value, style);
  if (figure.form === "count") return figure.value.toString();
  return formatAmount(figure.value, style);
}

export function figureSegment(figure: Figure, style: AmountStyle): Segment {
  return figure.known ? { kind: "figure", text: figureText(figure, style), cells: figure.cells, working: figure.working } : figure.instead;
}

function combine(figures: readonly Figure[], make: (knowns: readonly KnownFigure[]) => Figure): Figure {
  const unknown = figures.find((figure) => !figure.known);
  return unknown ? derived(unknown) : make(figures.filter((figure) => figure.known));
}

/** A figure that waits for another to be filled in is not itself to be filled in. */
function derived({ instead }: UnknownFigure): UnknownFigure {
  return { known: false, instead: instead.kind === "todo" ? { ...instead, text: "〔待填后算出〕" } : instead };
}

function cellsOf(figures: readonly KnownFigure[]): readonly CellRef[] {
  const seen = new Set<string>();
  return figures
    .flatMap(({ cells }) => cells)
    .filter(({ sheet, row, column }) => {
      const key = `${sheet}!${row},${column}`;
      return seen.has(key) ? false : (seen.add(key), true);
    });
}

function plain(value: Exact, form: FigureForm = "amount"): string {
  return form === "count" ? value.toString() : formatAmount(value, GROUPED);
}
