import { readFileSync } from "node:fs";
import path from "node:path";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import { gaps, narrated, paragraphs } from "./support";

// The project's own sample workbooks, one a template. Sentences by hand from their figures and docs/rules.md D3.
describe.each([
  [
    "2026-12",
    "第三部分 2026年部门预算情况说明",
    13,
    [
      ["十三", "截至2025年底，示例市人民政府办公室占用使用国有资产总体情况为："],
      ["五", "（二）一般公共预算当年拨款结构情况，其中："],
    ],
  ],
  [
    "2026-11",
    "第三部分 2026年部门预算情况说明",
    12,
    [
      ["五", "（二）一般公共预算当年拨款结构情况"],
      ["十二", "（一）单位运行经费情况"],
    ],
  ],
  [
    "2025-11-unit",
    "第三部分 2025年单位预算情况说明",
    12,
    [
      ["一", "按照全口径预算的原则，示例市信息服务中心2025年所有收入和支出均纳入单位预算管理。收支总预算223.00万元。"],
      ["二", "示例市信息服务中心单位收入预算223.00万元，其中："],
      ["二", "一般公共预算203.00万元，占91.03%，比上年预算增加2.85万元，增长1.42%，主要原因是在职人员薪级晋升，缴费基数上调。"],
      ["五", "5、住房保障支出（类）13.44万元，占6.62%。"],
      ["十一", "1.网络安全加固项目5.00万元，用于支付网络安全设备尾款。"],
      ["十二", "单位价值50万元以上大型设备0台，单位价值100万元以上大型设备0台。"],
      ["十二", "本单位无其他需说明事项。"],
    ],
  ],
  [
    "2023-10",
    "第三部分 2023年部门预算情况说明",
    11,
    [
      ["一", "支出预算包括：一般公共服务支出、教育支出、科学技术支出、社会保障和就业支出、卫生健康支出、住房保障支出。"],
      ["三", "项目支出380万元，占26.44%，比上年预算减少95万元，下降20%，主要原因是：电子政务平台进入稳定运行期，运行经费减少。"],
      ["五", "项目支出380万元，比上年预算减少95万元，下降20%。主要原因是：电子政务平台进入稳定运行期，运行经费减少。"],
      ["五", "教育支出（类）4.98万元，占0.35%。"],
      [
        "十",
        "示例市某局部门2023年财政拨款“三公”经费数为2.4万元，其中：因公出国（境）费0万元，公务用车购置费0万元，公务用车运行费2.4万元，公务接待费0万元。",
      ],
      [
        "十一",
        "2023年，示例市某局本级及下属1家行政单位和0家事业单位的机关运行经费财政拨款预算62.36万元，比上年预算增加3.81万元，增长6.51%。主要原因是在职人员增加，公用经费定额相应增加。",
      ],
      ["十一", "2023年，本年度预算绩效管理的财政拨款项目4个，涉及预算金额380万元。非财政拨款项目0个，涉及预算金额0万元。具体情况见下表："],
    ],
  ],
] as const)("sample %s", (name, title, sections, sentences) => {
  test("is written whole, in the words of its template", async () => {
    const file = path.resolve(__dirname, "../../samples", `${name}.xlsx`);
    const narrative = narrated(await readWorkbook(new Uint8Array(readFileSync(file)), `${name}.xlsx`));
    expect([narrative.title, narrative.sections.length, narrative.todo, gaps(narrative)]).toEqual([title, sections, [], []]);
    for (const [section, sentence] of sentences) expect(paragraphs(narrative, section)).toContain(sentence);
  });
});
