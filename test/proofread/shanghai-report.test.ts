import { openBook } from "../../src/book/open";
import { narrate } from "../../src/narrative/narrate";
import { proofread } from "../../src/proofread/proofread";
import { narrativeText } from "../../src/render/text";
import { filledIn } from "../support/filled-in";
import { shanghaiWorkbook } from "../support/shanghai-workbook";

/** A whole report as 上海 prints it: cover, contents, what the organisation is, its terms, and behind them what its tables come to. */
const { recognised, inputs } = openBook(filledIn(shanghaiWorkbook()));
const [budget, others] = chapters(narrativeText(narrate(recognised, inputs)).split("\n"));
const TITLES = [
  "2026年部门财务收支预算总表",
  "2026年部门收入预算总表",
  "2026年部门支出预算总表",
  "2026年部门财政拨款收支预算总表",
  "2026年部门一般公共预算支出功能分类预算表",
];
const REPORT = [
  "示例市示例区2026年区级部门预算",
  "预算主管部门：示例区事务局",
  "目 录",
  ...["一、部门主要职能", "二、部门机构设置", "三、名词解释", "四、部门预算编制说明", "五、部门预算表"],
  ...TITLES.map((title, index) => `${String(index + 1)}. ${title}`),
  "六、其他相关情况说明",
  "示例区事务局主要职能",
  "示例区事务局是区政府工作部门，主要职责是：",
  "（一）承担本区的日常事务。",
  "（二）完成区委、区政府交办的其他任务。",
  "示例区事务局机构设置",
  "示例区事务局部门预算是包括事务局本部以及下属0家预算单位的综合收支计划。",
  "本部门中，行政单位1家，事业单位0家，具体包括：",
  "1. 事务局本部。",
  "名词解释",
  "（一）财政拨款收入：从本级财政取得的款项。",
  "（二）其他收入：以上各项收入以外的收入。",
  "（三）机关运行经费：维持机关运转的日常公用支出。",
  ...budget,
  ...TITLES.flatMap((title) => [title, "编制部门：示例区事务局"]),
  ...others,
];

function chapters(lines: readonly string[]): readonly [readonly string[], readonly string[]] {
  const second = lines.indexOf("其他相关情况说明");
  return [lines.slice(0, second), lines.slice(second)];
}

/** What is found in the report with one of its lines written otherwise. */
function found(line: string, instead: string | null): readonly string[] {
  expect(REPORT).toContain(line);
  const at = REPORT.indexOf(line);
  return told([...REPORT.slice(0, at), ...(instead === null ? [] : [instead]), ...REPORT.slice(at + 1)]);
}

const told = (lines: readonly string[]): readonly string[] =>
  proofread(lines, { recognised, inputs })
    .findings.filter(({ severity }) => severity !== "info")
    .map(({ severity, quote, expected }) => `${severity}「${quote}」→${expected}`);

const ENTRY = "（三）机关运行经费：维持机关运转的日常公用支出。";
const AS_PRINTED = "（三）机关运行经费：指行政单位和参照公务员法管理的事业单位使用一般公共预算财政拨款安排的基本支出中的日常公用经费支出。";

describe("what the forms print behind a term", () => {
  it.each<[string, string, readonly string[]]>([
    ["as printed", AS_PRINTED, []],
    ["and 是 for 指", AS_PRINTED.replace("：指", "：是指"), []],
    ["a word replaced", AS_PRINTED.replace("基本支出", "项目支出"), ["warning「项目」→基本"]],
    ["a word left out", AS_PRINTED.replace("日常公用", "公用"), ["warning「中的公用」→中的日常公用"]],
    ["an explanation of the office's own", "（三）机关运行经费：保障机关日常运转所需的各项开支。", []],
  ])("%s", (_, instead, expected) => {
    expect(found(ENTRY, instead)).toEqual(expected);
  });
});

test("rightly written, nothing is found", () => {
  expect(told(REPORT)).toEqual([]);
});

test.each([
  ["the cover", "预算主管部门：示例区事务局", "预算主管部门：示例区体育局", "示例区体育局"],
  ["over its duties", "示例区事务局主要职能", "别处区民政局主要职能", "别处区民政局"],
  ["over its offices, a character lost", "示例区事务局机构设置", "示例区务局机构设置", "示例区务局"],
  [
    "at the head of a sentence",
    "示例区事务局部门预算是包括事务局本部以及下属0家预算单位的综合收支计划。",
    "示例区审计局部门预算是包括事务局本部以及下属0家预算单位的综合收支计划。",
    "示例区审计局",
  ],
])("another organisation's name: %s", (_, line, instead, wrong) => {
  expect(found(line, instead)).toEqual([`error「${wrong}」→示例区事务局`]);
});

test("another organisation over one of the tables", () => {
  const at = REPORT.lastIndexOf("编制部门：示例区事务局");
  const wrong = REPORT.map((line, index) => (index === at ? "编制部门：示例区水务局" : line));
  expect(told(wrong)).toEqual(["error「示例区水务局」→示例区事务局"]);
});

test("of the other kind on the cover, and in a heading", () => {
  expect(found("示例市示例区2026年区级部门预算", "示例市示例区2026年区级单位预算")).toEqual(["warning「单位」→部门"]);
  expect(found("2026年部门预算编制说明", "2026年单位预算编制说明")).toContain("warning「单位」→部门");
});

test("a part that the contents list and the report does not have", () => {
  const first = REPORT.indexOf("名词解释");
  const without = [...REPORT.slice(0, first), ...REPORT.slice(first + 4)];
  expect(told(without)).toEqual(["warning「名词解释」→"]);
});

test("an amount budgeted for a project that is more than all there is on the tables", () => {
  const most = /收入预算([\d.,]+)万元/.exec(REPORT.join(""))?.[1] ?? "";
  expect(most).not.toBe("");
  const note = (amount: string): readonly string[] =>
    told([
      ...REPORT,
      "项目经费情况说明",
      "一、项目概述",
      "为保障信息系统运行。",
      "六、年度预算安排",
      `2026年安排信息系统运行维护项目预算${amount}。`,
    ]);
  expect(note(`${most}万元`)).toEqual([]);
  expect(note("9,000,000.00万元")).toEqual(["warning「9,000,000.00万元」→"]);
  expect(note("9,000,000.00万元，此前该工程总投资预算9,000,000.00万元")).toHaveLength(1);
});

test("a table's title that is not the one of the contents: shown beside each other, where the body has it", () => {
  const [finding] = proofread(
    REPORT.map((line) => (line === "2026年部门财务收支预算总表" ? "2026年部门财物收支预算总表" : line)),
    { recognised, inputs },
  ).findings.filter(({ severity }) => severity !== "info");
  expect([finding?.quote, finding?.replaces]).toEqual(["2026年部门财物收支预算总表", false]);
  expect(finding?.message).toContain("目录写“2026年部门财务收支预算总表”");
});

test("the way it went, against what the figures before it say", () => {
  const line = REPORT.find((one) => one.startsWith("财政拨款收入支出增加的主要原因是")) ?? "";
  expect(found(line, line.replace("增加", "减少"))).toEqual(["error「减少」→增加"]);
  const alone = proofread(
    REPORT.map((one) => (one === line ? line.replace("增加", "减少") : one)),
    null,
  ).findings.filter(({ category }) => category === "direction");
  // Without last year's figures nobody knows which of the two it is.
  expect(alone.map(({ quote, expected }) => [quote, expected])).toEqual([["减少", ""]]);
});

test("the subjects of two sentences exchanged: each once, with nothing put in", () => {
  const [a, b] = [REPORT.findIndex((one) => one.startsWith("1.一般")), REPORT.findIndex((one) => one.startsWith("7.卫生"))];
  const path = (line = ""): string => /^\d\.(.*（项）)/.exec(line)?.[1] ?? "";
  const swapped = REPORT.map((line, index) =>
    index === a ? line.replace(path(line), path(REPORT[b])) : index === b ? line.replace(path(line), path(REPORT[a])) : line,
  );
  const findings = proofread(swapped, { recognised, inputs }).findings.filter(({ severity }) => severity === "error");
  expect(findings.map(({ paragraph, replaces }) => [paragraph - 1, replaces])).toEqual([
    [a, false],
    [b, false],
  ]);
});

test("a code in brackets is told as the code it is", () => {
  const line = REPORT.find((one) => one.startsWith("7.卫生健康支出（类）")) ?? "";
  const coded = line.replace("（类）", "（210类）").replace("（款）", "（11款）").replace("（项）", "（01项）");
  expect(found(line, coded)).toEqual([]);
  expect(found(line, coded.replace("（11款）", "（15款）"))).toEqual(["error「15」→11"]);
});

test("a term a slip away from the usual one", () => {
  const line = "（三）机关运行经费：维持机关运转的日常公用支出。";
  expect(found(line, line.replace("机关运行经费", "机关运经费"))).toEqual(["warning「机关运经费」→机关运行经费"]);
});

test("机关 are counted as 机构设置 counts them", () => {
  const line = "2026年示例区事务局财政拨款的机关运行经费预算为250.00万元。";
  const counted = (units: string): string => line.replace("财政拨款的", `（部门）下属${units}财政拨款的`);
  expect(found(line, counted("1家机关和0家参公事业单位"))).toEqual([]);
  expect(found(line, counted("2家机关和0家参公事业单位"))).toEqual(["warning「2」→"]);
});

test("of nothing in both years no reason has to say why it is the same", () => {
  const findings = proofread(
    REPORT.map((line) =>
      line.replace(/^（一）因公出国.*$/, "（一）因公出国（境）费0.00万元，与上年预算持平，主要原因是由区外事部门统一安排。"),
    ),
    null,
  ).findings;
  expect(findings.filter(({ quote }) => quote.includes("统一安排"))).toEqual([]);
});

/** A line that begins so, and how many more of the report there are behind it. */
const lineOf = (start: string): string => REPORT.find((one) => one.startsWith(start)) ?? "";

describe("left over from another office's text", () => {
  const DUTIES = "示例区事务局是区政府工作部门，主要职责是：";

  it("in the sentence that leads to the duties", () => {
    expect(found(DUTIES, DUTIES.replace("示例区事务局", "示例区档案馆"))).toEqual(["error「示例区档案馆」→示例区事务局"]);
  });

  it.each([
    ["says 本部门", "本部门主要职责是：主管本区事务，为区政府工作部门。"],
    ["tells of what it is", "事务局是主管本区事务的区政府工作部门，主要职责是："],
  ])("but not where the sentence %s", (_, instead) => {
    expect(found(DUTIES, instead).filter((one) => !one.startsWith("info"))).toEqual([]);
  });

  it("another place on the cover", () => {
    expect(found("示例市示例区2026年区级部门预算", "示例市邻近区2026年区级部门预算")).toEqual(["warning「示例市邻近区」→"]);
  });

  it("in place of 本部门", () => {
    const line = lineOf("2026年本部门政府采购预算");
    expect(found(line, line.replace("本部门", "示例市邻近区审计局"))).toEqual(["error「示例市邻近区审计局」→"]);
  });

  it("a sentence more: the tables have another amount for its subject, the same amount is none", () => {
    const line = lineOf("2026年本部门政府采购预算");
    expect(found(line, `${line}住房公积金支出233.17万元，用于缴纳职工住房公积金。`)).toEqual([
      "warning「住房公积金支出233.17万元，用于缴纳职工住房公积金。」→",
    ]);
    expect(found(line, `${line}住房公积金支出90.34万元，用于缴纳职工住房公积金。`)).toEqual([]);
  });
});

describe("what stands under the wrong heading, or under none", () => {
  const PROCURED = lineOf("2026年本部门政府采购预算");
  const GOALS = lineOf("按照本区预算绩效管理工作的总体要求");

  it("two paragraphs exchanged are told at each, with nothing else", () => {
    const exchanged = REPORT.map((line) => (line === PROCURED ? GOALS : line === GOALS ? PROCURED : line));
    const findings = proofread(exchanged, { recognised, inputs }).findings.filter(({ severity }) => severity !== "info");
    expect(findings.map(({ id, paragraph }) => [id, exchanged[paragraph - 1]])).toEqual([
      ["B11", GOALS],
      ["B11", PROCURED],
    ]);
  });

  it("two like paragraphs of one section are known by their words, not by their order", () => {
    const [owned, bought] = [lineOf("截至2025年8月31日"), lineOf("2026年部门预算安排购置车辆")];
    const [more, fewer] = [owned.replace(/1辆；单价/, "9辆；单价").replace("车辆8辆", "车辆16辆"), bought];
    const asPrinted = REPORT.map((line) => (line === owned ? more : line));
    const exchanged = REPORT.map((line) => (line === owned ? fewer : line === bought ? more : line));
    expect(told(exchanged)).toEqual(told(asPrinted));
  });

  it("a heading with nothing under it", () => {
    expect(found(lineOf("2026年示例区事务局财政拨款的机关运行经费预算"), null).length).toBe(1);
  });
});

describe("units of 机构设置", () => {
  const BELOW = "示例区事务局部门预算是包括事务局本部以及下属0家预算单位的综合收支计划。";
  const KINDS = "本部门中，行政单位1家，事业单位0家，具体包括：";
  const ONE = "1. 事务局本部。";
  const written = (below: number, kinds: string, units: readonly string[]): readonly string[] =>
    told(
      REPORT.flatMap((line) =>
        line === BELOW
          ? [line.replace("下属0家", `下属${String(below)}家`)]
          : line === KINDS
            ? [line.replace("行政单位1家，事业单位0家", kinds)]
            : line === ONE
              ? units.map((unit, index) => `${String(index + 1)}. ${unit}。`)
              : [line],
      ),
    );
  const UNITS = ["事务局本部", "示例区图书馆", "示例区文化馆"];

  it.each([
    ["counted rightly", 2, "行政单位1家，事业单位2家", UNITS, []],
    ["one more counted than listed", 2, "行政单位1家，事业单位3家", UNITS, ["warning「1家，事业单位3」→"]],
    ["one more below than listed", 3, "行政单位1家，事业单位2家", UNITS, ["warning「3」→"]],
    ["one left out of the list", 2, "行政单位1家，事业单位2家", UNITS.slice(0, 2), ["warning「1家，事业单位2」→"]],
    ["one listed twice", 2, "行政单位1家，事业单位2家", ["事务局本部", "示例区图书馆", "示例区图书馆"], ["warning「示例区图书馆」→"]],
  ] as const)("%s", (_, below, kinds, units, expected) => {
    expect(written(below, kinds, units)).toEqual(expected);
  });
});

test("a reason that goes against what it explains, though no amount is said beside it", () => {
  const line = lineOf("财政拨款收入支出增加的主要原因是");
  expect(found(line, line.replace("日常工作", "厉行节约，压减一般性支出"))).toContain("warning「压减」→");
  expect(found(line, line.replace("日常工作", "人员增加"))).toEqual([]);
  const item = lineOf("7.卫生健康支出（类）");
  const executed = `${item}2025年当年预算执行数为60.00万元，2026年预算安排67.89万元，比2025年预算执行数增加13.15%。主要原因是：`;
  expect(found(item, `${executed}厉行节约，压减支出。`)).toContain("warning「压减」→");
  expect(found(item, `${executed}参保人员增加。`)).not.toContain("warning「压减」→");
});

test("two amounts in each other's place: either they or the names are, and nothing is put in", () => {
  const [a, b] = [lineOf("7.卫生健康支出"), lineOf("8.住房保障支出")];
  const exchanged = REPORT.map((line) => (line === a ? a.replace("67.89", "90.34") : line === b ? b.replace("90.34", "67.89") : line));
  const findings = proofread(exchanged, { recognised, inputs }).findings.filter(({ severity }) => severity === "error");
  expect(findings.map(({ quote, expected, replaces }) => [quote, expected, replaces])).toEqual([
    ["90.34", "", false],
    ["67.89", "", false],
  ]);
});

test("a title shortened by more than a slip is held against the one that the contents have in its place", () => {
  const title = "2026年部门财政拨款收支预算总表";
  const at = REPORT.lastIndexOf(title);
  const short = "2026年部门财政收支表";
  const findings = proofread(
    REPORT.map((line, index) => (index === at ? short : line)),
    { recognised, inputs },
  ).findings.filter(({ severity }) => severity !== "info");
  expect(findings.map(({ quote }) => quote)).toEqual([short]);
  expect(findings[0]?.message).toContain(title);
});

test("a text handed in without its tables: neither they nor the part they stand in are missing", () => {
  const without = REPORT.filter(
    (line, at) => at < REPORT.indexOf("示例区事务局主要职能") || !(TITLES.includes(line) || line.startsWith("编制部门：")),
  );
  const missing = (lines: readonly string[]): readonly string[] =>
    proofread(lines, { recognised, inputs }).findings.flatMap(({ id, quote }) => (id === "B11" ? [quote] : []));
  expect(missing(without)).toEqual([]);
  expect(missing(without.filter((line) => line !== "名词解释"))).toEqual(["名词解释"]);
});

test("last year's outturn is that of the subject it stands behind, in whichever order the subjects are listed", () => {
  const [a, b] = [lineOf("7.卫生健康支出"), lineOf("8.住房保障支出")];
  const executed = (line: string, last: string, now: string, rate: string): string =>
    `${line}2025年当年预算执行数为${last}万元，2026年预算安排${now}万元，比2025年预算执行数增加${rate}%。主要原因是：参保人员增加。`;
  const [first, second] = [executed(a, "60.00", "67.89", "13.15"), executed(b, "80.00", "90.34", "12.93")];
  const told = (one: string, other: string): readonly string[] =>
    proofread(
      REPORT.map((line) => (line === a ? one : line === b ? other : line)),
      { recognised, inputs },
    ).findings.flatMap(({ severity, quote, expected }) => (severity === "error" ? [`${quote}→${expected}`] : []));
  expect(told(first, second)).toEqual([]);
  expect(told(second, first)).toEqual([]);
  expect(told(second, first.replace("安排67.89", "安排67.98"))).toContain("67.98→67.89");
});

test("the name of a project that begins like a subject of the tables is another name", () => {
  const line = lineOf("按照本区预算绩效管理工作");
  const more = (words: string): readonly string[] =>
    proofread(
      REPORT.map((one) => (one === line ? `${one}${words}` : one)),
      { recognised, inputs },
    ).findings.flatMap(({ id, severity }) => (severity === "warning" && id === "B-数" ? [id] : []));
  expect(more("其中：行政运行保障和综合管理经费82.20万元，数据平台建设经费86.47万元。")).toEqual([]);
  expect(more("其中：行政运行82.20万元。")).toEqual(["B-数"]);
});
