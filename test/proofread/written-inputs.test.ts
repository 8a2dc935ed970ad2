import { address } from "../../src/amount/cell-ref";
import { openBook } from "../../src/book/open";
import { proofreadInputs } from "../../src/proofread/written-inputs";
import type { CellValue } from "../../src/workbook/plain";
import { sampleWorkbook } from "../browser/stage";

async function found(...altered: readonly (readonly [string, number, number, CellValue])[]): Promise<string[]> {
  const findings = proofreadInputs(openBook(await sampleWorkbook(altered)));
  return findings.map(({ id, severity, cells }) => `${id} ${severity} ${cells.map((cell) => `${cell.sheet}!${address(cell)}`).join("、")}`);
}

// 行政运行 was 838.13 and is 812.15; the one project is 62.00.
describe("what is written on the 填报 sheets, where it will stand", () => {
  test("the sample's words agree with its tables", async () => expect(await found()).toEqual([]));

  test("a reason of the other direction", async () =>
    expect(await found(["填报-上年对比", 7, 4, "本年在职人员较上年增加，人员经费相应增加"])).toEqual(["B09 warning 填报-上年对比!E8"]));

  test("parts that do not add up to the project", async () =>
    expect(await found(["填报-项目说明", 1, 3, "用于热线接听30万元、回访22万元"])).toEqual(["B-七 error 填报-项目说明!D2"]));

  test("a year that the two compared ones are not", async () =>
    expect(await found(["填报-上年对比", 18, 4, "2024年与2026年均未安排因公出国（境）费用"])).toEqual(["B07 error 填报-上年对比!E19"]));

  test("a figure that is wrong in the tables' own numbers is no fault of the words", async () =>
    expect(await found(["填报-其他事项", 7, 2, 9.99])).toEqual([]));

  test("what is not filled in is no fault", async () => expect(await found(["填报-上年对比", 7, 4, null])).toEqual([]));
});
