import { proofread } from "../../src/proofread/proofread";
import { freeDocuments } from "../support/free-offices";
import { line, serious } from "./support";

/** What is put into the right text of each office, and what must be told of it: category and words, and the correction where one is certain. */
const PLANTED: Readonly<Record<string, readonly (readonly [from: string, to: string, told: string])[]>> = {
  "jiangsu-2018": [
    ["基本支出1865.36万元，占50.76%", "基本支出1856.36万元，占50.76%", "error figure 1856.36→1865.36"],
    ["占“三公”经费的78.95%", "占“三公”经费的87.95%", "error share 87.95→"],
    ["江苏省示范事务局2018年度财政拨款收、支总预算", "江苏省示范事务局2017年度财政拨款收、支总预算", "error year 2017→2018"],
    ["与上年相比减少15.2万元，下降6.85%", "与上年相比增加15.2万元，下降6.85%", "error direction 增加→减少"],
    [
      "江苏省示范事务局2018年一般公共预算财政拨款支出预算",
      "示范县水利局2018年一般公共预算财政拨款支出预算",
      "error name 示范县水利局→江苏省示范事务局",
    ],
    [
      "2018年本部门一般公共预算机关运行经费预算支出",
      "江苏省示范事物局2018年一般公共预算机关运行经费预算支出",
      "error name 江苏省示范事物局→江苏省示范事务局",
    ],
    ["2018年度政府采购支出预算总额", "江苏省示事务局2018年度政府采购支出预算总额", "error name 江苏省示事务局→江苏省示范事务局"],
    ["行政运行（项）支出1862.45", "行政运动（项）支出1862.45", "error name 行政运动→行政运行"],
    ["行政运行（项）支出1862.45万元", "行政运行（项）支出1862.45元", "error figure 元→万元"],
    ["（一）人员经费1578.16万元", "（一）人员经费157.816万元", "error figure 157.816→1578.16"],
    ["拟购买服务支出240万元", "拟购买服务支出204万元", "error figure 204→240"],
    ["与上年相比增加12.2万元，增长4.44%", "与上年相比增加12.2万元，增长4.64%", "error change 4.64→4.44"],
    ["2．社会保障和就业（类）支出206.8万元，主要用于离退休人员支出和缴纳养老保险。", "", "warning missing →"],
    ["项目支出1629.85万元，占44.35%；", "项目支出1629.85万元；", "warning missing →"],
    ["与上年相比增加10.48万元，增长9.53%。", "与上年相比增加10.48万元。", "warning missing →"],
    ["与上年相比增加10.48万元，增长9.53%。", "与上年相比增加10.48万元，增长9.50%。", "error change 增加10.48万元，增长9.50%→"],
    ["（一）人员经费1578.16万元。主要包括：基本工资、津贴补贴、", "（一）人员经费1578.16万元。主要包括：基本工资、", "warning missing →"],
    ["办公费、差旅费、公务接待费、", "办公费、差旅费、租赁费、公务接待费、", "warning extra 租赁费→"],
    ["公用经费定额标准提高。", "公用经费定额标准提高。购房补贴支出233.17万元。", "warning figure 233.17→"],
    ["公务用车购置预算支出0万元，与上年预算数相同", "公务用车购置预算支出0万元，比上年增加3.6万元", "error change 增加3.6万元→"],
    ["其中，一般公务用车9辆", "其中，一般公务用车19辆", "error sum 12辆，其中，一般公务用车19辆、执法执勤用车2辆、其他用车1辆→"],
    ["（款）住房公积金（项）支出210.66万元", "（款）住房公积金（项）支出万元", "error missing →"],
  ],
  "jiangsu-2020": [
    ["其他资金315.50万元，占", "其他资金351.50万元，占", "error figure 351.50→315.50"],
    ["占本年支出合计的90.57%", "占本年支出合计的9.57%", "error share 9.57→90.57"],
    ["水利（款）水利工程建设（项）860.00万元", "水利（款）水利工程建没（项）860.00万元", "error name 水利工程建没→水利工程建设"],
    [
      "政府性基金预算支出420.00万元，比上年预算增加70.00万元，增长20.00%",
      "政府性基金预算支出420.00万元，比上年预算减少70.00万元，增长20.00%",
      "error direction 减少→增加",
    ],
    ["培训费支出预算18.60万元", "培训费支出预算1.86万元", "error figure 1.86→18.60"],
    ["工程类300.00万元", "工程类3OO.00万元", "error figure 3OO.00→300.00"],
    [
      "示范省级水利科学研究院2020年度财政拨款收、支预算",
      "示范省级水利科学院2020年度财政拨款收、支预算",
      "error name 示范省级水利科学院→示范省级水利科学研究院",
    ],
    ["（二）公用经费190.95万元，主要包括", "（二）公用经费190.59万元，主要包括", "error figure 190.59→190.95"],
    ["2.科学技术支出（类）2,150.80万元", "2.科学技术支出（类）2,510.80万元", "error figure 2,510.80→2,150.80"],
    ["示范省级水利科学研究院2020年度一般公共预算支出预算", "示范省级水利科学研究院2019年度一般公共预算支出预算", "error year 2019→2020"],
  ],
  "jiangsu-2023": [
    ["（1）一般公共预算拨款收入2234.5万元", "（1）一般公共预算拨款收入2324.5万元", "error figure 2324.5→2234.5"],
    ["项目支出1355.8万元，占60.7%", "项目支出1355.8万元，占67.0%", "error share 67.0→60.7"],
    ["占“三公”经费的80.6%", "占“三公”经费的86.0%", "error share 86.0→"],
    [
      "事业运行（项）支出826.4万元，与上年相比增加26.4万元，增长3.3%",
      "事业运行（项）支出826.4万元，与上年相比增加26.4万元，增长8.3%",
      "error change 增加26.4万元，增长8.3%→",
    ],
    ["江苏省示范市场服务中心2023年支出预算合计", "江苏省示范市场服务中心2022年支出预算合计", "error year 2022→2023"],
    ["（款）住房公积金（项）支出98.3万元，与上年", "（款）住房公基金（项）支出98.3万元，与上年", "error name 住房公基金→住房公积金"],
    ["一般公共预算拨款安排的会议费预算支出2万元", "一般公共预算拨款安排的会议费预算支出3万元", "error figure 3→2"],
    ["政府采购支出预算总额210万元", "政府采购支出预算总额201万元", "error figure 201→210"],
    ["公务接待费支出3万元，占", "公务接待费支出30万元，占", "error figure 30→3"],
    [
      "与上年相比，财政拨款收、支总计各增加96.4万元，增长4.5%",
      "与上年相比，财政拨款收、支总计各减少96.4万元，增长4.5%",
      "error direction 减少→增加",
    ],
  ],
  "jiangsu-2026": [
    ["六、财政拨款基本支出预算情况说明", "六、财政拨款基本支出决算情况说明", "warning wording 决算→预算"],
    ["七、一般公共预算支出", "七、一般公共决算支出", "warning wording 决算→预算"],
    [
      "公务接待费预算支出3万元，较2025年预算减少1万元，主要原因是压减公务接待",
      "公务接待费预算支出3万元，较2025年预算增加1万元，主要原因是落实过紧日子要求",
      "warning direction 增加1万元，主要原因是落实过紧日子→",
    ],
    ["（一）收入预算总计1,628.11万元", "（一）收入预算总计1,682.11万元", "error figure 1,682.11→1,628.11"],
    ["公务接待费3万元，占“三公”经费的15%", "公务接待费3万元，占“三公”经费的51%", "error share 51→"],
    ["我局2026年一般公共预算支出预算", "我局2025年一般公共预算支出预算", "error year 2025→2026"],
    ["人员经费811.61万元，公用经费", "人员经费811.16万元，公用经费", "error figure 811.16→811.61"],
    [
      "一般行政管理事务（项）418.7万元，较2025年预算减少135.8万元，降幅24.49%",
      "一般行政管理事务（项）418.7万元，较2025年预算增加135.8万元，降幅24.49%",
      "error direction 增加→减少",
    ],
    ["财政专户管理资金24万元，占收入预算的1.47%", "财政专户管理资金42万元，占收入预算的1.47%", "error figure 42→24"],
    ["机关运行经费支出预算166.3万元", "机关运行经费支出预算163.6万元", "error figure 163.6→166.3"],
    ["服务支出120万元", "服务支出120元", "error figure 元→万元"],
    ["江苏省示范档案局2026年支出预算合计", "江苏省示范档案馆2026年支出预算合计", "error name 江苏省示范档案馆→江苏省示范档案局"],
    ["2.社会保障和就业支出（类）88.16万元", "2.社会保障和就业支出（类）81.86万元", "error figure 81.86→88.16"],
  ],
  "central-2018": [
    ["与上年相比增加1,900.00万元，其中：", "与上年持平，其中：", "warning sum 与上年持平→"],
    ["示范科技大学", "示范师范大学", "error name 示范师范大学→示范科技大学"],
    [
      "占总支出的84.28%；科学",
      "占总支出的84.28%；教育支出117,235.70万元，占总支出的84.28%；科学",
      "warning extra 教育支出117,235.70万元，占总支出的84.28%；→",
    ],
    ["，占总支出的0.79%", "", "warning missing →"],
    ["使用非财政拨款结余1,500.00万元，上年结转", "使用非财政拨款结余1,050.00万元，上年结转", "error figure 1,050.00→1,500.00"],
    ["事业收入24,310.50万元，占总收入的17.48%", "事业收入24,310.50万元，占总收入的14.78%", "error share 14.78→17.48"],
    ["教育支出117,235.70万元，占总支出的84.28%", "教育支出117,235.70万元，占总支出的48.28%", "error share 48.28→84.28"],
    ["我校2018年支出预算139,098.82万元", "我校2017年支出预算139,098.82万元", "error year 2017→2018"],
    ["其他收入增加200.00万元", "其他收入减少200.00万元", "warning sum 减少200.00万元→"],
    ["科学技术支出1,100.50万元，占总支出", "科技学术支出1,100.50万元，占总支出", "error name 科技学术支出→科学技术支出"],
    ["本年支出预算124,383.46万元，结转下年", "本年支出预算124,388.46万元，结转下年", "error figure 124,388.46→124,383.46"],
    ["我校2018年财政拨款支出预算98,927.96万元", "我校2018年财政拨款支出预算98,927.96元", "error figure 元→万元"],
    ["结转下年14,715.36万元，占总支出", "结转下年14,715.36，占总支出", "error wording 14,715.36→14,715.36万元"],
    ["上年结转6,240.36万元，占总收入的4.49%", "上年结转6,204.36万元，占总收入的4.49%", "error figure 6,204.36→6,240.36"],
  ],
  "central-2022": [
    ["2022年收支总预算6761.58万元", "2022年收支总预算6716.58万元", "error figure 6716.58→6761.58"],
    ["一般公共预算拨款收入5291.38万元", "一般公共预算拨款收入5219.38万元", "error figure 5219.38→5291.38"],
    ["占78.26%；事业收入", "占87.26%；事业收入", "error share 87.26→78.26"],
    ["示范农业科学研究所2022年支出预算", "示范农业科学研究所2021年支出预算", "error year 2021→2022"],
    ["社会公益研究（项）2022年预算数为4980.5万元", "社会公益研究（项）2022年预算数为4890.5万元", "error figure 4890.5→4980.5"],
    ["住房公积金（项）2022年预算数为310.88", "住房公职金（项）2022年预算数为310.88", "error name 住房公职金→住房公积金"],
    ["比上年预算减少98.2万元，下降1.93%", "比上年预算增加98.2万元，下降1.93%", "error direction 增加→减少"],
    ["示范农业科学研究所2022年收入预算", "示范县水利局2022年收入预算", "error name 示范县水利局→示范农业科学研究所"],
    ["项目支出2270万元，占33.57%", "项目支出2720万元，占33.57%", "error figure 2720→2270"],
    ["下降1.61%", "下降1.16%", "error change 1.16→1.61"],
  ],
  "central-2024": [
    ["上年结转540.00万元；本年支出", "上年结转504.00万元；本年支出", "error figure 504.00→540.00"],
    ["事业收入36,020.00万元，占比86.3%", "事业收入36,020.00万元，占比83.6%", "error share 83.6→86.3"],
    ["卫生健康支出39,371.00万元", "卫生健康支出39,317.00万元", "error figure 39,317.00→39,371.00"],
    ["卫生健康支出减少180.00万元", "卫生健康支出增加180.00万元", "warning sum 增加180.00万元→"],
    ["教育支出340.00万元，占比7.0%", "教育支出340.00元，占比7.0%", "error figure 元→万元"],
    ["2024年我院财政拨款支出预算4,860.00万元", "2024年我院财政拨款支出预算4,680.00万元", "error figure 4,680.00→4,860.00"],
    ["本年支出40,811.00万元，结转下年", "本年支出40,118.00万元，结转下年", "error figure 40,118.00→40,811.00"],
    ["住房保障支出420.00万元，占比8.6%", "住房保障支出420.00万元，占比6.8%", "error share 6.8→8.6"],
    ["其他收入310.00万元，占比", "其他收入31.00万元，占比", "error figure 31.00→310.00"],
    ["教育支出340.00万元，占本年支出的0.8%", "教育支出34O.00万元，占本年支出的0.8%", "error figure 34O.00→340.00"],
  ],
  "central-2026": [
    ["收支预算总计1,405.00万元", "收支预算总计1,450.00万元", "error figure 1,450.00→1,405.00"],
    ["财政拨款1,325.00万元，占94.31%", "财政拨款1,325.00万元，占93.41%", "error share 93.41→94.31"],
    ["示范标准化研究中心2026年收入总计", "示范标准化研究中心2025年收入总计", "error year 2025→2026"],
    ["科学技术支出1,360.00万元", "科学技术支出1,630.00万元", "error figure 1,630.00→1,360.00"],
    ["住房保障支出45.00万元", "住房保障支出45.00元", "error figure 元→万元"],
    ["基本支出1,025.00万元", "基本支出1,052.00万元", "error figure 1,052.00→1,025.00"],
    ["项目支出300.00万元，占22.64%", "项目支出300.00万元，占26.24%", "error share 26.24→22.64"],
    ["事业收入60.00万元", "事业收入6O.00万元", "error figure 6O.00→60.00"],
    ["科学技术支出1,360.00", "科学技木支出1,360.00", "error name 科学技木支出→科学技术支出"],
    [
      "示范标准化研究中心2026年财政拨款支出1,325.00",
      "示范县水利局2026年财政拨款支出1,325.00",
      "error name 示范县水利局→示范标准化研究中心",
    ],
    ["其他收入20.00万元，占1.42%", "其他收入20.00万元，占14.2%", "error share 14.2→1.42"],
  ],
};

describe.each(freeDocuments)("$name", ({ name, against, text }) => {
  test("right in the office's own words, with its tables and without: nothing is said", () => {
    expect(proofread(text, against).findings.map(line)).toEqual([]);
    expect(proofread(text, null).findings.map(line)).toEqual([]);
  });

  test("it is held against the sentences of its family, and hardly a figure of its sentences is left open", () => {
    const { sentences, coverage } = proofread(text, against);
    expect(sentences).toBe(against.recognised.template.family);
    expect(coverage.faulty).toBe(0);
    expect(coverage.proved / coverage.figures).toBeGreaterThan(0.85);
  });

  test.each(PLANTED[name] ?? [])("%s → %s", (from, to, told) => {
    expect(text.some((one) => one.includes(from))).toBe(true);
    const changed = text.map((one) => one.replace(from, to)).filter((one) => one !== "");
    expect(serious(proofread(changed, against)).map(line)).toContain(told);
  });
});

test("two sections that tell of one change tell the same; a total under another heading is told once at each", () => {
  const { text = [], against = null } = freeDocuments.find(({ name }) => name === "jiangsu-2018") ?? {};
  const at = (words: string): number => text.findIndex((one) => one.includes(words));
  const putIn = (...lines: readonly (readonly [number, string])[]): readonly string[] => {
    const changed = new Map(lines);
    return text.map((one, index) => changed.get(index) ?? one);
  };
  const general = at("一般公共预算财政拨款支出预算3675.21");
  const other = (text[general] ?? "").replace("增加310.15万元，增长9.22%", "增加310.51万元，增长9.23%");
  expect(proofread(putIn([general, other]), against).findings.map(line)).toContain("warning sum 增加310.51万元，增长9.23%→");
  const [operating, purchase] = [at("机关运行经费预算支出287.2"), at("政府采购支出预算总额325.6")];
  const exchanged = putIn([operating, text[purchase] ?? ""], [purchase, text[operating] ?? ""]);
  const misplaced = proofread(exchanged, against).findings.filter(({ id }) => id === "B11");
  expect(misplaced.map(({ paragraph }) => paragraph)).toEqual([operating + 1, purchase + 1]);
});

test("what is pasted twice running is nothing else that ought to be there; one character of the cover's name", () => {
  const { text = [], against = null } = freeDocuments.find(({ name }) => name === "central-2018") ?? {};
  const at = text.findIndex((one) => one.startsWith("我校2018年财政拨款支出预算98,927.96万元"));
  const twice = [...text.slice(0, at), text[at] ?? "", ...text.slice(at)];
  expect(proofread(twice, against).findings.map(line)).toEqual([`warning extra ${text[at] ?? ""}→`]);
  const cover = text.map((one) => (one === "示范科技大学" ? "示范科技某学" : one));
  expect(proofread(cover, against).findings.map(line)).toEqual(["error name 示范科技某学→示范科技大学"]);
});

describe("a correction leaves the office's own words", () => {
  const changedIn = (name: string, from: string, to: string): readonly string[] => {
    const document = freeDocuments.find((one) => one.name === name);
    expect(document?.text.some((one) => one.includes(from))).toBe(true);
    return proofread(document?.text.map((one) => one.replace(from, to)) ?? [], document?.against ?? null).findings.map(line);
  };

  test("behind a change without a reason the list goes on", () => {
    // 减少 170 + 增加 20 = 减少 150
    const list = "教育支出增加10.00万元，卫生健康支出减少180.00万元，住房保障支出增加20.00万元";
    const flat = "卫生健康支出减少170.00万元，教育支出与上年持平，住房保障支出增加20.00万元";
    expect(changedIn("central-2024", list, flat)).toEqual([]);
    const flatFirst = "教育支出与上年持平，卫生健康支出减少170.00万元，住房保障支出增加20.00万元";
    expect(changedIn("central-2024", list, flatFirst)).toEqual([]);
  });

  test("增幅 turned round is put right as 降幅", () => {
    const of = "（项）418.7万元，较2025年预算减少135.8万元，";
    expect(changedIn("jiangsu-2026", `${of}降幅24.49%`, `${of}增幅24.49%`)).toEqual(["error direction 增幅→降幅"]);
  });

  test("a part of the total explains its change; a reason against its change is told once", () => {
    const of = "（二）支出预算总计1,628.11万元";
    const because = "1.财政拨款收入1,604.11万元，较2025年预算减少118.35万元，降幅6.87%，主要原因是";
    expect(changedIn("jiangsu-2026", `${because}压减项目支出`, `${because}项目支出减少`)).toEqual([]);
    expect(changedIn("jiangsu-2026", `${because}压减项目支出`, `${because}项目经费增加`)).toEqual(["warning direction 增加→"]);
    const projects = "项目支出650.2万元，较2025年预算减少60万元，降幅8.45%，主要原因是项目经费减少。";
    expect(changedIn("jiangsu-2026", of, `${of}。${projects}`)).toContain("warning direction 项目经费减少→");
  });

  test("减少6.85% turned round is put right as 减少, which was said there", () => {
    const of = "与上年相比减少15.2万元，";
    expect(changedIn("jiangsu-2018", `${of}下降6.85%`, `${of}减少6.85%`)).toEqual([]);
    expect(changedIn("jiangsu-2018", `${of}下降6.85%`, `${of}增加6.85%`)).toEqual(["error direction 增加→减少"]);
  });

  test("其中 before a name with a slip is not taken away with it", () => {
    const found = changedIn("central-2024", "，其中教育支出340.00万元，占本年", "。其中教支育出340.00万元，占本年");
    expect(found).toEqual(["error name 教支育出→教育支出"]);
  });
});

describe("what is carried over into the next year", () => {
  const { text = [], against = null } = freeDocuments.find(({ name }) => name === "central-2024") ?? {};
  const behind = (start: string, more: string): readonly string[] => text.flatMap((one) => (one.startsWith(start) ? [one, more] : [one]));
  const told = (lines: readonly string[], with_ = against): readonly string[] => serious(proofread(lines, with_)).map(line);

  test("本年支出中 the parts are shares of this year's expenditure", () => {
    // 40,811 = 35,430.4 + 5,380.6
    const of = (basic: string, share: string): string => `本年支出中，基本支出${basic}万元，占${share}%；项目支出5,380.60万元，占13.2%。`;
    for (const with_ of [against, null]) expect(told(behind("2024年我院支出预算", of("35,430.40", "86.8")), with_)).toEqual([]);
    expect(told(behind("2024年我院支出预算", of("35,403.40", "86.8")))).toEqual(["error figure 35,403.40→35,430.40"]);
    expect(told(behind("2024年我院支出预算", of("35,430.40", "68.8")))).toEqual(["error share 68.8→"]);
  });

  test("本年收入预算 is no total that has to be the total of both sides", () => {
    expect(told(behind("2024年我院收入预算", "2024年本年收入预算41,190.00万元。"), null)).toEqual([]);
  });
});

test("an enumeration goes on behind a list within one of its entries", () => {
  // 21.25 − 12 + 0.1 = 9.35
  const of = (host: string): readonly string[] => [
    "九、“三公”经费支出预算情况说明",
    "2023年“三公”经费支出预算145.43万元，比上年预算增加9.35万元。具体情况如下：",
    "1．因公出国（境）费预算支出85.96万元，比上年预算增加21.25万元，主要是新增出访任务。",
    "2．公务用车购置及运行维护费预算支出58.54万元。其中：",
    "（1）公务用车购置费预算支出0万元，比上年预算减少12万元，主要是车辆已更新。",
    "（2）公务用车运行维护费预算支出58.54万元，与上年预算数相同。",
    `3．公务接待费预算支出0.93万元，比上年预算增加${host}万元，主要是接待任务增加。`,
  ];
  expect(serious(proofread(of("0.10"), null)).map(line)).toEqual([]);
  expect(serious(proofread(of("0.60"), null)).map(line)).not.toEqual([]);
});

describe("cover, heads of tables and signature of an office that calls itself as it likes", () => {
  const { text = [], against = null } = freeDocuments.find(({ name }) => name === "jiangsu-2026") ?? {};
  const report = (year: string, cover: string, head: string, signed: string): readonly string[] =>
    serious(proofread([year, cover, "部门预算公开", ...text, `部门：${head}\t\t单位：万元`, signed, "2026年2月8日"], against)).map(line);
  const own = "江苏省示范档案局";

  test.each([
    ["all alike", "2026年度", own, own, own, []],
    ["the office's own accounts", "2026年度", own, `${own}（本级）`, own, []],
    ["another year", "2025年度", own, own, own, ["error year 2025→2026"]],
    ["another cover", "2026年度", "示范县水利局", own, own, [`error name 示范县水利局→${own}`]],
    ["a slip over a table", "2026年度", own, "江苏省示范档案某局", own, [`error name 江苏省示范档案某局→${own}`]],
    ["another signature", "2026年度", own, own, "示范县水利局", [`error name 示范县水利局→${own}`]],
  ])("%s", (_, year, cover, head, signed, expected) => {
    expect(report(year, cover, head, signed)).toEqual(expected);
  });
});

test.each([
  ["共有车辆8辆，其中，一般公务用车0辆、执法执勤用车0辆、特种专业技术用车7辆、其他用车1辆。", 0],
  ["共有车辆8辆，其中，一般公务用车0辆、执法执勤用车0辆、特种专业技术用车4辆、其他用车1辆。", 1],
  ["共有车辆15辆，其中，一般公务用车3辆、执法执勤用车0辆、特种专业技术用车10辆、其他用车0辆。", 1],
  ["共有车辆15辆，其中，一般公务用车3辆、执法执勤用车0辆、特种专业技术用车10辆。", 0],
])("%s: kinds of cars of which there are none", (cars, count) => {
  expect(serious(proofread([`本部门${cars}`], null))).toHaveLength(count);
});

describe("one name of a list for another", () => {
  const { text = [], against = null } = freeDocuments.find(({ name }) => name === "jiangsu-2018") ?? {};
  const told = (from: string, to: string): readonly string[] => {
    expect(text.some((one) => one.includes(from))).toBe(true);
    return serious(
      proofread(
        text.map((one) => one.replace(from, to)),
        against,
      ),
    ).map(line);
  };
  test.each([
    ["、住房公积金、", "、购房补贴、", "购房补贴"],
    ["机关事业单位基本养老保险缴费、", "机关事业单位基本医疗保险缴费、", "机关事业单位基本医疗保险缴费"],
  ])("%s → %s", (from, to, quote) => {
    expect(told(from, to)).toContain(`warning name ${quote}→`);
  });
  test("another wording of one name is none", () => {
    expect(told("机关事业单位基本养老保险缴费、", "养老保险缴费、")).toEqual([]);
  });
});
