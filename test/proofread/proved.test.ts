import { proofread } from "../../src/proofread/proofread";
import { rightText, sampleBook } from "./support";

const bare = (words: string): string => words.replace(/\s/g, "");
const quotes = (text: readonly string[]): readonly string[] => proofread(text, null).coverage.unchecked.map(({ quote }) => quote);

test("an amount that those behind it add up to proves them, and is proved by them", () => {
  // 340 + 1000 + 70 = 1410
  const text = ["项目总预算1410.00万元，其中甲340.00万元，乙1000.00万元，丙70.00万元，合计1410.00万元。"];
  expect(quotes(text)).toEqual([]);
  // 350 + 1000 + 70 = 1420: parts cannot come to more than the whole, and which of them is wrong nobody knows.
  const { findings } = proofread([text[0]?.replace("340.00", "350.00") ?? ""], null);
  expect(findings.map(({ id, quote, expected }) => [id, quote, expected])).toEqual([
    ["B-和", "1410.00万元，其中甲350.00万元，乙1000.00万元，丙70.00万元", ""],
  ]);
});

test("the year that a text compares itself with is not its own", () => {
  const text = [
    "2026年，示例区水务局收入预算10.00万元，其中：财政拨款收入10.00万元，比2025年预算增加1.00万元；事业收入0.00万元；事业单位经营收入0.00万元；其他收入0.00万元。",
  ];
  expect(proofread(text, null).findings.filter(({ category }) => category === "year")).toEqual([]);
});

/** Two more in all: one for the vehicles, one for receptions. */
const THREE_PUBLIC = [
  "2026年“三公”经费预算数为10.00万元，比2025年预算增加2.00万元。其中：",
  "（一）因公出国（境）费0.00万元，与2025年预算持平，主要原因是没有出国任务。",
  "（二）公务用车购置及运行费8.00万元，比2025年预算增加1.00万元，主要原因是车辆维修增多。其中：公务用车购置费0.00万元，与2025年预算持平；公务用车运行费8.00万元，比2025年预算增加1.00万元，主要原因是车辆维修增多。",
  "（三）公务接待费2.00万元，比2025年预算增加1.00万元，主要原因是来访增多。",
];

test("changes said without their rates are proved by their sums; the one that stands in every sum that fails is the one at fault", () => {
  expect(quotes(THREE_PUBLIC)).toEqual([]);
  const turned = THREE_PUBLIC.map((line) =>
    line.replace(
      "运行费8.00万元，比2025年预算增加1.00万元，主要原因是车辆维修增多。其中",
      "运行费8.00万元，比2025年预算减少1.00万元，主要原因是车辆维修增多。其中",
    ),
  );
  expect(
    proofread(turned, null)
      .findings.filter(({ category }) => category === "sum")
      .map(({ paragraph, quote, expected }) => [paragraph, quote, expected]),
  ).toEqual([[3, "减少1.00万元", ""]]);
});

/** Figures of the sample's performance sheet that stay unchecked when its row of cost is another. */
async function unprovedCosts(cost: string, pieces: string): Promise<readonly string[]> {
  const text = rightText().map((line) =>
    line.replace("<=62 万元\t年度计划", `${cost}\t年度计划`).replace("=6 个\t年度计划", `${pieces}\t年度计划`),
  );
  const at = [cost, pieces].map((one) => text.findIndex((line) => line.includes(`\t${one}\t`)) + 1);
  const { unchecked } = proofread(text, await sampleBook()).coverage;
  return [cost, pieces].map((one, index) =>
    unchecked.some(({ paragraph, quote }) => paragraph === at[index] && bare(one).includes(bare(quote))) ? "未核对" : "已核对",
  );
}

test("costs that come to the project's amount are proved by it, and so are a price and the number of its pieces", async () => {
  // The project's amount is 62.00万元. 155000元/个 × 4个 = 62万元; 155000 × 6 = 93.
  expect(await unprovedCosts("<=62 万元", "=6 个")).toEqual(["已核对", "未核对"]);
  expect(await unprovedCosts("<=155000元/个", "=4个")).toEqual(["已核对", "已核对"]);
  expect(await unprovedCosts("<=155000元/个", "=6个")).toEqual(["未核对", "未核对"]);
});
