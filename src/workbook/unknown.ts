import type { CellRef } from "../amount/cell-ref";
import { printedColumns } from "../templates/define";
import { normalise } from "../text/wording";
import type { Candidate } from "./identify";
import { readCell } from "./reading";
import type { Row, UnknownColumn, UnknownRow } from "./recognised";
import type { CellValue } from "./plain";
import { ROW_NUMBER_HEADS } from "./vocabulary";

/** Columns of remarks hold no amounts that belong to a table. */
const REMARKS: ReadonlySet<string> = new Set(["备注", "说明", "备注说明"].map(normalise));

/** Columns under a heading that the table is not known to have and that hold amounts: a sum over columns may include them. */
export function unknownColumns({ block, columns }: Candidate, rows: readonly Row[]): readonly UnknownColumn[] {
  const { sheet } = block;
  return columns.unknown.flatMap(({ index, heading, leaf, row }): readonly UnknownColumn[] => {
    if (REMARKS.has(leaf) || ROW_NUMBER_HEADS.has(leaf)) return [];
    const holds = rows.some(({ kind, position }) => kind !== "other" && isAmount(sheet.values[position - sheet.top]?.[index]));
    const cell: CellRef = { sheet: sheet.name, row, column: sheet.left + index };
    return holds ? [{ heading: heading.replace(/\s+/g, ""), position: sheet.left + index, cell }] : [];
  });
}

/** Rows with amounts that are none of the table's: a sum over rows may include them. */
export function unknownRows({ block, columns, spec }: Candidate, rows: readonly Row[]): readonly UnknownRow[] {
  const { sheet } = block;
  return rows.flatMap((row): readonly UnknownRow[] => {
    if (row.kind !== "other") return [];
    const cells = sheet.values[row.position - sheet.top] ?? [];
    const held = [...columns.amounts].flatMap(([key, { index }]) => {
      const side = printedColumns(spec)[key]?.side;
      return (side === undefined || side === row.side) && isAmount(cells[index]) ? [key] : [];
    });
    return held.length === 0
      ? []
      : [{ row, cell: { sheet: sheet.name, row: row.position, column: row.labelColumn }, columns: new Set(held) }];
  });
}

/** Anything but nothing, zero and words: a broken formula may stand for an amount. */
function isAmount(value: CellValue | undefined): boolean {
  const reading = readCell(value, undefined, "万元");
  return reading.kind === "error" || (reading.kind === "amount" && !reading.stored.isZero());
}
