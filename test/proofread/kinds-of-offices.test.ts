import path from "node:path";
import { openBook, type Book } from "../../src/book/open";
import { formsOfYear } from "../../src/book/forms-of-year";
import { proofread } from "../../src/proofread/proofread";
import { linesOf } from "../../src/proofread/text/lines";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import { narrate } from "../../src/narrative/narrate";
import { narrativeText } from "../../src/render/text";
import type { PlainWorkbook } from "../../src/workbook/plain";
import { readFileSync } from "node:fs";
import { fresh, line, rightText, sampleBook, serious } from "./support";

// Right documents of offices that differ from the samples': nothing may be said of what is their own.

async function bare(name: string, change: (text: string) => string = (text) => text): Promise<Book> {
  const workbook = await readWorkbook(new Uint8Array(readFileSync(path.join(__dirname, "../../samples", name))), name);
  const sheets: PlainWorkbook["sheets"] = workbook.sheets
    .filter((sheet) => !sheet.name.startsWith("填报"))
    .map((sheet) => ({
      ...sheet,
      values: sheet.values.map((row) => row.map((cell) => (typeof cell === "string" ? change(cell) : cell))),
    }));
  return openBook({ ...workbook, sheets });
}
const unit = bare("2025-11-unit.xlsx");
async function unitText(): Promise<readonly string[]> {
  const name = "2025-11-unit.xlsx";
  const { recognised, inputs } = openBook(
    await readWorkbook(new Uint8Array(readFileSync(path.join(__dirname, "../../samples", name))), name),
  );
  return narrativeText(narrate(recognised, inputs)).split("\n");
}

describe("right in a unit's text", () => {
  test.each([
    // A document on which a project rests is 关于 something of a year too.
    ["《示例市政务云服务管理办法》", "《示例市人民政府关于印发〈2024年政务服务实施方案〉的通知》"],
    ["《示例市政务云服务管理办法》", "根据市财政局《关于提前下达2025年信息化资金的通知》"],
    ["《示例市政务云服务管理办法》", "市委办公室关于做好2025年政务云服务的通知"],
    // That nothing was adjusted is why an amount has not moved.
    ["主要原因是两年均未安排因公出国（境）费", "主要原因是按核定标准安排，该项未作调整"],
    ["主要原因是两年均未安排因公出国（境）费", "主要原因是标准未予调整"],
  ])("%s → %s", async (from, to) => {
    const { recognised, inputs } = await unit;
    expect(fresh(await unitText(), { recognised, inputs }, from, to).map(line)).toEqual([]);
  });

  test("a heading that names another office is told as before", async () => {
    const { recognised, inputs } = await unit;
    const said = fresh(await unitText(), { recognised, inputs }, "二、关于示例市信息服务中心", "二、关于示例市信患服务中心").map(line);
    expect(said).toContain("error name 示例市信患服务中心→示例市信息服务中心");
  });
});

test.each(["的机关运行经费", "面向中小企业", "占用使用国有资产"])(
  "a character too many in a long name is told once: %s",
  async (behind) => {
    const named = (text: string): string => text.replaceAll("示例市", "阿拉示例市");
    const { recognised, inputs } = await bare("2025-11-unit.xlsx", named);
    const text = (await unitText()).map(named);
    const sentence = text.find((one) => one.includes(behind)) ?? "";
    const found = fresh(text, { recognised, inputs }, sentence, sentence.replace("市信息", "市新信息"));
    expect(found.map(line)).toEqual(["error name 阿拉示例市新信息服务中心→阿拉示例市信息服务中心"]);
  },
);

test("the year in a project's own name is the project's", async () => {
  const named = (text: string): string => text.replaceAll("门户网站运行维护费", "2024年门户网站适老化改造资金");
  const { recognised, inputs } = await bare("2025-11-unit.xlsx", named);
  const text = (await unitText()).map(named);
  expect(serious(proofread(text, { recognised, inputs })).map(line)).toEqual([]);
  const split = "网站内容维护和安全监测5.2万元，购置备份设备0.8万元";
  expect(fresh(text, { recognised, inputs }, split, "6万元全部用于2024年门户网站适老化改造资金").map(line)).toEqual([]);
  // Of a year that is nobody's name it is asked as before.
  expect(fresh(text, { recognised, inputs }, split, "6万元全部用于2024年的网站维护").map(line)).toEqual(["info year 2024→2025"]);
});

test("what little has changed has changed, though the rate rounds to nothing", () => {
  const of = (change: string): readonly string[] =>
    proofread([`示例市某局2026年支出预算800.00万元，比上年预算${change}，主要原因是业务量增加。`], null).findings.map(line);
  expect(of("增加0.01万元，增长0.00%")).not.toContain("warning direction 增加→");
  expect(of("增加0.00万元，增长0.00%")).toContain("warning direction 增加→");
});

test("units of one list are no slips of each other; a slip of one of them is", async () => {
  const against = await sampleBook({ inputs: false });
  const listed = (...units: readonly string[]): readonly string[] =>
    rightText().flatMap((paragraph) =>
      /^1[.] ?某自治州/.test(paragraph) ? units.map((name, index) => `${String(index + 1)}.${name}`) : [paragraph],
    );
  const said = (...units: readonly string[]): readonly string[] =>
    proofread(listed(...units), against)
      .findings.map(line)
      .filter((one) => one.includes("name 示例市政法服务中心→"));
  const [own, sibling] = ["示例市政务服务中心", "示例市政法服务中心"];
  expect(said(own, sibling)).toEqual([]);
  expect(said(sibling)).not.toEqual([]);
});

test("a part of a longer name of a subject is no slip of a shorter one", async () => {
  const { recognised, inputs } = await unit;
  const said = fresh(
    await unitText(),
    { recognised, inputs },
    "主要原因是压减公务接待批次和人次",
    "主要原因是压减公务接待批次和人次，一般行政管理事务、会议减少",
  );
  expect(said.map(line)).not.toContain("info name 行政管理事务→民政管理事务");
});

test("uses of other budgets are no part of those of the general one, where no table tells them apart", () => {
  const uses = (fund: string): readonly string[] =>
    proofread(
      [
        "四、关于示例县某局2026年财政拨款收支预算情况的总体说明",
        "2026年财政拨款收支总预算150.00万元。",
        "一般公共预算支出包括：农林水支出80.00万元，主要用于农业业务支出；住房保障支出20.00万元，主要用于住房公积金缴费。",
        `${fund}预算支出包括：城乡社区支出50.00万元，主要用于公共设施建设。`,
        "五、关于示例县某局2026年一般公共预算当年拨款情况说明",
        "（一）一般公共预算当年拨款规模变化情况",
        "示例县某局2026年一般公共预算拨款合计100.00万元，其中：",
        "基本支出70.00万元，比上年预算增加10.00万元，增长16.67%，主要原因是人员增加。",
        "项目支出30.00万元，比上年预算增加10.00万元，增长50.00%，主要原因是任务增加。",
      ],
      null,
    )
      .findings.filter(({ id }) => id === "B-和")
      .map(line);
  expect(uses("政府性基金")).toEqual([]);
  expect(uses("国有资本经营")).toEqual([]);
});

test("in 2024 the eleven tables were in use", () => {
  expect(formsOfYear("xinjiang", 2024).map(({ id }) => id)).toEqual(["2025-11"]);
  expect(formsOfYear("xinjiang", 2023).map(({ id }) => id)).toEqual(["2023-10"]);
});

describe("lines as a page breaks them", () => {
  const texts = (...paragraphs: readonly string[]): readonly string[] => linesOf(paragraphs).map(({ text }) => text);
  test.each([
    ["示例市某局2026年上年结转结余46.14万元，包括：", "财政拨款46.14万元，非财政拨款0.00万元，其中："],
    ["2026年，示例市某局政府采购预算30.00万元，其中：", "政府采购货物预算10.00万元，政府采购工程预算0.00万元，政府采购服务预算20.00万元。"],
    ["示例市某局无下属预算单位，下设3个科室，分别是：", "办公室、业务科、财务科。"],
    ["2.车辆3辆，价值60.00万元；其中：", "一般公务用车3辆，价值60.00万元。"],
  ])("%s goes on", (before, after) => expect(texts(before, after)).toEqual([before + after]));

  test.each([
    ["示例市某局2026年支出预算30.00万元，其中：", "基本支出20.00万元，占66.67%。"],
    ["3.示例市环境卫生服务中心", "示例市城市管理局编制数20，实有人数31人，其中：在职18人，退休13人。"],
  ])("%s ends there", (before, after) => expect(texts(before, after)).toEqual([before, after]));
});
