import { Decimal } from "decimal.js";
import fc from "fast-check";
import { Exact } from "../../src/amount/exact";

const Wide = Decimal.clone({ precision: 120, rounding: Decimal.ROUND_HALF_UP });
const of = (text: string): Exact => {
  const value = Exact.parse(text);
  if (!value) throw new Error(`not a number: ${text}`);
  return value;
};

describe("doubles are read as the 15 digits that Excel keeps", () => {
  test.each([
    [1219.43, "1219.43"],
    [1.005, "1.005"],
    [0.1 + 0.2, "0.3"],
    [1219.4300000000003, "1219.43"],
    [-0, "0"],
    [123456789012345, "123456789012345"],
    [1234567890123456, "1234567890123460"],
    [12345678901.2345, "12345678901.2345"],
    [1e-7, "0.0000001"],
    [1e21, "1000000000000000000000"],
    [-0.005, "-0.005"],
  ])("%d is %s", (double, expected) => expect(Exact.ofDouble(double).toString()).toBe(expected));
  test.each([Number.NaN, Number.POSITIVE_INFINITY])("%d is no amount", (double) => {
    expect(() => Exact.ofDouble(double)).toThrow(RangeError);
  });
});

test("there is one zero", () => {
  for (const zero of [
    Exact.ofDouble(-0),
    Exact.ofUnits(-0),
    of("-0.00"),
    of("5").times(Exact.ofUnits(-0)),
    of("-0.004").round(2),
    of("-1").quotient(of("1000"), 2),
  ])
    expect(Object.is(zero.toNumber(), 0)).toBe(true);
});

test.each(["", "1,219.43", "1e5", "１", "+-1", ".5", "1.2.3", " 1"])("%j is not plain notation", (text) =>
  expect(Exact.parse(text)).toBeNull(),
);

describe("rounding is half-up, away from zero", () => {
  test.each([
    ["1.005", 2, "1.01"],
    ["2.675", 2, "2.68"],
    ["-1.005", 2, "-1.01"],
    ["1.0049999999", 2, "1.00"],
    ["0.5", 0, "1"],
    ["-0.4", 0, "0"],
    ["1250", -2, "1300"],
    ["12345678901234567890.125", 2, "12345678901234567890.13"],
  ])("%s to %d is %s", (text, decimals, expected) => expect(of(text).round(decimals).toFixed(Math.max(decimals, 0))).toBe(expected));
});

test("division by zero is refused", () => {
  expect(() => of("1").dividedBy(Exact.zero)).toThrow(RangeError);
  expect(() => of("1").quotient(of("0.00"), 2)).toThrow(RangeError);
});

test.each([
  [5, 0, "5"],
  [5, 2, "0.05"],
  [5, -2, "500"],
  [9007199254740991, 20, "0.00009007199254740991"],
])("%d units of 10^-%d are %s", (units, decimals, expected) => expect(Exact.ofUnits(units, decimals).toString()).toBe(expected));

test("significant decimals", () => {
  expect([of("2.40").decimals(), of("80.00").decimals(), of("0").decimals(), of("1.125").decimals()]).toEqual([1, 0, 0, 3]);
});

describe("as decimal.js, whatever the size", () => {
  const digits = fc.tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.integer({ min: 0, max: 12 }));
  const small = fc.tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.integer({ min: 0, max: 4 }));
  const text = fc.oneof(small, digits).map(([negative, units, scale]) => {
    const padded = units.toString().padStart(scale + 1, "0");
    return `${negative ? "-" : ""}${padded.slice(0, padded.length - scale)}${scale > 0 ? `.${padded.slice(-scale)}` : ""}`;
  });
  const same = (actual: Exact, expected: Decimal): void => expect(actual.toString()).toBe(expected.plus(0).toFixed());

  test("plus, minus, times", () =>
    fc.assert(
      fc.property(text, text, (a, b) => {
        same(of(a).plus(of(b)), new Wide(a).plus(b));
        same(of(a).minus(of(b)), new Wide(a).minus(b));
        same(of(a).times(of(b)), new Wide(a).times(b));
      }),
    ));

  test("sums in any order", () =>
    fc.assert(
      fc.property(fc.array(text, { maxLength: 20 }), (list) => {
        const total = list.reduce((sum, value) => sum.plus(value), new Wide(0));
        same(Exact.sum(list.map(of)), total);
        same(Exact.sum(list.map(of).reverse()), total);
      }),
    ));

  test("round and toFixed", () =>
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 8 }), (a, decimals) => {
        same(of(a).round(decimals), new Wide(a).toDecimalPlaces(decimals));
        expect(
          of(a)
            .toFixed(decimals)
            .replace(/^-(?=[0.]*$)/, ""),
        ).toBe(new Wide(a).toFixed(decimals).replace(/^-(?=[0.]*$)/, ""));
      }),
    ));

  test("a rounded quotient", () =>
    fc.assert(
      fc.property(
        text,
        text.filter((value) => !new Wide(value).isZero()),
        fc.integer({ min: 0, max: 6 }),
        (a, b, decimals) => {
          same(of(a).quotient(of(b), decimals), new Wide(a).div(b).toDecimalPlaces(decimals));
        },
      ),
    ));

  test("comparison and sign", () =>
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(of(a).compare(of(b))).toBe(new Wide(a).cmp(b));
        expect(of(a).equals(of(`${a}${a.includes(".") ? "" : "."}000`))).toBe(true);
        expect(of(a).sign()).toBe(new Wide(a).isZero() ? 0 : new Wide(a).isNegative() ? -1 : 1);
      }),
    ));

  test("shifting the point back and forth loses nothing", () =>
    fc.assert(
      fc.property(text, fc.integer({ min: -8, max: 8 }), (a, places) => {
        same(of(a).shifted(places), new Wide(a).times(new Wide(10).pow(places)));
        expect(of(a).shifted(places).shifted(-places).equals(of(a))).toBe(true);
      }),
    ));

  test("doubles of at most 15 digits come back as they were", () =>
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), fc.integer({ min: 0, max: 15 }), (units, scale) => {
        const double = Number(`${units}e-${scale}`);
        expect(Exact.ofDouble(double).toNumber()).toBe(double + 0);
      }),
    ));
});
