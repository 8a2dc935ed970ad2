import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { strToU8, zipSync } from "fflate";
import { workbookFiles } from "../../src/cli/workbook-files";
import { passedOverWords } from "../../src/hosts/file/among-files";
import { readBytes } from "../../src/hosts/file/node";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "budget-files-"));
  mkdirSync(path.join(folder, "空"));
  mkdirSync(path.join(folder, "市直", "教育"), { recursive: true });
  for (const name of ["市直/b.xlsx", "市直/教育/a.pdf", "市直/教育/旧.doc", "市直/.~b.xlsx"]) writeFileSync(path.join(folder, name), "");
  for (const name of ["单位10.xlsx", "单位2.xlsx", "a.et", "~$单位2.xlsx", "说明.docx", "说明.txt", "[1].xls", "部门预算公开审核 (1).xlsx"])
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
    ["[1].xls", "单位2.xlsx", "单位10.xlsx", "说明.docx", "说明.txt", "a.et"],
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
    "说明.txt",
    "a.et",
    path.join("市直", "b.xlsx"),
    path.join("市直", "教育", "a.pdf"),
  ]);
  expect(others.map((file) => path.relative(folder, file))).toEqual(["部门预算公开审核 (1).xlsx", path.join("市直", "教育", "旧.doc")]);
});

it("an archive: what lies in it, as if it were a folder, by itself and among others; one that cannot be looked into stays", async () => {
  const within = path.join(folder, "压缩");
  mkdirSync(within);
  writeFileSync(
    path.join(within, "甲局.zip"),
    zipSync({ "甲局/表.xlsx": strToU8("x"), "甲局/旧.doc": strToU8("x"), "__MACOSX/._表.xlsx": strToU8("x") }),
  );
  writeFileSync(path.join(within, "断了.zip"), zipSync({ "表.xlsx": strToU8("x") }).subarray(0, 40));
  // A workbook under another name.
  writeFileSync(path.join(within, "表.zip"), zipSync({ "[Content_Types].xml": strToU8("<Types/>") }));
  const inside = path.join(within, "甲局.zip", "甲局", "表.xlsx");
  expect(await workbookFiles([within])).toEqual({
    files: [path.join(within, "表.zip"), path.join(within, "断了.zip"), inside],
    others: [path.join(within, "甲局.zip", "甲局", "旧.doc")],
  });
  expect((await workbookFiles([path.join(within, "甲局.zip")])).files).toEqual([inside]);
  expect(Buffer.from(readBytes(inside)).toString()).toBe("x");
  rmSync(within, { recursive: true });
});

it("what is not read is named by kind, with what to do", () => {
  expect(
    passedOverWords(
      [
        "a/旧.doc",
        "打包.rar",
        "1.jpg",
        "2.jpg",
        "3.jpg",
        "4.jpg",
        "5.jpg",
        "6.jpg",
        "审核意见.json",
        "x.lnk",
        "甲局2026年审核意见（2）.docx",
      ],
      "校验",
    ),
  ).toBe(
    "另有 11 个文件没有校验。本工具写出的结果（甲局2026年审核意见（2）.docx）：不用核对；旧式文档（a/旧.doc）：请用 Word 或 WPS 打开，另存为 .docx；压缩包（打包.rar）：请先解压；" +
      "图片（1.jpg、2.jpg、3.jpg、4.jpg、5.jpg等 6 个）：请向原单位索取能复制文字的 Word 或 PDF；" +
      "审核台存下的意见（审核意见.json）：命令行里用 --decisions 读入；其他（x.lnk）：不是工作簿或报告。",
  );
  expect(passedOverWords([], "校验")).toBe("");
});
