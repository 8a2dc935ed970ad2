import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import { readInputs } from "../../src/inputs/read";
import { narrate } from "../../src/narrative/narrate";
import { segmentsText, type Narrative } from "../../src/narrative/segments";
import { narrativeText } from "../../src/render/text";
import type { PlainWorkbook } from "../../src/workbook/plain";
import { recogniseWorkbook } from "../../src/book/recognise";

const SHARED = path.resolve(__dirname, "../../../shared");
const present = existsSync(SHARED);
const describeShared = present ? describe : describe.skip;

interface Golden {
  readonly sections: readonly {
    readonly no: string;
    readonly heading: string;
    readonly paragraphs: readonly { readonly norm: string; readonly dup?: boolean }[];
  }[];
}

/** Where the published text is wrong (docs/rules.md C) or printed from unrounded 元, and what is right. */
const EXCEPTIONS: Readonly<Record<string, readonly { readonly published: string; readonly because: string; readonly right: string }[]>> = {
  "000": [
    {
      published: "4.卫生健康支出（类）51.89万元，占4.25%。",
      because: "0.5: 51.89 ÷ 1,219.43 is 4.26%; 4.25% came from unrounded 元",
      right: "4.卫生健康支出（类）51.89万元，占4.26%。",
    },
    {
      published: "部门价值单价50万元以上大型设备2台，部门价值单价100万元以上大型设备1台。",
      because: "C 000 #9: 单位 replaced by 部门",
      right: "单价50万元以上大型设备2台，单价100万元以上大型设备1台。",
    },
    {
      published: "2026年部门预算未安排购置车辆经费，安排购置单价50万元以上大型设备0台，部门单价100万元以上大型设备0台。",
      because: "C 000 #9: 单位 replaced by 部门",
      right: "2026年部门预算未安排购置车辆经费，安排购置单价50万元以上大型设备0台，单价100万元以上大型设备0台。",
    },
  ],
  "001": [
    {
      published: "克孜勒苏柯尔克孜自治州人民政府办公室2026年上半年结转结余10.00万元，包括：财政拨款10.00万元，非财政拨款0.00万元，其中：",
      because: "C 001 #1: 上年 written 上半年",
      right: "克孜勒苏柯尔克孜自治州人民政府办公室2026年上年结转结余10.00万元，包括：财政拨款10.00万元，非财政拨款0.00万元，其中：",
    },
    {
      published: "截至2024年底，克孜勒苏柯尔克孜自治州人民政府办公室占用使用国有资产总体情况为：",
      because: "C 001 #3: wrong year",
      right: "截至2025年底，克孜勒苏柯尔克孜自治州人民政府办公室占用使用国有资产总体情况为：",
    },
    {
      published: "部门价值50万元以上大型设备0台，部门价值100万元以上大型设备0台。",
      because: "C 001 #9: 单位 replaced by 部门",
      right: "单价50万元以上大型设备0台，单价100万元以上大型设备0台。",
    },
    {
      published: "2026年部门预算未安排购置车辆经费，安排购置50万元以上大型设备0台，单位价值100万元以上大型设备0台。",
      because: "C 001 #9: the two halves of the sentence do not agree",
      right: "2026年部门预算未安排购置车辆经费，安排购置单价50万元以上大型设备0台，单价100万元以上大型设备0台。",
    },
  ],
  "002r": [
    ...[
      "1.项目名称：科技三项费—智慧城市电子政务运维经费|4.项目名称：科技三项费-智慧城市电子政务运行经费|C 002 #4: 表7 has 运行经费; order of 表7 (#14)",
      "2.项目名称：部门专项—政府办公室业务经费|3.项目名称：部门专项-政府办公室业务经费|C 002 #14: dash and order",
      "3.项目名称：部门专项—“12345”政务热线平台及网络维护工作人员费用|1.项目名称：部门专项-“12345”政务热线平台及政务网络维护工作人员费用|C 002 #5: 政务 missing",
      "4.项目名称：部门专项—行政服务中心业务经费|2.项目名称：部门专项-行政服务中心业务经费|C 002 #14: dash and order",
    ].map((line) => {
      const [published = "", right = "", because = ""] = line.split("|");
      return { published, right, because };
    }),
  ],
};

/** 002 lost its table 6: what needs it is a gap, and nothing else is. */
const WITHOUT_TABLE_6 = /一般公共预算基本支出1057万元|^人员经费|^公用经费|机关运行经费财政拨款预算/;

const norm = (text: string): string =>
  text
    .replace(/[\s\u3000]/g, "")
    .replace(/\(/g, "（")
    .replace(/\)/g, "）");

async function opened(file: string): Promise<PlainWorkbook> {
  return readWorkbook(new Uint8Array(readFileSync(file)), path.basename(file));
}

function made(workbook: PlainWorkbook): Narrative {
  return narrate(recogniseWorkbook(workbook), readInputs(workbook));
}

async function written(name: string): Promise<Narrative> {
  return made(await opened(path.join(SHARED, "workbooks", `${name}.xlsx`)));
}

describeShared("the published narratives", () => {
  test.each(["000", "001", "002r"])("%s: every paragraph, character for character, in its section", async (name) => {
    const golden = JSON.parse(readFileSync(path.join(SHARED, "golden", `${name.slice(0, 3)}.narrative.json`), "utf8")) as Golden;
    const narrative = await written(name);
    const exceptions = new Map((EXCEPTIONS[name] ?? []).map(({ published, right }) => [norm(published), right]));
    const mine = narrative.sections.map(({ number, heading, paragraphs }) => ({
      no: number,
      heading: norm(segmentsText(heading)),
      paragraphs: paragraphs.map(({ segments }) => segmentsText(segments)),
    }));
    const theirs = golden.sections.map(({ no, heading, paragraphs }) => ({
      no,
      heading: norm(heading).replace("上半年结转", "上年结转"),
      paragraphs: paragraphs
        .filter(({ dup }) => dup !== true)
        .map((paragraph) => exceptions.get(norm(paragraph.norm)) ?? norm(paragraph.norm)),
    }));
    const comparable = (sections: typeof mine): unknown =>
      sections.map((section) => ({
        ...section,
        paragraphs: section.paragraphs.map(norm).filter((text) => name !== "002r" || !(WITHOUT_TABLE_6.test(text) || section.no === "六")),
      }));
    // 表7 of 002 lists its projects in another order than the text.
    const sorted = (value: unknown): unknown =>
      (value as typeof mine).map((section) =>
        name === "002r" && section.no === "七" ? { ...section, paragraphs: [...section.paragraphs].sort() } : section,
      );
    expect(sorted(comparable(mine))).toEqual(sorted(comparable(theirs)));
    for (const { right } of EXCEPTIONS[name] ?? []) expect(mine.flatMap(({ paragraphs }) => paragraphs).map(norm)).toContain(norm(right));
  });

  const layouts = present ? readdirSync(path.join(SHARED, "workbooks/variants")).filter((file) => /^00[01]\./.test(file)) : [];
  test.each(layouts)("%s: another layout or file format of the same tables, the same words", async (file) => {
    const original = await opened(path.join(SHARED, "workbooks", `${file.slice(0, 3)}.xlsx`));
    const other = await opened(path.join(SHARED, "workbooks/variants", file));
    const inputs = original.sheets.filter(({ name }) => name.startsWith("填报-"));
    expect(narrativeText(made({ ...other, sheets: [...other.sheets.filter(({ name }) => !name.startsWith("填报-")), ...inputs] }))).toBe(
      narrativeText(made(original)),
    );
  });

  test.each(["000", "001"])("%s: nothing is left to fill in, and no spaces stand between Chinese and digits", async (name) => {
    const narrative = await written(name);
    expect(narrative.todo).toEqual([]);
    expect(narrative.sections.flatMap(({ gaps }) => gaps)).toEqual([]);
    const texts = narrative.sections.flatMap(({ paragraphs }) => paragraphs.map(({ segments }) => segmentsText(segments)));
    expect(texts.filter((text) => /[\p{sc=Han}] \d|\d [\p{sc=Han}]/u.test(text))).toEqual([]);
  });
});
