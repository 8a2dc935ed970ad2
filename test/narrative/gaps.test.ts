import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import { segmentsText } from "../../src/narrative/segments";
import { fullSheets, fullWorkbook } from "./full-workbook";
import { gaps, narrated, paragraphs } from "./support";

describe("missing tables are gaps, never wrong words", () => {
  test.each([
    ["表6", "六", "人员经费〔缺表6：人员经费〕万元。", "缺少表6《一般公共预算基本支出情况表》，“人员经费”写不出来。请补上该表后重新生成。"],
    ["表5", "五", "〔缺表5：具体使用情况〕", "缺少表5《一般公共预算支出情况表》，“具体使用情况”写不出来。请补上该表后重新生成。"],
    ["表7", "七", "〔缺表7：项目情况〕", "缺少表7《一般公共预算项目支出情况表》，“项目情况”写不出来。请补上该表后重新生成。"],
    [
      "表8",
      "八",
      "〔缺表8：政府性基金预算支出〕",
      "缺少表8《政府性基金预算支出情况表》，“政府性基金预算支出”写不出来。请补上该表后重新生成。",
    ],
  ])("without %s section %s says so", (sheet, section, sentence, gap) => {
    const narrative = narrated(fullWorkbook({ [sheet]: null }));
    expect(paragraphs(narrative, section)).toContain(sentence);
    expect(narrative.sections.find(({ number }) => number === section)?.gaps).toContain(gap);
  });

  test("without 表5 its totals follow from 表4, 6 and 7", () => {
    const said = paragraphs(narrated(fullWorkbook({ 表5: null })), "五");
    expect(said).toContain("示例市交通局2026年一般公共预算拨款合计120.00万元，其中：");
    expect(said).toContain("基本支出90.00万元，比上年预算增加0.00万元，增长0.00%。");
    expect(said).toContain("1.一般公共服务支出（类）120.00万元，占100.00%。");
  });

  test("without 表3 nothing is taken for 基本支出 while other money than general budget is there", () => {
    expect(paragraphs(narrated(fullWorkbook({ 表3: null })), "三")[1]).toMatch(/^基本支出〔缺表3：基本支出〕万元/);
  });

  test("without 表2 the sources come from 表1", () => {
    expect(paragraphs(narrated(fullWorkbook({ 表2: null })), "二")).toContain(
      "财政专户6.00万元，占3.33%，比上年预算减少2.00万元，下降25.00%，主要原因是收费收入减少。",
    );
  });

  test("words in an amount cell are named with their address, not taken for zero", () => {
    const narrative = narrated(fullWorkbook({ 表3: (fullSheets["表3"] ?? "").replace("180.00 | 95.00 | 85.00", "180.00 | 待定 | 85.00") }));
    expect(gaps(narrative).some((gap) => gap.startsWith("表3!F") && gap.includes("不是金额"))).toBe(true);
    expect(paragraphs(narrative, "三")[1]).toMatch(/^基本支出〔待改：表3一处金额读不成数〕万元/);
  });

  test("a workbook with nothing in it is of no template: no sections, and nothing is thrown", () =>
    expect(narrated({ name: "empty", sheets: [] }).sections).toEqual([]));
});

describe("what is to be filled in", () => {
  test("points to the blank cell of the row, with the change in the message", () => {
    const text = (fullSheets["填报-上年对比"] ?? "").replace("100.00 | 在职人员减少", "100.00 |");
    const narrative = narrated(fullWorkbook({ "填报-上年对比": text }));
    expect(narrative.todo).toContainEqual({
      cell: { sheet: "填报-上年对比", row: 8, column: 4 },
      exists: true,
      message: "请填写“支出总额·基本支出”的主要原因（比上年减少5.00万元）",
    });
  });

  test("rows that are not there yet are to be created, each its own", () => {
    const open = narrated(fullWorkbook()).todo.filter(({ exists }) => !exists);
    const places = open.map(({ cell }) => `${cell.sheet}!${cell.row},${cell.column}`);
    expect(new Set(places).size).toBe(places.length);
    expect(open.map(({ message }) => message)).toContain(
      "请填写“收入来源·上级政府性基金安排的转移支付资金”的上年预算数（万元；上年没有的填0）",
    );
  });

  test("without 填报 sheets everything is asked for and nothing is filled", () => {
    const none = Object.fromEntries(
      Object.keys(fullSheets)
        .filter((name) => name.startsWith("填报"))
        .map((name) => [name, null]),
    );
    const { progress, todo } = narrated(fullWorkbook({ ...none }));
    expect(progress).toEqual({ filled: 0, asked: todo.length });
    expect(todo.every(({ exists }) => !exists)).toBe(true);
  });

  test("filling one cell moves it from open to filled", () => {
    const before = narrated(fullWorkbook()).progress;
    const after = narrated(
      fullWorkbook({ "填报-文字说明": `${fullSheets["填报-文字说明"] ?? ""}\n委托业务费用途 | 路况检测委托业务费 | 路况检测` }),
    ).progress;
    expect(after).toEqual({ filled: before.filled + 1, asked: before.asked });
  });

  test("a text taken over from last year stays open until its mark is gone", () => {
    const marked = narrated(
      fullWorkbook({ "填报-上年对比": (fullSheets["填报-上年对比"] ?? "").replace("在职人员减少", "〔待核实〕在职人员减少") }),
    );
    expect(paragraphs(marked, "三")[1]).toBe(
      "基本支出95.00万元，占52.78%，比上年预算减少5.00万元，下降5.00%，主要原因是〔待核实：在职人员减少〕。",
    );
    expect(marked.todo.some(({ message }) => message.includes("请核实“支出总额·基本支出”的主要原因"))).toBe(true);
  });
});

const SHARED = path.resolve(__dirname, "../../../shared");
(existsSync(SHARED) ? test : test.skip)("002 without tables 2, 3, 5 and 6: what can be said is said as published", async () => {
  const golden = JSON.parse(readFileSync(path.join(SHARED, "golden/002.narrative.json"), "utf8")) as {
    sections: { no: string; paragraphs: { norm: string }[] }[];
  };
  const narrative = narrated(await readWorkbook(new Uint8Array(readFileSync(path.join(SHARED, "workbooks/002.xlsx"))), "002.xlsx"));
  const mine = new Set(narrative.sections.flatMap(({ paragraphs: all }) => all.map(({ segments }) => segmentsText(segments))));
  const lost = golden.sections
    .filter(({ no }) => ["一", "二", "三", "四", "八", "九", "十"].includes(no))
    .flatMap(({ paragraphs: all }) => all.map(({ norm }) => norm))
    .filter((norm) => !mine.has(norm));
  expect(lost).toEqual([]);
});
