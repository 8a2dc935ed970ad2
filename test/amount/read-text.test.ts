import fc from "fast-check";
import { Exact } from "../../src/amount/exact";
import { formatAmount, GROUPED } from "../../src/amount/format";
import { readAmountText } from "../../src/amount/read-text";
import { anyText } from "../support/any-text";

describe("read in one way", () => {
  test.each([
    ["1219.43", "1219.43", ["text"]],
    [" 1219.43 ", "1219.43", ["text"]],
    ["1,219.43", "1219.43", ["text", "separator"]],
    ["12,345,678.90", "12345678.9", ["text", "separator"]],
    ["1, 221. 42", "1221.42", ["text", "separator", "space"]],
    ["1,2 21.42", "1221.42", ["text", "separator", "space"]],
    ["3. 50", "3.5", ["text", "space"]],
    ["- 5.00", "-5", ["text", "space"]],
    ["１，２１９．４３", "1219.43", ["text", "fullWidth", "separator"]],
    ["12．5", "12.5", ["text", "fullWidth"]],
    ["0", "0", ["text"]],
    ["-5.00", "-5", ["text"]],
    ["+5", "5", ["text"]],
    ["－5", "-5", ["text", "fullWidth"]],
    ["−5", "-5", ["text"]],
    ["(1.00)", "-1", ["text", "parentheses"]],
    ["（1,000.00）", "-1000", ["text", "fullWidth", "separator", "parentheses"]],
    ["'12.50", "12.5", ["text", "apostrophe"]],
    [".5", "0.5", ["text"]],
    ["\u00a01,219.43\u3000", "1219.43", ["text", "separator"]],
    ["1,219.\n43", "1219.43", ["text", "separator", "space"]],
    ["\u200b80", "80", ["text"]],
    ["01", "1", ["text"]],
    ["2010301", "2010301", ["text"]],
    ["-", "0", ["dash"]],
    ["—", "0", ["dash"]],
    ["——", "0", ["dash"]],
    ["－", "0", ["dash"]],
    ["–", "0", ["dash"]],
    [" - ", "0", ["dash"]],
  ])("%j is %s", (text, value, notation) => {
    const read = readAmountText(text);
    if (read === null || read === "blank") throw new Error(`read as ${String(read)}`);
    expect([read.value.toString(), read.notation, read.unit]).toEqual([value, notation, null]);
  });

  test.each([
    ["12.5万元", "12.5", "万元"],
    ["1,250 元", "1250", "元"],
    ["（3.2 万元）", null, null],
    ["12万", null, null],
    ["12亿元", null, null],
    ["12万元元", null, null],
    ["元", null, null],
  ])("%j: %p in %p", (text, value, unit) => {
    const read = readAmountText(text);
    expect(read === null ? [null, null] : read === "blank" ? ["blank"] : [read.value.toString(), read.unit]).toEqual([value, unit]);
  });
});

test.each(["", " ", "\u3000", "\u00a0\t\n", "\u200b"])("%j is blank", (text) => expect(readAmountText(text)).toBe("blank"));

test.each([
  "12a",
  "#REF!",
  "无",
  "1-2",
  "1.2.3",
  "1,2,3",
  "12 34",
  "1 219.43",
  "5%",
  "5％",
  "1e5",
  "2026-02-10",
  "2026年",
  "1,219.",
  "1,2199",
  ",5",
  "1.219,43",
  "(-1.00)",
  "(1.00",
  "--5",
  "+",
  "()",
  "NaN",
  "Infinity",
  "①",
  "½",
  "¥12",
  "=1+1",
  "5-",
  "一百",
  "共计12.5",
  "1/2",
  "9".repeat(65),
])("%j is not one amount", (text) => expect(readAmountText(text)).toBeNull());

test("what the formatter prints is read back", () =>
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (units) => {
      const value = Exact.ofUnits(units, 2);
      const read = readAmountText(formatAmount(value, GROUPED));
      expect(read !== null && read !== "blank" && read.value.equals(value)).toBe(true);
    }),
  ));

test("any text at all is answered, never thrown at", () =>
  fc.assert(
    fc.property(anyText(80), (text) => {
      expect(() => readAmountText(text)).not.toThrow();
    }),
  ));
