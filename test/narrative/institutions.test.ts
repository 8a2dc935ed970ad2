import { readFileSync } from "node:fs";
import path from "node:path";
import { recogniseWorkbook } from "../../src/book/recognise";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import { inputSheetDrafts } from "../../src/inputs/drafts";
import { readInputs } from "../../src/inputs/read";
import { narrate } from "../../src/narrative/narrate";
import { segmentsText } from "../../src/narrative/segments";
import { proofread } from "../../src/proofread/proofread";
import type { CellValue, PlainWorkbook } from "../../src/workbook/plain";
import { rightText } from "../proofread/support";

/** The sample; an office that has 事业单位 in it where its doctors' line is one of theirs; what is filled in of 机关运行经费. */
async function book(institutions: boolean, filled: number | null = null): Promise<PlainWorkbook> {
  const file = path.join(__dirname, "../../samples/2026-12.xlsx");
  const sample = await readWorkbook(new Uint8Array(readFileSync(file)), "2026-12.xlsx");
  const renamed = (value: CellValue): CellValue =>
    institutions && typeof value === "string" ? value.replace("行政单位医疗", "事业单位医疗") : value;
  return {
    ...sample,
    sheets: sample.sheets.map((sheet) => ({
      ...sheet,
      values: [
        ...sheet.values.map((row) => row.map(renamed)),
        ...(filled !== null && sheet.name === "填报-其他事项" ? [["机关运行经费", "机关运行经费", filled, "万元"]] : []),
      ],
    })),
  };
}

const SENTENCE = /机关运行经费财政拨款预算[\d,.]+万元，比上年预算(?:增加|减少)[\d,.]+万元/;

async function written(institutions: boolean, filled: number | null = null): Promise<string | undefined> {
  const workbook = await book(institutions, filled);
  const { sections } = narrate(recogniseWorkbook(workbook), readInputs(workbook));
  const text = sections.flatMap(({ paragraphs }) => paragraphs.map(({ segments }) => segmentsText(segments)));
  return SENTENCE.exec(text.join("\n"))?.[0];
}

test("机关运行经费 is asked for only where 事业单位 are in the tables", async () => {
  const asked = async (institutions: boolean): Promise<boolean> => {
    const workbook = await book(institutions);
    const drafts = inputSheetDrafts(recogniseWorkbook(workbook), readInputs(workbook));
    const others = drafts.find(({ name }) => name === "填报-其他事项");
    return others?.rows.some(({ cells }) => cells[0]?.value === "机关运行经费") === true;
  };
  expect([await asked(false), await asked(true)]).toEqual([false, true]);
});

test("the narrative says what is filled in, and until then the whole of 公用经费", async () => {
  // 161.34 − 91.55 = 69.79; 100.00 − 91.55 = 8.45
  expect(await written(true)).toBe("机关运行经费财政拨款预算161.34万元，比上年预算增加69.79万元");
  expect(await written(true, 100)).toBe("机关运行经费财政拨款预算100.00万元，比上年预算增加8.45万元");
});

test("without 事业单位 it is the whole, unless somebody fills in another figure", async () => {
  expect(await written(false)).toBe("机关运行经费财政拨款预算161.34万元，比上年预算增加69.79万元");
  expect(await written(false, 100)).toBe("机关运行经费财政拨款预算100.00万元，比上年预算增加8.45万元");
});

/** What is said of a text that gives 机关运行经费 as such an amount, its change to fit. */
async function said(amount: string, change: string, institutions: boolean): Promise<readonly string[]> {
  const workbook = await book(institutions);
  const text = rightText().map((one) =>
    one
      .replace(/\s/g, "")
      .replace(
        "机关运行经费财政拨款预算161.34万元，比上年预算增加69.79万元，增长76.23%",
        `机关运行经费财政拨款预算${amount}万元，${change}`,
      ),
  );
  const { findings, coverage } = proofread(text, { recognised: recogniseWorkbook(workbook), inputs: readInputs(workbook) });
  const at = text.findIndex((one) => one.includes(`预算${amount}万元`)) + 1;
  return [
    ...findings
      .filter(({ paragraph, category }) => paragraph === at && category !== "wording")
      .map(({ quote, expected, replaces }) => `${quote}→${replaces ? expected : ""}`),
    ...coverage.unchecked.filter(({ paragraph }) => paragraph === at).map(({ quote }) => `未核对 ${quote}`),
  ];
}

// 8.45 ÷ 91.55 = 9.23 %
const LESS = ["100.00", "比上年预算增加8.45万元，增长9.23%"] as const;

test("less than 公用经费 is not judged where 事业单位 are in it, and wrong where none are", async () => {
  expect(await said(...LESS, true)).toEqual(["未核对 100.00万元"]);
  expect(await said(...LESS, false)).toContain("100.00→161.34");
});

test("more than 公用经费 is wrong, and what is right nobody can tell", async () => {
  expect(await said("171.34", "比上年预算增加79.79万元，增长87.15%", true)).toContain("171.34→");
});
