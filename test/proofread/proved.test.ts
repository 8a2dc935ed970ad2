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

const INCOME =
  "2026年，示例区水务局收入预算10.00万元，其中：财政拨款收入10.00万元，比2025年预算增加1.00万元；事业收入0.00万元；事业单位经营收入0.00万元；其他收入0.00万元。";

test("the year that a text compares itself with is not its own", () => {
  expect(proofread([INCOME], null).findings.filter(({ category }) => category === "year")).toEqual([]);
});

/** Two more in all: one for the vehicles, one for receptions. */
const THREE_PUBLIC = [
  "2026年“三公”经费预算数为10.00万元，比2025年预算增加2.00万元。其中：",
  "（一）因公出国（境）费0.00万元，与2025年预算持平，主要原因是没有出国任务。",
  "（二）公务用车购置及运行费8.00万元，比2025年预算增加1.00万元，主要原因是车辆维修增多。其中：公务用车购置费0.00万元，与2025年预算持平；公务用车运行费8.00万元，比2025年预算增加1.00万元，主要原因是车辆维修增多。",
  "（三）公务接待费2.00万元，比2025年预算增加1.00万元，主要原因是来访增多。",
];

test("changes said without their rates are proved by their sums; the one that stands in every sum that fails is the one at fault", () => {
  const text = [INCOME, ...THREE_PUBLIC];
  expect(proofread(text, null).coverage.unchecked.filter(({ paragraph }) => paragraph > 1)).toEqual([]);
  const turned = text.map((line) =>
    line.replace(
      "运行费8.00万元，比2025年预算增加1.00万元，主要原因是车辆维修增多。其中",
      "运行费8.00万元，比2025年预算减少1.00万元，主要原因是车辆维修增多。其中",
    ),
  );
  expect(
    proofread(turned, null)
      .findings.filter(({ category }) => category === "sum")
      .map(({ paragraph, quote, expected }) => [paragraph, quote, expected]),
  ).toEqual([[4, "减少1.00万元", ""]]);
});

/** Whether figures of the sample's performance sheet are proved when its rows of cost, seats and goal are others: "已核对" or "未核对" each. */
async function standing(change: (text: string) => string, cells: readonly string[]): Promise<readonly string[]> {
  const text = change(rightText().join("\n").replace("=6 个\t年度计划\t6 个", "=6 个\t年度计划\t-")).split("\n");
  const { unchecked } = proofread(text, await sampleBook()).coverage;
  return cells.map((cell) => {
    const at = text.findIndex((line) => line.split("\t").includes(cell)) + 1;
    expect(at).toBeGreaterThan(0);
    return unchecked.some(({ paragraph, quote }) => paragraph === at && bare(cell).includes(bare(quote))) ? "未核对" : "已核对";
  });
}

test("costs that come to the project's amount are proved by it, and so are prices and the numbers of their pieces", async () => {
  // The project's amount is 62.00万元.
  const costs = (cost: string, seats: string): Promise<readonly string[]> =>
    standing((text) => text.replace("<=62 万元\t年度计划", `${cost}\t年度计划`).replace("=6 个\t", `${seats}\t`), [cost, seats]);
  expect(await costs("<=62 万元", "=6 个")).toEqual(["已核对", "未核对"]);
  // 155000 × 4 = 620000; 155000 × 6 = 930000.
  expect(await costs("<=155000元/个", "=4个")).toEqual(["已核对", "已核对"]);
  expect(await costs("<=155000元/个", "=6个")).toEqual(["未核对", "未核对"]);
  // 2870.37 × 12 × 18 = 619999.92, printed 62.00.
  expect(await costs("<=2870.37元/月/个", "=18个")).toEqual(["已核对", "已核对"]);
  expect(await costs("<=2870.37元/月/个", "=19个")).toEqual(["未核对", "未核对"]);
  // 103300 × 6 = 619800: 62 over 6 said to the hundred; 102300 × 6 = 613800 is not.
  expect(await costs("<=103300元/个", "=6个")).toEqual(["已核对", "已核对"]);
  expect(await costs("<=102300元/个", "=6个")).toEqual(["未核对", "未核对"]);
});

test("an indicator is proved by the goal where that says it in other words, not by last year's figure, which it need not be", async () => {
  const satisfied = (value: string, prior: string): Promise<readonly string[]> =>
    standing((text) => text.replace(">=93%\t年度计划\t93%", `${value}\t年度计划\t${prior}`), [value, prior]);
  expect(await satisfied(">=91%", "91%")).toEqual(["未核对", "未核对"]);
  expect(await satisfied(">=91%", "89%")).toEqual(["未核对", "未核对"]);
  const seats = (goal: string): Promise<readonly string[]> => standing((text) => text.replace("购买热线话务坐席", goal), ["=6 个"]);
  expect(await seats("购买6个人工话务坐席")).toEqual(["已核对"]);
  expect(await seats("购买6个月的热线话务坐席")).toEqual(["未核对"]);
  expect(await seats("修缮6个院落的大门")).toEqual(["未核对"]);
});

test("who leaves and retires stands in both changes of the staff", () => {
  const staff = (retired: string): readonly string[] =>
    quotes(
      rightText().map((line) =>
        line.includes("实有人数")
          ? `示例局编制数20，实有人数30人，其中：在职18人，减少2人；退休12人，增加${retired}；离休0人，增加0人。`
          : line,
      ),
    );
  const ofStaff = (retired: string): readonly string[] => staff(retired).filter((quote) => /^\d+人$/.test(quote));
  expect(ofStaff("2人")).toEqual(["0人"]);
  expect(ofStaff("1人")).toEqual(["2人", "1人", "0人"]);
});

/** What the sample's text says of the numbers of a sheet, in order: 已核对, 有疑问 or 未核对. */
async function told(
  text: string,
  quote: string,
): Promise<{ proved: number; faulty: number; open: readonly string[]; said: readonly string[] }> {
  const { coverage, findings } = proofread(text.split("\n"), await sampleBook());
  return {
    proved: coverage.proved,
    faulty: coverage.faulty,
    open: coverage.unchecked.filter((one) => bare(one.quote).startsWith(quote)).map(({ reason }) => reason),
    said: findings.filter(({ severity }) => severity !== "info").map(({ message }) => message),
  };
}

const OPINIONS = "办理代表委员提出的意见不少于 40 件";
const ASIDE = "热线 24 小时有人值守，";

test("two numbers of a goal that are an indicator's together are proved by it", async () => {
  // 26 + 14 = 40
  const text = rightText()
    .join("\n")
    .replace(OPINIONS, "办理代表提出的意见 26 件、委员提出的意见 14 件")
    .replace("\t审核拟印发文件件数\t≥45 件\t", "\t办理代表委员意见件数\t≥40 件\t");
  for (const digits of ["26", "14", "40"]) expect([digits, (await told(text, digits)).open]).toEqual([digits, []]);
  expect((await told(text.replace("意见 14 件", "意见 13 件"), "13")).open).toHaveLength(1);
});

test("a sentence that a goal and the uses both have proves its number; where the numbers differ it is told", async () => {
  const right = rightText().join("\n");
  const text = right
    .replace("主要用于：购买 12345 热线的话务坐席", `主要用于：${ASIDE}购买 12345 热线的话务坐席`)
    .replace("\t购买热线话务坐席，", `\t${ASIDE}购买热线话务坐席，`);
  expect((await told(text, "24")).open).toEqual([]);
  const { said } = await told(text.replace(ASIDE, ASIDE.replace("24", "42")), "42");
  const before = (await told(text, "24")).said;
  expect(said.filter((one) => !before.includes(one))).toEqual(["同一句话，这里写24小时，另一处写42小时。"]);
});

test("what nothing in the report can prove of a performance sheet says what it would take", async () => {
  const text = rightText().join("\n");
  expect((await told(text, "94%")).open).toEqual(["绩效表的上年完成值：要有上年的绩效表才能核对"]);
  expect((await told(text, "92%")).open).toEqual(["绩效表的指标值：目标和资金分配里没有再说，公开表上也没有，请人工核对"]);
});

test("a figure that a rule finds fault with is counted as doubtful, not as unchecked", async () => {
  const text = rightText().join("\n");
  const before = await told(text, "90%");
  const after = await told(text.replace("\t90%\t", "\t24 小时\t"), "24");
  expect(before.open).toHaveLength(1);
  expect([after.open, after.faulty]).toEqual([[], before.faulty + 1]);
});
