import { readInputs } from "../../src/inputs/read";
import type { CellValue } from "../../src/workbook/plain";

const dated = (value: CellValue): string | undefined =>
  readInputs({
    name: "",
    sheets: [
      {
        name: "填报-基本信息",
        visibility: "visible",
        top: 0,
        left: 0,
        values: [
          ["项目", "内容"],
          ["编制日期", value],
        ],
        formats: [],
        formulas: [],
      },
    ],
  }).basics.get("编制日期")?.text;

// Excel counts 1 January 2026 as 46023.
test.each([
  [46023, "2026-01-01"],
  [46062.5, "2026-02-09"],
  ["2026年2月9日", "2026年2月9日"],
  [20260209, "20260209"],
  [2026, "2026"],
])("编制日期 %j is %s", (value, text) => expect(dated(value)).toBe(text));
