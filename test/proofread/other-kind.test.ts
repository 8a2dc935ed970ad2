import { proofread } from "../../src/proofread/proofread";
import { fresh, line, rightText, sampleBook, serious, unchanged } from "./support";

const right = rightText().map((text) => text.replace(/[ \u3000]/g, ""));
const OTHER = "本部门无其他需说明事项。";

type Change = readonly [from: string, to: string];

/** What is said with other words in one paragraph, beyond what is said anyway; both with the 填报 sheets and with the tables alone. */
async function said(from: string, to: string): Promise<readonly (readonly string[])[]> {
  const all = [await sampleBook(), await sampleBook({ inputs: false })];
  return all.map((against) =>
    fresh(right, against, from, to)
      .filter(({ severity }) => severity !== "info")
      .map(line),
  );
}

describe("a comma of sentences within a number", () => {
  test.each([
    ["政府采购预算101.49万元", "政府采购预算1，101.49万元"],
    ["收支总预算1,221.42万元", "收支总预算1，221.42万元"],
  ])("%s → %s", async (from, to) => {
    for (const found of await said(from, to)) expect(found.some((one) => /(?:1，221\.42→1,221\.42|101\.49→)/.test(one))).toBe(true);
  });

  test("the amount itself is right: nothing else is said", async () => {
    for (const found of await said("收支总预算1,221.42万元", "收支总预算1，221.42万元"))
      expect(found).toEqual(["warning wording 1，221.42→1,221.42"]);
  });

  test("a whole text with such commas is told once", async () => {
    const wide = right.map((text) => text.replace(/(\d),(\d{3}\.)/g, "$1，$2"));
    const report = proofread(wide, await sampleBook());
    expect(serious(report).filter(({ message }) => message.includes("中文逗号"))).toHaveLength(1);
    expect(report.coverage.proved).toBe(unchanged(right, await sampleBook()).coverage.proved);
  });

  test("a number typed full-width throughout is no fault of its comma", async () => {
    for (const found of await said("收支总预算1,221.42万元", "收支总预算１，２２１．４２万元")) expect(found).toEqual([]);
  });

  test.each(["分别为120.50，219.43万元"])("no such number: %s", async (words) => {
    for (const found of await said(OTHER, `${OTHER}${words}。`)) expect(found.filter((one) => one.includes("，219.43→"))).toEqual([]);
  });
});

describe("final accounts in a budget", () => {
  test.each([
    ["在内的汇总预算", "在内的汇总决算"],
    [OTHER, "2026年部门决算未安排其他事项。"],
    [OTHER, "本年支出决算未安排其他事项。"],
  ])("%s → %s", async (from, to) => {
    for (const found of await said(from, to)) expect(found).toContain("warning wording 决算→预算");
  });

  test.each([
    "与2025年决算相比略有变化。",
    "上年决算数已经公开。",
    "2026年将做好决算公开工作。",
    "本年继续推进预决算公开。",
    "2026年组织编制决算草案。",
    "较2024年支出决算减少。",
  ])("right: %s", async (to) => {
    for (const found of await said(OTHER, to)) expect(found.filter((one) => one.includes("决算"))).toEqual([]);
  });
});

describe("本单位 in a department's text", () => {
  const often = right.map((text) => (text === OTHER ? `${OTHER}本部门职责未变。本部门编制未变。` : text));
  const WRONG: readonly Change[] = [
    ["本部门无其他", "本单位无其他"],
    ["2026年，本部门预算绩效", "2026年，本单位预算绩效"],
  ];

  test.each(WRONG)("where all other sentences say 本部门: %s → %s", async (from, to) => {
    for (const inputs of [true, false])
      expect(fresh(often, await sampleBook({ inputs }), from, to).map(line)).toContain("warning name 单位→部门");
  });

  test.each(WRONG)("where it is the headings that say 部门, a hint: %s → %s", async (from, to) => {
    expect(fresh(right, await sampleBook(), from, to).map(line)).toContain("info name 单位→部门");
  });

  test("a document that says both says so on purpose", async () => {
    const both = right.map((text) => text.replace("2026年，本部门预算绩效", "2026年，本单位预算绩效").replace(OTHER, "本单位无其他事项。"));
    const found = serious(proofread(both, await sampleBook())).map(line);
    expect(found.filter((one) => one.includes("单位→部门"))).toEqual([]);
  });
});

describe("units below that are counted and not listed", () => {
  const at = right.findIndex((text) => text.includes("预算编制范围"));
  test("their names are nowhere", async () => {
    expect(at).toBeGreaterThan(0);
    const text = right.map((one, index) => (index === at ? "" : one)).map((one) => one.replace("下属共1家", "下属共2家"));
    const bare = text.filter((_, index) => index <= at || !/^\d\.|^示例市政务服务中心/.test(text[index] ?? "") || index > at + 4);
    const found = proofread(bare, await sampleBook()).findings.map(({ message }) => message);
    expect(found).toContain("写的是下属2家预算单位，没有列出是哪几家。");
  });

  test("listed in whatever words", async () => {
    const text = right.map((one, index) => (index === at ? "分别是示例市政务服务中心。" : one));
    const found = proofread(text, await sampleBook()).findings.map(({ message }) => message);
    expect(found.filter((one) => one.includes("没有列出是哪几家"))).toEqual([]);
  });
});
