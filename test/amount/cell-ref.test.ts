import fc from "fast-check";
import { address, formulaAddress, columnLetters, fullAddress, parseAddress, parseFullAddress, quoteSheet } from "../../src/amount/cell-ref";

test.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [51, "AZ"],
  [52, "BA"],
  [701, "ZZ"],
  [702, "AAA"],
  [16383, "XFD"],
])("column %d is %s", (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
});

test.each([
  ["E27", 26, 4],
  ["$D$8", 7, 3],
  ["xfd1048576", 1048575, 16383],
])("%s is row %d, column %d", (text, row, column) => expect(parseAddress(text)).toEqual({ row, column }));

test.each(["", "27", "E", "E2:F3", "表1!A1", "ABCD1", "R1C1"])("%j is no address", (text) => expect(parseAddress(text)).toBeNull());

test("addresses read back", () =>
  fc.assert(
    fc.property(fc.nat(1_048_575), fc.nat(16_383), (row, column) => {
      expect(parseAddress(address({ row, column }))).toEqual({ row, column });
    }),
  ));

test.each([
  ["表1", "表1!E2"],
  ["填报-上年对比", "'填报-上年对比'!E2"],
  ["Sheet 1", "'Sheet 1'!E2"],
  ["it's", "'it''s'!E2"],
  ["2026", "'2026'!E2"],
  ["A1", "'A1'!E2"],
  ["rc", "'rc'!E2"],
  ["R1C1", "'R1C1'!E2"],
  ["三公经费（一）", "'三公经费（一）'!E2"],
])("in a formula, a cell of the sheet %s is %s", (sheet, expected) => expect(formulaAddress({ sheet, row: 1, column: 4 })).toBe(expected));

test.each([
  ["表5!E27", { sheet: "表5", row: 26, column: 4 }],
  ["a!b!E27", { sheet: "a!b", row: 26, column: 4 }],
  ["E27", null],
  ["!E27", null],
  ["表5!合计", null],
])("%s names %j", (text, cell) => expect(parseFullAddress(text)).toEqual(cell));

test("people read it without quotes", () => expect(fullAddress({ sheet: "填报-上年对比", row: 1, column: 4 })).toBe("填报-上年对比!E2"));

test("a word that only begins like an address needs no quotes", () => expect(quoteSheet("Result")).toBe("Result"));
