import { parseAddress } from "../../src/amount/cell-ref";
import type { PlainSheet } from "../../src/workbook/plain";
import type { Area } from "./area";
import { parseArea } from "./area";
import type { FakeCell } from "./fake-cell";
import { blankCell } from "./fake-cell";
import { invalid } from "./host-error";

export interface FakeConditionalFormat {
  readonly id: string;
  readonly type: string;
  readonly areas: readonly Area[];
  formula: string;
  fill: string | null;
  font: string | null;
  readonly writing: Map<string, unknown>;
  stopIfTrue: boolean;
}

export interface FakeName {
  readonly name: string;
  formula: string;
  visible: boolean;
}

/** One worksheet in memory, open to tests. */
export class FakeSheet {
  visibility: PlainSheet["visibility"] = "visible";
  protected = false;
  /** What the protection lets the user do all the same, by the option's name. */
  allows: ReadonlySet<"allowFormatCells"> = new Set();
  readonly cells = new Map<number, Map<number, FakeCell>>();
  merges: Area[] = [];
  /** Tables made by the user: their headings stay text, and each different. */
  tables: Area[] = [];
  pivots: Area[] = [];
  conditionalFormats: FakeConditionalFormat[] = [];
  validations: { area: Area; rule: unknown; errorAlert?: unknown }[] = [];
  names: FakeName[] = [];
  readonly customProperties = new Map<string, string>();
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  readonly pageLayout: Record<string, unknown> = { Orientation: "Portrait" };
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  frozenRows = 0;
  showGridlines = true;
  tabColor = "";

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  /** The cell at "E27"; undefined where nothing was ever written. */
  cell(address: string): FakeCell | undefined {
    const at = parseAddress(address);
    if (!at) throw new Error(`not an address: ${address}`);
    return this.at(at.row, at.column);
  }

  at(row: number, column: number): FakeCell | undefined {
    return this.cells.get(row)?.get(column);
  }

  /** The cell, made when it is not there yet. */
  ensure(row: number, column: number): FakeCell {
    let line = this.cells.get(row);
    if (!line) this.cells.set(row, (line = new Map<number, FakeCell>()));
    let cell = line.get(column);
    if (!cell) line.set(column, (cell = blankCell()));
    return cell;
  }

  /** Whether a cell lies in a merged area without being its first: Excel shows and keeps nothing there. */
  covered(row: number, column: number): boolean {
    return this.merges.some(
      (area) =>
        row >= area.top && row <= area.bottom && column >= area.left && column <= area.right && (row > area.top || column > area.left),
    );
  }

  /** Cells that exist inside an area, with their places. */
  *within(area: Area): Generator<[number, number, FakeCell]> {
    for (const [row, line] of this.cells)
      if (row >= area.top && row <= area.bottom)
        for (const [column, cell] of line) if (column >= area.left && column <= area.right) yield [row, column, cell];
  }

  /** Every cell of an area, made where absent: only for areas of reasonable size. */
  *every(area: Area): Generator<FakeCell> {
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++) yield this.ensure(row, column);
  }

  /** Whether the user has unlocked every cell of an area: a protected sheet takes entries there. */
  unlocked(area: Area): boolean {
    const cells = (area.bottom - area.top + 1) * (area.right - area.left + 1);
    let open = 0;
    for (const [, , cell] of this.within(area)) if (cell.look["protection.Locked"] === false) open++;
    return open === cells;
  }

  /** The smallest area around what is used; null for a blank sheet. */
  usedArea(valuesOnly: boolean): Area | null {
    let used: Area | null = null;
    for (const [row, line] of this.cells)
      for (const [column, cell] of line) {
        const counts =
          cell.value !== null ||
          cell.formula !== undefined ||
          (!valuesOnly && (cell.format !== "General" || Object.keys(cell.look).length > 0));
        if (!counts) continue;
        used = used
          ? {
              top: Math.min(used.top, row),
              left: Math.min(used.left, column),
              bottom: Math.max(used.bottom, row),
              right: Math.max(used.right, column),
            }
          : { top: row, left: column, bottom: row, right: column };
      }
    return used;
  }

  /** The list a cell offers, as written ("是,否"). */
  validationAt(address: string): unknown {
    const at = parseArea(address);
    return this.validations.find(
      (entry) => at.top >= entry.area.top && at.bottom <= entry.area.bottom && at.left >= entry.area.left && at.right <= entry.area.right,
    )?.rule;
  }

  /** Every conditional format that colours the cell. */
  marksAt(address: string): readonly FakeConditionalFormat[] {
    const at = parseArea(address);
    return this.conditionalFormats.filter((format) =>
      format.areas.some((area) => at.top >= area.top && at.bottom <= area.bottom && at.left >= area.left && at.right <= area.right),
    );
  }
}

/** Excel keeps this name for its list of changes. */
const RESERVED = /^history$/i;

/** Excel's rules for a sheet's name. */
export function requireSheetName(name: unknown): string {
  if (
    typeof name !== "string" ||
    name === "" ||
    name.length > 31 ||
    /[\\/?*:[\]]/.test(name) ||
    name.startsWith("'") ||
    name.endsWith("'") ||
    RESERVED.test(name)
  )
    throw invalid("The sheet name is invalid.");
  return name;
}
