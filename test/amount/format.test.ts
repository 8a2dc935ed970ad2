import { Exact } from "../../src/amount/exact";
import { formatAmount, formatPercent, GROUPED, PLAIN } from "../../src/amount/format";

test.each([
  [1219.43, "1,219.43", "1219.43"],
  [1437, "1,437.00", "1437"],
  [2.4, "2.40", "2.4"],
  [166.4, "166.40", "166.4"],
  [0, "0.00", "0"],
  [100, "100.00", "100"],
  [1000, "1,000.00", "1000"],
  [1234567.891, "1,234,567.89", "1234567.89"],
  [1.005, "1.01", "1.01"],
  [-1219.4, "-1,219.40", "-1219.4"],
  [-0.001, "0.00", "0"],
])("%d is %s, in the style of 2023 %s", (value, grouped, plain) => {
  expect(formatAmount(Exact.ofDouble(value), GROUPED)).toBe(grouped);
  expect(formatAmount(Exact.ofDouble(value), PLAIN)).toBe(plain);
});

test.each([
  [99.84, "99.84%", "99.84%"],
  [1100, "1,100.00%", "1100%"],
  [20, "20.00%", "20%"],
  [0, "0.00%", "0%"],
])("%d points are %s, in the style of 2023 %s", (points, grouped, plain) => {
  expect(formatPercent(Exact.ofDouble(points), GROUPED)).toBe(grouped);
  expect(formatPercent(Exact.ofDouble(points), PLAIN)).toBe(plain);
});
