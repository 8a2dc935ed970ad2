import { levelOf } from "../../../src/checks/level";
import { filterFindings, noFilter } from "../../../src/taskpane/store/filter";
import { countLevels, findingLines, groupFindings } from "../../../src/taskpane/store/groups";
import { cell, finding } from "../samples";

const error = finding({ key: "error" });
const warning = finding({ key: "warning", severity: "warning" });
const info = finding({ key: "info", severity: "info" });
const rounding = finding({ key: "rounding", verdict: "rounding" });
const notRun = finding({
  key: "notRun",
  verdict: "notRun",
  cells: [],
  formula: "表2[各行] = 表3[各行]",
  message: "缺表2",
  left: null,
  right: null,
  difference: null,
});
const all = [rounding, info, notRun, warning, error];
const keys = (list: readonly { readonly key: string }[]): string[] => list.map(({ key }) => key);

describe("the findings shown", () => {
  it.each([
    [error, "error"],
    [warning, "warning"],
    [info, "info"],
    [rounding, "rounding"],
    [notRun, "notRun"],
  ])("level of %#", (given, level) => expect(levelOf(given)).toBe(level));

  it("are those that need something done, unless asked otherwise", () => {
    expect(keys(filterFindings(all, noFilter))).toEqual(["notRun", "warning", "error"]);
    expect(keys(filterFindings(all, { ...noFilter, levels: ["rounding"] }))).toEqual(["rounding"]);
  });

  it.each([
    ["总计", 2],
    ["1219.53", 2],
    ["x45 合计", 2],
    ["表5 没有的词", 0],
    ["  ", 3],
  ])("searched for %p", (search, count) => {
    expect(filterFindings(all, { levels: [], search })).toHaveLength(count);
  });

  it("are grouped by table in order, worst first, without a table last", () => {
    const groups = groupFindings([
      warning,
      error,
      finding({ key: "t1", cells: [cell(1, "1")] }),
      notRun,
      finding({ key: "none", cells: [], formula: "全簿" }),
    ]);
    expect(groups.map(({ table, findings }) => [table, keys(findings)])).toEqual([
      [1, ["t1"]],
      [2, ["notRun"]],
      [5, ["error", "warning"]],
      [null, ["none"]],
    ]);
  });

  it("make one list of heads and findings", () => {
    expect(
      findingLines(groupFindings([error, warning])).map((line) =>
        line.kind === "group" ? `${line.table ?? ""}:${line.count}:${line.worst}` : line.key,
      ),
    ).toEqual(["5:2:error", "error", "warning"]);
  });

  it("are counted by level", () => expect(countLevels(all)).toEqual({ error: 1, warning: 1, info: 1, rounding: 1, notRun: 1 }));
});
