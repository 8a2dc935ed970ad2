import { proofread } from "../../src/proofread/proofread";
import { fresh, line, rightText, sampleBook, serious } from "./support";

/** What is said beyond what is said anyway, errors and warnings, where some words of the right text are others. */
async function told(from: string, to: string, { inputs = true } = {}): Promise<readonly string[]> {
  const found = fresh(rightText(), await sampleBook({ inputs }), from, to);
  return found.filter(({ severity }) => severity !== "info").map(line);
}

test("the sheet of a project in the name of another unit of the same organisation", async () => {
  expect(await told("预算单位\t\t示例市政务服务中心", "预算单位\t\t示例市人民政府办公室")).toEqual(["warning name 示例市人民政府办公室→"]);
});

test("a goal of which neither the numbers nor the words are this sheet's", async () => {
  const text = rightText();
  const goal = text.find((one) => one.startsWith("项目总体目标")) ?? "";
  expect(goal).not.toBe("");
  const against = await sampleBook();
  const becomes = (to: string): readonly string[] =>
    fresh(text, against, goal, `项目总体目标\t\t${to}`)
      .filter(({ id, severity }) => id === "B-绩" && severity === "warning")
      .map(line);
  expect(becomes("栽植沙枣苗木57万株，检修闸门13座。")).toEqual(["warning extra 栽植沙枣苗木57万株，检修闸门13座。→"]);
  // No number says what is to be reached; words of the indicators.
  expect(becomes("栽植沙枣苗木，检修闸门。")).toEqual([]);
  expect(becomes("全年维持话务坐席7个。").length).toBeLessThanOrEqual(1);
});

test.each([
  ["a word that wants another behind it", "较上一年度已"],
  ["when, and nothing more", "本年"],
  ["a noun of which nothing is said", "在职人员退休，缴费支出"],
])("a reason that stops in its middle: %s", async (_, reason) => {
  const text = rightText();
  const whole = text.find((one) => one.includes("（款）住房公积金（项）")) ?? "";
  const cut = whole.replace(/主要原因是[^。]*。/, `主要原因是${reason}。`);
  expect(cut).not.toBe(whole);
  const [found, ...more] = (await told(whole, cut, { inputs: false })).filter((one) => one.includes("missing"));
  expect(found).toBe(`warning missing ${reason.split("，").at(-1) ?? ""}→`);
  expect(more).toEqual([]);
});

test.each(["增加差旅费，培训支出", "退休人员减少", "单位缴费比例下降，缴费支出减少", "落实过紧日子要求，压减支出"])(
  "a reason that is whole: %s",
  async (reason) => {
    const text = rightText();
    const whole = text.find((one) => one.includes("（款）住房公积金（项）")) ?? "";
    const other = whole.replace(/主要原因是[^。]*。/, `主要原因是${reason}。`);
    expect((await told(whole, other, { inputs: false })).filter((one) => one.includes("missing"))).toEqual([]);
  },
);

test("a measure by the ten thousand is one unit, and put right as one", async () => {
  expect(await told("251.00 平方米", "251.00 万平方米")).toEqual(["warning figure 万平方米→平方米"]);
});

test("what is not planned this year explains no increase", async () => {
  const text = rightText();
  const whole = text.find((one) => one.includes("（款）培训支出（项）")) ?? "";
  const other = whole.replace(/主要原因是[^。]*。/, "主要原因是上年已安排，本年未安排。");
  expect(await told(whole, other, { inputs: false })).toEqual(["warning direction 本年未安排→"]);
});

test("the reason of one subject names a project of another", async () => {
  const text = rightText();
  const whole = text.find((one) => one.includes("（款）行政运行（项）")) ?? "";
  const other = whole.replace(/主要原因是[^。]*。/, "主要原因是政务服务热线运行服务费减少。");
  const found = fresh(text, await sampleBook({ inputs: false }), whole, other);
  expect(found.filter(({ message }) => message.includes("不在这一科目下")).map(line)).toEqual([
    "warning direction 政务服务热线运行服务费→",
  ]);
});

test("a unit that 第一部分 and 七 call alike, and the report's own table otherwise: none is put in the other's place", async () => {
  const text = rightText().map((one) => (one.includes("\t") ? one : one.replace("示例市政务服务中心", "示例市行政服务中心")));
  const against = await sampleBook({ inputs: false });
  const of = (ofReport: boolean): readonly (boolean | undefined)[] =>
    serious(proofread(text, ofReport ? { ...against, ofReport } : against))
      .filter(({ quote }) => quote === "示例市行政服务中心")
      .map(({ replaces }) => replaces);
  expect(of(true).length).toBeGreaterThan(0);
  expect(of(true)).not.toContain(true);
  expect(of(false)).toContain(true);
});

test("上级安排 and 本级安排 of the whole organisation's sheet in each other's place are one fault", async () => {
  const text = rightText().map((one) =>
    one.replace("上级安排\t0.00", "上级安排\t1,219.43").replace("本级安排\t1,219.43", "本级安排\t0.00"),
  );
  const found = serious(proofread(text, await sampleBook({ inputs: false }))).filter(({ message }) => message.includes("整体绩效目标表"));
  expect(found.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^整体绩效目标表的上级安排写1,219\.43、本级安排写0\.00，两个数写反了/),
  ]);
});

describe("what an indicator is set by, where other rows have this year's plan of this organisation", () => {
  const PLAN = "2026 年工作计划";
  test.each([
    ["示例市人民政府办公室 2023 年工作计划", "示例市人民政府办公室2023年工作计划"],
    [`示范县人民政府办公室 ${PLAN}`, "示范县人民政府办公室2026年工作计划"],
  ])("%s", async (to, quote) => {
    const text = rightText().map((one) => (one.includes("履职效能") || /^\t+数量指标/.test(one) ? withBasis(one, PLAN) : one));
    const first = text.find((one) => one.includes("履职效能")) ?? "";
    expect(first).toContain(PLAN);
    const found = fresh(text, await sampleBook(), first, first.replace(/[^\t]*2026 年工作计划/, to));
    expect(found.filter(({ message }) => message.includes("设定依据")).map((one) => line(one))).toEqual([`warning wording ${quote}→`]);
  });
});

/** The last cell but one says what the indicator is set by. */
const withBasis = (row: string, plan: string): string => row.replace(/\t[^\t]*(\t\d+)\s*$/, `\t示例市人民政府办公室 ${plan}$1`);

test("contents that list one chapter twice, in another's place", async () => {
  const right = rightText();
  const chapters = right.filter((one) => /^[一二三四五六七八九十]+、 ?关于/.test(one));
  const text = ["示例市人民政府办公室", "2026年部门预算公开", "目录", "第三部分 2026年部门预算情况说明", ...chapters, ...right];
  const against = await sampleBook({ inputs: false });
  const listed = (to: string): readonly string[] =>
    fresh(text, against, "一般公共预算基本支出情况说明", to)
      .filter(({ message }) => message.startsWith("目录写"))
      .map(({ severity, expected }) => `${severity} ${expected.replace(/\s/g, "").slice(-14)}`);
  expect(listed("一般公共预算项目支出情况说明")).toEqual(["warning 一般公共预算基本支出情况说明"]);
  expect(listed("一般公共预算的基本支出说明")).toEqual(["info 一般公共预算基本支出情况说明"]);
});

test("beside the 填报 sheet numbered items and other brackets are no other figures", async () => {
  const text = rightText();
  const whole = text.find((one) => one.startsWith("资金分配情况")) ?? "";
  const numbered = whole.replace(/：/, "：1.").replace(/；/, "；2.");
  expect(numbered).not.toBe(whole);
  const found = fresh(text, await sampleBook(), whole, numbered).filter(({ id }) => id === "B-填");
  expect(found.filter(({ severity }) => severity !== "info").map(line)).toEqual([]);
});
