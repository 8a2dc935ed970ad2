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

/** A field of which the label alone is there is told as well; what goes on in the lines below is there. */
test.each([
  ["资金执行时间：", ["资金执行时间"]],
  ["资金分配情况：", ["资金分配情况"]],
  ["资金分配情况：\n话务坐席36万元，平台运维18万元，质检8万元", []],
])("%s", async (said, expected) => {
  const label = said.slice(0, said.indexOf("：") + 1);
  const changed = text.flatMap((one) => (one.startsWith(label) ? said.split("\n") : [one]));
  const { findings } = proofread(changed, await sampleBook({ inputs: false }));
  const found = findings.flatMap(({ message }) => /的“(.+)”后面没有内容/.exec(message)?.[1] ?? []);
  expect(found).toEqual(expected);
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

/** The project's scale without its unit, without its number, without either; what says where it stands is none of these. */
test.each([
  ["62.00", [["62.00", "62.00万元", true]]],
  ["26.00", [["26.00", "62.00万元", true]]],
  ["万元", [["", "62.00", false]]],
  ["", [["", "62.00万元", false]]],
  ["详见表7", []],
])("预算安排规模：%s", async (said, expected) => {
  const changed = text.map((one) => one.replace(/^预算安排规模：\s*62.*/, `预算安排规模：${said}`));
  const { findings } = proofread(changed, await sampleBook({ inputs: false }));
  const found = findings.filter(({ message }) => message.includes("的预算安排规模"));
  expect(found.map((finding) => [finding.quote, finding.expected, finding.replaces])).toEqual(expected);
});

/** A project under another name is known by its amount: neither another project nor one that is missing. */
test("a project of another name", async () => {
  const name = text.find((one) => one.includes("项目名称：")) ?? "";
  const changed = text.map((one) => (one === name ? name.replace(/项目名称：.*/, "项目名称：干部学习考察经费") : one));
  const { findings } = proofread(changed, await sampleBook({ inputs: false }));
  const found = findings.filter(
    ({ paragraph, message }) => message.includes("表7的项目") || changed[paragraph - 1]?.includes("干部学习考察经费"),
  );
  expect(found.map(({ id, quote }) => [id, quote])).toEqual([["B08", "干部学习考察经费"]]);
});
