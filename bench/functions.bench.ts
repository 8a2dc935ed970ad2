import { Decimal } from "decimal.js";
import { change, round, share, sum, tie, yoy, yoyText } from "../src/functions/functions";

/**
 * How fast the custom functions are: calls a second on single cells, milliseconds for a range of 100,000 cells, and the
 * time against bare decimal.js doing the same arithmetic in the same run (below 1 is faster than decimal.js).
 */
const CALLS = 1_000_000;
const CELLS = 100_000;

const Half = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });
const amountAt = (i: number): number => (((i * 7919) % 99_999_999) + 1) / 100;
const amounts = Array.from({ length: 4096 }, (_, i) => amountAt(i));
const singles = amounts.map((amount) => [[amount]]);
const column = Array.from({ length: CELLS }, (_, i) => [amountAt(i)]);
const priors = Array.from({ length: CELLS }, (_, i) => [amountAt(i * 31 + 5)]);
const total = [[amountAt(123_456)]];

const single = (i: number): number[][] => singles[i & 4095] ?? [[0]];
const amount = (i: number): number => amounts[i & 4095] ?? 0;

/** The best of three runs, in milliseconds, after one that warms up. */
function best(work: () => void): number {
  const times = Array.from({ length: 4 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times.slice(1));
}

let sink = 0;
const keep = (value: unknown): void => {
  if (value === undefined) sink += 1;
};

function repeated(one: (i: number) => unknown): () => void {
  return () => {
    for (let i = 0; i < CALLS; i += 1) keep(one(i));
  };
}

const scalars: readonly [string, (i: number) => unknown, (i: number) => unknown][] = [
  [
    "SHARE",
    (i) => share(single(i), single(i + 7)),
    (i) =>
      new Half(amount(i))
        .div(amount(i + 7))
        .toDecimalPlaces(4)
        .toNumber(),
  ],
  [
    "YOY",
    (i) => yoy(single(i), single(i + 7)),
    (i) =>
      new Half(amount(i))
        .minus(amount(i + 7))
        .div(amount(i + 7))
        .toDecimalPlaces(4)
        .toNumber(),
  ],
  ["CHANGE", (i) => change(single(i), single(i + 7)), (i) => new Half(amount(i)).minus(amount(i + 7)).toNumber()],
  ["ROUND", (i) => round(single(i), 1), (i) => new Half(amount(i)).toDecimalPlaces(1).toNumber()],
  [
    "TIE",
    (i) => tie(single(i), single(i)),
    (i) =>
      new Half(amount(i))
        .toDecimalPlaces(2)
        .minus(new Half(amount(i)).toDecimalPlaces(2))
        .isZero(),
  ],
];

const ranges: readonly [string, () => unknown, () => unknown][] = [
  [
    "SHARE",
    () => share(column, total),
    () =>
      column.map(([a = 0]) => [
        new Half(a)
          .div(total[0]?.[0] ?? 1)
          .toDecimalPlaces(4)
          .toNumber(),
      ]),
  ],
  [
    "YOY",
    () => yoy(column, priors),
    () =>
      column.map(([a = 0], i) => [
        new Half(a)
          .minus(priors[i]?.[0] ?? 0)
          .div(priors[i]?.[0] ?? 1)
          .toDecimalPlaces(4)
          .toNumber(),
      ]),
  ],
  ["SUM", () => sum([column]), () => column.reduce((running, [a = 0]) => running.plus(a), new Half(0)).toNumber()],
  ["ROUND", () => round(column, 1), () => column.map(([a = 0]) => [new Half(a).toDecimalPlaces(1).toNumber()])],
  [
    "YOYTEXT",
    () => yoyText(column, priors),
    () =>
      column.map(([a = 0], i) => [
        new Half(a)
          .minus(priors[i]?.[0] ?? 0)
          .abs()
          .toFixed(2) +
          new Half(a)
            .minus(priors[i]?.[0] ?? 0)
            .div(priors[i]?.[0] ?? 1)
            .times(100)
            .toFixed(2),
      ]),
  ],
];

console.log("single cells        calls/s    × decimal.js");
for (const [name, ours, bare] of scalars) {
  const [mine, theirs] = [best(repeated(ours)), best(repeated(bare))];
  console.log(
    `${name.padEnd(12)} ${Math.round((CALLS / mine) * 1000)
      .toLocaleString("en")
      .padStart(14)} ${(mine / theirs).toFixed(2).padStart(12)}`,
  );
}

console.log("100,000 cells            ms    × decimal.js");
for (const [name, ours, bare] of ranges) {
  const [mine, theirs] = [best(() => keep(ours())), best(() => keep(bare()))];
  console.log(`${name.padEnd(12)} ${mine.toFixed(1).padStart(14)} ${(mine / theirs).toFixed(2).padStart(12)}`);
}
if (sink > 0) console.log(`${sink} calls gave nothing`);
