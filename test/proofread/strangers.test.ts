import { readFileSync } from "node:fs";
import path from "node:path";
import { openBook } from "../../src/book/open";
import { proofread } from "../../src/proofread/proofread";
import { workbookFromText } from "../support/workbook-text";
import { line, serious } from "./support";

/** An invented office of a province whose form nobody knows, in the words of the ministry's model that several families share. */
const read = (name: string): string => readFileSync(path.join(__dirname, "texts/tables", `${name}.txt`), "utf8");
const against = openBook(workbookFromText(read("stranger-2023"), "stranger.xlsx"));
const TEXT = read("stranger-2023-said");

test.each([
  ["with its tables", against],
  ["alone", null],
])("what is right is of no family, and nothing is said of it, %s", (_, book) => {
  const report = proofread(TEXT.split("\n"), book);
  expect([report.sentences, serious(report).map(line)]).toEqual([null, []]);
});

test.each([
  ["临溪县茶产业发展中心2023年收入预算", "临溪县茶产业发展中心2021年收入预算", "warning year 2021→"],
  ["临溪县茶产业发展中心2023年支出预算1", "示范县水利局2023年支出预算1", "warning name 示范县水利局→"],
  [
    "临溪县茶产业发展中心2023年财政拨款收支总预算",
    "临溪县茶叶业发展中心2023年财政拨款收支总预算",
    "error name 临溪县茶叶业发展中心→临溪县茶产业发展中心",
  ],
  ["截至2022年12月31日", "截至2020年12月31日", "warning year 2020→"],
  // Both figures are shown, and none is proposed: nobody knows what such a sentence ought to say.
  ["基本支出711.35万元", "基本支出717.35万元", "warning share 717.35万元，占36.03%→"],
  ["其他收入22.00万元，占1.11%", "其他收入22.00万元，占1.41%", "warning share 22.00万元，占1.41%→"],
  ["（类）农业农村（款）", "（类）农业农材（款）", "warning wording 农业农材→农业农村"],
  ["减少的主要原因是压减接待批次", "增加的主要原因是压减接待批次", "warning direction 增加→"],
])("%s → %s", (from, to, told) => {
  expect(TEXT).toContain(from);
  expect(proofread(TEXT.replace(from, to).split("\n"), against).findings.map(line)).toContain(told);
});
