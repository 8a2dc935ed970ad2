import type { Block, Publication } from "../../src/publication/publication";
import { publish } from "../../src/publication/publication";
import type { Segment } from "../../src/narrative/segments";
import type { Book } from "../../src/book/open";

const FILLED = "按规定履行工作职责";

const segment = (given: Segment): Segment => (given.kind === "todo" ? { kind: "words", text: `${FILLED}。` } : given);

function block(given: Block): Block {
  if (given.kind === "line") return { ...given, line: { ...given.line, segments: given.line.segments.map(segment) } };
  if (given.kind === "picture") return given;
  const rows = given.grid.rows.map((cells) => cells.map((cell) => (cell.open ? { ...cell, text: FILLED, open: false } : cell)));
  return { ...given, grid: { ...given.grid, rows } };
}

/** The whole report of a workbook as it is once somebody has filled in what it asks for. */
export function filledReport({ recognised, inputs }: Pick<Book, "recognised" | "inputs">): Publication {
  const publication = publish(recognised, inputs);
  return { ...publication, parts: publication.parts.map((part) => ({ ...part, blocks: part.blocks.map(block) })) };
}
