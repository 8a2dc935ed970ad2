import { proofread } from "../../src/proofread/proofread";
import { line } from "./support";

/** A report without a workbook, in the words of offices that word their sentences as they like: only what contradicts itself is told. */
const RIGHT = [
  "第三部分 2018年度部门预算情况说明",
  "一、收支预算总体情况说明",
  "示例省档案局2018年度收入、支出预算总计3200.00万元，与上年相比收、支预算总计各增加200.00万元，增长6.67%。主要原因是新增数字化加工项目。",
  "项目支出预算数为1300.00万元。与上年相比增加80.00万元，增长6.56%。主要原因是新增数字化加工项目。",
  "档案馆（项）支出800.00万元，与上年相比减少40.00万元，减少4.76%。主要原因是部分项目已经完成。",
  "示例省档案局本年支出预算合计3200.00万元，其中：基本支出1800.00万元，占56.25%。",
  "2018年度政府采购支出预算总额420.00万元，其中：拟采购货物支出120.00万元、拟采购工程支出0.00万元、拟购买服务支出300.00万元。",
  "公务接待费预算支出0.62万元，比上年预算增加0.12万元，增长24.00%。主要原因是接待任务增加。",
];

const foundIn = (from: string, to: string): readonly string[] => {
  const text = RIGHT.map((one) => one.replace(from, to));
  expect(from === "" || text.some((one, index) => one !== RIGHT[index])).toBe(true);
  return proofread(text, null).findings.map(line);
};

test("what is right is not told", () => expect(foundIn("", "")).toEqual([]));

test.each([
  // 200 ÷ 3,000 = 6.67 %
  ["增长6.67%", "增长7.67%", "error change 3200.00万元，与上年相比收、支预算总计各增加200.00万元，增长7.67%→"],
  ["增长6.67%", "下降6.67%", "error direction 下降→增长"],
  ["1300.00万元", "1030.00万元", "error change 1030.00万元。与上年相比增加80.00万元，增长6.56%→"],
  ["减少40.00万元", "增加40.00万元", "error change 800.00万元，与上年相比增加40.00万元，减少4.76%→"],
  // More went away than there is.
  [
    "800.00万元，与上年相比减少40.00万元，减少",
    "30.00万元，与上年相比增加40.00万元，增长",
    "error change 30.00万元，与上年相比增加40.00万元，增长4.76%→",
  ],
  ["占56.25%", "占56.25个百分点", "warning share 个百分点→%"],
  [
    "服务支出300.00万元",
    "服务支出330.00万元",
    "error sum 420.00万元，其中：拟采购货物支出120.00万元、拟采购工程支出0.00万元、拟购买服务支出330.00→",
  ],
  ["基本支出1800.00万元", "基本支出1,80.00万元", "warning wording 1,80.00→"],
  ["基本支出1800.00万元", "基本支出1,8000.00万元", "warning wording 1,8000.00→"],
])("%s → %s", (from, to, expected) => {
  expect(foundIn(from, to)).toContain(expected);
});
