import { proofread } from "../../src/proofread/proofread";
import { line, rightText, sampleBook, serious, unchanged } from "./support";

const bare = (text: string): string => text.replace(/\s/g, "");

/** What is said of the right text when some of its words are others, beyond what is said of it anyway. */
async function said(from: string, to: string): Promise<{ readonly found: readonly string[]; readonly open: number }> {
  const against = await sampleBook();
  const text = rightText().map(bare);
  const at = text.findIndex((one) => one.includes(from));
  expect(at).toBeGreaterThan(0);
  const before = unchanged(text, against);
  const known = new Set(serious(before).map(line));
  const after = proofread(
    text.map((one, index) => (index === at ? one.replace(from, to) : one)),
    against,
  );
  const found = serious(after).map(line);
  return { found: found.filter((one) => !known.has(one)), open: after.coverage.unchecked.length - before.coverage.unchecked.length };
}

const CHANGE = "公务接待费增加0.00万元，增长0.00%";
const INCOME = "比上年预算减少112.96万元，下降8.48%";

test("what is said in fewer words: nothing was arranged, no change, goods and services by their short names", async () => {
  for (const [from, to] of [
    ["公务接待费0.00万元。", "公务接待费未安排。"],
    [CHANGE, "公务接待费无增减变化"],
    ["政府采购货物预算13.87万元，政府采购工程预算0.00万元，政府采购服务预算87.62万元", "货物类13.87万元、工程类0.00万元、服务类87.62万元"],
  ] as const)
    expect((await said(from, to)).found).toEqual([]);
});

test.each([
  [CHANGE, "公务接待费同2025年相比增加0.00万元，增长0.00%"],
  [CHANGE, "公务接待费2025年预算0.00万元，2026年预算0.00万元，增加0.00万元，增长0.00%"],
  [INCOME, "比2025年预算数1,332.39万元减少112.96万元，下降8.48%"],
  [INCOME, "较2025年减少112.96万元，下降8.48%"],
  [INCOME, "比去年减少112.96万元，降幅8.48%"],
  [INCOME, "较上年预算减少1129600元，下降8.48%"],
  ["增加22.00万元，增长1,100.00%", "增加22.00万元，增长11倍"],
  ["示例市人民政府办公室2026年支出预算1,221.42万元，其中", "2026年示例市人民政府办公室支出预算1,221.42万元，其中"],
  ["示例市人民政府办公室2026年支出预算1,221.42万元，其中", "我办2026年支出预算12,214,200元，其中"],
  ["政府性基金预算未安排。", "本年未安排政府性基金预算。"],
  ["截至2025年底", "截至上年底"],
])("right in other words: %s → %s", async (from, to) => {
  expect(await said(from, to)).toEqual({ found: [], open: 0 });
});

test.each([
  // 1,219.43 + 112.96 = 1,332.39
  [INCOME, "比2025年预算数1,323.39万元减少112.96万元，下降8.48%", ["error figure 1,323.39→1,332.39"]],
  [INCOME, "比上年预算增加（减少）112.96万元，增长（下降）8.48%", ["error direction 增加（减少）→", "error direction 增长（下降）→"]],
  // The figure is left out, not the sentence said to be without change.
  [INCOME, "比上年预算减少万元，下降8.48%", ["error missing →112.96万元"]],
  [INCOME, "比上年预算减少112.96元，下降8.48%", ["error figure 元→万元"]],
  [INCOME, "比去年减少112.96万元，增幅8.48%", ["error direction 增幅→下降"]],
  ["增加22.00万元，增长1,100.00%", "增加22.00万元，增长12倍", ["error change 12→11"]],
  // One fault once, though two rules see it.
  ["截至2025年底", "截止2025年底", ["warning wording 止→至"]],
  ["所有收入和支出均纳入", "所有收入和支出均均纳入", ["warning wording 均均→均"]],
  [INCOME, "比上年预算减少112.9O万元，下降8.48%", ["error change 112.9O→112.96"]],
  // The unit is lost and a digit is wrong: one fault, one correction, which holds both.
  [INCOME, "比上年预算减少121.96，下降8.48%", ["error wording 121.96→112.96万元"]],
  [INCOME, "比上年预算减少112.96万元，下降8.84", ["error wording 8.84→8.48%"]],
  ["收支总预算1,221.42万元", "收支总预算1,221.52", ["error wording 1,221.52→1,221.42万元"]],
  // 1,219.43 ÷ 1,221.42 = 99.84 %
  ["占99.84%", "占0.9984", ["error wording 0.9984→99.84%"]],
  ["占99.84%", "占99.84", ["error wording 99.84→99.84%"]],
  // Digits of mathematics, two code units each: the quotation and the correction hold whole characters.
  ["收支总预算1,221.42万元", "收支总预算𝟏,𝟐𝟐𝟏.𝟓𝟐万元", ["error figure 𝟏,𝟐𝟐𝟏.𝟓𝟐→1,221.42"]],
  // A change and none in one breath: which is meant nobody can tell, and nothing is proposed.
  [CHANGE, "公务接待费减少为0.00万元，与2025年持平", ["error direction 减少为0.00万元，与2025年持平→"]],
])("wrong in other words: %s → %s", async (from, to, expected) => {
  expect((await said(from, to)).found).toEqual(expected);
});

test.each([
  ["161.34万元，比上年", "161.34元，比上年"],
  ["161.34万元，比上年", "161.34，比上年"],
  ["161.34万元，比上年", "16l.34万元，比上年"],
])("a sentence said twice, the second time with another unit: %s → %s", async (from, to) => {
  const against = await sampleBook();
  const text = rightText().map(bare);
  const at = text.findIndex((one) => one.includes(`机关运行经费财政拨款预算${from}`));
  const twice = [...text.slice(0, at + 1), (text[at] ?? "").replace(from, to), ...text.slice(at + 1)];
  const there = proofread(twice, against).findings.filter(({ paragraph }) => paragraph === at + 2);
  expect(there).toContainEqual(expect.objectContaining({ category: "extra", severity: "error", replaces: false }));
});
