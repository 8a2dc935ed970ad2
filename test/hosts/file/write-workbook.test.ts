import * as XLSX from "@e965/xlsx";
import { writeWorkbook } from "../../../src/hosts/file/write-workbook";
import type { SheetDraft } from "../../../src/workbook/draft";

const draft: SheetDraft = {
  name: "填报-上年对比",
  columnWidths: [12, 40],
  rows: [
    {
      cells: [
        { value: "类别", style: "heading" },
        { value: "主要原因", style: "heading" },
      ],
      height: 24,
    },
    {
      cells: [
        { value: '=HYPERLINK("http://x")', style: "input" },
        { value: "+1", style: "input" },
      ],
    },
    {
      cells: [
        { value: "-2", style: "input" },
        { value: "@SUM(A1)", style: "input" },
      ],
    },
    {
      cells: [
        { value: 41.84, style: "amount", formula: "=1157.43-1115.59" },
        { value: 0.0375, style: "percent" },
      ],
    },
    {
      cells: [
        { value: "表5!E27", style: "label", link: { sheet: "填报-上年对比", address: "A4" } },
        { value: null, style: "blank" },
      ],
    },
  ],
  frozenRows: 1,
  merges: [{ top: 4, left: 0, bottom: 4, right: 1 }],
  lists: [{ area: { top: 1, left: 0, bottom: 2, right: 0 }, values: ["部门", "单位"] }],
  landscape: true,
};

/** Held against another library's reader. */
const written = async (): Promise<XLSX.WorkBook> => XLSX.read(await writeWorkbook([draft]), { cellNF: true, cellStyles: true });
const sheet = async (): Promise<Record<string, XLSX.CellObject>> =>
  (await written()).Sheets[draft.name] as unknown as Record<string, XLSX.CellObject>;

it.each([
  ["A2", '=HYPERLINK("http://x")'],
  ["B2", "+1"],
  ["A3", "-2"],
  ["B3", "@SUM(A1)"],
])("%s: a text that looks like a formula is text", async (address, text) => {
  const cell = (await sheet())[address];
  expect([cell?.t, cell?.v, cell?.f]).toEqual(["s", text, undefined]);
});

it("our own formula is a formula with its known result", async () => {
  const cell = (await sheet())["A4"];
  expect([cell?.f, cell?.v, cell?.z]).toEqual(["1157.43-1115.59", 41.84, "#,##0.00"]);
});

it("percentages, merges, widths and links arrive", async () => {
  const book = await written();
  const got = book.Sheets[draft.name] as XLSX.WorkSheet;
  expect((got["B4"] as XLSX.CellObject).z).toBe("0.00%");
  expect(got["!merges"]).toEqual([{ s: { r: 4, c: 0 }, e: { r: 4, c: 1 } }]);
  expect(got["!cols"]?.map((column) => Math.round(column.width ?? 0))).toEqual([12, 40]);
  expect((got["A5"] as XLSX.CellObject).l?.Target).toBe("#'填报-上年对比'!A4");
});

it("the same drafts give the same bytes", async () => {
  expect(await writeWorkbook([draft])).toEqual(await writeWorkbook([draft]));
});
