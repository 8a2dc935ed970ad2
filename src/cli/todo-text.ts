import { address } from "../amount/cell-ref";
import type { Todo } from "../narrative/segments";
import { aligned, oneLine } from "./terminal";

/** What is still to be filled in, sheet by sheet, each with its cell. */
export function todoText(todo: readonly Todo[]): string {
  const sheets = new Map<string, string[][]>();
  for (const { cell, message } of todo) {
    const rows = sheets.get(cell.sheet) ?? [];
    sheets.set(cell.sheet, rows);
    rows.push([`    ${address(cell)}`, oneLine(message)]);
  }
  const parts = [...sheets].flatMap(([sheet, rows]) => [`  ${oneLine(sheet)}`, ...aligned(rows)]);
  return `还有 ${String(todo.length)} 处待填：\n${parts.join("\n")}\n`;
}
