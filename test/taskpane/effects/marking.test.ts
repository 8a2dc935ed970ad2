import { marksOf } from "../../../src/taskpane/effects/marking";
import { cell, finding, report, suspect } from "../samples";

const seen = (of: Parameters<typeof marksOf>[0]): string[] =>
  marksOf(of).map(({ sheet, row, column, level }) => `${sheet} ${String(row)} ${String(column)} ${level}`);

describe("what is marked on the sheets", () => {
  test("the cell at fault strong, what follows from it faint", () =>
    expect(seen(report([finding()], { suspects: [suspect()] }))).toEqual(["表4 34 4 error", "表5 26 4 faint"]));

  test("both sides strong where nothing says which of them it is", () =>
    expect(seen(report([finding()]))).toEqual(["表5 26 4 error", "表4 34 4 error"]));

  test("another guess at the same finding marks nothing", () =>
    expect(seen(report([finding()], { suspects: [suspect(), suspect({ sheet: "表5", row: 26 })] }))).toEqual([
      "表4 34 4 error",
      "表5 26 4 faint",
    ]));

  test("what is doubtful; no 提示, no 尾差, nothing that was not run", () =>
    expect(
      seen(
        report([
          finding({ key: "w", severity: "warning", cells: [cell(1, "1")] }),
          finding({ key: "i", severity: "info" }),
          finding({ key: "r", verdict: "rounding", severity: "info" }),
          finding({ key: "n", verdict: "notRun" }),
        ]),
      ),
    ).toEqual(["表1 26 4 warning"]));
});
