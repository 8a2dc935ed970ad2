import fc from "fast-check";
import { calculate } from "../../src/workbook/formula/calculate";
import type { CellValue, PlainSheet, PlainWorkbook } from "../../src/workbook/plain";

/** A sheet of values; texts that begin with "=" are formulas without a result. */
function sheet(name: string, rows: readonly (readonly CellValue[])[], top = 0, left = 0): PlainSheet {
  const formula = (value: CellValue): string | undefined => (typeof value === "string" && value.startsWith("=") ? value : undefined);
  return {
    name,
    visibility: "visible",
    top,
    left,
    formats: [],
    values: rows.map((row) => row.map((value) => (formula(value) === undefined ? value : null))),
    formulas: rows.map((row) => row.map(formula)),
  };
}

const book = (...sheets: readonly PlainSheet[]): PlainWorkbook => ({ name: "a.xlsx", sheets });

/** What the first cell of 表5 comes to beside some figures: B1 10.1, C1 20.2, D1 blank, A2 "201", B2 0.30, C2 words, D2 TRUE. */
function result(formula: string): CellValue | undefined {
  const own = sheet("表5", [
    [formula, 10.1, 20.2, null],
    ["201", 0.3, "约10", true],
  ]);
  const other = sheet("表 6", [[100.25, 200.5]], 4, 1);
  return calculate(book(own, other)).workbook.sheets[0]?.values[0]?.[0];
}

test.each<[string, CellValue]>([
  ["=B1+B2", 10.4],
  ["=B1+C1*2-D1", 50.5],
  ["=(B1+C1)*2/4", 15.15],
  ["=-B1+-C1", -30.3],
  ["=B1*50%", 5.05],
  ["=SUM(B1:C2)", 30.6], // the words are passed over
  ["=sum($B$1:$B$2,C1)", 30.6],
  ["=SUM('表 6'!B5:C5)", 300.75],
  ["='表 6'!B5+表5!B1", 110.35],
  ["=ROUND(B1/3,2)", 3.37],
  ['=IF(B1>C1,1/0,"无")', "无"],
  ['=IF(COUNT(D1:D1)=0,"",SUM(D1:D1))', ""],
  ['=IF(D1="",5,6)', 5],
  ['=SUMPRODUCT((A2:C2<>"")*(D1:D1=""),B1:D1)', 30.3],
  ['=SUMPRODUCT(--(B1:C1<>""),B1:C1)', 30.3],
  ["=ABS(B1-C1)", 10.1],
  ["=D1", 0],
  ['=A2="201"', true],
])("%s comes to %s", (formula, expected) => expect(result(formula)).toBe(expected));

test.each([
  "=VLOOKUP(A2,B1:C2,2)",
  "=B1+C2",
  "=B1/D1",
  "=[1]表5!B1",
  "=表99!B1",
  "=A1",
  "=SUM(A1:B1)",
  "=B1&C1",
  "=B1^2",
  "=",
  "=B1+",
  "=(B1",
  "=SUM(B:B)",
  "=名称",
  "=B1 C1",
  "=SUM(B1:C1)(",
  "=IF()",
  "=__proto__(1)",
  "=B1:C1",
  "=1e5",
])("%s is left without a result", (formula) => expect(result(formula)).toBeNull());

test("formulas are worked out through others, also across sheets, and only where there is no result", () => {
  const first = sheet("表1", [["=表2!A1+1", "=A1*2", "=C1"]]);
  const second = sheet("表2", [["=SUM(B1:C1)", 2, 3]]);
  const saved: PlainSheet = { ...sheet("表3", [[7]]), formulas: [["=1+1"]] };
  const { workbook, cells } = calculate(book(first, second, saved));
  expect(workbook.sheets.map(({ values }) => values)).toEqual([[[6, 12, null]], [[5, 2, 3]], [[7]]]);
  expect(cells.map(({ sheet: name, row, column }) => [name, row, column])).toEqual([
    ["表1", 0, 0],
    ["表1", 0, 1],
    ["表2", 0, 0],
  ]);
});

test("a workbook whose formulas have results is the same workbook", () => {
  const whole = book({ ...sheet("表3", [[7]]), formulas: [["=1+1"]] });
  expect(calculate(whole).workbook).toBe(whole);
});

test("a chain without end and a sum without bound are left, not followed", () => {
  const chain = sheet(
    "表1",
    Array.from({ length: 5000 }, (_, row) => [row === 4999 ? 1 : `=A${row + 2}+1`]),
  );
  expect(() => calculate(book(chain))).not.toThrow();
  const wide = sheet(
    "表1",
    Array.from({ length: 50 }, () => ["=SUM(B1:XFD100000)"]),
  );
  expect(calculate(book(wide)).cells).toEqual([]);
});

test("a sum of hundredths is exact", () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 20 }), (hundredths) => {
      const own = sheet("表1", [[`=SUM(B1:${String.fromCharCode(65 + hundredths.length)}1)`, ...hundredths.map((units) => units / 100)]]);
      expect(calculate(book(own)).workbook.sheets[0]?.values[0]?.[0]).toBe(hundredths.reduce((a, b) => a + b, 0) / 100);
    }),
  ));

test("never throws, whatever the formula", () =>
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from("=+-*/%(),:!'\"<>AB12$.SUMIF ")) }), (formula) =>
      expect(() => result(`=${formula}`)).not.toThrow(),
    ),
  ));
