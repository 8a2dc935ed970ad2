import { fresh, line, rightText, sampleBook } from "./support";

const LISTED = "1.某自治州示例市政务服务中心";
const SHEET = /^预算单位\t+示例市政务服务中心/;

/** The sample's text, its project's sheet in the name of another unit, that one listed in 第一部分 or not. */
async function said(listed: boolean): Promise<readonly string[]> {
  const text = rightText();
  const sheet = text.find((one) => SHEET.test(one)) ?? "";
  const at = text.findIndex((one) => one.replace(/\s/g, "") === LISTED);
  expect(sheet).not.toBe("");
  expect(at).toBeGreaterThan(0);
  const whole = listed ? [...text.slice(0, at + 1), "2.示例市档案馆", ...text.slice(at + 1)] : text;
  return fresh(whole, await sampleBook(), sheet, sheet.replace("示例市政务服务中心", "示例市档案馆"))
    .filter(({ id }) => id === "S03")
    .map(line);
}

test("a unit that 第一部分 lists may have a project's sheet though no table names it", async () => {
  expect(await said(true)).toEqual([]);
});

test("a unit that neither the tables nor 第一部分 know is told", async () => {
  expect(await said(false)).toEqual(["error name 示例市档案馆→"]);
});

test.each(["1、", "1）", "（1）", "（一）", "①"])("the units of 第一部分 may be numbered %s", async (number) => {
  const text = rightText();
  const own = text.find((one) => one.replace(/\s/g, "") === LISTED) ?? "";
  const numbered = own.replace(/^1\.\s*/, number);
  expect(numbered.startsWith(number)).toBe(true);
  expect(fresh(text, await sampleBook(), own, numbered).map(line)).toEqual([]);
});
