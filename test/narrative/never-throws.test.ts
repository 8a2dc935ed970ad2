import fc from "fast-check";
import { inputSheetDrafts } from "../../src/inputs/drafts";
import { readInputs } from "../../src/inputs/read";
import { narrate } from "../../src/narrative/narrate";
import { narrativeHtml } from "../../src/render/html";
import { narrativeText } from "../../src/render/text";
import type { CellValue, PlainWorkbook } from "../../src/workbook/plain";
import { recogniseWorkbook } from "../../src/book/recognise";
import { fullWorkbook } from "./full-workbook";

const junk: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constant(null),
  fc.string({ maxLength: 5 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant({ error: "#REF!" }),
  fc.constantFrom("合计", "总计", "-", "1,2,3", "２０２６年", "其中：", "\n\n", "201", "一、"),
);

const spoiled = (workbook: PlainWorkbook, edits: readonly (readonly [number, number, number, CellValue])[]): PlainWorkbook => ({
  ...workbook,
  sheets: workbook.sheets.map((sheet, index) => ({
    ...sheet,
    values: sheet.values.map((row, rowIndex) =>
      row.map(
        (value, column) =>
          edits.find(
            ([s, r, c]) =>
              s % workbook.sheets.length === index && r % sheet.values.length === rowIndex && c % Math.max(1, row.length) === column,
          )?.[3] ?? value,
      ),
    ),
  })),
});

test("whatever stands in a dozen cells, the narrative and the drafts are made, without a trace of the machinery", () => {
  const edit = fc.tuple(fc.nat(40), fc.nat(60), fc.nat(20), junk);
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      const workbook = spoiled(fullWorkbook(), edits);
      const recognised = recogniseWorkbook(workbook);
      const inputs = readInputs(workbook);
      const narrative = narrate(recognised, inputs);
      inputSheetDrafts(recognised, inputs);
      expect(narrativeHtml(narrative)).toContain("StartFragment");
      expect(narrativeText(narrative).replace(/[!-~]{6,}/g, "")).not.toMatch(/undefined|Infinity|\[object/);
      expect(narrative.sections).toHaveLength(
        new Map([
          ["2026-12", 13],
          ["2026-11", 12],
          ["2025-11", 12],
          ["2023-10", 11],
        ]).get(recognised.template.id ?? "") ?? 0,
      );
    }),
    { numRuns: 60 },
  );
});
