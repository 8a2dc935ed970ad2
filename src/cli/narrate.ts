import { writeFile } from "node:fs/promises";
import { DoorProblem } from "../hosts/door";
import { readWorkbookFile } from "../hosts/file/node";
import { readInputs } from "../inputs/read";
import { narrate as compose } from "../narrative/narrate";
import type { Narrative } from "../narrative/segments";
import { narrativeHtml } from "../render/html";
import { narrativeJson } from "../render/json";
import { narrativeText } from "../render/text";
import { recogniseWorkbook } from "../workbook/recognise";
import type { Command } from "./arguments";
import type { ExitCode } from "./check";
import type { Terminal } from "./terminal";

type Request = Extract<Command, { name: "narrate" }>;

/** The narrative in the format asked for. */
async function rendered({ file, format }: Request, narrative: Narrative): Promise<string | Uint8Array> {
  switch (format) {
    case "json":
      return `${JSON.stringify(narrativeJson(file, narrative))}\n`;
    case "html":
      return `${narrativeHtml(narrative)}\n`;
    case "docx":
      return (await import("../render/docx")).narrativeDocx(narrative);
    case "text":
      return `${narrativeText(narrative)}\n`;
  }
}

/** Writes a file for the user. Throws `DoorProblem` when it cannot be written. */
export async function save(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(path, content);
  } catch (cause) {
    throw new DoorProblem("readOnly", `无法写入“${path}”。请检查文件夹是否存在、文件是否正被其他程序打开。`, { cause });
  }
}

/** Writes 第三部分; what is still to be filled in is listed on stderr, so that stdout is the text alone. */
export async function narrate(terminal: Terminal, request: Request): Promise<ExitCode> {
  const workbook = await readWorkbookFile(request.file);
  const narrative = compose(recogniseWorkbook(workbook), readInputs(workbook));
  const content = await rendered(request, narrative);
  if (request.output !== null) await save(request.output, content);
  else if (typeof content === "string") terminal.out(content);
  if (request.format !== "json" && narrative.todo.length > 0)
    terminal.err(`还有 ${String(narrative.todo.length)} 处待填：\n${narrative.todo.map((todo) => `  ${todo.message}`).join("\n")}\n`);
  return narrative.todo.length > 0 ? 1 : 0;
}
