import { proofread } from "../../src/proofread/proofread";

const line = (name: string, amount: string): string => `${name}收入${amount}万元，全部用于本单位的日常工作。`;
const FOUR = ["12.00", "13.50", "7.25", "40.00"].map((amount) => line("农技推广服务", amount));

const lost = (text: readonly string[]): readonly string[] =>
  proofread(text, null).findings.flatMap(({ quote, expected, message }) => (message.includes("像是漏了") ? [`${quote}→${expected}`] : []));

test("what the text writes whole everywhere else has lost a character once", () => {
  expect(lost([...FOUR, line("农技推服务", "3.00")])).toEqual(["技推服务→技推广服务"]);
});

test("twice elsewhere is too seldom, and a word of the trade or a little word is none that was lost", () => {
  expect(lost([...FOUR.slice(0, 2), line("农技推服务", "3.00")])).toEqual([]);
  expect(lost([...FOUR.map((text) => text.replace("日常工作", "政府性采购工作")), "政府采购预算3.00万元。"])).toEqual([]);
  expect(lost([...FOUR, "农技推广服务收入3.00万元，全部用于本单位日常工作。"])).toEqual([]);
});
