import { Damage } from "../whole/damage";
import { Grid, type ParsedSheet } from "./grid";
import { typedCell } from "./typed";

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

/** A CSV or TSV text as a sheet: cells in quotes may hold delimiters, line ends and doubled quotes. Linear in its length. */
export function delimitedSheet(text: string, delimiter: string, name: string): ParsedSheet {
  const grid = new Grid();
  grid.startRow();
  const end = text.length;
  for (let at = text.startsWith("\ufeff") ? 1 : 0; at <= end;) {
    let cell = "";
    if (text[at] === '"') {
      for (let from = at + 1; ;) {
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
    grid.add(typedCell(cell + text.slice(at, stop)));
    if (stop >= end) break;
    at = stop + (text[stop] === "\r" && text[stop + 1] === "\n" ? 2 : 1);
    if (text[stop] === delimiter) continue;
    if (at >= end) break;
    grid.startRow();
  }
  return grid.finish(name);
}
