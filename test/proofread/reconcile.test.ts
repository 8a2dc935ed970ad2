import { Exact } from "../../src/amount/exact";
import { reconcile } from "../../src/proofread/judge/change/reconcile";

const of = (text: string): Exact => Exact.parse(text) ?? Exact.zero;
const fault = (current: string, size: string, rate: string): string => {
  const found = reconcile(of(current), of(size), of(rate), { direction: "down", growth: "down" }, [size, rate], false);
  return `${String(found.fault)} ${found.change.toFixed(2)}`;
};

test("one digit of the change makes the rate right: that digit is what is wrong", () => {
  // 100.00 - 87.60 = 12.40, and 12.40 ÷ 100.00 = 12.40 %
  expect(fault("87.60", "12.90", "12.40")).toBe("delta -12.40");
});

test("a rate worked out on this year's figure says nothing against the change", () => {
  // 0.32 ÷ 4.30 = 7.44 %; of last year's 4.62 it is 6.93 %
  expect(fault("4.30", "0.32", "7.44")).toBe("either -0.32");
});
