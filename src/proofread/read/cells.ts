import type { Line, Span } from "../text/lines";
import { valueOf, type Stated } from "./figures";

/** The cells of a table row that hold something, in order. */
export function cellsOf(line: Line): readonly Span[] {
  const cells: Span[] = [];
  let start = 0;
  for (let i = 0; i <= line.text.length; i += 1)
    if (i === line.text.length || line.text.charAt(i) === "\t") {
      if (i > start) cells.push({ line, start, end: i });
      start = i + 1;
    }
  return cells;
}

const NUMBER = /^-?\d[\d,]*(?:\.\d+)?$/;

/** A cell that holds a number and nothing else. */
export function numberIn(span: Span | undefined, unit: Stated["unit"] = "amount"): Stated | null {
  const text = span ? span.line.text.slice(span.start, span.end) : "";
  if (!span || !NUMBER.test(text)) return null;
  return { span, digits: span, unit, written: unit === "amount" ? "万元" : "", value: valueOf(text) };
}
