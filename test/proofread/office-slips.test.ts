import { recogniseWorkbook } from "../../src/book/recognise";
import { proofread } from "../../src/proofread/proofread";
import type { PlainWorkbook } from "../../src/workbook/plain";
import { fresh, line, rightText, sampleBook, unchanged, serious } from "./support";

// Slips that offices make in a family whose sentences are given: what stands there is the sample's right text with one of them.

const right = rightText();
const bare = sampleBook({ inputs: false });
const said = async (from: string, to: string): Promise<readonly string[]> =>
  fresh(right, await bare, from, to)
    .filter(({ severity }) => severity !== "info")
    .map(line);

describe("characters lost, doubled or changed with their neighbours", () => {
  test.each([
    // What the text says again and again.
    ["比上年预算增加 69.79", "上年预算增加 69.79", ["warning wording →"]],
    ["比上年预算增加 69.79", "比年上预算增加 69.79", ["warning wording 年上→上年"]],
    ["比上年预算增加 69.79", "比上年年预算增加 69.79", ["warning wording 比上年年预算增加→比上年预算增加"]],
    ["主要原因是本年增加窗口", "要主原因是本年增加窗口", ["warning wording 要主原因→主要原因"]],
    ["主要原因是本年增加窗口", "主要要原因是本年增加窗口", ["warning wording 主要要原因是→主要原因是"]],
    // What the template says once.
    ["财政拨款收支总预算", "财政拨款支收总预算", ["warning wording 支收→收支"]],
    ["财政拨款收支总预算", "财政拨款收总预算", ["warning wording →"]],
    ["（三）一般公共预算当年拨款具体使用", "（三）一般公共预算当年拨具款体使用", ["warning wording 具款→款具"]],
  ])("%s → %s", async (from, to, found) => expect(await said(from, to)).toEqual(found));

  test.each([
    ["2026 年预算数为 4.68", "2026 年度预算数为 4.68"],
    ["2026 年预算数为 4.68", "2026 年预算为 4.68"],
    ["占用使用国有资产总体情况", "占用使用的国有资产总体情况"],
    ["（五）其他需说明的事项", "（五）其他需要说明的事项"],
  ])("right: %s → %s", async (from, to) => expect(await said(from, to)).toEqual([]));
});

describe("names", () => {
  test.each([
    ["住房公积金（项）", "住房公积金支出（项）", "error name 住房公积金支出→住房公积金"],
    ["预算单位\t\t示例市政务服务中心", "预算单位\t\t示例市政务服务中", "error name 示例市政务服务中→示例市政务服务中心"],
  ])("%s → %s", async (from, to, found) => expect(await said(from, to)).toEqual([found]));

  test("the organisation over the date", async () => {
    const at = right.lastIndexOf("示例市人民政府办公室");
    const text = right.map((one, index) => (index === at ? "示例市人民政府办公" : one));
    expect(serious(proofread(text, await bare)).map(line)).toContain("error name 示例市人民政府办公→示例市人民政府办公室");
  });

  test("a chapter under another's number, as the contents have it", async () => {
    const chapters = right.filter((one) => /^[一二三四五六七八九十]+、 ?关于/.test(one));
    const text = ["示例市人民政府办公室", "2026年部门预算公开", "目录", "第三部分 2026年部门预算情况说明", ...chapters, ...right];
    const title = text.map((one) => one.startsWith("七、")).lastIndexOf(true);
    const told = proofread(
      text.map((one, index) => (index === title ? one.replace("七", "六") : one)),
      await bare,
    ).findings.filter(({ paragraph, severity }) => paragraph === title + 1 && severity !== "info");
    expect(told.map(({ quote, message }) => [quote, message])).toEqual([["六", "目录里这一章是“七、”，这里编号写“六、”。"]]);
  });
});

describe("reasons", () => {
  const RUNNING = "主要原因是车辆数与上年相同";
  test.each([
    [RUNNING, "主要原因是 2025 年与 2026 年均未安排公务用车运行维护费", "公务用车运行维护费两年都有数"],
    ["本年增加窗口人员业务培训班次", "上年与本年均未安排", "增加0.10万元"],
  ])("planned in neither year: %s → %s", async (from, to, told) => {
    const found = fresh(right, await bare, from, to).filter(({ severity }) => severity !== "info");
    expect(found.map(({ id, severity }) => `${severity} ${id}`)).toEqual(["warning B09"]);
    expect(found[0]?.message).toContain(told);
  });

  test.each([[RUNNING, "主要原因是两年均未安排车辆更新"]])("something in it that was planned in neither: %s → %s", async (from, to) =>
    expect(await said(from, to)).toEqual([]),
  );
});

describe("tables as text", () => {
  const table = [
    "第二部分 2026年部门预算公开表",
    "表 1",
    "部门收支总体情况表",
    "编制部门：示例市人民政府办公室",
    "单位：万元",
    "一、本年收入\t1,221.42\t201 一般公共服务支出\t912.02",
    "5. 单位资金\t1.99\t212 城乡社区支出\t",
  ];
  const told = async (from: string, to: string): Promise<readonly string[]> =>
    proofread(
      table.map((one) => one.replace(from, to)),
      await bare,
    ).findings.map(line);
  test.each([
    ["单位：万元", "单位：元", ["error wording 元→万元"]],
    ["5. 单位资金", "5. 部门资金", ["error name 5.部门资金→5. 单位资金"]],
    ["", "", []],
  ])("%s → %s", async (from, to, found) => expect(await told(from, to)).toEqual(found));
});

test("a measure in brackets is the measure without them", async () => {
  expect(await said("话务坐席数", "话务坐席数（台套）")).toEqual(["warning wording =6个→"]);
  const text = right.map((one) =>
    one.includes("话务坐席数") ? one.replace("话务坐席数", "话务坐席数（台套）").replace(/=\s*6 ?个/, "=6台（套）") : one,
  );
  const known = new Set(serious(unchanged(right, await bare)).map(line));
  const found = serious(proofread(text, await bare)).filter((one) => !known.has(line(one)));
  expect(found.map(({ message }) => message).filter((one) => one.includes("台套"))).toEqual([]);
});

test("of two different marks that stand together none is proposed", async () => {
  const [finding] = fresh(right, await bare, "，主要原因是本年增加窗口", "，、主要原因是本年增加窗口").filter(({ id }) => id === "B10");
  expect([finding?.quote, finding?.expected]).toEqual(["，、", ""]);
});

test("a project that has 公用经费 in its name says nothing of these", async () => {
  const { recognised, inputs } = await bare;
  const workbook: PlainWorkbook = {
    ...recognised.workbook,
    sheets: recognised.workbook.sheets.map((sheet) => ({
      ...sheet,
      values: sheet.values.map((row) => row.map((cell) => (cell === "政务服务热线运行服务费" ? "公用经费补助" : cell))),
    })),
  };
  const against = { recognised: recogniseWorkbook(workbook), inputs };
  const reason = right.map((one) =>
    one.replace("话务坐席服务的费用随之增加", "公用经费补助预算增加").replace("购买坐席服务的费用随之增加", "公用经费补助预算增加"),
  );
  expect(reason).not.toEqual(right);
  const text = reason.map((one) =>
    one
      .replace("本年增加窗口人员业务培训班次", "业务经费减少，培训班次增加")
      .replaceAll("公用经费也较上年提高", "租赁费也由项目支出调整而来")
      .replaceAll("公用经费增加", "日常开支增加"),
  );
  expect(
    proofread(text, against)
      .findings.map(({ message }) => message)
      .filter((one) => one.includes("互相矛盾")),
  ).toEqual([]);
});

test("the sentence that most begin with may begin otherwise once", () => {
  const reasons = ["人员增加", "标准提高", "任务加重", "设备更新", "培训增多"].map((one) => `该项支出有变动，主要是因为${one}。`);
  const text = [...reasons, "该项支出有变动，主要是为保障日常运转。"];
  expect(proofread(text, null).findings.filter(({ id }) => id === "B10")).toEqual([]);
});

describe("the organisation's kind", () => {
  test("纳入单位预算管理 in a department's text is asked about", async () =>
    expect(fresh(right, await bare, "均纳入部门预算管理", "均纳入单位预算管理").map(line)).toContain("info name 单位→部门"));
});

describe("people of 第一部分 and reasons", () => {
  const staffed = (way: string): string[] =>
    right.map((one) => (/实有人数/.test(one) ? one.replace(/在职 ?(\d+) ?人，(?:增加|减少) ?\d+ ?人/, `在职 $1 人，${way} 2 人`) : one));
  const told = async (way: string): Promise<readonly string[]> =>
    proofread(staffed(way), await bare)
      .findings.filter(({ message }) => message.startsWith("第一部分写在职人员"))
      .map(line);
  test("fewer people, as the reasons say", async () => expect(await told("减少")).toEqual([]));
  test("more people, and reasons that say fewer", async () => {
    const found = await told("增加");
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found)).toEqual(new Set(["warning direction 在职人员较上年减少→", "warning direction 在职人员减少→"]));
  });
});
