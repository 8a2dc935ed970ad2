import { readAmountText } from "../../../amount/read-text";
import { inWan } from "../../../amount/unit";
import { cellAt } from "../../../workbook/held";
import { unitsOf } from "../../engine/figures";
import type { Place } from "../system/cell-space";
import type { System } from "../system/system";
import type { Repair } from "./search";

/** What stands in a cell whose figure has a unit beside it that is not its table's, and the figure in the table's. */
export interface OwnUnit {
  readonly text: string;
  readonly inTables: number;
}

/** "77.86元" in a table in 万元; null for every other cell. */
export function ownUnitOf({ table, row, column }: Place): OwnUnit | null {
  const cell = table.cell(row, column);
  const { value } = cell ? cellAt(table.sheet, cell) : { value: null };
  if (typeof value !== "string") return null;
  const read = readAmountText(value);
  if (read === null || read === "blank" || read.unit === null || read.unit === table.facts.unit) return null;
  return { text: value.trim(), inTables: unitsOf(inWan(read.value, table.facts.unit)) };
}

/**
 * Of the repairs that which takes a figure with another unit beside it for one of the table's: while it is there, any entry
 * in another cell that would make the sums right is none. All of them where no such figure explains anything.
 */
export function likeliestByUnit(repairs: readonly Repair[], system: System): readonly Repair[] {
  const explained = repairs.find(({ changes }) =>
    changes.some(({ cell, value }) => {
      const own = ownUnitOf(system.place(cell));
      return own !== null && Math.abs(own.inTables - value) < (system.units[cell] ?? system.unit);
    }),
  );
  return explained ? [explained] : repairs;
}
