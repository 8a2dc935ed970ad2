import { oneLine, type Terminal } from "./terminal";

/** Most names that are said of what was passed over. */
const MOST_NAMED = 5;

/** Says what lay in a folder and was not looked at, because of its kind. */
export function passedOver(terminal: Terminal, others: readonly string[], doing: string): void {
  if (others.length === 0) return;
  const named = others.slice(0, MOST_NAMED).map(oneLine).join("、");
  terminal.err(
    `另有 ${String(others.length)} 个文件不是 .xlsx、.xls、.et、.ods、.docx、.pdf，没有${doing}：${named}${others.length > MOST_NAMED ? " 等" : ""}。\n`,
  );
}
