import { fresh, line, rightText, sampleBook } from "./support";

const right = rightText().map((text) => text.replace(/[ \u3000]/g, ""));
const told = async (from: string, to: string, inputs = false): Promise<readonly string[]> =>
  fresh(right, await sampleBook({ inputs }), from, to)
    .filter(({ severity }) => severity !== "info")
    .map(line);

const MORE = "主要原因是2026年热线来电增多，购买坐席服务的费用随之增加";

describe("what is no longer planned explains no increase, unless its money went on under another head", () => {
  test.each([
    ["主要原因是知识库升级上年已完工，本年不再安排", ["warning direction 不再安排→"]],
    ["主要原因是热线坐席补贴不再安排", ["warning direction 不再安排→"]],
    ["主要原因是知识库升级不再安排，本年新增坐席", []],
    ["主要原因是热线不再列支于财政专户，改由一般公共预算安排", []],
  ])("%s", async (reason, found) => expect(await told(MORE, reason)).toEqual(found));
});

test("what is new this year does not explain that nothing changed", async () => {
  const same = "公务用车运行维护费增加0.00万元，增长0.00%，主要原因是";
  const was = /公务用车运行维护费增加0\.00万元，增长0\.00%，主要原因是[^；。]+/.exec(right.join("\n"))?.[0] ?? "";
  expect(was).not.toBe("");
  expect(await told(was, `${same}本年新增业务用车一辆`)).toEqual(["warning direction 新增→"]);
  expect(await told(was, `${same}车辆数未新增，与上年一致`)).toEqual([]);
});

test("a chapter with nothing below is told, though its sentence alone might be left out", async () => {
  const own = "示例市人民政府办公室2026年没有使用国有资本经营预算拨款安排的支出，国有资本经营预算支出情况表为空表。";
  expect((await told(own, "")).join()).toMatch(/^warning missing 九、/);
});
