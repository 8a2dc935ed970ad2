import { changedParagraphs, wordsChanged } from "../../src/compare/compare-texts";

const before = ["一、收支情况", "收入总计1,219.43万元。", "支出总计1,219.43万元，增加2.00万元。", "本单位无其他事项。", ""];

it.each<[string, readonly string[], readonly (readonly [number | null, number | null])[]]>([
  ["the same", before, []],
  ["spaces and marks of another width", ["一、 收支情况", "收入总计1,219.43 万元。", ...before.slice(2)], []],
  ["moved as a whole", [before[3] ?? "", ...before.slice(0, 3)], []],
  ["another figure", [before[0] ?? "", "收入总计1,219.34万元。", ...before.slice(2)], [[1, 1]]],
  ["another wording", [...before.slice(0, 2), "支出总计1,219.43万元，比上年增加2.00万元。", ...before.slice(3)], [[2, 2]]],
  ["one more", [...before.slice(0, 3), "另有结转资金5.00万元。", ...before.slice(3)], [[null, 3]]],
  ["one less", before.slice(0, 3), [[3, null]]],
])("%s", (_, after, changes) => {
  expect(changedParagraphs(before, after).map((change) => [change.before, change.after])).toEqual(changes);
});

it("tells what changed with the words around it", () => {
  expect(wordsChanged("一般公共预算1,219.43万元，占99.84%。", "一般公共预算1,219.34万元，占99.84%。")).toEqual([
    "一般公共预算1,219.43万元，占99.84%。",
    "一般公共预算1,219.34万元，占99.84%。",
  ]);
});
