import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { subjects } from "../../src/cli/subjects";
import { readWorkbookFile } from "../../src/hosts/file/node";
import { writeWorkbook } from "../../src/hosts/file/write-workbook";
import { templateDrafts } from "../../src/book/blank-workbook";
import { readSubjectSheet } from "../../src/workbook/subject-sheet";

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), "budget-subjects-"))));
afterEach(() => rmSync(folder, { recursive: true }));

async function run(files: readonly string[], output: string | null): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const code = await subjects(
    { colour: false, out: (text) => (out += text), err: (text) => (err += text) },
    { name: "subjects", files, output },
  );
  return { code, out, err };
}

test("what is collected can be loaded, and what cannot be read is said", async () => {
  const file = path.join(folder, "预算公开表.xlsx");
  writeFileSync(file, await writeWorkbook(templateDrafts({ year: 2026, kind: "部门", tables: 12 })));
  const output = path.join(folder, "科目表.xlsx");
  const { code, out } = await run([file], output);
  expect([code, out]).toEqual([0, expect.stringContaining("已从 1 个工作簿收集") as string]);
  const list = readSubjectSheet(await readWorkbookFile(output));
  expect(list?.problems).toEqual([]);
  expect(list?.subjects.find(({ code: own }) => own === "210")).toMatchObject({ name: "卫生健康支出", years: { from: 2026, until: 2026 } });
  const other = await run([file, path.join(folder, "没有.xlsx")], null);
  expect(other.code).toBe(2);
  expect(other.out).toMatch(/^编码 +名称 +年度\n201 +一般公共服务支出 +2026\n/);
  expect(other.err).toContain("没有.xlsx");
});
