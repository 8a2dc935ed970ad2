/** Whatever this tool saves is what Excel's schemas allow, and another reader finds in it what was put in. */
import * as XLSX from "@e965/xlsx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { readFileSync } from "node:fs";
import { asPackage } from "../../../src/hosts/file/convert";
import { saveWorkbook, type WorkbookChanges } from "../../../src/hosts/file/save/save-workbook";
import { settingsDraft } from "../../../src/hosts/file/settings-sheet";
import { writeWorkbook } from "../../../src/hosts/file/write-workbook";
import type { DraftStyle, SheetDraft } from "../../../src/workbook/draft";
import { ooxmlFaults } from "../../support/ooxml-faults";

const sample = new Uint8Array(readFileSync("samples/2026-12.xlsx"));
const STYLES: readonly DraftStyle[] = [
  "title",
  "heading",
  "label",
  "input",
  "inputAmount",
  "amount",
  "percent",
  "note",
  "body",
  "error",
  "done",
  "blank",
];

/** Every kind of cell, text that XML cannot hold, and all that stands beside cells. */
const draft = (name: string): SheetDraft => ({
  name,
  columnWidths: [10, 20, 30],
  rows: [
    { cells: STYLES.map((style) => ({ value: style, style })), height: 30 },
    {
      cells: [
        { value: 1219.43, style: "amount" },
        { value: 3, style: "amount", formula: "=A2*2" },
        { value: null, style: "blank" },
      ],
    },
    {
      cells: [
        { value: "=1+1\u000b<&>\"'\ud83d\ude00\ufffe", style: "body" },
        { value: " 空 格 ", style: "label", link: { sheet: "表1", address: "A1" } },
      ],
    },
  ],
  frozenRows: 1,
  merges: [{ top: 3, left: 0, bottom: 3, right: 2 }],
  lists: [{ area: { top: 1, left: 2, bottom: 9, right: 2 }, values: ["是", "否"] }],
  landscape: true,
});

const changes: WorkbookChanges = {
  drafts: [
    { draft: draft("审核结果"), hidden: false },
    { draft: settingsDraft(new Map([["budget.notes", ["甲", { 乙: 1 }]]])), hidden: true },
  ],
  edits: new Map([
    [
      "表1",
      {
        cells: [
          { row: 4, column: 1, content: { kind: "value", value: 1219.53 } },
          { row: 5, column: 1, content: { kind: "value", value: "一\u000b二<&>" } },
          { row: 6, column: 1, content: { kind: "formula", formula: "=B5+1", value: null } },
          { row: 99, column: 30, content: { kind: "value", value: true } },
        ],
        widths: new Map([[1, 20]]),
        heights: new Map([[4, 25]]),
      },
    ],
  ]),
  marks: [
    { sheet: "表1", row: 4, column: 1, level: "error" },
    { sheet: "表2", row: 4, column: 1, level: "faint" },
  ],
  formulaAt: () => undefined,
};

const as = (bookType: XLSX.BookType): Uint8Array =>
  new Uint8Array(XLSX.write(XLSX.read(sample, { type: "array", cellStyles: true }), { type: "array", bookType }) as ArrayBuffer);
/** The file as another reader understands it. */
function reread(bytes: Uint8Array): (sheet: string, address: string) => unknown {
  const { Sheets } = XLSX.read(bytes, { type: "array", sheetStubs: true });
  return (sheet, address) => {
    const held = Sheets[sheet]?.[address] as XLSX.CellObject | undefined;
    return held?.f === undefined ? held?.v : `=${held.f}`;
  };
}

it("the judge of this test sees what is wrong", () => {
  const broken = (from: RegExp, to: string): string[] => {
    const parts = unzipSync(sample);
    const part = "xl/worksheets/sheet1.xml";
    return ooxmlFaults(zipSync({ ...parts, [part]: strToU8(strFromU8(parts[part] ?? new Uint8Array()).replace(from, to)) }));
  };
  expect(broken(/$^/, "")).toEqual([]);
  expect(broken(/(<dimension[^>]*>)(.*)(<\/worksheet>)/s, "$2$1$3").join()).toContain("dimension stands behind");
  expect(broken(/r="B5"/, 'r="B4"').join()).toContain("cell B4 in row 5");
  expect(broken(/<v>/, "<v>x").join()).toContain("points at text x");
});

it("sheets written as a workbook of their own", async () => {
  const bytes = await writeWorkbook([draft("甲"), draft("乙 '丙' 丁")]);
  expect(ooxmlFaults(bytes)).toEqual([]);
  const cell = reread(bytes);
  expect([cell("甲", "A2"), cell("甲", "B2"), cell("乙 '丙' 丁", "B3")]).toEqual([1219.43, "=A2*2", " 空 格 "]);
});

it.each<[string, () => Uint8Array, string]>([
  [".xlsx", () => sample, "表.xlsx"],
  [".xls", () => as("biff8"), "表.xls"],
  [".ods", () => as("ods"), "表.ods"],
  [
    "HTML",
    () => new TextEncoder().encode("<table><tr><td colspan=2>表</td></tr><tr><td>01</td><td>1,219.43</td></tr></table>"),
    "导出.xls",
  ],
])("%s, edited, with sheets and marks of this tool, saved and saved again", async (_, file, name) => {
  const opened = await asPackage(file(), name);
  expect(ooxmlFaults(opened)).toEqual([]);
  const once = await saveWorkbook(opened, changes);
  expect(ooxmlFaults(once)).toEqual([]);
  const twice = await saveWorkbook(once, changes);
  expect(ooxmlFaults(twice)).toEqual([]);
  const cell = reread(twice);
  expect(cell("审核结果", "B2")).toBe("=A2*2");
  const isPlain = name === "导出.xls";
  expect([cell("表1", "B5"), cell("表1", "B7"), cell("表1", "AE100")]).toEqual(
    isPlain ? [undefined, undefined, undefined] : [1219.53, "=B5+1", true],
  );
  // Written anew and not beside the old: nothing grows but by what the zip's own order makes of it.
  expect(Math.abs(twice.length - once.length)).toBeLessThan(200);
});
