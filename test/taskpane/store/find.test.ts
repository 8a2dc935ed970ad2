import type { PlainSheet } from "../../../src/workbook/plain";
import { cellsSaying, followingFound } from "../../../src/taskpane/store/find";

const sheet = (name: string, values: PlainSheet["values"], format?: string): PlainSheet => ({
  name,
  visibility: "visible",
  top: 0,
  left: 0,
  values,
  formulas: values.map((line) => line.map(() => undefined)),
  formats: values.map((line) => line.map((value) => (typeof value === "number" ? format : undefined))),
});

const SHEETS = [
  sheet(
    "表1",
    [
      ["项目", "预算数"],
      ["一般公共预算", 1219.43],
    ],
    "#,##0.00",
  ),
  sheet("表2", [
    ["一般公共预算拨款", null],
    ["ＡＢＣ", 1219.43],
  ]),
];
const addresses = (words: string): string[] =>
  cellsSaying(SHEETS, words).map(({ sheet: on, row, column }) => `${on} ${String(row)},${String(column)}`);

describe("searching the sheets", () => {
  it("finds words in reading order, sheet by sheet", () => expect(addresses("一般公共预算")).toEqual(["表1 1,0", "表2 0,0"]));
  it("finds an amount as it is printed and as it is typed", () => {
    expect(addresses("1,219.43")).toEqual(["表1 1,1"]);
    expect(addresses("1219.43")).toEqual(["表1 1,1", "表2 1,1"]);
  });
  it("makes no difference between capitals, half and full width", () => expect(addresses("abc")).toEqual(["表2 1,0"]));
  it("finds nothing for no words", () => expect(addresses("  ")).toEqual([]));

  const found = cellsSaying(SHEETS, "一般公共预算");
  const at = (on: string, row: number, column: number): { sheet: string; row: number; column: number } => ({ sheet: on, row, column });
  it("goes on from the active cell, round and round", () => {
    expect(followingFound(found, SHEETS, at("表1", 0, 0), 1)).toBe(0);
    expect(followingFound(found, SHEETS, at("表1", 1, 0), 1)).toBe(1);
    expect(followingFound(found, SHEETS, at("表2", 0, 0), 1)).toBe(0);
  });
  it("goes back the same way", () => {
    expect(followingFound(found, SHEETS, at("表2", 1, 1), -1)).toBe(1);
    expect(followingFound(found, SHEETS, at("表2", 0, 0), -1)).toBe(0);
    expect(followingFound(found, SHEETS, at("表1", 1, 0), -1)).toBe(1);
  });
  it("stays on a cell that still says it while more is typed", () => expect(followingFound(found, SHEETS, at("表1", 1, 0), 0)).toBe(0));
  it("knows of nothing where nothing is found", () => expect(followingFound([], SHEETS, at("表1", 1, 0), 1)).toBe(-1));
});
