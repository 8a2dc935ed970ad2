import { inputSheetDrafts } from "../../src/inputs/drafts";
import type { LastYearWords } from "../../src/inputs/last-year-words";
import { readLastYearText } from "../../src/proofread/last-year-text";
import { readInputs } from "../../src/inputs/read";
import { recogniseWorkbook } from "../../src/book/recognise";
import { fullSheets, fullWorkbook } from "../narrative/full-workbook";

const TEXT = `目录
第一部分 2025年部门概况
第三部分 2025年部门预算情况说明
第一部分 2025年部门概况
一、主要职能
（一）管路。
（二）管桥。
二、机构设置及人员情况
内设三个科室。
第三部分 2025年部门预算情况说明
二、关于示例市交通局 2025 年收入预算情况说明
一般公共预算 90.00 万元，占 50.00%，比上年预算减少 1.00 万元，下降 1.10%，主要原因是压减支出。
政府性基金预算未安排。
三、关于示例市交通局2025年支出预算情况说明
基本支出100.00万元，占50.00%，比上年预算减少5.00万元，下降4.76%，主要原因是：人员减少。
四、关于示例市交通局2025年财政拨款收支预算情况的总体说明
一般公共预算支出包括：一般公共服务支出100.00万元，主要用于人员工资；教育支出1.00万元，主要用于培训。
五、关于示例市交通局2025年一般公共预算当年拨款情况说明
（一）一般公共预算当年拨款规模变化情况
项目支出20.00万元，比上年预算增加1.00万元，增长5.26%。主要原因是：新增项目。
（三）一般公共预算当年拨款具体使用情况
1.一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）：2025年预算数为100.00万元，比上年预算减少1.00万元，下降0.99%，主要原因是退休2人。
七、关于示例市交通局2025年一般公共预算项目支出情况说明
（一）项目名称：日常维护项目
设立的政策依据：甲号
乙号
预算安排规模：15.00万元
资金分配情况：维护15万元。
十、关于示例市交通局2025年财政拨款“三公”经费预算情况说明
2025年财政拨款“三公”经费预算比上年预算减少1.00万元，下降5.00%，其中：因公出国（境）费用增加0.00万元，增长0.00%，主要原因是未安排；公务接待费减少1.00万元，下降50.00%，主要原因是压减接待。
十二、其他重要事项的情况说明
示例市交通局2025年的机关运行经费财政拨款预算19.00万元，比上年预算减少1.00万元，下降5.00%，主要原因是厉行节约。`;

const { words, notes } = readLastYearText(TEXT.split("\n"), recogniseWorkbook(fullWorkbook()));

test.each<[string, LastYearWords]>([
  ["第一部分, two paragraphs", { to: "words", category: "部门概况", name: "主要职能", text: "（一）管路。\n（二）管桥。" }],
  ["第一部分", { to: "words", category: "部门概况", name: "机构设置", text: "内设三个科室。" }],
  ["二", { to: "reason", category: "收入来源", name: "一般公共预算", text: "压减支出" }],
  ["三", { to: "reason", category: "支出总额", name: "基本支出", text: "人员减少" }],
  ["四", { to: "words", category: "支出用途", name: "教育支出", text: "培训" }],
  ["五（一）", { to: "reason", category: "一般公共预算", name: "项目支出", text: "新增项目" }],
  ["五（三）", { to: "reason", category: "功能科目", name: "一般公共服务支出/政府办公厅（室）及相关机构事务/行政运行", text: "退休2人" }],
  ["七, two lines", { to: "project", field: "设立的政策依据", name: "日常维护项目", text: "甲号\n乙号" }],
  ["七", { to: "project", field: "资金分配情况", name: "日常维护项目", text: "维护15万元。" }],
  ["十", { to: "reason", category: "“三公”经费", name: "公务接待费", text: "压减接待" }],
  ["其他（一）", { to: "reason", category: "机关运行经费", name: "机关运行经费", text: "厉行节约" }],
])("reads section %s", (_, word) => {
  expect(words).toContainEqual(word);
});

test("goes into the sheets marked as not confirmed, over nothing the user wrote", () => {
  const workbook = fullWorkbook({
    "填报-上年对比": (fullSheets["填报-上年对比"] ?? "").replace("机关运行经费 | 20.00 |", "机关运行经费 | 20.00 | 我的原因"),
  });
  const [, priors] = inputSheetDrafts(recogniseWorkbook(workbook), readInputs(workbook), { text: { words, notes } });
  const reason = (category: string, name: string): unknown =>
    priors?.rows.find(({ cells }) => cells[0]?.value === category && cells[2]?.value === name)?.cells[4]?.value;
  expect(reason("“三公”经费", "公务接待费")).toBe("〔待核实〕压减接待");
  expect(reason("支出总额", "基本支出")).toBe("在职人员减少");
  expect(reason("机关运行经费", "机关运行经费")).toBe("我的原因");
});

test("a text of something else is said to be one", () => {
  expect(readLastYearText(["会议通知", "下午三点开会"], recogniseWorkbook(fullWorkbook()))).toEqual({
    words: [],
    notes: ["没有在这份文字里认出原因说明。请确认选的是上年的“预算情况说明”（.txt 或 .docx）。"],
  });
});
