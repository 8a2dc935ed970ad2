import { findOther, findPrior, findProject, findWords } from "../../src/inputs/find";
import { readInputs, type Inputs } from "../../src/inputs/read";
import { textSheet } from "../narrative/text-workbook";

const inputs = (name: string, text: string): Inputs => readInputs({ name: "t", sheets: [textSheet(name, text)] });

describe("headings are found by name", () => {
  test.each([
    ["usual order", "类别 | 科目编码 | 名称 | 上年预算数 | 主要原因\n功能科目 | 2010301 | 甲/乙/丙 | 12.30 | 人员增加"],
    [
      "another order, own columns between",
      "主要原因 | 备注 | 名称 | 类别 | 上年预算数 | 科目编码\n人员增加 | 我的备注 | 甲/乙/丙 | 功能科目 | 12.30 | 2010301",
    ],
    [
      "unit in the heading, a title above",
      "上年对比（单位：万元）\n类别 | 科目代码 | 科目名称 | 上年预算数（万元） | 增减原因\n功能科目 | 2010301 | 甲/乙/丙 | 12.30 | 人员增加",
    ],
    [
      "the amount as text with separators",
      "类别 | 科目编码 | 名称 | 上年预算数 | 主要原因\n功能科目 | 2010301 | 甲/乙/丙 | １２．３０ | 人员增加",
    ],
    ["元 in the heading", "类别 | 科目编码 | 名称 | 上年预算数（元） | 主要原因\n功能科目 | 2010301 | 甲/乙/丙 | 123000 | 人员增加"],
  ])("%s", (_, text) => {
    const row = findPrior(inputs("填报-上年对比", text), "功能科目", [], "2010301");
    expect(row?.prior.value?.toString()).toBe("12.3");
    expect(row?.reason.text).toBe("人员增加");
  });

  test("every value knows its cell", () => {
    const row = findPrior(inputs("填报－上年对比", "\n类别 | 名称 | 上年预算数 | 主要原因\n支出总额 | 基本支出 | 0.00 |"), "支出总额", [
      "基本支出",
    ]);
    expect(row?.prior).toMatchObject({ cell: { sheet: "填报－上年对比", row: 1, column: 2 } });
    expect(row?.reason).toEqual({ text: "", cell: { sheet: "填报－上年对比", row: 1, column: 3 } });
  });
});

test("blank is not zero", () => {
  const text = "类别 | 名称 | 上年预算数 | 主要原因\n支出总额 | 基本支出 | | 甲\n支出总额 | 项目支出 | 0.00 | 乙";
  const read = inputs("填报-上年对比", text);
  expect(findPrior(read, "支出总额", ["基本支出"])?.prior.value).toBeNull();
  expect(findPrior(read, "支出总额", ["项目支出"])?.prior.value?.isZero()).toBe(true);
});

test("a merged 类别 holds for the rows below it, until a blank row", () => {
  const read = inputs(
    "填报-其他事项",
    "类别 | 项目 | 数值 | 计量单位\n国有资产 | 房屋面积 | 251 | 平方米\n | 房屋价值 | 75500 | 元\n | | |\n | 办公家具价值 | 1.00 | 万元",
  );
  expect(findOther(read, "国有资产", "房屋价值")?.value.value?.toString()).toBe("7.55");
  expect(findOther(read, "国有资产", "办公家具价值")).toBeNull();
});

test.each([
  ["“三公”经费", "公务用车运行费", ["公务用车运行维护费", "公务用车运行费"]],
  ['"三公"经费', "公务用车运行费", ["公务用车运行费"]],
  ["三公经费", "公务用车运行费 ", ["公务用车运行费"]],
])("names are compared as people read them: %s", (category, name, wanted) => {
  expect(
    findPrior(
      inputs("填报-上年对比", `类别 | 名称 | 上年预算数\n${category} | ${name} | 2.40`),
      "“三公”经费",
      wanted,
    )?.prior.value?.toString(),
  ).toBe("2.4");
});

test("a code decides before a name does", () => {
  const read = inputs(
    "填报-上年对比",
    "类别 | 科目编码 | 名称 | 上年预算数\n功能科目 | 2010101 | 行政运行 | 1.00\n功能科目 | 2010301 | 行政运行 | 2.00",
  );
  expect(findPrior(read, "功能科目", ["行政运行"], "2010301")?.prior.value?.toString()).toBe("2");
  expect(findPrior(read, "功能科目", ["行政运行"], "2010401")).toBeNull();
});

test("words, projects and what cannot be read", () => {
  expect(findWords(inputs("填报-文字说明", "类别 | 名称 | 内容\n其他需说明的事项 | | 无"), "其他需说明的事项", "")?.content.text).toBe(
    "无",
  );
  const projects = inputs("填报-项目说明", "项目名称 | 承担单位\n维护 | 甲单位\n维护 | 乙单位");
  expect(findProject(projects, "维护", "乙单位")?.position).toBe(2);
  const broken = inputs("填报-其他事项", "类别 | 项目 | 数值 | 计量单位\n政府采购 | 货物 | 约十万 | 万元");
  expect(broken.problems).toEqual([
    { cell: { sheet: "填报-其他事项", row: 1, column: 2 }, message: "填报-其他事项!C2的“约十万”读不成数，请改填数字。" },
  ]);
});

test("no sheets, empty sheets and sheets of something else are blank, not errors", () => {
  for (const text of ["", "甲 | 乙\n1.00 | 2.00"]) {
    const read = inputs("填报-上年对比", text);
    expect([read.priors, read.problems]).toEqual([[], []]);
  }
  expect(readInputs({ name: "t", sheets: [] }).sheets.priors).toMatchObject({ name: "填报-上年对比", sheet: null, freeRow: 1 });
});
