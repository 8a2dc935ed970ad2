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
  const all = figures(fullWorkbook());
  const percentages = all.filter(({ text }) => text.endsWith("%"));
  expect([all.length > 100, percentages.length > 30]).toEqual([true, true]);
  const uncited = all.filter(({ cells }) => cells.length === 0);
  expect(uncited.length).toBeLessThan(all.length / 10);
  expect(uncited.filter(({ working }) => !/没有这一科目|没有数据|没有非财政/.test(working))).toEqual([]);
  expect(percentages.filter(({ working }) => !/÷|上年为0/.test(working))).toEqual([]);
});

test("changing a cell changes figures that name it among their cells, and no other", () => {
  const before = fullWorkbook();
  // 基本支出 of the total row.
  const sheet = before.sheets.find(({ name }) => name === "表3");
  const row = sheet?.values.findIndex((cells) => cells.includes("总计")) ?? -1;
  const column = sheet?.values[row]?.indexOf(95) ?? -1;
  expect([row, column].every((at) => at >= 0)).toBe(true);
  const sheets = before.sheets.map((one) =>
    one === sheet
      ? { ...one, values: one.values.map((cells, r) => cells.map((value, c) => (r === row && c === column ? 96 : value))) }
      : one,
  );
  const [old, now] = [figures(before), figures({ ...before, sheets })];
  expect(now).toHaveLength(old.length);
  const changed = old.filter((figure, index) => figure.text !== now[index]?.text);
  const names = ({ cells }: (typeof old)[number]): boolean =>
    cells.some((cell) => cell.sheet === "表3" && cell.row === row && cell.column === column);
  // 三、基本支出: the amount itself, its share, its change and the rate of it.
  expect(changed.length).toBeGreaterThanOrEqual(4);
  expect(changed.filter((figure) => !names(figure))).toEqual([]);
});
