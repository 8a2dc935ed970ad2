import { openBook } from "../book/open";
import { DoorProblem } from "../hosts/door";
import { readWorkbookFile } from "../hosts/file/node";
import { writeWorkbook } from "../hosts/file/write-workbook";
import { subjectSheet } from "../render/subject-sheet";
import { collectSubjects, type Collected } from "../workbook/collect-subjects";
import type { Recognised } from "../workbook/recognised";
import { SUBJECT_HEADINGS, yearsText } from "../workbook/subject-sheet";
import type { Command } from "./arguments";
import { saveNew } from "./save";
import { aligned, faultMessage, oneLine, progress, type Terminal } from "./terminal";
import { workbookFiles } from "./workbook-files";

/** The workbook's tables; null, and said, where it cannot be read or holds none. */
async function tablesOf(terminal: Terminal, file: string): Promise<Recognised | null> {
  try {
    const { recognised } = openBook(await readWorkbookFile(file));
    if (recognised.tables.size > 0 && !recognised.isFinalAccounts) return recognised;
    terminal.err(`${oneLine(file)}：没有认出预算公开表，没有收集。\n`);
  } catch (error) {
    terminal.err(`${oneLine(file)}：${error instanceof DoorProblem ? error.message : faultMessage("读取", file, error)}\n`);
  }
  return null;
}

/** What the workbooks do not agree on, for a person to settle. */
function disputedText({ disputed }: Collected): string {
  if (disputed.length === 0) return "";
  const lines = disputed.map(({ code, names }) => `  ${code}：${names.map((name) => oneLine(name)).join("、")}`);
  return `有 ${String(disputed.length)} 个编码各文件名称不同，没有收入，请对照当年《政府收支分类科目》自己补上：\n${lines.join("\n")}\n`;
}

/** Writes, or prints, a 科目表 of the code-name pairs that the workbooks agree on. */
export async function subjects(terminal: Terminal, { files: given, output }: Extract<Command, { name: "subjects" }>): Promise<0 | 2> {
  const { files } = await workbookFiles(given);
  const report = progress(terminal, files.length, "收集");
  const books: Recognised[] = [];
  for (const [i, file] of files.entries()) {
    report(i, file);
    const book = await tablesOf(terminal, file);
    if (book) books.push(book);
  }
  if (books.length === 0) return 2;
  const collected = collectSubjects(books);
  if (output === null)
    terminal.out(
      `${aligned([SUBJECT_HEADINGS, ...collected.subjects.map(({ code, name, years }) => [code, oneLine(name), yearsText(years)])]).join("\n")}\n`,
    );
  else {
    await saveNew(output, await writeWorkbook([subjectSheet(collected.subjects)]));
    terminal.out(
      `已从 ${String(books.length)} 个工作簿收集 ${String(collected.subjects.length)} 行科目，写入“${oneLine(output)}”。把其中的工作表“科目表”复制到预算公开表的工作簿里，校验时就先用它。\n`,
    );
  }
  terminal.err(disputedText(collected));
  return books.length < files.length ? 2 : 0;
}
