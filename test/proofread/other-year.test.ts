import { narrate } from "../../src/narrative/narrate";
import { proofread } from "../../src/proofread/proofread";
import { narrativeText } from "../../src/render/text";
import { line, sampleBook } from "./support";

const own = async () => {
  const against = await sampleBook();
  return { against, text: narrativeText(narrate(against.recognised, against.inputs)).split("\n") };
};

test("a workbook of another year than the whole text is one cause, and nobody knows which is right", async () => {
  const { against, text } = await own();
  const found = proofread(text, { ...against, recognised: { ...against.recognised, year: 2025 } }).findings;
  expect(found.filter(({ category }) => category === "year").map(line)).toEqual(["error year 2026→"]);
});

test("a year that is wrong in one sentence is that sentence's", async () => {
  const { against, text } = await own();
  const at = text.findIndex((one) => one.includes("2026年支出预算1"));
  const wrong = text.map((one, index) => (index === at ? one.replace("2026年", "2025年") : one));
  expect(
    proofread(wrong, against)
      .findings.filter(({ category }) => category === "year")
      .map(line),
  ).toEqual(["error year 2025→2026"]);
});
