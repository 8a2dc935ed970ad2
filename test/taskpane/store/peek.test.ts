import { cellText, peekAt } from "../../../src/taskpane/store/peek";
import type { PlainSheet } from "../../../src/workbook/plain";

const sheet: PlainSheet = {
  name: "表4",
  visibility: "visible",
  top: 2,
  left: 1,
  formulas: [],
  values: [
    ["项目", "预算数", "合计"],
    ["一般公共服务支出", 910.03, 910.03],
    ["支出总计", 1219.53, { error: "#REF!" }],
  ],
  formats: [[], [undefined, "#,##0.00", "0.00"], [undefined, "#,##0.00"]],
};

describe("a peek at the other side", () => {
  it("shows the words of the row, the neighbours, and the rows above and below", () => {
    expect(peekAt({ name: "", sheets: [sheet] }, { sheet: "表4", row: 4, column: 2 })).toEqual({
      sheet: "表4",
      columns: ["B", "C"],
      rows: [
        {
          number: 4,
          cells: [
            { text: "一般公共服务支出", numeric: false, hit: false },
            { text: "910.03", numeric: true, hit: false },
          ],
        },
        {
          number: 5,
          cells: [
            { text: "支出总计", numeric: false, hit: false },
            { text: "1,219.53", numeric: true, hit: true },
          ],
        },
        {
          number: 6,
          cells: [
            { text: "", numeric: false, hit: false },
            { text: "", numeric: false, hit: false },
          ],
        },
      ],
    });
  });

  it("is nothing where the sheet is gone", () =>
    expect(peekAt({ name: "", sheets: [sheet] }, { sheet: "表5", row: 0, column: 0 })).toBeNull());

  it.each([
    [1219.5, "#,##0.00", "1,219.50"],
    [1219.5, "0.00", "1219.50"],
    [0.9984, "0.00%", "99.84%"],
    [0.1 + 0.2, undefined, "0.3"],
    [24, "General", "24"],
    [-2.5, "#,##0.00;[Red]-#,##0.00", "-2.50"],
    ["=1+1", "@", "=1+1"],
    [true, undefined, "TRUE"],
    [null, "0.00", ""],
  ])("writes %p with format %p as %p", (value, format, text) => expect(cellText(value, format)).toBe(text));
});
