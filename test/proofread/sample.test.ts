import { narrate } from "../../src/narrative/narrate";
import { correctedParagraph, type ProofreadReport } from "../../src/proofread/report";
import { proofread } from "../../src/proofread/proofread";
import { narrativeText } from "../../src/render/text";
import { fresh, line, openFigures, rightText, sampleBook, sampleText, serious } from "./support";

/** What was planted in the text, kinds of docs/rules.md C: how it is told, the words at fault and what they should say. */
const TABLES_OWN = "warning extra 医疗费→"; // not planted: 表6 has 30114 under 公用经费 (K10)
const BY_TABLE = "error name 技术与开发→技术研究与开发";
/** The section left out, as it ought to stand. */
const CARRIED = [
  "十二、关于示例市人民政府办公室2026年上年结转结余预算情况说明",
  "示例市人民政府办公室2026年没有上年结转结余预算安排的支出，上年结转结余情况表为空表。",
];
const FAULTS = [
  "error sum 50→", // 实有 = 50 + 41 + 0; which of them is wrong nobody knows
  "warning name 福利费→", // 表6 has no 福利费
  "error share 5.84→", // 72.49 ÷ 1,219.43 = 5.9446 or, from the amounts in 元, up to 5.9450: 5.94 or 5.95
  "warning direction 办公经费一并压减→", // beside 公用经费也较上年提高
  BY_TABLE,
  "error direction 增加→减少", // 11.70 beside last year's 13.19
  "error change 6.99→6.69", // 79.18 − 72.49
  TABLES_OWN,
  "warning wording 项目名称：政务服务热线运行服务费→", // the block pasted twice
  "error sum 38万元，知识库更新18万元，回访质检8万元→", // 38 + 18 + 8 = 64, not 62
  "error year 2024→2025", // last year is meant, and the 填报 sheet says so
  "warning direction 压缩→", // nothing has changed
  "error name 政务服务热线运营服务费→政务服务热线运行服务费",
  "warning wording 备窗口→各窗口",
  `error missing →${CARRIED.join("\n")}`,
  "warning direction 职业年金→", // personnel, not 公用经费
  "warning wording 部门→单位", // 单位 replaced all over
  "warning wording 部门→单位",
  "warning wording 13900000000→",
  "warning wording 乡镇（镇→乡（镇",
  "warning wording ≥600件→", // 600条 in the goal
  "error figure 1,221.42→1,219.43", // 本级 without 单位资金
  "error figure 0.00→1.99",
  "warning wording 备窗口→各窗口",
  "error wording XX→",
  "error wording XX→",
];
/** What is wrong for certain comes first, each in the order of the text. */
const byWeight = (faults: readonly string[]): readonly string[] =>
  ["error", "warning"].flatMap((weight) => faults.filter((fault) => fault.startsWith(weight)));
/** What is only hinted at. */
const HINTS = ["上年→较上年", "【2024】→〔2024〕", "不少于40件已按时→"];

describe("a report with faults planted in it against its workbook", () => {
  let report: ProofreadReport;
  beforeAll(async () => {
    report = proofread(sampleText(), await sampleBook());
  });

  test("finds its faults, the weightiest first, and nothing else above a hint", () => {
    expect(serious(report).map(line)).toEqual(byWeight(FAULTS));
    expect(
      report.findings.filter(({ severity }) => severity === "info").map((finding) => line(finding).replace("info wording ", "")),
    ).toEqual(expect.arrayContaining(HINTS));
  });

  test("a change leads to this year's cell and to last year's", () => {
    const change = report.findings.find(({ quote }) => quote === "6.99");
    expect(change?.cells.map(({ sheet, value }) => [sheet, value])).toEqual([
      ["表5", "72.49"],
      ["填报-上年对比", ""],
    ]);
  });

  test("names what is missing", () => {
    expect(report.findings.filter(({ category }) => category === "missing").map(({ message }) => message)).toEqual([
      `缺少：${CARRIED[0] ?? ""}。`,
      "报告末尾没有落款（单位名称和日期）。",
    ]);
  });

  test("put right, only what the tables themselves have wrong is left", async () => {
    const right = proofread(rightText(), await sampleBook());
    expect(serious(right).map(line)).toEqual([TABLES_OWN]);
    expect(openFigures(right)).toEqual([]);
    expect(right.coverage.faulty).toBe(0);
    expect(right.findings.map((finding) => line(finding).replace("info wording ", "")).filter((words) => HINTS.includes(words))).toEqual(
      [],
    );
  });

  test("at least 95 % of the figures are proved", () => {
    const { figures, proved, faulty, unchecked } = report.coverage;
    expect(figures).toBeGreaterThan(120);
    expect(openFigures(report)).toEqual([]);
    expect(proved + faulty + unchecked.length).toBe(figures);
  });

  test("quotes are the user's own words at the marks", () => {
    for (const { paragraph, start, end, quote } of report.findings.filter(
      ({ end: at, start: from, quote: words }) => at - from === words.length,
    ))
      expect(report.paragraphs[paragraph - 1]?.text.slice(start, end)).toBe(quote);
    for (const { text, marks } of report.paragraphs)
      for (const { start, end } of marks) expect(start < end && end <= text.length).toBe(true);
  });

  test("the report is plain data", () => {
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
});

/** A slip in the text -> what is said of it: category, quote, what it should say. */
const SLIPS: readonly (readonly [what: string, from: string, to: string, category: string, quote: string, expected: string])[] = [
  ["total", "收支总预算 1,221.42", "收支总预算 1,221.24", "figure", "1,221.24", "1,221.42"],
  ["share", "占 94.92%", "占 94.29%", "share", "94.29", "94.92"],
  ["change", "增加 43.83 万元，增长 3.93%", "增加 48.33 万元，增长 3.93%", "change", "48.33", "43.83"],
  ["rate", "减少 25.98 万元，下降 3.10%", "减少 25.98 万元，下降 3.01%", "change", "3.01", "3.10"],
  ["direction", "增加 9.08 万元", "减少 9.08 万元", "direction", "减少", "增加"],
  ["direction of the rate", "增长 14.01%", "下降 14.01%", "direction", "下降", "增长"],
  ["a direction misspelt", "比上年预算减少 25.98", "比上年预算减小 25.98", "direction", "减小", "减少"],
  ["year", "2026 年财政拨款收支总预算", "2025 年财政拨款收支总预算", "year", "2025", "2026"],
  ["year of the assets", "截至 2025 年底", "截至 2026 年底", "year", "2026", "2025"],
  ["year of neither", "2025 年与 2026 年均未安排公务接待费", "2024 年与 2026 年均未安排公务接待费", "year", "2024", "2025"],
  [
    "organisation",
    "示例市人民政府办公室 2026 年支出预算",
    "示例市人民改府办公室 2026 年支出预算",
    "name",
    "示例市人民改府办公室",
    "示例市人民政府办公室",
  ],
  ["item", "其他组织事务支出（项）", "其它组织事务支出（项）", "name", "其它组织事务支出", "其他组织事务支出"],
  ["class in the list", "社会保障和就业支出、卫生健康支出", "社会保障和就业支出、卫生建康支出", "name", "卫生建康支出", "卫生健康支出"],
  ["source", "单位资金 1.99", "单位资全 1.99", "name", "单位资全", "单位资金"],
  ["economic class", "差旅费、租赁费", "差旅费、租凭费", "name", "租凭费", "租赁费"],
  ["an item left out of the list", "、邮电费、差旅费、租赁费", "、差旅费、租赁费", "missing", "", "、邮电费"],
  ["an item too many", "退休费、生活补助。", "退休费、生活补助、离休费。", "extra", "离休费", ""],
  ["three public: part", "公务用车运行维护费 2.40 万元", "公务用车运行维护费 2.04 万元", "figure", "2.04", "2.40"],
  ["operating", "财政拨款预算 161.34", "财政拨款预算 163.14", "figure", "163.14", "161.34"],
  ["procurement", "政府采购货物预算 13.87", "政府采购货物预算 18.37", "figure", "18.37", "13.87"],
  ["vehicles", "一般公务用车 24 辆", "一般公务用车 42 辆", "figure", "42", "24"],
  ["equipment", "50 万元以上大型设备 2 台", "50 万元以上大型设备 3 台", "figure", "3", "2"],
  ["performance", "财政拨款项目涉及预算金额 62.00", "财政拨款项目涉及预算金额 26.00", "figure", "26.00", "62.00"],
  [
    "not arranged, but there is",
    "单位资金 1.99 万元，占 0.16%，比上年预算增加 1.99 万元，增长 100.00%，主要原因是本年新增上级补助的立法调研经费，上年未安排",
    "单位资金未安排",
    "figure",
    "单位资金未安排",
    "",
  ],
  ["minus after a direction", "减少 25.98", "减少-25.98", "wording", "-25.98", "25.98"],
  ["a mobile number", "本部门无其他需说明事项。", "本部门无其他需说明事项，联系电话13912345678。", "wording", "13912345678", ""],
  ["a placeholder", "本部门无其他需说明事项。", "待填写。", "wording", "待填写", ""],
  ["doubled punctuation", "卫生健康支出、住房保障支出。", "卫生健康支出、住房保障支出。。", "wording", "。。", "。"],
];

describe("a slip in the text", () => {
  test.each(SLIPS)("%s: %s → %s", async (_what, from, to, category, quote, expected) => {
    const found = fresh(sampleText(), await sampleBook(), from, to);
    const bare = (words: string): string => words.replace(/\s/g, "");
    expect(found.map((finding) => [finding.category, bare(finding.quote), finding.expected])).toContainEqual([category, quote, expected]);
  });
});

test("the corrected sentence is the one that was right", async () => {
  const [from, to] = ["减少 112.96 万元，下降 8.48%", "增加 112.69 万元，下降 8.84%"];
  const text = sampleText();
  const at = text.findIndex((paragraph) => paragraph.includes(from));
  const right = text[at] ?? "";
  const report = proofread(
    text.map((paragraph, index) => (index === at ? right.replace(from, to) : paragraph)),
    await sampleBook(),
  );
  expect(correctedParagraph(report, at + 1)).toBe(right);
});

test("without the 填报 sheets the same faults are found in what the tables and the text prove", async () => {
  const report = proofread(sampleText(), await sampleBook({ inputs: false }));
  expect(serious(report).map(line)).toEqual(
    byWeight(FAULTS.map((fault) => (fault === BY_TABLE ? "warning name 技术与开发→技术研究与开发" : fault))),
  );
  expect(openFigures(proofread(rightText(), await sampleBook({ inputs: false }))).length).toBeLessThanOrEqual(16);
  expect(report.coverage.unchecked.every(({ reason }) => reason.length > 4)).toBe(true);
});

test("without any workbook the text is held against itself", () => {
  const text = sampleText();
  const report = proofread(text, null);
  expect(report.withWorkbook).toBe(false);
  expect(openFigures(report).length).toBeLessThanOrEqual(24);
  const wrongSum = fresh(text, null, "政府采购服务预算 87.62", "政府采购服务预算 86.72");
  expect(wrongSum.map(({ category }) => category)).toContain("sum");
  const wrongRate = fresh(text, null, "减少 25.98 万元，下降 3.10%", "减少 25.98 万元，下降 13.10%");
  expect(wrongRate.map(({ category, quote, expected }) => [category, quote, expected])).toContainEqual(["change", "13.10", "3.10"]);
  // 25.18 is one digit off as well, and 25.18 of 837.33 is 3.01 %: which of the two is wrong nobody can tell.
  const either = fresh(text, null, "减少 25.98 万元，下降 3.10%", "减少 25.98 万元，下降 3.01%");
  expect(either.map(({ category, expected, replaces }) => [category, expected, replaces])).toEqual([["change", "", false]]);
  // One of eleven figures whose sum does not come out, and its own change neither: said there, once.
  const item = fresh(text, null, "2026 年预算数为 73.88", "2026 年预算数为 13.88");
  expect(item.map(({ severity, quote }) => [severity, quote.slice(0, 5)])).toEqual([["error", "13.88"]]);
});

test("an item whose sentence was left out is not looked for in the one behind it, which last year alone had", async () => {
  const text = rightText();
  const at = text.findIndex((one) => one.includes("（款）机关事业单位职业年金缴费支出（项）"));
  const next = text[at + 1] ?? "";
  expect(next).toContain("行政单位医疗（项）");
  // Of a 项 that no table of this year has.
  const gone = next.replace(
    /（款）[^：]*（项）：.*?，主要/,
    "（款）行政单位离退休（项）：2026 年预算数为 0.00 万元，比上年预算减少 3.00 万元，下降 100.00%，主要",
  );
  const changed = text.flatMap((one, index) => (index === at ? [gone] : [one]));
  const { findings } = proofread(changed, await sampleBook({ inputs: false }));
  const found = findings.filter(({ severity, message }) => severity === "error" && !message.includes("离退休"));
  expect(found.map(({ category, replaces, expected }) => [category, replaces, expected.includes("职业年金缴费支出（项）")])).toEqual([
    ["missing", false, true],
  ]);
});

test("a subject that is said to be new had nothing last year", async () => {
  const own = fresh(rightText(), await sampleBook(), "主要原因是本年增加窗口人员业务培训班次", "主要原因是今年新增科目");
  expect(own.map(({ message }) => message)).toContainEqual(expect.stringMatching(/理由说“新增科目”，.+上年却有[\d,.]+万元/));
});

test("a figure left out is told where it stood; the one behind it is not taken for it", async () => {
  const text = rightText();
  const against = await sampleBook({ inputs: false });
  const found = fresh(text, against, "一般公共服务支出 910.03 万元，主要用于", "一般公共服务支出 万元，主要用于");
  expect(found.map(line)).toEqual(["error missing →910.03万元"]);
  const operating = "机关运行经费财政拨款预算 161.34 万元，比上年预算增加 69.79 万元";
  // Without 表6 nothing but last year's figure vouches for either of the two.
  const { recognised, ...rest } = await sampleBook();
  const tables = new Map([...recognised.tables].filter(([key]) => key !== "basic"));
  const turned = fresh(
    text,
    { ...rest, recognised: { ...recognised, tables } },
    operating,
    "机关运行经费财政拨款预算 69.79 万元，比上年预算增加 161.34 万元",
  );
  expect(turned.filter(({ replaces }) => replaces)).toEqual([]);
  expect(turned.map(({ message }) => message)).toEqual([expect.stringContaining("本年数69.79和增减额161.34像是写颠倒了")]);
});

test("an empty text, and a text that is none of ours, are no faults", async () => {
  expect(proofread([], null).findings).toEqual([]);
  expect(
    proofread(["今天天气很好。", "明天2人去3个地方，花了12345元。"], await sampleBook()).findings.filter(
      ({ severity }) => severity === "error",
    ),
  ).toEqual([]);
});

test("本级安排 and 其他 of the whole organisation's sheet in each other's place are one fault", async () => {
  const text = rightText().map((one) => one.replace("本级安排\t1,219.43", "本级安排\t1.99").replace(/其他\t1\.99/, "其他\t1,219.43"));
  const found = proofread(text, await sampleBook()).findings.filter(({ message }) => message.includes("整体绩效目标表"));
  expect(found.map(({ quote, message }) => [quote, message.includes("其他写1,219.43，两个数写反了")])).toEqual([["1.99", true]]);
});

test("a reason turned round, where the 填报 sheet has it right, is one fault that says both", async () => {
  const against = await sampleBook();
  const text = narrativeText(narrate(against.recognised, against.inputs)).split("\n");
  const at = text.findIndex((one) => /机关事业单位基本养老保险缴费支出.*减少。$/.test(one));
  expect(at).toBeGreaterThan(0);
  const found = fresh(text, against, text[at] ?? "", (text[at] ?? "").replace(/减少。$/, "增加。"));
  expect(found.map(line)).toEqual(["warning direction 增加→减少"]);
  expect(found[0]?.message).toContain("填报表写“减少”");
  expect(found[0]?.message).toContain("减少9.71万元");
});
