import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { openExcelDoor } from "../../../src/hosts/excel/excel-door";
import { readWorkbookFile } from "../../../src/hosts/file/node";
import { SETTINGS_SHEET } from "../../../src/hosts/file/settings-sheet";
import { isCellError } from "../../../src/workbook/plain";
import type { PlainSheet, PlainWorkbook } from "../../../src/workbook/plain";
import { FIVE_MEGABYTES } from "../../excel/fake-excel";
import { openInNode } from "../../excel/in-node";
import { sheet, workbook } from "../../excel/samples";
import { AT_ONCE, problemOf } from "./support";

/** What every cell says, by address: shapes may differ between doors, cells may not. */
function cells(plain: PlainSheet): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  plain.values.forEach((row, r) => {
    row.forEach((value, c) => {
      if (value === null && plain.formulas[r]?.[c] === undefined) return;
      all[`${String(plain.top + r)},${String(plain.left + c)}`] = [
        isCellError(value) ? value.error : value,
        plain.formats[r]?.[c],
        plain.formulas[r]?.[c],
      ];
    });
  });
  return all;
}

const content = (plain: PlainWorkbook): unknown => plain.sheets.map((one) => [one.name, one.visibility, cells(one)]);

describe("reading a workbook from Excel", () => {
  it("takes three round trips for twelve tables and five 填报 sheets, and holds on to nothing", async () => {
    const tables = Array.from({ length: 12 }, (_, i) =>
      sheet(
        `表${String(i + 1)}`,
        Array.from({ length: 40 }, (__, r) => Array.from({ length: 10 }, (___, c) => r * c + 0.25)),
      ),
    );
    const inputs = Array.from({ length: 5 }, (_, i) => sheet(`填报-${String(i)}`, [["项目", "内容"]]));
    const fake = openInNode(workbook(...tables, ...inputs));
    const read = await openExcelDoor().read();
    expect(read.sheets).toHaveLength(17);
    expect(read.sheets[11]?.values[39]?.[9]).toBe(351.25);
    expect([fake.roundTrips, fake.releases, fake.heldReferences]).toEqual([3, 0, 0]);
  });

  it("leaves out the sheet on which the workbench keeps its settings", async () => {
    openInNode(
      workbook(sheet("表1", [[1]]), { ...sheet(SETTINGS_SHEET, [["budget.notes", "{}"]]), visibility: "veryHidden" }, sheet("表2", [[2]])),
    );
    const read = await openExcelDoor().read();
    expect(read.sheets.map(({ name, values }) => [name, values[0]?.[0]])).toEqual([
      ["表1", 1],
      ["表2", 2],
    ]);
  });

  it("learns which rows and columns are hidden, in a few trips more", async () => {
    const rows = Array.from({ length: 40 }, (_, r) => [r, r + 1, r + 2]);
    const hidden = { rows: [3, 4, 17, 39], columns: [1] };
    const fake = openInNode(workbook({ ...sheet("表1", rows), hidden }, sheet("表2", rows)));
    const read = await openExcelDoor().read();
    expect(read.sheets.map((one) => one.hidden)).toEqual([hidden, undefined]);
    // Three for what they hold, and one for each halving of forty rows.
    expect(fake.roundTrips).toBeLessThanOrEqual(3 + 6);
  });

  it("takes no more for a hundred sheets", async () => {
    const fake = openInNode(workbook(...Array.from({ length: 100 }, (_, i) => sheet(`单位${String(i)}`, [["合计", i]]))));
    await openExcelDoor().read();
    expect(fake.roundTrips).toBe(3);
  });

  it("keeps place, blanks, text, errors, formats and formulas apart", async () => {
    const source = sheet(
      "表5",
      [
        ["合计", 1219.43, null, "#REF!"],
        [null, { error: "#REF!" }, true, ""],
        ["=不是公式", 0, 3, null],
      ],
      {
        top: 4,
        left: 2,
        formats: [[undefined, "#,##0.00"], [], [undefined, undefined, "@"]],
        formulas: [[undefined, "=SUM(D6:D7)"], [undefined, undefined, undefined, '=""'], []],
      },
    );
    openInNode(workbook(source));
    const [read] = (await openExcelDoor().read()).sheets;
    expect(read).toEqual({
      name: "表5",
      visibility: "visible",
      top: 4,
      left: 2,
      values: [
        ["合计", 1219.43, null, "#REF!"],
        [null, { error: "#REF!" }, true, ""],
        ["=不是公式", 0, 3],
      ],
      formats: [[undefined, "#,##0.00", undefined, undefined], [], [undefined, undefined, "@"]],
      formulas: [[undefined, "=SUM(D6:D7)", undefined, undefined], [undefined, undefined, undefined, '=""'], []],
    });
  });

  it("reads hidden, very hidden and protected sheets of a read-only workbook without complaint", async () => {
    const fake = openInNode(
      workbook(sheet("表1", [[1]]), sheet("表2", [[2]], { visibility: "hidden" }), sheet("表3", [[3]], { visibility: "veryHidden" })),
    );
    for (const one of fake.workbook.sheets) one.protected = true;
    fake.workbook.structureProtected = true;
    fake.workbook.readOnly = true;
    const read = await openExcelDoor().read();
    expect(read.sheets.map((one) => [one.name, one.visibility, one.values])).toEqual([
      ["表1", "visible", [[1]]],
      ["表2", "hidden", [[2]]],
      ["表3", "veryHidden", [[3]]],
    ]);
  });

  it("gives blank sheets no cells", async () => {
    openInNode(workbook(sheet("空", []), sheet("只有格式", [[null]], { formats: [["0.00"]] })));
    const read = await openExcelDoor().read();
    expect(read.sheets.map((one) => one.values)).toEqual([[], []]);
    expect(read.name).toBe("预算.xlsx");
  });

  it("reads a large sheet in answers under 5 MB and reports how far it is", async () => {
    const wide = "万元以上的项目支出".repeat(3);
    const fake = openInNode(
      workbook(
        sheet(
          "明细",
          Array.from({ length: 8000 }, (_, r) => [wide, r, r + 0.5, wide, null, r, r, r, r, r, r, "完"]),
        ),
        sheet("表1", [["收入", 1]]),
      ),
    );
    const done: number[] = [];
    const read = await openExcelDoor().read({ onProgress: (part) => done.push(part) });
    expect(read.sheets[0]?.values).toHaveLength(8000);
    expect(read.sheets[0]?.values[7999]).toEqual([wide, 7999, 7999.5, wide, null, 7999, 7999, 7999, 7999, 7999, 7999, "完"]);
    expect(read.sheets[1]?.values).toEqual([["收入", 1]]);
    expect(fake.largestResponse).toBeLessThan(FIVE_MEGABYTES);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.length).toBeGreaterThan(1);
    expect(done[done.length - 1]).toBe(1);
  });

  it("asks for less when an answer is too large", async () => {
    const fake = openInNode(
      workbook(
        sheet(
          "表1",
          Array.from({ length: 64 }, (_, r) => [r, "字".repeat(200)]),
        ),
        sheet("表2", [[7]]),
      ),
    );
    fake.responseLimit = 4000;
    const read = await openExcelDoor().read();
    expect(read.sheets[0]?.values.map((row) => row[0])).toEqual(Array.from({ length: 64 }, (_, r) => r));
    expect(read.sheets[1]?.values).toEqual([[7]]);
  });

  it("says so when even one row is too large", async () => {
    const fake = openInNode(workbook(sheet("表1", [["字".repeat(3000)]])));
    fake.responseLimit = 4000;
    expect(await problemOf(openExcelDoor().read())).toMatchObject({
      kind: "unsupported",
      message: expect.stringContaining("网页工作台") as string,
    });
  });

  it("reads a few entries far below each other, and says where to look when one is unreasonably far away", async () => {
    const fake = openInNode(workbook(sheet("表1", [["收入", 1]])));
    fake.sheet("表1").ensure(200_000, 1).value = 5;
    const [read] = (await openExcelDoor().read()).sheets;
    expect(read?.values[200_000]).toEqual([null, 5]);
    fake.sheet("表1").ensure(1_048_575, 16_383).value = "x";
    expect(await problemOf(openExcelDoor().read())).toEqual({
      kind: "unsupported",
      message:
        "工作表“表1”的内容一直到 XFD1048576，无法整张读取，多半是表格以外的远处有多余的内容。请在该表按 Ctrl+End 找到最后一格，删除表格以外的行和列，保存后再点一次。",
    });
  });

  it("stops when cancelled, between round trips", async () => {
    const fake = openInNode(
      workbook(
        sheet(
          "明细",
          Array.from({ length: 30_000 }, (_, r) => [r, r, r]),
        ),
      ),
    );
    const cancel = new AbortController();
    const problem = await problemOf(openExcelDoor().read({ signal: cancel.signal, onProgress: () => cancel.abort() }));
    expect(problem.kind).toBe("cancelled");
    expect(fake.roundTrips).toBe(3);
  });

  it("waits for a workbook that is still being opened", async () => {
    const fake = openInNode(workbook(sheet("表1", [[1]])));
    fake.hold();
    const reading = openExcelDoor().read();
    setTimeout(() => fake.resume(), 20);
    expect((await reading).sheets[0]?.values).toEqual([[1]]);
  });
});

const shared = join(__dirname, "../../../../shared/workbooks");
const real = existsSync(shared) ? readdirSync(shared).filter((name) => name.endsWith(".xlsx")) : [];

(real.length > 0 ? describe : describe.skip)("real workbooks", () => {
  it.each(real)("%s reads the same through Excel as from the file, in three round trips", async (name) => {
    const file = await readWorkbookFile(join(shared, name));
    const fake = openInNode(file);
    const read = await openExcelDoor(AT_ONCE).read();
    expect(content(read)).toEqual(content(file));
    expect(fake.roundTrips).toBe(3);
  });
});
