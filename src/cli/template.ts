import { writeWorkbook } from "../hosts/file/write-workbook";
import { inputSheetKeys } from "../inputs/conventions";
import { templateDrafts } from "../book/blank-workbook";
import type { Command } from "./arguments";
import { saveNew } from "./save";
import { oneLine, type Terminal } from "./terminal";

/** Writes a blank workbook: the disclosure sheets with total formulas and the five 填报 sheets. */
export async function template(terminal: Terminal, request: Extract<Command, { name: "template" }>): Promise<0> {
  const drafts = templateDrafts(request);
  await saveNew(request.output, await writeWorkbook(drafts));
  const inputs = inputSheetKeys.length;
  terminal.out(
    `已新建“${oneLine(request.output)}”：${String(request.year)}年${request.kind}预算公开表 ${String(drafts.length - inputs)} 张，填报表 ${String(inputs)} 张。浅色的格是要填的，合计由公式算出。\n`,
  );
  return 0;
}
