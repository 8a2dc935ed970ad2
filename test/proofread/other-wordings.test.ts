import { proofread } from "../../src/proofread/proofread";
import { correctedParagraph, type ProofFinding } from "../../src/proofread/report";
import { line, serious } from "./support";

const told = (...text: readonly string[]): ProofFinding[] => [...serious(proofread(text, null))];
const lines = (...text: readonly string[]): string[] => told(...text).map(line);

/** Right, each in words of its own: nothing is to be said of it. */
const right: Readonly<Record<string, readonly string[]>> = {
  "a rate in 倍 is rounded to its own last place": ["7.人力资源事务584万元，较上年预算数增加526万元，增长9.1倍。"],
  "a heading that compares two years, and the sentence of the next line": [
    "一、收入预算说明",
    "（一）2025年收入预算总体情况",
    "2025年收入预算512.55万元，其中：公共预算拨款285.55万元，经营收入227.00万元。",
    "（二）2025年与2024年预算收入对比",
    "2025年收入预算512.55万元，较2024年减少4.20万元，减幅0.81%。",
  ],
  "when what it is explained by took place": [
    "2025年，一般公共预算支出决算数为6721万元，较上年增长6.8%。",
    "2025年，政府性基金预算收入决算数为719万元。",
    "2025年，国有资本经营预算收入决算数为12万元。",
    "卫生健康因2024年支付以前年度体检费，支出减少57万元，下降25.4%。",
  ],
  "accounts of what is called a budget": [
    "一、2025年度镇财政决算情况",
    "（一）2025年一般公共预算决算情况",
    "2025年财政总收入完成29206万元，为调整预算的110.21%。",
    "2025年一般公共预算支出21498.92万元，为调整预算的99.05%，占年初预算的97.2%，比预算减少。",
  ],
  "to when something was put off": [
    "2025年因公出国（境）费预算数为93.87万元，比上年减少35.13万元，主要是部分出访任务未能实施，推迟至2027年继续执行。",
    "2025年公务接待费预算数为1.00万元，与上年持平。",
  ],
  "an entry of which there was nothing before has grown by all there is": [
    "2026年部门收入总预算500.00万元，同比增加51.66万元，增长11.52%。其中：",
    "（一）行政运行（科目代码2080201）400.00万元，同比增加10.05万元，增长2.58%。",
    "（二）职业年金缴费支出（科目代码2080506）37.00万元，上年未安排，主要用于缴纳职业年金。",
    "（三）住房公积金（科目代码2210201）63.00万元，同比增加4.61万元，增长7.90%。",
  ],
  "whole 万元, each rounded by itself, where others have decimals": [
    "2026年支出合计2906万元，其中：基本支出279万元，项目支出2626万元。",
    "2026年“三公”经费预算12.50万元，比上年减少0.35万元，主要原因是公务接待减少。",
    "2026年政府采购预算80.25万元，机关运行经费预算66.48万元。",
  ],
  "the other side of the balance is no part": [
    "1、2025年预算总收入223.08万元。其中：一般公共预算财政拨款215.58万元，纳入预算管理的非税收入拨款7.5万元，预算总支出223.08万元，收支平衡。",
  ],
  "nor is the next entry of the list": [
    "一、2025年因公出国（境）费预算170万元，二、2025年公务用车购置及运行费预算150万元，其中公务用车运行费150万元，公务用车购置费0万元，三、2025年公务接待费预算200万元。",
  ],
  "a change of nothing has no direction": [
    "区直工委2025年一般公共预算“三公”经费支出预算为0.36万元，比2024年预算减少0.02万元，下降5.26%。其中：因公出国（境）费支出预算为0万元，公务接待费支出预算为0.36万元，公务用车购置及运行费支出预算为0万元。具体情况如下：",
    "（一）因公出国（境）费支出0万元。与2024年预算相比，减少0万元，下降0%。",
    "（二）公务接待费支出0.36万元，比2024年预算减少0.02万元，下降5.26%，下降原因主要是严格执行公务接待相关制度规定。",
  ],
  "amounts in 亿元 throughout": [
    "2025年，本级“三公”经费财政拨款预算63.16亿元，其中，因公出国（境）费19.38亿元，公务用车购置及运行费34.59亿元（公务用车购置费0.93亿元，公务用车运行费33.66亿元），公务接待费9.19亿元。",
  ],
  "changes rounded one by one to whole 万元": [
    "2025年全区完成收入272807万元，同比增加61041万元，其中税收收入完成251767万元，同比增加46106万元；非税收入完成21040万元，同比增加14936万元。",
    "2025年支出168851万元，教育支出21506万元，公共安全支出4409万元。",
  ],
  "a notice of a year that is over": [
    "关于2025年度示例县体育彩票公益金使用情况的公告",
    "2025年度示例县本级留用794.9978万元，销售额46,970.124万元，支出553.90万元、6.50万元、12.25万元。",
    "2026年6月20日",
  ],
  "a share of what each has of its own": [
    "全区一般公共预算收入累计完成61646万元，同比增长10.7%，增收5939万元。其中税务部门完成28684万元，占任务数的56.4%；财政部门完成32962万元，占任务数的56.3%。",
  ],
  "two words beside each other that look like one": ["主要原因是根据今年出国组团计划相应调整，公务车运行费同上年。"],
};
it.each(Object.entries(right))("%s", (_, text) => {
  expect(lines(...text)).toEqual([]);
});

/** One fault, and what is said of it. */
const wrong: Readonly<Record<string, readonly [text: string, finding: string]>> = {
  增收: ["预算收入1500.00万元，比上年增收300.00万元，增长20.59%。", "error change 1500.00万元，比上年增收300.00万元，增长20.59%→"],
  压缩: ["“三公”经费预算数为90.00万元，比上年压缩10.00万元，压缩12.0%。", "error change 90.00万元，比上年压缩10.00万元，压缩12.0%→"],
  减少了: [
    "“三公”经费预算数为90.00万元，比上年减少了10.00万元，下降了31.2%。",
    "error change 90.00万元，比上年减少了10.00万元，下降了31.2%→",
  ],
  "增加 and 减幅": ["收入预算512.55万元，较上年增加4.20万元，减幅0.83%。", "error direction 增加4.20万元，减幅0.83%→"],
  "points of an amount that changed": ["收入1401.67万元，同比减少81.24万元，同比下降5.48个百分点。", "warning change 5.48个百分点→5.48%"],
  "compared twice": ["公务接待费1.70万元，比2024年比2024年预算减少1.03万元。", "warning wording 比2024年比2024年→比2024年"],
  "two characters in each other's place": ["全年财政款拨收入12.00万元。", "warning wording 财政款拨→财政拨款"],
  "a character left out": ["全年一般公预算支出12.00万元。", "warning wording 一般公预算→"],
  "another character within": ["全年一般待共预算支出12.00万元。", "warning wording 一般待共预算→"],
  "an amount among amounts": [
    "预算为111.00万元，其中，公务用车购置费55.00万元，运行维护费22.00万元，其他交通费用34。",
    "warning wording 34→",
  ],
};
it.each(Object.entries(wrong))("%s", (_, [text, finding]) => {
  expect(lines(text)).toEqual([finding]);
});

it("tells a sentence of several clauses that was pasted twice", () => {
  const sentence = "公共预算拨款285.72万元，占55.77%；财政专户拨款163.00万元，占31.82%；其他收入63.55万元，占12.41%。";
  const [only, ...more] = told(`2025年收入预算512.27万元。${sentence}${sentence}`);
  expect([only?.quote, more.length]).toEqual([sentence, 0]);
});

it("proposes no 万元 where the text is in 亿元", () => {
  const text =
    "2025年，本级“三公”经费财政拨款预算63.16亿元，其中，因公出国（境）费19.38亿元，公务用车购置及运行费34.59（公务用车购置费0.93亿元，公务用车运行费33.66亿元），公务接待费9.19亿元。";
  expect(correctedParagraph(proofread([text], null), 1)).not.toContain("34.59万元");
});

it("takes no word with one character too many for one with two exchanged", () => {
  expect(told("公务车用车运行费0.50万元。").every(({ expected }) => expected !== "公务用车")).toBe(true);
});

it("tells the name of the office where one character of it is wrong, and no other office's", () => {
  const text = (name: string): string[] => [
    "示例县青石乡中心小学2026年部门预算编制的说明",
    "示例县青石乡中心小学的基本职能和主要工作是实施义务教育。",
    `2026年${name}收入预算总额为473.12万元。`,
    "示例县青石乡中心小学2026年没有安排因公出国（境）费。",
  ];
  const told = (name: string): string[] => proofread(text(name), null).findings.flatMap(({ id, quote }) => (id === "S03" ? [quote] : []));
  expect(["示例县青石乡中心小学", "示例县青石乡中小学", "示例县青石乡心中小学", "示例县青石乡中必小学"].map(told)).toEqual([
    [],
    ["示例县青石乡中小学"],
    ["示例县青石乡心中小学"],
    ["示例县青石乡中必小学"],
  ]);
});

it("tells a year far ahead of the text's own, unless a plan goes on till then", () => {
  const told = (last: string): string[] =>
    proofread(["2026年收入预算15.00万元。", "2026年支出预算15.00万元。", "2026年公务接待费1.00万元。", last], null).findings.flatMap(
      ({ id, quote }) => (id === "B07" ? [quote] : []),
    );
  expect(["2036年因公出国（境）费预算2.00万元。", "到2036年基本实现规划目标。", "本批债券2036年到期。"].map(told)).toEqual([
    ["2036"],
    [],
    [],
  ]);
});
