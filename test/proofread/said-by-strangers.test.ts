import { proofread } from "../../src/proofread/proofread";
import { openBook } from "../../src/book/open";
import { workbookFromText } from "../support/workbook-text";
import { line } from "./support";

/** Sentences of invented offices whose province has no form of its own here: what is right stays silent, one word changed is told. */
const told = (...text: readonly string[]): readonly string[] => proofread(text, null).findings.map(line);

test("a text whose contents alone name its parts: what stands behind them is the narrative", () => {
  const text = [
    "柳溪县水利局2025年部门预算公开目录",
    "第一部分 柳溪县水利局2025年部门预算编制说明",
    "第二部分 柳溪县水利局2025年部门预算表",
    "柳溪县水利局2025年部门预算编制说明",
    "三、预算单位收入情况",
    "2025年部门财务总收入300.00万元，其中：一般公共预算280.00万元，其他收入20.00万元。",
    "四、预算单位支出情况",
    "2025年部门预算总支出300.00万元，其中：基本支出200.00万元，项目支出100.00万元。",
    "（一）农林水支出250.00万元，其中：2130301行政运行150.00万元，2130306水利工程运行与维护100.00万元。",
    "（二）住房保障支出50.00万元，其中：2210201住房公积金30.00万元，2210203购房补贴20.00万元。",
  ];
  const said = (from = "", to = ""): readonly string[] => told(...text.map((one) => one.replace(from, to)));
  expect(said()).toEqual([]);
  expect(said("住房公积金30.00", "住房公积金80.00")).toContain(
    "error sum 50.00万元，其中：2210201住房公积金80.00万元，2210203购房补贴20.00万元→",
  );
  // Beside its code a name is a subject's.
  expect(said("水利工程运行与维护", "水利工程运某与维护")).toContain("warning name 水利工程运某与维护→");
});

test("a notice that is quoted names no organisation, whatever year stands behind it", () => {
  const text = [
    "柳溪县民政局2025年收入合计300万元，其中：一般公共预算收入300万元。",
    "按照《财政部关于印发〈支出经济分类科目改革方案〉的通知》要求，从2018年起全面实施支出经济分类科目改革。",
    "柳溪县民政局2025年支出合计300万元，其中：基本支出200万元，项目支出100万元。",
    "柳溪县民政局2025年一般公共预算基本支出200万元。",
  ];
  expect(told(...text)).toEqual([]);
});

test.each([
  ["2025年机关运行经费85.20万元，比上年减少1.20万元，主要原因是新增人员，办公费增加。", "warning direction 新增→"],
  ["2025年机关运行经费85.20万元，比上年增加1.20万元，增长1.43%，主要是厉行节约，压减办公费。", "warning direction 压减→"],
  ["公务接待费预算数比2024年增加0.31万元。主要原因：厉行节约，减少接待。", "warning direction 减少→"],
])("a reason that goes the other way: %s", (text, expected) => expect(told(text)).toContain(expected));

test.each([
  "2025年机关运行经费85.20万元，比上年减少1.20万元，主要原因是加大统筹力度，提高资金使用效益。",
  "2025年机关运行经费85.20万元，比上年减少1.20万元，主要原因是提高保障水平，压减办公费。",
  "2025年公务用车运行维护费5.20万元，比上年增加1.20万元，主要原因是车辆老旧，我局将压缩用车开支。",
])("how well something is done says nothing of how much of it there is: %s", (text) => expect(told(text)).toEqual([]));

test("two amounts and no rate: the direction may be wrong, or the two may have changed places", () => {
  expect(told("2.公务接待费。2025年预算数5.36万元，比2024年预算数4.91万元减少0.45万元。")).toEqual([
    "error direction 5.36万元，比2024年预算数4.91万元减少0.45万元→",
  ]);
  // 0.45 of 5.36 is 8.40 %, of 4.91 it were 9.16 %.
  expect(told("2.公务接待费。2025年预算数4.91万元，比2024年预算数5.36万元增加0.45万元，下降8.40%。")).toContain(
    "error direction 增加→减少",
  );
});

describe("cars", () => {
  const said = (list: string): readonly string[] =>
    told(`截至2024年12月31日，本部门共有车辆7辆，${list}。单位价值50万元以上通用设备4台（套）。`);
  const right = "机要通信用车2辆，应急保障用车3辆，其他用车2辆";
  test("listed without saying so", () => {
    expect(said(right)).toEqual([]);
    expect(said(right.replace("3辆", "8辆"))).toEqual(["error sum 7辆，机要通信用车2辆，应急保障用车8辆，其他用车2辆→"]);
  });
  test("of which there is none of a kind", () => {
    expect(said("其中：机要通信用车2辆、执法执勤用车0辆、应急保障用车3辆、其他用车2辆")).toEqual([]);
    expect(said("其中：机要通信用车2辆、执法执勤用车0辆、应急保障用车1辆、其他用车2辆")).toEqual([
      "warning sum 7辆，其中：机要通信用车2辆、执法执勤用车0辆、应急保障用车1辆、其他用车2辆→",
    ]);
    expect(said("其中：机要通信用车2辆、应急保障用车3辆、其他用车0辆")).toEqual([
      "warning sum 7辆，其中：机要通信用车2辆、应急保障用车3辆、其他用车0辆→",
    ]);
  });
});

test("a short name of a subject that is marked as one", () => {
  expect(told("住房保障支出（类）住房改革支出（款）购房补贴（项）28.41万元，主要用于购房补贴。")).toEqual([]);
  expect(told("住房保障支出（类）住房改革支出（款）购房贴（项）28.41万元，主要用于购房补贴。")).toEqual(["warning name 购房贴→"]);
  expect(told("（五）行政行运（科目代码2130101）387.68万元，主要用于机关人员支出。")).toEqual(["warning name 行政行运→"]);
  // 高中教育 is another, and no list has them all.
  expect(told("教育支出（类）普通教育（款）初中教育（项）342.96万元，主要用于初级中学教学。")).toEqual([]);
});

test("the same sentence twice, whose parts semicolons divide", () => {
  const said = "其中：公务用车购置费0万元，与上年持平；公务用车运行费3.20万元，与上年持平。";
  const whole = "2.公务用车购置及运行费3.20万元，与上年持平。";
  expect(told(whole + said)).toEqual([]);
  expect(told(whole + said + said)).toEqual([`warning extra ${said}→`]);
});

test("what is compared alike in two sections is said twice by right", () => {
  const change = "与上年对比减少30.00万元，主要原因是上年安排的一次性设备购置项目已经完成，本年不再安排。";
  const text = ["（一）财务收入", "2025年总收入300.00万元。", change, "（二）财政拨款收入", "2025年财政拨款收入280.00万元。", change];
  expect(told(...text)).toEqual([]);
});

test("all expenditure is for one of two things", () => {
  expect(told("2025年支出预算300.00万元，其中：基本支出200.00万元，项目支出100.00万元。")).toEqual([]);
  expect(told("2025年支出预算300.00万元，其中：基本支出30.00万元，项目支出100.00万元。")).toEqual([
    "warning sum 300.00万元，其中：基本支出30.00万元，项目支出100.00万元→",
  ]);
});

test("goals are set for no more than all projects", () => {
  expect(told("本部门对3个项目设置了绩效目标，项目绩效目标覆盖率100%。")).toEqual([]);
  expect(told("本部门对3个项目设置了绩效目标，项目绩效目标覆盖率700%。")).toEqual(["warning share 700%→"]);
});

test("the year of the budget within a sentence", () => {
  const text = [
    "2025年收入预算300.00万元。",
    "2025年支出预算300.00万元。",
    "2025年政府采购预算20.00万元。",
    "所有支出实行绩效目标管理。纳入2025年部门整体支出绩效目标的金额为300.00万元。",
    "截至2024年12月31日，共有车辆2辆。2025年本部门拟购置固定资产20.00万元。",
  ];
  const said = (from: string, to: string): readonly string[] => told(...text.map((one) => one.replace(from, to)));
  expect(said("", "")).toEqual([]);
  expect(said("纳入2025", "纳入2023")).toContain("warning year 2023→");
  expect(said("2025年本部门拟", "2023年本部门拟")).toContain("warning year 2023→");
});

test("an entry of the contents and a heading that differ in a character", () => {
  const text = [
    "2025年柳溪县水利局部门预算",
    "目录",
    "第一部分 部门概况",
    "第二部分 部门预算情况说明",
    "第三部分 名词解释",
    "第一部分 部门概况",
    "本部门负责水利工作。",
    "第二部分 部门预算情况说明",
    "2025年收入预算300.00万元。",
    "第三部分 名词解释",
    "基本支出：指保障机构正常运转的支出。",
  ];
  const said = (at: number, to: string): readonly string[] => told(...text.map((one, index) => (index === at ? to : one)));
  expect(said(4, "第三部分 名词解释")).toEqual([]);
  expect(said(4, "第三部分 名解释")).toEqual(["warning name 名解释→"]);
  expect(said(9, "第三部分 名词释")).toEqual(["warning name 名词释→"]);
});

const TABLES = `# 收支总表
2025年部门收支总表
编制单位：柳溪县水利局 | | | 单位：万元
收入 | | 支出 |
项目 | 预算数 | 项目 | 预算数
一、一般公共预算拨款收入 | 300.00 | 一、农林水支出 | 250.00
二、其他收入 | | 二、住房保障支出 | 50.00
收入总计 | 300.00 | 支出总计 | 300.00
# 三公
一般公共预算“三公”经费支出表
编制单位：柳溪县水利局 | 单位：万元
项目 | 预算数
合计 | 12.10
1.因公出国（境）费用 | 3.20
2.公务接待费 | 4.90
3.公务用车购置及运行维护费 | 4.00
`;
const BASIC = `# 基本支出
一般公共预算基本支出表
编制单位：柳溪县水利局 | | | | 单位：万元
科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费
 | 合计 | 36.00 | 10.00 | 26.00
301 | 工资福利支出 | 10.00 | 10.00 |
30101 | 基本工资 | 10.00 | 10.00 |
302 | 商品和服务支出 | 26.00 | | 26.00
30201 | 办公费 | 5.00 | | 5.00
30202 | 印刷费 | 4.00 | | 4.00
30205 | 水费 | 3.00 | | 3.00
30206 | 电费 | 6.00 | | 6.00
30228 | 工会经费 | 6.00 | | 6.00
30239 | 其他交通费用 | 2.00 | | 2.00
`;

test("a list of subjects in which one of those of the table is not", () => {
  const book = openBook(workbookFromText(TABLES + BASIC, "stranger.xlsx"));
  const said = (list: string): readonly string[] =>
    proofread([`人员经费10.00万元，公用经费26.00万元，主要包括：${list}。`], book).findings.map(({ message }) => message);
  expect(said("办公费、印刷费、水费、电费、工会经费、其他交通费用")).toEqual([]);
  expect(said("办公费、印刷费、水费、工会经费、其他交通费用")).toEqual(["公开表上的公用经费还有“电费”，别的都列出来了，这里没有说到它。"]);
  // Not all of them are said to be named.
  expect(said("办公费、印刷费、水费、工会经费、其他交通费用等")).toEqual([]);
});

const against = openBook(workbookFromText(TABLES, "stranger.xlsx"));
const held = (...text: readonly string[]): readonly string[] => proofread(text, against).findings.map(line);

describe("beside tables", () => {
  const text = [
    "2025年柳溪县水利局部门预算",
    "第一部分 柳溪县水利局概况",
    "第三部分 2025年部门预算情况说明",
    "2025年本部门收入预算300.00万元，支出预算300.00万元。",
    "2025年“三公”经费预算数12.10万元，具体如下：",
    "1.因公出国（境）费用：安排3.20万元。",
    "2.公务接待费：安排4.90万元。",
    "3.公务用车购置及运行维护费：安排4.00万元。",
    "2025年拟购置固定资产总额为30.00万元，已列入政府采购预算。",
    "第四部分 名词解释",
  ];
  const said = (from = "", to = ""): readonly string[] =>
    held(...text.map((one) => one.replace(from, to))).filter((one) => !/^info| missing /.test(one));
  test("what is right", () => expect(said()).toEqual([]));
  test("the amount behind the heading of its own line", () =>
    expect(said("费用：安排3.20", "费用：安排4.90")).toContain("warning figure 4.90→"));
  test("another office over the text, and its own without the last character", () => {
    expect(said("2025年柳溪县水利局部门", "2025年示范县财政局部门")).toEqual(["warning name 示范县财政局→"]);
    expect(said("2025年柳溪县水利局", "2023年柳溪县水利局")).toEqual(["error year 2023→2025"]);
    expect(said("柳溪县水利局概况", "柳溪县水利概况")).toEqual(["warning name 柳溪县水利→柳溪县水利局"]);
  });
  test("what cars are bought for and what they are run for, told apart", () => {
    const wanted = "公务用车购置及运行维护费没有分开说购置费多少、运行维护费多少。";
    const lacking = (more: string): readonly string[] =>
      proofread(
        text.map((one) => one.replace("安排4.00万元。", `安排4.00万元。${more}`)),
        against,
      ).findings.map(({ message }) => message);
    expect(lacking("")).toContain(wanted);
    expect(lacking("其中：公务用车购置费0万元；公务用车运行维护费4.00万元。")).not.toContain(wanted);
  });
});

test("an amount that lost its unit is not made a rate, where no word of its clause asks for one", () => {
  const text =
    "2025年，本级“三公”经费财政拨款预算6.10亿元，其中，因公出国（境）费1.90亿元，公务用车购置及运行费3.40亿元" +
    "（公务用车购置费0.90亿元，公务用车运行费2.50亿元），公务接待费0.80亿元。比2024年年初预算减少0.50亿元，下降7.6%，" +
    "其中，因公出国（境）费减少0.10亿元，公务用车购置及运行费减少0.30亿元，公务接待费减少0.10亿元。";
  expect(told(text)).toEqual([]);
  expect(told(text.replace("0.90亿元", "0.90"))).toEqual(["warning wording 0.90→"]);
});

test("what a part is divided into in a bracket behind it is no part of the whole", () => {
  const text = "单位车辆维修支出安排61.00万元，其中：轮胎19.00万元，配件34.00万元（其中：机油9.00万元，滤芯25.00万元），工时8.00万元。";
  expect(proofread([text], null).coverage).toMatchObject({ figures: 6, proved: 6 });
  expect(told(text.replace("工时8.00", "工时9.00"))).toEqual([
    "error sum 61.00万元，其中：轮胎19.00万元，配件34.00万元（其中：机油9.00万元，滤芯25.00万元），工时9.00万元→",
  ]);
  expect(told(text.replace("滤芯25.00", "滤芯26.00"))).toEqual(["error sum 34.00万元（其中：机油9.00万元，滤芯26.00万元→"]);
  // The list itself in a bracket ends with it.
  expect(told("支出61.00万元（其中：轮胎19.00万元，配件34.00万元，工时8.00万元），收入70.00万元。")).toEqual([]);
});

test("behind a mark of enumeration words are shortened, and lack nothing that the text says elsewhere", () => {
  const sections = ["人员", "公用", "项目", "其他"].map((kind) => `${kind}类支出预算总额10.00万元，支出预算总额按实有人数测算。`);
  const text = (words: string): readonly string[] => [...sections, `收${words}预算总额均按零基预算原则编制。`];
  expect(told(...text("、支"))).toEqual([]);
  expect(told(...text("支"))).toEqual([]);
  expect(told(...text("入，支"))).toEqual(["warning wording 支预算总→支出预算总"]);
});
