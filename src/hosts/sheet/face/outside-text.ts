import { CellValueType, getNumfmtParseValueFilter, isTextFormat, type ICellData } from "@univerjs/core";

/** Texts by row and column; null where a merged cell of the source covers the place. */
export type TextGrid = readonly (readonly (string | null)[])[];

/** Control characters that no file may hold; a vertical tab is Word's and Excel's line end within a paragraph. */
const plainText = (text: string): string => text.replace(/\u000b/g, "\n").replace(/[\u0000-\u0008\u000c\u000e-\u001f]/g, "");

/** Text as spreadsheet programs put it on the clipboard: tabs and line ends, cells with either of them in quotes. */
export function gridOfText(text: string): TextGrid {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/y;
  for (let found = cell.exec(text); found; found = cell.exec(text)) {
    const [, quoted, bare = "", end = ""] = found;
    rows.at(-1)?.push(plainText(quoted?.replace(/""/g, '"').replace(/\r\n?/g, "\n") ?? bare));
    if (end === "") break;
    if (end !== "\t") rows.push([]);
  }
  const last = rows.at(-1);
  return rows.length > 1 && last?.length === 1 && last[0] === "" ? rows.slice(0, -1) : rows;
}

const BLOCKS = new Set(["P", "DIV", "LI"]);
const UNSEEN = new Set(["SCRIPT", "STYLE", "TEMPLATE"]);

/** What a cell says: spaces of the source's layout are none, line ends are those of its elements. */
function textOf(node: Node): string {
  if (node instanceof Text) return node.data.replace(/[ \t\r\n]+/g, " ");
  if (node instanceof HTMLBRElement) return "\n";
  if (node instanceof Element && UNSEEN.has(node.tagName)) return "";
  const inner = [...node.childNodes].map(textOf).join("");
  return node instanceof Element && BLOCKS.has(node.tagName) ? `\n${inner}\n` : inner;
}

const cellText = (cell: HTMLTableCellElement): string =>
  plainText(textOf(cell).replace(/\u00a0/g, " "))
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");

/** The first table of a page; null where it has none. The page is only read, nothing of it is run or fetched. */
export function gridOfHtml(html: string): TextGrid | null {
  const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
  if (!table) return null;
  const rows: (string | null)[][] = [...table.rows].map(() => []);
  for (const [r, row] of [...table.rows].entries()) {
    let column = 0;
    for (const cell of row.cells) {
      while (rows[r]?.[column] !== undefined) column++;
      const text = cellText(cell);
      for (let down = 0; down < Math.max(1, cell.rowSpan); down++)
        for (let across = 0; across < cell.colSpan; across++) {
          const line = rows[r + down];
          if (line) line[column + across] = down === 0 && across === 0 ? text : null;
        }
    }
  }
  return rows.map((row) => Array.from(row, (text) => text ?? null));
}

/** Spreadsheet programs keep so many digits of a number; longer ones are codes. */
const SIGNIFICANT = 15;

/** A text as the cell would hold it had it been typed there, whose number format is `pattern`; its other looks stay. */
export function typedCell(text: string, pattern: string | undefined): ICellData {
  const empty: ICellData = { v: null, t: null, f: null, si: null, p: null };
  const trimmed = text.trim();
  if (trimmed === "") return empty;
  if (isTextFormat(pattern)) return { ...empty, v: text, t: CellValueType.FORCE_STRING };
  if (/^=./s.test(trimmed)) return { ...empty, f: trimmed };
  if (/^(true|false)$/i.test(trimmed)) return { ...empty, v: trimmed.toLowerCase() === "true" ? 1 : 0, t: CellValueType.BOOLEAN };
  const read = getNumfmtParseValueFilter(trimmed);
  if (typeof read?.v !== "number") return { ...empty, v: text, t: CellValueType.STRING };
  if (trimmed.replace(/\D/g, "").replace(/^0+/, "").length > SIGNIFICANT) return { ...empty, v: trimmed, t: CellValueType.FORCE_STRING };
  const shown = read.z !== undefined && (pattern === undefined || pattern === "General") ? { s: { n: { pattern: read.z } } } : {};
  return { ...empty, v: read.v, t: CellValueType.NUMBER, ...shown };
}
