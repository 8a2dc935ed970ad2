import { fullSheets, fullWorkbook } from "./full-workbook";
import { narrated, paragraphs } from "./support";

// Every expected sentence is written by hand from the figures of the fixture and docs/rules.md B, D3.
const narrative = narrated(fullWorkbook());

describe("sentence forms that the published documents happen not to show", () => {
  test.each([
    [
      "一",
      "names every source in the order of the columns",
      "收入预算包括：一般公共预算、上级一般公共预算安排的转移支付、政府性基金预算、上级政府性基金安排的转移支付、国有资本经营预算、上级国有资本经营预算安排的转移支付、财政专户、单位资金、财政拨款结转结余、非财政拨款结转结余。",
    ],
    ["二", "decrease", "一般公共预算100.00万元，占55.56%，比上年预算减少10.00万元，下降9.09%，主要原因是压减一般性支出。"],
    [
      "二",
      "transfer from above, more than 100 %, reason typed with its lead",
      "上级一般公共预算安排的转移支付资金20.00万元，占11.11%，比上年预算增加18.50万元，增长1,233.33%，主要原因是上级追加治理资金。",
    ],
    [
      "二",
      "nothing last year is 100 %",
      "政府性基金预算30.00万元，占16.67%，比上年预算增加30.00万元，增长100.00%，主要原因是新增土地出让收入安排的项目。",
    ],
    ["二", "unchanged needs no reason", "国有资本经营预算8.00万元，占4.44%，比上年预算增加0.00万元，增长0.00%。"],
    [
      "二",
      "unchanged keeps a reason that is given",
      "单位资金4.00万元，占2.22%，比上年预算增加0.00万元，增长0.00%，主要原因是与上年持平。",
    ],
    [
      "二",
      "a column the template's 表2 lacks is read from 表1",
      "上级国有资本经营预算安排的转移支付资金2.00万元，占1.11%，比上年预算〔待填：上年预算数〕，主要原因是〔待填：主要原因〕。",
    ],
    ["二", "fiscal special account", "财政专户6.00万元，占3.33%，比上年预算减少2.00万元，下降25.00%，主要原因是收费收入减少。"],
    ["二", "carried over, not fiscal", "非财政拨款结转结余2.00万元，占1.11%，比上年预算增加0.00万元，增长0.00%。"],
    ["三", "increase over 100 %", "项目支出85.00万元，占47.22%，比上年预算增加51.50万元，增长153.73%，主要原因是新增项目。"],
    ["四", "all three budgets", "收入包括一般公共预算拨款、政府性基金预算拨款和国有资本经营预算。"],
    [
      "四",
      "incomes of three budgets",
      "收入预算包括：一般公共预算拨款120.00万元；政府性基金预算拨款35.00万元；国有资本经营预算10.00万元。",
    ],
    ["四", "uses of a fund", "政府性基金预算支出包括：城乡社区支出35.00万元，主要用于征地补偿。"],
    [
      "五",
      "only last year, where its code belongs",
      "1.一般公共服务支出（类）政协事务（款）其他政协事务支出（项）：2026年预算数为0.00万元，比上年预算减少10.00万元，下降100.00%，主要原因是任务完成，不再安排。",
    ],
    ["七", "a project under two subjects is one project", "预算安排规模：15.00万元"],
    ["七", "two units with a project of one name: each its own texts", "设立的政策依据：示路发〔2026〕3号"],
    ["七", "policies one a line", "示交发〔2026〕2号"],
    ["七", "the full stop stays as the user wrote it", "资金分配情况：办公区维护15万元。"],
    ["七", "spaces between Chinese and digits go", "资金分配情况：路面维护15万元"],
    ["七", "no period given: the budget year", "资金执行时间：2026年1月1日至2026年12月31日"],
    [
      "八",
      "funds",
      "示例市交通局2026年使用政府性基金预算拨款安排的支出35.00万元，其中：基本支出0.00万元，项目支出35.00万元。具体使用情况如下：",
    ],
    [
      "八",
      "fund items against last year",
      "1.城乡社区支出（类）国有土地使用权出让收入安排的支出（款）征地和拆迁补偿支出（项）：2026年预算数为35.00万元，比上年预算增加35.00万元，增长100.00%，主要原因是新增征地项目。",
    ],
    [
      "九",
      "state capital",
      "示例市交通局2026年使用国有资本经营预算拨款安排的支出10.00万元，其中：基本支出0.00万元，项目支出10.00万元。具体使用情况如下：",
    ],
    [
      "十",
      "the order of the sentence, not of the table",
      "示例市交通局2026年财政拨款“三公”经费数为21.00万元，其中：因公出国（境）费用0.00万元，公务用车购置18.00万元，公务用车运行维护费2.50万元，公务接待费0.50万元。",
    ],
    [
      "十",
      "prior total is the sum of its parts; nothing in either year explains itself",
      "2026年财政拨款“三公”经费预算比上年预算增加17.50万元，增长500.00%，其中：因公出国（境）费用增加0.00万元，增长0.00%，主要原因是2025年与2026年均未安排因公出国（境）费用；公务用车购置增加18.00万元，增长100.00%，主要原因是报废更新1辆；公务用车运行维护费减少0.50万元，下降16.67%，主要原因是节约用油；公务接待费增加0.00万元，增长0.00%。",
    ],
    ["十一", "commissioned services", "1.日常维护项目委托业务费6.00万元，主要用于：委托养护。"],
    [
      "十一",
      "a name that says 委托业务费 does not say it twice",
      "2.路况检测委托业务费3.00万元，主要用于：〔待填：“路况检测委托业务费”委托业务费的用途〕。",
    ],
    ["十二", "carried over of both kinds", "示例市交通局2026年上年结转结余5.00万元，包括：财政拨款3.00万元，非财政拨款2.00万元，其中："],
    [
      "十三",
      "procurement in 元 is 万元, the total adds up",
      "2026年，示例市交通局政府采购预算35.50万元，其中：政府采购货物预算10.00万元，政府采购工程预算20.00万元，政府采购服务预算5.50万元。",
    ],
    [
      "十三",
      "vehicles are bought",
      "2026年部门预算安排购置车辆经费18.00万元，安排购置单价50万元以上大型设备〔待填：安排购置50万元以上大型设备〕台，单价100万元以上大型设备〔待填：安排购置100万元以上大型设备〕台。",
    ],
    [
      "十三",
      "project amounts from the tables: 30+35+10 fiscal, 85−75−5 other",
      "2026年，本部门预算绩效管理整体预算绩效目标〔待填：整体绩效目标个数〕个，涉及预算金额180.00万元；当年预算安排项目共〔待填：项目个数〕个，其中：财政拨款项目涉及预算金额75.00万元；非财政拨款项目涉及预算金额5.00万元。具体情况见下表：",
    ],
  ])("%s: %s", (section, _, sentence) => {
    expect(paragraphs(narrative, section)).toContain(sentence);
  });
});

describe("what is not there", () => {
  test("no project at all", () => {
    const [title = "", head = ""] = (fullSheets["表7"] ?? "").trim().split("\n");
    const empty = narrated(
      fullWorkbook({
        表7: [
          title,
          head,
          "科目代码 | | | 科目名称 | 项目名称 | 项目支出合计 | 商品和服务支出",
          "类 | 款 | 项 | | | |",
          " | | | 总计 | | |",
        ].join("\n"),
      }),
    );
    expect(paragraphs(empty, "七")).toEqual([
      "示例市交通局2026年没有使用一般公共预算拨款安排的项目支出，一般公共预算项目支出情况表为空表。",
    ]);
  });

  test("one budget with money, two without", () => {
    const table = (fullSheets["表4"] ?? "")
      .replace(/政府性基金预算 \| 35\.00/, "政府性基金预算 | ")
      .replace(/国有资本经营预算 \| 10\.00 \|/, "国有资本经营预算 | |");
    expect(paragraphs(narrated(fullWorkbook({ 表4: table })), "四")).toContain(
      "收入全部为一般公共预算拨款，无政府性基金预算拨款和国有资本经营预算。",
    );
  });

  test("a 填报 row that names its subject without a code is that subject's, not one of last year only", () => {
    const priors = (fullSheets["填报-上年对比"] ?? "").replace(
      "2010301 | 一般公共服务支出/政府办公厅（室）及相关机构事务/行政运行",
      " | 行政运行",
    );
    const said = paragraphs(narrated(fullWorkbook({ "填报-上年对比": priors })), "五").filter((text) => text.includes("行政运行"));
    expect(said).toEqual([
      "2.一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）：2026年预算数为100.00万元，比上年预算增加0.00万元，增长0.00%。",
    ]);
  });

  test("a source that ended: nothing this year, something last year", () => {
    const table = (fullSheets["表2"] ?? "").replaceAll("| 4.00 |", "| |");
    expect(paragraphs(narrated(fullWorkbook({ 表2: table })), "二")).toContain(
      "单位资金0.00万元，占0.00%，比上年预算减少4.00万元，下降100.00%，主要原因是与上年持平。",
    );
  });

  test("a source in neither year is 未安排, a lesser one is not spoken of", () => {
    const sheets = {
      表2: (fullSheets["表2"] ?? "")
        .replaceAll("| 30.00 |", "| |")
        .replaceAll("| 2.00\n", "|\n")
        .replace(/\| 2\.00$/, "|"),
      "填报-上年对比": "类别 | 名称 | 上年预算数 | 主要原因\n收入来源 | 一般公共预算 | 100.00 |",
    };
    const said = paragraphs(narrated(fullWorkbook(sheets)), "二");
    expect(said).toContain("政府性基金预算未安排。");
    expect(said.filter((text) => text.startsWith("非财政拨款结转结余"))).toEqual([]);
  });
});
