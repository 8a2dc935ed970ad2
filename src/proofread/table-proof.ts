import type { Fault, Ledger, Standing } from "./ledger";
import { numeralsOf } from "./read/numerals";
import type { Line, Span } from "./text/lines";
import type { Piece } from "./text/pieces";

/** What was found where the report's tables were held as tables, cell by cell, before its text is read. */
export interface TableProof {
  /** Rows of tables that were understood (0-based paragraphs): no reader of lines looks at their figures. */
  readonly rows: ReadonlySet<number>;
  readonly cells: readonly { readonly at: Piece; readonly standing: Standing }[];
  readonly faults: readonly (Omit<Fault, "at"> & { readonly at: Piece })[];
}

export const noTables: TableProof = { rows: new Set(), cells: [], faults: [] };

const BESIDE = "公开表里没有与这一格对应的格，请人工核对";

/** Enters into the ledger what became of every figure of those rows, and the faults at their cells. */
export function enterTables(ledger: Ledger, lines: readonly Line[], { rows, cells, faults }: TableProof): void {
  const byRow = new Map<number, { readonly at: Piece; readonly standing: Standing }[]>();
  for (const cell of cells) byRow.set(cell.at.paragraph, [...(byRow.get(cell.at.paragraph) ?? []), cell]);
  for (const line of lines) {
    if (!isHeld(line, rows)) continue;
    for (const stated of numeralsOf(line)) {
      const [paragraph, at] = [line.paragraph[stated.digits.start] ?? -1, line.at[stated.digits.start] ?? -1];
      const held = byRow.get(paragraph)?.find((cell) => at >= cell.at.start && at < cell.at.end)?.standing;
      if (held?.kind === "proved") ledger.prove(stated, held.by);
      else if (held?.kind === "faulty") ledger.blame(stated);
      else ledger.leave(stated, held?.reason ?? BESIDE);
    }
  }
  for (const fault of faults) {
    const at = spanOf(lines, fault.at);
    if (at) ledger.fault({ ...fault, at, ...(at.start === at.end ? { place: true as const } : {}) });
  }
}

export const isHeld = (line: Line, rows: TableProof["rows"]): boolean => line.kind === "row" && rows.has(line.paragraph[0] ?? -1);

/** A stretch of a paragraph on the lines as they are read; null where its line holds nothing. */
function spanOf(lines: readonly Line[], { paragraph, start, end }: Piece): Span | null {
  for (const line of lines) {
    const inside = line.at.flatMap((at, index) => (line.paragraph[index] === paragraph && at >= start && at < end ? [index] : []));
    const [first, last] = [inside[0], inside.at(-1)];
    if (first !== undefined && last !== undefined) return { line, start: first, end: last + 1 };
  }
  const line = lines.find((one) => one.paragraph.includes(paragraph));
  if (!line) return null;
  const before = line.at.reduce((last, at, index) => (line.paragraph[index] === paragraph && at < start ? index + 1 : last), 0);
  return { line, start: before, end: before };
}
