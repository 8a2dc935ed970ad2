import { quoteSheet } from "../../../src/amount/cell-ref";
import type { Area } from "../area";
import { areaText, height, LAST_COLUMN, LAST_ROW, overlaps, parseArea, width } from "../area";
import type { FakeCell } from "../fake-cell";
import { enter, valueType, wireValue } from "../fake-cell";
import type { FakeSheet } from "../fake-sheet";
import { HostError, denied, invalid, overPivot } from "../host-error";
import { conditionalFormatsHost } from "./conditional-formats-host";
import type { HostContext } from "./context";
import { formatHost } from "./format-host";
import { Host, child } from "./host";
import { validationHost } from "./validation-host";

const MOST_CELLS = 5_000_000;

type CellReader = (cell: FakeCell | undefined) => unknown;

const misfit = (): HostError =>
  invalid("The number of rows or columns in the input array doesn't match the size or dimensions of the range.");

/** Reads a property cell by cell into Excel's matrix. */
function matrix(sheet: FakeSheet, area: Area, read: CellReader): unknown[][] {
  if (height(area) * width(area) > MOST_CELLS)
    throw new HostError("RangeExceedsLimit", "The cell count in the range has exceeded the maximum supported number.");
  return Array.from({ length: height(area) }, (_, r) =>
    Array.from({ length: width(area) }, (__, c) => read(sheet.at(area.top + r, area.left + c))),
  );
}

/** Writes a matrix of the range's own shape, or one value to every cell; null leaves a cell as it is. */
function spread(
  sheet: FakeSheet,
  area: Area,
  value: unknown,
  write: (cell: FakeCell, value: unknown, row: number, column: number) => void,
): void {
  if (!Array.isArray(value)) {
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++) write(sheet.ensure(row, column), value, row, column);
    return;
  }
  const rows: readonly unknown[] = value;
  const fits = rows.length === height(area) && rows.every((row) => Array.isArray(row) && row.length === width(area));
  if (!fits) throw misfit();
  rows.forEach((row, r) => {
    (row as readonly unknown[]).forEach((item, c) => {
      if (item !== null) write(sheet.ensure(area.top + r, area.left + c), item, area.top + r, area.left + c);
    });
  });
}

/** The heading of a table is text, and there is always one. */
function keepHeading(cell: FakeCell, column: number): void {
  const text = cell.formula === undefined ? wireValue(cell) : "0";
  delete cell.formula;
  cell.value = text === "" ? `列${String(column + 1)}` : String(text);
}

/** Whether all are hidden; null where some are and some are not. */
function allHidden(hidden: ReadonlySet<number>, first: number, last: number): boolean | null {
  const count = [...hidden].filter((place) => place >= first && place <= last).length;
  return count === 0 ? false : count === last - first + 1 ? true : null;
}

const formulaText: CellReader = (cell) => cell?.formula ?? wireValue(cell);

const areas = new WeakMap<Host, Area>();
const ranges = new WeakMap<Host, { readonly sheet: FakeSheet; readonly area: Area }>();

/** A rectangle of one sheet. */
export function rangeHost(context: HostContext, sheet: FakeSheet, area: Area): Host {
  const host = makeRange(context, sheet, area);
  areas.set(host, area);
  ranges.set(host, { sheet, area });
  return host;
}

function makeRange(context: HostContext, sheet: FakeSheet, area: Area): Host {
  const edit = (work: () => void): void => {
    context.mayEdit(sheet, area);
    if (sheet.pivots.some((pivot) => overlaps(pivot, area))) throw overPivot();
    work();
    context.changed(sheet, area);
  };
  const enterAll = (value: unknown): void =>
    edit(() =>
      spread(sheet, area, value, (cell, item, row, column) => {
        if (sheet.covered(row, column)) return;
        enter(cell, item);
        if (sheet.tables.some((table) => table.top === row && column >= table.left && column <= table.right)) keepHeading(cell, column);
      }),
    );
  const format: (value: unknown) => void = (value) => {
    context.mayFormat(sheet);
    spread(sheet, area, value, (cell, item) => (cell.format = String(item)));
  };
  const at = (top: number, left: number, bottom: number, right: number): Host => rangeHost(context, sheet, { top, left, bottom, right });

  return new Host({
    keepable: true,
    properties: {
      Address: { get: () => `${quoteSheet(sheet.name)}!${areaText(area)}` },
      RowIndex: { get: () => area.top },
      ColumnIndex: { get: () => area.left },
      RowCount: { get: () => height(area) },
      ColumnCount: { get: () => width(area) },
      RowHidden: { get: () => allHidden(sheet.hiddenRows, area.top, area.bottom) },
      ColumnHidden: { get: () => allHidden(sheet.hiddenColumns, area.left, area.right) },
      CellCount: { get: () => height(area) * width(area) },
      Values: { get: () => matrix(sheet, area, wireValue), set: enterAll },
      Formulas: { get: () => matrix(sheet, area, formulaText), set: enterAll },
      ValueTypes: { get: () => matrix(sheet, area, valueType) },
      Text: { get: () => matrix(sheet, area, (cell) => String(wireValue(cell))) },
      NumberFormat: { get: () => matrix(sheet, area, (cell) => cell?.format ?? "General"), set: format },
      Hyperlink: {
        get: () => sheet.at(area.top, area.left)?.hyperlink ?? null,
        set: (value) => edit(() => link(sheet.ensure(area.top, area.left), value)),
      },
      Format: child(() => formatHost(context, sheet, [area])),
      ConditionalFormats: child(() => conditionalFormatsHost(context, sheet, [area])),
      DataValidation: child(() => validationHost(context, sheet, area)),
    },
    methods: {
      Select: () => {
        if (sheet.visibility !== "visible") throw new HostError("InvalidSelection", "The current selection is invalid for this operation.");
        context.workbook.active = sheet;
        context.workbook.selection = { sheet, area };
      },
      Clear: (applyTo) => edit(() => clear(sheet, area, typeof applyTo === "string" ? applyTo : "All")),
      CopyFrom: (source, type) =>
        edit(() => {
          const from = source instanceof Host ? ranges.get(source) : undefined;
          if (!from || (type !== undefined && type !== null && type !== "All")) throw invalid("The fake copies ranges, and all of them.");
          copyAll(from.sheet, from.area, sheet, area);
        }),
      Merge: () =>
        edit(() => {
          if (sheet.tables.some((table) => overlaps(table, area)))
            throw new HostError("MergedRangeConflict", "A table can't overlap with merged cells.");
          for (const [row, column, cell] of sheet.within(area)) if (row > area.top || column > area.left) enter(cell, "");
          sheet.merges = [...sheet.merges.filter((merge) => merge.top < area.top || merge.bottom > area.bottom), area];
        }),
      Unmerge: () => {
        context.mayEdit(sheet);
        sheet.merges = sheet.merges.filter(
          (merge) => merge.bottom < area.top || merge.top > area.bottom || merge.right < area.left || merge.left > area.right,
        );
      },
      _ValidateArraySize: (rows, columns) => {
        if (Number(rows) !== height(area) || Number(columns) !== width(area)) throw misfit();
      },
      GetBoundingRect: (other) => {
        const to = other instanceof Host ? areas.get(other) : parseArea(String(other));
        if (!to) throw invalid("Not a range.");
        return at(
          Math.min(area.top, to.top),
          Math.min(area.left, to.left),
          Math.max(area.bottom, to.bottom),
          Math.max(area.right, to.right),
        );
      },
      GetCell: (row, column) => at(area.top + Number(row), area.left + Number(column), area.top + Number(row), area.left + Number(column)),
      GetRow: (row) => at(area.top + Number(row), area.left, area.top + Number(row), area.right),
      GetColumn: (column) => at(area.top, area.left + Number(column), area.bottom, area.left + Number(column)),
      GetEntireRow: () => at(area.top, 0, area.bottom, 16_383),
      GetEntireColumn: () => at(0, area.left, 1_048_575, area.right),
    },
  });
}

/** Several rectangles of one sheet ("A1,C3:C5"). */
export function rangeAreasHost(context: HostContext, sheet: FakeSheet, areas: readonly Area[]): Host {
  return new Host({
    keepable: true,
    properties: {
      Address: { get: () => areas.map((area) => `${quoteSheet(sheet.name)}!${areaText(area)}`).join(",") },
      AreaCount: { get: () => areas.length },
      Format: child(() => formatHost(context, sheet, areas)),
      ConditionalFormats: child(() => conditionalFormatsHost(context, sheet, areas)),
    },
  });
}

/** Excel's limits for a link, in characters. */
const [LONGEST_TIP, LONGEST_PLACE] = [255, 2083];

/** A link is an address or a place in the workbook; the text it is given is entered as if typed. */
function link(cell: FakeCell, value: unknown): void {
  const { documentReference, screenTip, textToDisplay } = value as Partial<Record<string, string>>;
  if ((screenTip?.length ?? 0) > LONGEST_TIP || (documentReference?.length ?? 0) > LONGEST_PLACE) throw invalid("The link is too long.");
  if (documentReference !== undefined && !/^('(?:[^']|'')+'|[^'!]+)!\$?[A-Z]+\$?\d+/.test(documentReference))
    throw invalid("The reference is not valid.");
  if (textToDisplay !== undefined) enter(cell, textToDisplay);
  cell.hyperlink = value;
}

function clear(sheet: FakeSheet, area: Area, applyTo: string): void {
  if (sheet.protected) throw denied();
  const contents = applyTo === "All" || applyTo === "Contents";
  const formats = applyTo === "All" || applyTo === "Formats";
  for (const [, , cell] of sheet.within(area)) {
    if (contents) enter(cell, "");
    if (formats) Object.assign(cell, { format: "General", look: {} });
    if (applyTo === "All" || applyTo === "Hyperlinks") delete cell.hyperlink;
  }
}

/** Everything of one area over another of the same size; of whole sheets also the sizes of rows and columns. */
function copyAll(from: FakeSheet, source: Area, to: FakeSheet, target: Area): void {
  if (height(source) !== height(target) || width(source) !== width(target)) throw misfit();
  const [down, right] = [target.top - source.top, target.left - source.left];
  const moved = (area: Area): Area => ({
    top: area.top + down,
    bottom: area.bottom + down,
    left: area.left + right,
    right: area.right + right,
  });
  const inside = (area: Area, whole: Area): boolean =>
    area.top >= whole.top && area.bottom <= whole.bottom && area.left >= whole.left && area.right <= whole.right;
  const copied = structuredClone(Array.from(from.within(source)));
  for (const [row, column] of Array.from(to.within(target))) to.cells.get(row)?.delete(column);
  for (const [row, column, cell] of copied) Object.assign(to.ensure(row + down, column + right), cell);
  to.merges = [...to.merges.filter((merge) => !inside(merge, target)), ...from.merges.filter((merge) => inside(merge, source)).map(moved)];
  to.validations = [
    ...to.validations.filter((one) => !inside(one.area, target)),
    ...from.validations.filter((one) => inside(one.area, source)).map((one) => ({ ...one, area: moved(one.area) })),
  ];
  to.conditionalFormats = [...from.conditionalFormats.map((one) => ({ ...one, areas: one.areas.map(moved) }))];
  if (width(source) === LAST_COLUMN + 1) for (const [index, size] of from.rowHeights) to.rowHeights.set(index + down, size);
  if (height(source) === LAST_ROW + 1) for (const [index, size] of from.columnWidths) to.columnWidths.set(index + right, size);
}
