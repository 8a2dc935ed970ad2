import { Exact } from "../../src/amount/exact";
import { inWan, type Wan } from "../../src/amount/unit";
import { displaced } from "../../src/compare/displaced";
import type { Difference } from "../../src/compare/compare-tables";

/** Row, column, what the report prints there, what the workbook has. */
function differs(row: number, column: number, says: string, wanted: string): Difference {
  const amount = (text: string): Exact<Wan> => inWan(Exact.parse(text) ?? Exact.zero, "万元");
  const common = { key: "income", table: "表2", row: "某行", column: "某列", unit: "万元" } as const;
  const cell = { sheet: "表2", row, column };
  return { ...common, kind: "amount", printed: cell, own: cell, says: amount(says), wanted: amount(wanted) };
}

// 单位资金 30.00 and 结转 10.00, read one column to the right.
const total = [differs(3, 9, "0", "30.00"), differs(3, 10, "30.00", "10.00"), differs(3, 11, "10.00", "0")];
const class201 = [differs(4, 9, "0", "30.00"), differs(4, 10, "30.00", "0")];

it.each([
  ["the same figures in the same order in every row that differs are other columns", [...total, ...class201], 5],
  ["one row is a figure in the wrong column", total, 0],
  ["another figure among them is a figure that is wrong", [...total, differs(4, 9, "0", "30.00"), differs(4, 10, "30.01", "0")], 0],
  ["a figure left out is not a column", [...total, differs(4, 9, "0", "30.00")], 0],
  ["figures exchanged are not in the same order", [...class201, differs(5, 9, "1", "2"), differs(5, 10, "2", "1")], 0],
])("%s", (_, differences, count) => expect(displaced(differences)).toHaveLength(count));
