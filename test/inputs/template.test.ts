import { draftSheet } from "../../src/hosts/file/draft-sheet";
import { templateDrafts } from "../../src/book/blank-workbook";
import { recogniseWorkbook } from "../../src/book/recognise";

describe.each([
  [12, "部门", "2026-12"],
  [11, "单位", "2026-11"],
] as const)("a blank workbook of %s tables for a %s", (tables, kind, variant) => {
  const drafts = templateDrafts({ year: 2027, kind, tables });
  const recognised = recogniseWorkbook({ name: "t", sheets: drafts.map((draft) => draftSheet(draft)) });

  test("holds the tables of its template, every column found, and the five 填报 sheets", () => {
    expect(recognised).toMatchObject({ template: { id: variant }, year: 2027, organisationKind: kind, missing: [], unit: "万元" });
    expect(recognised.tables.size).toBe(tables);
    for (const { facts } of recognised.tables.values()) expect([facts.missingColumns, facts.unknownColumns]).toEqual([[], []]);
    expect(drafts.slice(tables).map(({ name }) => name)).toEqual(["填报-基本信息", "填报-上年对比", "填报-文字说明", "填报-项目说明", "填报-其他事项"]);
  });

  test("every table has its total, as formulas over its rows", () => {
    for (const table of recognised.tables.values()) {
      const total = table.total();
      expect([table.label, total?.kind]).toEqual([table.label, "total"]);
      for (const [key] of table.columns) {
        const cell = total && table.cell(total, key);
        const side = table.spec.columns[key]?.side;
        if (cell && side !== "left") expect(drafts.find(({ name }) => name === cell.sheet)?.rows[cell.row]?.cells[cell.column]?.formula).toMatch(/^=(?:SUM|SUMPRODUCT)\(/);
      }
    }
  });

  test("merged areas lie within their sheet and do not overlap", () => {
    for (const { merges, rows } of drafts) {
      const seen = new Set<string>();
      for (const { top, left, bottom, right } of merges) {
        expect(bottom).toBeLessThan(rows.length);
        for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) {
          expect(seen.has(`${String(row)},${String(column)}`)).toBe(false);
          seen.add(`${String(row)},${String(column)}`);
        }
      }
    }
  });
});
