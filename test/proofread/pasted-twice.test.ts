import { proofread } from "../../src/proofread/proofread";
import { rightText, sampleBook } from "./support";

test("a sentence pasted twice running is told once", async () => {
  const text = rightText().map((line) => line.replace(/收入全部为[^。]+。/, (said) => said + said));
  const told = proofread(text, await sampleBook()).findings.filter(({ message }) => message.includes("重复粘贴"));
  expect(told.map(({ category }) => category)).toEqual(["extra"]);
});
