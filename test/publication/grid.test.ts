import { recogniseWorkbook } from "../../src/book/recognise";
import { gridOf, type GridCell } from "../../src/publication/grid";
import { fitTable, type Room } from "../../src/render/table-fit";
import type { TableKey } from "../../src/templates/define";
import { fullSheets, fullWorkbook } from "../narrative/full-workbook";

const grid = (key: TableKey, sheets: Readonly<Record<string, string>> = fullSheets) => {
  const table = recogniseWorkbook(fullWorkbook(sheets)).tables.get(key);
  if (!table) throw new Error(`no ${key}`);
  return gridOf(table, true);
};
const find = (rows: readonly (readonly GridCell[])[], text: string): GridCell | undefined => rows.flat().find((cell) => cell.text === text);

test("codes stand in the middle, names at the left, amounts at the right", () => {
  const { rows } = grid("income");
  expect(find(rows, "212")).toMatchObject({ align: "center" });
  expect(find(rows, "城乡社区支出")).toMatchObject({ align: "left" });
  expect(find(rows, "30.00")).toMatchObject({ align: "right" });
});

test("the total's name stands in the middle of all label columns that its row leaves blank", () => {
  const total = grid("income").rows.at(-1) ?? [];
  expect(total[0]).toMatchObject({ text: "总计", columns: 4, align: "center" });
  expect(total[1]).toMatchObject({ text: "180.00", align: "right" });
});

test("a name keeps how far it stands in, and its spaces are not said", () => {
  const sheets = { ...fullSheets, 表2: (fullSheets["表2"] ?? "").replace("| 行政运行 |", "| \u3000\u3000行政运行 |") };
  const table = recogniseWorkbook(fullWorkbook(sheets)).tables.get("income");
  // Text workbooks are trimmed: the spaces are put into the sheet itself.
  const sheet = table?.sheet;
  if (!table || !sheet) throw new Error("no table");
  const values = sheet.values.map((row) => row.map((value) => (value === "行政运行" ? "\u3000\u3000行政运行" : value)));
  const workbook = fullWorkbook(fullSheets);
  const indented = recogniseWorkbook({
    ...workbook,
    sheets: workbook.sheets.map((one) => (one.name === sheet.name ? { ...one, values } : one)),
  });
  const found = indented.tables.get("income");
  expect(found && find(gridOf(found, true).rows, "行政运行")).toMatchObject({ indent: 2, align: "left" });
});

describe("fitting", () => {
  const upright: Room = { width: 442, height: 638 };
  const side: Room = { width: 728, height: 442 };
  const fit = (key: TableKey) => fitTable(grid(key), upright, side, 90);

  test("a table of many columns lies on its side, one of few stands upright; both fill the width", () => {
    expect(fit("income").landscape).toBe(true);
    expect(fit("expenditure").landscape).toBe(false);
    for (const [key, width] of [
      ["income", side.width],
      ["expenditure", upright.width],
    ] as const)
      expect(fit(key).widths.reduce((sum, one) => sum + one, 0)).toBeCloseTo(width, 3);
  });

  test.each(["overview", "income", "expenditure", "fiscal", "general", "basic", "projects", "threePublic"] as const)(
    "no figure and no code of %s is broken: each has its width in its column",
    (key) => {
      const { rows, width } = grid(key);
      const { widths, size } = fit(key);
      for (const cells of rows.slice(grid(key).headingRows)) {
        if (cells.length !== width) continue;
        cells.forEach(({ text }, column) => {
          // Digits take half a letter's size in 宋体; there are 3 points on either side.
          if (/^[\d,.]+$/.test(text)) expect(text.length * size * 0.5 + 6).toBeLessThanOrEqual(widths[column] ?? 0);
        });
      }
    },
  );

  test("a table a little longer than its page is set smaller to stand on one", () => {
    const short = grid("overview");
    const row = short.rows.at(-1) ?? [];
    const long = (count: number) => ({ ...short, rows: [...short.rows, ...Array.from({ length: count }, () => row)] });
    const of = (count: number): number => fitTable(long(count), upright, side, 90).size;
    expect(of(0)).toBe(10.5);
    expect(of(20)).toBeLessThan(10.5);
    // Two pages in any size: as large as may be.
    expect(of(120)).toBe(10.5);
  });
});
