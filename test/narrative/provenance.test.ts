import { Exact } from "../../src/amount/exact";
import { readAmountText } from "../../src/amount/read-text";
import type { Segment } from "../../src/narrative/segments";
import type { PlainWorkbook } from "../../src/workbook/plain";
import { fullWorkbook } from "./full-workbook";
import { narrated } from "./support";

const figures = (workbook: PlainWorkbook): readonly Extract<Segment, { kind: "figure" }>[] =>
  narrated(workbook).sections.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ segments }) => segments.filter((segment) => segment.kind === "figure")),
  );

const valueAt = (workbook: PlainWorkbook, sheet: string, row: number, column: number): string => {
  const value = workbook.sheets.find(({ name }) => name === sheet)?.values[row]?.[column];
  return typeof value === "number" || typeof value === "string" ? String(value) : "";
};

test("a figure of one cell says what that cell says", () => {
  const workbook = fullWorkbook();
  const single = figures(workbook).filter(({ cells, text }) => cells.length === 1 && !text.endsWith("%"));
  expect(single.length).toBeGreaterThan(40);
  for (const { text, cells } of single) {
    const [cell] = cells;
    const value = cell ? valueAt(workbook, cell.sheet, cell.row, cell.column) : "";
    const stated = value === "" ? Exact.zero : (readAmountText(value) as { value: Exact }).value;
    const printed = (readAmountText(text) as { value: Exact }).value;
    // The one figure of the fixture that is stated in 元.
    expect([printed.toString(), printed.shifted(4).toString()]).toContain(stated.toString());
  }
});

test("every figure has its cells, save counts that nothing stands for, and derived ones their working", () => {
  for (const figure of figures(fullWorkbook())) {
    if (!/没有这一科目|没有数据|没有非财政/.test(figure.working)) expect(figure.cells.length).toBeGreaterThan(0);
    if (figure.text.endsWith("%")) expect(figure.working).toMatch(/÷|上年为0/);
  }
});

test("changing a cell changes exactly the figures that name it among their cells", () => {
  const before = fullWorkbook();
  const sheets = before.sheets.map((sheet) =>
    sheet.name === "表3"
      ? { ...sheet, values: sheet.values.map((row) => row.map((value) => (row.includes("总计") && value === 95 ? 96 : value))) }
      : sheet,
  );
  const [old, now] = [figures(before), figures({ ...before, sheets })];
  const changed = old.flatMap((figure, index) => (figure.text === now[index]?.text ? [] : [figure]));
  expect(changed.length).toBeGreaterThan(2);
  for (const { cells } of changed) expect(cells.some(({ sheet }) => sheet === "表3")).toBe(true);
});
