import { proofread } from "../../src/proofread/proofread";
import { correctedParagraph } from "../../src/proofread/report";
import { line, rightText, sampleBook, serious, unchanged } from "./support";

const bare = (text: string): string => text.replace(/[ \u3000]/g, "");
const right = rightText().map(bare);

/** What is said of the right text when some of its words are others, beyond what is said of it anyway; and what its corrections make of the paragraph. */
async function said(from: string, to: string, { inputs = true } = {}): Promise<{ found: readonly string[]; corrected: string }> {
  const against = await sampleBook({ inputs });
  const at = right.findIndex((one) => one.includes(from));
  expect(at).toBeGreaterThanOrEqual(0);
  const known = new Set(serious(unchanged(right, against)).map(line));
  const text = right
    .map((one, index) => (index === at ? one.replace(from, to) : one))
    .flatMap((one) => (one === "" ? [] : one.split("\n")));
  const report = proofread(text, against);
  return {
    found: serious(report)
      .map(line)
      .filter((one) => !known.has(one)),
    corrected: correctedParagraph(report, at + 1),
  };
}

const MOVED = "比上年预算增加9.08万元，增长14.01%，";

describe("what was left out together is one fault", () => {
  test.each([
    [MOVED, "", ["error missing →增加9.08万元，增长14.01%"]],
    ["，增长3.75%", "", ["error missing →增长3.75%"]],
  ])("%s", async (from, to, found) => expect((await said(from, to)).found).toEqual(found));
});

describe("a figure that nobody asked for takes no other's place: no correction makes a right figure wrong", () => {
  test.each([
    ["政府采购服务预算87.62万元", "政府采购服务预算87.62万元，政府采购服务预算87.62万元"],
    ["办公家具价值152.65万元", "办公家具价值152.65万元，联系人李某15299881234"],
    ["房屋251.00平方米", "房屋3处251.00平方米"],
  ])("%s → %s", async (from, to) => {
    const { found } = await said(from, to);
    expect(found.filter((one) => /^error (?:figure|wording)/.test(one))).toEqual([]);
  });
});

describe("the opposite of what the template says", () => {
  test.each([
    ["没有使用政府性基金预算拨款安排的支出", "使用政府性基金预算拨款安排的支出", ["warning wording →没有"]],
    ["国有资本经营预算未安排。", "国有资本经营预算5.00万元。", ["error figure 5.00→0.00"]],
    ["安排购置单价50万元以上", "安排购置单价50万元以下", ["warning wording 下→上"]],
  ])("%s → %s", async (from, to, found) => expect((await said(from, to, { inputs: false })).found).toEqual(found));
});

describe("measured in what it is not measured in", () => {
  test.each([
    ["房屋251.00平方米", "房屋251.00万元", ["warning figure 万元→平方米"]],
    ["车辆24辆，价值545.67万元；其中", "车辆24台，价值545.67万元；其中", ["warning figure 台→辆"]],
    // A measure of its own, the same indicator's of last year, the one in the goal, the share of all that there is.
    ["话务坐席数\t=6个", "话务坐席数\t=6户", ["warning wording =6户→"]],
    ["工单回访率\t>=95%", "工单回访率\t>=95", ["warning wording >=95→"]],
    ["热线年接通量\t>=60000个", "热线年接通量\t>=60000件", ["warning wording >=60000件→"]],
    ["工单按期办结率\t>=92%", "工单按期办结率\t>=920%", ["warning wording >=920%→"]],
  ])("%s → %s", async (from, to, found) => expect((await said(from, to, { inputs: false })).found).toEqual(found));
});

describe("years and dates", () => {
  test.each([
    ["截至2025年底", "截至2025年9月底", ["warning year 2025年9月底→"]],
    ["2025年与2026年均未安排公务用车购置", "2025年与2025年均未安排公务用车购置", ["error year 2025→2026"]],
    ["2026年2月10日", "2026年月日", ["error wording 月日→"]],
    ["2026年2月10日", "2026年12月10日", ["warning year 12→"]],
    ["第一部分2026年部门概况", "2025年示例市人民政府办公室部门预算公开\n第一部分2026年部门概况", ["error year 2025→2026"]],
  ])("%s → %s", async (from, to, found) => expect((await said(from, to, { inputs: false })).found).toEqual(found));

  test.each(["截至2025年末", "截至2025年12月31日", "截至2025年12月底", "截至2025年年底"])("right: %s", async (to) =>
    expect((await said("截至2025年底", to)).found).toEqual([]),
  );
});

describe("reasons that were copied from another sentence", () => {
  const reason = (of: string): string => {
    const text = right.find((one) => one.includes(of)) ?? "";
    return /主要原因是.*?(?=[。；]|$)/.exec(text.slice(text.indexOf(of)))?.[0] ?? "";
  };
  const OTHER = "其他政府办公厅（室）及相关机构事务支出（项）";

  test.each([
    [OTHER, "主要原因是住房公积金缴费基数调整", ["warning direction 住房公积金→"]],
    ["培训支出（项）", "主要原因是人员较上一年增加，住房公积金基数调整", ["warning direction 住房公积金→"]],
    ["行政单位离退休（项）", "主要原因是本年在职人员增加，人员经费增加", ["warning direction 在职人员→"]],
    ["住房公积金（项）", "主要原因是较上年减少，所以减少", ["warning direction 较上年减少，所以减少→"]],
  ])("%s: %s", async (of, to, found) => expect((await said(reason(of), to, { inputs: false })).found).toEqual(found));

  test.each([
    ["行政单位离退休（项）", "主要原因是在职人员转为退休，退休人员增加"],
    [OTHER, "主要原因是项目人员的工资和住房公积金增加"],
    ["住房公积金（项）", "主要原因是人员调出，缴存额相应减少"],
    ["公务员医疗补助（项）", "主要原因是本年缴费人数较上年减少2人"],
  ])("right: %s: %s", async (of, to) => expect((await said(reason(of), to, { inputs: false })).found).toEqual([]));

  test("of one of the three public expenses", async () => {
    const [from, to] = ["均未安排公务用车购置", "均未安排公务接待费"];
    expect((await said(from, to, { inputs: false })).found).toEqual(["warning direction 接待→"]);
  });
});

describe("what the heading announces, and what the contents list", () => {
  const CONTENTS = ["第三部分2026年部门预算情况说明", "一、关于示例市人民政府办公室2026年收支预算情况总体说明"];
  const listed = [...right].filter((one) => /^[一二三四五六七八九十]{1,3}、(?:关于|其他重要)/.test(one));

  test("nothing below a heading", async () => expect((await said("本部门无其他需说明事项。", "")).found).toEqual(["warning missing →"]));

  test("the contents lack one of the headings", async () => {
    const at = right.indexOf(CONTENTS[0] ?? "");
    expect(at).toBeGreaterThan(0);
    const front = (lines: readonly string[]): string[] => ["目录", CONTENTS[0] ?? "", ...lines, ...right];
    const told = async (lines: readonly string[]): Promise<readonly string[]> =>
      serious(proofread(front(lines), await sampleBook()))
        .map(({ message }) => message)
        .filter((one) => one.startsWith("目录里没有"));
    expect(listed).toHaveLength(13);
    expect(await told(listed)).toEqual([]);
    expect(await told(listed.filter((one) => !one.startsWith("九、")))).toEqual([
      "目录里没有“九、关于示例市人民政府办公室2026年国有资本经营预算拨款情况说明”。",
    ]);
  });
});

describe("slips at the edge of a word, and words for others", () => {
  test.each([
    ["按季度支付", "畅通反映述求渠道", "述求渠道"],
    ["按季度支付", "由本年再职人员办理", "再职人员"],
    ["按季度支付", "全部由于购买服务", "全部由于"],
    ["按季度支付", "受理其他是项", "其他是项"],
    ["按季度支付", "支付服务费费", "费费"],
  ])("%s → %s", async (from, to, wrong) =>
    expect((await said(from, to, { inputs: false })).found.map((one) => one.split(/[ →]/)[2])).toEqual([wrong]),
  );

  test.each(["行政办公会经费", "收费费率下调", "全部由于政策调整", "周转用设备检修", "接听群众诉求", "客人入住宾馆"])(
    "right: %s",
    async (to) => expect((await said("按季度支付", to, { inputs: false })).found).toEqual([]),
  );
});

describe("a price, how many, and what they come to", () => {
  const FROM = "话务坐席36万元，知识库更新18万元，回访质检8万元";
  const seats = (months: number, total: string): string =>
    `话务坐席3万元/月，租用${String(months)}个月，${total}36万元，知识库更新18万元，回访质检8万元`;

  // 3 × 12 = 36; 3 × 10 = 30
  test.each(["共", "共计"])("they fit: %s", async (total) =>
    expect((await said(FROM, seats(12, total), { inputs: false })).found).toEqual([]),
  );
  test("they do not", async () =>
    expect((await said(FROM, seats(10, "共"), { inputs: false })).found).toEqual(["warning sum 3万元/月，租用10个月，共36万元→"]));
});

describe("right in other words", () => {
  test.each([
    ["上级政府性基金安排的转移支付资金未安排。", "上级政府性基金预算安排的转移支付资金未安排。"],
    ["上级政府性基金安排的转移支付资金未安排。", "上级政府性基金安排的转移支付资金无安排。"],
    ["，政府性基金预算支出情况表为空表。", "，故政府性基金预算支出情况表为空表。"],
    ["，政府性基金预算支出情况表为空表。", "，政府性基金预算支出情况表（表8）为空表。"],
    ["无政府性基金预算拨款和国有资本经营预算。", "没有政府性基金预算拨款和国有资本经营预算拨款。"],
    ["话务坐席36万元", "话务坐席36.00万元"],
    ["话务坐席36万元", "话务坐席360000元"],
  ])("%s → %s", async (from, to) => expect((await said(from, to)).found).toEqual([]));
});

test("units that the first part lists may have projects", async () => {
  const against = await sampleBook({ inputs: false });
  const text = right.map((one) => one.replace("项目承担单位：示例市政务服务中心", "项目承担单位：示例市热线受理中心"));
  const units = (lines: readonly string[]): number => serious(proofread(lines, against)).filter(({ id }) => id === "M02").length;
  expect(units(text)).toBe(1);
  const at = text.findIndex((one) => one.includes("某自治州示例市政务服务中心"));
  expect(units([...text.slice(0, at + 1), "2.示例市热线受理中心", ...text.slice(at + 1)])).toBe(0);
});
