import { Damage } from "../whole/damage";
import { Grid, type ParsedSheet } from "./grid";
import { typedCell, type TypedCell } from "./typed";

const LOOKED_AT = 200;

/** The sign that parts the cells of most of the first lines; null where the text is no table. */
export function delimiterOf(text: string): "\t" | "," | ";" | null {
  const lines = text
    .slice(0, 100_000)
    .split(/\r\n|\r|\n/, LOOKED_AT)
    .filter((line) => line.trim() !== "");
  const parted = (["\t", ",", ";"] as const).map((delimiter) => ({
    delimiter,
    lines: lines.filter((line) => line.includes(delimiter)).length,
  }));
  const best = parted.reduce((a, b) => (b.lines > a.lines ? b : a));
  return best.lines >= 2 && best.lines * 2 >= lines.length ? best.delimiter : null;
}

/** Where the quote stands that begins a cell, blanks before it passed over; -1 where the cell has none. */
function quoteAt(text: string, from: number): number {
  let at = from;
  while (text[at] === " ") at++;
  return text[at] === '"' ? at : -1;
}

/** `="01"`: how programs keep Excel from taking a code for a number; what stands in the quotes is text. */
const KEPT_AS_TEXT = /^="((?:[^"]|"")*)"$/;

function cellOf(shown: string): TypedCell {
  const kept = KEPT_AS_TEXT.exec(shown)?.[1];
  return kept === undefined ? typedCell(shown) : { value: kept.replaceAll('""', '"') };
}

/** A CSV or TSV text as a sheet: cells in quotes may hold delimiters, line ends and doubled quotes. Linear in its length. */
export function delimitedSheet(text: string, delimiter: string, name: string): ParsedSheet {
  const grid = new Grid();
  grid.startRow();
  // DOS ended a text with a sign of its own.
  const end = text.endsWith("\u001a") ? text.length - 1 : text.length;
  for (let at = text.startsWith("\ufeff") ? 1 : 0; at <= end;) {
    let cell = "";
    const opens = quoteAt(text, at);
    if (opens >= 0) {
      for (let from = opens + 1; ;) {
        const quote = text.indexOf('"', from);
        if (quote < 0) throw new Damage(null, "有一对引号没有结尾，文件不完整");
        cell += text.slice(from, quote);
        at = quote + 1;
        if (text[at] !== '"') break;
        cell += '"';
        from = at + 1;
      }
    }
    let stop = at;
    while (stop < end && text[stop] !== delimiter && text[stop] !== "\n" && text[stop] !== "\r") stop++;
    const rest = text.slice(at, stop);
    grid.add(cellOf(opens >= 0 && rest.trim() === "" ? cell : cell + rest));
    if (stop >= end) break;
    at = stop + (text[stop] === "\r" && text[stop + 1] === "\n" ? 2 : 1);
    if (text[stop] === delimiter) continue;
    if (at >= end) break;
    grid.startRow();
  }
  return grid.finish(name);
}
