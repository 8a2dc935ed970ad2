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

/** 36, 18 and 8 make up the 62 of the project: what stands without a unit is one of the amounts; 40, 18 and 8 do not. */
test.each([
  [/话务坐席\s*36\s*万元/, "话务坐席36", ["36万元"]],
  [/话务坐席\s*36\s*万元/, "话务坐席40", []],
])("%s → %s", async (from, to, expected) => {
  const changed = text.map((one) => one.replace(from, to));
  expect(changed.some((one) => one.includes(to))).toBe(true);
  const { findings } = proofread(changed, await sampleBook({ inputs: false }));
  const found = findings.filter((finding) => finding.message.includes("漏了“万元”：这样分配合计"));
  expect(found.map((finding) => finding.expected)).toEqual(expected);
});
