import { proofread } from "../../src/proofread/proofread";
import { rightText, sampleBook } from "./support";

const text = rightText();
const at = (begin: string): number => text.length - [...text].reverse().findIndex((one) => one.startsWith(begin));

/** A field of a project that is not there is told behind the field that it ought to follow. */
test.each([
  ["资金执行时间", "资金分配情况"],
  ["资金分配情况", "项目承担单位"],
])("%s left out is told at %s", async (left, before) => {
  const report = proofread(
    text.filter((one) => !one.startsWith(`${left}：`)),
    await sampleBook({ inputs: false }),
  );
  const missing = report.findings.filter(({ message }) => message.includes(`缺“${left}”`));
  expect(missing.map(({ paragraph, expected }) => [paragraph, expected])).toEqual([[at(`${before}：`), `${left}：`]]);
});
