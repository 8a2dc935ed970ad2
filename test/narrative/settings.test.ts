import { PLAIN } from "../../src/amount/format";
import { fullSheets, fullWorkbook } from "./full-workbook";
import { narrated, paragraphs } from "./support";

test.each([
  [
    "growth words",
    { growth: { up: "增加", down: "减少" } },
    "三",
    "基本支出95.00万元，占52.78%，比上年预算减少5.00万元，减少5.00%，主要原因是在职人员减少。",
  ],
  ["unchanged said as 持平", { unchanged: "flat" }, "五", "基本支出90.00万元，与上年预算持平。"],
  [
    "figures as in 2023",
    { amounts: PLAIN },
    "二",
    "上级一般公共预算安排的转移支付资金20万元，占11.11%，比上年预算增加18.5万元，增长1233.33%，主要原因是上级追加治理资金。",
  ],
  ["marks of 五（二）", { structureMark: "、" }, "五", "1、一般公共服务支出（类）120.00万元，占100.00%。"],
  ["no marks", { structureMark: null }, "五", "一般公共服务支出（类）120.00万元，占100.00%。"],
  ["项目 marks", { projectMark: "arabic" }, "七", "1.项目名称：日常维护项目"],
  [
    "lead of the reason",
    { reasonLead: "主要原因是：" },
    "三",
    "基本支出95.00万元，占52.78%，比上年预算减少5.00万元，下降5.00%，主要原因是：在职人员减少。",
  ],
  [
    "equipment",
    { purchaseLeads: ["", "单位价值"] },
    "十三",
    "2026年部门预算安排购置车辆经费18.00万元，安排购置50万元以上大型设备〔待填：安排购置50万元以上大型设备〕台，单位价值100万元以上大型设备〔待填：安排购置100万元以上大型设备〕台。",
  ],
] as const)("%s", (_, settings, section, sentence) => {
  expect(paragraphs(narrated(fullWorkbook(), settings), section)).toContain(sentence);
});

test("only last year's subjects at the end, as in 2023", () => {
  const said = paragraphs(narrated(fullWorkbook(), { priorOnly: "last" }), "五");
  expect(said.at(-1)).toMatch(/^3\.一般公共服务支出（类）政协事务（款）/);
});

test("a 单位 is called one, by its 填报 sheet against the tables' headings; 单位资金 stays as it is", () => {
  const narrative = narrated(
    fullWorkbook({ "填报-基本信息": (fullSheets["填报-基本信息"] ?? "").replace("单位类型 | 部门", "单位类型 | 单位") }),
  );
  expect(narrative.title).toBe("第三部分 2026年单位预算情况说明");
  expect(paragraphs(narrative, "一")[0]).toBe(
    "按照全口径预算的原则，示例市交通局2026年所有收入和支出均纳入单位预算管理。收支总预算180.00万元。",
  );
  expect(paragraphs(narrative, "二")[0]).toBe("示例市交通局单位收入预算180.00万元，其中：");
  expect(paragraphs(narrative, "十三").some((text) => text.startsWith("2026年，本单位预算绩效管理"))).toBe(true);
});
