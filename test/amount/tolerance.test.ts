import fc from "fast-check";
import { Exact } from "../../src/amount/exact";
import { share } from "../../src/amount/ratio";
import { holdsAsStored, HUNDREDTH, judgeSame, judgeShare, judgeSum, roundingBound, threeSigma } from "../../src/amount/tolerance";

const of = (value: number): Exact => Exact.ofDouble(value);

test.each([
  [0, "0.00"],
  [1, "0.01"],
  [2, "0.01"],
  [3, "0.02"],
  [4, "0.02"],
  [5, "0.03"],
  [10, "0.05"],
  [20, "0.10"],
])("%d rounded addends can be off by %s at most", (addends, bound) => expect(roundingBound(addends).toFixed(2)).toBe(bound));

test.each([
  [2, 0.015],
  [5, 0.021],
  [10, 0.029],
  [20, 0.04],
])("three sigma of %d addends is %d", (addends, sigma) => {
  expect(threeSigma(addends)).toBeCloseTo(sigma, 3);
});

describe("sums", () => {
  test.each([
    [0, 5, "holds"],
    [0.01, 2, "rounding"],
    [-0.01, 2, "rounding"],
    [0.02, 2, "broken"],
    [0.02, 3, "unlikely"], // 3σ is 0.0173
    [0.02, 5, "rounding"], // 3σ is 0.0212
    [0.03, 5, "unlikely"],
    [0.04, 5, "broken"],
    [0.05, 20, "unlikely"], // the real mistake that the worst case would hide
    [0.04, 20, "unlikely"], // 3σ is 0.0397
    [0.03, 20, "rounding"],
    [0.01, 0, "broken"],
    [100, 20, "broken"],
  ] as const)("off by %d with %d addends: %s", (difference, addends, verdict) => expect(judgeSum(of(difference), addends)).toBe(verdict));
  test("in units of another last place", () => {
    expect(judgeSum(of(100), 2, of(100))).toBe("rounding");
    expect(judgeSum(of(200), 2, of(100))).toBe("broken");
  });
  test("the verdict agrees with the two bounds", () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 80 }), (addends, hundredths) => {
        const size = hundredths / 100;
        const expected = hundredths > Math.floor((addends + 1) / 2) ? "broken" : size > threeSigma(addends) ? "unlikely" : "rounding";
        expect(judgeSum(of(-size), addends)).toBe(expected);
      }),
    ));
});

test.each([
  [0, "holds"],
  [0.01, "offByOne"],
  [-0.01, "offByOne"],
  [0.004, "offByOne"],
  [0.02, "broken"],
  [-112.96, "broken"],
] as const)("the same figure twice, off by %d: %s", (difference, verdict) => expect(judgeSame(of(difference), HUNDREDTH)).toBe(verdict));

test.each([
  [0, true],
  [0.000001, true],
  [-0.000001, true],
  [0.0000011, false],
  [0.01, false],
])("stored values off by %d hold: %p", (difference, holds) => {
  expect(holdsAsStored(of(difference))).toBe(holds);
});

describe("printed shares", () => {
  test.each([
    [1219.43, 1221.42, 99.84, "holds"],
    [1219.43, 1221.42, 99.85, "broken"],
    // 51.89/1219.43 is 4.2553 and prints 4.26; amounts within half a unit reach 4.2548.
    [51.89, 1219.43, 4.25, "rounding"],
    [51.89, 1219.43, 4.24, "broken"],
    [0, 0, 0, "holds"],
    [0, 0, 0.01, "broken"],
    [1, 0, 100, "broken"],
    [0, 100, 0.01, "rounding"], // 0.005 of 100 prints 0.01
    [0, 1000, 0.01, "broken"],
    [-51.89, 1219.43, -4.25, "rounding"],
    [-51.89, -1219.43, 4.25, "rounding"],
    [0.01, 0.01, 300, "rounding"],
    [0.01, 0.01, 301, "broken"],
    [-0.01, 0.01, -300, "rounding"],
    [-0.01, 0.01, -301, "broken"],
  ] as const)("%d of %d printed as %d%%: %s", (part, whole, printed, verdict) => {
    expect(judgeShare(of(part), of(whole), of(printed))).toBe(verdict);
  });
  test("any share worked out from the amounts behind the printed ones is accepted", () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e8 }), fc.integer({ min: 10_000, max: 1e8 }), (partYuan, wholeYuan) => {
        const [part, whole] = [Exact.ofUnits(partYuan, 4), Exact.ofUnits(wholeYuan, 4)];
        const printed = share(part, whole);
        expect(printed && judgeShare(part.round(2), whole.round(2), printed)).not.toBe("broken");
      }),
    ));
});
