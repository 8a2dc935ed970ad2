import { checkWorkbook } from "../../src/book/check";
import { recogniseWorkbook } from "../../src/book/recognise";
import { shanghaiWorkbook } from "../support/shanghai-workbook";

/** A workbook in 元 with one table in 万元: of that table people read what it prints; machines read the workbook's unit. */
test("figures of a table in another unit are said as the table prints them, with the unit", () => {
  const workbook = shanghaiWorkbook();
  // 运行费 is 24.00 of 24.00 for vehicles; its digits change places.
  const sheets = workbook.sheets.map((sheet) => ({
    ...sheet,
    values: sheet.values.map((row) => (row[0] === 24.8 ? row.map((value, column) => (column === 5 ? 42 : value)) : row)),
  }));
  const report = checkWorkbook(recogniseWorkbook({ ...workbook, sheets }));
  const [suspect] = report.suspects;
  expect(suspect).toMatchObject({ row: 5, column: 5, value: "420000.00", expected: "240000.00" });
  expect(suspect?.printed).toEqual({ value: "42.00万元", expected: "24.00万元" });
  expect(suspect?.message).toContain("写的是 42.00万元，按其余各数应为 24.00万元");
  const within = report.findings.find(({ verdict, cells }) => verdict === "broken" && cells.some(({ column }) => column === 5));
  expect(within?.message).toMatch(/24\.00万元 ≠ .*42\.00万元，少 18\.00万元/);
});
