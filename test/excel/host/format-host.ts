import type { Area } from "../area";
import { LAST_COLUMN, LAST_ROW } from "../area";
import type { CellLook } from "../fake-cell";
import type { FakeSheet } from "../fake-sheet";
import { invalid } from "../host-error";
import type { HostContext } from "./context";
import type { Property } from "./host";
import { Host, child } from "./host";

const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical", "InsideHorizontal"];

/** Fill, font, borders, alignment and sizes of the cells of some areas; the first cell answers for all. */
export function formatHost(context: HostContext, sheet: FakeSheet, areas: readonly Area[]): Host {
  const [first] = areas;
  const look = (key: string): Property => ({
    get: () => (first ? (sheet.at(first.top, first.left)?.look[key] ?? null) : null),
    set: (value) => {
      context.mayFormat(sheet);
      for (const area of areas) for (const cell of sheet.every(area)) cell.look[key] = value;
    },
  });
  const part = (prefix: string, names: readonly string[], methods: Record<string, () => void> = {}): Host =>
    new Host({ properties: Object.fromEntries(names.map((name) => [name, look(`${prefix}.${name}`)])), methods });
  const forget = (prefix: string): void => {
    context.mayFormat(sheet);
    for (const area of areas) for (const [, , cell] of sheet.within(area)) cell.look = without(cell.look, prefix);
  };
  const border = (edge: string): Host => part(`border.${edge}`, ["Style", "Color", "Weight"]);

  return new Host({
    properties: {
      HorizontalAlignment: look("horizontalAlignment"),
      VerticalAlignment: look("verticalAlignment"),
      WrapText: look("wrapText"),
      IndentLevel: look("indentLevel"),
      ColumnWidth: size(context, sheet, areas, sheet.columnWidths, (area) => [area.left, area.right, LAST_COLUMN]),
      RowHeight: size(context, sheet, areas, sheet.rowHeights, (area) => [area.top, area.bottom, LAST_ROW]),
      Fill: child(() => part("fill", ["Color"], { Clear: () => forget("fill.") })),
      Font: child(() => part("font", ["Bold", "Color", "Size", "Name", "Italic", "Underline", "Strikethrough"])),
      Protection: child(() => part("protection", ["Locked"])),
      Borders: child(
        () =>
          new Host({
            items: () => EDGES.map(border),
            indexer: (edge) => border(String(edge)),
            methods: { GetItem: (edge) => border(String(edge)) },
          }),
      ),
    },
    methods: { AutofitRows: () => context.mayEdit(sheet), AutofitColumns: () => context.mayEdit(sheet) },
  });
}

/** Excel's limits, in points: 255 characters, and 409.5. */
const WIDEST = 1342.5;
const HIGHEST = 409.5;

/** Widths and heights belong to whole columns and rows; the whole sheet keeps one entry under its last index. */
function size(
  context: HostContext,
  sheet: FakeSheet,
  areas: readonly Area[],
  sizes: Map<number, number>,
  span: (area: Area) => readonly [number, number, number],
): Property {
  return {
    get: () => (areas[0] ? (sizes.get(span(areas[0])[0]) ?? null) : null),
    set: (value) => {
      context.mayEdit(sheet);
      const most = sizes === sheet.rowHeights ? HIGHEST : WIDEST;
      if (!(Number(value) >= 0 && Number(value) <= most)) throw invalid("The size is out of range.");
      for (const area of areas) {
        const [from, to, last] = span(area);
        if (to === last) sizes.clear();
        else for (let index = from; index <= to; index++) sizes.set(index, Number(value));
      }
    },
  };
}

const without = (look: CellLook, prefix: string): CellLook =>
  Object.fromEntries(Object.entries(look).filter(([key]) => !key.startsWith(prefix)));
