import { SetRangeValuesCommand } from "@univerjs/sheets";
import { ICommandService, RedoCommand, UndoCommand } from "@univerjs/core";
import type { CellRef } from "../../../src/amount/cell-ref";
import { parseWorkbook } from "../../../src/hosts/file/read-workbook";
import { readLook } from "../../../src/hosts/sheet/look/read-look";
import { SheetDoor } from "../../../src/hosts/sheet/sheet-door";
import { startSpreadsheet, type SheetFunction, type Spreadsheet } from "../../../src/hosts/sheet/spreadsheet";

const twice: SheetFunction = (value) => Number(Array.isArray(value) ? (value as unknown[][])[0]?.[0] : value) * 2;

/** The spreadsheet without its face: the same engine, no canvas. */
export const faceless = (): Spreadsheet => startSpreadsheet(new Map([["BUDGET.TWICE", twice]]));

export async function openDoor(spreadsheet: Spreadsheet, bytes: Uint8Array, name = "示例.xlsx"): Promise<SheetDoor> {
  const { workbook } = await parseWorkbook(bytes, name);
  return new SheetDoor({ bytes, name, workbook, look: await readLook(bytes, name, workbook) }, spreadsheet);
}

export interface Hand {
  /** Writes into a cell as the editor does when it is left: a value, or a formula with its "=". */
  readonly enter: (cell: CellRef, value: string | number | null) => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
}

/** A person at the spreadsheet. */
export function handAt(spreadsheet: Spreadsheet, door: SheetDoor): Hand {
  const commands = spreadsheet.injector.get(ICommandService);
  return {
    enter: async ({ sheet, row, column }, value) => {
      const target = spreadsheet.api.getActiveWorkbook()?.getSheetByName(sheet);
      const cell =
        typeof value === "string" && value.startsWith("=") ? { f: value, v: null, p: null } : { v: value, f: null, si: null, p: null };
      await commands.executeCommand(SetRangeValuesCommand.id, {
        unitId: door.unit,
        subUnitId: target?.getSheetId(),
        range: { startRow: row, endRow: row, startColumn: column, endColumn: column },
        value: cell,
      });
    },
    undo: async () => {
      await commands.executeCommand(UndoCommand.id);
    },
    redo: async () => {
      await commands.executeCommand(RedoCommand.id);
    },
  };
}
