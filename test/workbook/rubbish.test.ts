import fc from "fast-check";
import { tableSpecs } from "../support/xinjiang";
import { normalise } from "../../src/text/wording";
import type { CellValue, PlainSheet, PlainWorkbook } from "../../src/workbook/plain";
import { recogniseWorkbook } from "../../src/book/recognise";
import type { Recognised, Row, Table } from "../../src/workbook/recognised";
import { depth } from "../support/depth";
import { documents } from "./perturbed/document";
import { combinations, published, type Layout } from "./perturbed/layout";
import { render } from "./perturbed/render";

const RUNS = { grids: depth(1000, 300), truncated: depth(900, 250), sheets: depth(300, 80) };
const SEED = 3;

const NOT_AMOUNTS: readonly CellValue[] = [
  2026,
  "2026",
  "2026年",
  "2026年2月10日",
  46063,
  20260210,
  13999112233,
  "0998-1234567",
  2123456,
  "第3页",
  1,
  7,
  "12",
  201,
  "20103",
  "2010301",
  true,
  { error: "#REF!" },
];
const words = [
  ...new Set(
    tableSpecs.flatMap((spec) => [
      ...Object.values(spec.columns).flatMap((column) => column.heads),
      ...spec.marks,
      ...spec.labelHeads,
      ...Object.values(spec.lines).flatMap((line) => line.labels),
    ]),
  ),
];
const structure = [
  "类",
  "款",
  "项",
  "科目编码",
  "科目代码",
  "科目名称",
  "功能分类",
  "项目",
  "项目名称",
  "收入",
  "支出",
  "总计",
  "合计",
  "※",
  "栏次",
  "备注",
  "单位：万元",
  "单位：元",
  "编制部门：某局",
  "注：略。",
  "填表人：",
];
const titles = tableSpecs.flatMap((spec) => spec.titles.map((title) => title.replace("{部门}", "部门")));

const rubbishCell = (texts: readonly string[]): fc.Arbitrary<CellValue> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    { weight: 4, arbitrary: fc.constantFrom(...texts) },
    { weight: 3, arbitrary: fc.constantFrom(...NOT_AMOUNTS) },
    { weight: 2, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e7, max: 1e7 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom("201", "20103", "2010301", "301", "30101", "行政运行", "1, 221. 42", "—", "（3.50）", "12万元"),
    },
    { weight: 1, arbitrary: fc.string({ maxLength: 12, unit: "grapheme" }) },
  );

const grid = (texts: readonly string[]): fc.Arbitrary<PlainSheet> =>
  fc
    .record({
      name: fc.constantFrom("Sheet1", "表1", "表5", "GK07", "7.一般公共预算项目支出情况表", "目录", "三公经费"),
      top: fc.nat(4),
      left: fc.nat(4),
      values: fc.array(fc.array(rubbishCell(texts), { maxLength: 9 }), { maxLength: 24 }),
    })
    .map((sheet) => ({ ...sheet, visibility: "visible", formats: [], formulas: [] }));

const leading: Readonly<Record<string, readonly string[]>> = {
  coded: ["科目编码", "科目名称"],
  projects: ["类", "款", "项", "科目名称", "项目名称"],
  named: ["项目名称"],
  lines: ["“三公”经费支出内容"],
  panels: ["项目"],
};

/** Headings of a table, some lost and some out of place, over rubbish: near enough to be taken for the table. */
const headedGrid: fc.Arbitrary<PlainSheet> = fc
  .record({
    spec: fc.constantFrom(...tableSpecs),
    titled: fc.boolean(),
    lost: fc.array(fc.nat(12), { maxLength: 2 }),
    stray: fc.option(fc.record({ at: fc.nat(8), word: fc.constantFrom(...structure, ...words) })),
    sheet: grid([...structure, ...words]),
  })
  .map(({ spec, titled, lost, stray, sheet }) => {
    const own = Object.values(spec.columns).map((column) => column.heads[0] ?? "");
    const left = spec.layout === "panels" ? [own[0] ?? "", "功能分类", ...own.slice(1)] : own;
    const headings: CellValue[] = [...(leading[spec.layout] ?? []), ...left].filter((_, index) => !lost.includes(index));
    if (stray) headings.splice(stray.at, 0, stray.word);
    const title = spec.titles[0]?.replace("{部门}", "部门") ?? "";
    return { ...sheet, values: [...(titled ? [[title]] : []), headings, ...sheet.values] };
  });

interface ReadAmount {
  readonly table: Table;
  readonly row: Row;
  readonly key: string;
  /** Indexes into the sheet's values. */
  readonly at: readonly [number, number];
}

function amountsOf(found: Recognised): ReadAmount[] {
  return [...found.tables.values()].flatMap((table) =>
    table.rows.flatMap((row) =>
      [...table.columns.values()].flatMap((column): ReadAmount[] =>
        table.read(row, column.key)?.kind === "amount"
          ? [{ table, row, key: column.key, at: [row.position - table.sheet.top, column.position - table.sheet.left] }]
          : [],
      ),
    ),
  );
}

/** An amount stands under a heading of its own column, on a row that says what it is. */
function standsWhereAmountsStand({ table, row, key, at: [r, c] }: ReadAmount): boolean {
  const heads = new Set((table.spec.columns[key]?.heads ?? []).map(normalise));
  const above = table.sheet.values.slice(0, r).map((cells) => cells[c]);
  const headed = above.some((cell) => typeof cell === "string" && heads.has(normalise(cell).replace(/\((?:单位:)?(?:万元|元)\)$/, "")));
  const named = (table.sheet.values[r] ?? []).some(
    (cell, column) => column !== c && cell !== null && /[\p{L}\d]/u.test(String(typeof cell === "object" ? "" : cell)),
  );
  return headed && named && row.kind !== "other";
}

const workbookOf = (...sheets: readonly PlainSheet[]): PlainWorkbook => ({ name: "a.xlsx", sheets });

test("random grids never throw, and amounts stand only under their heading on a row with a name", () => {
  let withAmounts = 0;
  fc.assert(
    fc.property(fc.array(fc.oneof(grid([...words, ...structure, ...titles]), headedGrid), { minLength: 1, maxLength: 3 }), (sheets) => {
      const amounts = amountsOf(recogniseWorkbook(workbookOf(...sheets)));
      if (amounts.length > 0) withAmounts++;
      expect(amounts.filter((amount) => !standsWhereAmountsStand(amount))).toEqual([]);
    }),
    { numRuns: RUNS.grids, seed: SEED },
  );
  // Rubbish in which nothing is found would prove nothing.
  expect(withAmounts).toBeGreaterThan(RUNS.grids / 20);
});

const layouts = combinations(60, 7).filter((layout) => layout.extraSheets === "none" || layout.extraSheets === "list");

interface Damage {
  readonly layout: Layout;
  readonly document: number;
  readonly cut: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  readonly lost: readonly number[];
  readonly planted: readonly { readonly row: number; readonly column: number; readonly value: CellValue }[];
}

const damage: fc.Arbitrary<Damage> = fc.record({
  layout: fc.constantFrom(published, ...layouts),
  document: fc.nat(documents.length - 1),
  cut: fc.record({ top: fc.nat(7), bottom: fc.nat(12), left: fc.nat(3), right: fc.nat(3) }),
  lost: fc.array(fc.nat(40), { maxLength: 4 }),
  planted: fc.array(fc.record({ row: fc.nat(60), column: fc.nat(12), value: fc.constantFrom(...NOT_AMOUNTS) }), { maxLength: 8 }),
});

/** Cuts rows and columns off a sheet, loses some in the middle and plants numbers that are no amounts in cells without any. */
function damaged<T>(rows: readonly (readonly T[])[], { cut, lost }: Damage): T[][] {
  return rows
    .slice(cut.top, rows.length - cut.bottom)
    .filter((_, index) => !lost.includes(index))
    .map((row) => row.slice(cut.left, cut.right === 0 ? undefined : -cut.right));
}

test("truncated tables with years, codes, row numbers and telephone numbers between never yield one of them as an amount", () => {
  fc.assert(
    fc.property(damage, (how) => {
      const document = documents[how.document];
      if (!document) return;
      const { workbook, amountCells } = render(document, how.layout);
      const flags = new Map([...amountCells].map(([name, cells]) => [name, damaged(cells, how)]));
      const sheets = workbook.sheets.map((sheet): PlainSheet => {
        const values = damaged(sheet.values, how);
        const own = flags.get(sheet.name);
        for (const { row, column, value } of how.planted) {
          const cells = values[row];
          // A blank row with a code and a number would be a row of the table to any reader.
          if (cells && own?.[row]?.[column] === false && cells.some((cell) => cell !== null)) cells[column] = value;
        }
        return { ...sheet, values, formats: [] };
      });
      const found = recogniseWorkbook(workbookOf(...sheets));
      expect(
        amountsOf(found)
          .filter(({ table, at: [r, c] }) => flags.get(table.sheet.name)?.[r]?.[c] !== true)
          .map(({ table, key, at }) => [table.label, key, at, table.sheet.values[at[0]]]),
      ).toEqual([]);
    }),
    { numRuns: RUNS.truncated, seed: SEED },
  );
});

test("rubbish sheets beside the tables change nothing", () => {
  const document = documents[0];
  if (!document) throw new Error("no samples");
  const { workbook } = render(document, published);
  const said = (found: Recognised): unknown =>
    amountsOf(found).map(({ table, row, key, at }) => [table.label, row.name, key, at, table.sheet.name]);
  const alone = said(recogniseWorkbook(workbook));
  const beside = grid([...words, ...structure]).map((sheet) => ({ ...sheet, name: "草稿" }));
  fc.assert(
    fc.property(beside, beside, (before, after) => {
      expect(said(recogniseWorkbook({ ...workbook, sheets: [before, ...workbook.sheets, after] }))).toEqual(alone);
    }),
    { numRuns: RUNS.sheets, seed: SEED },
  );
});
