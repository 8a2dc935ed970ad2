import { checkBook } from "../../src/book/check";
import { openBook } from "../../src/book/open";
import { recogniseWorkbook } from "../../src/book/recognise";
import { doubtedTables } from "../../src/checks/doubted";
import { cautioned } from "../../src/narrative/cautions";
import { narrate } from "../../src/narrative/narrate";
import type { Narrative } from "../../src/narrative/segments";
import { narrativeHtml } from "../../src/render/html";
import { narrativeText } from "../../src/render/text";
import type { TableKey } from "../../src/templates/define";
import type { CellValue, PlainWorkbook } from "../../src/workbook/plain";
import { sampleWorkbook } from "../browser/stage";
import { blockOf, scaled, tableOf } from "../checks/cause-cases";

/** The narrative warns of tables that the checks doubt, and of no other: before the text, never in it. */
function warned(workbook: PlainWorkbook): Narrative {
  const book = openBook(workbook);
  return cautioned(narrate(book.recognised, book.inputs), doubtedTables(book.recognised, checkBook(book)));
}

/** The titles of two tables in each other's place. */
function retitled(workbook: PlainWorkbook, one: TableKey, other: TableKey): PlainWorkbook {
  const recognised = recogniseWorkbook(workbook);
  const titles = [one, other].map((key) => tableOf(recognised, key).title);
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => {
      const at = titles.findIndex((title) => title?.cell.sheet === sheet.name);
      const [here, there] = [titles[at], titles[1 - at]];
      if (!here || !there) return sheet;
      const values = sheet.values.map((cells, row) =>
        cells.map((value, column): CellValue =>
          row + sheet.top === here.cell.row && column + sheet.left === here.cell.column ? there.text : value,
        ),
      );
      return { ...sheet, values, formulas: [] };
    }),
  };
}

let workbook: PlainWorkbook;
beforeAll(async () => {
  workbook = await sampleWorkbook();
});

describe("what the narrative says of doubted tables", () => {
  it.each(["2023-10.xlsx", "2025-11-unit.xlsx", "2026-11.xlsx", "2026-12.xlsx"])(
    "is nothing where nothing is doubted: %s",
    async (name) => {
      expect(warned(await sampleWorkbook([], name)).cautions).toEqual([]);
    },
  );

  it.each([
    ["income", "expenditure", "表2!A1“部门支出总体情况表”", "表3!A1“部门收入总体情况表”", "第二、三节要用这些表"],
    // Both are empty: their sections say so without a figure.
    ["funds", "stateCapital", "表8!A1“国有资本经营预算支出情况表”", "表9!A1“政府性基金预算支出情况表”", "第八、九节要用这些表"],
    ["overview", "fiscal", "表1!A1“财政拨款收支预算总体情况表”", "表4!A1“部门收支总体情况表”", "第一、四节要用这些表"],
  ] as const)("names the titles of %s and %s that stand exchanged, and both sections", (one, other, first, second, sections) => {
    const { cautions = [] } = warned(retitled(workbook, one, other));
    expect(cautions).toHaveLength(1);
    for (const said of [first, second, "互换", sections, "请先核对", "重新生成"]) expect(cautions[0]).toContain(said);
  });

  // 机关运行经费, of the thirteenth section, is the 公用经费 of 表6.
  it.each([
    ["general", "表5", "第五节要用这张表"],
    ["basic", "表6", "第六、十三节要用这张表"],
  ] as const)("names %s in 元 under 万元, and every section with a figure of it", (key, label, sections) => {
    const wrong = scaled(workbook, blockOf(tableOf(recogniseWorkbook(workbook), key)), 4);
    const { cautions = [] } = warned(wrong);
    expect(cautions).toHaveLength(1);
    for (const said of [label, "万元", sections]) expect(cautions[0]).toContain(said);
  });

  it("names a unit that nobody can convert", async () => {
    const { title } = tableOf(recogniseWorkbook(workbook), "general");
    const sheet = workbook.sheets.find(({ name }) => name === title?.cell.sheet);
    const row = sheet?.values.findIndex((cells) => cells.some((value) => typeof value === "string" && value.includes("单位：万元"))) ?? -1;
    const column = sheet?.values[row]?.findIndex((value) => typeof value === "string" && value.includes("单位：万元")) ?? -1;
    const { cautions = [] } = warned(await sampleWorkbook([[sheet?.name ?? "", row, column, "单位：千元"]]));
    expect(cautions.filter((caution) => caution.includes("千元") && caution.includes("第五节要用这张表"))).toHaveLength(1);
  });

  it("stands in no text that is copied or saved", () => {
    const { cautions = [], ...bare } = warned(retitled(workbook, "income", "expenditure"));
    expect(cautions).not.toEqual([]);
    const whole = { ...bare, cautions };
    expect(narrativeText(whole)).toBe(narrativeText(bare));
    expect(narrativeHtml(whole)).toBe(narrativeHtml(bare));
  });
});
