import { checkBook } from "../book/check";
import { openBook } from "../book/open";
import { doubtedTables } from "../checks/doubted";
import { readWorkbookFile } from "../hosts/file/node";
import { cautioned } from "../narrative/cautions";
import { narrate as compose } from "../narrative/narrate";
import type { Narrative } from "../narrative/segments";
import { publish } from "../publication/publication";
import { narrativeHtml } from "../render/html";
import { narrativeJson } from "../render/json";
import { fontsOf } from "../render/official-style";
import { narrativeText } from "../render/text";
import type { Recognised } from "../workbook/recognised";
import type { Command } from "./arguments";
import type { ExitCode } from "./exit-code";
import { NO_TABLES } from "../results/checked";
import { missingText } from "./report-text";
import { save } from "./save";
import type { Terminal } from "./terminal";
import { todoText } from "./todo-text";

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

/** What keeps the text from being finished: tables that are not there, entries not filled in; "" where it is finished. */
function openText(recognised: Recognised, todo: Narrative["todo"]): string {
  const tables =
    recognised.tables.size === 0
      ? `${NO_TABLES}\n`
      : recognised.missing.length > 0
        ? `${missingText(recognised)}。有关的数在文中标作〔缺表…〕。\n`
        : "";
  return tables + (todo.length > 0 ? todoText(todo) : "");
}

/** What to put right before the text is used. */
const cautionText = ({ cautions = [] }: Narrative): string => cautions.map((caution) => `请先看：${caution}\n`).join("");

/** Writes 第三部分, or the whole report; what is still to be filled in is listed on stderr, so that stdout is the text alone. */
export async function narrate(terminal: Terminal, request: Request): Promise<ExitCode> {
  const workbook = await readWorkbookFile(request.file);
  const book = openBook(workbook);
  const { recognised, inputs } = book;
  const narrative = cautioned(compose(recognised, inputs), doubtedTables(recognised, checkBook(book)));
  const whole = request.whole ? publish(recognised, inputs) : null;
  const todo = whole?.todo ?? narrative.todo;
  const content = whole ? await (await import("../render/publication-docx")).publicationDocx(whole) : await rendered(request, narrative);
  if (request.output !== null) await save(request.output, content);
  else if (typeof content === "string") terminal.out(content);
  if (request.format === "docx") terminal.err(`${FONTS}\n${whole && whole.lacks !== "" ? `${whole.lacks}\n` : ""}`);
  if (request.format !== "json") terminal.err(`${cautionText(narrative)}${openText(recognised, todo)}`);
  return todo.length > 0 ? 1 : 0;
}

/** Which fonts the reader's machine has cannot be known here. */
const FONTS = `文件用的字体：${fontsOf({}).join("、")}。电脑上没有的，Word 会用别的代替。`;
