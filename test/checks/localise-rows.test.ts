import { readFileSync } from "node:fs";
import path from "node:path";
import { checkWorkbook } from "../../src/book/check";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import type { PlainWorkbook } from "../../src/workbook/plain";
import { recogniseWorkbook } from "../../src/book/recognise";
import { depth } from "../support/depth";
import { edited } from "./mutation-cases";
import { itemRows, slipped, triedRow, type RowSlip } from "./row-cases";

async function sample(name: string): Promise<PlainWorkbook> {
  const file = path.resolve(__dirname, `../../samples/${name}.xlsx`);
  return readWorkbook(new Uint8Array(readFileSync(file)), path.basename(file));
}

function slip(workbook: PlainWorkbook, kind: RowSlip["kind"], key: "income" | "expenditure" | "general" | "basic", code: string): RowSlip {
  const table = recogniseWorkbook(workbook).tables.get(key);
  const row = table?.withCode(code)[0];
  if (!table || !row) throw new Error(code);
  return { kind, table, row };
}

describe("a whole row left out or written twice is one suspect that explains everything", () => {
  // Codes, names and amounts are those of the published document (samples/data/2026-12.json).
  test.each([
    ["deleted", "general", "2080506", "表5 少了“2080506 机关事业单位职业年金缴费支出”一行（表2、表3 都有，44.35）"],
    ["deleted", "expenditure", "2080505", "表3 少了“2080505 机关事业单位基本养老保险缴费支出”一行（表2、表5 都有，88.70）"],
    ["deleted", "income", "2013299", "表2 少了“2013299 其他组织事务支出”一行（表3、表5 都有，24.00）"],
    ["doubled", "general", "2080506", "表5 的“2080506 机关事业单位职业年金缴费支出”一行重复了"],
    ["doubled", "basic", "30108", "表6 的“30108 机关事业单位基本养老保险缴费”一行重复了"],
  ] as const)("%s %s %s", async (kind, key, code, words) => {
    const workbook = await sample("2026-12");
    const { report, alone } = triedRow(workbook, slip(workbook, kind, key, code));
    expect(report.suspects.map(({ message }) => message.slice(0, words.length))).toEqual([words]);
    expect(report.suspects[0]).toMatchObject({ kind: "missing", expected: null });
    expect(alone).toBe(true);
  });

  test("beside a wrong cell in another table, both are named", async () => {
    const workbook = await sample("2026-12");
    const wrong = edited(slipped(workbook, slip(workbook, "deleted", "general", "2080506")), [
      { sheet: "表1", row: 34, column: 3, value: null },
    ]);
    const { suspects } = checkWorkbook(recogniseWorkbook(wrong));
    expect(suspects.map(({ sheet, kind, expected }) => [sheet, kind, expected])).toEqual([
      ["表5", "missing", null],
      ["表1", "blank", "1221.42"],
    ]);
  });

  test.each(["2025-11-unit", "2026-11", "2026-12"])(
    "%s: every item row that other tables repeat, deleted; every one doubled",
    async (name) => {
      const workbook = await sample(name);
      const recognised = recogniseWorkbook(workbook);
      for (const kind of ["deleted", "doubled"] as const) {
        const seen = itemRows(recognised, kind)
          .filter((_, index) => index % depth(4, 8) === 1)
          .map((row) => triedRow(workbook, row))
          .filter(({ detected }) => detected);
        expect(seen.length).toBeGreaterThan(depth(5, 2));
        expect(seen.filter(({ alone }) => !alone).map(({ slip: { table, row } }) => `${table.label} ${String(row.code)}`)).toEqual([]);
      }
    },
  );
});
