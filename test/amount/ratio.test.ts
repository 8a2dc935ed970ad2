import { Exact } from "../../src/amount/exact";
import { share, yearOnYear } from "../../src/amount/ratio";

const of = (value: number): Exact => Exact.ofDouble(value);

describe("占比", () => {
  // The first three are printed in a published document; the rest are worked out by hand.
  test.each([
    [1219.43, 1221.42, "99.84"],
    [1.99, 1221.42, "0.16"],
    [0, 1221.42, "0.00"],
    [1, 3, "33.33"],
    [2, 3, "66.67"],
    [1, 32, "3.13"],
    [-1, 32, "-3.13"],
    [11, 1, "1100.00"],
    [0.01, 1000, "0.00"],
  ])("%d of %d is %s%%", (part, whole, expected) => expect(share(of(part), of(whole))?.toFixed(2)).toBe(expected));
  test("of nothing there is no share", () => expect(share(of(1), Exact.zero)).toBeNull());
});

describe("增减", () => {
  test.each([
    // current, prior, change, direction, rate, growth
    [1219.43, 1332.39, "-112.96", "减少", "8.48", "下降"],
    [12, 1, "11.00", "增加", "1100.00", "增长"],
    [44.35, 0, "44.35", "增加", "100.00", "增长"],
    [0, 15.5, "-15.50", "减少", "100.00", "下降"],
    [0, 0, "0.00", "增加", "0.00", "增长"],
    [5, 5, "0.00", "增加", "0.00", "增长"],
    [10, -10, "20.00", "增加", "200.00", "增长"],
    [-15, -10, "-5.00", "减少", "50.00", "下降"],
    [-5, 0, "-5.00", "减少", "100.00", "下降"],
    [33, 32, "1.00", "增加", "3.13", "增长"],
  ])("%d after %d: %s, %s, %s%%, %s", (current, prior, change, direction, rate, growth) => {
    const found = yearOnYear(of(current), of(prior));
    expect([found.change.toFixed(2), found.direction, found.rate.toFixed(2), found.growth]).toEqual([change, direction, rate, growth]);
  });
});
