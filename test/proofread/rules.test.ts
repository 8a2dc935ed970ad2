import { proofread } from "../../src/proofread/proofread";

/** Rules that need no template and no workbook: a sentence made up for each, the words at fault, and the same put right. */
const KINDS: readonly (readonly [kind: string, wrong: string, quote: string, right: string])[] = [
  ["rate of two amounts", "2025年当年预算执行数为200.00万元，2026年预算安排250.00万元，比2025年预算执行数增加52.00%。", "52.00", "2025年当年预算执行数为200.00万元，2026年预算安排250.00万元，比2025年预算执行数增加25.00%。"],
  ["direction of two amounts", "2025年执行数为200.00万元，2026年预算安排150.00万元，比2025年执行数增加25.00%。", "增加", "2025年执行数为200.00万元，2026年预算安排150.00万元，比2025年执行数减少25.00%。"],
  ["a choice left", "收入预算增加（减少）的主要原因是业务量变化。", "增加（减少）", "收入预算增加的主要原因是业务量变化。"],
  ["an empty reason", "比上年预算减少3.00万元，主要原因是。", "主要原因是", "比上年预算减少3.00万元，主要原因是人员减少。"],
  ["a hint left", "公用经费按标准编列。（按实际发生的科目填写）", "（按实际发生的科目填写）", "公用经费按标准编列。"],
  ["a bracket left open", "办公用房（含附属用房面积共计三百平方米。", "（", "办公用房（含附属用房）面积共计三百平方米。"],
  ["doubled punctuation", "厉行节约，，严控支出。", "，，", "厉行节约，严控支出。"],
  ["a word doubled", "资金用于用于设备维护。", "用于用于", "资金用于设备维护。"],
  ["a bracket's choice said before it", "面向各社区（区、村）开展宣传。", "社区（区", "面向各社（区、村）开展宣传。"],
  ["百分点 for %", "比上年预算减少3.00万元，下降8.48个百分点。", "8.48个百分点", "比上年预算减少3.00万元，下降8.48%。"],
  ["a rate in hours", "热线办结率达到24小时。", "24小时", "热线办结率达到95%。"],
  ["an identity number", "经办人证件11010519900307123X。", "11010519900307123X", "经办人证件见附件。"],
  ["单位 replaced all over", "部门价值较高的设备两台。", "部门", "单位价值较高的设备两台。"],
  ["a slip of the list", "工作台帐户名一致。", "帐户", "工作台账户名一致。"],
  ["a reason of another 项", "社会保障和就业支出（类）行政事业单位养老支出（款）职业年金缴费支出（项）：比上年预算减少1.00万元，主要原因是住房公积金缴存减少。", "住房公积金", "社会保障和就业支出（类）行政事业单位养老支出（款）职业年金缴费支出（项）：比上年预算减少1.00万元，主要原因是职业年金缴存减少。"],
];

test.each(KINDS)("%s", (_kind, wrong, quote, right) => {
  expect(proofread([wrong], null).findings.map((finding) => finding.quote)).toContain(quote);
  expect(proofread([right], null).findings.filter(({ severity }) => severity !== "info")).toEqual([]);
});

test("a subject's level in brackets is no choice said before it", () => {
  expect(proofread(["科学技术支出（类）科技条件与服务（款）科技条件专项（项）12.00万元，主要用于日常办公。"], null).findings.map(({ quote }) => quote)).not.toContain("专项（项");
});

test("an amount said twice of one item must be the same; none is proposed, for either may be wrong", () => {
  const text = ["2026年单位预算收入安排如下。", "1.公共安全支出（类）司法（款）行政运行（项）56.12万元。主要用于：日常办公。2025年当年预算执行数为50.00万元，2026年预算安排57.80万元，比2025年预算执行数增加15.60%。"];
  const [finding] = proofread(text, null).findings.filter(({ id }) => id === "B05");
  expect([finding?.quote, finding?.expected, finding?.severity]).toEqual(["57.80", "", "error"]);
});

test("comparison with the year itself is a slip, with the last year is none", () => {
  const about = "一、关于示例局2026年收支预算情况说明";
  const years = (text: string): readonly string[] => proofread([about, text], null).findings.filter(({ category }) => category === "year").map(({ quote, expected }) => `${quote}→${expected}`);
  expect(years("收入预算比2026年预算减少3.00万元。")).toEqual(["2026→2025"]);
  expect(years("收入预算比2025年预算减少3.00万元。")).toEqual([]);
});

test("a text of no family known is said to be one; every figure is counted, with a unit or without", () => {
  const report = proofread(["本单位收支预算99.10，支出1,2O0.00万元。"], null);
  expect(report.sentences).toBeNull();
  expect(report.summary).toContain("句式还不认识");
  expect(report.coverage.unchecked.map(({ quote }) => quote)).toEqual(["99.10", "1,2O0.00"]);
});
