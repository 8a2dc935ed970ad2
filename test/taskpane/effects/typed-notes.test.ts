import { withNote } from "../../../src/checks/notes";
import { FINDINGS_SHEET } from "../../../src/render/findings-kept";
import { FINDINGS_HEADINGS } from "../../../src/render/findings-sheet";
import { withTyped } from "../../../src/taskpane/effects/typed-notes";
import type { PlainWorkbook } from "../../../src/workbook/plain";
import { finding } from "../samples";

const sheetSaying = (note: string, message = "表5!E27 ≠ 表4!E35"): PlainWorkbook => ({
  name: "a.xlsx",
  sheets: [
    {
      name: FINDINGS_SHEET,
      visibility: "visible",
      top: 0,
      left: 0,
      values: [[...FINDINGS_HEADINGS], [1, "不符", "表5!E27", message, 1219.43, 1219.53, "少 0.10", note, "X45"]],
      formats: [],
      formulas: [],
    },
  ],
});
const NOW = "2026-02-10T01:00:00.000Z";

describe("审核说明 typed on the sheet", () => {
  test("is taken in", () =>
    expect(withTyped({}, sheetSaying("口径不同"), [finding()], NOW)).toEqual(withNote({}, finding(), "口径不同", NOW)));
  test("speaks of nothing where the words, and so the figures, are others", () =>
    expect(withTyped({}, sheetSaying("口径不同", "表5!E27 ≠ 表4!E36"), [finding()], NOW)).toEqual({}));
  test("does not stand against what was written in the pane", () => {
    const own = withNote({}, finding(), "另有说明", NOW);
    expect(withTyped(own, sheetSaying("口径不同"), [finding()], NOW)).toEqual(own);
  });
  test("does not bring back what was taken back", () => {
    const gone = withNote({}, finding(), "", NOW);
    expect(withTyped(gone, sheetSaying("口径不同"), [finding()], NOW)).toEqual(gone);
  });
});
