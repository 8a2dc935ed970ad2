import { Decimal } from "decimal.js";
import { change, round, share, sum, tie, yoy, yoyText } from "../src/functions/functions";
import { tellSpeeds, type Speed } from "./results";

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

const beside = (mine: number, theirs: number): string => `decimal.js 同样的算法：${(mine / theirs).toFixed(2)} 倍时间`;
tellSpeeds("functions", "自定义函数", [
  ...scalars.map(([name, ours, bare]): Speed => {
    const [mine, theirs] = [best(repeated(ours)), best(repeated(bare))];
    return [`${name}，一格一格`, `每秒 ${Math.round((CALLS / mine) * 1000).toLocaleString("en")} 次`, beside(mine, theirs)];
  }),
  ...ranges.map(([name, ours, bare]): Speed => {
    const [mine, theirs] = [best(() => keep(ours())), best(() => keep(bare()))];
    return [`${name}，${CELLS.toLocaleString("en")} 格`, `${mine.toFixed(1)} ms`, beside(mine, theirs)];
  }),
]);
if (sink > 0) console.log(`${sink} calls gave nothing`);
