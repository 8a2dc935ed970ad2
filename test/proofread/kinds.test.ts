import { faultsOf } from "./kinds";
import { ratesOf } from "./rates";
import { rightText, sampleBook, unchanged } from "./support";

const NAMES = [
  "示例市人民政府办公室",
  "行政运行",
  "住房公积金",
  "公务员医疗补助",
  "机关事业单位职业年金缴费支出",
  "卫生健康支出",
  "公务接待费",
];
/** One of so many of each kind: a fixed sample. */
const EVERY = 17;

test.each([
  ["with the 填报 sheets", true, 0.95],
  ["with the tables alone", false, 0.9],
] as const)(
  "faults of every kind are found at their words, %s",
  async (_how, inputs, least) => {
    const against = await sampleBook({ inputs });
    const text = rightText();
    const where = unchanged(text, against).paragraphs.flatMap(({ part, text: one }, index) =>
      part === 3 && !one.includes("\t") && /[。；]$/.test(one.trim()) ? [index] : [],
    );
    const rates = ratesOf(text, against, faultsOf(text, where, NAMES, inputs), { every: EVERY });
    const sum = (of: "tried" | "found"): number => rates.reduce((total, rate) => total + rate[of], 0);
    expect(sum("tried")).toBeGreaterThan(50);
    expect({ missed: rates.flatMap(({ missed }) => missed), enough: sum("found") / sum("tried") >= least }).toMatchObject({ enough: true });
    expect(rates.flatMap(({ wrong }) => wrong)).toEqual([]);
  },
  240000,
);
