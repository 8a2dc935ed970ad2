import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { workbookFiles } from "../../src/cli/workbook-files";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "budget-files-"));
  mkdirSync(path.join(folder, "空"));
  mkdirSync(path.join(folder, "市直", "教育"), { recursive: true });
  for (const name of ["市直/b.xlsx", "市直/教育/a.pdf", "市直/教育/旧.doc", "市直/.~b.xlsx"]) writeFileSync(path.join(folder, name), "");
  for (const name of ["单位10.xlsx", "单位2.xlsx", "a.et", "~$单位2.xlsx", "说明.docx", "说明.txt", "[1].xls"])
    writeFileSync(path.join(folder, name), "");
});
afterAll(() => rmSync(folder, { recursive: true }));

it.each<[string, string[], string[]]>([
  ["files as given, whether they are there or not", ["单位2.xlsx", "没有.xlsx", "a.et"], ["单位2.xlsx", "没有.xlsx", "a.et"]],
  ["a pattern: those that match, by name and number", ["单位*.xlsx"], ["单位2.xlsx", "单位10.xlsx"]],
  ["a question mark: one letter", ["单位?.xlsx"], ["单位2.xlsx"]],
  [
    "a pattern takes workbooks and reports only, without what Excel leaves beside an open one",
    ["*"],
    ["[1].xls", "单位2.xlsx", "单位10.xlsx", "说明.docx", "a.et"],
  ],
  ["a pattern that nothing matches stays", ["无*.xlsx"], ["无*.xlsx"]],
  ["brackets mean themselves", ["[1].xls"], ["[1].xls"]],
  ["a folder without workbooks stays", ["空"], ["空"]],
  ["order as given", ["a.et", "单位*.xlsx"], ["a.et", "单位2.xlsx", "单位10.xlsx"]],
])("%s", async (_, given, wanted) => {
  const inFolder = (names: readonly string[]): string[] => names.map((name) => path.join(folder, name));
  expect((await workbookFiles(inFolder(given))).files).toEqual(inFolder(wanted));
});

// In the Chinese order Chinese names come before Latin ones.
it("a folder: the workbooks and reports in it, then those of its subfolders; what is neither is named", async () => {
  const { files, others } = await workbookFiles([folder]);
  expect(files.map((file) => path.relative(folder, file))).toEqual([
    "[1].xls",
    "单位2.xlsx",
    "单位10.xlsx",
    "说明.docx",
    "a.et",
    path.join("市直", "b.xlsx"),
    path.join("市直", "教育", "a.pdf"),
  ]);
  expect(others.map((file) => path.relative(folder, file))).toEqual(["说明.txt", path.join("市直", "教育", "旧.doc")]);
});
