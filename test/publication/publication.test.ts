import { recogniseWorkbook } from "../../src/book/recognise";
import { readInputs } from "../../src/inputs/read";
import { segmentsText } from "../../src/narrative/segments";
import { publish, type Block, type Part, type Publication } from "../../src/publication/publication";
import { usedTerms } from "../../src/publication/used-terms";
import { terms } from "../../src/templates/terms/terms";
import type { PlainWorkbook } from "../../src/workbook/plain";
import { fullSheets, fullWorkbook } from "../narrative/full-workbook";
import { shanghaiWorkbook } from "../support/shanghai-workbook";

const published = (workbook: PlainWorkbook): Publication => publish(recogniseWorkbook(workbook), readInputs(workbook));
const textOf = (block: Block): string =>
  block.kind === "line" ? segmentsText(block.line.segments) : block.kind === "table" ? `[${block.grid.title}]` : `<${block.shows}>`;
const titles = ({ parts }: Publication): readonly string[] => parts.map(({ title }) => segmentsText(title));
const partNamed = ({ parts }: Publication, words: string): Part => {
  const found = parts.find(({ title }) => segmentsText(title).includes(words));
  if (!found) throw new Error(`no part ${words}`);
  return found;
};

const plain = published(fullWorkbook());
const withTexts = (rows: string): PlainWorkbook =>
  fullWorkbook({ ...fullSheets, "填报-文字说明": `${fullSheets["填报-文字说明"] ?? ""}\n${rows}` });

test("four parts under a cover, in the order of the published reports", () => {
  expect(plain.cover.map(segmentsText)).toEqual(["示例市交通局", "2026年部门预算公开"]);
  expect(titles(plain)).toEqual([
    "第一部分 2026年部门概况",
    "第二部分 2026年部门预算公开表",
    "第三部分 2026年部门预算情况说明",
    "第四部分 名词解释",
  ]);
});

test("上海 has its terms before the tables, and what no table has behind them", () => {
  const report = published(shanghaiWorkbook());
  expect(titles(report).map((title) => title.replace(/^.*(主要职能|机构设置)$/, "$1"))).toEqual([
    "主要职能",
    "机构设置",
    "名词解释",
    expect.stringMatching(/^\d{4}年(?:部门|单位)预算编制说明$/),
    expect.stringMatching(/^\d{4}年(?:部门|单位)预算表$/),
    "其他相关情况说明",
  ]);
  expect(report.lacks).toBe("");
});

test("each picture has its place behind the section that says the same", () => {
  const before = (report: Publication): readonly (readonly [string, string])[] =>
    report.parts.flatMap(({ blocks }) =>
      blocks.flatMap((block, at) => {
        const heads = blocks.slice(0, at).flatMap((one) => (one.kind === "line" && one.line.rank === "heading" ? [textOf(one)] : []));
        return block.kind === "picture" ? [[block.shows, heads.at(-1) ?? ""] as const] : [];
      }),
    );
  expect(before(plain)).toEqual([
    ["flow", expect.stringMatching(/^三、.*支出预算情况/)],
    ["changes", expect.stringMatching(/^五、.*一般公共预算当年拨款情况/)],
    ["threePublic", expect.stringMatching(/^十、.*“三公”经费/)],
  ]);
  expect(before(published(shanghaiWorkbook())).map(([shows]) => shows)).toEqual(["flow", "changes", "threePublic"]);
});

test("what the organisation is stands as it was written, a paragraph a line; what is missing is said in place and listed", () => {
  expect(partNamed(plain, "概况").blocks.map(textOf)).toEqual([
    "一、主要职能",
    "〔待填：主要职能〕",
    "二、机构设置及人员情况",
    "〔待填：机构设置〕",
  ]);
  expect(plain.todo.slice(0, 2).map(({ cell, message }) => [cell.sheet, message])).toEqual([
    ["填报-文字说明", "请填写主要职能（填报-文字说明的“部门概况”）"],
    ["填报-文字说明", "请填写机构设置（填报-文字说明的“部门概况”）"],
  ]);
  const filled = published(withTexts("部门概况 | 主要职能 | （一）管路。\\n（二）管桥。\n部门概况 | 机构设置 | 内设三个科室。"));
  expect(partNamed(filled, "概况").blocks.map(textOf)).toEqual([
    "一、主要职能",
    "（一）管路。",
    "（二）管桥。",
    "二、机构设置及人员情况",
    "内设三个科室。",
  ]);
  expect(filled.todo).toHaveLength(plain.todo.length - 2);
});

test("of how many units the budget is, where that is filled in and the text does not say it", () => {
  const about = (units: string, text: string): readonly string[] => {
    const basics = `项目 | 内容\n单位名称 | 示例市交通局\n预算年度 | 2026\n下属预算单位数 | ${units}`;
    const texts = `${fullSheets["填报-文字说明"] ?? ""}\n部门概况 | 机构设置 | ${text}`;
    return partNamed(published(fullWorkbook({ ...fullSheets, "填报-基本信息": basics, "填报-文字说明": texts })), "概况")
      .blocks.map(textOf)
      .slice(3);
  };
  const whole = "从预算单位构成看，示例市交通局的预算包括：示例市交通局本级预算及下属共2家预算单位在内的汇总预算。";
  expect(about("2家", "内设三个科室。")).toEqual([whole, "内设三个科室。"]);
  expect(about("0家", "内设三个科室。")).toEqual(["示例市交通局无下属预算单位。", "内设三个科室。"]);
  expect(about("2家", "预算包括本级预算和两家下属单位。")).toEqual(["预算包括本级预算和两家下属单位。"]);
  expect(about("", "内设三个科室。")).toEqual(["内设三个科室。"]);
});

test("every disclosure table has its own page, in printed order", () => {
  const tables = partNamed(plain, "公开表").blocks.flatMap((block) => (block.kind === "table" ? [block] : []));
  expect(tables.map(({ grid }) => grid.label)).toEqual(Array.from({ length: 12 }, (_, index) => `表${index + 1}`));
  expect(tables.every(({ ownPage }) => ownPage)).toBe(true);
});

test("performance tables stand behind the sentence that points to them, with the money of the tables", () => {
  const texts = partNamed(plain, "情况说明").blocks.map(textOf);
  const at = texts.findIndex((text) => text.endsWith("具体情况见下表："));
  expect(texts.slice(at + 1, at + 3)).toEqual(["[部门整体绩效目标表]", "[项目支出绩效目标表]"]);
  const grids = partNamed(plain, "情况说明").blocks.flatMap((block) => (block.kind === "table" ? [block.grid] : []));
  const cells = grids[0]?.rows.map((row) => row.map(({ text }) => text)) ?? [];
  const amount = (label: string): string | undefined => cells.find((row) => row.includes(label))?.at(-1);
  // 上级: 20 + 5 + 2; outside the appropriation: 6 + 4 + 2; the rest of 180 is 本级.
  expect(["上级安排", "本级安排", "其他", "合计："].map(amount)).toEqual(["27.00", "141.00", "12.00", "180.00"]);
});

test("a term that is used is explained, one that is not is not", () => {
  const said = partNamed(plain, "名词解释").blocks.map(textOf);
  expect(said[0]).toMatch(/^一、财政拨款：由一般公共预算/);
  expect(usedTerms(["公用经费10.00万元。", "财政专\n户核拨"]).map(({ name }) => name)).toEqual(["财政专户管理资金", "公用经费"]);
  expect(usedTerms(["无"])).toEqual([]);
});

test.each(terms.map((term) => [term.name, term] as const))(
  "%s: a sentence of its own, with its ground",
  (name, { used, means, ground }) => {
    expect(means).toMatch(/。$/);
    expect(means).not.toMatch(/\d/);
    expect(ground).toMatch(/《|财预/);
    expect(used.test(name) || used.test(means)).toBe(true);
  },
);

test("of a family whose words are not known the tables alone, and it is said", () => {
  const { template } = recogniseWorkbook(fullWorkbook());
  const report = publish(
    { ...recogniseWorkbook(fullWorkbook()), template: { ...template, family: "jiangsu" } },
    readInputs(fullWorkbook()),
  );
  expect(titles(report)).toEqual(["2026年部门预算公开表"]);
  expect(report.lacks).toContain("只有封面、目录和公开表");
});

test("signed with the date where one is filled in", () => {
  const basics = (date: string): PlainWorkbook =>
    fullWorkbook({ ...fullSheets, "填报-基本信息": `项目 | 内容\n单位名称 | 示例市交通局\n预算年度 | 2026\n编制日期 | ${date}` });
  expect(published(basics("2026-02-09")).signature.map(segmentsText)).toEqual(["示例市交通局", "2026年2月9日"]);
  expect(published(basics("")).signature).toEqual([]);
});

test("the goal sheet of a unit is headed as a unit's", () => {
  const unit = fullWorkbook({ ...fullSheets, "填报-基本信息": (fullSheets["填报-基本信息"] ?? "").replace("部门", "单位") });
  const heads = partNamed(published(unit), "预算情况说明")
    .blocks.map(textOf)
    .filter((text) => text.includes("整体绩效目标表"));
  expect(heads).toEqual(["[单位整体绩效目标表]"]);
});
