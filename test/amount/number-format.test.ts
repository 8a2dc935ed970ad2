import { SSF } from "@e965/xlsx";
import fc from "fast-check";
import { Exact } from "../../src/amount/exact";
import { printNumber } from "../../src/amount/number-format";
import { readAmountText } from "../../src/amount/read-text";

/** What is read: the digits with their decimals and unit, words in brackets, or nothing. */
function read(number: number, format: string | undefined): string {
  const printed = printNumber(Exact.ofDouble(number), format);
  if (printed.kind !== "number") return printed.kind === "words" ? `[${printed.text}]` : "";
  return `${printed.value.toFixed(printed.decimals)}${printed.unit ?? ""}`;
}

const ACCOUNTING = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ';

test.each<[number, string | undefined, string]>([
  [1219.43, undefined, "1219.43"],
  [80, "General", "80"],
  [2.4, "@", "2.4"],
  [123456789.125, "General", "123456789.1"], // eleven characters
  [300005328.31, "General", "300005328.31"], // cents are kept, though General has no room for them
  [300005328.31 + 5e-8, undefined, "300005328.31"],
  [-1234567890.12, "General", "-1234567890.12"],
  [1219.435, "0.00", "1219.44"],
  [1219.43, "#,##0", "1219"],
  [2.4, "0.##", "2.4"],
  [80, "0.##", "80"],
  [12214200, "0.00,,\n%", "1221.42"], // two places right for %, six left for the commas; % out of sight
  [12214200, "0!.0,", "1221.4"],
  [12214200, "0\\.00,", "122.14"],
  [12214200, "0!.0000", "1221.4200"],
  [12214200, '0"."0000"万元"', "1221.4200万元"],
  [12345678, "0.00,,", "12.35"],
  [1221420, "0.00,", "1221.42"],
  [1221420, "#,##0,.00", "1221.42"],
  [12, '0"00"', "1200"],
  [1219.43, '#,##0.00"万元"', "1219.43万元"],
  [1219.43, '"人民币"0.00"元"', "1219.43元"],
  [1219.43, "[$¥-804]#,##0.00", "1219.43"],
  [-12.5, "0.00", "-12.50"],
  [-12.5, "0.00_);[Red](0.00)", "-12.50"],
  [-12.5, "0.00;[红色]0.00", "-12.50"],
  [-12.5, "0.00;0.00", "12.50"],
  [-12.5, ACCOUNTING, "-12.50"],
  [0, ACCOUNTING, "0"],
  [0, "0.00;-0.00;", ""],
  [0, '0.00;-0.00;"无"', "0"],
  [0, "#", ""],
  [0.4, "#", ""],
  [910.03, ";;;", ""],
  [910.03, ";;;@", ""],
  [-3, "0.00;;0.00", ""],
  [0.9984, "0.00%", "[99.84%]"],
  [46063, "yyyy-mm-dd", "[2026-02-10]"],
  [46063, 'yyyy"年"m"月"d"日"', "[2026-02-10]"],
  [0.5, "[h]:mm", "[1899-12-30]"],
  [12345678, '[>=10000]0!.0000"万元";0"元"', "1234.5678万元"],
  [350, '[>=10000]0!.0000"万元";0"元"', "350元"],
  [-350, "[>0]0.00;0.00", "-350.00"],
  [1234567, "0.00E+00", "1230000"],
  [80, 'G/通用格式"万元"', "80万元"],
])("%d under %j reads %s", (number, format, expected) => expect(read(number, format)).toBe(expected));

/** The reference knows no "!": it prints the next character as "\" does. */
const reference = (format: string, number: number): string =>
  (SSF as { readonly format: (format: string, value: number) => string }).format(format.replace(/!/g, "\\"), number);

/** A reference text without what a reader does not take for digits. */
const plain = (text: string): string => text.replace(/[¥\s]/g, "");

describe("any number, against the file library's own formatter", () => {
  const digits = fc.constantFrom("0", "0.0", "0.00", "0.000", "#,##0", "#,##0.0", "#,##0.00", "0.##", "#.00");
  const scaled = fc.tuple(digits, fc.constantFrom("", "", ",", ",,")).map(([body, commas]) => body + commas);
  const dressed = fc
    .tuple(fc.constantFrom("", "\\¥", "[$¥-804]", "[Blue]", '"¥"'), scaled, fc.constantFrom("", "_ ", "* ", '"元"', '"万元"'))
    .map((parts) => parts.join(""));
  const format = fc.oneof(
    dressed,
    fc.tuple(dressed, dressed).map(([a, b]) => `${a};-${b}`),
    fc.tuple(dressed, dressed, dressed).map(([a, b, c]) => `${a};(${b});${c}`),
    fc.constant(ACCOUNTING),
  );
  // The reference rounds halves as binary numbers lie, Excel as they are written: a number that ends in 5 is left out.
  const digitsOnly = fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }).filter((units) => !/50*$/.test(String(units)));
  const number = fc.oneof(
    digitsOnly.map((units) => units / 100),
    digitsOnly,
    fc.constant(0),
  );

  test("the digits a reader sees are the digits read", () =>
    fc.assert(
      fc.property(number, format, (value, pattern) => {
        const shown = readAmountText(plain(reference(pattern, value)));
        if (shown === null || shown === "blank") return;
        const printed = printNumber(Exact.ofDouble(value), pattern);
        expect(printed.kind).toBe("number");
        if (printed.kind === "number") expect([printed.value.toString(), printed.unit]).toEqual([shown.value.toString(), shown.unit]);
      }),
      { numRuns: 2000 },
    ));
});

test("a point that is printed as it stands divides whatever stands behind it", () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e10 }), fc.integer({ min: 1, max: 5 }), (value, behind) => {
      const digits = String(value).padStart(behind + 1, "0");
      expect(read(value, `0!.${"0".repeat(behind)}`)).toBe(`${digits.slice(0, -behind)}.${digits.slice(-behind)}`);
    }),
  ));

test("never throws, whatever the format", () =>
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...Array.from('0#?.,%;"\\!_*[]@-()年Edmyh/> \n')) }),
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }),
      (format, value) => {
        expect(() => printNumber(Exact.ofDouble(value), format)).not.toThrow();
      },
    ),
  ));
